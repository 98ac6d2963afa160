"""From documents to the files of an index, and the check of its promises."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from sellerhelp.memory import Memory, key_of, recall, remember
from sellerhelp.problem import Problem
from sellerhelp.search.built import FOLDER, BuiltSearch
from sellerhelp.search.documents import Document
from sellerhelp.search.earlier import Earlier
from sellerhelp.search.fields import FIELDS
from sellerhelp.search.index import Index, make_index
from sellerhelp.search.promises import Promise, check
from sellerhelp.search.shards import as_browsers_see_it, write_files
from sellerhelp.search.synonyms import Pair, compiled, said

# Numbers of pages are no words to learn.
_LEARNT = [at for at, field in enumerate(FIELDS) if field.name != "number"]


def build(
    documents: Sequence[Document],
    pairs: Iterable[Pair],
    promises: Iterable[Promise],
    earlier: Earlier,
) -> BuiltSearch:
    """Learns the lexicon from the documents, weighs them, writes the files and keeps the promises."""
    index, scale = _index(documents, pairs, earlier)
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
    earlier: Earlier,
) -> BuiltSearch:
    """Returns what build() returns; what it returned last when no text has changed since.

    path: of the file that holds the last index, and no other: each is as large as the site's texts. recipe: the code and
    the words' model.
    """
    key = key_of(recipe, repr(documents), repr(pairs), repr(promises))
    if known := recall(path, key):
        problems = [Problem.from_row(row) for row in known["problems"]]
        return BuiltSearch(known["folder"], known["files"], problems, known["counts"])
    built = build(documents, pairs, promises, earlier)
    remember(path, key, vars(built) | {"problems": [problem.as_row() for problem in built.problems]})
    return built


def rehearse(
    documents: Sequence[Document],
    pairs: Sequence[Pair],
    promises: Sequence[Promise],
    earlier: Earlier,
    memory: Memory,
) -> list[Problem]:
    """Names the promises that build() would name, and remembers that; writes nothing."""
    key = key_of(repr(documents), repr(pairs), repr(promises))
    rows = memory.get(key)
    if rows is None:
        found: list[Problem] = []
        if promises:  # an index that has promised nothing is asked nothing
            found = check(_index(documents, pairs, earlier)[0], promises)
        rows = [one.as_row() for one in found]
        memory.keep(key, rows)
    return [Problem.from_row(row) for row in rows]


def _index(
    documents: Sequence[Document],
    pairs: Iterable[Pair],
    earlier: Earlier,
) -> tuple[Index, dict[str, float]]:
    pairs = list(pairs)
    kinds = earlier.counts.of(documents)
    lexicon = earlier.learnt.lexicon(kinds["runs"].in_all(_LEARNT), earlier.analyse, said(pairs))
    cut = earlier.cuts.cutter(lexicon)
    index = make_index(documents, cut, compiled(pairs, cut), kinds)
    earlier.cuts.save(cut)
    return as_browsers_see_it(index)
