"""make facts, as writers call it."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def called(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, f"tools/{name}", *words], cwd=ROOT, capture_output=True, text=True)


def test_without_an_id_it_sums_up():
    done = called("facts.py")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("사실 ") and "아무 데서도 쓰지 않는 사실" in done.stdout


def test_a_fact_is_told_with_who_rests_on_it():
    done = called("facts.py", "orders-001")
    assert done.stdout.startswith("orders-001  ")


def test_a_files_unused_facts_are_listed():
    assert called("facts.py", "orders").stdout.startswith("docs/_facts/orders.md에서 아무 데서도 쓰지 않는 사실 ")


def test_an_unknown_id_is_told_with_the_nearest():
    done = called("facts.py", "order-001")
    assert done.returncode == 1
    assert done.stderr == "사실 ‘order-001’이 없어요. ‘orders-001’을 찾았나요?\n"
