"""Where a link leads, below the site's root."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urljoin, urlsplit

from sellerhelp.manuals import resolve

# Only to join addresses; nothing is asked of it.
_BASE = "http://site.invalid/"
# What nearly all links of a page look like, and each page has a hundred: the library takes thirty times as long for them.
_SIMPLE = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w-][\w.-]*))?")


def split(link: str, here: str) -> tuple[str, str]:
    """Splits a link of a finished page into the address below the root that it leads to, and its anchor or "".

    link: as a browser reads it, without a scheme. here: the address of the page that holds it.
    """
    if simple := _SIMPLE.fullmatch(link):
        ups, way, anchor = simple.groups("")
        if not ups and not way:
            return unquote(here), anchor
        folders = here.split("/")[:-1]
        above = folders[: max(0, len(folders) - len(ups) // 3)]
        return unquote("/".join([*above, way])), anchor
    target = urlsplit(urljoin(_BASE + here, link))
    return unquote(target.path[1:]), unquote(target.fragment)


def keys(target: str, source: str, addresses: Mapping[str, str]) -> set[str]:
    """Returns the forms in which a written link can appear in a finished page: as it is, and resolved.

    source: the file below docs/ that holds it. addresses: page path -> address below the root.
    """
    if urlsplit(target).scheme:
        return {target}
    path, anchor = resolve(unquote(target), source)
    address = addresses.get(path, path)
    return {target, joined(address, anchor)}


def joined(address: str, anchor: str) -> str:
    """Writes a resolved address: never equal to a link as it was written."""
    return f"/{address}" + (f"#{anchor}" if anchor else "")


def file_link(address: str, anchor: str, source: str, addresses: Mapping[str, str]) -> str:
    """Returns how a writer names a page: the way from one file to another, or "" when no page has that address."""
    path = next((path for path, known in addresses.items() if known == address), "")
    if not path:
        return ""
    tail = f"#{anchor}" if anchor else ""
    return tail if path == source and tail else relpath(path, dirname(source) or ".") + tail


def as_page(address: str, addresses: Mapping[str, str]) -> str | None:
    """Returns the address of the page that "invoice.html", "invoice/index.html" or "invoice" mean, or None."""
    known = set(addresses.values())
    bare = address.removesuffix(".html").removesuffix("index").rstrip("/")
    form = f"{bare}/" if bare else ""
    return form if form in known else None


def beside(link: str, source: str) -> str:
    """Returns the path below docs/ that a link relative to a source file means."""
    return normpath(join(dirname(source), link))
