"""Where the links of the finished pages lead: nowhere, outside in a wrong way, or inside by a wrong name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename, dirname, relpath
from urllib.parse import urlsplit

from sellerhelp.gate.address import as_page, beside, file_link, split
from sellerhelp.gate.locate import Locator
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.particle import attach
from sellerhelp.problem import Fix, Problem, in_folder_most_like, named_most_like, nearest
from sellerhelp.tags import Tag

SCHEMES = ("https", "http", "tel", "mailto", "webcal")
# Browsers drop these before they look for a scheme: java\nscript: runs.
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


@dataclass(frozen=True)
class _Link:
    """One link of a finished page. value: as a browser reads it. address, anchor: where it leads."""

    page: Page
    value: str
    address: str
    anchor: str


def check(project: Project) -> list[Problem]:
    """Names the links of all finished pages that lead nowhere or are written in a way that breaks."""
    reader = _Reader(project)
    judged = [problem for page in project.pages.values() for problem in _judged(reader, page)]
    return judged + [problem for path in project.site.heads for problem in _written_addresses(project, path)]


def _judged(reader: _Reader, page: Page) -> Iterator[Problem]:
    # The frame writes most links, on all pages of a folder, two or three times.
    fine = reader.fine[page.address.rpartition("/")[0].rpartition("/")[0]]
    own: set[str] = set()
    for value in page.once("links"):
        if value not in fine and value not in own:
            problems = list(reader.judge(page, value))
            yield from problems
            if not problems:
                (fine if value.startswith("../") else own).add(value)


@finder("links")
def _all_links(page: Page) -> list[str]:
    return page.each(_links)


def _links(tags: tuple[Tag, ...]) -> list[str]:
    found = (tag for tag in tags if tag.name in ("a", "area") and not tag.is_end)
    return [value for tag in found if (value := tag.attributes.get("href")) is not None]


class _Reader:
    """Judges links; knows every address and anchor of the site."""

    def __init__(self, project: Project):
        self.project, self.locator = project, Locator(project)
        self.addresses = project.site.addresses
        self.by_address = {address: path for path, address in self.addresses.items()}
        self.root = urlsplit(project.site.url)
        self.ids = {**project.anchors, **{path: page.ids for path, page in project.pages.items()}}
        self.fine: defaultdict[str, set[str]] = defaultdict(set)  # folder -> links from its pages to elsewhere
        self._near: dict[tuple[str, bool], list[str]] = {}
        self._meant: dict[tuple[str, bool], str] = {}

    def judge(self, page: Page, value: str) -> Iterator[Problem]:
        scheme = _SCHEME.match(_DROPPED.sub("", value))
        if scheme or value.startswith("//"):
            yield from self._outside(page, value, scheme[1].lower() if scheme else "")
            return
        link = _Link(page, value, *split(value, page.address))
        prefix = self.root.path.strip("/")
        if value.startswith("/") and prefix and link.address.startswith(prefix + "/"):
            link = _Link(page, value, link.address.removeprefix(prefix + "/"), link.anchor)
        if link.address in self.by_address:
            yield from self._inside(link)
        elif link.address not in self.project.site.files:
            yield self._misspelt(link) or self._dead(link)

    def _outside(self, page: Page, value: str, scheme: str) -> Iterator[Problem]:
        link = _Link(page, value, "", "")
        if scheme and scheme not in SCHEMES:
            text = f"{attach(_shown(value), '은/는')} 쓸 수 없는 주소예요."
            yield self._problem(link, text, "https:// 주소나 쪽의 파일 이름을 적으세요.", "link-scheme")
        elif self.root.hostname and urlsplit(value).hostname == self.root.hostname:
            yield self._own_site(page, value)
        elif scheme in ("http", ""):
            text = f"{attach(_shown(value), '은/는')} 암호화하지 않는 주소예요."
            mend = f"https로 열리는지 확인하고 바꾸세요. 예: https://{value.partition('//')[2]}"
            yield self._problem(link, text, mend, "link-http")

    def _own_site(self, page: Page, value: str) -> Problem:
        path, anchor = split(urlsplit(value)._replace(scheme="", netloc="").geturl() or "/", "")
        inner = path.removeprefix(self.root.path.strip("/")).lstrip("/")
        address = as_page(inner, self.addresses)
        text = f"이 사이트의 쪽을 전체 주소 {attach(_shown(value), '으로/로')} 적었어요."
        return self._renamed(
            _Link(page, value, address if address is not None else inner, anchor), text, "link-own-site"
        )

    def _inside(self, link: _Link) -> Iterator[Problem]:
        path = self.by_address[link.address]
        if link.anchor and link.anchor not in self.ids.get(path, ()):
            yield self._no_anchor(link, path)
        elif link.value.startswith("/") and link.page.path in self.addresses:
            text = f"링크 {attach(_shown(link.value), '이/가')} ‘/’로 시작해요. 사이트를 하위 주소로 옮기면 끊어져요."
            yield self._renamed(link, text, "link-absolute")

    def _misspelt(self, link: _Link) -> Problem | None:
        """Names a link that would lead to a page but for .html or a slash."""
        address = as_page(link.address, self.addresses)
        if address is None:
            return None
        is_html = link.address.endswith(".html")
        what = "‘.html’ 주소예요. 이 사이트에는 그런 주소가 없어요." if is_html else "주소 끝에 ‘/’가 없어요."
        text = f"링크 {attach(_shown(link.value), '은/는')} {what}"
        fixed = _Link(link.page, link.value, address, link.anchor)
        return self._renamed(fixed, text, "link-html" if is_html else "link-slash")

    def _renamed(self, link: _Link, text: str, rule: str) -> Problem:
        """Names a link whose page is known; the fix writes the page's file instead."""
        found = self.locator.link(link.page, link.value)
        if found is None:
            return self._frame(link)
        name = file_link(link.address, link.anchor, found.at.path.removeprefix("docs/"), self.addresses)
        mend = f"파일 이름으로 적으세요. 예: {name or '../orders/invoice.md'}"
        # A raw tag is not translated by the host: a file's name in it would be dead.
        fix = Fix(found.at.line, found.at.column, found.target, name) if name and found.kind != "tag" else None
        return Problem(found.at.path, found.at.line, found.at.column, text, mend, rule=rule, fix=fix)

    def _dead(self, link: _Link) -> Problem:
        written = link.value.split("#")[0]
        found = self.locator.link(link.page, link.value)
        source = found.at.path.removeprefix("docs/") if found else link.page.path
        near = self._nearest(beside(written.strip("/"), source), "." in written)
        near = near and relpath(near, dirname(source) or ".")
        mend = f"{attach(near, '을/를')} 가리키려고 했나요?" if near else _EXAMPLE
        if found and found.kind == "tag":
            mend = f"HTML 대신 마크다운 링크로 적으세요. 예: [송장 고치기]({near or 'invoice.md'})"
        return self._problem(
            link, f"링크 {attach(_shown(link.value), '이/가')} 가리키는 곳이 없어요.", mend, "link-dead"
        )

    def _nearest(self, path: str, is_file: bool) -> str:
        """Returns the file below docs/ that may be meant; asked once a name: a dead link of the frame is on every page."""
        asked = (basename(path), is_file)
        if asked not in self._near:
            known = sorted({*self.addresses, *self.project.site.files} if is_file else self.addresses)
            self._near[asked] = named_most_like(path, known)
        if (path, is_file) not in self._meant:
            self._meant[path, is_file] = in_folder_most_like(path, self._near[asked])
        return self._meant[path, is_file]

    def _no_anchor(self, link: _Link, path: str) -> Problem:
        near = nearest(link.anchor, sorted(self.ids.get(path, ())))
        mend = (
            f"{attach('#' + near, '을/를')} 쓰려고 했나요?" if near else "그 쪽의 제목 끝에 적힌 {#이름}을 확인하세요."
        )
        return self._problem(link, f"docs/{path}에 ‘#{link.anchor}’라는 자리가 없어요.", mend, "link-anchor")

    def _problem(self, link: _Link, text: str, mend: str, rule: str) -> Problem:
        found = self.locator.link(link.page, link.value)
        if found is None:
            return self._frame(link)
        return Problem(found.place.path, found.place.line, found.place.column, text, mend, rule=rule)

    def _frame(self, link: _Link) -> Problem:
        """Names what a link that nobody wrote needs: every page has it, told once, where it leads."""
        path = self.by_address.get(link.address)
        if path:
            text = f"사이트의 틀이 가리키는 ‘#{link.anchor}’라는 자리가 이 쪽에 없어요."
            place = self.locator.page(self.project.pages[path])
            return place.problem(text, f"그 제목 끝에 {{#{link.anchor}}}를 되살리세요.", rule="link-frame")
        shown = f"docs/{link.address.removesuffix('/')}" + ("/index.md" if link.address.endswith("/") else "")
        return Problem(shown, 0, 0, "사이트의 틀이 가리키는 쪽이 없어요.", "지운 파일을 되살리세요.", rule="link-frame")


_EXAMPLE = "파일 이름과 폴더를 확인하세요. 예: ../orders/invoice.md"


def _shown(value: str) -> str:
    """Returns a link as it can be printed: a line, not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in value)
    return plain if len(plain) <= 80 else plain[:79] + "…"


def _written_addresses(project: Project, path: str) -> Iterator[Problem]:
    """Names the Markdown links of a page that reach another page by its address: they break when one of both moves."""
    known = set(project.site.addresses.values())
    for one in project.written(f"docs/{path}"):
        target = one.target.partition("#")[0]
        if one.kind != "link" or not target or target.endswith(".md") or target.startswith("/") or ":" in target:
            continue
        address, anchor = split(one.target, project.site.addresses[path])
        if address in known:
            name = file_link(address, anchor, path, project.site.addresses)
            text = f"링크에 파일 이름 대신 주소 {attach(one.target, '을/를')} 적었어요."
            fix = Fix(one.at.line, one.at.column, one.target, name)
            yield Problem(one.at.path, one.at.line, one.at.column, text, f"예: {name}", rule="link-address", fix=fix)
