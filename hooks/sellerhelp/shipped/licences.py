"""The page of licences, as plain text: each part with its holders, then each text once."""

from __future__ import annotations

from collections.abc import Iterable

from sellerhelp.shipped.parts import Part, licence_text

NAME = "licenses.txt"
_LINE = "-" * 72


def licences(parts: Iterable[Part], font: str) -> str:
    """Returns the file. font: the text that came with the font."""
    parts = tuple(parts)
    shown = ["이 사이트에 담긴 다른 이들의 것과 그 사용권이에요. What this site holds of others, and their licences."]
    for part in parts:
        holders = "".join(f"\n  Copyright (c) {holder}" for holder in part.holders)
        shown.append(f"{part.name} ({part.licence})\n  {part.url}\n  {part.where}{holders}")
    texts = {part.licence: licence_text(part, font).strip() for part in parts}
    shown += [f"{_LINE}\n{name}\n{_LINE}\n\n{text}" for name, text in sorted(texts.items())]
    return "\n\n".join(shown) + "\n"
