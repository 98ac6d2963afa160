"""The tools as a reader meets them: by keyboard at 390 px, after instant navigation, without a script, on paper."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.browser.conftest import stay

PHONE = {"width": 390, "height": 844}
WEDNESDAY = "2026-12-23T10:40:00+09:00"
# A strict policy: no inline script, no style attribute, nothing from elsewhere.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"


def tab_to(page, selector: str, most: int = 200) -> None:
    """Presses Tab until an element has the focus: what cannot be reached so is not reached at all."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => !!document.activeElement?.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def type_date(page, day: str) -> None:
    """Types into a date field that has the focus; the order of its parts is that of the browser's own language."""
    year, month, number = day.split("-")
    for parts in ((month, number, year), (year, month, number)):
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        for part in parts:
            page.keyboard.type(part)
            if part == year and part != parts[-1]:
                page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.value") == day:
            return
    raise AssertionError(page.evaluate("document.activeElement.value"))


def choose(page, name: str, value: str, most: int = 12) -> None:
    """Chooses in a list by its arrow keys."""
    tab_to(page, f'[name="{name}"]')
    page.keyboard.press("Home")
    for _ in range(most):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(value)


def words(page, selector: str) -> list[str]:
    """The words of all shown elements, hidden helpers with them: what a screen reader says."""
    found = page.locator(selector).all()
    return [re.sub(r"\s+", " ", one.text_content()).strip() for one in found if one.is_visible()]


# --- the settlement day ---------------------------------------------------------------------------


