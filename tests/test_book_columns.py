"""How wide the columns of tables are: the fewest lines, labels first, and no room for what is not printed."""

from __future__ import annotations

import pytest
from sellerhelp.book.columns import lay_out, sisters
from sellerhelp.book.document import Cell, Heading, Paragraph, Reference, Table, Text, plain
from sellerhelp.book.face import read_face

FACE = read_face()


def table_of(*rows: tuple, head: tuple[str, ...] = ()) -> Table:
    """Cells from texts and inlines."""
    cell = lambda one: Cell((Paragraph((Text(one) if isinstance(one, str) else one,)),))  # noqa: E731
    return Table((), (tuple(map(cell, head)),) if head else (), tuple(tuple(map(cell, row)) for row in rows))


def test_width_goes_where_it_saves_lines():
    rows = [
        ("12월 24일(목) 구매확정", "12월 28일(월)", "–", "12월 25일 성탄절, 12월 26–27일 주말"),
        (
            "2월 5일(금) 구매확정",
            "2월 10일(수)",
            "–",
            "2월 6일 설 연휴, 2월 7일 설날, 2월 8일 설 연휴, 2월 9일 설날 대체공휴일",
        ),
        ("11월 27일(금) 발송처리", "12월 7일(월)", "12월 5일(토) 구매확정", "주말"),
    ]
    table = Table((), (), tuple(tuple(Cell((Paragraph((Text(word),)),)) for word in row) for row in rows))
    widths = lay_out(table, FACE, 330, 9).widths
    assert sum(widths) == pytest.approx(300)
    naturals = [[FACE.width(plain(cell)) * 9 * 1.06 for cell in row] for row in table.body]

    def lines(shares):
        return sum(max(-(-need // share) for need, share in zip(row, shares, strict=True)) for row in naturals)

    # Shared by what each column could use, as CSS does, it takes eight as well.
    assert lines(widths) == 7 < lines([75] * 4)


def test_a_column_of_page_numbers_takes_what_they_take():
    """A reference into another book has no page number behind it."""
    asked = "한 주문에 쿠폰을 여러 장 쓸 수 있나요? 그리고 또 무엇을 쓸 수 있나요?"
    told = "네, 종류가 다른 쿠폰은 한 주문에 함께 쓸 수 있어요. 나머지는 그때그때 달라요."
    here, there = Reference((Text("5-9"),), "place", "5-9"), Reference((Text("4-1"),), "", "4-1")
    widths = lay_out(table_of((asked, told, here), (asked, told, there)), FACE, 330, 9).widths
    assert FACE.width("5-9(00쪽)") * 9 <= widths[2] < FACE.width("5-9(00쪽), 4-1") * 9
    assert lay_out(table_of((asked, told, there)), FACE, 330, 9).widths[2] < widths[2]


def test_of_two_tables_of_one_height_that_is_better_whose_labels_stand_on_one_line():
    for length in range(1, 9):
        rows = [("전화와 톡톡상담", "평일 9시에서 18시까지 받아요. " * length)] * 3
        widths = lay_out(table_of(*rows), FACE, 330, 9).widths
        assert widths[0] >= FACE.width("전화와 톡톡상담") * 9 * 1.06, length


def test_sisters_have_equal_columns_and_strangers_do_not():
    one = table_of(("짧아요", "글"), head=("할 일", "볼 쪽"))
    other = table_of(("이것은 훨씬 더 길게 적은 글이에요", "글이 더 있어요"), head=("할 일", "볼 쪽"))
    third = table_of(("짧아요", "글"), head=("할 일", "다른 것"))
    blocks = (one, Heading(2, (Text("구역"),)), other, third, *[Paragraph((Text("글"),))] * 3, one)
    together = sisters(blocks[:4])
    assert together.keys() == {id(one), id(other)}
    first, second = (lay_out(together[id(table)], FACE, 330, 9).widths for table in (one, other))
    assert first == second != lay_out(one, FACE, 330, 9).widths
    assert sisters((one, *[Paragraph((Text("글"),))] * 3, other)) == {}
    assert plain(together[id(one)].body) == plain((*one.body, *other.body))
