"""Adapter: publishes what the site is found and passed on by: pictures, copies, lists for programs, signs."""

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.build.switch import cache_folder
from sellerhelp.build.writing import put
from sellerhelp.sharing import manifest
from sellerhelp.sharing.cards import Studio
from sellerhelp.sharing.copies import copies
from sellerhelp.sharing.crawlers import llms_txt, robots_txt
from sellerhelp.sharing.shelf import cards, icons
from sellerhelp.sharing.widgets import SharingWidgets

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


@event_priority(-60)  # why: all page HTML exists, the files of the site are not counted yet
def on_env(env, *, config, files):
    site, sh = config.extra["site"], config.extra["sh"]
    made, pictures = {}, {}
    config.extra["copies"] = {}
    if _command["name"] == "build":
        root = Path(config.config_file_path).parent
        html = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
        studio = Studio(cache_folder(root, "cards"), cache_folder(root, "book"))
        read = lambda name: sh.env.loader.get_source(sh.env, name)[0]  # noqa: E731
        pictures, drawn = cards(studio, site, config.site_name, config.site_description, read)
        config.extra["copies"] = copies(site, html, config.extra["by_text"])
        made = drawn | icons(studio, Path(config.theme.custom_dir, manifest.SIGN).read_text())
    made |= {
        manifest.NAME: manifest.manifest(config.site_name, config.site_description),
        "llms.txt": llms_txt(site, config.site_name, config.site_description),
        "robots.txt": robots_txt(site.url),
    }
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))
    env.globals["sharing"] = SharingWidgets(sh.env, site, config.site_name, pictures)
    return env


@event_priority(-70)  # why: a file that ends in .md would be a page to the host
def on_post_build(*, config):
    for address, text in config.extra["copies"].items():
        put(Path(config.site_dir, address), text)
