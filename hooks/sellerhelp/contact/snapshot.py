"""Writes holidays.yml from the package `holidays`: legal names in, everyday names out.

    python -m sellerhelp.contact.snapshot [--years-ahead 1] [--today 2026-11-22] [--out FILE]

A clerk's own days stand in hours.yml, so this file can be written anew at any time.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from sellerhelp.contact.almanac import BANK

Days = list[tuple[date, str]]

_ROOT = Path(__file__).resolve().parents[3]
_WEEKDAYS = "월화수목금토일"
_SUBSTITUTE = " 대체공휴일"
_EVERYDAY = {
    "신정연휴": "신정",
    "설날 전날": "설 연휴",
    "설날 다음날": "설 연휴",
    "추석 전날": "추석 연휴",
    "추석 다음날": "추석 연휴",
    "기독탄신일": "성탄절",
    "근로자의날": "근로자의 날",
}
_HEAD = """\
# 쉬는 날 달력이에요. ‘make holidays’가 패키지 holidays에서 만들어요.
# 다시 만들면 지워지니 손으로 고치지 마세요. 임시휴무와 정상운영은 hours.yml의 exceptions에 적으세요.
"""


def everyday_name(legal: str) -> str:
    """Returns the name people use for a legal one; several on one day are joined with ·.

    "설날 대체 휴일" becomes 설날 대체공휴일; a name that is not known stays as it is.
    """
    names = [_one_name(part.strip()) for part in legal.split(";")]
    if all(name.endswith(_SUBSTITUTE) for name in names):
        return "·".join(_unique(name.removesuffix(_SUBSTITUTE) for name in names)) + _SUBSTITUTE
    return "·".join(_unique(names))


def _one_name(legal: str) -> str:
    stem = legal.removesuffix(" 대체 휴일")
    return _EVERYDAY.get(stem, stem) + (_SUBSTITUTE if stem != legal else "")


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def last_full_year(days: Days, years: Iterable[int]) -> int | None:
    """Returns the last of the years whose days are all certain.

    The package marks a date it has only estimated; from the first such year on nothing counts.
    """
    estimated = [day.year for day, name in days if "추정" in name or "estimated" in name]
    full = [year for year in years if year < min(estimated, default=year + 1)]
    return max(full, default=None)


def snapshot_text(
    days: Days, first: date, last: date, today: date, source: str, bank_days: Collection[date] = ()
) -> str:
    """Returns the text of holidays.yml.

    days: dates and legal names in any order; those outside first..last are left out.
    source: name and version of what the days come from, written as it is.
    bank_days: those of the days on which offices work.
    """
    rows = sorted((day, everyday_name(name)) for day, name in days if first <= day <= last)
    lines = [f"generated: {today}", f"source: {source}", f"from: {first}", f"until: {last}", "days:"]
    lines += [_row(day, name, day in bank_days) for day, name in rows]
    return _HEAD + "\n".join(lines) + "\n"


def _row(day: date, name: str, is_bank: bool) -> str:
    kind = f", kind: {BANK}" if is_bank else ""
    return f"  - {{date: {day}, name: {_scalar(name)}{kind}}}  # {_WEEKDAYS[day.weekday()]}"


def _scalar(value: str) -> str:
    if re.fullmatch(r"[가-힣A-Za-z][가-힣A-Za-z0-9 ·.()]*", value):
        return value
    return "'" + value.replace("'", "''") + "'"


def main(arguments: list[str] | None = None) -> int:
    """Writes the file and says what is in it; returns the exit code."""
    options = _options(arguments)
    found = _package_days(range(options.today.year - 1, options.today.year + options.years_ahead + 1))
    if found is None:
        print("패키지 holidays가 없어요. ‘make holidays’로 실행하세요.", file=sys.stderr)
        return 1
    days, bank_days, source, until = found
    first, last = date(options.today.year - 1, 1, 1), date(until, 12, 31)
    text = snapshot_text(days, first, last, options.today, source, bank_days)
    options.out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{options.out.name}: {first}부터 {last}까지, 쉬는 날 {text.count('  - {')}일")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    korea_today = datetime.now(timezone(timedelta(hours=9))).date()
    parser = argparse.ArgumentParser(
        prog="python -m sellerhelp.contact.snapshot", description="쉬는 날 달력을 새로 써요."
    )
    # One year: the government settles a year's days off in the summer before, and laws change the
    # later ones (7/17 and 5/1 became public days off in 2026); a longer calendar would only look certain.
    parser.add_argument("--years-ahead", type=int, choices=range(6), default=1, help="올해 뒤로 몇 해까지 적을지")
    parser.add_argument("--today", type=date.fromisoformat, default=korea_today, help="만든 날짜, 예: 2026-11-22")
    parser.add_argument("--out", type=Path, default=_ROOT / "docs/contact/holidays.yml", help="쓸 파일")
    return parser.parse_args(arguments)


def _package_days(years: range) -> tuple[Days, set[date], str, int] | None:
    """Returns the package's days, those of banks alone, its name and version, and the last full year.

    None without the package. The category "bank" holds 근로자의 날, on which a call centre rests though offices work.
    """
    try:
        import holidays  # only this command needs it: the site builds from the snapshot
    except ImportError:
        return None
    public, both = (
        holidays.country_holidays("KR", years=years, language="ko", categories=categories)
        for categories in (("public",), ("public", "bank"))
    )
    days = list(both.items())
    until = last_full_year(days, years)
    return (days, set(both) - set(public), f"holidays {holidays.__version__} (PyPI), KR", until) if until else None


if __name__ == "__main__":
    raise SystemExit(main())
