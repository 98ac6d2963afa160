"""The real worker of the built site, asked through the dialog's protocol: it ranks as Python does and always answers.

Fixtures: browser (Playwright), site (the built folder), site_url (it over HTTP), assets_url (overrides/assets).
"""

from __future__ import annotations

import json
import random
import re
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from sellerhelp.search.documents import Document
from sellerhelp.search.index import Index
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.postings import Postings
from sellerhelp.search.query import FAINT, FILLERS, Synonym
from sellerhelp.search.rank import search

from tests.test_search_shards import contents, decode

TABLE = json.loads((Path(__file__).parents[1] / "cases/search_query.json").read_text("utf-8"))
PAGES, EACH = 10, 4  # what the dialog shows
LIMIT = 2000  # ms
TURNS = 3  # what waits for itself is late in every turn; what a busy machine holds up is not
MANUALS = {
    "orders": "주문·배송",
    "settlement": "정산",
    "products": "상품",
    "opening": "스토어 개설",
    "ads": "광고·마케팅",
}
MANUALS |= {"policy": "정책·규정", "contact": "고객센터"}
PROTOCOL = """(address) => {
    globalThis.replies = [];
    let heard = () => {};
    globalThis.worker = new Worker(address);
    worker.onmessage = ({ data }) => { replies.push(data); heard(); };
    globalThis.reply = (type) => new Promise((done) => {
        const late = setTimeout(() => done(null), 10000);
        heard = () => {
            if (replies.at(-1)?.type !== type) return;
            clearTimeout(late);
            done(replies.at(-1));
        };
    });
    globalThis.ask = async (query) => {
        const before = performance.now();
        const answer = reply(3);
        worker.postMessage({ type: 2, data: query });
        const data = (await answer)?.data;
        return { data, items: data?.items ?? null, time: performance.now() - before };
    };
    // What the theme would insert as HTML and is neither text nor <mark>.
    globalThis.markup = (items) => items.flat().flatMap(({ title, text }) => [title, text]).filter((html) => {
        const template = document.createElement("template");
        template.innerHTML = html;
        const nodes = document.createTreeWalker(template.content, NodeFilter.SHOW_ALL);
        while (nodes.nextNode()) {
            const node = nodes.currentNode;
            if (node.nodeType !== 3 && (node.localName !== "mark" || node.attributes.length)) return true;
        }
        return false;
    });
    const ready = reply(1);
    worker.postMessage({ type: 0, data: { config: {}, docs: [], options: { suggest: true } } });
    return ready;
}"""


def worker_of(site: Path) -> str:
    """The address that the theme gives to new Worker() on a page one folder deep."""
    html = (site / "orders" / "index.html").read_text("utf-8")
    return json.loads(re.search(r'<script id="__config"[^>]*>(.*?)</script>', html, re.S)[1])["search"]


def index_folder(site: Path) -> Path:
    return next((site / "search").glob("*/core.json")).parent


@contextmanager
def started(browser, site: Path, site_url: str, files: dict | None = None):
    """A quiet page with the worker in it. files: a pattern of names in the index -> how to answer for them."""
    context = browser.new_context(locale="tr-TR")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route(
        "**/quiet.html", lambda route: route.fulfill(body="<!doctype html><title>t</title>", content_type="text/html")
    )
    for pattern, answer in (files or {}).items():
        context.route(re.compile(rf"/search/[0-9a-f]+/{pattern}$"), answer)
    page.goto(f"{site_url}orders/quiet.html")
    assert page.evaluate(PROTOCOL, worker_of(site)) == {"type": 1}
    try:
        yield page
        assert wrong == []
    finally:
        context.close()


@pytest.fixture(scope="module")
def page(browser, site, site_url):
    with started(browser, site, site_url) as page:
        yield page


def ask(page, queries: list[str]) -> list[dict]:
    """Asks one after the other. As JSON in ASCII both ways: a lone surrogate survives no other way."""
    said = page.evaluate(
        """async (queries) => {
            const answers = [];
            for (const query of JSON.parse(queries)) {
                const { data, items, time } = await ask(query);
                answers.push({ query, data, items, time, markup: markup(items ?? []) });
            }
            return JSON.stringify(answers);
        }""",
        json.dumps(queries),
    )
    return json.loads(said)


def in_time(turn, limit: float = LIMIT) -> bool:
    """Says whether the answers that turn() gives all come in time, ms, in one of some turns."""
    return any(max(one["time"] for one in turn()) < limit for _ in range(TURNS))


