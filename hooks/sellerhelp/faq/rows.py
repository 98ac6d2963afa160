"""Questions as the templates want them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sellerhelp.faq.entry import Entry
from sellerhelp.manuals import resolve
from sellerhelp.site import Site


def rows(site: Site, entries: Iterable[Entry], root: str) -> list[dict[str, Any]]:
    """Returns one row an entry. root: the way from the page to the site's root, "" or "../" and so on."""
    return [_row(site, entry, root) for entry in entries if entry.id in site.answers]


def _row(site: Site, entry: Entry, root: str) -> dict[str, Any]:
    answer = site.answers[entry.id]
    pages = [_page(site, entry, link.target, root) for link in entry.related if _exists(site, entry, link.target)]
    return {
        "entry": entry,
        "answer": answer.on_page(root),
        "first": answer.first,
        "address": address(site, entry, root),
        "pages": _once(pages),
    }


def _once(pages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Keeps the first of several sections of one page: to a reader they are one page."""
    kept: dict[str, dict[str, str]] = {}
    for page in pages:
        kept.setdefault(page["number"] or page["title"], page)
    return list(kept.values())


def address(site: Site, entry: Entry, root: str) -> str:
    """Returns the permanent address of an entry: its anchor on its manual's page of questions, or its overview."""
    manual = next((manual for manual in site.manuals if manual.folder == entry.manual), None)
    page = (manual.questions or manual.index).path if manual else "faq.md"
    return f"{root}{site.addresses.get(page, '')}#{entry.id}"


def _exists(site: Site, entry: Entry, target: str) -> bool:
    return resolve(target, entry.source)[0] in site.heads


def _page(site: Site, entry: Entry, target: str, root: str) -> dict[str, str]:
    path, anchor = resolve(target, entry.source)
    return site.page_link(path, root, anchor)
