"""make serve AS_OF=...: the page shows that moment, whatever the clock says."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.browser.conftest import opened
from tests.conftest import free_port
from tests.writers_tree import make_tree


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[str]:
    """A preview of a Tuesday of the new year's holidays, which the sound project's calendar holds."""
    tree = make_tree(tmp_path_factory.mktemp("preview"))
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "tools/serve.py", "--dev-addr", address]
    scratch = tmp_path_factory.mktemp("scratch")
    with (tree / "said.txt").open("w") as said:
        server = subprocess.Popen(
            command,
            cwd=tree,
            stdout=said,
            stderr=said,
            env={**_environ(), "AS_OF": "2026-12-16T12:30", "TMPDIR": str(scratch)},
        )
    try:
        _wait(f"http://{address}/", tree)
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait(20)
    assert not list(scratch.iterdir()), "a preview leaves its pages on the disk"


def _environ() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if not name.startswith("SOURCE_DATE")}


def _wait(address: str, tree) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return
        except OSError:
            time.sleep(0.25)
    raise AssertionError((tree / "said.txt").read_text())


def test_the_ribbon_and_the_contact_state_are_those_of_the_moment(browser, preview):
    with opened(browser, preview, timezone_id="America/Los_Angeles") as page:
        assert page.inner_text(".sh-preview b") == "미리보기: 2026년 12월 16일(수) 12:30 기준"
        strip = page.locator("sh-contact").first
        page.wait_for_function(
            "document.querySelector('sh-contact').matches('.is-lunch, .is-open, .is-closing, .is-closed')"
        )
        assert "is-lunch" in strip.get_attribute("class")
        page.goto(preview + "contact/")
        assert page.inner_text(".sh-preview b").startswith("미리보기: 2026년")


def test_a_tests_own_clock_still_comes_first(browser, preview):
    with opened(browser, preview, moment="2026-12-16T10:00:00+09:00") as page:
        page.wait_for_function("document.querySelector('sh-contact').matches('.is-open')")
