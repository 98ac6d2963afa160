"""A test that takes the time has nobody beside it, and is not kept waiting for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.alone import running
from tests.conftest import ROOT

GO_IN = """
import sys, time
from pathlib import Path
from tests.alone import running
folder, name, is_alone, stay, times = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "alone", float(sys.argv[4]), int(sys.argv[5])
for _ in range(times):
    with running(folder, is_alone):
        with (folder / "log").open("a") as log:
            print(name, "in", file=log, flush=True)
            time.sleep(stay)
            print(name, "out", file=log, flush=True)
"""


def start(folder, name, way, stay=0.3, times=1):
    return subprocess.Popen([sys.executable, "-c", GO_IN, str(folder), name, way, str(stay), str(times)], cwd=ROOT)


def log(folder):
    path = folder / "log"
    return path.read_text().splitlines() if path.exists() else []


def waited_for(folder, line):
    end = time.monotonic() + 20
    while line not in log(folder):
        assert time.monotonic() < end, f"never came: {line}"
        time.sleep(0.02)


def test_nobody_is_beside_who_is_alone_though_others_come_without_end(tmp_path):
    busy = start(tmp_path, "busy", "beside", 0.05, 80)
    waited_for(tmp_path, "busy out")
    alone = start(tmp_path, "alone", "alone")
    assert (alone.wait(20), busy.wait(20)) == (0, 0)
    told = log(tmp_path)
    at = told.index("alone in")
    assert told[at + 1] == "alone out" and "busy in" in told[at + 2 :]
    assert told[:at].count("busy in") == told[:at].count("busy out") < 80


def test_others_are_beside_each_other(tmp_path):
    with running(tmp_path, is_alone=False):
        assert start(tmp_path, "other", "beside").wait(20) == 0
    assert log(tmp_path) == ["other in", "other out"]


def test_who_dies_keeps_nobody_out(tmp_path):
    killed = start(tmp_path, "killed", "alone", 60)
    waited_for(tmp_path, "killed in")
    killed.kill()
    killed.wait()
    assert start(tmp_path, "next", "beside").wait(20) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("is_alone", [True, False])
def test_a_process_that_a_test_leaves_behind_keeps_nobody_out(tmp_path, is_alone):
    with running(tmp_path, is_alone):
        child = os.fork()
        if not child:
            time.sleep(60)
            os._exit(0)
    try:
        assert start(tmp_path, "next", "alone").wait(20) == 0
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
