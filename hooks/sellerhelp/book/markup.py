"""Text as Typst markup that shows it letter for letter, and breaks only where Korean does."""

from __future__ import annotations

import re

from sellerhelp.book.face import Face

# What means something in markup (https://typst.app/docs/reference/syntax/#markup). Lists and headings mean
# it at the start of a line only, but a line's start is not known here.
_SPECIAL = re.compile(r"[\\#*_`$<>@\[\]~/\"'=+\-]|(?<=\d)\.|\.(?=\.)|(?<=\.)\.")
# Inside a word a line may break after these (UAX 14: SY, HY, BA, EX, IN, CL, NS) or beside ideographs: such a
# word needs a box. Hangul, Latin, digits, quotes and brackets hold together by themselves.
_BREAKS_INSIDE = re.compile(
    r"[/\-‐–—…?!~|」』】〉》〕・\u3000\u3041-\u9fff\uff00-\uffee](?=\S)|(?<=\S)[/\-‐–—…「『【〈《〔\u3041-\u9fff]"
)
# Units that writers set apart from their number.
_UNIT = (
    r"(?:영업일|개월|시간|글자|퍼센트|퍼센트포인트|원|일|개|건|회|시|분|초|년|월|주|점|쪽|권|자|명|배|번|차|칸|줄|가지|만|억|천|조"
    r"|MB|KB|GB|kB|TB|px|cm|mm|km|kg|mg|g|ml|mL|L|m|°C|℃|%)"
)
_NUMBER_AND_UNIT = re.compile(rf"(?<!\S)\S*\d (?={_UNIT}(?:$|[^A-Za-z]))\S+|(?<!\S)\d{{1,2}}월 \d{{1,2}}일\S*")


def breaks_inside(text: str) -> bool:
    """Says whether a word would break by itself."""
    return bool(_BREAKS_INSIDE.search(text))


def escaped(text: str) -> str:
    """Returns the text with every mark of the language taken literally."""
    return _SPECIAL.sub(lambda mark: "\\" + mark[0], text)


def string(text: str) -> str:
    """Returns the text as a Typst string literal."""
    return (
        '"'
        + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "")
        + '"'
    )


def whole_words(text: str) -> list[str]:
    """Returns what must not break: words, and numbers with the units behind them."""
    return [pair.replace("\u00a0", " ") for pair in _NUMBER_AND_UNIT.sub(_tied, text).split(" ") if pair]


def _tied(pair: re.Match[str]) -> str:
    return pair[0].replace(" ", "\u00a0")


def words(text: str, face: Face, line: float) -> str:
    """Returns a text as markup. line: the width that it has, in ems; only a longer word may break inside."""
    marked = []
    last = 0
    for pair in _NUMBER_AND_UNIT.finditer(text):
        if face.width(pair[0]) < line:
            marked.append(_single_words(text[last : pair.start()], face, line))
            marked.append(f"#box[{escaped(pair[0])}];")
            last = pair.end()
    marked.append(_single_words(text[last:], face, line))
    return "".join(marked)


def _single_words(text: str, face: Face, line: float) -> str:
    # Few words need more than escaping: the rest goes through in one piece.
    if not _BREAKS_INSIDE.search(text) and len(text) < line:
        return escaped(text)
    return " ".join(word(one, face, line) if one else "" for one in text.split(" "))


def word(text: str, face: Face, line: float) -> str:
    """Returns one word as markup: whole, in a box where the standard would break it, or loose where it is too long."""
    width = face.width(text) if len(text) * 2 > line else 0
    if width > line:
        return f"#loose({string(text)});"
    return f"#box[{escaped(text)}];" if breaks_inside(text) else escaped(text)


def address(text: str, face: Face, line: float) -> str:
    """Returns an address that breaks behind a slash or a dot, never at a hyphen that it may seem to gain or lose."""
    parts = re.findall(r"[^/.]*[/.]+|[^/.]+", text)
    return "".join(
        f"#box[{escaped(part)}];" if face.width(part) <= line else f"#loose({string(part)});" for part in parts
    )
