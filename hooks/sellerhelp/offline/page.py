"""Rewrites a page for file://: folders become files, modules one script, what needs a server is left out."""

from __future__ import annotations

import json
import re

SCRIPT = "offline.js"  # beside the modules that it holds
FIRST = "search/offline.js"  # the module that must run before the theme looks for a worker

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src)=")([^"]*)"')
# What a browser fetches as if from another site, and refuses to from a disk, or what only a published page needs.
_LEFT_OUT = re.compile(
    r'<link\b[^<>]*\brel="?(?:canonical|manifest|apple-touch-icon|preload|modulepreload|prefetch|alternate|search)\b[^<>]*>\s*'
    r'|<meta\b[^<>]*\b(?:property="og:|name="twitter:|http-equiv="Content-Security-Policy")[^<>]*>\s*',
    re.I,
)
_NEEDS_SERVER = re.compile(r'\s(?:integrity|crossorigin)(?:="[^"]*")?(?=[\s>])')
_MODULE = re.compile(r'<script\b[^<>]*\ssrc="(?P<way>[^"]*/js-[^"/]+/)(?P<entry>[^"]+\.js)"[^<>]*></script>')
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.S)


def offline_page(html: str) -> str:
    """Returns the page as it opens from a folder. Raises ValueError when it is not built as expected."""
    html, configs = _CONFIG.subn(_without_instant, _LEFT_OUT.sub("", html))
    found = _MODULE.search(html)
    if configs != 1 or not found:
        raise ValueError("the page holds no configuration of the theme, or none of our modules")
    html = _MODULE.sub(lambda module: _script(module["way"], module["entry"], " defer"), html)
    html = html.replace("</head>", f"{_script(found['way'], FIRST)}\n</head>", 1)
    return _TAG.sub(lambda tag: _ADDRESS.sub(_to_file, _NEEDS_SERVER.sub("", tag[0])), html)


def _without_instant(found: re.Match[str]) -> str:
    """Pages come by ordinary links: fetch is impossible here."""
    config = json.loads(found[2])
    config["features"] = [name for name in config["features"] if not name.startswith("navigation.instant")]
    return found[1] + json.dumps(config, ensure_ascii=False).replace("<", "\\u003c") + found[3]


def _script(way: str, entry: str, how: str = "") -> str:
    return f'<script src="{way}{SCRIPT}" data-entry="{entry}"{how}></script>'


def _to_file(found: re.Match[str]) -> str:
    return f'{found[1]}{to_file(found[2])}"'


def to_file(address: str) -> str:
    """Names the file in the place of a folder: ../faq/#a becomes ../faq/index.html#a; other addresses stay."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.I):
        return address
    path, tail = re.fullmatch(r"([^?#]*)(.*)", address, re.S).groups()  # type: ignore[union-attr]
    if path.endswith("/") or re.search(r"(^|/)\.\.?$", path):
        path = path.rstrip("/") + "/index.html"
    return path + tail
