"""The typeface: which letters it holds, that it is honestly named, and that its cache can be trusted."""

from __future__ import annotations

import io
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from sellerhelp.type import subset
from sellerhelp.type.glyphs import ALWAYS, SPOKEN, letters
from sellerhelp.type.subset import FAMILY, WEIGHTS, cached_subset, face_css, make_subset

THIRTY = "가나다라마바사아자차카타파하송장발주확인정산반품취소ABC123"[:30]


@pytest.fixture(scope="module")
def cut() -> bytes:
    return make_subset(THIRTY)


@pytest.fixture(scope="module")
def font(cut) -> TTFont:
    return TTFont(io.BytesIO(cut))


def test_letters_are_sorted_each_once_and_hold_what_scripts_may_write():
    found = letters(["뷁가가", "힣"])
    assert list(found) == sorted(set(found))
    assert set(found) == set("뷁가힣" + ALWAYS + SPOKEN)


@pytest.mark.parametrize(
    "letter",
    [
        "\n",
        "\t",
        "\x00",
        "\u200b",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u2028",
        "\ufe0f",
        "\u0301",
        "\u20e3",
        "😀",
        "🇰",
        "\ue000",
        "\ud800",
    ],
    ids=ascii,
)
def test_what_has_no_width_no_ink_or_is_an_emoji_is_left_out(letter):
    assert letters([f"가{letter}나"]) == letters(["가나"])


def test_every_letter_can_be_printed():
    for letter in letters([chr(code) for code in range(0x3000)]):
        assert letter.isprintable() and unicodedata.category(letter)[0] not in "MC"


def test_the_subset_holds_the_letters_and_no_others(font):
    assert {chr(code) for code in font.getBestCmap()} == set(THIRTY)
    assert font.flavor == "woff2"


def test_the_weights_reach_from_regular_to_bold(font):
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", *WEIGHTS) == ("wght", 400, 700)


@pytest.mark.parametrize("name_id", [1, 3, 4, 6, 16, 25])
def test_the_family_is_renamed_because_the_licence_reserves_the_name(font, name_id):
    names = [str(record) for record in font["name"].names if record.nameID == name_id]
    assert not [name for name in names if "pretendard" in name.lower()]
    assert all(name.replace(" ", "").startswith(FAMILY.replace(" ", "")) for name in names)
    assert names or name_id in (16, 25)


def test_names_of_styles_do_not_carry_the_reserved_name_either(font):
    named = {instance.subfamilyNameID for instance in font["fvar"].instances}
    named |= {instance.postscriptNameID for instance in font["fvar"].instances}
    assert not [str(record) for record in font["name"].names if record.nameID in named and "retendard" in str(record)]


def test_copyright_and_licence_stay(font):
    assert {0, 13} <= {record.nameID for record in font["name"].names}


def test_equal_letters_give_equal_bytes(cut):
    assert make_subset(THIRTY) == cut


def test_the_face_rule_names_family_weights_and_address():
    assert face_css("fonts/a.woff2") == (
        '@font-face{font-family:"SH Sans";src:url("fonts/a.woff2") format("woff2");font-weight:400 700;font-style:normal;font-display:optional}\n'
    )


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Counts the fonts that are made, and makes them cheap."""
    calls: list[str] = []

    def cheap(text: str) -> bytes:
        calls.append(text)
        return b"font of " + text.encode()

    monkeypatch.setattr(subset, "make_subset", cheap)
    return calls


def test_a_font_that_was_made_is_used_again(made, tmp_path):
    folder = tmp_path / "not" / "yet"
    assert cached_subset("가", folder) == cached_subset("가", folder) == "font of 가".encode()
    assert made == ["가"]
    assert len(list(folder.iterdir())) == 1


def test_other_letters_and_another_recipe_make_another_font(made, tmp_path, monkeypatch):
    cached_subset("가", tmp_path)
    cached_subset("나", tmp_path)
    monkeypatch.setattr(subset, "RECIPE", "other")
    cached_subset("가", tmp_path)
    assert (made, len(list(tmp_path.iterdir()))) == (["가", "나", "가"], 3)


@pytest.mark.parametrize(
    "damage", [lambda b: b"", lambda b: b[:-1], lambda b: b + b"x", lambda b: b[:32], lambda b: b[::-1]]
)
def test_a_damaged_file_is_made_again(made, tmp_path, damage):
    whole = cached_subset("가", tmp_path)
    (file,) = tmp_path.iterdir()
    kept = file.read_bytes()
    file.write_bytes(damage(kept))
    assert cached_subset("가", tmp_path) == whole
    assert (made, file.read_bytes()) == (["가", "가"], kept)


def test_a_build_that_was_killed_while_writing_leaves_nothing_that_is_read(made, tmp_path):
    (tmp_path / f"{subset._key('가')}.1.part").write_bytes(b"half")
    assert cached_subset("가", tmp_path) == "font of 가".encode()
