"""Finds a Chromium for the browser tests, or installs one, or says in one line what to do.

Looks at $CHROMIUM, then at PATH; then tries playwright's own download, then, as root,
the distribution's package. The tests never skip for want of a browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LOG = ROOT / ".cache" / "browser.log"


def main():
    if find():
        return 0
    print("시험에 쓸 크로미엄이 없어 설치해요.", flush=True)
    LOG.parent.mkdir(exist_ok=True)
    for commands in _ways():
        if all(_quietly(command) for command in commands) and find():
            return 0
    print(
        "크로미엄을 설치하지 못했어요. 직접 설치하거나 CHROMIUM=실행파일 로 알려 주세요. 기록: .cache/browser.log",
        file=sys.stderr,
    )
    return 1


def find():
    """Returns the path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((found for name in NAMES if (found := shutil.which(name))), None) or _playwrights()


def _playwrights():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).is_file() else None


def _ways():
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        yield [["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]]


def _quietly(command):
    with LOG.open("a", encoding="utf-8") as log:
        return subprocess.run(command, stdout=log, stderr=subprocess.STDOUT).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
