"""The typeface of the books: both places of each syllable, its own name, the same bytes every time."""

from __future__ import annotations

from fontTools.ttLib import TTFont
from sellerhelp.book.face import press_font, read_face
from sellerhelp.book.keep_all import PLANE, ROOM, TIE, roomy
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
    tie, space = font.getBestCmap()[ord(TIE)], font.getBestCmap()[ord(" ")]
    assert font["hmtx"][tie] == font["hmtx"][space]
    assert varied(font, tie) == varied(font, space) != varied(source, "uni2007")
    # The names of the glyphs are gone from the font, their order is the source's.
    pairs = [pair for pair in zip(font.getGlyphOrder(), source.getGlyphOrder(), strict=False) if pair[0] != tie][::97]
    assert [one for one, other in pairs if varied(font, one) != varied(source, other)] == []
    assert font.reader["glyf"].startswith(source.reader["glyf"])


def varied(font, name):
    return [(one.axes, one.coordinates) for one in font["gvar"].variations[name]]


def test_a_letter_with_room_behind_it_is_drawn_as_the_letter_and_is_wider():
    font = TTFont(press_font(CACHE) / "sh-book.ttf", lazy=True)
    letters, glyphs = font.getBestCmap(), font["glyf"]
    for letter in "가힣aZ1])":
        plain, wide = letters[ord(letter)], letters[ord(roomy(letter))]
        assert glyphs[wide].getCoordinates(glyphs)[0] == glyphs[plain].getCoordinates(glyphs)[0]
        (part,) = glyphs[wide].components
        assert (part.glyphName, part.x, part.y) == (plain, 0, 0)
        assert font["hmtx"][wide][0] - font["hmtx"][plain][0] == ROOM * 2048 // 1000
    assert roomy("\u3000") == "\u3000"
