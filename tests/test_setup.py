"""Setting up: what a newcomer sees when something is missing, in one line."""

from __future__ import annotations

import datetime
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def tool(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(target: str, root: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    environ = {key: value for key, value in {**os.environ, **environ}.items() if not key.startswith("MAKE")}
    return subprocess.run(["make", target], cwd=root, env=environ, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def no_python(tmp_path) -> str:
    """A PATH with the everyday tools and a Python that is too old."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "make", "echo", "sed", "expand", "git"):
        (folder / name).symlink_to(shutil.which(name))
    old = folder / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    return str(folder)


@pytest.mark.parametrize("target", ["site", "test", "check", "serve"])
def test_a_python_that_is_too_old_is_said_in_one_line(no_python, target):
    done = make(target, PATH=no_python)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == "파이썬 3.11 이상이 필요해요. 설치한 뒤 다시 실행하세요."
    assert "Traceback" not in done.stderr


def test_no_network_is_said_in_one_line(tmp_path):
    copy = tmp_path / "tree"
    shutil.copytree(ROOT / "tools", copy / "tools")
    shutil.copytree(ROOT / "requirements", copy / "requirements")
    # No index to ask and nothing lying about: what pip meets without a network.
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path / "nothing")}
    command = [sys.executable, "tools/environment.py", "site"]
    done = subprocess.run(
        command, cwd=copy, env={**os.environ, **offline}, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "꾸러미를 받지 못했어요. 인터넷 연결을 확인하고 다시 실행하세요. 기록: .cache/setup.log"
    ]
    assert not (copy / ".venv" / "lock.sha256").exists(), "a failed set-up must not look finished"


def test_a_package_that_is_not_the_pinned_one_is_refused(tmp_path):
    copy = tmp_path / "tree"
    shutil.copytree(ROOT / "tools", copy / "tools")
    (copy / "requirements").mkdir()
    wheel = tmp_path / "wheels" / "planted-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK\x05\x06" + bytes(18))
    for name in ("site", "test"):
        (copy / "requirements" / f"{name}.txt").write_text(f"planted==1.0 --hash=sha256:{'0' * 64}\n")
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheel.parent)}
    command = [sys.executable, "tools/environment.py", "site"]
    done = subprocess.run(
        command, cwd=copy, env={**os.environ, **offline}, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr.startswith("받은 꾸러미가 잠금 파일과 달라 설치하지 않았어요.")


def test_every_package_in_the_locks_is_pinned_and_hashed():
    for name in ("site", "test"):
        rows = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
        packages = [row for row in rows if row and not row.startswith((" ", "#"))]
        assert packages and all("==" in row for row in packages)
        assert sum("--hash=sha256:" in row for row in rows) >= len(packages)
        assert not [row for row in rows if "://" in row], "a lock names no index"


def test_help_lists_every_command():
    said = make("help").stdout
    for command in ("site", "serve", "test", "check", "holidays", "ids", "lock", "clean"):
        assert f"make {command} " in said


def test_a_browser_is_found_by_its_variable_and_a_wrong_one_is_not_replaced_silently(monkeypatch, tmp_path):
    browser = tool("browser")
    own = tmp_path / "chromium"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(own))
    assert browser.find() == str(own)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    assert browser.find() is None and browser.find_shell() is None


def test_a_shell_is_looked_for_once_and_a_machine_without_one_goes_on_with_its_browser(monkeypatch, tmp_path):
    browser, ran = tool("browser"), []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "find", lambda: "chromium")
    monkeypatch.setattr(browser, "find_shell", lambda: None)
    monkeypatch.setattr(browser, "_ways", lambda: iter([[["install"]]]))
    monkeypatch.setattr(browser, "_quietly", lambda command: ran.append(command) or browser.LOG.touch())
    monkeypatch.setattr(browser, "LOG", tmp_path / "browser.log")
    assert browser.main() == 0 and ran == [["install"]]
    assert browser.main() == 0 and len(ran) == 1


def test_a_browser_that_cannot_be_had_is_said_in_one_line(monkeypatch, capsys, tmp_path):
    browser = tool("browser")
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "_ways", lambda: iter([[[sys.executable, "-c", "raise SystemExit(1)"]]]))
    monkeypatch.setattr(browser, "LOG", tmp_path / "cache" / "browser.log")
    assert browser.main() == 1
    assert capsys.readouterr().err.splitlines() == [
        "크로미엄을 설치하지 못했어요. 직접 설치하거나 CHROMIUM=실행파일 로 알려 주세요. 기록: .cache/browser.log"
    ]


def check_on(day: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tools/check.py", "--today", day]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def test_the_gate_passes_while_the_calendar_reaches_far_enough():
    done = check_on("2026-11-22")
    assert (done.returncode, done.stdout.strip()) == (0, "잘못된 곳이 없어요."), done.stderr


def test_canary_the_gate_fails_when_fewer_than_four_months_are_left_and_names_the_command():
    done = check_on("2027-09-15")
    assert done.returncode == 1
    assert "docs/contact/holidays.yml:" in done.stdout
    assert "남은 기간은 3개월이고 4개월이 필요해요." in done.stdout
    assert "make holidays" in done.stdout


def test_the_moment_of_a_build_is_the_commits_unless_it_is_given(monkeypatch):
    build_site = tool("build_site")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build_site.moment() == "1700000000"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    if commit:
        assert build_site.moment() == commit
    else:
        assert abs(int(build_site.moment()) - datetime.datetime.now().timestamp()) < 60
