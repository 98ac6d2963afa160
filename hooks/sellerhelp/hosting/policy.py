"""The content policy: nothing but our own files, and inline scripts only by their hash.

Hashes are computed over the built pages, yet not of everything that stands there: a script that got into a page
with a writer's text would be allowed by that very rule. So only the scripts of the missing page count, which holds
no text of a page; any other one stops the build.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

# Our templates write attributes without brackets; what is counted otherwise is refused.
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.S | re.I)
_DATA = re.compile(r'\btype="application/(?:ld\+)?json"')
# The theme's first script names the way to the root, another one on each depth.
_WAY = re.compile(r'(?<=new URL\(")[^"\\<]*(?=",location\))')
# A policy in a meta element comes before what it rules, and after the letters are known.
_FIRST = '<meta charset="utf-8">'
HEADER_ONLY = ("frame-ancestors 'none'",)


def inline_scripts(html: str) -> list[str]:
    """Returns the scripts that stand in a page itself and run. Raises ValueError when one cannot be told apart."""
    found = _SCRIPT.findall(html)
    if len(found) != len(re.findall(r"<script\b", html, re.I)):
        raise ValueError("a script element is not closed, or holds another one")
    return [text for attributes, text in found if " src=" not in attributes and not _DATA.search(attributes)]


def allowed_scripts(reference: Iterable[str], pages: Mapping[str, Iterable[str]]) -> list[str]:
    """Returns the inline scripts of all pages, in a fixed order.

    reference: the inline scripts of the missing page. pages: path -> its inline scripts. Raises ValueError, with the
    path, at any other script.
    """
    found = set(reference)
    known = {_WAY.sub("", text) for text in found}
    for scripts, path in _first_pages(pages).items():
        if strangers := [text for text in scripts if _WAY.sub("", text) not in known]:
            raise ValueError(f"{path}: an inline script that no template writes: {strangers[0][:80]}")
        found.update(scripts)
    return sorted(found)


def _first_pages(pages: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """Returns each group of scripts that pages have, and the first page that has it: most have the same."""
    first: dict[tuple[str, ...], str] = {}
    for path, scripts in pages.items():
        first.setdefault(tuple(scripts), path)
    return first


def policy(scripts: Iterable[str], endpoint: str = "") -> str:
    """Returns the policy for a meta element; a header adds HEADER_ONLY, which an element cannot say.

    endpoint: where answers of readers are sent, "" or a way below the own origin, or an address elsewhere.
    """
    hashes = " ".join(f"'sha256-{_hash(text)}'" for text in sorted(set(scripts)))
    elsewhere = urlsplit(endpoint)
    origin = f" {elsewhere.scheme}://{elsewhere.netloc}" if elsewhere.netloc else ""
    rules = (
        "default-src 'none'",
        f"script-src 'self' {hashes}".strip(),
        "style-src 'self'",
        "img-src 'self' data:",  # the theme's style sheet draws its signs with data:
        "font-src 'self'",
        f"connect-src 'self'{origin}",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        # The one policy is overrides/partials/sellerhelp/trust.html.
        "require-trusted-types-for 'script'",
        "trusted-types default",
    )
    return "; ".join(rules)


def with_policy(html: str, rules: str) -> str:
    """Writes the policy into a page. Raises ValueError when the page has no place for it."""
    before, first, after = html.partition(_FIRST)
    if not first or "<script" in before:
        raise ValueError(f"the page has no {_FIRST} before its scripts")
    return f'{before}{first}<meta http-equiv="Content-Security-Policy" content="{rules}">{after}'


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
