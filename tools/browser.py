"""Finds a Chromium for the browser tests, or installs one, or says in one line what to do.

Looks at $CHROMIUM, then at PATH; then tries playwright's own download, then, as root,
the distribution's package. The tests never skip for want of a browser.
Where it can be had, its headless shell comes with it: the same engine without the windows, which
the tests would otherwise open and close some thousand times, at more than twice the time.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
LOG = ROOT / ".cache" / "browser.log"


def main():
    is_tried = LOG.exists()
    if find() and (find_shell() or is_tried or os.environ.get("CHROMIUM")):
        return 0
    print("시험에 쓸 크로미엄을 설치해요.", flush=True)
    LOG.parent.mkdir(exist_ok=True)
    for commands in _ways():
        if all(_quietly(command) for command in commands) and find() and find_shell():
            return 0
    if find():
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
    return _on_path(NAMES) or next((path for path in [_playwrights()] if Path(path).is_file()), None)


def find_shell():
    """Returns the path of a headless shell, or None: then the tests take what find() finds."""
    if os.environ.get("CHROMIUM"):
        return None
    if found := _on_path(SHELLS):
        return found
    # Playwright lays both side by side: chromium-1255, chromium_headless_shell-1255.
    folder = next((one for one in Path(_playwrights()).parents if re.fullmatch(r"chromium-\d+", one.name)), None)
    beside = folder.with_name(folder.name.replace("-", "_headless_shell-")).glob("*/*headless*shell*") if folder else ()
    return next((str(path) for path in beside if path.is_file()), None)


def _on_path(names):
    return next((found for name in names if (found := shutil.which(name))), None)


def _playwrights():
    """Returns where playwright's own browser lies, or would lie."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _ways():
    has_browser = bool(find())
    yield [[sys.executable, "-m", "playwright", "install", *(["--only-shell"] if has_browser else []), "chromium"]]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        install = ["apt-get", "install", "-y", "-q"]
        browser = [] if has_browser else ["chromium"]
        yield [["apt-get", "update", "-q"], [*install, *browser, "chromium-headless-shell"]]
        if not has_browser:
            yield [[*install, *browser]]  # older distributions have no shell


def _quietly(command):
    with LOG.open("a", encoding="utf-8") as log:
        return subprocess.run(command, stdout=log, stderr=subprocess.STDOUT).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
