"""The letters behind a noun, apart from any sentence: every pair, every kind of last letter."""

from __future__ import annotations

import pytest
from sellerhelp.words.tail import copula_tail, fitting_differs, particle_tail, plain_tail

NOUNS = {
    "구매자": "open",
    "송장": "closed",
    "스토어몰": "rieul",
    "SKU": "open",
    "URL": "rieul",
    "PDF": "open",
    "3": "closed",
    "7": "rieul",
    "2": "open",
}
FORMS = {
    "open": ["가", "를", "는", "와", "로", "로서", "나", "랑", "라도", "라고", "라면", "든지", "야말로"],
    "closed": [
        "이",
        "을",
        "은",
        "과",
        "으로",
        "으로서",
        "이나",
        "이랑",
        "이라도",
        "이라고",
        "이라면",
        "이든지",
        "이야말로",
    ],
    "rieul": ["이", "을", "은", "과", "로", "로서", "이나", "이랑", "이라도", "이라고", "이라면", "이든지", "이야말로"],
}
COPULAS = {
    "open": ["예요", "였어요", "여서", "라면", "면", "지만"],
    "closed": ["이에요", "이었어요", "이어서", "이라면", "이면", "이지만"],
}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("kind", FORMS)
def test_every_particle_takes_the_form_of_its_noun_whatever_form_it_had(noun, kind):
    assert [particle_tail(tail, noun, is_subject=True) for tail in FORMS[kind]] == FORMS[NOUNS[noun]]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("kind", COPULAS)
def test_every_copula_takes_the_form_of_its_noun(noun, kind):
    expected = COPULAS["open" if NOUNS[noun] == "open" else "closed"]
    assert [copula_tail(tail, noun, is_merged=kind == "open") for tail in COPULAS[kind]] == expected


@pytest.mark.parametrize("tail", ["에게", "의", "도", "만", "까지", "마다", "처럼", "에서", "", "끼리", "이고", "이니"])
def test_particles_with_one_form_stay(tail):
    assert [particle_tail(tail, noun) for noun in NOUNS] == [tail] * len(NOUNS)


HONORIFICS = [
    ("께", "에게"),
    ("께는", "에게는"),
    ("께서", "가"),
    ("께서는", "는"),
    ("께서도", "도"),
    ("께서만", "만"),
    ("에게", "에게"),
]


@pytest.mark.parametrize(("tail", "plain"), HONORIFICS)
def test_honorific_particles_become_plain(tail, plain):
    assert plain_tail(tail, "구매자") == plain


def test_two_nouns_differ_when_any_particle_would():
    assert fitting_differs("고객", "구매자") and fitting_differs("길", "문") and not fitting_differs("갯수", "개수")
