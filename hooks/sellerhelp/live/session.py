"""One preview: builds what a saved file asks for, survives every error, and knows what is wrong."""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sellerhelp import disk
from sellerhelp.live.aftermath import Aftermath
from sellerhelp.problem import Problem

_STOPPED = "미리보기를 만드는 도중에 멈췄어요. 마지막으로 고친 곳을 살펴보세요."


@dataclass(frozen=True)
class Work:
    """full: builds everything. one: builds the page of a path alone, says whether that was enough.

    problems: what the last full build found. log: where the details of a failure go.
    """

    full: Callable[[], object]
    one: Callable[[str], bool]
    problems: Callable[[], Iterable[Problem]]
    log: Path


class Session:
    """changed: is told each saved path. build: builds. problems: now. Everything else waits in `news`."""

    def __init__(self, work: Work):
        self.work = work
        self.news = threading.Condition()
        self.problems = sorted(set(work.problems()))
        self._paths: set[str] = set()
        self._is_whole = True  # else a build has stopped in the middle, and one page alone is not enough
        self._building = threading.Lock()
        self._aftermath = Aftermath(self._follow, self._followed, self._building)

    def changed(self, path: str) -> None:
        self._paths.add(path)

    def build(self) -> None:
        """Builds what was saved since the last call; whatever happens is told in the pages and never raised."""
        self._aftermath.stop()
        with self._building:
            paths, self._paths = self._paths, set()
            try:
                self._build(paths)
                self._is_whole = True
            except (Exception, SystemExit) as error:
                self.problems, self._is_whole = [self._failure(error)], False
        with self.news:
            self.news.notify_all()

    def _build(self, paths: set[str]) -> None:
        if self._is_whole and len(paths) == 1 and self.work.one(*paths):
            self._aftermath.begin()
            return
        self.work.full()
        self.problems = sorted(set(self.work.problems()))

    def _failure(self, error: BaseException) -> Problem:
        details = traceback.format_exc()
        if disk.is_full(details):
            return Problem("", 0, 0, disk.SAID, "쓰지 않는 파일을 지운 뒤 다시 저장하세요.", rule="")
        with contextlib.suppress(OSError):
            self.work.log.parent.mkdir(parents=True, exist_ok=True)
            self.work.log.write_text(details, "utf-8")
        said = " ".join(str(error).split())[:300]
        mend = f"개발자에게는 .cache/{self.work.log.name} 파일을 보내 주세요." + (f" ({said})" if said else "")
        return Problem("", 0, 0, _STOPPED, mend, rule="")

    def _follow(self) -> list[list[object]]:
        self.work.full()
        return [problem.as_row() for problem in self.work.problems()]

    def _followed(self, rows: Any) -> None:
        with self.news:
            self.problems = sorted({Problem.from_row(row) for row in rows})
            self.news.notify_all()

    def wait(self, version: Callable[[], str], seen: str, seconds: float) -> str:
        """Returns the version of what somebody looks at, when it is another one than he has seen, or after some time."""
        end = time.monotonic() + seconds
        with self.news:
            while (now := version()) == seen and (left := end - time.monotonic()) > 0:
                self.news.wait(left)
        return now
