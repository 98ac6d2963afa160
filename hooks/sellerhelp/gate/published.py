"""Addresses that readers may have linked to: each must still lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from sellerhelp.faq.published import PATH, read_published
from sellerhelp.frontmatter import PageHead
from sellerhelp.gate.headings import headings
from sellerhelp.gate.project import Project
from sellerhelp.guide import is_guide
from sellerhelp.navigation import FRONT
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import Place

SHOWN = f"docs/{PATH}"


def address_of(path: str) -> str:
    """Returns where a page lies below the root. path: below docs/; the same rule as the host's."""
    bare = path.removesuffix(".md")
    return bare.removesuffix("index") if bare.split("/")[-1] == "index" else f"{bare}/"


def recordable(sources: Mapping[str, str]) -> list[str]:
    """Returns the addresses to record: each page's, and each anchor that a heading states.

    sources: path below docs/ -> Markdown.
    """
    found = []
    for path, source in sources.items():
        if is_guide(path):
            continue
        address = address_of(path)
        found += [address] if address else []
        found += [f"{address}#{heading.anchor}" for heading in headings(source, path) if heading.anchor and address]
    return found


def redirects(heads: Iterable[PageHead]) -> dict[str, PageHead]:
    """Returns the old addresses and the pages that took over; what is wrong with them is told by check()."""
    heads = list(heads)
    taken = {address_of(head.path) for head in heads}
    found: dict[str, PageHead] = {}
    for head in heads:
        for name in head.was:
            old = _old(name.value, head.path)
            if old and old not in taken:
                found.setdefault(old, head)
    return found


def _old(name: str, path: str) -> str:
    """Returns the address of a file name as it once was, "" when it is none."""
    old = normpath(join(dirname(path), name.strip()))
    return address_of(old) if old.endswith(".md") and not old.startswith((".", "/")) and "#" not in old else ""


def check(project: Project) -> list[Problem]:
    published = {
        name: place for name, place in read_published(project.sources.get(SHOWN, ""), SHOWN).items() if "/" in name
    }
    moved = redirects(project.site.heads.values())
    return [
        *_wrong_redirects(project),
        *_gone(project, published, moved),
        *_unrecorded(project, published),
    ]


def _wrong_redirects(project: Project) -> Iterator[Problem]:
    living = {address_of(path): path for path in project.site.heads}
    heirs: dict[str, str] = {}
    for head in project.site.heads.values():
        for name in head.was:
            old = _old(name.value, head.path)
            if not old:
                text = f"예전 이름 {attach(name.value, '을/를')} 쓸 수 없어요."
                mend = "이 쪽이 있는 폴더에서 본 예전 파일 이름을 적으세요. 예: was: [invoice-typo.md]"
                yield name.place.problem(text, mend, rule="redirect-name")
            elif old in living:
                whose = "이 쪽" if living[old] == head.path else f"지금 있는 쪽 docs/{living[old]}"
                text = f"예전 이름 {attach(name.value, '은/는')} {whose}의 이름이에요."
                yield name.place.problem(text, "‘was’에서 지우세요.", rule="redirect-taken")
            elif (first := heirs.setdefault(old, head.path)) != head.path:
                text = f"예전 이름 {attach(name.value, '을/를')} docs/{first}에도 적었어요."
                yield name.place.problem(text, "두 쪽 가운데 한 곳에만 적으세요.", rule="redirect-taken")


def _gone(project: Project, published: Mapping[str, Place], moved: Mapping[str, PageHead]) -> Iterator[Problem]:
    pages = {page.address: page for path, page in project.pages.items() if path in project.site.heads}
    for name, place in published.items():
        address, _, anchor = name.partition("#")
        if address in moved:
            continue
        if address not in pages:
            if not anchor:
                yield _page_problem(address, place, project)
        elif anchor and anchor not in pages[address].ids:
            text = f"공개했던 자리 {attach(name, '이/가')} 사라졌어요. 이 주소로 오는 독자가 길을 잃어요."
            mend = f'이어받은 글의 맨 앞에 적어 두세요. 예: <a id="{anchor}"></a>상품주문번호를 …'
            yield place.problem(text, mend, rule="published-anchor")


def _page_problem(address: str, place: Place, project: Project) -> Problem:
    name = f"{address.rstrip('/')}.md"
    near = nearest(name, project.site.heads)
    where = f"docs/{near}" if near else "그 내용을 이어받은 쪽"
    text = f"공개했던 쪽 {attach(address, '이/가')} 사라졌어요. 이 주소로 오는 독자가 길을 잃어요."
    short = relpath(name, dirname(near) or ".") if near else name
    return place.problem(text, f"{where}의 쪽 정보에 예전 이름을 적으세요. 예: was: [{short}]", rule="published-page")


def _unrecorded(project: Project, published: Mapping[str, Place]) -> Iterator[Problem]:
    fresh = [
        path
        for path in sorted(project.site.heads)
        if path != FRONT and not is_guide(path) and address_of(path) not in published
    ]
    if fresh:
        head = project.site.heads[fresh[0]]
        place = head.keys.get("title", Place(f"docs/{fresh[0]}", 1, 1))
        text = f"공개한 목록에 없는 쪽이 {len(fresh)}개 있어요. 첫 번째는 {attach(head.title, '이에요/예요')}."
        yield place.problem(text, "사이트를 올리기 전에 make ids 를 실행하세요.", "warning", rule="published-new")
