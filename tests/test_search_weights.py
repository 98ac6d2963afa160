"""lunr.py is the oracle: the same words, b and k1 given to its Builder and to weigh()."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from lunr.builder import Builder
from lunr.query import Query
from sellerhelp.search import weights as module
from sellerhelp.search.counts import Terms, count
from sellerhelp.search.documents import Document
from sellerhelp.search.fields import FIELDS, Field
from sellerhelp.search.postings import Postings
from sellerhelp.search.weights import K1

WORDS = [
    *[
        "반품",
        "배송",
        "송장",
        "정산",
        "환불",
        "교환",
        "쿠폰",
        "광고",
        "상품",
        "등록",
        "주문",
        "취소",
        "심사",
        "서류",
        "사업자",
        "수수료",
        "번호",
        "입력",
        "지연",
        "리뷰",
    ],
    "api",
    "3-4",
    "1,000",
]


def weigh(documents: list[Document], terms: Terms, fields: tuple[Field, ...] = FIELDS) -> Postings:
    return module.weigh(count(documents, terms, fields), fields)


def corpus(dice: random.Random, count: int = 30, fields: tuple[str, ...] = ("body",)) -> list[dict[str, list[str]]]:
    """Documents of 1 to 20 words a field, common words more often; a word stands in one field of a document only."""
    found = []
    for _ in range(count):
        shares = {word: dice.choice(fields) for word in WORDS}
        made = {}
        for name in fields:
            mine = [word for word in WORDS if shares[word] == name] or ["빈칸"]
            weights = [1 / (1 + WORDS.index(word)) if word in WORDS else 1 for word in mine]
            made[name] = dice.choices(mine, weights, k=dice.randint(1, 20))
        found.append(made)
    return found


def as_documents(rows: list[dict[str, list[str]]]) -> list[Document]:
    joined = [{name: " ".join(words) for name, words in row.items()} for row in rows]
    return [Document("page", f"{at}/", f"{at}/", row.get("title", ""), row["body"]) for at, row in enumerate(joined)]


def lunr_of(rows: list[dict[str, list[str]]], fields: tuple[Field, ...]) -> Builder:
    builder = Builder()
    builder.ref("id")
    builder.b(fields[0].b)
    builder.k1(K1)
    for field in fields:
        builder.field(field.name, boost=field.boost)
    for at, row in enumerate(rows):
        builder.add({"id": str(at), **row})
    return builder


def weights_of(builder: Builder, fields: tuple[Field, ...]) -> dict[str, dict[int, float]]:
    """What lunr wrote into its vectors, added up over the fields."""
    names = {posting["_index"]: term for term, posting in builder.inverted_index.items()}
    weights: dict[str, dict[int, float]] = {}
    for reference, vector in builder.field_vectors.items():
        number = int(str(reference).rsplit("/", 1)[1])
        pairs = iter(vector.serialize())
        for index, weight in zip(pairs, pairs, strict=True):
            bucket = weights.setdefault(names[index], {})
            bucket[number] = bucket.get(number, 0.0) + weight
    return weights


def rounded(weights: dict[str, dict[int, float]]) -> dict[str, dict[int, float]]:
    return {
        term: {number: round(weight, 3) for number, weight in sorted(found.items())} for term, found in weights.items()
    }


def ranking(scores: dict[int, float]) -> list[int]:
    return sorted(scores, key=lambda number: (-round(scores[number], 6), number))


def by_lunr(index, terms: list[str]) -> list[int]:
    query = Query(index.fields)
    for term in terms:
        query.term(term, use_pipeline=False)
    return ranking({int(hit["ref"]): hit["score"] * len(terms) ** 0.5 for hit in index.query(query)})


def by_us(weights: dict[str, dict[int, float]], terms: list[str]) -> list[int]:
    scores: dict[int, float] = {}
    for term in terms:
        for number, weight in weights.get(term, {}).items():
            scores[number] = scores.get(number, 0.0) + round(weight, 3)
    return ranking(scores)


BODY = Field("body", 1.0, 0.75, lambda document: document.body)
TITLE = Field("title", 2.0, 0.75, lambda document: document.title)
SHAPES = {
    "one field": (BODY,),
    "one boosted field": (replace(BODY, boost=3.5),),
    "length counts nothing": (replace(BODY, b=0.0),),
    "length counts all": (replace(BODY, b=1.0),),
    "title and body": (TITLE, BODY),
    "title and body, other boosts": (replace(TITLE, boost=0.4, b=0.3), replace(BODY, b=0.3)),
}


@pytest.mark.parametrize("fields", SHAPES.values(), ids=SHAPES)
def test_thirty_documents_weigh_and_rank_as_lunr_says(fields):
    dice = random.Random(17)
    rows = corpus(dice, 30, tuple(field.name for field in fields))
    builder = lunr_of(rows, fields)
    index = builder.build()
    own = weigh(as_documents(rows), str.split, fields)
    assert rounded(own) == rounded(weights_of(builder, fields))
    queries = [dice.sample(sorted(own), dice.randint(1, min(5, len(own)))) for _ in range(40)]
    ranked = [(terms, by_us(own, terms)) for terms in queries]
    assert ranked == [(terms, by_lunr(index, terms)) for terms in queries]
    assert sum(len(found) for _, found in ranked) > 400


def test_the_oracle_can_disagree():
    """Canary: other boosts, b or words are seen."""
    rows = corpus(random.Random(17))
    builder = lunr_of(rows, (BODY,))
    builder.build()
    right = rounded(weights_of(builder, (BODY,)))
    for wrong in (replace(BODY, b=0.7), replace(BODY, boost=1.01)):
        assert rounded(weigh(as_documents(rows), str.split, (wrong,))) != right


def one(body: str, title: str = "") -> Document:
    return Document("page", "a/", "a/", title, body)


def test_a_word_in_two_fields_of_one_document_is_as_rare_as_in_one():
    """Here we leave lunr, which counts such a document twice: what stands in title and text is no commoner for that."""
    both = weigh([one("송장 넣기", "송장"), one("배송"), one("반품")], str.split, (BODY, TITLE))
    alone = weigh([one("송장 넣기"), one("배송"), one("반품")], str.split, (BODY,))
    title = weigh([one("x", "송장"), one("배송"), one("반품")], str.split, (TITLE,))
    assert both["송장"][0] == pytest.approx(alone["송장"][0] + title["송장"][0])


def test_an_empty_field_neither_counts_as_short_nor_makes_others_long():
    """Here too: lunr's average counts empty fields, so that the few filled ones would all be long."""
    few = weigh([one("", "송장 번호"), one("글"), one("글")], str.split, (TITLE,))
    alone = weigh([one("", "송장 번호"), one("", "다른 제목"), one("", "셋째 제목")], str.split, (TITLE,))
    assert few["송장"][0] == pytest.approx(alone["송장"][0])


def test_nothing_weighs_nothing():
    assert weigh([], str.split) == weigh([one("", "")], str.split, (BODY,)) == {}


def test_every_field_of_the_site_is_found_and_titles_count_more_than_text():
    document = Document("page", "a/", "a/", "제목", "본문", ("갈래",), ("다른말", "또다른말"), "안보임", "3-4")
    section = Document("section", "a/", "a/#b", "절", "글", page_title="쪽제목", number="3-4")
    weights = weigh([document, section], str.split, FIELDS)
    assert sorted(weights) == sorted(["제목", "본문", "갈래", "다른말", "또다른말", "3-4", "절", "글", "쪽제목"])
    assert weights["3-4"].keys() == {0}
    assert weights["제목"][0] > weights["다른말"][0] > weights["본문"][0] > weights["갈래"][0] > 0
