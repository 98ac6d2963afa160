"""The change history as an Atom feed (RFC 4287); the same changes give the same bytes."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sellerhelp.changes.change import Change

FEED = "changes.xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 100


@dataclass(frozen=True)
class Feed:
    """title, author: plain text. site: the site's absolute address, with a slash at its end. page: of the history, below it.

    tag: the first half of every id, a tag: URI (RFC 4151) that stays when the site moves. today: for a feed without entries.
    """

    title: str
    author: str
    site: str
    page: str
    tag: str
    today: date


def atom(feed: Feed, changes: Iterable[Change]) -> bytes:
    """Returns the feed of the latest changes, which come in order."""
    shown = list(changes)[:MOST_ENTRIES]
    root = etree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "ko"})
    _text(root, "id", f"{feed.tag}changes")
    _text(root, "title", feed.title)
    _text(root, "updated", _midnight(max((change.date for change in shown), default=feed.today)))
    etree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.site + FEED})
    etree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.site + feed.page})
    _text(etree.SubElement(root, "author"), "name", feed.author)
    for change in shown:
        _entry(etree.SubElement(root, "entry"), feed, change)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(entry: etree.Element, feed: Feed, change: Change) -> None:
    _text(entry, "id", feed.tag + quote(f"{change.date}/{change.key}", safe="/"))
    _text(entry, "title", f"[{change.kind}] {change.title}")
    _text(entry, "updated", _midnight(change.date))
    etree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": feed.site + change.address})
    etree.SubElement(entry, "category", {"term": change.kind})
    _text(entry, "content", change.text, {"type": "text"})


def _text(parent: etree.Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    etree.SubElement(parent, name, attributes or {}).text = writable(text)


def writable(text: str) -> str:
    """Drops the letters that XML 1.0 cannot hold in any spelling (https://www.w3.org/TR/xml/#charsets)."""
    return "".join(letter for letter in text if _is_char(ord(letter)))


def _is_char(code: int) -> bool:
    return code in (0x9, 0xA) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+09:00"
