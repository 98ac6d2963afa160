"""How much a term says about a document: BM25 per field, as lunr weighs it, added up over the fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lunr.idf import idf

from sellerhelp.search.documents import Document

Terms = Callable[[str], list[str]]
Postings = dict[str, dict[int, float]]


@dataclass(frozen=True)
class Field:
    """boost: what the field counts. b: how much long texts lose, 0 to 1 (BM25)."""

    name: str
    boost: float
    b: float
    text: Callable[[Document], str]


K1 = 1.0
FIELDS = (
    Field("title", 2.0, 0.5, lambda document: "" if document.kind == "term" else document.title),
    Field("also", 1.6, 0.3, lambda document: "\n".join(document.also)),
    Field("tags", 0.8, 0.3, lambda document: "\n".join(document.tags)),
    # A section is also about what its page is about.
    Field("page", 0.7, 0.3, lambda document: "" if document.is_page else document.page_title),
    # 3-4 is how an agent on the phone names a page.
    Field("number", 2.0, 0.0, lambda document: document.number if document.is_page else ""),
    Field("body", 1.0, 0.75, lambda document: document.body),
    Field("term", 0.5, 0.0, lambda document: document.title if document.kind == "term" else ""),
)


def weigh(documents: Sequence[Document], terms: Terms, fields: Iterable[Field] = FIELDS) -> Postings:
    """Returns term -> document number -> weight.

    A term's rarity is that of all fields together, as in lunr; a field that is
    empty in most documents must not make common words look rare.
    """
    counts = {
        field.name: [Counter(terms(text)) if (text := field.text(document)) else Counter() for document in documents]
        for field in fields
    }
    rarity = _rarity(counts, len(documents))
    weights: Postings = defaultdict(dict)
    for field in fields:
        for number, term, weight in _field_weights(counts[field.name], rarity, field):
            bucket = weights[term]
            bucket[number] = bucket.get(number, 0.0) + weight
    return dict(weights)


def _rarity(counts: dict[str, list[Counter[str]]], total: int) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for per_document in zip(*counts.values(), strict=True):
        seen.update(set().union(*per_document))
    # lunr takes field -> document references; one field with the right count gives its number.
    by_count = {count: idf({"any": dict.fromkeys(range(count))}, total) for count in set(seen.values())}
    return {term: by_count[count] for term, count in seen.items()}


def _field_weights(counts: list[Counter[str]], rarity: dict[str, float], field: Field):
    lengths = [count.total() for count in counts]
    filled = [length for length in lengths if length]
    average = sum(filled) / len(filled) if filled else 1.0
    for number, (count, length) in enumerate(zip(counts, lengths, strict=True)):
        spread = K1 * (1 - field.b + field.b * length / average)
        for term, times in count.items():
            yield number, term, field.boost * rarity[term] * (K1 + 1) * times / (spread + times)
