"""A preview builds what a saved file asks for, and survives whatever happens."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from sellerhelp.live.app import SCRIPT, WAIT, LiveApp, with_box
from sellerhelp.live.box import problem_box
from sellerhelp.live.session import Session, Work
from sellerhelp.live.single import build_one
from sellerhelp.live.watching import Watcher, is_source
from sellerhelp.problem import Problem
from sellerhelp.site import Site
from sellerhelp.templates import make_environment

from tests.conftest import ROOT

WRONG = Problem("docs/a.md", 3, 1, "틀렸어요.", "고치세요.")


@dataclass
class Builds:
    """Counts builds; error: what the next full one raises."""

    enough: bool = True
    error: BaseException | None = None
    done: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def full(self):
        self.done.append("full")
        if self.error:
            raise self.error

    def one(self, path):
        self.done.append(path)
        return self.enough


@pytest.fixture
def builds():
    return Builds()


@pytest.fixture
def session(builds, tmp_path):
    return Session(Work(builds.full, builds.one, lambda: builds.problems, tmp_path / "preview.log"))


def saved(session, *paths):
    for path in paths:
        session.changed(path)
    session.build()


def test_one_saved_page_is_built_alone(session, builds):
    saved(session, "a.md")
    assert builds.done == ["a.md"]


def test_everything_is_built_when_that_is_not_enough_or_several_were_saved(session, builds):
    builds.enough = False
    saved(session, "a.md")
    saved(session, "a.md", "b.md")
    saved(session)
    assert builds.done == ["a.md", "full", "full", "full"]


@pytest.mark.parametrize("error", [ValueError("깨졌어요"), SystemExit(1), KeyError("x")])
def test_an_error_is_told_in_the_pages_and_the_next_save_builds_again(session, builds, error, tmp_path):
    builds.enough, builds.error = False, error
    saved(session, "a.md")
    assert [problem.path for problem in session.problems] == [""]
    assert "도중에 멈췄어요" in session.problems[0].text and "preview.log" in session.problems[0].mend
    assert type(error).__name__ in (tmp_path / "preview.log").read_text()
    builds.error, builds.problems, builds.enough = None, [WRONG], True
    saved(session, "a.md")
    assert session.problems == [WRONG], "one page is not enough after a build that stopped in the middle"


def test_what_follows_one_page_is_done_by_another_process_and_told_here(session, builds):
    builds.problems = [WRONG]
    assert session.problems == []
    saved(session, "a.md")
    assert session.wait(lambda: str(session.problems), "[]", 20) == str([WRONG])
    assert builds.done == ["a.md"], "the full build was not done here"


def test_the_next_save_stops_what_follows(session, builds, tmp_path):
    builds.problems = [WRONG]
    began = tmp_path / "began"
    session.work = Work(
        lambda: (began.write_text(str(os.getpid())), time.sleep(60)), builds.one, list, tmp_path / "log"
    )
    saved(session, "a.md")
    while not (began.exists() and began.read_text()):
        time.sleep(0.02)
    session._aftermath.stop()
    process = int(began.read_text())
    while os.path.exists(f"/proc/{process}"):
        time.sleep(0.02)
    assert session.problems == []


def test_who_waits_gets_word_at_once_when_something_changed(session):
    version = ["1"]
    got = []
    waiting = threading.Thread(target=lambda: got.append(session.wait(lambda: version[0], "1", 20)))
    waiting.start()
    version[0] = "2"
    saved(session, "a.md")
    waiting.join(10)
    assert got == ["2"]


HEAD = "---\ntitle: a\n---\n"


@pytest.mark.parametrize(
    ("text", "change", "enough"),
    [
        (HEAD + "new", {}, True),
        (HEAD.replace("a", "b") + "old", {}, False),
        ("new", {}, False),
        (HEAD + "new", {"present_anchor_ids": {"y"}}, False),
        (HEAD + "new", {"title": "b"}, False),
        (HEAD + "new", {"toc": "other"}, False),
    ],
)
def test_a_page_is_built_alone_when_only_its_body_changed(text, change, enough):
    site = Site(0, sources={"docs/a.md": HEAD + "old"})
    page = SimpleNamespace(file=SimpleNamespace(src_uri="a.md"), title="a", present_anchor_ids={"x"}, toc="toc")
    wrote = []
    assert build_one(site, page, text, lambda: vars(page).update(change), lambda: wrote.append(1)) is enough
    assert bool(wrote) is enough


def test_a_page_that_places_other_questions_is_not_built_alone():
    site = Site(0, sources={"docs/a.md": HEAD})
    page = SimpleNamespace(file=SimpleNamespace(src_uri="a.md"), title="a", present_anchor_ids=set(), toc="")
    assert not build_one(site, page, HEAD + "x", lambda: site.placed.update({"a.md": ["q"]}), lambda: None)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [("a.md", True), (".a.md.swp", False), ("a.md~", False), ("4913", False), ("x/__pycache__/a.py", False), ("overrides/.icons/a.svg", True)],
)  # fmt: skip
def test_what_editors_leave_beside_a_file_is_no_source(path, is_one):
    assert is_source(path) is is_one


def test_saving_is_told_and_reading_is_not(tmp_path):
    (tmp_path / "docs").mkdir()
    page, config = tmp_path / "docs" / "a.md", tmp_path / "mkdocs.yml"
    page.write_text("1")
    config.write_text("1")
    seen, told = set(), []
    watcher = Watcher(seen.add)
    handler = SimpleNamespace(on_any_event=lambda event: told.append(event.is_directory))
    watcher.schedule(handler, str(tmp_path / "docs"), recursive=True)
    watcher.schedule(handler, str(config))
    watcher.start()
    try:
        page.read_text()
        (tmp_path / "other").write_text("beside the watched file")
        fresh = tmp_path / ".mkdocs.yml.new"
        fresh.write_text("2")
        fresh.rename(config)
        page.write_text("2")
        for _ in range(500):
            if seen >= {str(page), str(config)}:
                break
            time.sleep(0.02)
    finally:
        watcher.stop()
        watcher.join()
    assert seen == {str(page), str(config)}
    assert told and not any(told)


def app(session, site, html=b"<body><p class='x'>1</p></body>", status="200 OK", kind="text/html; charset=utf-8"):
    def inner(environ, start):
        start(status, [("Content-Type", kind), ("Content-Length", str(len(html)))])
        return [html]

    return LiveApp(inner, session, site, "/help/", lambda address: f"<i>{address}</i>")


def asked(app, path, query=""):
    said = {}
    body = app({"PATH_INFO": path, "QUERY_STRING": query}, lambda status, headers: said.update(dict(headers), status=status))  # fmt: skip
    return said, b"".join(body).decode()


def test_a_page_gets_its_box_and_the_script(session, tmp_path):
    said, html = asked(app(session, tmp_path), "/help/orders/invoice/")
    assert html.startswith("<body><p class='x'>1</p><i>orders/invoice/</i>") and html.endswith("</body>")
    assert f'src="{SCRIPT}"' in html
    assert said["Content-Length"] == str(len(html.encode()))


def test_below_the_ribbon_stands_what_is_wrong():
    page = b'<body><p class="sh-preview">ribbon</p><main></main></body>'
    assert b"ribbon</p><i></i><main>" in with_box(page, b"<i></i>", "1")


def test_other_files_and_missing_pages_pass(session, tmp_path):
    said, body = asked(app(session, tmp_path, b"{}", kind="application/json"), "/help/a.json")
    assert (body, said["Content-Length"]) == ("{}", "2")
    said, body = asked(app(session, tmp_path, b"<p>no</p>", "404 Not Found"), "/help/nowhere/")
    assert said["status"] == "404 Not Found" and SCRIPT in body


def test_the_script_itself_is_served(session, tmp_path):
    said, body = asked(app(session, tmp_path), SCRIPT)
    assert said["Content-Type"].startswith("text/javascript") and "location.reload" in body


def test_the_version_changes_with_the_page_and_not_with_the_name_of_the_search_index(session, tmp_path):
    live = app(session, tmp_path)
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    versions = []
    for html in (
        'one {"search": "../worker.js?index=search/1/"}',
        'one {"search": "../worker.js?index=search/2/"}',
        "two",
    ):
        page.write_text(html)
        versions.append(live.version("/help/a/"))
    assert versions[0] == versions[1] != versions[2]
    assert asked(live, WAIT, f"page=/help/a/&seen={versions[0]}")[1] == versions[2]
    assert asked(live, WAIT, "page=/help/../../etc/passwd&seen=x")[1] == live._digest(b"", "/help/../../etc/passwd")


def test_the_pages_own_problems_stand_first_and_are_escaped():
    env = make_environment([str(ROOT / "overrides")])
    other = Problem("docs/b.md", 1, 1, "<b>", "고치세요.")
    html = problem_box(env, [other, WRONG], {"a.md": "a/"}, "a/")
    assert html.index("docs/a.md:3:1") < html.index("docs/b.md:1") and "&lt;b&gt;" in html
    assert "다른 파일에서 고칠 곳 1군데" in html
    assert problem_box(env, [], {"a.md": "a/"}, "a/") == ""
