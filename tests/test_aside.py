"""Work in a process of its own: its answer comes back, its mistakes come back, nothing else does."""

from __future__ import annotations

import os

import pytest
from sellerhelp.aside import begin


def test_the_answer_comes_back_from_another_process():
    mine, other = os.getpid(), begin(os.getpid)
    assert other() != mine


def test_a_long_answer_comes_back_whole():
    assert begin(lambda: ["가" * 100_000] * 20)() == ["가" * 100_000] * 20


def test_a_mistake_is_raised_here():
    def work():
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        begin(work)()


def test_what_json_cannot_hold_is_done_here():
    assert begin(lambda: {1, 2})() == {1, 2}


def test_a_process_that_dies_is_replaced():
    here = os.getpid()
    assert begin(lambda: os.getpid() if os.getpid() == here else os._exit(3))() == here


def test_without_forks_the_work_is_done_here(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert begin(os.getpid)() == os.getpid()


def test_nothing_is_printed_twice(capfd):
    print("once", end="")
    begin(lambda: 1)()
    assert capfd.readouterr().out == "once"
