"""Links between pages, rewritten when a page or the text that holds them moves."""

from __future__ import annotations

import re
from posixpath import dirname, relpath

from sellerhelp.manuals import resolve

# A page as writers name it, in Markdown, in a head and in data: cancel.md, ../orders/cancel.md#when.
_PAGE = re.compile(r"(?<![\w/.:#-])((?:\.{1,2}/)*[\w-][\w./-]*\.md)(?![\w/-])")
# What stands in the brackets of a Markdown link or picture, or after the colon of a link's definition.
_LINK = re.compile(r"(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)([^\s)>#]+)", re.M)


def renamed_page(text: str, base: str, old: str, new: str) -> str:
    """Returns a text whose links to one page name its new path; anchors stay.

    base: the path of the text below docs/. old, new: the page's paths below docs/.
    """

    def replace(match: re.Match[str]) -> str:
        return link_to(new, base) if resolve(match[1], base)[0] == old else match[1]

    return _PAGE.sub(replace, text)


def moved_text(text: str, base: str, new_base: str) -> str:
    """Returns a text whose Markdown links still lead to the same places from another file.

    base, new_base: where the text was and where it goes, below docs/.
    """
    if dirname(base) == dirname(new_base):
        return text
    return _LINK.sub(lambda match: match[1] + moved_link(match[2], base, new_base), text)


def moved_pages(text: str, base: str, new_base: str) -> str:
    """Does for bare names of pages, as heads and data hold them, what moved_text() does for links."""
    if dirname(base) == dirname(new_base):
        return text
    return _PAGE.sub(lambda match: moved_link(match[1], base, new_base), text)


def moved_link(link: str, base: str, new_base: str) -> str:
    """Returns a relative link as it is written in another file; addresses of other kinds stay."""
    if ":" in link.split("/")[0] or link.startswith(("/", "#")):
        return link
    path, anchor = resolve(link, base)
    return link_to(path, new_base) + (f"#{anchor}" if anchor else "")


def link_to(path: str, base: str) -> str:
    """Returns the relative link from one file to another, both below docs/."""
    return relpath(path, dirname(base) or ".")
