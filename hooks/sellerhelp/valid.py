"""What the theme writes that is not valid HTML, made valid; its templates hold these outside of any block."""

from __future__ import annotations

import re

# A box takes no autocomplete; main.js sets it where it works, so that no browser opens again what was open before.
_BOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"(?=>)')
# The label of a box that this theme has only in its stock navigation.
_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.S)


def valid(html: str) -> str:
    """Returns a page of the theme without these two; tests/test_validity.py asks the Nu HTML checker for the rest."""
    return _LABEL.sub(r'<span class="md-nav__title">\1</span>', _BOX.sub(r"\1", html))
