"""Picture tags of a finished page: loaded when a reader comes near, with the lighter file where there is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from markupsafe import escape

_PICTURE = re.compile(r"<picture\b.*?</picture>|<img\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S | re.I)
_NAMED = re.compile(r"\b(src|loading|decoding)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.I)


def with_lighter(html: str, lighter_of: Callable[[str], str | None]) -> str:
    """Returns a page whose pictures wait and have their lighter file beside them.

    lighter_of: a picture's address as the page writes it -> that of its lighter file, or None. What a writer has put
    into a <picture> stays as it is.
    """
    return _PICTURE.sub(lambda tag: _tag(tag[0], tag[1], lighter_of), html)


def _tag(whole: str, attributes: str | None, lighter_of: Callable[[str], str | None]) -> str:
    if attributes is None:
        return whole
    said = {name.lower(): "".join(values) for name, *values in _NAMED.findall(attributes)}
    waits = {"loading": "lazy", "decoding": "async"}
    more = "".join(f' {name}="{value}"' for name, value in waits.items() if name not in said)
    tag = f"<img{more}{attributes}>"
    if not (address := lighter_of(unescape(said.get("src", "")))):
        return tag
    listed = escape(address.replace(" ", "%20").replace(",", "%2C"))  # both part the addresses of a srcset
    return f'<picture><source srcset="{listed}" type="image/webp">{tag}</picture>'
