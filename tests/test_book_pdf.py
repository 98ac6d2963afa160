"""The books that the site hands out, as a print shop's preflight would look at them."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import islice, pairwise
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from sellerhelp.book import pictures
from sellerhelp.book.keep_all import is_held
from sellerhelp.book.printed import Printed
from sellerhelp.book.shelf import print_books

from tests.booklets import CACHE, MOMENT, booklet, hanging_out, overlaps, pages_of

MANUALS = ["opening", "products", "orders", "settlement", "ads", "policy"]
BOOKS = [*MANUALS, "all"]
A4 = (595.28, 841.89)
_UNIT = re.compile(r"(영업일|원|일|개|건|시간|분|퍼센트|%|MB)(?=[\s을를이가은는에의로만까씩뒤안,.)]|$)")


@pytest.fixture(scope="session")
def books(site) -> dict[str, bytes]:
    return {name: (site / "books" / f"{name}.pdf").read_bytes() for name in BOOKS}


@pytest.fixture(scope="session")
def copied(books) -> dict[str, list[str]]:
    return {name: pages_of(data) for name, data in books.items()}


@pytest.fixture(scope="session")
def opened(books) -> dict[str, pikepdf.Pdf]:
    return {name: pikepdf.open(io.BytesIO(data)) for name, data in books.items()}


def dictionaries(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]


# --- handed out ---------------------------------------------------------------------------------


def offers(html: str) -> list[tuple[str, int, str, str]]:
    """What a page says of the books it links to: address, pages, size, day."""
    pattern = r'href="([^"]*books/[a-z]+\.pdf)".*?(\d+)쪽</span>.*?>([\d.]+ [KM]B)</span>.*?datetime="([\d-]+)"'
    return [(address, int(pages), size, day) for address, pages, size, day in re.findall(pattern, html)]


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (8_640, "8.6 KB"),
        (412_345, "410 KB"),
        (415_001, "420 KB"),
        (996_000, "1 MB"),
        (3_480_669, "3.5 MB"),
        (12_345_678, "12 MB"),
    ],
)
def test_a_size_is_told_in_two_digits(length, words):
    """More digits would change with every edit, and with them all pages that offer the book."""
    assert Printed("a", "책", "books/a.pdf", b"", 1, length).size == words


@pytest.mark.parametrize("name", MANUALS)
def test_each_manual_links_its_book_with_pages_size_and_day(site, books, name):
    (address, pages, size, day), *rest = offers((site / name / "index.html").read_text("utf-8"))
    assert rest == [] and address == f"../books/{name}.pdf"
    assert pages == len(pypdf.PdfReader(io.BytesIO(books[name])).pages)
    number, unit = size.split()
    assert float(number) * {"KB": 1e3, "MB": 1e6}[unit] == pytest.approx(len(books[name]), rel=0.05)
    assert date.fromisoformat(day) == date(2026, 11, 1)


def test_the_front_page_links_all_seven_the_one_with_all_first(site):
    found = [address for address, *_ in offers((site / "index.html").read_text("utf-8"))]
    assert found == [f"books/{name}.pdf" for name in ["all", *MANUALS]]


def test_all_manuals_together_stay_below_eight_megabytes(books):
    assert len(books["all"]) < 8_000_000


# --- standards ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOOKS)
def test_it_declares_both_standards_its_language_and_its_title(opened, name):
    pdf = opened[name]
    said = pdf.Root.Metadata.read_bytes().decode()
    for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert claim in said
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", said, re.S)[1]
    assert unescape(title) == str(pdf.docinfo["/Title"]) and re.search("[가-힣]", title)
    assert str(pdf.Root.Lang).startswith("ko") and bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) and "/OutputIntents" in pdf.Root
    assert not pdf.is_encrypted and "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("name", BOOKS)
def test_all_fonts_are_embedded_subsets_that_say_their_letters(opened, name):
    fonts = [thing for thing in dictionaries(opened[name]) if thing.get("/Type") == "/Font"]
    parents = [font for font in fonts if font.Subtype == "/Type0"]
    assert 1 <= len(parents) <= 5
    for font in parents:
        assert re.fullmatch(r"/[A-Z]{6}\+SH\S* ?Book\S*", str(font.BaseFont)), font.BaseFont
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


@pytest.mark.parametrize("name", BOOKS)
def test_no_syllable_is_left_held_anywhere(opened, name):
    assert held_places(opened[name]) == []


def held_places(pdf: pikepdf.Pdf) -> list[str]:
    """Where a PDF still holds syllables: in strings, in ToUnicode maps, in the metadata, in ActualText of pages."""
    found = []
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            kind = str(thing.get("/Type", ""))
            content = thing.read_bytes() if "/Width" not in thing and "/Length1" not in thing else b""
            if (
                re.search(rb"<[0-9A-F]*D(?:8C[0-9A]|9[0-3][0-9A-F])D[C-F][0-9A-F]{2}[0-9A-F]*>", content)
                or b"ActualText(" in content
            ):
                found.append(f"stream {kind}")
            elif kind == "/Metadata" and is_held(content.decode()):
                found.append("metadata")
        elif isinstance(thing, pikepdf.Dictionary):
            found += [
                str(value) for value in thing.values() if isinstance(value, pikepdf.String) and is_held(str(value))
            ]
    return found


@pytest.mark.parametrize("name", BOOKS)
def test_pictures_have_words_and_tables_have_heads(opened, name):
    tags = [thing for thing in dictionaries(opened[name]) if "/S" in thing and "/P" in thing]
    kinds = Counter(str(tag.S) for tag in tags)
    assert all(str(tag.get("/Alt", "")).strip() for tag in tags if tag.S == "/Figure")
    assert kinds["/TH"] > 3 and kinds["/H1"] >= 3 and kinds["/TOCI"] > 10 and kinds["/LI"] > 3


@pytest.mark.parametrize("name", BOOKS)
def test_heading_levels_are_never_skipped(opened, name):
    levels = _levels(opened[name].Root.StructTreeRoot)
    assert levels[0] == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def _levels(node) -> list[int]:
    found = []
    if isinstance(node, pikepdf.Dictionary):
        tag = re.fullmatch(r"/H(\d)", str(node.get("/S", "")))
        found += [int(tag[1])] if tag else []
        children = node.get("/K")
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            found += _levels(child)
    return found


def test_pages_have_the_size_of_the_paper_and_name_their_trim(opened):
    for page in opened["orders"].pages:
        left, bottom, right, top = map(float, page.trimbox)
        assert (right - left, top - bottom) == pytest.approx(A4, abs=0.01)


# --- reading ------------------------------------------------------------------------------------


def without_screen(html: str) -> str:
    """Takes out the elements that only a screen shows, with all they hold."""
    while start := re.search(r"<([a-z-]+)[^>]*\bdata-sh-screen\b[^>]*>", html):
        depth, end = 1, start.end()
        while depth:
            tag = re.compile(rf"<(/?){start[1]}\b[^>]*>").search(html, end)
            depth, end = depth + (-1 if tag[1] else 1), tag.end()
        html = html[: start.start()] + html[end:]
    return re.sub(r"<(template|script)\b.*?</\1>", "", html, flags=re.S)


def answered_once(html: str, seen: set[str]) -> str:
    """Leaves of an answer that another page gave in the same words its first line, as the books do. seen: what pages gave."""

    def one(found: re.Match[str]) -> str:
        asked = re.sub(r'<p class="sh-q__more">.*?</p>', "", found[0], flags=re.S)
        told = " ".join(re.sub(r"<[^>]+>", " ", asked).split())
        if told not in seen:
            seen.add(told)
            return found[0]
        return asked[: asked.index("</p>") + 4] + "</div></details>" if asked.count("<p>") > 1 else found[0]

    return re.sub(r'<details class="sh-q">.*?</details>', one, html, flags=re.S)


def words_of_the_site(site: Path, name: str) -> Counter:
    """The Korean words that the pages of a manual show between their head and their end, without any stage of ours."""
    words: Counter = Counter()
    seen: set[str] = set()
    for page in sorted((site / name).rglob("index.html")):
        html = page.read_text("utf-8")
        html = html[html.index("</header>", html.index('class="sh-head"')) : html.index("</article>")]
        html = answered_once(html, seen)
        # The calculators print their worked examples, not their fields: test_the_calculators_print_worked_examples.
        html = re.sub(r"<(sh-settlement|sh-fees|template|script)\b.*?</\1>", " ", html, flags=re.S)
        html = without_screen(html)
        html = re.sub(
            r'<(section|nav|div) class="sh-(section|related|turn|know|chips|catalogue)\b.*?</\1>', " ", html, flags=re.S
        )
        html = re.sub(
            r'<(span|a|caption) [^>]*?class="(vh|headerlink|sh-(?:value|term)__note)".*?</\1>|<a [^>]*data-sh-copy.*?</a>|<svg.*?</svg>',
            "",
            html,
            flags=re.S,
        )
        # Below a question the book names sections: test_below_a_question_stands_which_section_goes_on.
        html = re.sub(r'<p class="sh-q__more">.*?</p>', " ", html, flags=re.S)
        html = html.replace("</a><a ", "</a> <a ")
        html = re.sub(r'<span class="sh-path__next"[^>]*> ›</span>', " › ", html)
        html = re.sub(r"</?(p|li|td|th|tr|h\d|div|dt|dd|caption|summary|details|ol|ul|a class=\"\")\b[^>]*>", " ", html)
        text = unescape(re.sub(r"<[^>]+>", "", html))
        words.update(word for word in text.split() if re.search("[가-힣]", word))
    return words


@pytest.mark.parametrize("name", MANUALS)
def test_the_words_of_the_pages_copy_out_of_the_book(site, copied, name):
    said = re.sub(r"\(\d+쪽\)|\(\d권(?: \d-[\dQ]+)?\)", "", " ".join(copied[name]))
    want, have = words_of_the_site(site, name), Counter(said.split())
    lost = {word: count - have[word] for word, count in want.items() if have[word] < count}
    assert sum(want.values()) > 1500
    assert sum(lost.values()) <= sum(want.values()) * 0.001, lost


def syllables_apart(pdf: pikepdf.Pdf) -> list[str]:
    """Syllables that a page draws with a text of their own: viewers copy each as a line of its own."""
    contents = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    texts = (
        bytes.fromhex(found.decode()).decode("utf-16-be")
        for found in re.findall(rb"/ActualText ?<FEFF(\w+)>", contents)
    )
    return [text for text in texts if re.fullmatch("[가-힣]", text)]


@pytest.mark.parametrize("name", BOOKS)
def test_no_syllable_is_copied_as_a_line_of_its_own(opened, name):
    assert syllables_apart(opened[name]) == []


def test_canary_a_drawing_with_words_as_they_are_is_seen(monkeypatch):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="1" y="15" font-family="sans-serif" font-weight="700">관리</text></svg>'
    html = '<p><img src="a.svg" alt="그림"></p><p><b>관리</b></p>'

    def apart() -> list[str]:
        data, problems = booklet(html, "![그림](a.svg)", {"orders/page/a.svg": svg.encode()}).printed()
        assert problems == []
        return syllables_apart(pikepdf.open(io.BytesIO(data)))

    assert apart() == []
    monkeypatch.setattr(pictures, "_WORDS", re.compile(rb"(?!)"))
    assert set(apart()) == {"관", "리"}


@pytest.mark.parametrize("name", BOOKS)
def test_no_line_ends_inside_a_word_and_none_begins_with_a_closing_mark(site, copied, name):
    known = set()
    for manual in MANUALS:
        known |= set(words_of_the_site(site, manual))
    torn, stranded = [], []
    for page in copied[name]:
        for before, after in pairwise(line.strip() for line in page.splitlines()):
            if before and after:
                last, first = before.split()[-1], after.split()[0]
                if last + first in known and last not in known:
                    torn.append(last + "|" + first)
                if re.match(r"[)\]’”」』】,.!?…%]", first):
                    stranded.append(after)
    assert (torn, stranded) == ([], [])


@pytest.mark.parametrize("name", BOOKS)
def test_no_number_is_parted_from_its_unit(books, copied, name):
    # The contents and the index end their lines with page numbers.
    labels = pypdf.PdfReader(io.BytesIO(books[name])).page_labels
    index = next(number for number, page in enumerate(copied[name]) if page.lstrip().startswith("찾아보기"))
    parted = [
        (before, after)
        for page in copied[name][labels.index("1") : index]
        for before, after in pairwise(line.strip() for line in page.splitlines())
        if re.search(r"(?<![\d-])\d[\d,.]*$", before) and _UNIT.match(after)
    ]
    assert parted == []


@pytest.mark.parametrize("name", BOOKS)
def test_nothing_hangs_out_of_the_page(books, name):
    assert hanging_out(books[name]) == []


@pytest.mark.parametrize("name", BOOKS)
def test_no_text_stands_on_another(books, name):
    """Covers, text, glossary and index; tests/test_book_cover.py holds what the check must see."""
    pages = pypdfium2.PdfDocument(books[name])
    assert [(number + 1, found) for number, page in enumerate(pages) if (found := overlaps(page))] == []


def runts(pages: list[str]) -> list[tuple[int, str, str]]:
    """Returns where a long line is followed by one of one word of four syllables at most: page, line, word."""
    alone = re.compile(r"(?:^|\n)(?P<before>[^\n]{18,}[^\n.?!])\n(?P<last>[가-힣]{1,4}[.?])(?=\n|$)")
    texts = ["\n".join(line.strip() for line in page.splitlines()) for page in pages]
    return [
        (number, one["before"], one["last"]) for number, text in enumerate(texts, 1) for one in alone.finditer(text)
    ]


@pytest.mark.parametrize("name", BOOKS)
def test_no_paragraph_ends_in_a_line_of_one_short_word(copied, name):
    # Behind the words of the index stand their pages.
    index = next(number for number, page in enumerate(copied[name]) if page.lstrip().startswith("찾아보기"))
    assert runts(copied[name][:index]) == []


def test_canary_a_line_of_one_short_word_is_seen():
    page = "고객확인제도의 이행 상태를 보는 확인에서\r\n등록해요.\r\n짧은 줄\r\n보세요."
    assert [(number, word) for number, _, word in runts(["", page])] == [(2, "등록해요.")]


def test_what_stands_beside_the_chapters_says_its_title_once(copied):
    for pages in copied.values():
        for title in ("용어집", "찾아보기"):
            (first,) = [page for page in pages if re.match(rf"\s*{title}\r?\n", page)][:1]
            assert first.split().count(title) == 1


def test_no_page_is_blank_but_one_before_a_right_hand_page(books):
    document = pypdfium2.PdfDocument(books["all"])
    blank = {number for number in range(len(document)) if _ink(document[number]) < 1e-5}
    parts = {
        entry.get_dest().get_index() for entry in document.get_toc() if re.match(r"\d+ \D", entry.get_title().strip())
    }
    assert len(parts) == 7 and all(number % 2 == 0 for number in parts), "parts begin on right pages"
    # Before a part, before the contents, and before the first page of the text.
    contents, text = (entry.get_dest().get_index() for entry in islice(document.get_toc(), 2))
    assert all(number % 2 == 1 for number in blank) and blank <= {number - 1 for number in (*parts, contents, text)}


def _ink(page) -> float:
    picture = page.render(scale=0.25, grayscale=True).to_pil()
    dark = sum(picture.histogram()[:200])
    return dark / (picture.width * picture.height)


# --- finding one's way --------------------------------------------------------------------------


def test_the_outline_follows_the_chapters_and_leads_to_their_pages(books, site):
    reader = pypdf.PdfReader(io.BytesIO(books["orders"]))
    top = [item for item in reader.outline if not isinstance(item, list)]
    titles = [" ".join(item.title.split()) for item in top]
    assert titles[:2] == ["차례", "3 주문·배송"] and titles[-1] == "찾아보기"
    assert any(title.startswith("3-4 발송처리와 송장 입력") for title in titles)
    places = [reader.get_destination_page_number(item) for item in top]
    assert places == sorted(places) and len(set(places)) == len(places)
    for item, place in zip(top[1:], places[1:], strict=True):
        assert item.title.split()[0] in reader.pages[place].extract_text()


def test_front_matter_counts_in_roman_and_the_text_begins_at_one_on_the_right(books):
    labels = pypdf.PdfReader(io.BytesIO(books["orders"])).page_labels
    first = labels.index("1")
    assert labels[1:4] == ["ii", "iii", "iv"] and first % 2 == 0
    assert labels[first:] == [str(number + 1) for number in range(len(labels) - first)]


def test_the_contents_name_the_pages_on_which_the_chapters_begin(books, copied):
    labels = pypdf.PdfReader(io.BytesIO(books["orders"])).page_labels
    contents = " ".join(page for page in copied["orders"][2:5])
    number = re.search(r"3-4\s+발송처리와 송장 입력\s+(\d+)", contents)[1]
    assert "3-4\n발송처리와 송장 입력" in copied["orders"][labels.index(number)]


def ends_in_contents(pages, labels):
    """Returns the last line of each page of contents that is followed by another one."""
    rows = [
        re.findall(r"^(.*\S)\s+\d+$", page, re.M)
        for page, label in zip(pages, labels, strict=True)
        if not label.isdigit()
    ]
    full = [page for page in rows if len(page) > 8]
    return [page[-1] for page in full[:-1]]


def test_no_chapter_stands_alone_at_the_end_of_a_page_of_contents(books, copied):
    ends = [
        line
        for name in books.keys() - {"all"}
        for line in ends_in_contents(copied[name], pypdf.PdfReader(io.BytesIO(books[name])).page_labels)
    ]
    assert len(ends) > 6, "manuals have several pages of contents"
    assert [line for line in ends if re.match(r"\d(-\w+)?\s", line)] == []


def test_canary_a_chapter_that_stands_alone_is_seen():
    pages = [
        "\n".join(f"{row} {row}" for row in range(9)) + "\n7-5 찾기 106",
        "\n".join(f"가 {row}" for row in range(9)),
    ]
    assert ends_in_contents(pages, ["iii", "iv"]) == ["7-5 찾기"]


def test_links_inside_name_their_page_and_that_page_says_so(books, copied):
    labels = pypdf.PdfReader(io.BytesIO(books["orders"])).page_labels
    text = " ".join(copied["orders"])
    told = re.search(r"3-4 발송처리와 송장 입력\((\d+)쪽\)", " ".join(text.split()))
    assert "발송처리" in copied["orders"][labels.index(told[1])] or "송장" in copied["orders"][labels.index(told[1])]


def test_every_inner_link_of_the_file_leads_to_a_page(opened, books):
    pdf = opened["all"]
    pages = {page.obj.objgen for page in pdf.pages}
    named = set(pypdf.PdfReader(io.BytesIO(books["all"])).named_destinations)
    links = [thing for thing in dictionaries(pdf) if thing.get("/Subtype") == "/Link"]
    inner = [link.Dest for link in links if "/Dest" in link]
    assert len(inner) > 300
    for place in inner:
        assert place[0].objgen in pages if isinstance(place, pikepdf.Array) else str(place) in named
    assert all(str(link.get("/Contents", "")).strip() for link in links)


def test_the_index_is_in_the_order_of_the_alphabet(copied):
    from sellerhelp.catalogue import LETTERS

    start = next(number for number, page in enumerate(copied["orders"]) if page.lstrip().startswith("찾아보기"))
    letters = [
        line.strip() for page in copied["orders"][start:] for line in page.splitlines() if line.strip() in LETTERS
    ]
    order = [LETTERS.index(letter) for letter in letters]
    assert len(order) >= 8 and order == sorted(order)


def test_the_contact_section_ends_each_book_with_the_days_off_of_a_year(copied):
    for name in MANUALS:
        text = " ".join(" ".join(copied[name]).split())
        assert re.search(r"\d+년 \d+월 \d+일부터 한 해 동안 쉬는 날", text) and "2026년 12월 25일 금요일 성탄절" in text
        assert "2027년 10월" in text and "1588-3819" in text


@pytest.mark.parametrize("name", BOOKS)
def test_values_stand_as_words_everywhere(copied, name):
    assert [page for page in copied[name] if "{{" in page] == []


@pytest.mark.parametrize("name", BOOKS)
def test_the_glossary_explains_the_words_of_the_book_and_no_address_of_it_is_printed(copied, name):
    text = "\n".join(copied[name])
    start = next(number for number, page in enumerate(copied[name]) if re.match(r"용어집\r?\n", page.lstrip()))
    assert "glossary/#" not in text and "찾아보기" not in copied[name][start]
    words = "\n".join(copied[name][start:])
    assert "구매확정" in words or name not in ("orders", "settlement", "all")
    # A book explains the words that it uses: nobody packs parcels while opening a store.
    assert "합포장" not in words or name not in ("opening", "ads")


def test_a_question_of_a_number_leads_to_the_page_that_says_it(books, copied):
    labels = pypdf.PdfReader(io.BytesIO(books["orders"])).page_labels
    text = " ".join(" ".join(copied["orders"]).split())
    told = re.search(r"고객센터 전화번호는 몇 번인가요\?.*?이어서 볼 쪽: 7 고객센터 ?\((\d+)쪽\)", text)
    assert "1588-3819" in copied["orders"][labels.index(told[1])]


UNKNOWN = re.compile(r"(?<![\d:])00(?=쪽|,|\s|$)")  # what stands for a page that the press never found


@pytest.mark.parametrize("name", BOOKS)
def test_every_place_that_a_book_leads_to_is_in_it(copied, name):
    assert [(number, page) for number, page in enumerate(copied[name], 1) if UNKNOWN.search(page)] == []


def test_canary_a_place_that_is_not_printed_is_seen():
    whole = booklet('<h2 id="a">가</h2><p><a href="#a">여기</a></p>')
    manuscript = whole.manuscripts()[0][0]
    files = {name: text.replace('#to-page("p3-1-a")', '#to-page("p3-1-b")') for name, text in manuscript.files.items()}
    lost = print_books([replace(manuscript, files=files)], CACHE, MOMENT, False)[0][0].data
    assert not any(map(UNKNOWN.search, pages_of(whole.printed()[0]))) and any(map(UNKNOWN.search, pages_of(lost)))


@pytest.mark.parametrize("name", MANUALS)
def test_all_references_to_other_volumes_name_the_volume(copied, name):
    pages = " ".join(" ".join(copied[name]).split())
    assert re.search(r"\(\d권 \d-\d+\)", pages) and "이 책의 쪽이고" in pages
    assert re.findall(r"[가-힣’] ?\(\d-[\dQ]+\)", pages) == []


@pytest.mark.parametrize("name", BOOKS)
def test_the_last_part_has_a_tab_and_is_named_on_both_pages(copied, name):
    is_part = [re.match(r"7\n7(-[\dQ])?[\n ]|7\n7 고객센터\n", page.lstrip()) is not None for page in copied[name]]
    start = is_part.index(True)  # with the number of the tab, before all else
    assert re.match(r"7\n7\n고객센터\n", copied[name][start].lstrip()) and is_part[start : start + 25] == [True] * 25
    left = [page.split("\n")[1] for at, page in enumerate(copied[name]) if is_part[at] and at % 2 == 1]
    assert {head for head in left if "고객센터" in head} == {"7 고객센터"}


def test_the_book_of_all_begins_with_the_first_steps_and_the_symptoms(opened):
    titles = [" ".join(str(item.title).split()) for item in opened["all"].open_outline().root]
    assert titles[1:3] == ["처음 판매한다면", "증상에서 찾기"]


def test_it_says_that_it_is_unofficial_and_of_which_day(copied):
    for name in BOOKS:
        front = " ".join(" ".join(copied[name][:2]).split())
        assert (
            "비공식 안내서" in front
            and "2026년 11월 1일 판" in front
            and "네이버가 만들거나 확인한 글이 아니에요" in front
        )


@pytest.mark.parametrize("name", BOOKS)
def test_values_are_written_out_and_the_glossary_ends_the_book(copied, name):
    text = "\n".join(copied[name])
    assert "{{" not in text and "}}" not in text
    assert text.rindex("용어집") > len(text) * 0.6


def test_the_calculators_print_worked_examples(copied):
    text = " ".join("\n".join(copied["settlement"]).split())
    for caption in ("예로 보는 예상 정산일(관공서 공휴일 기준)", "짜리 하나를 스마트스토어에서 팔 때의 예상"):
        assert caption in text
    # What only the calculator on the screen does.
    assert "결과 아래에 적었어요" not in text and "높은 값까지 나와요" not in text
    assert "아래 표는 그 예" in text and "짜리 하나로 어림한 예예요" in text
