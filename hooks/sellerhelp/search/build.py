"""From documents to the files of an index, and the check of its promises."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from markupsafe import Markup

from sellerhelp.memory import Memory, key_of, recall, remember
from sellerhelp.problem import Problem
from sellerhelp.search.counts import RememberedCounts
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.documents import Document
from sellerhelp.search.fields import FIELDS
from sellerhelp.search.index import Index, make_index
from sellerhelp.search.lexicon import Analyser, learn
from sellerhelp.search.promises import Promise, check
from sellerhelp.search.shards import as_browsers_see_it, write_files
from sellerhelp.search.synonyms import Pair, compiled, said

FOLDER = "search"
# What the theme's own script expects to load; it holds nothing.
STUB = '{"config":{"lang":["ko"],"separator":"[\\\\s]+","pipeline":[],"fields":{}},"docs":[]}'
# Letters and digits, that no quoting changes and nobody writes.
_MARK = "sh7late9index4"
# The theme writes Korean as escapes, which take three times the room; after a backslash, "u" is a letter of the text.
_ESCAPED = re.compile(r"\\\\|\\u(a[c-f][0-9a-f]{2}|[bc][0-9a-f]{3}|d[0-6][0-9a-f]{2})")
# Numbers of pages are no words to learn.
_LEARNT = [at for at, field in enumerate(FIELDS) if field.name != "number"]
THEIR_WORKER = re.compile(r'"search": ?"[^"]*"')


@dataclass(frozen=True)
class BuiltSearch:
    """folder: of the index below the site's root, its name changes with its content. files: name -> text.

    counts: how many files of each kind there are; told to the worker, so that it need not ask first.
    """

    folder: str
    files: dict[str, str]
    problems: list[Problem]
    counts: str = ""

    def late(self) -> tuple[BuiltSearch, dict[str, str]]:
        """Returns a stand-in that names the index by marks, and what stands for the marks in the end.

        Every edit makes another index, whose name stands in every page; so pages can be kept without it.
        """
        marks = {f"{_MARK}folder": self.folder, f"{_MARK}counts": quote_plus(self.counts)}
        return BuiltSearch(f"{_MARK}folder", {}, [], f"{_MARK}counts"), marks

    def renaming(self, newer: BuiltSearch) -> list[tuple[bytes, bytes]]:
        """Returns what in finished files names this index, and what names a newer one."""
        pairs = ((self.folder, newer.folder), (quote_plus(self.counts), quote_plus(newer.counts)))
        return [(old.encode(), new.encode()) for old, new in pairs if old != new]

    def own_worker(self, config: str, worker: str) -> Markup:
        """Puts our worker into the theme's configuration. worker: its address, seen from the page."""
        depth = worker.split("?")[0].rsplit("assets/", 1)[1].count("/") + 1
        address = f'"search": "{worker}?index={"../" * depth}{self.folder}&files={quote_plus(self.counts)}"'
        changed, places = THEIR_WORKER.subn(lambda _: address, config)
        if places != 1:
            raise ValueError(f"the theme's configuration names its search worker {places} times, expected once")
        return Markup(_ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[0], changed))


def build(
    documents: Sequence[Document],
    pairs: Iterable[Pair],
    promises: Iterable[Promise],
    analyse: Analyser,
    cuts: RememberedCuts,
    counts: RememberedCounts,
) -> BuiltSearch:
    """Learns the lexicon from the documents, weighs them, writes the files and keeps the promises."""
    index, scale = _index(documents, pairs, analyse, cuts, counts)
    files = write_files(index, scale)
    digest = hashlib.sha256("".join(f"{name}\0{files[name]}\0" for name in sorted(files)).encode()).hexdigest()
    numbers = json.loads(files["core.json"])["files"]
    return BuiltSearch(f"{FOLDER}/{digest[:10]}/", files, check(index, promises), numbers)


def build_or_recall(
    path: Path,
    recipe: str,
    documents: Sequence[Document],
    pairs: Sequence[Pair],
    promises: Sequence[Promise],
    analyse: Analyser,
    cuts: RememberedCuts,
    counts: RememberedCounts,
) -> BuiltSearch:
    """Returns what build() returns; what it returned last when no text has changed since.

    path: of the file that holds the last index, and no other: each is as large as the site's texts. recipe: the code and
    the words' model.
    """
    key = key_of(recipe, repr(documents), repr(pairs), repr(promises))
    if known := recall(path, key):
        problems = [Problem.from_row(row) for row in known["problems"]]
        return BuiltSearch(known["folder"], known["files"], problems, known["counts"])
    built = build(documents, pairs, promises, analyse, cuts, counts)
    remember(path, key, vars(built) | {"problems": [problem.as_row() for problem in built.problems]})
    return built


def rehearse(
    documents: Sequence[Document],
    pairs: Sequence[Pair],
    promises: Sequence[Promise],
    analyse: Analyser,
    cuts: RememberedCuts,
    counts: RememberedCounts,
    memory: Memory,
) -> list[Problem]:
    """Names the promises that build() would name, and remembers that; writes nothing."""
    key = key_of(repr(documents), repr(pairs), repr(promises))
    rows = memory.get(key)
    if rows is None:
        found: list[Problem] = []
        if promises:  # an index that has promised nothing is asked nothing
            found = check(_index(documents, pairs, analyse, cuts, counts)[0], promises)
        rows = [one.as_row() for one in found]
        memory.keep(key, rows)
    return [Problem.from_row(row) for row in rows]


def _index(
    documents: Sequence[Document],
    pairs: Iterable[Pair],
    analyse: Analyser,
    cuts: RememberedCuts,
    counts: RememberedCounts,
) -> tuple[Index, dict[str, float]]:
    pairs = list(pairs)
    kinds = counts.of(documents)
    lexicon = learn(kinds["runs"].in_all(_LEARNT), analyse, said(pairs))
    cut = cuts.cutter(lexicon)
    index = make_index(documents, cut, compiled(pairs, cut), kinds)
    cuts.save(cut)
    return as_browsers_see_it(index)
