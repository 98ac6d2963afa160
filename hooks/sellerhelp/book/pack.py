"""The PDF as it is handed out: its text released, its objects packed, the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from sellerhelp.book.keep_all import release

_CODES = re.compile(rb"<([0-9A-Fa-f]{4,})>(?=\s*(?:\r|\n|$))")
_WORDS_IN_PAGE = re.compile(rb"<FEFF([0-9A-Fa-f]*)>")
# Where a PDF keeps words beside the drawn text: outlines, alternatives, titles of structure, link descriptions. Each is
# rewritten where it lies: to ask a file of 300 pages for its 25,000 objects one by one took longer than to write it.
_WORDS = re.compile(rb"(/(?:Title|T|Alt|ActualText|E|Contents|Subject|Author|Keywords) ?<FEFF)([0-9A-F]*)>")
_MAPS = re.compile(rb"/ToUnicode (\d+) 0 R")
# Crop marks stand this far off the trim and are this long, in points; the sheet grows by both.
_MARK_GAP, _MARK = 10.0, 14.0


@dataclass(frozen=True)
class Packed:
    data: bytes
    pages: int


def pack(data: bytes, has_marks: bool = False) -> Packed:
    """Finishes a PDF from the press. has_marks: crop marks around the trim, for a print shop."""
    data = _WORDS.sub(_released_in_place, data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.Metadata.write(release(pdf.Root.Metadata.read_bytes().decode()).encode())
        for number in sorted({int(number) for number in _MAPS.findall(data)}):
            _release_map(pdf.get_object(number, 0))
        for page in pdf.pages:
            _release_page(page)
            _boxes(pdf, page, has_marks)
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
            deterministic_id=True,
        )
        return Packed(out.getvalue(), len(pdf.pages))


def _released_in_place(found: re.Match[bytes]) -> bytes:
    """Returns a text of the same length, so that every object stays where the file's table says it is.

    White space in a hexadecimal string counts for nothing (PDF 32000-1, 7.3.4.3).
    """
    words = " ".join(release(_decoded(found[2])).split())
    return (found[1] + _encoded(words)).ljust(len(found[0]) - 1) + b">"


def _release_map(stream: pikepdf.Stream) -> None:
    """Rewrites a ToUnicode map (PDF 32000-1, 9.10.3): what a glyph says when it is copied."""

    stream.write(_CODES.sub(lambda found: b"<" + _released(found[1]) + b">", stream.read_bytes()))


def _release_page(page: pikepdf.Page) -> None:
    """Rewrites the alternatives that stand in a page's own content, beside the pictures."""
    contents = page.obj.get("/Contents")
    if not isinstance(contents, pikepdf.Stream):
        return
    content = contents.read_bytes()
    if b"<FEFF" in content:
        contents.write(_WORDS_IN_PAGE.sub(lambda found: b"<FEFF" + _released(found[1]) + b">", content))


def _released(digits: bytes) -> bytes:
    return _encoded(release(_decoded(digits)))


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass").hex().upper().encode()


def _boxes(pdf: pikepdf.Pdf, page: pikepdf.Page, has_marks: bool) -> None:
    """Names the bleed, and draws crop marks on a sheet that is larger by their length."""
    media = [float(edge) for edge in page.mediabox]
    if "/TrimBox" not in page.obj:
        page.obj.TrimBox = pikepdf.Array(page.mediabox)
        return
    page.obj.BleedBox = pikepdf.Array(page.mediabox)
    if not has_marks:
        return
    trim = [float(edge) for edge in page.trimbox]
    more = _MARK_GAP + _MARK - (trim[0] - media[0])
    page.obj.MediaBox = pikepdf.Array([media[0] - more, media[1] - more, media[2] + more, media[3] + more])
    page.obj.CropBox = page.obj.MediaBox
    lines = "".join(f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S " for x1, y1, x2, y2 in _marks(trim))
    drawing = f"/Artifact BMC q 0 G 0.25 w {lines}Q EMC\n"
    page.contents_add(pdf.make_stream(drawing.encode()))


def _marks(trim: list[float]) -> Iterator[tuple[float, float, float, float]]:
    left, bottom, right, top = trim
    for x, out in ((left, -1), (right, 1)):
        for y in (bottom, top):
            yield x + out * _MARK_GAP, y, x + out * (_MARK_GAP + _MARK), y
    for y, out in ((bottom, -1), (top, 1)):
        for x in (left, right):
            yield x, y + out * _MARK_GAP, x, y + out * (_MARK_GAP + _MARK)