def locations(answer: dict) -> list[list[str]]:
    return [[item["location"] for item in group] for group in answer["items"]]


# --- both languages side by side ------------------------------------------------------------------


@pytest.fixture(scope="module")
def index(site) -> Index:
    """The site's own files, read back for Python."""
    files = {path.name: path.read_text("utf-8") for path in index_folder(site).glob("*.json")}
    core, terms, lexicon = json.loads(files["core.json"]), contents(files, "t"), contents(files, "l")
    shown = [row for at in range(sum(name[0] == "d" for name in files)) for row in json.loads(files[f"d{at}.json"])]
    lists = {
        kind: Postings.of(
            {
                key[1:]: {number: level * core["scale"][kind] for number, level in decode(text).items()}
                for key, text in terms.items()
                if key[0] == sign
            }
        )
        for sign, kind in (("w", "words"), ("m", "ways"), ("b", "pairs"), ("i", "titles"))
    }
    synonyms: dict[str, list[Synonym]] = {}
    for key, rows in lexicon.items():
        for typed, meant in rows if key[0] == "s" else ():
            one = Synonym(tuple(typed.split()), (tuple(meant.split()),), 1.0)
            synonyms.setdefault(one.words[0], []).append(one)
    return Index(
        documents=[document(*row) for row in shown],
        lexicon=read_rows(row for key, text in lexicon.items() if key[0] == "l" for row in text.split("\n")),
        synonym_heads=synonyms,
        **lists,
    )


def document(location, title, body, number, manual, page="", page_title="", *_) -> Document:
    kind = "section" if page else "page"
    return Document(kind, page or location, location, title, body, page_title=page_title, number=number, manual=manual)


def scores_of(answer: dict) -> dict[str, float]:
    """Of the documents only: a page that is shown for its parts alone has its best part's score."""
    return {item["location"]: item["score"] for group in answer["items"] for item in group if item["text"]}


def groups_of(index: Index, query: str) -> list[list[str]]:
    """What the dialog must show: pages in the order of their best, each with an item that is the page itself."""
    groups: dict[str, list[str]] = {}
    for number, _ in search(index, query, most=len(index.documents)):
        found = index.documents[number]
        if found.page in groups:
            groups[found.page].append(found.location)
        elif len(groups) < PAGES:
            groups[found.page] = [found.location]
    cut = {page: members[:EACH] for page, members in groups.items()}
    return [[*members, *([] if page in members else [page])] for page, members in cut.items()]


NORMAL = """반품하려면|정산이 왜 이렇게 늦어요|송장번호입력|송장 번호 입력|배송비|반품 배송비 누가 내요|사업자등록증|통신판매업 신고
3-2|3-4|구매확정|환불 언제|쿠폰 만들기|광고비 얼마|상품 등록 안돼요|페널티|리뷰 삭제|고객센터 전화|빠른정산|부가세 신고|매니저 추가
API|sms 인증|1588-3819|3영업일|2026년|손님이 주소를 바꿔 달래요|돈 언제 들어와요|택배비|폰 번호|내 폰|쿠폰|스스 수수료"""
REPAIRS = """qothdql|qksvna|thdwkd qjsgh|RNWMSO|ㅂㅅㅂ|ㅂㅍ|ㅅㅈ ㅂㅎ|ㅈㅅ|ㅂ|배숑비|반퓸|송쟝번호|정샨|배송비ㄱ|배소|뱃|송장 ㅂ|정산ㅇ|반 품 배 송 비
반품배송비는누가내나요|구메확정|쿠퐁|광고뷔|스마트스토아"""
ODD = [
    "3~5일",
    "+a -b ^2 *:",
    "송장\n",
    "ㅏ",
    "ㅋㅋㅋ 반품",
    "返品",
    "반품返品",
    "ＡＰＩ　연동",
    "\u1107\u1161\u11ab\u1111\u116e\u11b7",
]
ODD += [
    "반\u200b품",
    "배송비 배송비 배송비",
    "<b>송장</b>",
    "가" * 300,
    "🚚 배송",
    "constructor __proto__ toString",
    "쀍쀍",
    "\u05d0 반품",
]
QUERIES = [*NORMAL.replace("\n", "|").split("|"), *REPAIRS.replace("\n", "|").split("|"), *ODD]


