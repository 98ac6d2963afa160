"""Words are released where they lie: nothing moves in the file of the press."""

import re

import pytest
from sellerhelp.book.keep_all import hold
from sellerhelp.book.pack import _WORDS, _released_in_place


def written(text):
    return text.encode("utf-16-be").hex().upper().encode()


@pytest.mark.parametrize(
    ("held", "read"),
    [
        ("주문 확인", "주문 확인"),
        ("3-1 취소(반품)", "3-1 취소(반품)"),
        ("두\n  줄", "두 줄"),
        ("Tab 1", "Tab 1"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("key", [b"/Title", b"/T", b"/Alt ", b"/ActualText", b"/Contents"])
def test_a_text_is_released_without_a_change_of_length(held, read, key):
    before = b"<</S/P" + key + b"<FEFF" + written(hold(held)) + b">/K 3>>"
    after = _WORDS.sub(_released_in_place, before)
    assert len(after) == len(before)
    digits = re.search(rb"<FEFF([0-9A-F]*) *>/K 3>>$", after)[1]
    assert bytes.fromhex(digits.decode()).decode("utf-16-be") == read


@pytest.mark.parametrize("other", [b"/K<FEFFD8C0DC00>", b"/Title(abc)", b"<FEFFD8C0DC00>", b"/Title<D8C0DC00>"])
def test_what_is_no_text_stays_as_it_is(other):
    assert _WORDS.sub(_released_in_place, other) == other
