"""Pictures: there, described, sized, light, used, and not older than the page that shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from posixpath import dirname, relpath

from sellerhelp.gate.address import beside, split
from sellerhelp.gate.locate import Locator
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Written
from sellerhelp.particle import attach
from sellerhelp.problem import Fix, Problem, nearest_file
from sellerhelp.tags import Tag, attributes
from sellerhelp.yamltext import Place

HEAVY = 300_000  # bytes: three seconds on a slow phone
DRAWING = ".svg"
KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", DRAWING)


def check(project: Project) -> list[Problem]:
    problems, shown = of_pages(project)
    return [*problems, *_of_files(project, shown)]


def of_pages(project: Project) -> tuple[list[Problem], set[str]]:
    """Names what is wrong with the pictures as pages show them; also returns the addresses of those that are shown."""
    locator = Locator(project)
    problems = []
    shown: set[str] = set()
    for page in project.pages.values():
        for values in page.once("pictures"):
            source = values.get("src", "")
            address = split(source, page.address)[0] if ":" not in source.split("/")[0] else ""
            shown.add(address)
            found = locator.link(page, source)
            place = found.place if found else locator.text(page, [source])
            problems += _of_tag(project, page, values, address, found, place)
    return problems, shown


@finder("pictures")
def _all_pictures(page: Page) -> list[dict[str, str]]:
    return page.each(_pictures)


def _pictures(tags: tuple[Tag, ...]) -> list[dict[str, str]]:
    return [dict(tag.attributes) for tag in tags if tag.name == "img" and not tag.is_end]


def _of_tag(
    project: Project, page: Page, values: dict[str, str], address: str, found: Written | None, place: Place
) -> Iterator[Problem]:
    source = values.get("src", "")
    if not source or (address and address not in project.site.files):
        yield _missing(project, source, place)
        return
    is_wordless = not values.get("alt", "").strip() and values.get("role") != "presentation"
    if is_wordless:
        mend = f"[ ] 안에 무엇이 보이는지 적으세요. 예: ![송장수정 단추가 있는 화면]({source.split('/')[-1]})"
        yield place.problem("그림에 설명이 없어요.", mend, rule="image-alt")
    # A drawing with words is written into the page, with its own size.
    is_drawing = is_wordless and address.endswith(DRAWING)
    if not is_drawing and not (_is_number(values.get("width")) and _is_number(values.get("height"))):
        yield _sizeless(project, address, found, place)
    yield from _old(project, page, values, place)


def _missing(project: Project, source: str, place: Place) -> Problem:
    page = place.path.removeprefix("docs/")
    near = nearest_file(beside(source, page), (name for name in project.site.files if name.endswith(KINDS)))
    near = near and relpath(near, dirname(page) or ".")
    mend = f"{attach(near, '을/를')} 가리키려고 했나요?" if near else "파일 이름과 폴더를 확인하세요. 예: screen.png"
    return place.problem(f"그림 {attach(source, '이/가')} 없어요.", mend, rule="image-missing")


def _sizeless(project: Project, address: str, found: Written | None, place: Place) -> Problem:
    size = picture_size(project.docs / address) if address else None
    words = f"{{ width={size[0]} height={size[1]} }}" if size else "{ width=720 height=480 }"
    fix = None
    if size and found and found.kind == "image" and place.path.endswith(".md"):
        line = project.sources[place.path].split("\n")[found.at.line - 1]
        end = line.find(")", found.at.column - 1 + len(found.target))
        # An attribute list that is there already is the writer's to complete.
        if end >= 0 and not line[end + 1 :].lstrip().startswith("{"):
            fix = Fix(found.at.line, end + 2, "", words)
    text = "그림에 크기(width, height)가 없어요. 읽는 동안 글이 밀려요."
    return Problem(
        place.path, place.line, place.column, text, f"그림 바로 뒤에 적으세요. 예: {words}", rule="image-size", fix=fix
    )


def picture_size(path: Path) -> tuple[int, int] | None:
    """Returns the width and height of a picture in pixels, or None when the file says none."""
    from PIL import Image, UnidentifiedImageError  # only a picture without a size needs it

    try:
        if path.suffix == DRAWING:
            return _drawn_size(path.read_text("utf-8"))
        with Image.open(path) as picture:
            return picture.size
    except (OSError, UnicodeDecodeError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def _drawn_size(source: str) -> tuple[int, int] | None:
    """Returns what a drawing says of itself: width and height, else the size of its viewBox."""
    root = re.search(r"<svg\b[^>]*>", source)
    said = attributes(root[0][4:-1]) if root else {}
    plain = [said.get("width", ""), said.get("height", "")]
    for pair in (plain, said.get("viewBox", said.get("viewbox", "")).replace(",", " ").split()[2:]):
        if len(pair) == 2 and all(re.fullmatch(r"\d{1,5}(\.\d+)?(px)?", side) for side in pair):
            width, height = (round(float(side.removesuffix("px"))) for side in pair)
            return (width, height) if width and height else None
    return None


def _is_number(value: str | None) -> bool:
    return bool(value and re.fullmatch(r"[1-9]\d{0,4}", value))


def _old(project: Project, page: Page, values: dict[str, str], place: Place) -> Iterator[Problem]:
    """A picture that says when it was taken (data-taken) must not be older than the page's last revision."""
    taken = values.get("data-taken")
    head = project.site.heads.get(page.path)
    if not taken or not head or not head.updated:
        return
    try:
        day = date.fromisoformat(taken)
    except ValueError:
        text = f"그림의 날짜 {attach(taken, '을/를')} 읽을 수 없어요."
        yield place.problem(text, "예: data-taken=2026-11-22", rule="image-date")
        return
    if day < head.updated:
        text = f"그림은 {taken}에 찍었는데 쪽은 {head.updated.isoformat()}에 고쳤어요."
        mend = "화면이 그대로인지 확인하고, 다시 찍었거나 그대로면 data-taken의 날짜를 바꾸세요."
        yield place.problem(text, mend, "warning", rule="image-old")


def _of_files(project: Project, shown: set[str]) -> Iterator[Problem]:
    """Names the pictures below docs/ that are too heavy, and those that no page shows."""
    texts = "\n".join(project.sources.values())
    for address in sorted(project.site.files):
        path = project.docs / address
        if not address.endswith(KINDS) or not path.is_file():
            continue
        place = Place(f"docs/{address}", 0, 0)
        # A drawing has a limit of its own: it stands in the page itself.
        if (size := path.stat().st_size) > HEAVY and not address.endswith(DRAWING):
            text = f"그림이 {size / 1000:,.0f}KB예요. {HEAVY // 1000}KB까지만 쓸 수 있어요."
            yield place.problem(
                text,
                "너비를 1,440픽셀까지 줄이고, 화면 그림은 PNG로, 사진은 JPG로 다시 저장하세요.",
                rule="image-heavy",
            )
        if address not in shown and address.split("/")[-1] not in texts:
            mend = "쓰지 않으면 지우세요."
            yield place.problem("어느 쪽에서도 보여 주지 않는 그림이에요.", mend, "warning", rule="image-unused")