def test_the_worker_ranks_as_python_does(page, index):
    assert len(QUERIES) > 60
    given = {answer["query"]: locations(answer) for answer in ask(page, QUERIES)}
    expect = {query: groups_of(index, query) for query in QUERIES}
    assert {query: found for query, found in given.items() if found != expect[query]} == {}
    assert sum(bool(found) for found in given.values()) > 60, "an empty answer proves nothing"


def test_the_scores_are_the_same_numbers_to_the_last_bit(page, index):
    """Else two results as good as each other stand in one order here and in another there."""
    for answer in ask(page, QUERIES):
        own = {index.documents[number].location: score for number, score in search(index, answer["query"], most=9999)}
        given = scores_of(answer)
        assert given == {location: own[location] for location in given}, answer["query"]


def test_every_title_of_the_site_ranks_alike_also_when_mistyped(page, index):
    dice = random.Random(9)
    queries = []
    for one in index.documents[::3]:
        title = one.title
        at = dice.randrange(len(title))
        wrong = chr(min(max(ord(title[at]) + dice.choice([-28, -1, 1, 28]), 0xAC00), 0xD7A3))
        queries += [title, title.replace(" ", ""), title[: at + 1], title[:at] + wrong + title[at + 1 :]]
    different = [
        answer["query"] for answer in ask(page, queries) if locations(answer) != groups_of(index, answer["query"])
    ]
    assert (different, len(queries) > 100) == ([], True)


def test_a_fresh_worker_answers_as_one_that_has_loaded_everything(browser, site, site_url, page):
    dice = random.Random(5)
    for query in dice.sample(QUERIES, 5):
        with started(browser, site, site_url) as fresh:
            assert locations(ask(fresh, [query])[0]) == locations(ask(page, [query])[0]), query


def test_both_languages_run_the_table_of_the_query(browser, assets_url):
    tab = browser.new_context().new_page()
    tab.route("**/page.html", lambda route: route.fulfill(body="<!doctype html><title>t</title>"))
    tab.goto(f"{assets_url}/page.html")
    given = tab.evaluate(
        """async ({ is_one_off, loose_consonants, concepts }) => {
            const query = await import("/sellerhelp/search/query.js");
            const { isOneOff } = await import("/sellerhelp/search/repair.js");
            return {
                is_one_off: is_one_off.map(([one, other]) => [one, other, isOneOff(one, other)]),
                loose_consonants: loose_consonants.map(([text]) => [text, query.looseConsonants(text)]),
                concepts: concepts.map(([words, synonyms]) => {
                    const known = synonyms.split(" ").map((one) => ({ words: one.split("+") }));
                    const store = { synonyms: (first) => known.filter((one) => one.words[0] === first) };
                    const said = words.split(" ").filter(Boolean).map((word) => ({ word, weight: 1, hasWays: true }));
                    const made = query.concepts(said, store);
                    return [words, synonyms, made.map(({ parts }) => parts.map(({ word }) => word).join("+")).join(" ")];
                }),
                FAINT: query.FAINT,
                FILLERS: query.FILLERS,
            };
        }""",
        TABLE,
    )
    tab.context.close()
    assert (given.pop("FAINT"), tuple(given.pop("FILLERS"))) == (FAINT, FILLERS)
    assert given == {name: rows for name, rows in TABLE.items() if name != "about"}


# --- the shape of an answer -----------------------------------------------------------------------


def test_an_answer_is_what_the_dialog_needs(page):
    for answer in ask(page, ["송장번호 입력", "정산", "배숑비", "반품"]):
        assert answer["items"]
        scores = [group[0]["score"] for group in answer["items"]]
        assert scores == sorted(scores, reverse=True)
        for group in answer["items"]:
            best, *rest = [item["score"] for item in group if item["text"] or "#" in item["location"]]
            assert rest == sorted(rest, reverse=True) and max(rest, default=0) <= best
            assert len({item["location"].split("#")[0] for item in group}) == 1
            assert len({item["location"] for item in group}) == len(group)
            assert any("#" not in item["location"] for item in group)
            assert all(value is True for item in group for value in item["terms"].values())
            assert {item["kind"] for item in group} <= {"page", "section", "question"}
            assert all(MANUALS.get(item["location"].split("/")[0], "") == item["manual"] for item in group)
    assert "<mark>송장</mark>" in ask(page, ["송장"])[0]["items"][0][0]["title"]


def test_an_empty_query_gives_an_empty_result(page):
    assert [answer["items"] for answer in ask(page, ["", " ", "\u3000\t"])] == [[], [], []]


