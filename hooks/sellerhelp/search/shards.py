"""Writes the index as many small JSON files: a browser loads only those that its query needs.

JSON, because every static host compresses it; names without a hash, because all
files of one index lie in a folder whose name has it. Posting lists are strings of
printable letters: the step to the next document, then the weight, base 91.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from sellerhelp.search.documents import Document
from sellerhelp.search.index import Index
from sellerhelp.search.levels import LEVELS, LONGEST_LISTS, quantised
from sellerhelp.search.postings import Postings
from sellerhelp.search.query import Synonym

_DIGITS = 45  # steps: below are last digits, from here on digits that go on
# What one file holds before compression, in letters; smaller files mean more requests, larger ones more waste.
TERM_LETTERS, LEXICON_LETTERS, DOCUMENTS = 1_400, 700, 2

Files = dict[str, str]


def letter(value: int) -> str:
    """Returns one of 91 printable letters; none needs escaping in JSON."""
    code = value + 35
    return chr(code + 1 if code >= 92 else code)


def shards_of(keys: Sequence[str], count: int) -> list[int]:
    """Says which of so many files holds each key: FNV-1a over its letters, all of the basic plane."""
    import numpy as np

    sizes = np.array([len(key) for key in keys], int)
    units = np.frombuffer("".join(keys).encode("utf-32-le"), np.uint32)
    starts = np.cumsum(sizes) - sizes
    digests = np.full(len(keys), 2166136261, np.uint32)
    for at in range(max(sizes, default=0)):
        rows = np.flatnonzero(sizes > at)
        digests[rows] = (digests[rows] ^ units[starts[rows] + at]) * np.uint32(16777619)
    return (digests.astype(np.int64) % count).tolist()


def encode(levels: Postings) -> list[str]:
    """Prints the document numbers and whole weights of each term."""
    import numpy as np

    letters = np.array([ord(letter(value)) for value in range(LEVELS + 1)], np.uint8)
    steps = np.diff(levels.numbers, prepend=0) - 1
    steps[levels.starts[:-1]] = levels.numbers[levels.starts[:-1]]
    digits, rest = [], steps  # row -> the next digit, of the rows that still have one
    rows = np.arange(len(steps))
    sizes = np.ones(len(steps), int)
    while len(rows):
        goes_on = rest >= _DIGITS
        digits.append((rows, np.where(goes_on, _DIGITS + rest % _DIGITS, rest)))
        sizes[rows] += 1
        rows, rest = rows[goes_on], rest[goes_on] // _DIGITS
    ends = np.cumsum(sizes)
    out = np.empty(ends[-1] if len(ends) else 0, np.uint8)
    for at, (rows, values) in enumerate(digits):
        out[ends[rows] - sizes[rows] + at] = letters[values]
    out[ends - 1] = letters[levels.values]
    printed, places = out.tobytes().decode("ascii"), np.concatenate(([0], ends))[levels.starts].tolist()
    return [printed[start:end] for start, end in pairwise(places)]


def as_browsers_see_it(index: Index) -> tuple[Index, dict[str, float]]:
    """Returns the index with the weights that the files carry, and what one level of each kind weighs."""
    scale = {}
    kinds = {}
    for kind, longest in LONGEST_LISTS.items():
        postings: Postings = getattr(index, kind)
        most = postings.most()
        scale[kind] = round(most / LEVELS, 6)
        levels = quantised(postings, most, longest)
        kinds[kind] = Postings(levels.terms, levels.starts, levels.numbers, levels.values * scale[kind])
    return replace(index, **kinds), scale


def write_files(index: Index, scale: Mapping[str, float]) -> Files:
    """Returns all files of an index by name. index: as `as_browsers_see_it` returned it."""
    files: Files = {}
    counts: dict[str, int] = {}
    for kind, entries, letters in (
        ("t", _terms(index, scale), TERM_LETTERS),
        ("l", _lexicon(index), LEXICON_LETTERS),
        ("e", _endings(index), LEXICON_LETTERS),
    ):
        counts[kind] = _shards(entries.values(), letters)
        files |= _spread(kind, entries, counts[kind])
    for at in range(math.ceil(len(index.documents) / DOCUMENTS) or 1):
        rows = [_shown(document) for document in index.documents[at * DOCUMENTS : (at + 1) * DOCUMENTS]]
        files[f"d{at}.json"] = _json(rows)
    core = {"perFile": DOCUMENTS, "scale": dict(scale), "pages": _page_runs(index.documents)}
    files["core.json"] = _json({"files": file_counts(counts), **core})
    return files


def file_counts(counts: Mapping[str, int]) -> str:
    """Prints how many files of each kind there are: t670 l21 e9."""
    return " ".join(f"{kind}{count}" for kind, count in counts.items())


def _terms(index: Index, scale: Mapping[str, float]) -> dict[str, Any]:
    """All that is looked up by a term; the first letter of a key says what it is."""
    import numpy as np

    found: dict[str, Any] = {}
    for sign, kind in (("w", "words"), ("m", "ways"), ("b", "pairs"), ("i", "titles")):
        postings: Postings = getattr(index, kind)
        levels = np.rint(postings.values / scale[kind]).astype(int)
        printed = encode(Postings(postings.terms, postings.starts, postings.numbers, levels))
        found |= {sign + term: text for term, text in zip(postings.terms, printed, strict=True)}
    for consonants, words in index.consonants.items():
        found["c" + consonants] = " ".join(words)
    return found


def _lexicon(index: Index) -> dict[str, Any]:
    """What cuts and reads a query, by the first letter of a word: rows of the lexicon ("l") and synonyms ("s")."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for surface, row in sorted(index.lexicon.printed.items()):
        rows["l" + surface[0]].append(row)
    synonyms: defaultdict[str, list[Any]] = defaultdict(list)
    for first, ones in sorted(index.synonym_heads.items()):
        synonyms["s" + first[0]] += _means(ones)
    return {key: "\n".join(lines) for key, lines in rows.items()} | dict(synonyms)


