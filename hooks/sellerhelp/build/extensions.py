"""What Markdown extensions ask the build through the functions that they were given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sellerhelp.build.asked import Asked
from sellerhelp.build.printed import Opaque, Printer


def note_questions(extensions: Iterable[Any], asked: Asked) -> None:
    """Puts a noted question in the place of each function that an extension of ours holds."""
    for position, extension in enumerate(extensions):
        if not isinstance(extension, str):
            name = f"{position} {type(extension).__qualname__}"
            for key, value in vars(extension).items():
                if _is_question(value):
                    setattr(extension, key, asked.way(f"{name} {key}", value))
            for key, setting in getattr(extension, "config", {}).items():
                if _is_question(setting[0]):
                    setting[0] = asked.way(f"{name} {key}", setting[0])


def _is_question(value: Any) -> bool:
    return callable(value) and not isinstance(value, type)


def printed_parser(extensions: Iterable[Any], configs: Mapping[str, Any]) -> str:
    """Prints how the Markdown parser is put together; extensions of ours are known by their code."""
    names = [one if isinstance(one, str) else type(one).__qualname__ for one in extensions]
    try:
        return Printer()([names, dict(configs)])
    except Opaque as what:
        raise ValueError(f"a Markdown extension is configured with a {what}, which cannot be compared") from what
