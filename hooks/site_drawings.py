"""Adapter: reads the drawings below docs/, lets Markdown write them into pages."""

from posixpath import dirname, join, normpath

from sellerhelp.drawings.extension import DrawingExtension
from sellerhelp.drawings.reader import read_drawing


def on_config(config):
    extra = config.extra
    extra["drawings"] = {}
    find = lambda source: extra["drawings"].get(normpath(join(dirname(extra["sh"].here), source)))  # noqa: E731
    config.markdown_extensions.append(DrawingExtension(find))
    return config


def on_files(files, *, config):
    site = config.extra["site"]
    for file in files:
        if file.src_uri.endswith(".svg") and file.src_dir == config.docs_dir:
            drawing, problems = read_drawing(file.content_string, f"docs/{file.src_uri}")
            site.notes[f"docs/{file.src_uri}"] = file.content_string
            site.problems += problems
            config.extra["drawings"][file.src_uri] = drawing
    return files
