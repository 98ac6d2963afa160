"""Syllables held for the press come back as they were."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.book.keep_all import hold, is_held, release, roomy


@given(st.text())
def test_what_is_held_is_released_again(text):
    assert release(hold(text)) == release(text)
    assert not is_held(release(hold(text)))


def test_every_syllable_leaves_its_plane_and_nothing_else_does():
    syllables = "".join(map(chr, range(0xAC00, 0xD7A4)))
    assert not set(hold(syllables)) & set(syllables)
    assert len(set(hold(syllables))) == 11172
    rest = "ㄱㅏ漢 aZ09 ,.()‘’–…%₩\n\t"
    assert hold(rest) == rest


def test_held_syllables_are_unassigned_and_not_for_private_use():
    # PDF/A-2a refuses private use; an assigned letter would bring its own script and breaking.
    assert {unicodedata.category(letter) for letter in hold("가각힣")} == {"Cn"}


def test_canary_a_held_syllable_is_noticed():
    assert is_held("a" + hold("가")) and not is_held("a가")


def test_a_letter_with_room_behind_it_is_released_and_unassigned_too():
    for letter in "가힣a]1":
        assert roomy(letter) != letter and release(roomy(letter)) == letter
        assert is_held(roomy(letter)) and unicodedata.category(roomy(letter)) == "Cn"
