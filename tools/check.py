"""The gate: builds every page in memory of this process, looks for every mistake, publishes nothing.

usage: python tools/check.py [--fix] [--today YYYY-MM-DD] [--json | --format github|gitlab]
Exit status 1 when there is any error, 2 when the check itself failed.
"""

import argparse
import contextlib
import datetime
import logging
import os
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from plainly import failed  # noqa: E402
from sellerhelp.contact.hours import KOREA  # noqa: E402
from sellerhelp.gate.fix import difference, fixed, write  # noqa: E402
from sellerhelp.gate.formats import as_github, as_gitlab, as_json  # noqa: E402
from sellerhelp.gate.show import report, summary  # noqa: E402
from sellerhelp.problem import Problem, errors  # noqa: E402

LOG = ROOT / ".cache" / "check.log"
# A mend can uncover the next mistake; one that never ends is a mistake of ours.
ROUNDS = 5
FORMATS = {"json": as_json, "github": as_github, "gitlab": as_gitlab}


@dataclass(frozen=True)
class Found:
    """problems: all of them, each once. sources: path as in the problems -> text."""

    problems: list[Problem]
    sources: dict[str, str]


class _HostSays(logging.Handler):
    """Makes a problem of every warning of the host: its own counter forgets them when it is quiet."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.problems = []

    def emit(self, record):
        said = " ".join(record.getMessage().split())
        mend = "MkDocs가 영어로 알린 말이에요. 그 안에 적힌 파일을 살펴보세요."
        self.problems.append(Problem("mkdocs.yml", 0, 0, said, mend, rule="host-warning"))


def check(docs: Path = ROOT / "docs", today: datetime.date | None = None) -> Found:
    """Builds the pages of a docs folder as the site does and returns what is wrong.

    today: the day on which dates are judged; today in Korea when it is None.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    host = _HostSays()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(host)
    logger.propagate = False
    try:
        with tempfile.TemporaryDirectory() as folder:
            config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=folder)
            config.extra.update(moment=_noon(today or _today_in_korea()), type="system")
            config.plugins.on_startup(command="check", dirty=False)
            with contextlib.suppress(Abort):  # what it aborts for is among the problems
                build(config)
    finally:
        logger.removeHandler(host)
    site = config.extra["site"]
    return Found(sorted({*site.problems, *host.problems}), site.sources | site.notes)


def main():
    options = _options()
    try:
        found = mend(options.today) if options.fix else check(today=options.today)
    except Exception:
        print(failed("살피는 도중에 멈췄어요.", traceback.format_exc(), LOG), file=sys.stderr)
        return 2
    print(shown(found, options.format))
    return 1 if errors(found.problems) else 0


def shown(found, form):
    """Returns what is printed. form: "text" or one of FORMATS."""
    if form != "text":
        return FORMATS[form](found.problems)
    return "\n".join(part for part in (report(found.problems, found.sources), summary(found.problems)) if part)


def mend(today=None, docs=ROOT / "docs"):
    """Makes the safe fixes, shows what changed, and checks again until there is nothing more to mend."""
    found = check(docs, today)
    for _ in range(ROUNDS):
        texts = fixed(found.problems, found.sources)
        if not texts:
            break
        write(texts, docs.parent)
        print(difference(found.sources, texts))
        found = check(docs, today)
    return found


def _options():
    parser = argparse.ArgumentParser(description="잘못 적은 곳을 모두 찾아요.")
    parser.add_argument("--fix", action="store_true", help="안전하게 고칠 수 있는 것을 고치고 달라진 줄을 보여 줘요")
    parser.add_argument("--today", type=datetime.date.fromisoformat, help="이 날을 오늘로 여겨요. 예: 2026-11-01")
    parser.add_argument("--format", choices=("text", *FORMATS), default="text", help="검토 도구가 읽는 모양")
    parser.add_argument("--json", action="store_const", dest="format", const="json", help="--format json과 같아요")
    return parser.parse_args()


def _noon(day):
    return int(datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC).timestamp()) - KOREA


def _today_in_korea():
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=KOREA)).date()


if __name__ == "__main__":
    sys.exit(main())
