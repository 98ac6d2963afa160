"""The headers of the site, in the two forms that hosts read: `_headers` (Netlify, Cloudflare) and nginx."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sellerhelp.hosting.policy import HEADER_ONLY

FILES = ("_headers", "_headers.nginx")
# One year: these names change with what the files hold.
_FOR_EVER = "public, max-age=31536000, immutable"
_HASHED = re.compile(
    r"assets/(?:javascripts|stylesheets|sellerhelp/fonts)/|(?:assets/sellerhelp/js-|search/)[0-9a-f]{10}/"
    r"|assets/sellerhelp/(?:cards/)?\w+\.[0-9a-f]{10}\.\w+$"
)
_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")


def headers(rules: str) -> dict[str, str]:
    """Returns what comes with every file. rules: of the content policy, as its meta element says them.

    Strict-Transport-Security is left to who runs the host: it binds the whole name, for long.
    """
    return {
        "Content-Security-Policy": "; ".join((rules, *HEADER_ONLY)),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def lasting(addresses: Iterable[str]) -> list[str]:
    """Returns what never changes under its name: files, and folders as "folder/*". addresses: of all files."""
    found = {match[0] for address in addresses if (match := _HASHED.match(address))}
    return sorted(name + "*" * name.endswith("/") for name in found)


def as_headers_file(said: dict[str, str], lasting: Iterable[str]) -> str:
    """Returns the text of `_headers`. lasting: of the function above. The site lies at the root of its host."""
    blocks = [("*", said), *((name, {"Cache-Control": _FOR_EVER}) for name in lasting)]
    return "\n".join(f"/{path}\n" + _lines(lines, "  {}: {}\n") for path, lines in blocks)


def as_nginx(said: dict[str, str]) -> str:
    """Returns lines to include in a server block; tools/hosting/nginx.conf does."""
    return _lines(said, 'add_header {} "{}" always;\n')


def _lines(said: dict[str, str], form: str) -> str:
    return "".join(form.format(name, value) for name, value in said.items())