def test_messages_of_other_kinds_are_passed_over(page):
    page.evaluate(
        "() => { for (const data of [{ type: 9 }, { type: 1 }, { type: 3, data: 'x' }]) worker.postMessage(data); }"
    )
    assert ask(page, ["송장"])[0]["items"]


def test_a_query_that_is_no_text_is_answered(page):
    odd = page.evaluate(
        """async () => {
            const given = [];
            for (const data of [null, undefined, 3, ["송장"], { a: 1 }]) given.push(Array.isArray((await ask(data)).items));
            return given;
        }"""
    )
    assert odd == [True] * 5


@pytest.mark.parametrize("last", ["정산", ""])
def test_of_queries_at_once_only_the_last_is_answered(browser, site, site_url, page, last):
    expect = ask(page, [last])[0]["data"]
    with started(browser, site, site_url) as fresh:
        given = fresh.evaluate(
            """async (last) => {
                replies.length = 0;
                for (const data of ["송", "송장", "송장 번호", last]) worker.postMessage({ type: 2, data });
                await reply(3);
                await new Promise((done) => setTimeout(done, 500));
                return replies;
            }""",
            last,
        )
    assert given == [{"type": 3, "data": expect}], "what was overtaken is not answered"


# --- what comes with the results ------------------------------------------------------------------


def said(page, query: str) -> dict:
    return ask(page, [query])[0]["data"]


def test_the_last_word_is_completed_also_when_its_last_syllable_is_half_typed(page):
    whole = said(page, "반품 배송")["suggest"]
    half = said(page, "반품 배소")["suggest"]
    assert "반품 배송비" in whole and "반품 배송" in half
    assert len(set(whole)) == len(whole) <= 6
    assert all(one.startswith("반품 배") for one in [*whole, *half])


