"""Adapter: page heads, numbers and the navigation that follows them."""

from markupsafe import escape
from mkdocs.plugins import event_priority
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange, related_problems
from sellerhelp.navigation import navigation
from sellerhelp.prose.check import block_problems
from sellerhelp.prose.extension import prose_extensions


def on_config(config):
    config.markdown_extensions += prose_extensions()
    return config


@event_priority(50)  # why: the other hooks need the pages' heads and addresses
def on_files(files, *, config):
    site = config.extra["site"]
    for file in files.documentation_pages():
        source, shown = file.content_string, f"docs/{file.src_uri}"
        site.sources[shown], site.addresses[file.src_uri] = source, "" if file.url == "./" else file.url
        head, problems = read_head(source, file.src_uri, shown)
        site.learn(head)
        site.problems += problems + block_problems(source, shown)
    site.manuals, problems = arrange(site.heads.values())
    site.problems += problems + related_problems(site.heads.values(), site.heads)
    config.nav = navigation(site.heads, site.manuals)
    return files


def on_page_markdown(markdown, *, page, config, files):
    # The theme prints these raw, in text and in attributes.
    head = config.extra["site"].heads[page.file.src_uri]
    page.meta.update(title=escape(head.title), description=escape(head.description), number=escape(head.number))
    return markdown