def _means(ones: Iterable[Synonym]) -> list[list[str]]:
    """What is typed, and all that may be meant by it, to be marked in results: 환불,돈 돌려주."""
    meant: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in ones:
        meant[" ".join(one.words)] |= dict.fromkeys(" ".join(target) for target in one.targets)
    return [[typed, ",".join(targets)] for typed, targets in meant.items()]


def _endings(index: Index) -> dict[str, Any]:
    """Rows of the lexicon by last syllable ("e"), for repairs of a word whose first syllable is wrong."""
    rows = index.lexicon.printed
    return {
        "e" + syllable: "\n".join(rows[surface] for surface in surfaces) for syllable, surfaces in index.ends.items()
    }


def _shards(values: Iterable[Any], letters: int) -> int:
    return max(
        1, math.ceil(sum(len(value if isinstance(value, str) else _json(value)) + 6 for value in values) / letters)
    )


def _spread(name: str, entries: Mapping[str, Any], count: int) -> Files:
    """Shares entries out over files by what follows the first letter of their keys."""
    shards: list[dict[str, Any]] = [{} for _ in range(count)]
    keys = sorted(entries)
    for key, shard in zip(keys, shards_of([key[1:] for key in keys], count), strict=True):
        shards[shard][key] = entries[key]
    return {f"{name}{at}.json": _json(shard) for at, shard in enumerate(shards)}


def _shown(document: Document) -> list[str]:
    """What a result shows: location, title, body, number, manual; then its page's address and title, and "q" for a question."""
    page = [] if document.is_page else [document.page, document.page_title]
    page += ["q"] if document.kind == "question" else []
    return [document.location, document.title, document.body, document.number, document.manual, *page]


def _page_runs(documents: Sequence[Document]) -> list[int]:
    """Says how many documents in a row belong to one page."""
    runs: list[int] = []
    last = None
    for document in documents:
        if document.page == last:
            runs[-1] += 1
        else:
            runs.append(1)
        last = document.page
    return runs


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