def test_titles_that_go_on_from_the_typed_text_are_suggested_whole(page):
    title = re.sub("</?mark>", "", ask(page, ["송장번호 입력"])[0]["items"][0][0]["title"])
    for typed in (title[: len(title) // 2], title.split(" ")[0] + " "):
        assert title in said(page, typed)["suggest"], typed


def test_nothing_is_suggested_for_nothing_or_what_nobody_wrote(page):
    assert [said(page, query)["suggest"] for query in ("", " ", "쀍쀍")] == [[], [], []]


def test_a_query_that_finds_nothing_gets_the_words_that_look_like_its_own(page):
    nothing = said(page, "퍼쎈츠")
    assert (nothing["items"], "퍼센트" in nothing["near"]) == ([], True), nothing
    assert len(nothing["near"]) <= 6
    assert said(page, "쀍")["near"] == [] == said(page, "정산")["near"]


def test_a_repaired_query_says_how_it_was_read(page):
    meant = {query: said(page, query)["meant"] for query in ("qothdql", "송쟝번호 입력", "정산", "ㅂㅅㅂ", "")}
    assert meant == {"qothdql": "배송비", "송쟝번호 입력": "송장번호 입력", "정산": "", "ㅂㅅㅂ": "", "": ""}


def test_an_answer_from_less_than_all_its_files_says_so(browser, site, site_url):
    with started(browser, site, site_url, {r"t\d+\.json": lambda route: route.fulfill(status=503)}) as fresh:
        assert [said(fresh, query)["failed"] for query in ("", "송장")] == [False, True]
        fresh.context.unroute(re.compile(r"/search/[0-9a-f]+/t\d+\.json$"))
        assert said(fresh, "송장")["failed"] is False
    with started(browser, site, site_url, {r"core\.json": lambda route: route.abort()}) as fresh:
        assert said(fresh, "송장") == {"items": [], "suggest": [], "near": [], "meant": "", "failed": True}


# --- hostile input --------------------------------------------------------------------------------

HOSTILE = {
    "fuzzy": "3~5일",
    "operators": "+a -b ^2 *:",
    "operators next to words": "배송은 3~5일 +걸리나요^9 title:송장*",
    "long word": "송장" * 5000,
    "long unknown": "쀍" * 10_000,
    "long keys": "qothdql" * 1500,
    "long mixed": ("배숑비 ㅂㅅㅂ qothdql 🚚 3~5 " * 500)[:10_000],
    "spaces": " " * 9_999 + "반품",
    "emoji": "👨‍👩‍👧‍👦🚚❤️🇰🇷",
    "lone jamo": "ㅂ",
    "lone vowel": "ㅏㅣ",
    "joined jamo": "ㄳㄵㅘ",
    "lone surrogates": "\ud83d송장\ude9a",
    "only a surrogate": "\udc00",
    "right to left": "\u202eמשלוח 송장\u202c שלום",
    "html": "<img src=x onerror=alert(1)>송장</mark><script>alert(1)</script>",
    "entities": "&lt;b&gt; &amp; &quot;송장&quot;",
    "pattern": "송장[.*+?^${}()|[]\\",
    "zero width": "송\u200b장\ufeff\u2060 \u200d",
    "hanja": "返品 送狀 配送費",
    "full-width": "ＡＰＩ１２３　송장！",
    "decomposed": "\u1109\u1169\u11bc\u110c\u1161\u11bc",
    "only marks": "\u0301" * 500,
    "names of objects": "__proto__ constructor hasOwnProperty",
    "nul": "\0송장\0",
    "lines": "송장\r\n\t번호",
    "slash and dots": "../../../etc/passwd?index=x#y",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_is_answered_soon_and_without_markup(page, query):
    answer = ask(page, [query])[0]
    assert answer["items"] is not None, "no answer"
    assert answer["time"] < LIMIT or in_time(lambda: ask(page, [query]))
    assert answer["markup"] == []
    assert len(answer["items"]) <= PAGES


@pytest.mark.parametrize(
    "name", ["fuzzy", "operators next to words", "html", "zero width", "full-width", "decomposed", "spaces"]
)
def test_hostile_queries_with_a_real_word_still_find_it(page, name):
    query = HOSTILE[name] if name != "spaces" else " " * 150 + "반품"
    assert ask(page, [query])[0]["items"] or name == "fuzzy"


BLOCKS = [
    (0, 0x7F),
    (0xA0, 0x36F),
    (0x5D0, 0x6FF),
    (0x1100, 0x11FF),
    (0x2000, 0x206F),
    (0x3000, 0x318F),
    (0x4E00, 0x9FFF),
]
BLOCKS += [(0xAC00, 0xD7FF), (0xD800, 0xDFFF), (0xFE00, 0xFFEF), (0x1F300, 0x1FAFF), (0xE0000, 0xE01EF), (0, 0x10FFFF)]
SEEDS = ["반품", "배송비", "배숑", "ㅂㅅ", "qothdql", "<b>", "&amp;", "3~5", " ", "송장번호", "\u1107\u1162"]


def random_query(dice: random.Random) -> str:
    letter = lambda: chr(dice.randint(*dice.choice(BLOCKS)))  # noqa: E731
    return "".join(dice.choice([letter, lambda: dice.choice(SEEDS)])() for _ in range(dice.randint(1, 25)))


def test_three_hundred_random_queries_are_answered_soon_and_without_markup(page):
    dice = random.Random(300)
    answers = ask(page, [random_query(dice) for _ in range(300)])
    assert [one["query"] for one in answers if one["items"] is None or one["markup"]] == []
    late = [one["query"] for one in answers if one["time"] >= LIMIT]
    assert late == [] or in_time(lambda: ask(page, late)), late
    assert sum(bool(one["items"]) for one in answers) > 100


def planted(route):
    """Every text of the documents is markup."""
    evil = "<img src=x onerror=alert(1)> 송장 API \"'&amp;<mark onclick=x>반품</mark><!-- --><style>*{}</style>"
    rows = [["orders/#a", evil, evil * 3, evil, evil, "orders/", evil, "q"], ["orders/", evil, evil * 3, evil, evil]]
    route.fulfill(json=[rows[at % 2] for at in range(40)])


def test_markup_in_titles_and_texts_is_text(browser, site, site_url):
    with started(browser, site, site_url, {r"d\d+\.json": planted}) as page:
        for answer in ask(page, ["송장 api", "반품 img mark", "ㅂㅍ", "amp lt 송장", "<mark>"]):
            assert answer["markup"] == []
        item = ask(page, ["송장 api"])[0]["items"][0][0]
        assert "&lt;img src=x onerror=alert(1)&gt; <mark>송장</mark> <mark>API</mark>" in item["title"]
        assert item["terms"].keys() >= {"송장", "api"}, "also words that the page writes in capitals are marked there"


def test_the_check_for_markup_sees_markup(page):
    """Canary."""
    seen = page.evaluate(
        """() => markup([["<img src=x>", "<mark class=x>a</mark>", "<!-- -->", "<b>a</b>", "<mark>a</mark>", "&lt;b&gt;"]
            .map((title) => ({ title, text: "" }))])"""
    )
    assert seen == ["<img src=x>", "<mark class=x>a</mark>", "<!-- -->", "<b>a</b>"]


# --- files that do not come -----------------------------------------------------------------------


def half(site: Path):
    def answer(route):
        body = (index_folder(site) / route.request.url.rsplit("/", 1)[1]).read_bytes()
        route.fulfill(body=body[: len(body) // 2], content_type="application/json")

    return answer


BROKEN = {
    "404": lambda site: lambda route: route.fulfill(status=404, body="<h1>404</h1>"),
    "cut in half": half,
    "no network": lambda site: lambda route: route.abort(),
    "a page instead of data": lambda site: (
        lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    ),
    "nothing": lambda site: lambda route: route.fulfill(body=""),
    "null": lambda site: lambda route: route.fulfill(body="null"),
    "an empty object": lambda site: lambda route: route.fulfill(body="{}"),
    "an empty list": lambda site: lambda route: route.fulfill(body="[]"),
}
FILES = {
    "core": r"core\.json",
    "terms": r"t\d+\.json",
    "lexicon": r"[le]\d+\.json",
    "documents": r"d\d+\.json",
    "all": r".*\.json",
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("which", FILES)
def test_files_that_are_missing_or_damaged_still_leave_an_answer(browser, site, site_url, which, how):
    def turn() -> list[dict]:
        with started(browser, site, site_url, {FILES[which]: BROKEN[how](site)}) as page:
            answers = ask(page, ["", "송장번호입력", "배숑비", "ㅂㅅㅂ", "qothdql", "송장번호입력"])
        assert [one["query"] for one in answers if one["items"] is None] == []
        found = [bool(one["items"]) for one in answers[1:]]
        assert any(found) == (which == "lexicon"), found
        return answers

    assert in_time(turn)


def test_an_answer_that_is_always_late_is_seen(browser, site, site_url):
    """Canary: a file that takes its time in every turn."""

    def turn() -> list[dict]:
        def hold(route):
            time.sleep(0.3)
            route.continue_()

        with started(browser, site, site_url, {FILES["core"]: hold}) as page:
            return ask(page, ["송장번호입력"])

    assert not in_time(turn, limit=300)


@pytest.mark.parametrize("which", ["core", "terms", "lexicon", "documents"])
def test_what_did_not_come_is_asked_for_again_with_the_next_query(browser, site, site_url, page, which):
    failures = []

    def fail_at_first(route):
        failures.append(route.request.url)
        route.fulfill(status=503)

    expect = locations(ask(page, ["배숑비"])[0])
    pattern = re.compile(rf"/search/[0-9a-f]+/{FILES[which]}$")
    with started(browser, site, site_url, {FILES[which]: fail_at_first}) as fresh:
        assert locations(ask(fresh, ["배숑비"])[0]) != expect and failures
        fresh.context.unroute(pattern)
        assert locations(ask(fresh, ["배숑비"])[0]) == expect


def test_without_the_network_a_query_that_was_answered_is_answered_again(browser, site, site_url, page):
    with started(browser, site, site_url) as fresh:
        before = ask(fresh, ["송장번호 입력"])[0]
        fresh.context.set_offline(True)
        fresh.context.route("**/*", lambda route: route.abort())
        assert ask(fresh, ["송장번호 입력"])[0]["items"] == before["items"] != []
        other = ask(fresh, ["부가세 신고 ㅂㅅㅂ 매니저"])[0]["items"]
        assert other is not None
        assert other != ask(page, ["부가세 신고 ㅂㅅㅂ 매니저"])[0]["items"], "canary: the network is really away"


# --- bytes ----------------------------------------------------------------------------------------


def test_a_page_loads_next_to_nothing_of_the_index_before_somebody_asks(browser, site, site_url):
    context = browser.new_context(locale="ko-KR")
    tab = context.new_page()
    seen: list[str] = []

    def note(route):
        seen.append(route.request.url.removeprefix(site_url))
        route.continue_()

    context.route("**/search/**", note)
    tab.goto(f"{site_url}orders/")
    tab.wait_for_load_state("networkidle")
    data = [name for name in seen if name.startswith("search/")]
    assert set(data) == {"search/search_index.json"}
    assert (site / "search" / "search_index.json").stat().st_size <= 1024
    tab.evaluate(PROTOCOL, worker_of(site))
    tab.evaluate("ask('송장')")
    assert any(name.endswith("/core.json") for name in seen), "canary: what the worker loads is seen"
    context.close()
