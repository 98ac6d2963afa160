"""The summary of an import, word for word."""

from __future__ import annotations

from sellerhelp.sheets.summary import summary

from tests.test_sheets_importing import DOCS, change, edited, insert, library_of


def test_every_kind_of_change_has_its_line():
    def edit(rows):
        rows = insert("orders-four", question="새로운가요?", answer="네.", tags="가")(rows)
        rows = change("orders-one", question="다른가요?", also="하나")(rows)
        rows = change("orders-four", manual="정책")(rows)
        rows = change("orders-two", was="orders-three\norders-old")(rows)
        rows = [row for row in rows if row["id"] != "orders-three"]
        return [rows[1], rows[0], *rows[2:]]

    library = library_of(DOCS)
    done = edited(library, edit)
    assert summary(done, library.titles).splitlines() == [
        "요약: 새 질문 1, 바뀐 질문 2, 옮긴 질문 1, 지운 질문 1, 받지 않은 곳 0",
        "  새로: faq!B5 orders-saeroungayo (새로 붙인 id예요. 바꾸려면 올리기 전에 바꾸세요.)",
        "  바뀜: faq!B2 orders-two (옛 id)",
        "  바뀜: faq!B3 orders-one (질문, 다른 말)",
        "  옮김: faq!B4 orders-four 주문·배송 → 정책 (자리)",
        "  지움: orders-three",
        "  행의 순서가 파일과 달라요. faq.yml의 순서는 그대로 뒀어요.",
    ]
