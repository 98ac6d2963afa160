"""Runs the tables of cases through the JavaScript modules, and the element on a page as the build writes it.

Fixtures: browser (Playwright), assets_url (overrides/assets over HTTP).
"""

from __future__ import annotations

import gzip
import json
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sellerhelp.contact.hours import State, state_at
from sellerhelp.contact.week import range_text
from sellerhelp.contact.words import Words, day_words, words_for
from sellerhelp.script import bare

TESTS = Path(__file__).parents[1]
ASSETS = TESTS.parent / "overrides/assets/sellerhelp"
STRIP_NAMES = ("hours.js", "brief.js", "paint.js", "element.js")
MODULES = [ASSETS / "clock.js", *(ASSETS / "contact" / name for name in (*STRIP_NAMES, "words.js", "card.js"))]
HOURS = json.loads((TESTS / "cases/contact_hours.json").read_text(encoding="utf-8"))
WORDS = json.loads((TESTS / "cases/contact_words.json").read_text(encoding="utf-8"))
SCHEDULES = HOURS["schedules"]
ZONES = ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London", "Asia/Kathmandu"]
SEOUL = ZoneInfo("Asia/Seoul")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"  # strict: no inline script, no style attribute


def seconds(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()


def korea(at: str) -> float:
    """Milliseconds of a moment in Korea, "2026-12-23T10:40"."""
    return seconds(at + "+09:00") * 1000


# --- a page -------------------------------------------------------------------------------------


def open_page(browser, assets_url, zone="Asia/Seoul", body="", at="2026-12-23T10:40", clock=None):
    """Opens a page of our own under a strict policy; clock: a moment at which time stands until a test winds it on."""
    context = browser.new_context(timezone_id=zone, locale="ko-KR")
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
    html = f'<!doctype html><meta charset="utf-8"><title>t</title><body>{body}</body>'
    headers = {"Content-Security-Policy": POLICY}
    page.route("**/page.html", lambda route: route.fulfill(body=html, content_type="text/html", headers=headers))
    if clock:
        moment = datetime.fromisoformat(clock)
        page.clock.install(time=moment - timedelta(hours=1))  # it runs as real time does, and must not be late to stand
        page.clock.pause_at(moment)
    else:
        page.add_init_script(f"globalThis.__shNow = {korea(at)};")
    page.goto(f"{assets_url}/page.html")
    if MODULE in body:  # what only cards show comes in a module of its own; the element has asked for it before
        page.evaluate("import('/sellerhelp/contact/card.js').then(() => {}).then(() => {})")
    return page


@pytest.fixture
def opened(browser, assets_url):
    """Opens pages that are closed after the test, and holds that none of them reported an error."""
    pages = []

    def start(*arguments, **more):
        pages.append(open_page(browser, assets_url, *arguments, **more))
        return pages[-1]

    yield start
    for page in pages:
        faults = page.faults
        page.context.close()
        assert faults == []


def in_page(page, calls: str, argument):
    """Runs an expression in the page with hours.js as h, words.js as w and the argument as a."""
    return page.evaluate(
        """async ([argument, calls]) => {
            const [h, w] = await Promise.all(["hours", "words"].map((name) => import(`/sellerhelp/contact/${name}.js`)));
            return CALLS;
        }""".replace("CALLS", calls),
        [argument, ""],
    )


# --- the tables ---------------------------------------------------------------------------------


def printed(state: dict) -> str:
    def when(moment):
        return "-" if moment is None else f"{datetime.fromtimestamp(moment, UTC).astimezone(SEOUL):%Y-%m-%d %H:%M}"

    reason = f" ({state['reason']})" if state["reason"] else ""
    head = f"{state['state']} {state['date']} {state['minute'] // 60:02}:{state['minute'] % 60:02}{reason}"
    parts = [head, f"until {when(state['until'])}", f"next {when(state['next'])}"]
    if state["spans"]:
        parts.append("hours " + " ".join(map(range_text, state["spans"])))
    if state["lunch"]:
        parts.append("lunch " + range_text(state["lunch"]))
    return ", ".join(parts)


@pytest.mark.parametrize("zone", ZONES)
def test_every_case_of_the_hours_holds_in_every_zone(opened, zone):
    cases = HOURS["cases"]
    calls = [
        [SCHEDULES[case["schedule"]] if "schedule" in case else case["raw"], seconds(case["at"])] for case in cases
    ]
    states = in_page(opened(zone), "argument.map(([schedule, at]) => h.stateAt(schedule, at))", calls)
    shown = {case["name"]: printed(state) for case, state in zip(cases, states, strict=True)}
    assert shown == {case["name"]: case["expect"] for case in cases}


@pytest.mark.parametrize("zone", ZONES)
def test_every_case_of_the_words_holds_in_every_zone(opened, zone):
    keys = ("word", "strip", "sentence", "badge")
    calls = [[SCHEDULES[case["schedule"]], seconds(case["at"])] for case in WORDS["cases"]]
    said = in_page(opened(zone), "argument.map(([schedule, at]) => w.wordsFor(h.stateAt(schedule, at)))", calls)
    assert said == [{key: case[key] for key in keys} for case in WORDS["cases"]]


@pytest.mark.parametrize("zone", ZONES)
def test_reasons_and_dates_are_said_alike_in_every_zone(opened, zone):
    page = opened(zone)
    at = seconds("2026-12-25T10:00:00+09:00")
    calls = [[SCHEDULES["phone"] | {"off": {"2026-12-25": case["reason"]}}, at] for case in WORDS["reasons"]]
    said = in_page(page, "argument.map(([schedule, at]) => w.wordsFor(h.stateAt(schedule, at)))", calls)
    assert [(words["word"], words["sentence"]) for words in said] == [
        (case["word"], case["sentence"]) for case in WORDS["reasons"]
    ]
    dates = [date for date, _ in WORDS["days"]]
    assert in_page(page, "argument.map(w.dayWords)", dates) == [words for _, words in WORDS["days"]]


# --- both languages side by side ----------------------------------------------------------------


def plain(state: State) -> dict:
    return json.loads(json.dumps(vars(state)))


def shaken(dice: random.Random) -> object:
    """A schedule of the table with one part replaced by something that may be broken or not."""
    leaves = [None, True, -1, 0, 540, 1440, 720.5, 540.0, "", "2026-12-23", "12:00", "hours", "always", [], {}]
    leaves += [[540, 1080], [[540, 1080]], [[0, 1440]], [1080, 540], [[[600, 900]], "지원"], float("nan"), float("inf")]
    schedule = json.loads(json.dumps(SCHEDULES[dice.choice(list(SCHEDULES))]))
    key = dice.choice(["kind", "week", "lunch", "off", "open", "from", "until"])
    if dice.random() < 0.2:
        schedule.pop(key, None)
    elif key == "week" and dice.random() < 0.7 and schedule.get("week"):
        schedule["week"][dice.randrange(7)] = dice.choice(leaves)
    elif key in ("off", "open") and dice.random() < 0.7 and key in schedule:
        schedule[key][dice.choice(["2026-12-23", "2026-12-24", "크리스마스"])] = dice.choice([*leaves, "휴무"])
    else:
        schedule[key] = dice.choice(leaves)
    return schedule if dice.random() < 0.95 else dice.choice(leaves)


def test_shaken_schedules_are_judged_alike_and_never_throw(opened):
    dice = random.Random(1223)
    days, clocks = range(20, 32), ["00:00", "08:59", "09:00", "10:40", "12:00", "12:59", "13:00", "17:30", "18:00"]
    moments = [seconds(f"2026-12-{dice.choice(days)}T{dice.choice(clocks)}:00+09:00") for _ in range(1200)]
    calls = [[shaken(dice), moment] for moment in moments]
    states = in_page(opened(), "argument.map(([schedule, at]) => h.stateAt(schedule, at))", calls)
    expected = [plain(state_at(schedule, at)) for schedule, at in calls]
    assert states == expected
    assert {state["state"] for state in states} >= {
        "unknown",
        "open",
        "closing",
        "lunch",
        "closed",
        "holiday",
        "always",
    }


def test_random_moments_have_the_same_state_and_words_in_both_languages(opened):
    dice = random.Random(2027)
    first, last = int(seconds("2024-12-20T00:00:00+09:00")), int(seconds("2028-01-10T00:00:00+09:00"))
    moments = [dice.randrange(first, last) for _ in range(2000)]
    page = opened("America/Los_Angeles")
    calls = [SCHEDULES["phone"], moments]
    said = in_page(
        page,
        "argument[1].map((at) => { const s = h.stateAt(argument[0], at); return [s, w.wordsFor(s), w.dayWords(s.date)]; })",
        calls,
    )
    states = [state_at(SCHEDULES["phone"], moment) for moment in moments]
    assert said == [[plain(state), vars(words_for(state)), day_words(state.date)] for state in states]


def test_moments_that_are_none_are_unknown(opened):
    expression = """[null, undefined, "1", NaN, Infinity, -1, 1e300, [], {}, true].map(
        (at) => h.stateAt(argument, at)).map(({state, date}) => state + date)"""
    assert in_page(opened(), expression, SCHEDULES["phone"]) == ["unknown"] * 10


def test_ten_thousand_days_off_are_no_trouble(opened):
    expression = """(() => {
        const off = {};
        for (let day = 20000; day < 30000; day++) off[h.dateOf(day)] = "휴무";
        const turn = () => {
            const before = performance.now();
            const state = h.stateAt({ ...argument, off, until: "2060-12-31" }, 1810000000);
            return [state.state, state.next, performance.now() - before < 500];
        };
        const first = turn();
        return first[2] ? first : turn();  // what is slow itself is slow again; what a busy machine held up is not
    })()"""
    assert in_page(opened(), expression, SCHEDULES["phone"]) == ["holiday", None, True]


# --- the element --------------------------------------------------------------------------------

GLYPHS = "".join(
    f'<svg data-glyph="{name}" hidden></svg>' for name in ("open", "closing", "lunch", "closed", "holiday", "unknown")
)
RULER = """
<svg data-ruler data-from="540" data-to="1080" data-width="360" viewBox="0 0 360 56">
  <rect data-part="past" y="20" height="13" width="0" display="none"/>
  <rect data-part="left" y="20" height="13" x="0" width="120"/><rect data-part="left" y="20" height="13" x="160" width="200"/>
  <path data-part="needle" d="M0 14v23" display="none"/><text data-part="now" y="8" display="none"></text>
</svg>"""
CARD = f"""
<sh-contact data-channel="phone" class="card">
  <div data-live hidden>{GLYPHS}<b data-word></b><i data-badge hidden></i><p data-sentence></p><span data-date hidden></span></div>
  {RULER}<p data-announce aria-live="polite"></p>
  <a data-action="phone" href="#">전화</a><a data-action="inquiry" href="#">문의</a><a data-action="hours" href="#">시간표</a>
  <table><tr data-weekday="1"><td>월</td></tr><tr data-weekday="3"><td>수</td></tr><tr data-weekday="7"><td>일</td></tr></table>
  <table><tr data-date="2026-12-22"><td>지난 날</td></tr><tr data-date="2026-12-23"><td>오늘</td></tr>
  <tr data-date="2026-12-25"><td>성탄절</td></tr></table>
</sh-contact>"""
STRIP = """
<sh-contact data-channel="phone" data-form="strip" class="strip">
  <span data-live hidden><b data-word></b><span data-strip></span></span>
  <a data-action="phone" href="#">전화</a><a data-action="inquiry" href="#">문의</a><a data-action="hours" href="#">시간표</a>
</sh-contact>"""
MODULE = '<script type="module" src="/sellerhelp/contact/element.js"></script>'


def body(*parts: str, schedules: object = None) -> str:
    data = json.dumps({"channels": schedules or {"phone": SCHEDULES["phone"]}}, ensure_ascii=False)
    return "".join(parts) + f'<script type="application/json" id="sh-contact-data">{data}</script>{MODULE}'


def seen(page, selector: str = "sh-contact") -> dict:
    """What the element shows: its state class, its visible texts, actions and glyphs."""
    page.wait_for_function("customElements.get('sh-contact') !== undefined")
    return page.evaluate(
        """(selector) => {
            const root = document.querySelector(selector);
            const isShown = (node) => !node.closest("[hidden]") && node.getAttribute("display") !== "none";
            const shown = (query) => [...root.querySelectorAll(query)].filter(isShown);
            const text = (query) => shown(query).map((node) => node.textContent).join("|");
            return {
                state: [...root.classList].filter((name) => name.startsWith("is-")).join(" "),
                word: text("[data-word]"), badge: text("[data-badge]"), strip: text("[data-strip]"),
                sentence: text("[data-sentence]"), date: text('[data-date=""]'),
                glyphs: shown("[data-glyph]").map((node) => node.dataset.glyph).join(" "),
                actions: shown("[data-action]").map((node) => node.dataset.action).join(" "),
                filled: [...root.querySelectorAll("[data-action].fill")].map((node) => node.dataset.action).join(" "),
                announced: text("[data-announce]"),
            };
        }""",
        selector,
    )


def travel(page, at: str) -> None:
    """Moves the page to a moment in Korea and wakes it, as a phone is woken."""
    page.evaluate(
        "(now) => { globalThis.__shNow = now; dispatchEvent(new PageTransitionEvent('pageshow')); }", korea(at)
    )


def test_the_card_shows_the_open_state(opened):
    assert seen(opened(body=body(CARD))) == {
        "state": "is-open",
        "word": "상담 중",
        "badge": "",
        "strip": "",
        "sentence": "12시에 점심 휴무가 시작되고, 오늘은 18시에 끝나요.",
        "date": "12월 23일 수요일",
        "glyphs": "open",
        "actions": "phone inquiry hours",
        "filled": "phone",
        "announced": "",
    }


STATES = [
    ("2026-12-23T10:40", "is-open", "상담 중", "phone", "phone"),
    ("2026-12-23T17:35", "is-closing", "곧 마감", "phone", "phone"),
    ("2026-12-23T12:25", "is-lunch", "점심시간", "inquiry", "inquiry"),
    ("2026-12-23T18:00", "is-closed", "오늘 상담 끝", "inquiry", "inquiry"),
    ("2026-12-23T08:00", "is-closed", "상담 전", "inquiry", "inquiry"),
    ("2026-12-26T10:00", "is-closed", "주말 휴무", "inquiry", "inquiry"),
    ("2026-12-25T10:00", "is-holiday", "휴무 · 성탄절", "inquiry", "inquiry"),
    ("2027-02-09T10:00", "is-holiday", "휴무 · 설날 대체공휴일", "inquiry", "inquiry"),
    ("2026-06-03T10:00", "is-holiday", "휴무 · 지방선거일", "inquiry", "inquiry"),
    ("2028-01-03T10:00", "is-unknown", "운영 확인 필요", "hours", "inquiry"),
]


@pytest.mark.parametrize("zone", ZONES)
def test_ten_moments_are_right_on_the_strip_and_the_card_in_every_zone(opened, zone):
    page = opened(zone, body=body(STRIP, CARD))
    for at, state, word, alone, filled in STATES:
        travel(page, at)
        strip, card = seen(page, ".strip"), seen(page, ".card")
        assert (strip["state"], strip["word"], strip["actions"]) == (state, word, alone)
        assert (card["state"], card["word"], card["filled"]) == (state, word, filled)
        assert card["glyphs"] == state.removeprefix("is-")


def test_closing_has_a_badge(opened):
    card = seen(opened(body=body(CARD), at="2026-12-23T17:35"))
    assert (card["word"], card["badge"]) == ("곧 마감", "25분 남음")


def test_the_strip_has_one_time(opened):
    assert seen(opened(body=body(STRIP), at="2026-12-23T19:00"))["strip"] == "내일(목) 9시부터"


def test_the_classes_that_the_build_wrote_stay(opened):
    page = opened(body=body(CARD))
    travel(page, "2026-12-23T12:25")
    assert page.get_attribute("sh-contact", "class") == "card is-lunch"


def test_only_a_change_of_state_is_announced(opened):
    page = opened(body=body(CARD))
    assert seen(page)["announced"] == ""
    travel(page, "2026-12-23T10:41")
    assert seen(page)["announced"] == ""
    travel(page, "2026-12-23T12:00")
    assert seen(page)["announced"] == "점심시간, 13시에 다시"
    page.evaluate("document.querySelector('[data-announce]').textContent = ''")
    travel(page, "2026-12-23T12:01")
    assert seen(page)["announced"] == ""
    travel(page, "2026-12-23T13:00")
    assert seen(page)["announced"] == "상담 중, 18시까지"


def rulers(page) -> dict:
    page.wait_for_function("customElements.get('sh-contact') !== undefined")
    return page.evaluate(
        """() => {
            const bars = (part) => [...document.querySelectorAll(`rect[data-part=${part}]`)]
                .filter((bar) => bar.getAttribute("display") !== "none")
                .map((bar) => `${bar.getAttribute("x")}+${bar.getAttribute("width")}`).join(" ");
            const [needle, label] = ["needle", "now"].map((part) => document.querySelector(`[data-part=${part}]`));
            const isShown = needle.getAttribute("display") !== "none";
            return { past: bars("past"), left: bars("left"), needle: isShown ? needle.getAttribute("transform") : "",
                     label: isShown ? `${label.textContent} @${label.getAttribute("x")}` : "" };
        }"""
    )


@pytest.mark.parametrize(
    ("at", "past", "left", "needle", "label"),
    [
        ("2026-12-23T10:40", "0.0+66.7", "66.7+53.3 160.0+200.0", "translate(66.7)", "지금 10:40 @66.7"),
        ("2026-12-23T09:05", "0.0+3.3", "3.3+116.7 160.0+200.0", "translate(3.3)", "지금 9:05 @32.0"),
        ("2026-12-23T12:30", "0.0+120.0", "160.0+200.0", "translate(140.0)", "지금 12:30 @140.0"),
        ("2026-12-23T17:45", "0.0+120.0 160.0+190.0", "350.0+10.0", "translate(350.0)", "지금 17:45 @328.0"),
        ("2026-12-23T20:00", "0.0+120.0 160.0+200.0", "", "", ""),
        ("2026-12-23T08:00", "", "0.0+120.0 160.0+200.0", "", ""),
        ("2026-12-25T10:00", "", "", "", ""),
        ("2028-01-03T10:00", "", "", "", ""),
    ],
)
def test_the_ruler_shows_what_is_past_what_is_left_and_the_needle(opened, at, past, left, needle, label):
    shown = rulers(opened(body=body(CARD), at=at))
    assert shown == {"past": past, "left": left, "needle": needle, "label": label}


def test_the_ruler_stays_in_its_frame_when_hours_are_longer(opened):
    long_day = SCHEDULES["split"] | {"week": [[[420, 1260]]] * 7}
    shown = rulers(opened(body=body(CARD, schedules={"phone": long_day})))
    assert (shown["past"], shown["left"]) == ("0.0+66.7", "66.7+293.3")


def test_a_ruler_without_a_scale_is_left_alone(opened):
    page = opened(body=body(CARD.replace('data-from="540"', "")))
    assert seen(page)["state"] == "is-open"
    assert page.get_attribute("rect[data-part=left]", "width") == "120"


def test_past_days_off_are_hidden_and_today_is_marked_in_the_week(opened):
    page = opened(body=body(CARD))
    rows = """() => [...document.querySelectorAll("tr")].map((row) =>
        row.firstChild.textContent + (row.hidden ? " hidden" : "") + (row.getAttribute("aria-current") ?? ""))"""
    page.wait_for_selector("sh-contact.is-open")
    assert page.evaluate(rows) == ["월", "수date", "일", "지난 날 hidden", "오늘", "성탄절"]
    travel(page, "2026-12-27T00:00")
    assert page.evaluate(rows) == ["월", "수", "일date", "지난 날 hidden", "오늘 hidden", "성탄절 hidden"]


BROKEN = {
    "no data": "",
    "empty data": '<script type="application/json" id="sh-contact-data"></script>',
    "broken data": '<script type="application/json" id="sh-contact-data">{"channels": {</script>',
    "data without channels": '<script type="application/json" id="sh-contact-data">{}</script>',
    "data that are null": '<script type="application/json" id="sh-contact-data">null</script>',
    "another channel": '<script type="application/json" id="sh-contact-data">{"channels": {"talk": {}}}</script>',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_data_is_unknown_and_no_error(opened, name):
    card = seen(opened(body=CARD + BROKEN[name] + MODULE))
    assert (card["state"], card["word"], card["date"]) == ("is-unknown", "운영 확인 필요", "12월 23일 수요일")


@pytest.mark.parametrize("channel", ["", "__proto__", "constructor", "toString", "a b", "가", "x.y"])
def test_a_channel_with_a_strange_name_is_unknown_and_no_error(opened, channel):
    assert seen(opened(body=body(CARD.replace('channel="phone"', f'channel="{channel}"'))))["state"] == "is-unknown"


def test_an_element_without_parts_or_channel_is_no_error(opened):
    assert seen(opened(body=body("<sh-contact></sh-contact>")))["state"] == "is-unknown"


def test_a_channel_without_hours_offers_itself(opened):
    page = opened(
        body=body(CARD.replace('channel="phone"', 'channel="inquiry"'), schedules={"inquiry": {"kind": "always"}})
    )
    card = seen(page)
    assert (card["state"], card["word"], card["filled"]) == ("is-always", "언제나", "inquiry")


def test_a_strip_without_the_wanted_action_keeps_what_it_has(opened):
    only_phone = re.sub('<a data-action="(inquiry|hours)".*?</a>', "", STRIP)
    assert seen(opened(body=body(only_phone), at="2026-12-25T10:00"))["actions"] == "phone"


def test_an_answering_channel_with_an_action_of_its_own_offers_that(opened):
    talk = CARD.replace('channel="phone"', 'channel="talk"').replace('action="phone"', 'action="talk"')
    assert seen(opened(body=body(talk, schedules={"talk": SCHEDULES["phone"]})))["filled"] == "talk"


# --- the clock ----------------------------------------------------------------------------------


def test_the_page_changes_at_the_full_minute_without_a_word_from_outside(opened):
    page = opened(body=body(CARD), clock="2026-12-23T11:58:40+09:00")
    assert seen(page)["state"] == "is-open"
    page.clock.run_for(79_000)
    assert seen(page)["state"] == "is-open"
    page.clock.run_for(1_100)
    assert (seen(page)["state"], seen(page)["announced"]) == ("is-lunch", "점심시간, 13시에 다시")


def test_a_phone_that_wakes_up_is_right_at_once(opened):
    page = opened(body=body(CARD))
    page.evaluate("(now) => { globalThis.__shNow = now; }", korea("2026-12-23T18:30"))
    assert seen(page)["state"] == "is-open"
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert seen(page)["state"] == "is-closed"


COUNT_TIMERS = """() => {
    const running = globalThis.__running = new Set();
    const [set, clear] = [setTimeout, clearTimeout];
    globalThis.setTimeout = (act, ms) => {
        const id = set(() => { running.delete(id); act(); }, ms);
        running.add(id);
        return id;
    };
    globalThis.clearTimeout = (id) => { running.delete(id); clear(id); };
}"""


def test_many_elements_share_one_timer_and_the_last_one_takes_it_along(opened):
    page = opened(body="")
    page.evaluate(COUNT_TIMERS)
    page.evaluate("(html) => { document.body.innerHTML = html; }", body(STRIP, CARD, CARD))
    page.evaluate("import('/sellerhelp/contact/element.js')")
    page.wait_for_selector("sh-contact.is-open", state="attached")
    running = "globalThis.__running.size"
    assert page.evaluate(running) == 1
    travel(page, "2026-12-23T10:41")
    assert page.evaluate(running) == 1
    page.evaluate("document.querySelectorAll('.card').forEach((card) => card.remove())")
    assert page.evaluate(running) == 1
    page.evaluate("document.querySelector('.strip').remove()")
    assert page.evaluate(running) == 0
    travel(page, "2026-12-23T10:42")
    assert page.evaluate(running) == 0


def test_an_element_that_comes_back_goes_on(opened):
    """Instant navigation takes the content out and puts new content in."""
    page = opened(body=body(CARD))
    page.evaluate("globalThis.card = document.querySelector('.card'); card.remove()")
    page.evaluate("(now) => { globalThis.__shNow = now; }", korea("2026-12-23T12:10"))
    page.evaluate("document.body.prepend(card)")
    assert seen(page)["state"] == "is-lunch"
    travel(page, "2026-12-23T13:00")
    assert seen(page)["state"] == "is-open"
    page.evaluate("(html) => { card.remove(); document.body.insertAdjacentHTML('afterbegin', html); }", STRIP)
    assert seen(page)["state"] == "is-open"


def test_one_listener_that_fails_does_not_stop_the_others(opened):
    page = opened()
    called = page.evaluate(
        """async () => {
            const { everyMinute } = await import("/sellerhelp/clock.js");
            const called = [];
            addEventListener("error", (event) => { called.push(event.message); event.preventDefault(); });
            const stops = [everyMinute(() => { throw new Error("first"); }), everyMinute(() => called.push("second"))];
            dispatchEvent(new PageTransitionEvent("pageshow"));
            await new Promise((resolve) => setTimeout(resolve));
            stops.forEach((stop) => (stop(), stop()));
            dispatchEvent(new PageTransitionEvent("pageshow"));
            await new Promise((resolve) => setTimeout(resolve));
            return called;
        }"""
    )
    page.faults.clear()
    assert called == ["Uncaught Error: first", "second"]


def test_the_module_under_two_addresses_is_no_error(opened):
    page = opened(body=body(CARD, MODULE.replace("element.js", "element.js?v=2")))
    page.wait_for_load_state("networkidle")
    assert seen(page)["state"] == "is-open"


# --- what the sources may not hold --------------------------------------------------------------


def test_no_style_attribute_is_written(opened):
    page = opened(body=body(STRIP, CARD))
    for at, *_ in STATES:
        travel(page, at)
    assert page.evaluate("document.querySelectorAll('[style]').length") == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_sources_know_no_local_time_no_markup_and_no_third_party(path):
    source = path.read_text(encoding="utf-8")
    assert source.startswith("// @ts-check\n")
    for banned in (
        "getHours",
        "getDay",
        "getDate",
        "getMinutes",
        "getFullYear",
        "getTimezoneOffset",
        "toLocale",
        "Intl.",
    ):
        assert not re.search(rf"\b{re.escape(banned)}", source)
    for banned in ("innerHTML", "outerHTML", "insertAdjacentHTML", ".style", "cssText", "eval(", "://", "fetch("):
        assert banned not in source
    for address in re.findall(r'from "(.+?)"', source):
        assert address.startswith(("./", "../"))


def test_what_every_page_needs_weighs_less_than_5_kb():
    sources = [bare(path.read_text("utf-8")) for path in MODULES if path.name not in ("words.js", "card.js")]
    assert len(gzip.compress("".join(sources).encode(), 9)) < 5000


def test_words_have_the_same_parts_in_both_languages(opened):
    said = in_page(opened(), "Object.keys(w.wordsFor(h.stateAt(argument, 0)))", SCHEDULES["phone"])
    assert said == list(Words.__dataclass_fields__)
    parts = in_page(opened(), "Object.keys(h.stateAt(argument, 0))", SCHEDULES["phone"])
    assert parts == list(State.__dataclass_fields__)
