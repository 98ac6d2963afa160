"""Text as Typst markup that shows it letter for letter, and breaks only where Korean does."""

from __future__ import annotations

import re

from sellerhelp.book.face import Face
from sellerhelp.book.keep_all import TIE

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
    r"(?:영업일|개월|시간|글자|퍼센트|퍼센트포인트|원|일|개|건|회|시|분|초|년|월|주|달|점|쪽|권|자|명|배|번|차|칸|줄|가지|종|곳|만|억|천|조"
    r"|MB|KB|GB|kB|TB|px|cm|mm|km|kg|mg|g|ml|mL|L|m|°C|℃|%)"
)
_NUMBER_AND_UNIT = re.compile(rf"(?<!\S)\S*\d (?={_UNIT}(?:$|[^A-Za-z]))\S+|(?<!\S)\d{{1,2}}월 \d{{1,2}}일\S*")
# What stands behind a quantity.
_BOUND = (
    r"(?:미만|이하|이상(?!한)|초과|동안|안에|이내|까지|넘게|단위"
    r"|[안전뒤후](?:에|의|으?로|은|는|이|을|인|만|이면|까지|부터)?(?:는|도)?(?![가-힣]))"
)
# What reads as one: a space of these ends a line only where the line is too narrow for both sides. A sign ends the line
# that it stands on; a bound noun stays behind its verb, and a numeral or a pointing word before its noun.
_TIED = re.compile(
    r"(?<=\d년) (?=\d{1,2}월)|(?<=\d월) (?=\d{1,2}일)"
    rf"|(?<=\d) (?={_UNIT}(?:$|[^A-Za-z]))"
    rf"|(?<=[\d원일월년주달시분초개건회번배%간점쪽기는]) (?={_BOUND})"
    r"|(?<=수집) (?=자료 기준)|(?<=자료) (?=기준)|(?<=기사) (?=기준)|(?<=수집일) (?=미표기)"
    r"|(?<=[ ‘“(][^\w\s]) (?=[^\w\s](?: |$))|(?<= [^\w\s]) (?=기호)"
    r"|(?<=[가-힣]) (?=수(?: [있없]| ?$|[는도가밖]))|(?<=[가-힣]) (?=[것때]\b)"
    r"|(?:(?<=^[그이한두세네])|(?<=[\s(‘“][그이한두세네])) (?=[가-힣])"
    r"|(?<=\S) (?=[×÷=+→≥≤<>−~](?: |$))"
)
# More than so much of its line would leave a hole behind the line before.
_MOST_TIED = 0.85


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
    """Returns what must not break even in the narrowest cell: words, and numbers with the units behind them."""
    paired = _NUMBER_AND_UNIT.sub(lambda pair: pair[0].replace(" ", TIE), text)
    return [pair.replace(TIE, " ") for pair in paired.split(" ") if pair]


def tied(text: str, face: Face, line: float) -> str:
    """Returns a text whose spaces are held where no line is to end. line: the width that it has, in ems."""
    held = _TIED.sub(TIE, text)
    if held == text:
        return text
    return " ".join(_loosened(part, face, line) for part in held.split(" "))


def is_tied(before: str, after: str) -> bool:
    """Says whether no line is to end between two texts that a space parts."""
    return any(found.start() == len(before) for found in _TIED.finditer(f"{before} {after}"))


def _loosened(part: str, face: Face, line: float) -> str:
    """Gives the spaces of a tied part back where it is too long for its line, but keeps numbers with their units."""
    if TIE not in part or face.width(part) <= line * _MOST_TIED:
        return part
    free = part.replace(TIE, " ")
    return _NUMBER_AND_UNIT.sub(lambda pair: pair[0].replace(" ", TIE) if face.width(pair[0]) < line else pair[0], free)


def words(text: str, face: Face, line: float) -> str:
    """Returns a text as markup. line: the width that it has, in ems; only a longer word may break inside."""
    text = tied(text, face, line)
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
