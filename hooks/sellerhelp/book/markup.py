"""Text as Typst markup that shows it letter for letter, and breaks only where Korean does."""

from __future__ import annotations

import re
from functools import lru_cache

from sellerhelp.book.face import Face
from sellerhelp.book.keep_all import FIRST, LAST, TIE

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
_DAY = r"\d{1,2}(?:[–~-]\d{1,2})?일"
_NUMBER_AND_UNIT = re.compile(rf"(?<!\S)\S*\d (?={_UNIT}(?:$|[^A-Za-z]))\S+|(?<!\S)\d{{1,2}}월 {_DAY}\S*")
# What stands behind a quantity.
_BOUND = (
    r"(?:미만|이하|이상(?!한)|초과|동안|안에|이내|까지|넘게|단위"
    r"|[안전뒤후](?:에|의|으?로|은|는|이|을|인|만|이면|까지|부터)?(?:는|도)?(?![가-힣]))"
)
# Verbs end like this before a noun (ㄴ and ㄹ below), and before a verb that helps them.
_ADNOMINAL = "".join(chr(code) for code in range(FIRST, LAST + 1) if (code - FIRST) % 28 in (4, 8))
_LINKING = "어아여해져려쳐겨켜혀워와봐돼둬줘꿔춰떠써껴펴셔녀"
_END = r"(?=[은는이가을를에의도으로와과만부까마예,.)’” ]|$)"
_BOUND_NOUN = rf"(?:(?:[것때날데지]|곳){_END}|만큼|대로|뿐|거(?=예|죠|라)|줄(?= [알모])|채(?=[ 로]|$))"
_HELPING = r"(?:있[어는던을으]|줘|주[세면시]|줍|둬|두[세면]|둔|둡|봐|보세|놓|놔)"
# What reads as one: a space of these ends a line only where the line is too narrow for both sides. A sign ends the line
# that it stands on; a bound noun stays behind its verb, and a numeral, a pointing word or a "not" before its word.
_TIED = re.compile(
    rf"(?<=\d년) (?=\d{{1,2}}월)|(?<=\d월) (?={_DAY})|(?<=\d일) (?=[월화수목금토일]요일)"
    r"|(?<=\d[억만천]) (?=[\d,]+(?:[만천]|원))|(?<=\d) (?=[억만] ?[\d원])"
    r"|(?:(?<=오전)|(?<=오후)|(?<=매[일주월년달])|(?<=없이)|(?<=번길)) (?=\d)|(?<=국번) (?=없이)"
    rf"|(?<=\d) (?={_UNIT}(?:$|[^A-Za-z]))"
    rf"|(?<=[\d원일월년주달시분초개건회번배%간점쪽기는]) (?!(?<=는 )안)(?={_BOUND})"
    # "수집 자료 기준이에요" as a whole would leave a hole, or end its paragraph as if it were one word.
    r"|(?<=수집) (?=자료 기준)|(?<=기사) (?=기준)|(?<=수집일) (?=미표기)"
    r"|(?<=[ ‘“(][^\w\s]) (?=[^\w\s](?: |$))|(?<= [^\w\s]) (?=기호)"
    r"|(?<=[가-힣]) (?=수(?: [있없]| ?$|[는도가밖]))|(?<= 수) (?=[있없])|(?<=[가-힣]) (?=[것때]\b)"
    rf"|(?<=[{_ADNOMINAL}]) (?={_BOUND_NOUN})|(?<=[{_LINKING}]) (?={_HELPING})|(?<=야) (?=[하해할한합되돼될된됩])"
    r"|(?:(?<=^[그이한두세네몇안못옛첫새맨])|(?<=[\s(‘“][그이한두세네몇안못옛첫새맨])) (?=[가-힣])"
    r"|(?<=몇[십백천만]) (?=[가-힣])|(?<=다음) (?=[날달해](?:$|[^가-힣]|[은는이가을를에의도로부까]))|(?<=둘) (?=다\b)|(?<=어느) (?=[가-힣])"
    r"|(?<=1:1) (?=문의)|(?<=근로자의) (?=날)|(?:(?<=\d-[\dQ])|(?<=\d-\d\d)) (?=[가-힣])"
    r"|(?<=\S) (?=[×÷=+→≥≤<>−~](?: |$))"
)
# The name of something on the screen.
_QUOTED = re.compile(r"‘[^‘’]{1,14}’")
# A place where a line may end, until the text is written out (typ/parts.typ).
_MAY_END, MAY_END = "\u200b", "#may-end;"
# More of its line than the first leaves a hole behind the line before, or more than the second does in a long one; so
# many ems always may.
_MOST_TIED, _MOST_OF_LONG, _ALWAYS = 0.85, 0.36, 9.0
NO_RUNT = 5.0  # ems of a last line


