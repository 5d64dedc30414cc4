"""What is chosen or was hidden can be read too, in light and in dark; and the check can fail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.checks.contrast import pale
from tests.gui.painted import painted, settle


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(request, window):
    window.theme.apply(dark=request.param)
    yield request.param
    window.theme.apply()


def test_words_that_were_hidden_when_the_theme_changed_can_be_read(hands):
    hands.go(1)
    hands.window.theme.apply(dark=True)
    for section in range(5):
        hands.page.show_section(section)
        settle()
        assert pale(painted(hands.window)) == set(), section
    hands.window.theme.apply()


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
