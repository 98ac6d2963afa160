"""The typeface of the books: both places of each syllable, its own name, the same bytes every time."""

from __future__ import annotations

from fontTools.ttLib import TTFont
from sellerhelp.book.face import press_font, read_face
from sellerhelp.book.keep_all import PLANE, TIE
from sellerhelp.type.subset import SOURCE

from tests.booklets import CACHE


def test_the_font_of_the_press_shows_held_syllables_with_the_glyphs_of_the_real_ones():
    font = TTFont(press_font(CACHE) / "sh-book.ttf", lazy=True)
    letters = font.getBestCmap()
    for syllable in "가뷁힣":
        assert letters[PLANE + ord(syllable) - 0xAC00] == letters[ord(syllable)]
    assert "fvar" in font


def test_it_does_not_carry_the_reserved_name():
    names = TTFont(press_font(CACHE) / "sh-book.ttf", lazy=True)["name"]
    shown = {record.nameID: str(record) for record in names.names if record.nameID not in (5, 7, 9, 10, 11, 13, 14)}
    assert shown[1] == shown[4] == "SH Book" and shown[6] == "SHBook"
    assert not [name for name in shown.values() if "Pretendard" in name]
    assert "2023" in shown[0]


def test_two_makings_are_the_same_bytes(tmp_path):
    one, other = (press_font(tmp_path / name) / "sh-book.ttf" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_widths_are_in_ems():
    face = read_face()
    assert face.width("") == 0
    assert 0.8 < face.width("가") < 1 and face.width("가나") == 2 * face.width("가")
    assert face.width("i") < face.width("W")
    assert face.width("\U0001f600") == 1


def test_the_held_space_is_as_wide_as_a_space_at_every_weight_and_no_other_glyph_has_changed():
    font, source = TTFont(press_font(CACHE) / "sh-book.ttf", lazy=True), TTFont(SOURCE, lazy=True)
    varied = lambda font, name: [(one.axes, one.coordinates) for one in font["gvar"].variations[name]]  # noqa: E731
    tie = font.getBestCmap()[ord(TIE)]
    assert font["hmtx"][tie] == font["hmtx"]["space"]
    assert varied(font, tie) == varied(font, "space") != varied(source, tie)
    others = [name for name in font.getGlyphOrder() if name != tie][::97]
    assert [name for name in others if varied(font, name) != varied(source, name)] == []
    assert font.reader["glyf"] == source.reader["glyf"]
