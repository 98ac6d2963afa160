"""Adapter: writes the content policy into every page and, with the other headers, for the host that serves them."""

from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.hosting.headers import FILES, as_headers_file, as_nginx, headers, lasting
from sellerhelp.hosting.policy import allowed_scripts, inline_scripts, policy, with_policy
from sellerhelp.valid import valid

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


def on_post_page(output, *, page, config):
    return valid(output)


def on_post_template(output, *, template_name, config):
    return valid(output) if template_name.endswith(".html") else output


def on_env(env, *, config, files):
    config.extra["endpoint"] = env.globals["feedback"].endpoint
    return env


@event_priority(-80)  # why: every page is written, and what is wrong has not been told yet
def on_post_build(*, config):
    if _command["name"] != "build":
        return  # a preview adds its own script to each page, a check writes none
    site = Path(config.site_dir)
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = allowed_scripts(
        pages[site / "404.html"], {path.relative_to(site).as_posix(): html for path, html in pages.items()}
    )
    rules = policy(scripts, config.extra["endpoint"])
    for path, html in pages.items():
        path.write_text(with_policy(html, policy(inline_scripts(html), config.extra["endpoint"])), "utf-8")
    addresses = (path.relative_to(site).as_posix() for path in site.rglob("*"))
    said = headers(rules)
    for name, text in zip(FILES, (as_headers_file(said, lasting(addresses)), as_nginx(said)), strict=True):
        (site / name).write_text(text, "utf-8")
