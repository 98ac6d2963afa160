"""Which letters and names pages have, counted: an edit that brings or takes the last one changes the font or the style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sellerhelp.theme_style import names_in

# What of a page all pages have in common: its letters in order, and what style sheets may ask for.
Share = tuple[str, tuple[str, ...]]


def share_of(text: str, html: str) -> Share:
    """Returns what a page brings. text: its source. html: of its text."""
    return "".join(sorted(set(text) | set(html))), tuple(sorted(names_in(html)))


@dataclass
class Shares:
    """letters, names: how many pages have each. Letters of templates, scripts and data stand in `always`."""

    letters: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    always: frozenset[str] = frozenset()

    def exchange(self, old: Share, new: Share) -> bool:
        """Counts a page's new share instead of its old one; says whether all pages together have what they had."""
        is_same = _moved(self.letters, set(old[0]), set(new[0]), self.always)
        return _moved(self.names, set(old[1]), set(new[1]), frozenset()) and is_same


def shares(pages: Iterable[Share], others: Iterable[str]) -> Shares:
    """Counts the shares of all pages. others: the texts beside them that the font is cut for."""
    found = Shares(always=frozenset().union(*others))
    for letters, names in pages:
        found.letters.update(letters)
        found.names.update(names)
    return found


def _moved(counted: Counter[str], old: set[str], new: set[str], always: frozenset[str]) -> bool:
    came = all(counted[one] or one in always for one in new - old)
    counted.update(new - old)
    counted.subtract(old - new)
    return came and all(counted[one] > 0 or one in always for one in old - new)
