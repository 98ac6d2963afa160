"""Adapter: lets the gate see the term list; sellerhelp/words reads it."""

from sellerhelp.words.terms import PATH


def on_files(files, *, config):
    if file := files.get_file_from_path(PATH.removeprefix("docs/")):
        config.extra["site"].sources[PATH] = file.content_string
    return files