def test_the_settlement_day_by_keyboard_alone_on_a_phone(open_page):
    with open_page("settlement/cycle/#calculate", viewport=PHONE, moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-settlement form:not([hidden])")
        assert words(page, "sh-settlement output") == ["예상 정산일 12월 24일(목)"]
        choose(page, "kind", "normal")
        choose(page, "event", "confirmed")
        tab_to(page, '[name="day"]')
        type_date(page, "2026-12-24")
        assert words(page, "sh-settlement output") == ["예상 정산일 12월 28일(월)"]
        assert words(page, "sh-settlement [data-ruler] .sh-days > li") == [
            "24목 구매확정일, 반품·교환완료일", "25금 성탄절, 세지 않음", "26토 주말, 세지 않음", "27일 주말, 세지 않음",
            "28월 1영업일째, 예상 정산일",
        ]  # fmt: skip
        assert words(page, "[data-how]") == [
            "센 날: 12월 28일(월) 1영업일째. 건너뛴 날: 12월 25일 성탄절, 12월 26–27일 주말."
        ]
        notes = words(page, "sh-settlement [data-note]")
        assert [note[:9] for note in notes] == ["실제 지급일은 스", "정산일에서 공휴일"]


def test_from_the_payment_on_by_keyboard_every_step_is_told(open_page):
    with open_page("settlement/cycle/#calculate", viewport=PHONE, moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-settlement form:not([hidden])")
        choose(page, "event", "paid")
        assert words(page, "sh-settlement output") == [
            "걸리는 날을 적어 주세요배송이나 집화에 며칠 걸리는지는 주문마다 달라 정해 두지 않았어요."
        ]
        tab_to(page, '[name="lag"]')
        page.keyboard.type("2")
        assert words(page, "sh-settlement output") == ["예상 정산일 2027년 1월 11일(월)"]
        assert words(page, "[data-steps] > li > b") == [
            "12월 29일(화) 발송기한", "12월 31일(목) 배송완료", "2027년 1월 8일(금) 구매확정", "2027년 1월 11일(월) 예상 정산일",
        ]  # fmt: skip
        assert len(words(page, "[data-steps] .sh-days > li")) == 7
        choose(page, "extensions", "1")
        assert words(page, "sh-settlement output") == ["예상 정산일 2027년 1월 19일(화)"]


def test_only_what_can_be_known_may_be_chosen(open_page):
    shown = "[...document.querySelectorAll('[name=event] option')].filter((o) => !o.disabled).map((o) => o.value)"
    with open_page("settlement/cycle/#calculate", moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-settlement form:not([hidden])")
        assert page.evaluate(shown) == ["paid", "sent", "arrived", "requested", "confirmed"]
        page.select_option("[name=kind]", "quick")
        assert page.evaluate(shown) == ["paid", "sent", "picked"]
        assert page.input_value("[name=event]") == "picked"
        page.select_option("[name=method]", "untracked")
        assert page.evaluate(shown) == ["paid", "sent", "requested", "confirmed"]
        assert words(page, "[data-note=not-quick]") != []
        page.select_option("[name=method]", "wish")
        assert words(page, "sh-settlement output")[0].startswith("배송희망일을 적어 주세요")
        page.fill("[name=wish]", "2027-01-05")
        assert words(page, "sh-settlement output") == ["예상 정산일 2027년 2월 3일(수)"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2027-12-31",
            "아직 계산할 수 없어요쉬는 날 달력이 2027년 12월 31일까지예요. 그 뒤의 공휴일이 정해지면 열려요.",
        ),
        (
            "2028-03-01",
            "아직 계산할 수 없어요쉬는 날 달력이 2027년 12월 31일까지예요. 그 뒤의 공휴일이 정해지면 열려요.",
        ),
        ("2024-12-31", "계산할 수 없어요쉬는 날 달력이 2025년부터라 그 앞은 셀 수 없어요."),
        ("", "날짜를 고르세요"),
    ],
)
def test_outside_of_the_calendar_it_says_so_and_why(open_page, day, said):
    with open_page("settlement/cycle/#calculate", moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-settlement form:not([hidden])")
        page.fill("[name=day]", day)
        assert words(page, "sh-settlement output") == [said]
        assert words(page, "sh-settlement .sh-days > li") == []


# --- fees -----------------------------------------------------------------------------------------


def test_fees_by_keyboard_alone_on_a_phone(open_page):
    with open_page("settlement/fees/#calculate", viewport=PHONE, moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-fees form:not([hidden])")
        assert words(page, "sh-fees output") == ["판매가를 적으면 계산해요"]
        tab_to(page, "[name=price]")
        page.keyboard.type("12,000원")
        tab_to(page, "[name=delivery]")
        page.keyboard.type("3000")
        tab_to(page, "[name=coupon]")
        page.keyboard.type("500")
        choose(page, "grade", "중소1")
        assert words(page, "sh-fees output") == ["예상 정산액 13,676–13,781원"]
        choose(page, "coupon_base", "after")
        choose(page, "delivery_base", "no")
        assert words(page, "sh-fees output") == ["예상 정산액 13,781원"]
        assert words(page, "[data-sums] > div") == [
            "상품 결제금액12,000원 × 112,000원", "판매자 쿠폰− 500원", "받은 배송비+ 3,000원",
            "주문관리 수수료11,500원 × 2.585%− 297원", "배송비의 주문관리 수수료3,000원 × 2.585%− 77원",
            "판매수수료11,500원 × 2.73% × 1.1 (부가세)− 345원", "예상 정산액13,781원",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("discount", "10000", "즉시할인이 판매가와 같거나 더 커요"),
        ("coupon", "10001", "쿠폰이 결제금액보다 커요"),
        ("delivery", "삼천", "0이나 그보다 큰 수만 적어 주세요쉼표는 있어도 돼요. 예: 12,000"),
        ("delivery", "-1", "0이나 그보다 큰 수만 적어 주세요쉼표는 있어도 돼요. 예: 12,000"),
        ("quantity", "9999999", "50억원보다 큰 주문은 계산하지 않아요"),
        ("quantity", "0", "판매가를 적으면 계산해요"),
    ],
)
def test_what_cannot_be_counted_is_told(open_page, field, typed, said):
    with open_page("settlement/fees/#calculate", moment=WEDNESDAY) as page:
        page.wait_for_selector("sh-fees form:not([hidden])")
        page.fill("[name=price]", "10000")
        page.fill(f"[name={field}]", typed)
        assert words(page, "sh-fees output") == [said]
        assert words(page, "[data-sums] > div") == []
        assert page.locator("[aria-invalid]").count() == (1 if said.startswith("0이나") else 0)


# --- today ----------------------------------------------------------------------------------------


def test_the_front_page_counts_from_today(open_page):
    with open_page("", viewport=PHONE, moment=WEDNESDAY, timezone_id="America/Los_Angeles") as page:
        page.wait_for_selector(".sh-todays__result:not([hidden])")
        assert words(page, ".sh-today [data-date]") == ["12월 23일(수)"]
        assert words(page, ".sh-todays__result") == [
            "12월 29일(화)까지 발송처리", "12월 24일(목) 예상 정산일", "12월 30일(수)까지 반품 접수",
        ]  # fmt: skip
        first = words(page, "[data-count=dispatch] .sh-days > li")
        assert first == [
            "23수 결제일", "24목 1영업일째", "25금 성탄절, 세지 않음", "26토 주말, 세지 않음", "27일 주말, 세지 않음",
            "28월 2영업일째", "29화 3영업일째, 발송기한",
        ]  # fmt: skip
        kinds = "[...document.querySelectorAll('[data-count=dispatch] li')].map((li) => li.className)"
        assert page.evaluate(kinds) == ["is-from is-today", "is-n", "is-off", "is-off", "is-off", "is-n", "is-to"]
        assert len(words(page, "[data-count=returns] .sh-days > li")) == 8


def test_the_answers_move_at_midnight_in_korea(open_page):
    with open_page("", moment="2026-12-23T23:59:30+09:00") as page:
        page.wait_for_selector(".sh-todays__result:not([hidden])")
        page.evaluate("globalThis.__shNow = Date.parse('2026-12-24T00:00:10+09:00')")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_function("document.querySelector('.sh-today [data-date]').textContent.startsWith('12월 24일')")
        assert words(page, "[data-count=settle] .sh-todays__result") == ["12월 28일(월) 예상 정산일"]


def test_past_the_calendar_the_front_page_says_so(open_page):
    with open_page("", moment="2027-12-30T09:00:00+09:00") as page:
        page.wait_for_selector(".sh-todays__result:not([hidden])")
        assert words(page, ".sh-todays__result") == [
            "아직 계산할 수 없어요 쉬는 날 달력이 모자라요.", "12월 31일(금) 예상 정산일", "2028년 1월 6일(목)까지 반품 접수",
        ]  # fmt: skip


# --- values ---------------------------------------------------------------------------------------


def test_a_value_tells_its_basis_by_keyboard_and_pointer(open_page):
    with open_page("settlement/fees/", viewport=PHONE, moment=WEDNESDAY) as page:
        page.wait_for_selector(".sh-value__now[role=button]")
        note = page.locator(".sh-know .sh-value__note").first
        assert not note.is_visible()
        tab_to(page, ".sh-know .sh-value__now")
        assert note.is_visible() and "기준일: 2024년 상반기 무렵 수집 자료" in note.text_content()
        box = note.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.ariaExpanded") == "true"
        page.keyboard.press("Escape")
        assert not note.is_visible() and page.evaluate("document.activeElement.ariaExpanded") == "false"
        page.keyboard.press("Space")
        assert note.is_visible()
        page.keyboard.press("Tab")
        assert not note.is_visible()
        page.locator(".sh-know .sh-value__now").first.hover()
        assert note.is_visible()
        note.hover()
        assert note.is_visible()


NEXT = "    - from: 2027-01-01\n      value: '3'\n      note: 부가세 별도\n"


@pytest.fixture
def strict_page(browser, assets_url):
    """Opens HTML of ours under a strict policy, with the modules it needs; nothing may go wrong in it."""
    opened = []

    def start(html: str, module: str, moment: str):
        context = browser.new_context(locale="ko-KR", timezone_id="America/Los_Angeles", viewport=PHONE)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
        body = f'<!doctype html><html lang="ko"><meta charset="utf-8"><title>t</title><body>{html}<script type="module" src="/sellerhelp/{module}"></script>'
        page.route(
            "**/page.html",
            lambda route: route.fulfill(
                body=body, content_type="text/html", headers={"Content-Security-Policy": POLICY}
            ),
        )
        page.add_init_script(f"globalThis.__shNow = Date.parse('{moment}')")
        page.goto(f"{assets_url}/page.html")
        opened.append((context, wrong))
        return page

    yield start
    for context, wrong in opened:
        context.close()
        assert wrong == []


def value_widgets():
    from sellerhelp.templates import make_environment
    from sellerhelp.values.reader import read_values
    from sellerhelp.values.widgets import ValueWidgets

    from tests.conftest import ROOT
    from tests.test_values_reader import BASE

    source = BASE.replace("      note: 부가세 별도\n", "      note: 부가세 별도\n" + NEXT)
    return ValueWidgets(make_environment([str(ROOT / "overrides")]), read_values(source, "v.yml")[0], date(2026, 12, 1))


@pytest.mark.parametrize(
    ("moment", "word", "tags"),
    [
        ("2026-12-31T23:59:00+09:00", "2.73%", ["이전", "현재", "예정"]),
        ("2027-01-01T00:00:00+09:00", "3%", ["이전", "이전", "현재"]),
        ("2025-06-01T12:00:00+09:00", "2.73%", ["현재", "예정", "예정"]),
    ],
)
def test_a_value_changes_on_its_day_under_a_strict_policy(strict_page, moment, word, tags):
    made = value_widgets()
    page = strict_page(f"<p>수수료 {made.inline('판매수수료')}</p>", "values/value.js", moment)
    page.wait_for_selector("[role=button]")
    assert page.text_content(".sh-value__now") == word
    note = page.text_content(".sh-value__note")
    assert note.startswith("2027년 1월 1일부터. 부가세 별도. 기준일") == (word == "3%")
    table = strict_page(made.dated(["판매수수료"]), "values/dated.js", moment)
    table.wait_for_function(f"document.querySelectorAll('.sh-tag')[2].textContent === {tags[2]!r}")
    assert table.locator(".sh-tag").all_text_contents() == tags
    states = {"이전": "is-past", "현재": "is-now", "예정": "is-next"}
    classes = [set(row.get_attribute("class").split()) & set(states.values()) for row in table.locator("li").all()]
    assert classes == [{states[tag]} for tag in tags]


def test_days_to_an_announced_value_are_counted_down(strict_page):
    page = strict_page(value_widgets().dated(["판매수수료"]), "values/dated.js", "2026-12-23T10:00:00+09:00")
    page.wait_for_function("document.querySelectorAll('[data-left]')[2].textContent !== ''")
    assert page.locator("[data-left]").all_text_contents() == ["", "", ", 9일 남음"]


@pytest.mark.parametrize("later", ["[", "{}", "null", '[{"from":3}]'])
def test_broken_data_changes_nothing_and_breaks_nothing(strict_page, later):
    html = f"<sh-value data-later='{later}'><span class='sh-value__now'>2.73%</span><span class='sh-value__note'>글</span></sh-value>"
    page = strict_page(html, "values/value.js", WEDNESDAY)
    page.wait_for_selector("[role=button]")
    assert page.text_content(".sh-value__now") == "2.73%"


def test_the_calculators_work_under_a_strict_policy(strict_page):
    from tests.test_fees_widgets import html as fees_html
    from tests.test_settlement_widgets import widgets

    page = strict_page(widgets().calculator(), "settlement/element.js", WEDNESDAY)
    page.wait_for_selector("form:not([hidden])")
    page.select_option("[name=event]", "paid")
    page.fill("[name=lag]", "2")
    assert page.text_content("output") == "예상 정산일 2027년 1월 11일(월)"
    page = strict_page(fees_html(), "fees/element.js", WEDNESDAY)
    page.wait_for_selector("form:not([hidden])")
    page.fill("[name=price]", "10000")
    assert page.text_content("output") == "예상 정산액 9,337–9,502원"
    page = strict_page(widgets().today_band("", {}), "settlement/today.js", WEDNESDAY)
    page.wait_for_selector(".sh-days")
    assert page.evaluate("document.querySelectorAll('[style]').length") == 0


# --- everywhere -----------------------------------------------------------------------------------


def test_tools_work_right_after_instant_navigation(open_page):
    with open_page("faq/", moment=WEDNESDAY) as page:
        stay(page)
        page.click('.md-tabs a[href*="settlement"]')
        page.wait_for_url("**/settlement/")
        page.click('.md-content a[href*="cycle"]')
        page.wait_for_selector("sh-settlement form:not([hidden])")
        assert page.evaluate("globalThis.sameDocument") is True
        assert words(page, "sh-settlement output") == ["예상 정산일 12월 24일(목)"]
        page.go_back()
        page.wait_for_url("**/settlement/")
        page.go_forward()
        page.wait_for_selector("sh-settlement form:not([hidden])")
        page.select_option("[name=event]", "sent")
        assert words(page, "sh-settlement output")[0].startswith("걸리는 날을")


@pytest.mark.parametrize(("path", "tag"), [("settlement/cycle/", "sh-settlement"), ("settlement/fees/", "sh-fees")])
def test_without_a_script_a_worked_example_stands_there(open_page, path, tag):
    with open_page(path, java_script_enabled=False, viewport=PHONE) as page:
        assert page.locator(f"{tag} table").is_visible()
        assert not page.locator(f"{tag} form").is_visible() and not page.locator(f"{tag} output").is_visible()
        page.locator(".sh-know .sh-value__now").first.focus()
        assert page.locator(".sh-know .sh-value__note").first.is_visible()


def test_without_a_script_the_front_page_says_the_rules_in_words(open_page):
    with open_page("", java_script_enabled=False, viewport=PHONE) as page:
        assert words(page, ".sh-todays__result") == []
        assert len(words(page, ".sh-todays__how")) == 3


@pytest.mark.parametrize(("path", "tag"), [("settlement/cycle/", "sh-settlement"), ("settlement/fees/", "sh-fees")])
def test_on_paper_stand_the_example_and_what_the_values_rest_on(open_page, path, tag):
    with open_page(path, moment=WEDNESDAY) as page:
        page.wait_for_selector(f"{tag} form:not([hidden])")
        page.emulate_media(media="print")
        assert page.locator(f"{tag} table").is_visible()
        assert not page.locator(f"{tag} form").is_visible() and not page.locator(f"{tag} output").is_visible()
        assert page.locator(".sh-basis").is_visible()
        assert all("기준일: " in line for line in words(page, ".sh-basis p.sh-fine")) and words(page, ".sh-basis li")


@pytest.mark.parametrize("path", ["", "settlement/cycle/", "settlement/fees/"])
@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_flows_over_and_fields_are_large_enough(open_page, path, width):
    with open_page(path, viewport={"width": width, "height": 844}, moment=WEDNESDAY) as page:
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for field in page.locator(".sh-calc :is(input, select)").all():
            if field.is_visible():
                assert field.bounding_box()["height"] >= 48
                assert float(field.evaluate("(f) => getComputedStyle(f).fontSize").removesuffix("px")) >= 17
