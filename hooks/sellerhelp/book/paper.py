"""The two sizes of the books and what follows from them; the one place that holds their measures."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4


@dataclass(frozen=True)
class Paper:
    """Lengths in millimetres, sizes of type in points.

    inside, outside, top, bottom: margins of the two zones together; side and gap: the column for
    notes at the outer edge and its distance from the text. pitch: from line to line.
    """

    name: str
    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float
    side: float
    gap: float
    size: float
    pitch: float
    section: float
    table: float
    note: float

    @property
    def text_width(self) -> float:
        """The width of the text column in points."""
        return (self.width - self.inside - self.outside - self.side - self.gap) * MM

    @property
    def text_height(self) -> float:
        """The height of the text column in points."""
        return (self.height - self.top - self.bottom) * MM

    def typst(self) -> str:
        """Returns the measures as a Typst dictionary."""
        points = ("size", "pitch", "section", "table", "note")
        rows = [
            f"{name}: {value}{'pt' if name in points else 'mm'}" for name, value in vars(self).items() if name != "name"
        ]
        return f'(name: "{self.name}", {", ".join(rows)}, text-height: {self.text_height:.2f}pt)'


A4 = Paper("a4", 210, 297, 24, 20, 26, 26, 34, 6, 10, 17, 14.5, 9, 8)
B5 = Paper("b5", 182, 257, 21, 17, 23, 22, 24, 5, 9.4, 16, 13.6, 8.5, 8)
PAPERS = {paper.name: paper for paper in (A4, B5)}
