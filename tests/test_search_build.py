"""From a few documents to an index that finds what sellers type, with an analyser made by hand."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sellerhelp.search.build import build, build_or_recall
from sellerhelp.search.built import STUB, BuiltSearch
from sellerhelp.search.cuts import Cutter, RememberedCuts
from sellerhelp.search.documents import Document
from sellerhelp.search.earlier import Earlier
from sellerhelp.search.index import make_index, strength
from sellerhelp.search.lexicon import Morpheme
from sellerhelp.search.postings import Postings
from sellerhelp.search.promises import Promise
from sellerhelp.search.rank import search
from sellerhelp.search.shards import as_browsers_see_it
from sellerhelp.search.synonyms import Pair, compiled, said
from sellerhelp.yamltext import Place

from tests.test_search_lexicon import learn

NOUNS = [
    "반품",
    "배송비",
    "배송",
    "송장",
    "번호",
    "입력",
    "정산",
    "환불",
    "교환",
    "상품",
    "등록",
    "쿠폰",
    "구매자",
    "수수료",
    "광고",
    "돈",
    "돌려",
    "손님",
]


class Analyser:
    """Takes known nouns, longest first; what is left is endings."""

    def __call__(self, word: str) -> list[Morpheme]:
        out, at = [], 0
        while at < len(word):
            noun = next((one for one in sorted(NOUNS, key=len, reverse=True) if word.startswith(one, at)), "")
            size = len(noun) or 1
            out.append(Morpheme(noun or word[at], "NNG" if noun else "EC", at, size))
            at += size
        return out

    def forms(self, stem: str, tag: str) -> list[str]:
        return []


analyse = Analyser()


def made(documents, pairs, promises) -> BuiltSearch:
    """A build that remembers nothing."""
    with TemporaryDirectory() as folder:
        return build(documents, pairs, promises, Earlier(analyse, RememberedCuts(Path(folder, "cuts"))))


def page(address: str, title: str, body: str, **more) -> Document:
    return Document("page", address, address, title, body, **more)


DOCUMENTS = [
    page("returns/", "반품하려면 어떻게 하나요?", "반품은 구매자가 신청해요.", number="4-1"),
    page("invoice/", "송장 번호 입력", "송장 번호를 입력하면 배송이 시작돼요.", number="3-2", tags=("송장",)),
    page("fee/", "배송비", "배송비는 상품마다 정해요.", also=("택배 요금",)),
    page("money/", "정산", "정산은 늦어도 다음 주에 해요. 수수료를 빼요.", number="5"),
    Document("section", "money/", "money/#late", "늦을 때", "쿠폰과 광고 때문에 늦어요.", page_title="정산"),
    page("refund/", "환불과 교환", "환불하고 교환해요. 반품과 달라요."),
    page("api/", "API 연동", "API로 상품을 등록해요."),
]
PAIRS = [Pair("돈 돌려", ("환불",), 0.8), Pair("손님", ("구매자",), 0.7)]
CONFIG = '{"base": "..", "features": ["search.suggest"], "search": "../assets/javascripts/workers/search.abc.min.js", "translations": {"search.result.none": "없음"}}'


@pytest.fixture(scope="module")
def built() -> BuiltSearch:
    return made(DOCUMENTS, PAIRS, [])


@pytest.fixture(scope="module")
def index():
    lexicon = learn([text for one in DOCUMENTS for text in (one.title, one.body)], analyse, said(PAIRS))
    return as_browsers_see_it(make_index(DOCUMENTS, Cutter(lexicon), compiled(PAIRS, Cutter(lexicon))))[0]


@pytest.mark.parametrize(
    ("query", "expect"),
    [
        ("반품하려면", "returns/"),
        ("반품 하려면", "returns/"),
        ("반 품 하 려 면", "returns/"),
        ("송장번호입력", "invoice/"),
        ("송장 번호 입력", "invoice/"),
        ("3-2", "invoice/"),
        ("ㅂㅅㅂ", "fee/"),
        ("qothdql", "fee/"),
        ("QOTHDQL", "fee/"),
        ("배숑비", "fee/"),
        ("배송비ㄱ", "fee/"),
        ("배송비 얼마", "fee/"),
        ("택배 요금", "fee/"),
        ("정산이 왜 이렇게 늦어요", "money/"),
        ("돈 돌려주세요", "refund/"),
        ("손님", "returns/"),
        ("api", "api/"),
        ("ＡＰＩ", "api/"),
        ("쿠폰 광고", "money/#late"),
        ("\u1107\u1161\u11ab\u1111\u116e\u11b7\u1112\u1161\u1105\u1167\u1106\u1167\u11ab", "returns/"),
    ],
)
def test_what_sellers_type_finds_the_right_page_first(index, query, expect):
    assert DOCUMENTS[search(index, query)[0][0]].location == expect


@pytest.mark.parametrize("query", ["", "  ", "?!^~*:", "🚚", "ㅎㅎㅎㅎ", "zzz", "返品", "\u200b"])
def test_what_stands_nowhere_finds_nothing(index, query):
    assert search(index, query) == []


def test_results_come_best_first_equal_ones_by_number_and_at_most_as_many_as_asked(index):
    found = search(index, "반품 송장 배송비 정산 상품")
    assert found == sorted(found, key=lambda one: (-one[1], one[0])) and len(found) > 4
    assert search(index, "반품 송장 배송비 정산 상품", most=2) == found[:2]


def test_ways_to_say_a_word_do_not_add_up():
    documents = [
        page("a/", "환불", "교환"),
        page("b/", "환불", "글이에요"),
        *[page(f"{n}/", "x", "y") for n in range(6)],
    ]
    lexicon = learn(["환불 교환 글 돌려"], analyse)
    pairs = compiled([Pair("돌려", ("환불", "교환"), 1.0)], Cutter(lexicon))
    both = make_index(documents, Cutter(lexicon), pairs)
    one = make_index(documents, Cutter(lexicon), [replace(pairs[0], targets=(("환불",),))])
    other = make_index(documents, Cutter(lexicon), [replace(pairs[0], targets=(("교환",),))])
    assert both.ways["돌려"] == {0: max(one.ways["돌려"][0], other.ways["돌려"][0]), 1: one.ways["돌려"][1]}


def test_several_synonyms_of_one_word_are_one_list_each_with_its_weight():
    documents = [page("a/", "환불", "x"), page("b/", "교환", "y"), *[page(f"{n}/", "x", "y") for n in range(6)]]
    lexicon = learn(["환불 교환 돌려"], analyse)
    pairs = compiled([Pair("돌려", ("환불",), 0.8), Pair("돌려", ("교환",), 0.4)], Cutter(lexicon))
    ways = make_index(documents, Cutter(lexicon), pairs).ways["돌려"]
    assert ways[0] == pytest.approx(2 * ways[1])


def test_what_no_document_says_is_not_meant():
    documents = [page("a/", "환불", "글"), page("b/", "x", "y")]
    lexicon = learn(["환불 교환 돌려 손님"], analyse)
    pairs = compiled([Pair("돌려", ("환불", "교환", "환불 교환"), 1.0), Pair("손님", ("교환",), 1.0)], Cutter(lexicon))
    index = make_index(documents, Cutter(lexicon), pairs)
    assert [(one.words, one.targets) for one in index.synonyms("돌려")] == [(("돌려",), (("환불",),))]
    assert (list(index.ways), index.synonyms("손님")) == (["돌려"], ())


def test_a_synonym_of_a_word_that_the_site_never_uses_counts_twice_one_that_is_everywhere():
    everywhere = Postings.of({"송장": dict.fromkeys(range(100), 1.0), "반품": {0: 1.0}})
    assert strength(["손님"], everywhere, 100) == strength([], everywhere, 100) == 1.6
    assert strength(["송장"], everywhere, 100) == 0.8
    assert 0.8 < strength(["반품"], everywhere, 100) < 1.6
    assert strength(["송장", "손님"], everywhere, 100) == 1.6


def test_a_document_that_speaks_of_all_that_was_asked_comes_before_one_that_repeats_a_part():
    documents = [
        page("part/", "쿠폰 쿠폰", "쿠폰 쿠폰 쿠폰 쿠폰"),
        page("all/", "글", "쿠폰과 환불과 광고 이야기를 적어요"),
        *[page(f"{at}/", "글", "이야기를 적어요") for at in range(8)],
        page("refund/", "환불", "환불 환불"),
        page("ads/", "광고", "광고 광고"),
    ]
    lexicon = learn([text for one in documents for text in (one.title, one.body)], analyse)
    found = [
        documents[number].location for number, _ in search(make_index(documents, Cutter(lexicon)), "쿠폰 환불 광고")
    ]
    assert found[0] == "all/"


def test_a_synonym_of_several_words_finds_what_they_mean_together_whatever_stands_between():
    documents = [
        page("a/", "환불", "반품을 해요"),
        page("b/", "돈 이야기", "반품을 해요"),
        *[page(f"{n}/", "x", "y") for n in range(6)],
    ]
    pairs = [Pair("돈 돌려", ("환불",), 0.9)]
    lexicon = learn([text for one in documents for text in (one.title, one.body)], analyse, said(pairs))
    index = make_index(documents, Cutter(lexicon), compiled(pairs, Cutter(lexicon)))
    for query in ("돈 돌려해요", "돈을 돌려", "돈돌려"):
        assert "a/" in [documents[number].location for number, _ in search(index, query)], query


# --- files ----------------------------------------------------------------------------------------


def test_the_files_are_json_in_a_folder_named_by_their_content(built):
    assert re.fullmatch(r"search/[0-9a-f]{10}/", built.folder)
    assert built.problems == []
    assert {name[0] for name in built.files} == set("ctled")
    assert all(json.loads(text) is not None for text in built.files.values())


def test_the_same_documents_give_the_same_folder_and_any_change_another(built):
    again = made(DOCUMENTS, PAIRS, [])
    assert (again.folder, again.files) == (built.folder, built.files)
    others = [
        made([replace(DOCUMENTS[0], body="반품은 판매자가 신청해요."), *DOCUMENTS[1:]], PAIRS, []),
        made([replace(DOCUMENTS[0], manual="반품 매뉴얼"), *DOCUMENTS[1:]], PAIRS, []),
        made(DOCUMENTS[1:], PAIRS, []),
        made(DOCUMENTS, PAIRS[:1], []),
    ]
    assert len({built.folder, *(one.folder for one in others)}) == 5


def test_the_order_of_synonyms_and_generators_change_nothing(built):
    assert made(DOCUMENTS, (pair for pair in PAIRS), iter([])).folder == built.folder


def test_promises_are_kept_or_told(built):
    place = Place("docs/x.md", 3, 9)
    promises = [Promise("배숑비", "fee/", place), Promise("배송비", "money/", place)]
    problems = made(DOCUMENTS, PAIRS, promises).problems
    assert [(one.path, one.line, one.column, one.level) for one in problems] == [("docs/x.md", 3, 9, "error")]
    assert problems[0].text.startswith("‘배송비’로 찾으면 이 글이 처음 3개 안에 나오지 않아요. 대신 나온 것: ‘배송비’")


def test_a_site_without_documents_has_an_index_too():
    empty = made([], [], [])
    assert empty.problems == [] and "core.json" in empty.files


def test_the_stub_is_what_the_theme_reads_and_small():
    stub = json.loads(STUB)
    assert stub["docs"] == [] and stub["config"]["separator"] == r"[\s]+"
    assert len(STUB) < 1000


# --- the worker's address -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("worker", "way"),
    [
        ("../assets/sellerhelp/search/worker.js", "../../../"),
        ("assets/sellerhelp/search-1a2b/worker.js", "../../../"),
        ("../../assets/worker.js", "../"),
        ("/help/assets/sellerhelp/search/worker.js", "../../../"),
        ("https://a.example/assets/x/assets/search/worker.js", "../../"),
    ],
)
def test_our_worker_takes_the_place_of_the_themes(built, worker, way):
    changed = json.loads(str(built.own_worker(CONFIG, worker)))
    assert changed == json.loads(CONFIG) | {
        "search": f"{worker}?index={way}{built.folder}&files={built.counts.replace(' ', '+')}"
    }


def test_nothing_else_changes(built):
    changed = str(built.own_worker(CONFIG, "assets/a/worker.js"))
    theirs, ours = CONFIG.index('"search": '), changed.index('"search": ')
    assert changed[:ours] == CONFIG[:theirs]
    assert changed[changed.index(', "translations"') :] == CONFIG[CONFIG.index(', "translations"') :]


@pytest.mark.parametrize(
    ("config", "times"),
    [("{}", 0), ('{"search":  "x"}', 0), (CONFIG + CONFIG, 2), ('{"search": "x", "other": {"search": "y"}}', 2)],
)
def test_a_theme_that_names_its_worker_elsewhere_stops_the_build(built, config, times):
    with pytest.raises(
        ValueError, match=f"^the theme's configuration names its search worker {times} times, expected once$"
    ):
        built.own_worker(config, "assets/a/worker.js")


def test_the_last_index_is_taken_over_while_nothing_it_rests_on_has_changed(tmp_path):
    path, asked = tmp_path / "index.json", []

    class Counting(Analyser):
        def __call__(self, run):
            asked.append(run)
            return super().__call__(run)

    broken = Promise("없는낱말", "returns/", Place("docs/a.md", 1, 1))
    given = {"recipe": "1", "documents": DOCUMENTS, "pairs": PAIRS, "promises": [broken]}

    def recalled(**other):
        asked.clear()
        earlier = Earlier(Counting(), RememberedCuts(tmp_path / "cuts"))
        return build_or_recall(path, **given | other, earlier=earlier), bool(asked)

    first, worked = recalled()
    assert worked and first.problems
    assert recalled() == (first, False)
    for other in ({"recipe": "2"}, {"documents": DOCUMENTS[1:]}, {"pairs": []}, {"promises": []}):
        changed, worked = recalled(**other)
        assert worked and (changed != first or "recipe" in other), other
        assert recalled() == (first, True)  # one index lies there, the last
    path.write_bytes(path.read_bytes()[:-9])
    assert recalled() == (first, True)
