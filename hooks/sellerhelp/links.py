"""Checks where the links and pictures of the finished pages lead, inside the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest

# Only to join addresses; nothing is asked of it.
_BASE = "http://site.invalid/"


@dataclass
class PageLinks:
    """ids: the anchors of a page. links: its inner addresses as written in the HTML, in order."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)


def read_links(html: str) -> PageLinks:
    """Collects the anchors and the inner links of a page's HTML."""
    found = PageLinks()
    reader = HTMLParser(convert_charrefs=True)

    def note(tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("id"):
            found.ids.add(values["id"] or "")
        link = values.get("href") if tag == "a" else values.get("src") if tag == "img" else None
        if link is not None and not urlsplit(link).scheme:
            found.links.append(link)

    reader.handle_starttag = note  # type: ignore[method-assign]
    reader.feed(html)
    return found


def link_problems(
    pages: Mapping[str, str], addresses: Mapping[str, str], files: Iterable[str], sources: Mapping[str, str]
) -> list[Problem]:
    """Names the links that lead nowhere.

    pages: path below docs/ -> the page's HTML. addresses: path -> address below the site's root.
    files: the addresses of all other files. sources: "docs/" + path -> Markdown.
    """
    read = {path: read_links(html) for path, html in pages.items()}
    paths = {address: path for path, address in addresses.items()}
    others = set(files)
    problems = []
    for path, found in read.items():
        for link in dict.fromkeys(found.links):
            target = urlsplit(urljoin(_BASE + addresses[path], link))
            address, anchor = unquote(target.path[1:]), unquote(target.fragment)
            leads_to = paths.get(address)
            if leads_to is None and address not in others:
                problems.append(_dead(link, path, sources, addresses))
            elif leads_to and anchor and anchor not in read[leads_to].ids:
                problems.append(_no_anchor(leads_to, anchor, path, read[leads_to].ids, sources))
    return problems


def _dead(link: str, path: str, sources: Mapping[str, str], addresses: Mapping[str, str]) -> Problem:
    near = nearest(link.split("#")[0].split("/")[-1], [name.split("/")[-1] for name in addresses])
    mend = (
        f"{attach(near, '을/를')} 가리키려고 했나요?"
        if near
        else "파일 이름과 폴더를 확인하세요. 예: ../orders/invoice.md"
    )
    text = f"링크 {attach(link, '이/가')} 가리키는 곳이 없어요."
    return _problem([f"]({link}", link], path, sources, text, mend)


def _no_anchor(leads_to: str, anchor: str, path: str, known: set[str], sources: Mapping[str, str]) -> Problem:
    near = nearest(anchor, sorted(known))
    mend = f"{attach('#' + near, '을/를')} 쓰려고 했나요?" if near else "그 쪽의 제목 끝에 적힌 {#이름}을 확인하세요."
    clues = [f"{leads_to.split('/')[-1]}#{anchor}", f"](#{anchor}"]
    return _problem(clues, path, sources, f"docs/{leads_to}에 ‘#{anchor}’라는 자리가 없어요.", mend)


def _problem(clues: list[str], path: str, sources: Mapping[str, str], text: str, mend: str) -> Problem:
    """Finds a link where somebody wrote it: in the page, else in a data file that the page shows."""
    own = f"docs/{path}"
    data = [name for name in sources if name.endswith(".yml")]
    for shown in [own, *data]:
        for number, line in enumerate(sources.get(shown, "").splitlines(), 1):
            for clue in clues:
                if clue in line:
                    return Problem(shown, number, line.index(clue) + 1, text, mend)
    return Problem(own, 1, 1, text, mend)
