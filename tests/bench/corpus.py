"""Reads a corpus and its queries, and writes a site with one page for each question.

corpus: JSON lines with question (or title) and answer (or body, text).
queries: TSV with a head; query and faq_index, the row of the right question counted
from 0; also_right (more rows) and style may be missing.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ("contact/hours.yml", "contact/holidays.yml", "synonyms.yml")
# What a page must have; the lead is searched too: the same for all, so that it says nothing.
HEAD = "title: {title}\ndescription: 질문과 답\nupdated: 2026-01-01\n"


@dataclass(frozen=True)
class Question:
    title: str
    answer: str


@dataclass(frozen=True)
class Query:
    """right: rows of the corpus that answer it; without any, it is asked but not counted."""

    text: str
    style: str
    right: frozenset[int]


def read_corpus(text: str) -> list[Question]:
    """Reads JSON lines. Raises ValueError with the line when one is not an object with a question."""
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.strip():
            row = json.loads(line)
            title = _first(row, ("question", "title"))
            if not title:
                raise ValueError(f"corpus line {number}: no question")
            found.append(Question(title, _first(row, ("answer", "body", "text"))))
    return found


def _first(row: object, names: Iterable[str]) -> str:
    values = row if isinstance(row, Mapping) else {}
    return next((str(values[name]).strip() for name in names if values.get(name)), "")


def read_queries(text: str, rows: int) -> list[Query]:
    """Reads queries for a corpus of so many rows. Raises ValueError when a column is missing or a row is not there."""
    reader = csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    if missing := {"query", "faq_index"} - set(reader.fieldnames or ()):
        raise ValueError(f"queries: no column {', '.join(sorted(missing))}")
    found = []
    for row in reader:
        right = frozenset(int(one) for one in re.findall(r"\d+", f"{row['faq_index']} {row.get('also_right') or ''}"))
        if right and max(right) >= rows:
            raise ValueError(f"queries line {reader.line_num}: row {max(right)} of a corpus of {rows}")
        if row["query"]:
            found.append(Query(row["query"], row.get("style") or "-", right))
    return found


def write_site(folder: Path, questions: list[Question], is_ours: bool) -> None:
    """Writes a site with a page p0, p1, ... for each question; ours with the real hooks, else the bare theme."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for at, question in enumerate(questions):
        (docs / f"p{at}.md").write_text(page(question), "utf-8")
    (docs / "index.md").write_text("---\n" + HEAD.format(title="시작") + "---\n\n시작\n", "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    if is_ours:
        _add_data(folder)
    (folder / "mkdocs.yml").write_text(config if is_ours else bare(config), "utf-8")


def page(question: Question) -> str:
    """Writes a page; somebody's plain text is never read as Markdown, blocks or values."""
    title = json.dumps(question.title, ensure_ascii=False)
    text = html.escape(re.sub(r"\s+", " ", question.answer)).replace("{", "&#123;")
    return f"---\n{HEAD.format(title=title)}---\n\n<p>{text}</p>\n"


def _add_data(folder: Path) -> None:
    """Adds what the hooks want besides pages; other data names pages that are not there."""
    for name in DATA:
        target = folder / "docs" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((ROOT / "docs" / name).read_bytes())
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)


def bare(config: str, nav: str = "\nnav:\n  - index.md\n") -> str:
    """Returns a configuration with nothing of ours: the theme, its own search, its own look of everything.

    By default the pages stay out of the navigation, as ours do: thousands of links on each of
    thousands of pages would take hours to build, and no reader would use them.
    """
    config = config[: config.index("hooks:\n")].replace("  custom_dir: overrides\n", "")
    config = re.sub(r"^(markdown_extensions|extra|watch):.*?(?=^\S|\Z)", "", config, flags=re.S | re.M)
    config = re.sub(r"^\s+(logo: sellerhelp/.*|favicon: .*sellerhelp.*)\n", "", config, flags=re.M)
    return config.replace("- search\n", "- search:\n      lang: ko\n") + nav
