"""Syllables taken apart and put together (Unicode 3.12, Hangul syllables); jamo.js is the same."""

from __future__ import annotations

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# What two strokes on a keyboard make one letter.
JOINED = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
# The two-set keyboard (KS X 5002): what a Korean key writes when the keyboard is left in English.
KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
KEYS |= {key.upper(): letter for key, letter in KEYS.items()}
KEYS |= dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))  # with shift
_BASE, _BLOCK, _ROW = 0xAC00, 588, 28


def is_syllable(letter: str) -> bool:
    return "가" <= letter <= "힣"


def parts(letter: str) -> str:
    """Returns the jamo of a syllable, or the letter itself."""
    if not is_syllable(letter):
        return letter
    code = ord(letter) - _BASE
    last = LAST[code % _ROW].strip()
    return FIRST[code // _BLOCK] + MIDDLE[code % _BLOCK // _ROW] + last


def jamo(text: str) -> str:
    """Takes all syllables of a text apart."""
    return "".join(parts(letter) for letter in text)


def initials(text: str) -> str:
    """Returns the first consonants: 배송비 is ㅂㅅㅂ."""
    return "".join(parts(letter)[0] for letter in text)


def from_keys(latin: str) -> str:
    """Reads Latin letters as the Korean keys under them, capitals with shift: qothdql is 배송비, Qkfms is 빠른."""
    return compose("".join(KEYS.get(letter, letter) for letter in latin))


def compose(loose: str) -> str:
    """Puts loose jamo together as a keyboard would; what fits no syllable stays loose."""
    out = []
    at = 0
    while at < len(loose):
        if loose[at] in FIRST and _is_middle(loose, at + 1):
            syllable, at = _syllable(loose, at)
            out.append(syllable)
        else:
            out.append(loose[at])
            at += 1
    return "".join(out)


def _is_middle(loose: str, at: int) -> bool:
    return at < len(loose) and loose[at] in MIDDLE


def _syllable(loose: str, at: int) -> tuple[str, int]:
    first = loose[at]
    middle, at = _joined(loose, at + 1, MIDDLE)
    last = ""
    # A consonant closes the syllable only if no vowel takes it along to the next one.
    if at < len(loose) and loose[at] in LAST[1:] and not _is_middle(loose, at + 1):
        last, at = loose[at], at + 1
        pair = JOINED.get(last + loose[at : at + 1], "")
        if pair and not _is_middle(loose, at + 1):
            last, at = pair, at + 1
    code = FIRST.index(first) * _BLOCK + MIDDLE.index(middle) * _ROW + LAST.index(last or " ")
    return chr(_BASE + code), at


def _joined(loose: str, at: int, letters: str) -> tuple[str, int]:
    pair = JOINED.get(loose[at : at + 2], "")
    return (pair, at + 2) if pair and pair in letters else (loose[at], at + 1)
