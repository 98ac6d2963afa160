"""The letters behind a noun when the noun changes: 고객이 -> 구매자가, 고객이에요 -> 구매자예요.

Source: 한글 맞춤법 제1항 부칙과 표준어 규정 제26항 (이에요/예요), 국립국어원 ‘조사의 이형태’.
"""

from __future__ import annotations

from sellerhelp.particle import attach, is_closed

# After a closed syllable / after an open one; the longer first, since 이 begins most of them.
_PARTICLES = [
    "이라든지/라든지", "이라든가/라든가", "이라고는/라고는", "이라고/라고", "이라도/라도", "이라면/라면", "이라야/라야", "이라는/라는",
    "이란/란", "이랑/랑", "이나마/나마", "이나/나", "이든지/든지", "이든가/든가", "이든/든", "이며/며", "이야말로/야말로", "이야/야",
    "이여/여", "으로/로", "과/와", "을/를", "은/는",
]  # fmt: skip
# The copula 이다: after an open syllable 이 is merged in these; in all others it may stay.
_COPULA = [
    "이에요/예요", "이었/였", "이어서/여서", "이어야/여야", "이어도/여도", "이라/라", "이란/란", "이면/면", "이지만/지만", "이든/든", "이나/나",
    "이며/며", "이랍/랍", "이죠/죠",
]  # fmt: skip
# Honorific particles made plain; with nothing left, 께서 was the subject.
_HONORIFIC = {"께서": "", "께": "에게"}
_TOPIC = ("는", "은")


def plain_tail(tail: str, noun: str) -> str:
    """Makes the honorific particle at the head of a tail plain: 께서는 -> 은/는, 께 -> 에게."""
    for honorific, plain in _HONORIFIC.items():
        if tail.startswith(honorific):
            rest = tail.removeprefix(honorific)
            if plain:
                return plain + rest
            if not rest:
                return _fitting("이/가", noun)
            return _fitting("은/는", noun) + rest[1:] if rest.startswith(_TOPIC) else rest
    return tail


def particle_tail(tail: str, noun: str, is_subject: bool = False) -> str:
    """Fits the particle at the head of a tail to the noun that now stands before it.

    is_subject: it is 이 or 가 and not one of the many that only begin so (이고, 이니).
    """
    return _refit(tail, noun, [*_PARTICLES, "이/가"] if is_subject else _PARTICLES)


def copula_tail(tail: str, noun: str, is_merged: bool) -> str:
    """Fits the copula 이다 at the head of a tail to the noun. is_merged: its 이 is not written, as in 유저고."""
    fitted = _refit(tail, noun, _COPULA)
    return f"이{tail}" if fitted == tail and is_merged and is_closed(noun) else fitted


def _refit(tail: str, noun: str, pairs: list[str]) -> str:
    for pair in pairs:
        closed, open_ = pair.split("/")
        for form in (closed, open_):
            if tail.startswith(form):
                return _fitting(pair, noun) + tail.removeprefix(form)
    return tail


def _fitting(pair: str, noun: str) -> str:
    return attach(noun, pair, quote=False).removeprefix(noun)


def fitting_differs(old: str, noun: str) -> bool:
    """Says whether any particle takes another form behind the new noun than behind the old one."""
    return any(_fitting(pair, old) != _fitting(pair, noun) for pair in ("이/가", "으로/로"))
