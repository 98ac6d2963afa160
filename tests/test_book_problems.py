"""Every gate of the books has a canary: a planted mistake, told word for word with its file and line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from sellerhelp.book.shelf import _KEPT, _tidy, print_books

from tests.booklets import booklet, problems_of
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "book_problems.yml").read_text("utf-8"))
FILES = {"orders/here.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "orders/broken.png": b"no"}


def told(case) -> list[str]:
    # {1990} stands for as many letters.
    html = re.sub(r"\{(\d+)\}", lambda count: "a" * int(count[1]), case["html"])
    return problems_of(html, case["markdown"] + "\n", FILES)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_mistake_is_told_in_these_words(case):
    assert told(case) == [case["said"]]


def test_every_rule_of_the_code_has_its_canary():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "hooks" / "sellerhelp" / "book").glob("*.py"))
    rules = set(re.findall(r'"(book-[a-z-]+)"', sources))
    shown = {case["said"].rsplit("[", 1)[1].rstrip("]") for case in CASES}
    # book-press is what remains when the press itself refuses; book-edition belongs to a file (test_book_editions).
    assert rules - shown == {"book-press", "book-edition"}


def test_what_the_press_itself_refuses_is_told_with_its_page(tmp_path):
    (manuscript, *_), _ = booklet("<p>글</p>").manuscripts()
    chapter = "p3-1.typ"
    spoilt = replace(manuscript, files={**manuscript.files, chapter: manuscript.files[chapter] + "#nothing-such"})
    books, (problem,) = print_books([spoilt], tmp_path, 1793527200)
    assert books == [] and problem.rule == "book-press"
    assert (problem.path, problem.mend) == ("docs/orders/page.md", "이 쪽에서 마지막으로 고친 곳을 되돌려 보세요.")
    assert problem.text.startswith("‘주문’ 책을 조판하지 못했어요: unknown variable: nothing-such")


def test_several_books_are_told_and_printed_as_one_alone_is(tmp_path):
    (sound, *_), _ = booklet("<p>글</p>").manuscripts()
    spoilt, warned = (
        replace(
            sound,
            book=replace(sound.book, name=name),
            files={**sound.files, "p3-1.typ": sound.files["p3-1.typ"] + more},
        )
        for name, more in (("spoilt", "#nothing-such"), ("warned", '#text(font: "Nope")[]'))
    )
    alone = [print_books([one], tmp_path / str(at), 1793527200) for at, one in enumerate((spoilt, sound, warned))]
    together = tmp_path / "all"
    books, problems = print_books([spoilt, sound, warned], together, 1793527200)
    assert books == [book for some, _ in alone for book in some] and len(books) == 2
    assert problems == [problem for _, some in alone for problem in some] and len(problems) == 2
    assert print_books([sound, warned], together, 1793527200) == (books, [])
    assert not list(together.glob("press-*"))


def test_a_sound_page_has_no_problem():
    assert problems_of("<h2 id='a'>제목</h2><p><a href='#a'>여기</a>와 <a href='../'>처음</a></p>") == []


def test_a_book_that_another_build_clears_away_meanwhile_stops_nothing(tmp_path):
    for number in range(_KEPT + 2):
        (tmp_path / f"{number}.pdf").touch()
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing")  # listed, and not there when somebody looks
    _tidy(tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == _KEPT and not (tmp_path / "gone.pdf").is_symlink()
