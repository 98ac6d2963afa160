"""What of the theme's style sheets our pages can use: four fifths are for parts that no page has.

A selector stays when every class, id, element, role and theme attribute that it asks for occurs in a page, in a
template or in a script. What the theme's own bundle can make counts only where its block (md-nav of md-nav__link--active)
stands in a page: the bundle names the parts of every feature, ours has few of them switched on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

# The theme's templates that every page goes through; ours stand in overrides/.
TEMPLATES = ("base.html", "partials/toc.html", "partials/toc-item.html", "partials/javascripts/*.html")

# What mkdocs.yml and the language put into attributes.
CONFIGURED = {"ltr", "default", "slate", "custom"}

# The theme's script puts this on the body and takes it off again as each page starts, and because of the rule for "any
# element within" every element is styled anew, twice: a quarter of what a phone's start is held up. The rule only keeps
# colours from fading over when a reader switches between light and dark.
_COSTLY = "[data-md-color-switching]"

_NAMED = re.compile(r"(?:class|id|role|data-md-[\w-]+|dir)=[\"']([^\"']*)")
_WORD = re.compile(r"[\w-]+")
_BLOCK = re.compile(r"__|--")
# A rule's end or begin, outside strings: the sheets are minified, with nothing between their rules.
_BRACE = re.compile(r"\"[^\"]*\"|'[^']*'|([{};])")
# What a selector may lack (:not) or has one of (:is, :where) does not decide.
_OPEN_ENDED = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_WANTED = re.compile(r"[.#]([\w-]+)|\[(?:dir|role|data-md-[\w-]+)[~|^$*]?=[\"']?([\w-]+)")
_ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9-]*)")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_TAG = re.compile(r"<([a-z][\w-]*)")
_QUOTED = re.compile(r"\"([a-z][a-z0-9]*)\"")  # how a script names an element that it makes
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):(?:\"[^\"]*\"|'[^']*'|[^;{}\"'])*;?")
_FRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")


def theme_style(theme: Path, texts: Iterable[str], scripts: Iterable[str], own: str) -> str:
    """Returns the theme's style sheets without what cannot match.

    theme: the folder of the installed theme. texts: our pages and templates. own: our style sheet.
    """
    texts = [*texts, *(path.read_text("utf-8") for name in TEMPLATES for path in sorted(theme.glob(name)))]
    known = set().union(*map(names_in, texts))
    bundle = "".join(path.read_text("utf-8") for path in (theme / "assets/javascripts").glob("bundle.*.js"))
    known = known | CONFIGURED | {word for script in scripts for word in _WORD.findall(script)}
    known |= {word for word in _WORD.findall(bundle) if _BLOCK.split(word)[0] in known}
    known |= {f"<{tag}" for script in (bundle, *scripts) for tag in _QUOTED.findall(script)}
    sheets = [next((theme / "assets/stylesheets").glob(f"{name}.*.css")) for name in ("main", "palette")]
    return drop_unused("".join(trimmed(sheet.read_text("utf-8"), known.__contains__) for sheet in sheets), own)


def names_in(html: str) -> set[str]:
    """Returns what a selector may ask for in some HTML: words of attributes, and elements as "<table"."""
    words = {word for named in _NAMED.findall(html) for word in _WORD.findall(named)}
    return words | {f"<{tag}" for tag in _TAG.findall(html)}


def trimmed(css: str, is_known: Callable[[str], bool]) -> str:
    """Drops the selectors that ask for a name that is not known, and the rules that are left without one."""
    return "".join(_kept(head, body, is_known) for head, body in _rules(css))


def _rules(css: str) -> Iterable[tuple[str, str | None]]:
    """Yields each rule's head and what stands between its braces; None for a statement."""
    start, depth, head = 0, 0, ""
    for brace in _BRACE.finditer(css):
        if brace[1] == ";" and not depth:
            yield css[start : brace.start()], None
            start = brace.end()
        elif brace[1] == "{":
            if not depth:
                head, start = css[start : brace.start()], brace.end()
            depth += 1
        elif brace[1] == "}":
            depth -= 1
            if not depth:
                yield head, css[start : brace.start()]
                start = brace.end()


def _kept(head: str, body: str | None, is_known: Callable[[str], bool]) -> str:
    if body is None:
        return ""  # @charset; ours is said by the server and needs none
    head = re.sub(r"/\*.*?\*/", "", head, flags=re.S)
    if head.startswith(("@media", "@supports")):
        inner = trimmed(body, is_known)
        return f"{head}{{{inner}}}" if inner else ""
    if not head.startswith("@"):
        head = ",".join(selector for selector in _COMMA.split(head) if _may_match(selector, is_known))
    return f"{head}{{{body}}}" if head else ""


def _may_match(selector: str, is_known: Callable[[str], bool]) -> bool:
    asked = _OPEN_ENDED.sub("", selector)
    return (
        _COSTLY not in selector
        and all(is_known(one or other) for one, other in _WANTED.findall(asked))
        and all(is_known(f"<{tag}") for tag in _ELEMENT.findall(_ATTRIBUTE.sub("", asked)))
    )


def drop_unused(css: str, own: str) -> str:
    """Drops variables and animations that nothing uses any more; one may have been used by another alone."""
    while (fewer := _used(css, css + own)) != css:
        css = fewer
    return css


def _used(css: str, everything: str) -> str:
    names = set(re.findall(r"var\((--[\w-]+)", everything))
    moving = " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", everything))
    css = _VARIABLE.sub(lambda found: found[0] if found[1] in names else "", css)
    css = _FRAMES.sub(lambda found: found[0] if found[1] in moving else "", css)
    return re.sub(r"(?<=[};])[^{};]*\{\}", "", css)
