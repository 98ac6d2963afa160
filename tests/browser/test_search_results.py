"""What the dialog makes of an answer: where each result stands, what may be typed on, and what helps when there is none.

A stand-in answers for the worker with what a test has put into globalThis.answers.
"""

import json

import pytest

STAND_IN = """
globalThis.asked = [];
globalThis.Worker = class extends EventTarget {
  postMessage({ type, data }) {
    if (type === 4) globalThis.isWarm = true;
    if (type !== 0 && type !== 2) return;
    if (type === 2) globalThis.asked.push(data);
    const found = globalThis.answers[String(data).trim()] ?? {};
    const answer = type === 0 ? { type: 1 } : { type: 3, data: { items: [], suggest: [], near: [], meant: "", failed: false, ...structuredClone(found) } };
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: answer })), 5);
  }
  terminate() {}
};
"""
FIELD = "[data-md-component=search-query]"
DIALOG = "[data-sh-dialog]"
ROWS = ".md-search-result__item"
PHONE = {"viewport": {"width": 390, "height": 800}}
DESK = {"viewport": {"width": 1280, "height": 800}}
HOSTILE = "<img src=x onerror=alert(1)>"


def item(location, title, score, kind="section", manual="주문·배송", text="글이에요."):
    return {
        "location": location, "title": title, "text": text, "score": score,
        "terms": {"송장": True}, "kind": kind, "manual": manual,
    }  # fmt: skip


PAGE = item("orders/invoice/", "3-4 발송처리와 <mark>송장</mark> 입력", 5, "page")
SECTION = item("orders/invoice/#mend", "<mark>송장</mark> 고치기", 4)
OTHER = item("orders/invoice/#none", "<mark>송장</mark>이 없는 배송", 3)
QUESTION = item("orders/faq/#typo", "<mark>송장</mark>을 잘못 넣었어요.", 9, "question", text="배송중일 때만 고쳐요.")
LESSER = item("orders/faq/#used", "쓴 <mark>송장</mark>이래요.", 7, "question")
LIST = item("orders/faq/", "3-Q 주문·배송 자주 묻는 질문", 9, "page", text="")
WEAK_LIST = {**LIST, "score": 2, "text": "질문 목록이에요."}


@pytest.fixture
def asked(open_page):
    """Opens the dialog and asks a query to which the stand-in gives an answer; with asked(answer) as page."""

    def opened(answer, query="송장", scripts="", **options):
        answers = json.dumps({query: answer} if isinstance(answer, dict) and "송장" not in answer else answer)
        script = f"{STAND_IN}globalThis.answers = {answers};{scripts}"
        return _asking(open_page("ads/", scripts=script, **{**DESK, **options}), query)

    return opened


class _asking:
    """A page with the dialog open and the query asked."""

    def __init__(self, opening, query):
        self.opening, self.query = opening, query

    def __enter__(self):
        page = self.opening.__enter__()
        page.locator("[data-sh-toggle=search]:visible").first.click()
        page.wait_for_selector("[data-sh-dialog=ready]")
        page.keyboard.insert_text(self.query)
        page.wait_for_selector("[data-sh-bar]:visible")
        return page

    def __exit__(self, *error):
        return self.opening.__exit__(*error)


def lines(node):
    return [line for line in node.inner_text().split("\n") if line.strip()]


def test_a_page_says_its_number_and_manual_above_its_title(asked):
    with asked({"items": [[PAGE]]}) as page:
        row = page.locator(ROWS)
        assert lines(row) == ["3-4 주문·배송", "발송처리와 송장 입력", "글이에요."]
        assert row.locator("mark").all_inner_texts() == ["송장"]


def test_a_question_that_comes_first_is_the_answer_and_leads_its_page(asked):
    with asked({"items": [[QUESTION, LIST], [LESSER]]}) as page:
        first, second = page.locator(ROWS).all()
        assert lines(first) == ["바로 답", "3-Q 주문·배송", "송장을 잘못 넣었어요.", "배송중일 때만 고쳐요."]
        assert first.locator("a").count() == 1, "the list of questions was only there for the theme"
        assert lines(second)[:2] == ["질문", "주문·배송"]


