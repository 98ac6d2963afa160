"""Says which pages and questions are due for another look, by team.

usage: [AS_OF=2027-05-01] [DAYS=30] python tools/fresh.py [--today 2027-05-01]
"""

import os
import sys
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import run, stop  # noqa: E402
from sellerhelp.contact.widgets import korean_day  # noqa: E402
from sellerhelp.gate.show import report as told  # noqa: E402
from sellerhelp.pages.fresh import due, report  # noqa: E402
from sellerhelp.preview import read_moment, refusal  # noqa: E402
from sellerhelp.sheets.library import make_library, read_docs  # noqa: E402

DAYS = 30


def main():
    written = _written()
    moment = read_moment(written) if written else int(time.time())
    if moment is None:
        return stop(refusal(written).replace("serve", "fresh"))
    days = os.environ.get("DAYS", "").strip() or str(DAYS)
    if not (days.isascii() and days.isdigit() and len(days) < 5):
        return stop("며칠 앞까지 볼지 수로 적으세요. 예: make fresh DAYS=60")
    docs, problems = read_docs(ROOT / "docs")
    if problems:
        return stop(told(problems, {}))
    library, _ = make_library(docs)
    today = korean_day(moment)
    found = due(library.heads, library.collection.entries, _after(today, int(days)))
    print(report(found, today, int(days)))
    return 0


def _written():
    if "--today" in sys.argv[1:]:
        return (sys.argv[sys.argv.index("--today") + 1 :] or ["?"])[0]
    return os.environ.get("AS_OF", "").strip()


def _after(today, days):
    return min(today + timedelta(days=days), date(2200, 1, 1))


if __name__ == "__main__":
    run(main)
