"""Where answers are sent: the one setting of the feedback, checked before a page relies on it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.yamltext import Place

KEY = "feedback_endpoint"
# A preview sends to a receiver on the writer's own machine.
_LOCAL = {"localhost", "127.0.0.1"}
_MEND = "같은 사이트라면 /로 시작하는 길을, 다른 곳이라면 https:// 주소를 적으세요. 예: feedback_endpoint: /feedback"


def read_endpoint(value: object, source: str, shown: str) -> tuple[str, list[Problem]]:
    """Returns the address to send to, "" when the feedback is off or the address cannot be used.

    value: of the setting. source: the whole text of the settings file. shown: its path in problems.
    """
    if value is None or value == "":
        return "", []
    if isinstance(value, str) and _is_usable(value):
        return value, []
    text = f"의견을 받을 주소 {attach(str(value), '을/를')} 쓸 수 없어요."
    return "", [_place(source, shown).problem(text, _MEND, rule="feedback-endpoint")]


def _is_usable(value: str) -> bool:
    """Takes a way below the own origin or an https address, without user, query or fragment."""
    if not re.fullmatch(r"[!-~]+", value) or set(value) & set("\"'<>\\?#"):
        return False
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  a port that is no number raises here
    except ValueError:
        return False
    if value.startswith("/"):
        return not value.startswith("//")
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)
    return is_safe and bool(parts.hostname) and "@" not in parts.netloc


def _place(source: str, shown: str) -> Place:
    """Returns where the setting stands; a value from the environment stands where the setting names it."""
    for number, line in enumerate(source.splitlines(), 1):
        if line.lstrip().startswith(f"{KEY}:"):
            return Place(shown, number, line.index(KEY) + 1)
    return Place(shown, 1, 1)
