"""Adapter: publishes a small page at every old address that a page's head names."""

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.gate.redirect import redirect_pages


@event_priority(-60)  # why: the look's addresses are known, the files of the site are not counted yet
def on_env(env, *, config, files):
    site, look = config.extra["site"], env.globals["look"]
    script = look.script.replace("/main.js", "/moved.js")
    pages = redirect_pages(config.extra["sh"].env, site.heads.values(), site.url, look.style, script)
    for address, html in pages.items():
        files.append(File.generated(config, address, content=html))
    return env
