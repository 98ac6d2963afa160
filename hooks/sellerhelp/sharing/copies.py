"""A Markdown copy beside each page: the page's head, its text, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, relpath

from sellerhelp.book.chapter import in_words
from sellerhelp.book.read_blocks import read_page
from sellerhelp.build.by_text import NEVER, ByText
from sellerhelp.frontmatter import PageHead
from sellerhelp.guide import is_guide
from sellerhelp.manuals import resolve
from sellerhelp.sharing.markdown import escaped, markdown
from sellerhelp.site import Site

NAME = "index.md"
UNOFFICIAL = "스마트스토어 판매자를 위한 비공식 안내서예요. 정확한 내용은 스마트스토어센터에서 확인하세요."


def copies(site: Site, pages: Mapping[str, str], by_text: ByText = NEVER) -> dict[str, str]:
    """Returns the copies: address below the site's root -> Markdown. pages: path below docs/ -> HTML of its text."""
    paths = [path for path in site.heads if not is_guide(path)]
    return {site.addresses[path] + NAME: copy_of(site, path, pages.get(path, ""), by_text) for path in paths}


def copy_of(site: Site, path: str, html: str, by_text: ByText = NEVER) -> str:
    """Returns the copy of one page."""
    return _copy(site, site.heads[path], by_text(_as_markdown, html))


def _as_markdown(html: str) -> str:
    return markdown(read_page(html)[0]).strip()


def _copy(site: Site, head: PageHead, text: str) -> str:
    parts = (_opening(site, in_words(head, site.plain)), text, _further(site, head))
    return "\n\n".join(filter(None, parts)) + "\n"


def titled(head: PageHead) -> str:
    return f"{head.number} {head.title}".strip()


def _opening(site: Site, head: PageHead) -> str:
    about = [
        ("매뉴얼", manual.title if (manual := site.manual_of(head.path)) else ""),
        ("고친 날", str(head.updated or "")),
        ("기준", head.as_of),
        ("주소", site.url and site.url + site.addresses[head.path]),
    ]
    rows = [f"- {name}: {escaped(text) if name != '주소' else f'<{text}>'}" for name, text in about if text]
    facts = [
        f"- {escaped(fact.what)}: {escaped(fact.answer)}" + (f" ({escaped(fact.note)})" if fact.note else "")
        for fact in head.know
    ]
    known = ["## 먼저 알아 둘 것", "\n".join(facts)] if facts else []
    return "\n\n".join(
        [f"# {escaped(titled(head))}", escaped(head.description), f"> {UNOFFICIAL}", "\n".join(rows), *known]
    )


def _further(site: Site, head: PageHead) -> str:
    manual = site.manual_of(head.path)
    parts = []
    if manual and manual.index.path == head.path and manual.pages:
        parts.append("## 이 매뉴얼의 쪽\n\n" + _links(site, head, ((page, page.description) for page in manual.pages)))
    related = [
        (site.heads[path], item.why)
        for item in head.related
        if (path := resolve(item.page, head.path)[0]) in site.heads
    ]
    if related:
        parts.append("## 이어서 볼 쪽\n\n" + _links(site, head, related))
    return "\n\n".join(parts)


def _links(site: Site, head: PageHead, rows: Iterable[tuple[PageHead, str]]) -> str:
    return "\n".join(_rows(site, head, rows))


def _rows(site: Site, head: PageHead, rows: Iterable[tuple[PageHead, str]]) -> Iterator[str]:
    here = site.addresses[head.path] + NAME
    for page, why in rows:
        way = relpath(site.addresses[page.path] + NAME, dirname(here) or ".")
        yield f"- [{escaped(titled(page))}]({way})" + (f": {escaped(why)}" if why else "")