def breaks_inside(text: str) -> bool:
    """Says whether a word would break by itself."""
    return bool(_BREAKS_INSIDE.search(text))


def escaped(text: str) -> str:
    """Returns the text with every mark of the language taken literally."""
    return _SPECIAL.sub(lambda mark: "\\" + mark[0], text).replace(_MAY_END, MAY_END)


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
    held = _held(text)
    if held == text:
        return text
    return " ".join(_loosened(part, face, line) for part in held.split(" "))


@lru_cache(1 << 14)  # a page stands in two books
def _held(text: str) -> str:
    if " " not in text:
        return text
    return _QUOTED.sub(lambda name: name[0].replace(" ", TIE), _TIED.sub(TIE, text))


def as_one(text: str, face: Face, line: float) -> str:
    """Returns a name of two words with its space held, any other text as it is. line: the width that it has, in ems."""
    return text.replace(" ", TIE) if text.count(" ") == 1 and face.width(text) <= _most(line) else text


def _most(line: float) -> float:
    return min(line * _MOST_TIED, max(line * _MOST_OF_LONG, _ALWAYS))


def is_tied(before: str, after: str) -> bool:
    """Says whether no line is to end between two texts that a space parts."""
    both, at = f"{before} {after}", len(before)
    is_name = any(found.start() < at < found.end() for found in _QUOTED.finditer(both))
    return is_name or any(found.start() == at for found in _TIED.finditer(both))


def _loosened(part: str, face: Face, line: float) -> str:
    """Gives spaces of a tied part back where it is too long for its line, but keeps numbers with their units."""
    if TIE not in part or face.width(part) <= _most(line):
        return part
    free = part.replace(TIE, " ")
    firm = _NUMBER_AND_UNIT.sub(lambda pair: pair[0].replace(" ", TIE) if face.width(pair[0]) < line else pair[0], free)
    first, *rest = firm.split(" ")
    joined = [first]
    for one in rest:  # as much of it together as may be
        both = f"{joined[-1]}{TIE}{one}"
        joined[-1:] = [both] if face.width(both) <= _most(line) else [joined[-1], one]
    return " ".join(joined)


def words(text: str, face: Face, line: float) -> str:
    """Returns a text as markup. line: the width that it has, in ems; only a longer word may break inside."""
    text = as_no_runt(tied(text, face, line), face)
    # Few words need more than escaping: the rest goes through in one piece.
    if not _BREAKS_INSIDE.search(text) and len(text) < line:
        return escaped(text)
    return " ".join(word(one, face, line) if one else "" for one in text.split(" "))


def cut_name(text: str, face: Face, line: float) -> str:
    """Returns a name that is longer than the line, in ems, as one whose lines end before a bracket or behind a slash."""
    words_ = text.split(" ")
    cut = (one.replace("/", f"/{_MAY_END}") if face.width(one) > line else one for one in words_)
    return " ".join(cut).replace(" (", f" {_MAY_END}(")


def as_no_runt(text: str, face: Face) -> str:
    """Marks a last part of several words that fills enough of a line by itself.

    The press takes a last line in which no line may end for a single word, and avoids it at any price.
    """
    before, space, last = text.rpartition(" ")
    return f"{before} {_MAY_END}{last}" if space and TIE in last and face.width(last) >= NO_RUNT else text


def word(text: str, face: Face, line: float) -> str:
    """Returns one word as markup: whole, in a box where the standard would break it, or loose where it is too long."""
    if _MAY_END in text:
        return MAY_END.join(word(part, face, line) for part in text.split(_MAY_END))
    width = face.width(text) if len(text) * 2 > line else 0
    if width > line:
        return f"#loose({string(text)});"
    return f"#box[{escaped(text)}];" if breaks_inside(text) else escaped(text)


def address(text: str, face: Face, line: float) -> str:
    """Returns an address that breaks behind a slash.

    Where the line is too narrow for what stands between two, behind a hyphen of its own or a dot; behind no other letter,
    unless nothing else is left.
    """
    parts = re.findall(r"[^/]*/+|[^/]+", text)
    for sign in "-.":
        parts = [one for part in parts for one in _cut(part, sign, face.width(part) > line)]
    return "".join(
        f"#box[{escaped(part)}];" if face.width(part) <= line else f"#loose({string(part)});" for part in parts
    )


def _cut(part: str, sign: str, is_long: bool) -> list[str]:
    return re.findall(rf"[^{re.escape(sign)}]*{re.escape(sign)}+|[^{re.escape(sign)}]+", part) if is_long else [part]
