"""Three rounds in the real window, with the mouse and with keys alone: all figures agree.

A number that is wrong in one place is found there, on screen, on paper and in a command. The soak
command walks twelve rounds.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from cxworkshop.commands import files
from cxworkshop.content.gather.books import BooksGatherer
from cxworkshop.content.gather.round_start import RoundStartGatherer
from cxworkshop.exports import appointments
from cxworkshop.services.overview import Overview
from tests.gui.months.figures import every_figure
from tests.gui.months.hands import ByKeys, ByMouse, Person
from tests.gui.months.walk import Notes, Walk
from tests.gui.months.year import february, january, late_april
from ui.stops.share.answers_strip import AnswersStrip
from ui.stops.share.poster import PosterCard
from ui.stops.share.year import YearPanel
from ui.theme.motion import let_move
from ui.theme.theme import Theme
from ui.widgets.still_open_panel import StillOpenPanel

pytestmark = pytest.mark.slow

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

FIRST_DAY, SECOND_ROUND = date(2026, 1, 5), date(2026, 2, 5)
WALKED: dict[type[Person], tuple[bytes, Notes]] = {}  # file and notes, by how it was walked


@pytest.fixture
def walks(app, tmp_path):
    """Walk into the second round by mouse or by keys, or go on where that was walked before."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    let_move(on=False)
    theme, begun = Theme(app), list[Walk]()
    theme.apply()

    def walk(hands: type[Person]) -> Walk:
        path = tmp_path / "bakery.cxw"
        if hands in WALKED:
            file, notes = WALKED[hands]
            path.write_bytes(file)
            begun.append(Walk(path, theme, hands, SECOND_ROUND, deepcopy(notes)))
        else:
            begun.append(Walk(path, theme, hands, FIRST_DAY))
            _walk_two_months(begun[0])
            WALKED[hands] = begun[0].saved().read_bytes(), deepcopy(begun[0].notes)
        return begun[0]

    yield walk
    for one in begun:
        one.leaves()


def _walk_two_months(walk: Walk) -> None:
    for month in (january, february):
        month(walk)
        assert every_figure(walk).disagreements() == []


@pytest.mark.parametrize("hands", [ByMouse, ByKeys])
def test_three_rounds(walks, hands):
    """All figures are compared after each round."""
    walk = walks(hands)
    late_april(walk)
    assert every_figure(walk).disagreements() == []
    assert walk.notes.round == 3


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


def test_a_wrong_number_is_found_where_it_stands(walks, plant):
    walk = walks(ByMouse)
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
