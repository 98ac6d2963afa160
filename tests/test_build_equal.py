"""Quick builds give what builds without any memory give, after every edit; `python -m tests.random_edits` goes on for hours."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import suppress

import pytest

from tests.random_edits import begin, built, difference, ended, make_site, walk

STEPS = 28
SEED = 8


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path / "tree", SEED)


def test_after_each_of_many_random_edits_both_builds_give_the_same_bytes_and_problems(tmp_path):
    found = walk(make_site(tmp_path / "tree", SEED), STEPS)
    assert found.difference == ""
    assert found.taken > 5 * STEPS, "hardly anything is taken over: the test compares two plain builds"
    assert found.alone > 2, "no edit is built alone: the test says nothing of builds that go on"


def test_canary_an_input_that_nobody_noted_is_found(site, tmp_path):
    hook, secret = site.root / "hooks" / "site_manuals.py", site.root / "secret.txt"
    source = hook.read_text("utf-8")
    planted = "    from pathlib import Path\n    config.extra['secret'] = Path(config.docs_dir, '../secret.txt').read_text()\n"
    hook.write_text(source.replace("    site = config.extra", planted + "    site = config.extra", 1), "utf-8")
    partial = site.root / "overrides" / "partials" / "nav.html"
    partial.write_text(partial.read_text("utf-8") + "{{ config.extra.secret }}", "utf-8")
    secret.write_text("one")
    assert difference(built(site, tmp_path / "quick", True), built(site, tmp_path / "plain", False)) == ""
    secret.write_text("two")
    found = difference(built(site, tmp_path / "quick", True), built(site, tmp_path / "plain", False))
    assert "differs" in found


def test_nothing_changed_and_no_page_is_visited(site, tmp_path):
    built(site, tmp_path / "quick", True)
    assert built(site, tmp_path / "quick", True)["alone"]


def test_a_whole_build_takes_nearly_every_page_over(site, tmp_path):
    built(site, tmp_path / "quick", True)
    again = _whole(site, tmp_path / "quick")
    # Each page's text and HTML; the front page's HTML asks for something that may change.
    assert again["taken"] == 2 * len(site.pages()) - 1


def _whole(site, output):
    """Builds with what was remembered, but not from the published site."""
    shutil.rmtree(site.root / ".cache" / "kept", ignore_errors=True)
    return built(site, output, True)


def test_a_damaged_cache_is_noticed(site, tmp_path):
    good = built(site, tmp_path / "quick", True)
    path = site.root / ".cache" / "build" / "pages.db"
    chance = random.Random(1)
    for _ in range(3):
        data = bytearray(path.read_bytes())
        for _ in range(200):
            data[chance.randrange(len(data))] ^= 0xFF
        path.write_bytes(data)
        assert difference(_whole(site, tmp_path / "quick"), good) == ""
    path.write_bytes(b"no database at all" * 500)
    assert difference(_whole(site, tmp_path / "quick"), good) == ""
    assert _whole(site, tmp_path / "quick")["taken"] > 10


def test_killed_at_any_moment_it_leaves_what_the_next_build_can_use(site, tmp_path):
    plain = built(site, tmp_path / "plain", False)
    chance = random.Random(2)
    for _ in range(6):
        child = begin(site, tmp_path / "quick", True)
        time.sleep(chance.uniform(0.05, 1.2))
        with suppress(FileNotFoundError, ProcessLookupError):  # a quick build may have ended before
            for process in (*_children(child.pid), child.pid):
                os.kill(process, signal.SIGKILL)
        child.join()
    assert difference(built(site, tmp_path / "quick", True), plain) == ""


def _children(process):
    with open(f"/proc/{process}/task/{process}/children") as file:
        return [int(name) for name in file.read().split()]


def test_two_builds_at_once_do_not_disturb_each_other(site, tmp_path):
    plain = built(site, tmp_path / "plain", False)
    outputs = tmp_path / "one", tmp_path / "two"
    for _ in range(2):
        both = [begin(site, output, True) for output in outputs]
        results = [ended(process, output) for process, output in zip(both, outputs, strict=True)]
        assert [difference(quick, plain) for quick in results] == ["", ""]
