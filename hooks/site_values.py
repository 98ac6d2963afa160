"""Adapter: reads values.yml, gives Markdown its {{ values }} and the `/// value` block."""

from mkdocs.plugins import event_priority
from sellerhelp.values.block import ValueExtension
from sellerhelp.values.check import check_source
from sellerhelp.values.inline import ValuesExtension
from sellerhelp.values.reader import PATH, read_values
from sellerhelp.values.widgets import ValueWidgets


def on_config(config):
    extra = config.extra
    config.markdown_extensions += [
        ValuesExtension(lambda name: extra["values"].inline(name), lambda name: extra["values"].words(name)),
        ValueExtension(lambda names: extra["values"].dated(names)),
    ]
    return config


@event_priority(60)  # why: the pages' heads, the answers and the pages hold values
def on_files(files, *, config):
    site = config.extra["site"]
    file, shown = files.get_file_from_path(PATH), f"docs/{PATH}"
    site.sources[shown] = file.content_string if file else ""
    site.values, problems = read_values(site.sources[shown], shown)
    config.extra["values"] = ValueWidgets(config.extra["sh"].env, site.values, site.day)
    for written in [*files.documentation_pages(), *(file for file in files if file.src_uri.endswith("/faq.yml"))]:
        path, is_data = f"docs/{written.src_uri}", written.src_uri.endswith(".yml")
        problems += check_source(written.content_string, path, site.values, site.day, is_data=is_data)
    site.problems += problems
    return files


def on_page_content(html, *, page, config, files):
    # Plain texts: the head's class would escape what is added to it.
    head = str(config.extra["sh"].head(page.file.src_uri))
    return html + str(config.extra["values"].basis_list(head + html))
