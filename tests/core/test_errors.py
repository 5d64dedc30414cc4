"""A refusal quotes what was typed, and stays a sentence when that was a pasted book."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.clock import read_time
from cxworkshop.errors import Refusal
from cxworkshop.sheets.paper import paper_called
from cxworkshop.sheets.stock import offset_of, stock_called
from cxworkshop.timer import read_length
from cxworkshop.typed_days import read_day
from tests.opened import new

BOOK = "word " * 40_000
DOORS = {
    "clock": read_time,
    "timer": read_length,
    "day": lambda text: read_day(text, date(2026, 11, 29)),
    "offset": offset_of,
    "labels": stock_called,
    "paper": paper_called,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_book_is_quoted_by_its_beginning(door):
    with pytest.raises(Refusal) as told:
        DOORS[door](BOOK)
    assert "word word" in told.value.sentence
    assert "…" in told.value.sentence
    assert len(told.value.sentence) < 250


def test_a_book_for_the_number_of_a_card_or_an_idea_is_quoted_by_its_beginning(tmp_path):
    workshop = new(tmp_path / "team.cxw", "Corner Bakery")
    doors = (workshop.pick.subject, workshop.make_better.ideas.find, workshop.looking_again.find)
    for door in doors:
        for book in (BOOK, "9" * 40_000):
            with pytest.raises(Refusal) as told:
                door(book)
            assert len(told.value.sentence) < 250
