"""One notice, and when and where it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sellerhelp.yamltext import Place

KINDS = ("안내", "점검", "변경", "긴급")
URGENT = "긴급"
ALL, HOME = "all", "home"
FRONT = "index.md"


@dataclass(frozen=True)
class Part:
    """A piece of a notice's sentence; target: where it leads as written, or "" for plain text."""

    text: str
    target: str = ""


@dataclass(frozen=True)
class Notice:
    """start, end: epoch seconds, the end is not part of it. manuals: folders, ALL or HOME. link: a page or address, or ""."""

    id: str
    parts: tuple[Part, ...]
    kind: str
    start: int
    end: int
    manuals: tuple[str, ...]
    link: str
    place: Place

    @property
    def text(self) -> str:
        """Returns the sentence without its links."""
        return "".join(part.text for part in self.parts)

    def is_in_force_at(self, moment: int) -> bool:
        return self.start <= moment < self.end

    def is_over_at(self, moment: int) -> bool:
        return self.end <= moment

    def concerns(self, path: str) -> bool:
        """Says whether a page shows the notice. path: the page's source below docs/."""
        own = HOME if path == FRONT else path.partition("/")[0]
        return ALL in self.manuals or own in self.manuals


def is_outside(target: str) -> bool:
    """Says whether a target is an address of another site and not a page of this one."""
    return target.startswith("https://")


def by_urgency(notice: Notice) -> tuple[bool, int, str]:
    """Orders what a reader sees first: urgent ones, then those that end first."""
    return notice.kind != URGENT, notice.end, notice.id
