"""Adapter: reads the hours, gives the `/// contact` block and the templates their widgets."""

from urllib.parse import urlsplit

from mkdocs.structure.files import File
from sellerhelp.contact.block import ContactExtension, check_page
from sellerhelp.contact.horizon import horizon_problem
from sellerhelp.contact.reader import read_contact
from sellerhelp.contact.widgets import FEED, ContactWidgets, korean_day

HOURS, HOLIDAYS = "contact/hours.yml", "contact/holidays.yml"


def on_config(config):
    extra = config.extra
    config.markdown_extensions.append(
        ContactExtension(lambda options: extra["contact"].place(options, extra["sh"].root))
    )
    return config


def on_files(files, *, config):
    site = config.extra["site"]
    sources = {path: file.content_string for path in (HOURS, HOLIDAYS) if (file := files.get_file_from_path(path))}
    site.sources.update({f"docs/{path}": source for path, source in sources.items()})
    reading = read_contact(sources.get(HOURS, ""), sources.get(HOLIDAYS))
    site.problems += reading.problems
    if problem := horizon_problem(
        reading.data.calendar, korean_day(site.moment), "error" if site.is_check else "warning"
    ):
        site.problems.append(problem)
    for path in site.heads:
        site.problems += check_page(site.sources[f"docs/{path}"], f"docs/{path}", reading.data)
    config.extra["contact"] = widgets = ContactWidgets(config.extra["sh"].env, reading.data, site.moment)
    host = urlsplit(config.site_url or "").hostname or "seller-help.example"
    files.append(File.generated(config, FEED, content=widgets.feed(host)))
    return files


def on_env(env, *, config, files):
    env.globals["contact"] = config.extra["contact"]
    return env
