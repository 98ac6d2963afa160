"""Slows the pages of a browser down: all their threads, workers too, run a share of the time only.

The browser's own throttling slows the page's thread alone, and the search runs in a worker.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

SLICE = 0.004  # seconds


def _stutter(processes: list[int], times: float) -> None:
    while True:
        for sign, pause in ((signal.SIGSTOP, SLICE * (times - 1)), (signal.SIGCONT, SLICE)):
            for process in processes:
                os.kill(process, sign)
            time.sleep(pause)


@contextmanager
def slowed(browser: Browser, times: float) -> Iterator[None]:
    """Slows the renderers that exist now."""
    known = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    processes = [one["id"] for one in known if one["type"] == "renderer"]
    brake = multiprocessing.get_context("fork").Process(target=_stutter, args=(processes, times), daemon=True)
    brake.start()
    try:
        yield
    finally:
        brake.kill()
        brake.join()
        for process in processes:
            os.kill(process, signal.SIGCONT)
