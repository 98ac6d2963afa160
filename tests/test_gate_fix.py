"""Fixes: made where the source still says what was found, all files or none, line ends untouched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.gate.fix import difference, fixed, write
from sellerhelp.problem import Fix, Problem


def problem(*fix, path: str = "docs/a.md") -> Problem:
    return Problem(path, 1, 1, "틀려요.", rule="link-dead", fix=Fix(*fix) if fix else None)


def mended(source: str, *fixes: tuple) -> str:
    return fixed([problem(*fix) for fix in fixes], {"docs/a.md": source}).get("docs/a.md", source)


@pytest.mark.parametrize(
    ("source", "fixes", "after"),
    [
        ("고객이 와요.\n", [(1, 1, "고객이", "구매자가")], "구매자가 와요.\n"),
        ("가나다", [(1, 2, "", "-")], "가-나다"),
        ("가나\n다라\n", [(2, 1, "다", "마"), (1, 2, "나", "바")], "가바\n마라\n"),
        ("가\n나\n", [(1, 1, "가\n나", "다")], "다\n"),
        ("가나다", [(1, 1, "가나", "A"), (1, 2, "나다", "B")], "A다"),
        ("가나다", [(1, 1, "나", "A")], "가나다"),
        ("가", [(9, 9, "가", "나")], "가"),
        ("가", [(1, 1, "가", "나"), (1, 1, "가", "나")], "나"),
    ],
    ids=[
        "a word", "an insertion", "two lines in any order", "over a line's end", "the first of two that overlap",
        "none where something else stands", "none outside of the text", "the same one once",
    ],
)  # fmt: skip
def test_a_fix_changes_exactly_its_place(source, fixes, after):
    assert mended(source, *fixes) == after


def test_files_that_stay_and_problems_without_a_fix_are_left_out():
    sources = {"docs/a.md": "가", "docs/b.md": "나"}
    problems = [problem(), problem(1, 1, "가", "다"), problem(1, 1, "가", "다", path="docs/gone.md")]
    assert fixed(problems, sources) == {"docs/a.md": "다"}


def test_the_difference_is_a_unified_diff():
    assert difference({"docs/a.md": "하나\n둘\n셋\n"}, {"docs/a.md": "하나\n2\n셋\n"}) == (
        "--- docs/a.md\n+++ docs/a.md\n@@ -1,3 +1,3 @@\n 하나\n-둘\n+2\n 셋\n"
    )


@pytest.mark.parametrize("raw", [b"a\nb\n", b"a\r\nb\r\n", b"\xef\xbb\xbfa\r\nb\r\n", b"a"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path, raw):
    target = tmp_path / "docs" / "a.md"
    target.parent.mkdir()
    target.write_bytes(raw)
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    write({"docs/a.md": text.replace("a", "가")}, tmp_path)
    assert target.read_bytes() == raw.replace(b"a", "가".encode())


def test_when_one_file_cannot_be_written_none_is_changed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("가")
    with pytest.raises(OSError):
        write({"docs/a.md": "나", "docs/gone/b.md": "다"}, tmp_path)
    assert {path.name: path.read_text() for path in (tmp_path / "docs").iterdir()} == {"a.md": "가"}


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    st.text("가나\n a", max_size=20),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 8), st.text("가나\n", max_size=3))),
)
def test_whatever_is_fixed_the_rest_of_the_text_stays_in_order(source, places):
    """Fixes that put in a mark take out only what they name."""
    after = mended(source, *((line, column, old, f"<{old}>") for line, column, old in places))
    assert after.replace("<", "").replace(">", "") == source
