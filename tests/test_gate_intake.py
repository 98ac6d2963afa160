"""Bad files: told with their place, in bounded time and memory, and never read further."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.contact.reader import read_contact
from sellerhelp.faq.entry import read_entries
from sellerhelp.frontmatter import read_head
from sellerhelp.gate.intake import MOST, take_in
from sellerhelp.problem import Problem
from sellerhelp.yamltext import read_yaml

HEAD = "---\ntitle: 가\n---\n"


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.md").write_text(HEAD + "글\n", "utf-8")
    return folder


def rules(intake) -> list[str]:
    return [problem.rule for problem in intake.problems]


def test_sound_files_are_left_alone(docs):
    intake = take_in(docs)
    assert (intake.problems, intake.texts, intake.refused, intake.is_endless) == ([], {}, set(), False)


def test_fifty_megabytes_are_refused_at_once_and_without_being_held(docs):
    with (docs / "big.md").open("wb") as file:
        file.write(HEAD.encode())
        for _ in range(50):
            file.write("송장을 고쳐요. ".encode() * 50_000)
    tracemalloc.start()
    before = time.process_time()
    intake = take_in(docs)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rules(intake) == ["file-too-big"]
    assert intake.texts == {"big.md": HEAD}
    assert time.process_time() - before < 1 and peak < 10_000_000


def test_a_page_of_just_the_limit_is_read(docs):
    (docs / "index.md").write_text(HEAD + "가" * (MOST - len(HEAD)), "utf-8")
    assert take_in(docs).problems == []
    (docs / "index.md").write_text(HEAD + "가" * (MOST - len(HEAD) + 1), "utf-8")
    assert rules(take_in(docs)) == ["file-too-big"]


def test_the_first_broken_byte_is_named_in_lines_that_end_as_on_windows(docs):
    (docs / "index.md").write_bytes(b"---\r\ntitle: a\r\n---\r\nab\xff")
    problem = take_in(docs).problems[0]
    assert (problem.rule, problem.line, problem.column) == ("file-encoding", 4, 3)


def test_a_page_saved_the_old_korean_way_is_shown_as_it_was_meant(docs):
    (docs / "index.md").write_bytes((HEAD + "송장\n").encode("cp949"))
    intake = take_in(docs)
    assert intake.texts == {"index.md": HEAD + "송장\n"}
    assert "CP949" in intake.problems[0].text


def test_links_that_stay_inside_are_read_and_those_that_leave_are_not(docs, tmp_path):
    (tmp_path / "secret.txt").write_text("비밀")
    (docs / "inside.txt").symlink_to(docs / "index.md")
    (docs / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "up.md").symlink_to("../secret.txt")
    intake = take_in(docs)
    assert rules(intake) == ["file-link-outside", "file-link-outside"]
    assert intake.refused == {"outside.txt", "up.md"}


def test_folders_that_lead_back_to_themselves_are_not_walked(docs):
    for name in ("a", "b"):
        (docs / name).symlink_to(docs)
    intake = take_in(docs)
    assert intake.is_endless and rules(intake) == ["file-link-folder", "file-link-folder"]


def test_hidden_files_are_no_part_of_the_site(docs):
    (docs / ".DS_Store").write_bytes(b"\xff\x00")
    (docs / ".git.md").write_bytes(b"\xff\x00")
    assert take_in(docs).problems == []


@pytest.mark.parametrize(
    "body",
    [">" * 6 + " 가", "> " * 6 + "가", " " * 33 + "- 가", "\t" * 9 + "- 가", "[" * 100, "[가" * 101, "[가](" * 101,
     "<b>" * 1001, "/// 주의\n" * 9],
    ids=lambda body: body[:6],
)  # fmt: skip
def test_what_nests_too_deep_is_kept_from_the_parser(docs, body):
    (docs / "index.md").write_text(HEAD + body + "\n", "utf-8")
    intake = take_in(docs)
    assert rules(intake) == ["file-nesting"]
    assert intake.texts == {"index.md": HEAD}


@pytest.mark.parametrize(
    "body", ["> 가\n>> 나", "    - 가\n" * 50, "```\n" + " " * 90 + "x\n```", "[가](b) " * 500, "/// 주의\n///\n" * 30]
)
def test_what_writers_really_write_is_not(docs, body):
    (docs / "index.md").write_text(HEAD + body + "\n", "utf-8")
    assert take_in(docs).problems == []


# --- the readers, whatever they are given ------------------------------------------------------

YAMLISH = st.text(st.sampled_from("- :\n'\"|>[]{}&*!#%@`,?가a1\t\r\x00\u2028\ufeff"), max_size=60) | st.text(
    max_size=40
)
READERS = {
    "front matter": lambda text: read_head(f"---\n{text}\n---\n", "a.md", "docs/a.md")[1],
    "a page": lambda text: read_head(text, "a.md", "docs/a.md")[1],
    "questions": lambda text: read_entries(text, "a/faq.yml", "docs/a/faq.yml")[1],
    "a question": lambda text: read_entries(
        f"- id: a-b\n  question: {text}\n  answer: 가\n", "a/faq.yml", "docs/a/faq.yml"
    )[1],
    "hours": lambda text: read_contact(text, None).problems,
    "a channel": lambda text: read_contact(f"channels:\n  - id: a\n    week: {text}\n", None).problems,
    "days off": lambda text: read_contact("timezone: Asia/Seoul\n", text).problems,
    "YAML": lambda text: read_yaml(text, "docs/a.yml").problems,
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(YAMLISH)
def test_no_text_stops_a_reader(reader, text):
    assert all(isinstance(problem, Problem) and problem.rule and problem.text for problem in reader(text))


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200))
def test_no_bytes_stop_the_intake(tmp_path_factory, raw):
    folder = tmp_path_factory.mktemp("bytes") / "docs"
    folder.mkdir()
    (folder / "a.md").write_bytes(raw)
    (folder / "a.yml").write_bytes(raw)
    for problem in take_in(folder).problems:
        assert problem.line >= 0 and problem.rule.startswith("file-")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    "text", [BOMB, "[" * 5000, "a: " * 3000, "- " * 5000, "? " * 3000, "{a: " * 3000], ids=lambda text: text[:8]
)
def test_bombs_are_told_in_no_time(text):
    before = time.process_time()
    problems = read_yaml(text, "docs/a.yml").problems
    assert problems and time.process_time() - before < 1


@pytest.mark.parametrize("name", ["faq.md", "values.yml"])
def test_a_file_full_of_marks_of_a_merge_is_told_in_no_time(docs, name):
    (docs / name).write_text("<<<<<<< a\n" * 100_000, "utf-8")
    before = time.process_time()
    found = take_in(docs).problems
    assert {one.rule for one in found} <= {"file-conflict", "file-too-big"} and found
    assert time.process_time() - before < 2


def test_of_two_versions_the_first_is_read_and_every_line_stays_where_it_was(docs):
    text = "하나\n<<<<<<< HEAD\n둘\n=======\n셋\n넷\n>>>>>>> other\n다섯\n"
    (docs / "two.md").write_text(text, "utf-8")
    assert take_in(docs).texts["two.md"] == "하나\n\n둘\n\n\n\n\n다섯\n"
