"""The pictures of the books, from the site's sources; one that is missing or cannot be read is told with its place."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, unquote_to_bytes, urljoin

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Picture, rebuilt
from sellerhelp.book.face import read_face
from sellerhelp.book.flush import flush_left
from sellerhelp.book.keep_all import hold
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach

_NOWHERE = "http://site.invalid/"
_FORMATS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
_INLINE = "data:image/svg+xml,"
# A book has two inks within; what is marked in the third on screen has a heavier line or bold words, too.
_INKS = {b"#d4521c": b"#0d4768", b"#fbeadf": b"#c9dbe7"}
# Between two elements of a drawing: words, if anything.
_WORDS = re.compile(rb">[^<]*<")


def placed_pictures(chapter: Chapter, files: Mapping[str, bytes]) -> tuple[Chapter, dict[str, bytes], list[Trouble]]:
    """Names the pictures of a chapter as files for the press.

    files: address below the site's root -> content. Returns the chapter with the names, the contents by
    name, and what is missing. Names carry the content's hash: equal books come from equal files.
    """
    found: dict[str, bytes] = {}
    troubles: list[Trouble] = []

    def change(inline: Any) -> tuple[Any, ...] | None:
        if not isinstance(inline, Picture):
            return None
        content = _content(inline.source, chapter.address, files)
        suffix = _suffix(content) if content else ""
        if not content or not suffix:
            troubles.append(_trouble(inline.source, is_there=bool(content)))
            return ()
        part = 1.0
        if suffix == ".svg":
            content, part = flush_left(_in_two_inks(content), read_face())
            content = _WORDS.sub(_held, content)
        name = hashlib.sha256(content).hexdigest()[:16] + suffix
        found[name] = content
        return (replace(inline, source=name, width=round(inline.width * part)),)

    return replace(chapter, blocks=rebuilt(chapter.blocks, change)), found, troubles


def _held(words: re.Match[bytes]) -> bytes:
    """Holds the words of a drawing as all others: a glyph that stands for two characters is copied as a line of its own."""
    return hold(words[0].decode("utf-8", "replace")).encode()


def _in_two_inks(drawing: bytes) -> bytes:
    for colour, ink in _INKS.items():
        drawing = re.sub(re.escape(colour), ink, drawing, flags=re.I)
    return drawing


def _content(source: str, address: str, files: Mapping[str, bytes]) -> bytes | None:
    if source.startswith(_INLINE):
        return source.removeprefix(_INLINE).encode()
    if source.startswith("data:"):
        return unquote_to_bytes(source.partition(",")[2]) or None
    return files.get(unquote(urljoin(_NOWHERE + address, source)).removeprefix(_NOWHERE))


def _suffix(content: bytes) -> str:
    """Returns the ending that tells the press what a file is, or "" for what it cannot print."""
    if content.lstrip()[:5] in (b"<?xml", b"<svg ", b"<svg>", b"<!DOC"):
        return ".svg"
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as image:
            return "." + _FORMATS[image.format] if image.format in _FORMATS else ""
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""


def _trouble(source: str, is_there: bool) -> Trouble:
    name = source.rsplit("/", 1)[-1]
    if is_there:
        text, mend = (
            f"그림 {attach(name, '을/를')} 책에 찍을 수 없어요.",
            "PNG, JPG, WebP, SVG 가운데 하나로 저장하세요.",
        )
    else:
        text, mend = (
            f"그림 {attach(name, '이/가')} 없어요.",
            "파일 이름과 폴더를 확인하세요. 예: ![주문 화면](order.png)",
        )
    return Trouble((f"]({source}", f"]({name}", name), text, mend, "book-picture")
