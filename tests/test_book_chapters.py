"""Chapters that earlier builds have read and set are those that a build from nothing would make, after any change."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from sellerhelp.book import library
from sellerhelp.book.chapters import KnownChapters
from sellerhelp.book.editions import Edition
from sellerhelp.book.emit_book import Press
from sellerhelp.book.library import Pages, write_manuscripts
from sellerhelp.book.paper import A4, B5
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange

from tests.booklets import HEAD, SITE

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}"/></svg>'
PRESS = Press(A4, False, date(2026, 11, 1), SITE, None)
GLOSSARY = (
    '<h2 id="ㅅ">ㅅ</h2><dl class="sh-glossary"><dt id="invoice">송장</dt><dd><p>종이예요.</p></dd>'
    '<dt id="fee">수수료</dt><dd><p>돈이에요.</p></dd></dl>'
)
QUESTION = '<details class="sh-q"><summary>{}</summary><div class="sh-q__answer">{}</div></details>'


GLOSSARIES = [("all", "glossary.md")]  # what a glossary has, the other chapters say: it is always set


class Desk:
    """Two manuals and a glossary whose pages change."""

    def __init__(self):
        self.titles = {
            "orders/index.md": ("주문", "3"),
            "orders/a.md": ("송장", "3-1"),
            "orders/b.md": ("반품", "3-2"),
            "ads/index.md": ("광고", "5"),
            "ads/a.md": ("예산", "5-1"),
        }
        self.html = dict.fromkeys(self.titles, "<p>글이에요.</p>") | {"glossary.md": GLOSSARY}
        self.files = {"orders/a.svg": SVG.format(1).encode(), "x.svg": b""}
        self.press = PRESS

    def written(self, earlier=None):
        sources = {path: HEAD.format(title=title, number=number) for path, (title, number) in self.titles.items()}
        heads = {path: read_head(source, path, f"docs/{path}")[0] for path, source in sources.items()}
        loose = {"glossary.md": read_head("---\ntitle: 용어집\n---\n", "glossary.md", "docs/glossary.md")[0]}
        addresses = {path: path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for path in self.html}
        shown = {f"docs/{path}": source for path, source in sources.items()}
        pages = Pages(dict(self.html), addresses, dict(self.files), shown, loose)
        return write_manuscripts(arrange(heads.values())[0], pages, self.press, earlier)

    def change(self, dice: random.Random) -> None:
        path = dice.choice(sorted(self.titles))
        word = dice.choice(["송장", "반품", "광고비"])
        change = dice.randrange(10)
        if change < 3:
            links = ["orders/a/", "ads/a/", "glossary/#invoice", "x.svg", "orders/a/#h", "orders/b/#h", "ads/a/#h"]
            source = {"orders/index.md": "a.svg", "orders/a.md": "../a.svg", "orders/b.md": "../a.svg"}.get(path)
            picture = f'<p><img src="{source}" alt="그림"></p>' if source and dice.random() < 0.4 else ""
            used = f'<p><a class="sh-term" href="{SITE}glossary/#fee">수수료</a></p>' if dice.random() < 0.3 else ""
            self.html[path] = (
                f'<h2 id="{dice.choice("hi")}">{word} {dice.randrange(9)}</h2>'
                f'<p><a href="{SITE}{dice.choice(links)}">{word}</a>이에요.</p>{picture}{used}'
            )
        elif change == 3:
            self.titles[path] = (f"{word} {dice.randrange(9)}", self.titles[path][1])
        elif change == 4:
            self.files["orders/a.svg"] = SVG.format(dice.randrange(1, 4)).encode()
        elif change == 5:
            self.press = replace(self.press, paper=dice.choice([A4, B5]), day=date(2026, 11, dice.randint(1, 3)))
        elif change == 6:
            prints = frozenset(f"{dice.randrange(16**8):08x}" for _ in range(2))
            self.press = replace(self.press, edition=dice.choice([None, Edition(date(2026, 1, 1), {path: prints})]))
        elif change == 7:
            self.html["glossary.md"] = GLOSSARY.replace("종이", dice.choice(["종이", "번호", "딱지"]))
        else:  # a page that answers what another one answers, or not in the same words
            lines = "<p>네.</p>" + dice.choice(["<p>그래요.</p>", "<p>아니에요.</p>"])
            more = f'<p class="sh-q__more"><a href="{SITE}ads/a/#h">광고</a></p>'
            self.html[dice.choice(["orders/a.md", "orders/b.md"])] = QUESTION.format("되나요?", lines + more)


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The pages that were read."""
    seen: list[str] = []
    real = library.read_chapter
    monkeypatch.setattr(library, "read_chapter", lambda head, *rest: seen.append(head.path) or real(head, *rest))
    return seen


def test_after_any_changes_the_books_are_those_of_a_build_from_nothing(tmp_path):
    dice, desk, told = random.Random(23), Desk(), 0
    for step in range(120):
        desk.change(dice)
        earlier = KnownChapters(tmp_path / "chapters", "1")
        warm, cold = desk.written(earlier), desk.written()
        assert warm == cold, step
        earlier.save()
        told += bool(cold[2])
    assert 5 < told < 115  # books with mistakes and without


def test_one_edit_reads_and_sets_one_page(tmp_path, read, monkeypatch):
    from sellerhelp.book import emit_book

    desk, was_set = Desk(), []
    real = emit_book._chapter
    monkeypatch.setattr(
        emit_book, "_chapter", lambda book, one, *rest: was_set.append((book.name, one.path)) or real(book, one, *rest)
    )

    def written(recipe="1"):
        read.clear()
        was_set.clear()
        earlier = KnownChapters(tmp_path / "chapters", recipe)
        desk.written(earlier)
        earlier.save()

    written()
    assert len(read) == 6 and ("all", "ads/a.md") in was_set
    written()
    assert (read, was_set) == ([], [])
    # A run that sets nothing keeps what the next one needs.
    desk.html["orders/a.md"] = "<p>다른 글이에요.</p>"
    written()
    assert (read, was_set) == (["orders/a.md"], [("orders", "orders/a.md"), ("all", "orders/a.md"), *GLOSSARIES])
    written("2")
    assert len(read) == 6
    path = tmp_path / "chapters"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    written("2")
    assert len(read) == 6


def test_another_title_of_a_section_is_told_below_the_questions_that_lead_to_it(tmp_path):
    desk, texts = Desk(), []
    more = f'<p>네.</p><p class="sh-q__more"><a href="{SITE}ads/a/#h">광고</a></p>'
    desk.html["orders/a.md"] = QUESTION.format("되나요?", more)
    for title in ("입찰", "예산"):
        desk.html["ads/a.md"] = f'<h2 id="h">{title}</h2><p>글이에요.</p>'
        earlier = KnownChapters(tmp_path / "chapters", "1")
        warm, cold = desk.written(earlier), desk.written()
        earlier.save()
        assert warm == cold
        texts.append(warm[0][-1].files["p3-1.typ"])
    assert "입찰" in texts[0] and "예산" in texts[1]
