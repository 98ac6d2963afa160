"""Leaves out the indentation of templates: a page that fits into the first flight of packets is read a round trip earlier."""

from __future__ import annotations

import re

from sellerhelp.repeated import Repeated
from sellerhelp.tags import lines

# Where white space is text or somebody else's language.
_TEXT = frozenset({"pre", "textarea", "script", "style"})
# What stays as it is: these, and tags with their attributes.
_KEPT = r"<(?P<name>pre|textarea|script|style)\b.*?</(?P=name)\s*>|<!--.*?-->|</?[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
_SVG = ' xmlns="http://www.w3.org/2000/svg"'
_RUN = re.compile(rf"(?P<kept>{_KEPT})|[ \t\r\n]*\n[ \t\r\n]*", re.S | re.I)
_WHITE = " \t\r\n"


def dense(html: str) -> str:
    """Returns a page with one line end for each run of white space that holds one. A browser reads both alike."""
    first, *others = (_run(text) for _, text, _ in lines(html, _TEXT))
    if not others:
        return first
    middle = (text.strip(_WHITE) for text in others[:-1])
    return "\n".join([first.rstrip(_WHITE), *filter(None, middle), others[-1].lstrip(_WHITE)])


@Repeated
def _run(text: str) -> str:
    return _RUN.sub(lambda run: _lean(run["kept"]) if run["kept"] else "\n", text)


def _lean(tag: str) -> str:
    """A drawing inside a page needs no name for its language."""
    return tag.replace(_SVG, "", 1) if tag.startswith("<svg ") else tag
