"""A number that is wrong in one place is found there, on screen, on paper and in a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cxworkshop.commands import files
from cxworkshop.content.gather.books import BooksGatherer
from cxworkshop.content.gather.round_start import RoundStartGatherer
from cxworkshop.exports import appointments
from cxworkshop.services.overview import Overview
from tests.gui.months.figures import every_figure
from tests.gui.months.hands import ByMouse
from tests.gui.months.test_twelve_rounds import walk
from tests.gui.months.year import february, january
from ui.stops.share.answers_strip import AnswersStrip
from ui.stops.share.poster import PosterCard
from ui.stops.share.year import YearPanel
from ui.widgets.still_open_panel import StillOpenPanel

pytestmark = pytest.mark.slow

__all__ = ["walk"]  # a fixture
WRONG = {
    ("kept", "year's book"),
    ("cards that go along", "page of the start"),
    ("said in this round", "rail"),
    ("picked", "status --json"),
    ("entries in the calendar", ".ics"),
    ("round 1, The door is heavy: noticed", "stop 8 of round 1"),
    ("wishes without an answer", "stop 8"),
    ("lines of what is open", "stop 4"),
    ("kept", "year of stop 8"),
}


@pytest.fixture
def plant(monkeypatch) -> Callable[..., None]:
    """Lets something change what a function returns, or the widget that it has filled."""

    def plant(where: Any, name: str, change: Callable[[Any, Any], Any]) -> None:
        right = getattr(where, name)

        def wrong(*args: Any, **kwargs: Any) -> Any:
            return change(right(*args, **kwargs), args[0])

        monkeypatch.setattr(where, name, wrong)

    return plant


def says(words: str) -> Callable[[Any, Any], None]:
    """What a widget says in place of its count."""
    return lambda _nothing, widget: widget._count.setText(words)


def one_more_picked(status: dict[str, Any], _workshop: Any) -> dict[str, Any]:
    stories = status["stories"]
    return {**status, "stories": {**stories, "picked": stories["picked"] + 1}}


@pytest.mark.parametrize("walk", [ByMouse], indirect=True)
def test_a_wrong_number_is_found_where_it_stands(walk, plant):
    january(walk)
    february(walk)
    plant(BooksGatherer, "year_book", lambda book, _of: replace(book, kept=book.kept + 1))
    plant(RoundStartGatherer, "round_start", lambda page, _of: replace(page, cards=page.cards + 1))
    plant(Overview, "_talk", lambda was, _of: replace(was, note="9 said by 3 customers"))
    plant(files, "status", one_more_picked)
    plant(appointments, "appointments", lambda found, _of: [first := next(found), first, *found])
    plant(PosterCard, "show_outcome", says("9 of 9 customers notice."))
    plant(AnswersStrip, "show_answers", says("1 of 7 without an answer"))
    plant(StillOpenPanel, "show_open", says("9 things, which take attention too"))
    plant(YearPanel, "_show_count", says("9 kept of 2 picked in 2 rounds"))
    walk.workshop.people.find_or_add("Somebody new")  # the window reads everything again
    assert every_figure(walk).odd() >= WRONG
