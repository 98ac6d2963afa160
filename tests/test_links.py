"""Links of finished pages: dead ones are found and told where they were written."""

from sellerhelp.links import link_problems, read_links

ADDRESSES = {"index.md": "", "orders/invoice.md": "orders/invoice/", "orders/late.md": "orders/late/"}
SOURCES = {
    "docs/orders/late.md": "---\ntitle: x\n---\n첫 줄\n보세요 [송장](invoise.md) 그리고 [오류](invoice.md#erors).\n",
    "docs/orders/faq.yml": "- id: a-b\n  related:\n    - invoice.md#gone\n",
}
INVOICE = '<h2 id="errors">x</h2>'


def problems(late: str, **more: str):
    pages = {"index.md": "", "orders/invoice.md": INVOICE, "orders/late.md": late, **more}
    return [str(problem) for problem in link_problems(pages, ADDRESSES, {"assets/a.png"}, SOURCES)]


def test_ids_links_and_pictures_are_collected():
    found = read_links('<p id="a"><a href="x/">x</a><img src="y.png"><a href="https://z/">z</a><a href="tel:1">t</a>')
    assert found.ids == {"a"}
    assert found.links == ["x/", "y.png"]


def test_right_links_give_no_problem():
    assert problems('<a href="../invoice/#errors"></a><a href="../../"></a><img src="../../assets/a.png">') == []


def test_a_dead_page_is_named_where_it_was_written_with_the_nearest_name():
    assert problems('<a href="invoise.md">') == [
        "docs/orders/late.md:5:8: 오류: 링크 ‘invoise.md’가 가리키는 곳이 없어요.\n    ‘invoice.md’를 가리키려고 했나요?"
    ]


def test_a_dead_anchor_is_named_where_it_was_written():
    assert problems('<a href="../invoice/#erors">') == [
        "docs/orders/late.md:5:31: 오류: docs/orders/invoice.md에 ‘#erors’라는 자리가 없어요.\n    ‘#errors’를 쓰려고 했나요?"
    ]


def test_a_dead_anchor_that_came_from_a_data_file_is_named_there():
    assert problems('<a href="../invoice/#gone">') == [
        "docs/orders/faq.yml:3:7: 오류: docs/orders/invoice.md에 ‘#gone’라는 자리가 없어요.\n    그 쪽의 제목 끝에 적힌 {#이름}을 확인하세요."
    ]


def test_a_missing_picture_is_a_dead_link():
    assert len(problems('<img src="gone.png">')) == 1
