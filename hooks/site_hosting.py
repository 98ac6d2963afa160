"""Adapter: writes the content policy into every page and, with the other headers, for the host that serves them."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from sellerhelp.build.writing import put
from sellerhelp.dense import dense
from sellerhelp.hosting.guard import Guard
from sellerhelp.hosting.headers import FILES, as_headers_file, as_nginx, headers, lasting
from sellerhelp.valid import valid

_build = {"is_on": True}


def on_startup(*, command, dirty):
    _build["is_on"] = command == "build"  # a preview adds its own script to each page, a check writes none


@event_priority(-70)  # why: the pages of old addresses are there
def on_env(env, *, config, files):
    config.extra["guard"] = Guard(env.globals["feedback"].endpoint)
    for file in [file for file in files if file.dest_uri.endswith(".html") and not file.is_documentation_page()]:
        file.content_string = _guarded(file.content_string, file.dest_uri, config)
    return env


def _guarded(html, path, config):
    try:
        return config.extra["guard"].page(path, html) if _build["is_on"] and path.endswith(".html") else html
    except ValueError as error:
        raise PluginError(str(error)) from error


# The gate sees a valid page, at -100; a policy says what is in it.
_page = event_priority(-110)(lambda html, *, page, config: _guarded(html, page.file.dest_uri, config))
_other = event_priority(-110)(lambda html, *, template_name, config: _guarded(html, template_name, config))
# What site_pages.py keeps is dense and valid already.
on_post_page = CombinedEvent(
    lambda html, *, config, **_: html if "remembered" in config.extra else dense(valid(html)), _page
)
on_post_template = CombinedEvent(lambda html, *, template_name, **_: dense(valid(html)), _other)


@event_priority(-140)  # why: nothing is left of an older site, and the gate has let this one pass
def on_post_build(*, config):
    if not _build["is_on"]:
        return
    site = Path(config.site_dir)
    try:
        said = headers(config.extra["guard"].rules())
    except ValueError as error:
        raise PluginError(str(error)) from error
    addresses = (path.relative_to(site).as_posix() for path in site.rglob("*"))
    for name, text in zip(FILES, (as_headers_file(said, lasting(addresses)), as_nginx(said)), strict=True):
        put(site / name, text)
