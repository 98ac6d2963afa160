"""Says a state in Korean: a word, one time for the strip, a sentence for the card; `words.js` is the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sellerhelp.contact.hours import ANSWERING, DAY, KOREA, State
from sellerhelp.particle import attach

_WEEKDAYS = "월화수목금토일"
_NOTICES = "공지를 확인하세요"


@dataclass(frozen=True)
class Words:
    """word: the state; strip: one time; sentence: the next change; badge: the minutes left or ""."""

    word: str
    strip: str
    sentence: str
    badge: str = ""


def words_for(state: State) -> Words:
    """Says a state in words; the state knows its own moment."""
    if state.state in ANSWERING:
        return _answering(state)
    if state.state == "always":
        return Words("언제나", "언제든 이용하세요", "시간에 상관없이 이용할 수 있어요.")
    if state.state == "unknown":
        return Words("운영 확인 필요", _NOTICES, "운영 일정을 아직 알 수 없어요. 공지사항에서 확인하세요.")
    return _silent(state)


def day_words(date_: str) -> str:
    """Prints "2026-12-23" as 12월 23일 수요일, and nothing for no date."""
    if not date_:
        return ""
    day = date.fromisoformat(date_)
    return f"{day.month}월 {day.day}일 {_WEEKDAYS[day.weekday()]}요일"


def clock_words(minute: int) -> str:
    """Prints minutes since midnight as 18시 or 18시 30분."""
    hour, rest = divmod(minute, 60)
    return f"{hour}시 {rest}분" if rest else f"{hour}시"


def _answering(state: State) -> Words:
    end = state.spans[-1][1]
    strip, last = f"{clock_words(end)}까지", f"오늘 상담은 {clock_words(end)}에 끝나요."
    if state.state == "closing":
        return Words("곧 마감", strip, last, f"{end - state.minute}분 남음")
    return Words("상담 중", strip, _until_pause(state, end) or last)


def _until_pause(state: State, end: int) -> str:
    pause = next(stop for _, stop in state.spans if stop > state.minute)
    if pause == end:
        return ""
    name = "점심 휴무가" if state.lunch and state.lunch[0] == pause else "쉬는 시간이"
    return f"{clock_words(pause)}에 {name} 시작되고, 오늘은 {clock_words(end)}에 끝나요."


def _silent(state: State) -> Words:
    word, why, again = _reason(state)
    if state.next is None:
        return Words(word, _NOTICES, f"{why} 다음 상담은 공지사항에서 확인하세요.")
    when = _moment_words(state.next, state.date)
    return Words(word, when + ("에 다시" if again else "부터"), f"{why} {when}에 {again}시작해요.")


def _reason(state: State) -> tuple[str, str, str]:
    """Returns the state word, the reason as a sentence, and "다시 " when somebody was there today already."""
    if state.state == "lunch":
        return "점심시간", "점심시간이에요.", "다시 "
    if state.state == "holiday":
        return *_holiday(state.reason), ""
    if not state.spans:
        return *_day_without_hours(state.date), ""
    if state.minute < state.spans[0][0]:
        return "상담 전", "아직 상담을 시작하지 않았어요.", ""
    if state.minute >= state.spans[-1][1]:
        return "오늘 상담 끝", "오늘 상담은 끝났어요.", ""
    return "쉬는 시간", "지금은 쉬는 시간이에요.", "다시 "


def _holiday(reason: str) -> tuple[str, str]:
    if not reason:
        return "휴무", "오늘은 쉬어요."
    return f"휴무 · {reason}", f"{attach(reason, '이라/라', quote=False)} 쉬어요."


def _day_without_hours(date_: str) -> tuple[str, str]:
    if date.fromisoformat(date_).weekday() >= 5:
        return "주말 휴무", "주말이라 쉬어요."
    return "오늘은 쉬어요", "오늘은 쉬어요."


def _moment_words(moment: int, today: str) -> str:
    """Prints a moment as seen from a day: 13시, 내일(목) 9시, 28일(월) 9시, 1월 4일(월) 9시."""
    days, second = divmod(moment + KOREA, DAY)
    day, clock = date(1970, 1, 1) + timedelta(days=days), clock_words(second // 60)
    ahead = (day - date.fromisoformat(today)).days
    weekday = _WEEKDAYS[day.weekday()]
    if ahead == 0:
        return clock
    if ahead == 1:
        return f"내일({weekday}) {clock}"
    month = "" if today[:7] == day.isoformat()[:7] else f"{day.month}월 "
    return f"{month}{day.day}일({weekday}) {clock}"
