"""Words are kept as they were said, and compared by what makes them these words."""

from __future__ import annotations

import unicodedata

import pytest

from cxworkshop.textual import clean, fold, piled_up_marks, shortened


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two\r\nlines\rthree\x0bfour\u2028five\x85six  ", "two\nlines\nthree\nfour\nfive\nsix"),
        ("a\x00b\x07c\td", "abc\td"),
        ("\u202egnp.exe\u202c \u2066x\u2069", "gnp.exe x"),
        ("\u200fאף אחד\u200e", "\u200fאף אחד\u200e"),
        ("cafe\u0301 \ud800!", "café !"),
        ("\ufeffHello", "Hello"),
        ("👩\u200d🦽 می\u200cخواهم", "👩\u200d🦽 می\u200cخواهم"),
    ],
)
def test_only_what_nobody_said_is_cleaned_away(typed, kept):
    assert clean(typed) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Rechnung kommt zu spät.", "die rechnung  kommt ZU SPÄT"),
        ("Straße", "STRASSE"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("❤\ufe0f", "❤"),
        ("don’t", "don’t"),
    ],
)
def test_the_same_words_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("की", "का"),
        ("ที่", "ทั่"),
        ("good 👍", "good 👎"),
        ("5 €", "5 $"),
        ("?", "!"),
        ("résumé", "resume"),
    ],
)
def test_other_words_fold_to_something_else(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("as short as this", "as short as this"),
        ("Somebody, somewhere, should say why", "Somebody, somewhere…"),
        ("待ち時間がとても長いので" * 3, "待ち時間がとても長いので待ち時間がとて…"),
        ("x" * 40, "x" * 19 + "…"),
        ("e\u0301" * 20, "e\u0301" * 9 + "…"),
    ],
)
def test_a_long_sentence_is_shortened_between_words_where_it_has_any(words, title):
    assert shortened(words, 20) == title


@pytest.mark.parametrize(
    "sign", ["\uf900", "\U0002f800", "\u212b", "\u2126", "\ufb2c", "\U0001d15e", "\u212a"]
)
def test_signs_that_stand_for_others_for_good_are_kept_as_these(sign):
    for words in (f"字{sign}é", f"e\u0301{sign}\u0323\u0301"):
        assert clean(words) == unicodedata.normalize("NFC", words)


def test_a_letter_has_too_many_marks_only_when_they_pile_up_on_it():
    letter = "e" + "\u0301" * 100
    assert [*piled_up_marks(letter * 3)] == [100] * 3
    assert [*piled_up_marks(f"e\u0301 {letter}\u0301")] == [101]
    assert [*piled_up_marks("👍🏽" * 200 + "…" * 200 + "e\u0301\u0323" * 200)] == []
