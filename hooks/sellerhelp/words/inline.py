"""Takes the Markdown out of a paragraph; what is the screen's and not the writer's becomes a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.words.traced import LABEL, Traced

_MOST = 200  # letters in one pair of marks: a lone mark never searches the whole file
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_CODE = re.compile(rf"(?<!`)(`{{1,3}})(?!`)(.{{1,{_MOST}}}?)(?<!`)\1(?!`)", re.S)
_IMAGE = re.compile(rf"!\[([^\]\n]{{0,{_MOST}}})\](?:\([^)\n]{{0,500}}\)|\[[^\]\n]{{0,{_MOST}}}\])")
_LINK = re.compile(rf"\[([^\[\]]{{1,{_MOST}}})\](?:\([^)\n]{{0,500}}\)|\[[^\]\n]{{0,{_MOST}}}\])")
_ADDRESS = re.compile(r"<?(?:https?://|mailto:|tel:)[!-~]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.A)
_TAG = re.compile(rf"</?[A-Za-z][^<>]{{0,{_MOST}}}>")
_ATTRIBUTES = re.compile(rf"[ \t]?\{{:?[ \t]*[#.][^{{}}\n]{{0,{_MOST}}}\}}")
_BOLD = re.compile(rf"(\*\*|__)(?=\S)([^*\n]{{1,{_MOST}}}?)(?<=\S)\1")
_ITALIC = re.compile(rf"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{{1,{_MOST}}}?)(?<=[^\s*_])\1(?![\w*])", re.A)
_STRUCK = re.compile(rf"(~~|==|\^\^)(?=\S)(.{{1,{_MOST}}}?)(?<=\S)\1")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.I)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE = re.compile(
    rf"‘[^‘’]{{1,{_MOST}}}’|“[^“”]{{1,{_MOST}}}”|「[^「」]{{1,{_MOST}}}」|『[^『』]{{1,{_MOST}}}』|\"[^\"\n]{{1,{_MOST}}}\""
)
# {{ 판매수수료 }}: a dated value, whose letters depend on the day.
_VALUE = re.compile(rf"\{{\{{[^{{}}\n]{{1,{_MOST}}}\}}\}}")
# One of these stands in whatever the patterns above find; most cells and sentences hold none.
_MARK = re.compile(r"""[`!\[<{*_~=^&\\‘“「『"@:]""")
STEP = " > "  # between the labels of a menu path


def plain(paragraph: Traced) -> Traced:
    """Returns the text of a paragraph without its markup."""
    if not _MARK.search(paragraph.text):
        return paragraph
    text = paragraph.sub(_CODE, lambda found: LABEL).sub(_VALUE, lambda found: LABEL)
    text = text.sub(_IMAGE, lambda found: "").sub(_LINK, lambda found: found.span(1))
    text = text.sub(_ADDRESS, lambda found: LABEL).sub(_TAG, lambda found: "").sub(_ATTRIBUTES, lambda found: "")
    text = text.sub(_BOLD, lambda found: LABEL if STEP in found[2] else found.span(2))
    text = text.sub(_ITALIC, lambda found: found.span(2)).sub(_STRUCK, lambda found: found.span(2))
    text = text.sub(_ENTITY, lambda found: " ").sub(_ESCAPE, lambda found: found.span(1))
    return text.sub(_QUOTE, lambda found: found[0][0] + LABEL + found[0][-1])


def alternatives(paragraph: Traced) -> Iterator[Traced]:
    """Yields what stands for the pictures of a paragraph where they are not seen."""
    for found in _IMAGE.finditer(paragraph.text):
        yield paragraph[found.start(1) : found.end(1)].strip()


def without_comments(source: Traced) -> Traced:
    """Leaves HTML comments out: nobody reads them."""
    return source.sub(_COMMENT, lambda found: "") if "<!--" in source.text else source
