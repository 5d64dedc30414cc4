"""Each language that the app speaks knows what says nothing, what is praise, and a likely name."""

from __future__ import annotations

import pytest

from cxworkshop.exchange.non_answers import is_content, is_non_answer
from cxworkshop.i18n import languages
from cxworkshop.suggest.names import likely_names

KNOWN = {
    "en": ("no comment", "all good", "Ask for Priya next time", "Priya"),
    "de": ("keine Ahnung", "alles gut", "Frau Kessler war nett", "Frau Kessler"),
    "fr": ("aucune idée", "tout va bien", "Je m’appelle Solène", "Solène"),
    "es": ("no lo sé", "todo bien", "Me llamo Itziar", "Itziar"),
    "nl": ("geen idee", "alles goed", "Ik heet Sterre", "Sterre"),
    "pl": ("nie wiem", "wszystko w porządku", "To pani Kowalska pomogła", "pani Kowalska"),
    "ar": ("لا أعرف", "كل شيء ممتاز", "اتصلت بي السيدة نجلاء أمس", "نجلاء"),
}


def test_each_language_is_asked_about():
    assert set(languages()) == set(KNOWN)


@pytest.mark.parametrize("code", KNOWN)
def test_what_says_nothing_what_praises_and_names_are_known(code):
    nothing, praise, words, name = KNOWN[code]
    assert is_non_answer(nothing)
    assert is_content(praise)
    found = likely_names(words)
    assert any(name.split()[-1] in one for one in found), found


@pytest.mark.parametrize("words", ["ساعدني محمد أمس", "Tomasz oddzwonił", "femke belde terug"])
def test_first_names_are_known_without_a_title(words):
    assert likely_names(words)


@pytest.mark.parametrize("words", ["الخبز حسن والنور جميل", "Panie, dzień dobry", "Pan tu czeka"])
def test_other_words_are_no_names(words):
    assert likely_names(words) == ()