def test_the_best_row_opens_with_enter(asked):
    with asked({"items": [[QUESTION, LESSER, LIST], [PAGE]]}) as page:
        page.keyboard.press("Enter")
        page.wait_for_url("**/orders/faq/?h=*#typo")


@pytest.mark.parametrize(("score", "count"), [(8, 2), (2, 1)])
def test_the_page_of_a_question_stays_when_it_was_nearly_as_good(asked, score, count):
    with asked({"items": [[QUESTION, {**WEAK_LIST, "score": score}]]}) as page:
        assert page.locator(f"{ROWS} a:visible").count() == count
        assert page.locator(f"{ROWS} .sh-hit__where").count() == 1


def test_the_rest_of_a_page_is_folded_and_unfolds(asked):
    with asked({"items": [[PAGE, SECTION, OTHER]]}) as page:
        assert page.locator(f"{ROWS} a:visible").count() == 1
        assert page.locator(f"{ROWS} summary").inner_text() == "이 쪽에서 2개 더 보기"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator(f"{ROWS} a:visible").count() == 3
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/orders/invoice/?h=*#mend")


def test_every_link_of_a_page_marks_all_that_was_found_on_it_longest_first(asked):
    found = [
        {**SECTION, "terms": {"송장": True, "없음": False}},
        {**PAGE, "terms": {}},
        {**OTHER, "terms": {"송장번호": True}},
    ]
    with asked({"items": [found, [QUESTION]]}) as page:
        links = page.locator(f"{ROWS} a").evaluate_all(
            "(links) => links.map((link) => new URL(link.href).searchParams.get('h'))"
        )
        assert links == ["송장번호 송장"] * 3 + ["송장"]


def test_a_later_answer_does_not_lose_the_focus_of_who_is_on_a_row_already(asked):
    answers = {"송장": {"items": [[PAGE], [QUESTION]]}, "송장번": {"items": [[QUESTION], [PAGE]]}, "없음": {}}
    with asked(answers) as page:
        page.keyboard.press("ArrowDown")
        page.evaluate("document.querySelector('[data-md-component=search-query]').value = '송장번'")
        page.locator(FIELD).dispatch_event("input")
        page.locator(ROWS, has_text="바로 답").wait_for()
        assert page.evaluate(f"document.activeElement.closest('{ROWS}') !== null")
        page.evaluate("document.querySelector('[data-md-component=search-query]').value = '없음'")
        page.locator(FIELD).dispatch_event("input")
        page.wait_for_selector("[data-sh-panel=none]:visible")
        assert page.evaluate(f"document.activeElement.matches('{FIELD}')")


def test_sections_stand_below_their_page(asked):
    with asked({"items": [[SECTION, {**PAGE, "text": ""}]]}) as page:
        assert lines(page.locator(ROWS)) == ["3-4 주문·배송", "발송처리와 송장 입력", "송장 고치기", "글이에요."]


def test_names_of_manuals_and_suggestions_and_near_words_are_text(asked):
    hostile = {"items": [[{**QUESTION, "manual": HOSTILE}, LIST]], "suggest": [HOSTILE], "meant": HOSTILE}
    with asked(
        {"송장": hostile, "없음": {"near": [HOSTILE], "pages": [[{**PAGE, "title": f"3-4 &lt;{HOSTILE[1:]}"}]]}}
    ) as page:
        assert HOSTILE in page.locator(".sh-hit__where").inner_text()
        page.locator(FIELD).fill("없음")
        page.wait_for_selector("[data-sh-near]:visible")
        assert page.locator(f"{DIALOG} img").count() == 0
        assert page.locator("[data-sh-pages] a").inner_text() == f"3-4 {HOSTILE}"


def test_what_may_be_typed_on_is_pressed_and_searched(asked):
    answers = {
        "송장": {"items": [[PAGE]], "suggest": ["송장번호", "송장 수정", "송장"]},
        "송장번호": {"items": [[QUESTION, LIST]]},
    }
    with asked(answers, **PHONE) as page:
        buttons = page.locator("[data-sh-suggest] button")
        assert buttons.all_inner_texts() == ["송장번호", "송장 수정"], "what stands in the field is no suggestion"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "송장번호"
        page.keyboard.press("Enter")
        page.locator(ROWS, has_text="바로 답").wait_for()
        assert page.locator(FIELD).input_value() == "송장번호"
        assert page.evaluate(f"document.activeElement.matches('{FIELD}')")


