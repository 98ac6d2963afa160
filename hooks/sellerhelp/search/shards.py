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
from typing import Any

from sellerhelp.search.documents import Document
from sellerhelp.search.index import Index
from sellerhelp.search.lexicon import row
from sellerhelp.search.query import Synonym
from sellerhelp.search.weights import Postings

LEVELS = 90  # a weight is a whole number up to this
_DIGITS = 45  # steps: below are last digits, from here on digits that go on
# What one file holds before compression, in letters; smaller files mean more requests, larger ones more waste.
TERM_LETTERS, LEXICON_LETTERS, DOCUMENTS = 1_400, 700, 2
# Longer lists are cut at their lightest: a term that is everywhere says little, and its list must not grow for ever.
# Measured: shorter than this costs recall, longer costs bytes alone.
LONGEST_LISTS = {"words": 500, "ways": 300, "pairs": 250, "titles": 250}

Files = dict[str, str]


def letter(value: int) -> str:
    """Returns one of 91 printable letters; none needs escaping in JSON."""
    code = value + 35
    return chr(code + 1 if code >= 92 else code)


_LETTERS = [letter(value) for value in range(LEVELS + 1)]


def shard_of(key: str, count: int) -> int:
    """Says which of so many files holds a key: FNV-1a over its letters, all of the basic plane."""
    digest = 2166136261
    for unit in key:
        digest = ((digest ^ ord(unit)) * 16777619) & 0xFFFFFFFF
    return digest % count


def quantised(postings: Postings, most: float, longest: int) -> dict[str, dict[int, int]]:
    """Turns weights into whole numbers up to LEVELS, drops what rounds to nothing and the end of very long lists."""
    import numpy as np  # why: most builds of one edit need no index, and it takes long to load

    out = {}
    for term, documents in postings.items():
        numbers = np.fromiter(documents, int, len(documents))
        levels = np.rint(np.fromiter(documents.values(), float, len(documents)) / most * LEVELS).astype(int)
        kept = np.flatnonzero(levels)
        if len(kept) > longest:
            kept = kept[np.lexsort((numbers[kept], -levels[kept]))[:longest]]
        if len(kept):
            kept = kept[np.argsort(numbers[kept])]
            out[term] = dict(zip(numbers[kept].tolist(), levels[kept].tolist(), strict=True))
    return out


def encode(documents: Mapping[int, int]) -> str:
    """Prints document numbers (rising) and their whole weights."""
    out = []
    last = -1
    for number, level in documents.items():
        step = number - last - 1
        while step >= _DIGITS:
            out.append(_LETTERS[_DIGITS + step % _DIGITS])
            step //= _DIGITS
        out.append(_LETTERS[step] + _LETTERS[level])
        last = number
    return "".join(out)


def as_browsers_see_it(index: Index) -> tuple[Index, dict[str, float]]:
    """Returns the index with the weights that the files carry, and what one level of each kind weighs."""
    scale = {}
    kinds = {}
    for kind, longest in LONGEST_LISTS.items():
        postings: Postings = getattr(index, kind)
        most = max((weight for documents in postings.values() for weight in documents.values()), default=1.0)
        scale[kind] = round(most / LEVELS, 6)
        kinds[kind] = {
            term: {number: level * scale[kind] for number, level in documents.items()}
            for term, documents in quantised(postings, most, longest).items()
        }
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
    found: dict[str, Any] = {}
    for sign, kind in (("w", "words"), ("m", "ways"), ("b", "pairs"), ("i", "titles")):
        for term, documents in getattr(index, kind).items():
            levels = {number: round(weight / scale[kind]) for number, weight in documents.items()}
            found[sign + term] = encode(levels)
    for consonants, words in index.consonants.items():
        found["c" + consonants] = " ".join(words)
    return found


def _lexicon(index: Index) -> dict[str, Any]:
    """What cuts and reads a query, by the first letter of a word: rows of the lexicon ("l") and synonyms ("s")."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for surface, chunk in sorted(index.lexicon.chunks.items()):
        rows["l" + surface[0]].append(row(surface, chunk))
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
    return {
        "e" + syllable: "\n".join(row(surface, index.lexicon.chunks[surface]) for surface in surfaces)
        for syllable, surfaces in index.ends.items()
    }


def _shards(values: Iterable[Any], letters: int) -> int:
    return max(
        1, math.ceil(sum(len(value if isinstance(value, str) else _json(value)) + 6 for value in values) / letters)
    )


def _spread(name: str, entries: Mapping[str, Any], count: int) -> Files:
    """Shares entries out over files by what follows the first letter of their keys."""
    shards: list[dict[str, Any]] = [{} for _ in range(count)]
    for key in sorted(entries):
        shards[shard_of(key[1:], count)][key] = entries[key]
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
