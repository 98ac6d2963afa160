"""What an import must know of the site: its manuals, questions, pages and published ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sellerhelp.faq.collection import Collection, collect
from sellerhelp.faq.entry import read_entries
from sellerhelp.faq.published import PATH, read_published
from sellerhelp.frontmatter import PageHead, read_head
from sellerhelp.manuals import Manual, arrange
from sellerhelp.problem import Problem
from sellerhelp.sheets.columns import values_of
from sellerhelp.sheets.workbook import ManualSheet
from sellerhelp.yamltext import Place


@dataclass(frozen=True)
class Library:
    """manuals: in order, only those with questions. sources: path below docs/ of each faq.yml -> its text.

    heads: of all pages. published: the ids that readers may have linked to.
    """

    manuals: tuple[Manual, ...]
    sources: Mapping[str, str]
    heads: tuple[PageHead, ...]
    published: Mapping[str, Place]
    collection: Collection

    @property
    def titles(self) -> dict[str, str]:
        return {manual.folder: manual.title for manual in self.manuals}

    def sheets(self) -> list[ManualSheet]:
        """Returns the questions as the sheets of a workbook."""
        return [
            ManualSheet(
                manual.folder, manual.title, tuple(values_of(entry) for entry in self.collection.of(manual.folder))
            )
            for manual in self.manuals
        ]


def make_library(docs: Mapping[str, str]) -> tuple[Library, list[Problem]]:
    """Reads what a folder of docs holds. docs: path below docs/ -> text, of all .md, faq.yml and published.txt.

    The problems are those of files that cannot be read as questions: nothing may be written over them.
    """
    heads = [read_head(text, path, f"docs/{path}")[0] for path, text in docs.items() if path.endswith(".md")]
    sources = {path: text for path, text in docs.items() if path.endswith("/faq.yml")}
    folders = {path.split("/")[0] for path in sources}
    manuals = tuple(manual for manual in arrange(heads)[0] if manual.folder in folders)
    published = read_published(docs.get(PATH, ""), f"docs/{PATH}")
    collection, _ = collect(sources, [manual.folder for manual in manuals], [], published)
    unread = [one for path, text in sources.items() for one in read_entries(text, path, f"docs/{path}")[1]]
    return Library(manuals, sources, tuple(heads), published, collection), unread


def read_docs(docs: Path) -> tuple[dict[str, str], list[Problem]]:
    """Reads the files of a docs folder that make_library() wants, line ends as they are; _folders are no pages."""
    texts: dict[str, str] = {}
    problems = []
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if name.startswith(("_", ".")) or not (path.suffix == ".md" or name.endswith("/faq.yml") or name == PATH):
            continue
        try:
            texts[name] = path.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            mend = "편집기에서 ‘UTF-8’로 저장하세요."
            problems.append(
                Problem(f"docs/{name}", 0, 0, "글자를 읽을 수 없는 파일이에요.", mend, rule="sheets-source")
            )
    return texts, problems
