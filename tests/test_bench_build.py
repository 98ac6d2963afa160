"""The bench for builds: the pages it makes, what it measures, the musts it judges. The peers are not asked."""

from __future__ import annotations

import importlib.util
import re
import signal
import subprocess
import sys
import time
from posixpath import dirname, join, normpath

import markdown
import pytest
import yaml

from tests.bench.corpus import read_corpus
from tests.bench.many_pages import FOLDER, NUMBERS, SECTIONS, edited, lay_out, written
from tests.bench.projects import write_hugo, write_ours, write_stock
from tests.bench.spent import Failed, Spent, members, page_at, run, saved_to_fresh, served
from tests.conftest import ROOT, build, free_port

CORPUS = read_corpus(
    '{"question": "송장을 잘못 넣었어요", "answer": "고칠 수 있어요. <b>배송중</b>만 돼요. {{ 값 }} 1. *별* | 칸. 끝이에요."}\n'
    '{"question": "정산일은 언제인가요?", "answer": "다음 날이에요."}\n'
)


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_build", ROOT / "tests" / "bench" / "build.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_more_pages_than_entries_have_paths_and_titles_of_their_own():
    pages = lay_out(CORPUS, 600)
    assert len({page.path for page in pages}) == len({page.title for page in pages}) == 600
    assert {page.path.split("/")[0] for page in pages} == set(SECTIONS)
    sizes = [sum(dirname(page.path) == folder for page in pages) for folder in {dirname(page.path) for page in pages}]
    assert max(sizes) == FOLDER
    numbers = [page.number for page in pages if page.number]
    assert len(set(numbers)) == len(numbers) == len(SECTIONS) * NUMBERS


def test_every_link_leads_to_a_page():
    pages = lay_out(CORPUS, 90)
    paths = {page.path for page in pages}
    for page in pages:
        leads = [normpath(join(dirname(page.path), link)) for _, link in page.links]
        assert len(leads) == 2 and set(leads) <= paths - {page.path}


def test_a_page_holds_what_it_should_and_nothing_of_the_corpus_is_markup():
    page = lay_out(CORPUS, 12)[0]
    source = written(page, lambda page: {"title": page.title}, "/// 주의\n{text}\n///")
    assert source.count("\n## ") == 4 and source.count("\n/// ") == 1 and source.count("](") == 2
    assert yaml.safe_load(source.split("---\n")[1]) == {"title": "송장을 잘못 넣었어요"}
    html = markdown.markdown(source.split("---\n", 2)[2], extensions=["tables", "attr_list"])
    assert "<table>" in html and '<h2 id="know">' in html
    assert not re.search(r"<(?:b|em|strong)>", html)
    assert "{{" not in source and "{{" not in html


def test_an_edit_is_one_sentence_more():
    source = written(lay_out(CORPUS, 12)[0], lambda page: {}, "{text}")
    assert edited(source, "더한 문장.").replace("더한 문장. ", "") == source != edited(source, "더한 문장.")


