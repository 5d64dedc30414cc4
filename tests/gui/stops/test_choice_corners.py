"""A bar of answers is round at its own four corners, also where it stands on several lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.painted import settle
from ui.stops.check.marks import MarkBar
from ui.widgets.buttons import ChoiceButton

pytestmark = pytest.mark.begins_at(6)


def round_corners(button: ChoiceButton) -> set[str]:
    """The corners in which nothing of the button is painted, not even its border."""
    bar = button.parentWidget()
    assert bar is not None
    picture, box = bar.grab().toImage(), button.geometry()
    inside = picture.pixelColor(box.center().x(), box.top())  # the border
    places = {
        "top left": box.topLeft(),
        "top right": box.topRight(),
        "bottom left": box.bottomLeft(),
        "bottom right": box.bottomRight(),
    }
    lightness = {name: picture.pixelColor(place).lightness() for name, place in places.items()}
    return {name for name, value in lightness.items() if value > inside.lightness() + 30}


def corners_of(bar: QWidget) -> dict[str, set[str]]:
    buttons = [b for b in bar.findChildren(ChoiceButton) if b.isVisible()]
    return {button.accessibleName(): round_corners(button) for button in buttons}


def show(hands, size: tuple[int, int], percent: int) -> None:
    hands.window.resize(*size)
    hands.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def test_four_marks_on_two_lines_are_round_at_the_corners_of_all(improving):
    show(improving, (1280, 720), 150)
    bar = improving.page.findChild(MarkBar)
    assert len({b.y() for b in bar.findChildren(ChoiceButton)}) == 2
    assert corners_of(bar) == {
        "Notices": {"top left"},
        "No difference": {"top right"},
        "Worse": {"bottom left"},
        "Cannot tell": {"bottom right"},
    }


def test_four_marks_on_one_line_are_round_at_its_ends(improving):
    show(improving, (1366, 768), 100)
    assert corners_of(improving.page.findChild(MarkBar)) == {
        "Notices": {"top left", "bottom left"},
        "No difference": set(),
        "Worse": set(),
        "Cannot tell": {"top right", "bottom right"},
    }


def test_answers_below_one_another_are_round_above_and_below(improving):
    bar = improving.find("So, what do we say?")
    bar.setFixedWidth(bar.minimumSizeHint().width())
    settle()
    assert not bar.is_wide
    corners = list(corners_of(bar).values())
    assert corners[0] == {"top left", "top right"}
    assert corners[-1] == {"bottom left", "bottom right"}
    assert not any(corners[1:-1])
    bar.setFixedWidth(bar.sizeHint().width() * 4)
    settle()
    assert bar.is_wide
    assert next(iter(corners_of(bar).values())) == {"top left", "bottom left"}
