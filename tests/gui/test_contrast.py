"""Everything that is written on the screens can be read, in light and in dark."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import views
from tests.gui.painted import Run, painted, settle
from tests.gui.theme.test_theme import PAIRS, TEXT, contrast

pytestmark = pytest.mark.slow

LARGE = 3.0  # WCAG 2.2, 1.4.3
STOPS = (1, 2, 3, 4)


def pale(runs: list[Run]) -> set[str]:
    """What can’t be read well enough, with the colours that it has."""
    assert len(runs) > 5  # something was painted
    return {
        f"{run.text!r} {run.ink.name()} on {run.ground.name()}: {ratio:.2f}"
        for run in runs
        if (ratio := contrast(run.ink, run.ground)) < (LARGE if run.is_large else TEXT)
    }


def unforeseen(runs: list[Run], tokens) -> set[str]:
    """Text colours on grounds that the test of the tokens does not know."""
    names: dict[str, set[str]] = {}
    for name, colour in asdict(tokens).items():
        names.setdefault(colour.lower(), set()).add(name)
    return {
        f"{run.text!r} {run.ink.name()} on {run.ground.name()}"
        for run in runs
        if not any(
            (ink, ground) in PAIRS
            for ink in names.get(run.ink.name(), ())
            for ground in names.get(run.ground.name(), ())
        )
    }


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(request, window):
    window.theme.apply(dark=request.param)
    yield request.param
    window.theme.apply()


def walk(hands, check) -> dict[str, set[str]]:
    """What a check finds on each stop, also on all of a page that scrolls."""
    found = {}
    for where in views(hands):
        hands.window.resize(1366, 768)
        settle()
        found[where] = check(painted(hands.window))
        hands.window.resize(1920, 2600)
        settle()
        found[where] |= check(painted(hands.window))
    return {where: words for where, words in found.items() if words}


NOTHING: dict[str, set[str]] = {}


def test_all_words_of_an_empty_workshop_can_be_read(dark, hands):
    assert walk(hands, pale) == NOTHING


def test_all_words_of_the_example_can_be_read_and_the_tokens_test_knows_their_colours(dark, bakery):
    tokens = bakery.window.theme.tokens
    assert walk(bakery, lambda runs: pale(runs) | unforeseen(runs, tokens)) == NOTHING


def test_the_start_page_can_be_read_before_and_after_the_first_workshop(dark, window, bakery):
    window.close_workshop()
    settle()
    assert any(run.text.startswith("Day 12") for run in painted(window))
    assert pale(painted(window)) == set()
    window.start.show_files([])
    settle()
    assert pale(painted(window)) == set()


def test_what_is_chosen_or_under_the_keyboard_can_be_read(dark, bakery):
    bakery.go(3)
    QTest.keyClick(bakery.page.board, Qt.Key.Key_Down)
    QTest.keyClick(bakery.page.board, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert pale(painted(bakery.window)) == set()
    QTest.keyClick(bakery.page.board, Qt.Key.Key_G)
    bakery.page.switch_view()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    settle()
    assert pale(painted(bakery.window)) == set()
    bakery.go(4)
    for _line in range(4):
        QTest.keyClick(bakery.page.list, Qt.Key.Key_Down)
        QTest.keyClick(bakery.page.list, Qt.Key.Key_1)
    settle()
    assert pale(painted(bakery.window)) == set()


def test_a_pale_colour_would_be_found(window, bakery):
    """The check itself can fail."""
    bakery.go(2)
    settle()
    palette = window.desk.foot._bold.palette()
    palette.setColor(palette.ColorRole.WindowText, window.theme.tokens.ghost)
    window.desk.foot._bold.setPalette(palette)
    settle()
    assert len(pale(painted(window))) == 1