def test_everybody_gets_the_same_pages(tmp_path):
    pages = lay_out(CORPUS, 12)
    for name, write, docs in (
        ("ours", write_ours, "docs"),
        ("stock", write_stock, "docs"),
        ("hugo", write_hugo, "content"),
    ):
        write(tmp_path / name, pages, True)
        assert all((tmp_path / name / docs / page.path).is_file() for page in pages)
    stock, quiet = tmp_path / "stock" / "mkdocs.yml", tmp_path / "quiet"
    write_stock(quiet, pages, False)
    assert "\nhooks:" not in stock.read_text("utf-8") and "navigation.prune" in stock.read_text("utf-8")
    assert "- search:" in stock.read_text("utf-8") and "plugins: []" in (quiet / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("has_search", [True, False])
def test_ours_is_built_by_its_own_command_and_the_gate_is_not_heard(tmp_path, has_search):
    write_ours(tmp_path, lay_out(CORPUS, 12), has_search)
    books = {} if has_search else {"BOOK_PRINT": "false"}  # as the rows are: with everything, and with neither
    done = build(tmp_path / "site", tmp_path, **books)
    assert done.returncode == 0, done.stderr
    assert "송장을 잘못 넣었어요" in (tmp_path / "site" / "opening" / "f01" / "p0" / "index.html").read_text("utf-8")
    assert any((tmp_path / "site" / "search").glob("*/*")) == has_search


def test_cpu_and_memory_of_children_count(tmp_path):
    child = "import time; b = bytearray(60 << 20); s = time.process_time()\nwhile time.process_time() - s < 0.3: pass"
    spent = run(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"], tmp_path
    )
    assert spent.cpu >= 0.3 and spent.peak >= 60


def test_a_command_that_fails_says_why(tmp_path):
    with pytest.raises(Failed, match="ouch"):
        run([sys.executable, "-c", "raise SystemExit('ouch')"], tmp_path)


def test_a_saved_page_is_waited_for_and_the_server_ends_with_its_children(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    page, port = folder / "index.html", free_port()
    page.write_text("before", "utf-8")
    child = "import time; time.sleep(600)"
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}]); import http.server as h; "
    code += f"h.test(h.SimpleHTTPRequestHandler, port={port}, bind='127.0.0.1')"
    with served([sys.executable, "-c", code], folder, f"http://127.0.0.1:{port}/") as session:
        assert saved_to_fresh(page, "after", f"http://127.0.0.1:{port}/", "after", session).wall > 0
    assert not members(session)
    assert page_at(f"http://127.0.0.1:{port}/") == b""


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_a_bench_that_is_stopped_leaves_nothing_behind(tmp_path, way):
    started = tmp_path / "started"
    child = f"import os, pathlib, time; pathlib.Path({str(started)!r}).write_text(str(os.getpid())); time.sleep(600)"
    code = f"import sys; sys.path[:0] = [{str(ROOT)!r}]; from pathlib import Path; from tests.bench import spent; "
    # Whoever starts the tests in the background lets them ignore Ctrl+C.
    code += "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code += f"spent.end_like_ctrl_c(); spent.run([sys.executable, '-c', {child!r}], Path({str(tmp_path / 'in')!r}))"
    (tmp_path / "in").mkdir()
    bench = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
    while not started.is_file() or not started.read_text():
        assert bench.poll() is None
        time.sleep(0.02)
    session = int(started.read_text())
    assert members(session) == {session}
    bench.send_signal(way)
    assert bench.wait(60) != 0
    assert not members(session)


def test_a_server_that_does_not_start_says_why(tmp_path):
    start = time.monotonic()
    command = [sys.executable, "-c", "raise SystemExit('no port')"]
    with pytest.raises(Failed, match="no port"), served(command, tmp_path, f"http://127.0.0.1:{free_port()}/"):
        pass
    assert time.monotonic() - start < 60


def rows(cold: float, warm: float, large: float) -> dict:
    """Figures in which the stock takes 10 s and Hugo 1 s at every size."""
    one = lambda cpu, wall=1.0: Spent(cpu, wall, 100)  # noqa: E731
    ours = {"cold": one(cold), "edit": one(0.2), "warm": one(0, warm)}
    peer = lambda cpu: {"cold": one(cpu), "edit": one(cpu), "warm": one(0, 1.0)}  # noqa: E731
    return {
        "ours": {2717: ours, 10868: {"cold": one(large)}},
        "stock": {2717: peer(10.0)},
        "hugo": {2717: peer(1.0)},
    }


def test_the_musts_are_ratios_of_medians(bench):
    kept = {one["must"]: one for one in bench.verdicts(rows(cold=12.0, warm=0.05, large=50.0))}
    assert kept["cold cpu, 2717 pages: ours / stock"] == {
        "must": "cold cpu, 2717 pages: ours / stock", "is": 1.2, "at most": 1.3, "holds": True,
    }  # fmt: skip
    assert kept["warm wall, 2717 pages: ours s"]["holds"]
    assert kept["cold cpu a page: 10868 / 2717 pages"]["is"] == pytest.approx(50 / 12 / 4, abs=0.001)
    assert all(one["holds"] for one in kept.values())
    assert not any("no search" in must or "edit cpu a page" in must for must in kept)  # not measured, not judged


def test_canary_a_slow_build_fails_its_musts(bench):
    failed = [one["must"] for one in bench.verdicts(rows(cold=20.0, warm=0.5, large=200.0)) if not one["holds"]]
    assert failed == [
        "cold cpu, 2717 pages: ours / stock",
        "warm wall, 2717 pages: ours s",
        "warm wall, 2717 pages: ours / hugo",
        "cold cpu a page: 10868 / 2717 pages",
    ]


def test_the_median_is_taken_of_each_figure(bench):
    assert bench.median([Spent(1, 9, 5), Spent(3, 1, 5), Spent(2, 2, 8)]) == Spent(2, 2, 5)


def test_the_table_has_a_line_for_each_size_and_must(bench):
    some = rows(12.0, 0.05, 50.0)
    kept = bench.verdicts(some)
    lines = bench.table(some, kept).splitlines()
    assert sum(line.startswith(("ours", "stock", "hugo")) for line in lines) == 4
    assert sum(line.startswith(("holds", "FAILS")) for line in lines) == len(kept)
