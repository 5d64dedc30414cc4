"""Our bidi levels, compared with a library that puts text into visual order."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import example, given, settings, strategies as st

from cxworkshop.sheets.typesetting.bidi import base_level, levels, visual_order

PIECES = st.sampled_from(
    ["שלום", "הלקוח", "مرحبا", "العميل", "word", "ABC", "12", "3.5", "1,000", "٣٤", "%", "$", "€5",
     "-", "+", "/", ":", ",", ".", "!", "(", ")", "[", "]", "«", "»", " ", "  ", "\u200f", "\u200e",
     "ב\u05bc", "بِ", "a\u0301", "#", "*"]
)  # fmt: skip


def shown(text: str) -> str:
    found = levels(text)
    order = visual_order(range(len(text)), lambda at: found[at])
    return "".join(text[at] for at in order)


def marks_apart(text: str) -> str:
    """The library keeps a mark after its letter when it reverses a word; we reverse both."""
    return "".join(char for char in text if char not in "\u05bc\u0650\u0301\u200e\u200f")


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("הלקוח אמר: (hello) 12.5% ולא")
@example("a (b) ג[ד] (ה")
def test_words_stand_in_the_order_that_unicode_gives_them(text):
    base = "R" if base_level(text) else "L"
    expected = get_display(text, base_dir=base)
    assert marks_apart(shown(text)) == marks_apart(expected)


@pytest.mark.parametrize(
    ("text", "level"), [("", 0), ("12 (", 0), ("hello שלום", 0), ("12 שלום", 1), ("«مرحبا", 1)]
)
def test_the_first_letter_says_which_way_a_paragraph_runs(text, level):
    assert base_level(text) == level