def test_a_title_that_stands_below_is_not_suggested_again(asked):
    with asked({"items": [[PAGE]], "suggest": ["발송처리와 송장 입력"]}) as page:
        assert page.locator("[data-sh-suggest]").is_hidden()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"items": [[PAGE]]}, "1쪽에서 찾았어요"),
        ({"items": [[PAGE]] * 10}, "가장 가까운 10쪽이에요"),
        ({"items": [[PAGE]], "meant": "배송비"}, "찾은 말: 배송비 · 1쪽에서 찾았어요"),
        ({"items": [[PAGE]], "meant": "배송비", "suggest": ["배송비"]}, "1쪽에서 찾았어요"),
        ({"items": [[PAGE]], "failed": True}, "1쪽에서 찾았어요 · 다 불러오지 못해 빠진 쪽이 있을 수 있어요"),
        ({"failed": True}, "검색을 불러오지 못했어요"),
        ({}, "맞는 안내를 찾지 못했어요"),
    ],
)
def test_the_line_says_what_was_found(asked, answer, words):
    with asked(answer) as page:
        page.wait_for_function("document.querySelector('[data-sh-say]').textContent")
        assert page.locator("[data-sh-count]").inner_text() == words
        assert page.get_by_role("status").inner_text() == f"‘송장’ {words}"


def test_nothing_found_offers_near_words_and_the_pages_they_lead_to(asked):
    answers = {"송장": {"near": ["송금", "소장"], "pages": [[PAGE], [QUESTION]]}, "송금": {"items": [[PAGE]]}}
    with asked(answers, moment="2026-11-23T10:40:00+09:00") as page:
        assert page.locator("[data-sh-near] button").all_inner_texts() == ["송금", "소장"]
        links = page.locator("[data-sh-pages] a")
        assert links.all_inner_texts() == ["3-4 발송처리와 송장 입력", "송장을 잘못 넣었어요."]
        assert [link.get_attribute("href").split("/", 3)[3] for link in links.all()] == [
            "orders/invoice/",
            "orders/faq/#typo",
        ]
        page.locator(f"{DIALOG} sh-contact.is-open").wait_for()  # who answers comes in a module of its own
        page.locator("[data-sh-near] button", has_text="송금").click()
        page.locator(ROWS).wait_for()
        assert page.locator("[data-sh-panel=none]").is_hidden()


def test_without_near_words_there_is_no_empty_list_of_them(asked):
    with asked({}) as page:
        assert page.locator("[data-sh-near], [data-sh-pages], [data-sh-shorter]").all()
        assert page.locator("[data-sh-near]:visible, [data-sh-pages]:visible, [data-sh-shorter]:visible").count() == 0


def test_a_search_that_could_not_be_loaded_says_so_and_not_that_nothing_was_found(asked):
    with asked({"failed": True}, query="송장 번호") as page:
        assert page.locator(".sh-none h2:visible").all_inner_texts() == ["검색을 불러오지 못했어요"]
        assert page.locator("[data-sh-shorter]").is_hidden()
        assert page.locator(".sh-none a:visible", has_text="질문 전체 목록").is_visible()
        page.locator("[data-sh-again]").click()
        page.wait_for_url("**/ads/?q=*")
        page.locator(".sh-none h2:visible").wait_for()
        assert page.locator(FIELD).input_value().strip() == "송장 번호"


@pytest.mark.parametrize("is_wanted", [False, True])
def test_operators_are_told_of_vain_queries_only_if_they_asked(asked, is_wanted):
    told = "export const noteNothingFound = (query) => (globalThis.told = query);"
    with asked({"송장": {"items": [[PAGE]]}}) as page:
        page.route("**/feedback/queue.js", lambda route: route.fulfill(body=told, content_type="text/javascript"))
        if is_wanted:
            page.evaluate(
                "document.head.append(Object.assign(document.createElement('meta'), { name: 'sh-feedback' }))"
            )
        page.locator(FIELD).fill("헛말")
        page.wait_for_selector(".sh-none h2:visible")
        page.wait_for_timeout(200)
        assert page.evaluate("globalThis.told ?? null") == ("헛말" if is_wanted else None)
