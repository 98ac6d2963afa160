"""Writes the same pages as a project of each builder: ours, stock MkDocs with Material, Zensical and Hugo."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.bench.corpus import ROOT, bare
from tests.bench.many_pages import SECTIONS, Page, written

DATA = (
    "contact/hours.yml",
    "contact/holidays.yml",
    "synonyms.yml",
    "values.yml",
    "glossary.yml",
    "terms.yml",
    "teams.yml",
)
_LEADS_AWAY = re.compile(r"^  (?:page|facts):.*\n", re.M)  # from the glossary, to what is not here
_EXTENSIONS = re.compile(r"^markdown_extensions:.*?(?=^\S|\Z)", re.S | re.M)
_BLOCK = "/// 주의\n{text}\n///"
_OWN = {"updated": "2026-01-01", "as_of": "수집 자료 기준", "owner": "주문팀", "review": "2027-05-22"}
_LEAD = "모든 쪽을 여섯 갈래로 나누어 모았어요."
# What the frame of each of our pages links to: path -> what its head has besides, its text.
_FRAME = {
    "index-all.md": ({}, "/// index\n///"),
    "faq.md": ({}, "질문이에요."),
    "glossary.md": ({}, "/// glossary\n///"),
    "changes.md": ({}, "/// changes\n///"),
    "notices.md": ({}, "/// notices\n///"),
    "contact/index.md": ({"number": "7"}, "/// contact\n///\n\n## 시간표 {#week}\n\n글이에요."),
}


def write_ours(folder: Path, pages: Sequence[Page], has_search: bool) -> None:
    """Writes a project with our configuration, hooks, overrides and tools."""
    _write(folder / "docs", pages, _our_head, _BLOCK)
    for path, (more, text) in _FRAME.items():
        _put(folder / "docs" / path, _page(_index_head(path) | _OWN | more, text))
    for name in DATA:
        source = (ROOT / "docs" / name).read_text("utf-8")
        _put(folder / "docs" / name, _LEADS_AWAY.sub("", source) if name == "glossary.yml" else source)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    # A tool's tree is where it lies; the rest of ours is the same for every tree.
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests" / "bench" / "lenient.py", folder / "bench_lenient.py")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("\nhooks:\n", "\nhooks:\n  - bench_lenient.py\n")
    _put(folder / "mkdocs.yml", config if has_search else _without_search(config))


def _without_search(config: str) -> str:
    config = re.sub(r"^  - hooks/site_(?:search|promises)\.py\n", "", config, flags=re.M)
    return re.sub(r"^plugins:\n(?:  .*\n)+", "plugins: []\n", config, flags=re.M)


def write_stock(folder: Path, pages: Sequence[Page], has_search: bool) -> None:
    """Writes a project of MkDocs and Material (Zensical reads it too): our theme's settings, nothing of ours."""
    _write(folder / "docs", pages, _plain_head, _BLOCK)
    ours = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = bare(ours, nav="") + "\n" + _EXTENSIONS.search(ours)[0]
    _put(folder / "mkdocs.yml", config if has_search else _without_search(config))


def write_zensical(folder: Path, pages: Sequence[Page], has_search: bool) -> None:
    write_stock(folder, pages, has_search)


def write_hugo(folder: Path, pages: Sequence[Page], has_search: bool) -> None:
    """Writes a project of Hugo with the layouts of tests/bench/hugo/; it has no search of its own."""
    _write(folder / "content", pages, _plain_head, "> [!WARNING]\n> {text}", index="_index.md")
    for at in {Path(page.path).parent for page in pages}:
        _put(folder / "content" / at / "_index.md", _page({"title": at.name}, ""))
    shutil.copytree(ROOT / "tests" / "bench" / "hugo", folder, dirs_exist_ok=True)


def _write(docs: Path, pages: Sequence[Page], head, admonition: str, index: str = "index.md") -> None:
    for page in pages:
        _put(docs / page.path, written(page, head, admonition))
    is_ours = head is _our_head
    for number, section in enumerate(SECTIONS, 1):
        own = _OWN | {"number": str(number)} if is_ours else {}
        _put(docs / section / index, _page(_index_head(section) | own, _LEAD))
    _put(docs / index, _page(_index_head("시작") | (_OWN if is_ours else {}), _LEAD))


def _our_head(page: Page) -> dict:
    number = {"number": page.number} if page.number else {}
    return {"title": page.title, **number, "description": page.lead, "also": page.tags, **_OWN}


def _plain_head(page: Page) -> dict:
    return {"title": page.title, "description": page.lead, "tags": page.tags}


def _index_head(title: str) -> dict:
    return {"title": title, "description": _LEAD}


def _page(head: dict, text: str) -> str:
    rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"---\n{rows}---\n\n{text}\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
