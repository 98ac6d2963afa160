"""Letters that CP949 cannot hold come back, unless the writer changed the place where they stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.sheets.lost import as_saved, restored

NOW = "수수료는 1.1–3.3%예요. 왜 그런가요?\n“정산”은 3–4일 뒤예요."


def test_what_is_saved_the_old_way_is_what_python_writes():
    assert as_saved(NOW) == NOW.encode("cp949", "replace").decode("cp949") != NOW


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        (as_saved(NOW), NOW),
        (as_saved(NOW) + "\n더 있어요?", NOW + "\n더 있어요?"),
        (as_saved(NOW).replace("수수료는", "요금은"), NOW.replace("수수료는", "요금은")),
        (NOW, NOW),
        ("전혀 다른 글이에요. 그런가요?", "전혀 다른 글이에요. 그런가요?"),
        (
            NOW.replace("1.1–3.3", "1.1?3.3"),
            NOW.replace("1.1–3.3", "1.1?3.3"),
        ),  # the other dash is there: nothing was lost
        ("", ""),
    ],
)
def test_a_cell_gets_its_letters_back(cell, after):
    assert restored(cell, NOW) == after


def test_lists_get_theirs_back_whole():
    now = ("1–2일", "왜?")
    assert restored(("왜?", "1?2일", "새 말"), now) == ("왜?", "1–2일", "새 말")


@given(st.text(st.sampled_from("가나–“”?1 \n🙂"), max_size=40))
def test_a_cell_that_nobody_edited_is_always_the_same_again(text):
    assert restored(as_saved(text), text) == text


@given(st.text(max_size=60), st.text(max_size=60))
def test_where_nothing_could_be_lost_nothing_changes(cell, now):
    if as_saved(now) == now:
        assert restored(cell, now) == cell
