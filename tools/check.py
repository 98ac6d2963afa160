"""The gate: the calendar of days off reaches far enough from today, and the site can be built.

usage: python tools/check.py [--today YYYY-MM-DD]
"""

import argparse
import datetime
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from sellerhelp.contact.almanac import read_calendar  # noqa: E402
from sellerhelp.contact.horizon import horizon_problem  # noqa: E402
from sellerhelp.contact.hours import KOREA  # noqa: E402
from sellerhelp.contact.reader import HOLIDAYS_PATH  # noqa: E402
from sellerhelp.problem import framed  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=_today_in_korea())
    today = parser.parse_args().today
    path = ROOT / HOLIDAYS_PATH
    source = path.read_text("utf-8") if path.is_file() else ""
    problem = horizon_problem(read_calendar(source, HOLIDAYS_PATH, []), today, "error")
    if problem:
        print(framed(problem, source), file=sys.stderr)
    built = subprocess.run([sys.executable, str(ROOT / "tools" / "build_site.py"), "--check"]).returncode
    if not problem and not built:
        print("잘못된 곳이 없어요.")
    return 1 if problem or built else 0


def _today_in_korea():
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=KOREA)).date()


if __name__ == "__main__":
    sys.exit(main())
