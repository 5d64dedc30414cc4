"""Stop 2 with large text: the box is whole in sight, whatever happens above and below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.gui.painted import settle
from tests.gui.stops.talking import say
from ui.stops.talk.recent_answers import RecentAnswer
from ui.widgets.buttons import Button
from ui.widgets.lists import RowList

pytestmark = pytest.mark.begins_at(2)

LONG = "I waited at the counter for twenty minutes, and nobody looked up. "


def is_whole(box) -> bool:
    return box.visibleRegion().boundingRect() == box.rect()


@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1280, 720), 200)])
def test_a_paper_sheet_scrolls_with_its_page_and_not_inside_it(hands, size, percent):
    hands.go(2)
    hands.window.resize(*size)
    hands.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle()
    field = QApplication.focusWidget()
    assert field.accessibleName() == "What was good?"
    assert is_whole(field)
    above = [field.parentWidget()]
    while above[-1] is not None:
        above.append(above[-1].parentWidget())
    assert sum(isinstance(part, QAbstractScrollArea) for part in above) == 1
    hands.window.theme.resize(100)
    settle()


@pytest.mark.parametrize(
    ("size", "percent"),
    [((1280, 720), 200), ((1024, 640), 150)],
)
def test_the_box_is_whole_from_the_first_answer_to_the_correction(hands, size, percent):
    for kind in ("regular", "parent", "early bird", "somebody who comes once a year"):
        hands.workshop.prepare.served.add(kind)
    hands.go(2)
    hands.window.resize(*size)
    hands.window.theme.resize(percent)  # in the running window
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    box = hands.page.capture
    box.setFocus()
    assert is_whole(box)
    say(hands.page, LONG * 2)
    settle()
    assert is_whole(box)
    (typed,) = (w for w in hands.page.findChildren(RowList) if w.accessibleName() == "Just typed")
    for words in ("ring me", "open at eight"):
        say(hands.page, words)
    settle()
    assert typed.verticalScrollBar().maximum() == 0, "the page scrolls, and nothing in it"
    assert is_whole(box)
    QTest.keyClick(box, Qt.Key.Key_Up)
    settle()
    assert is_whole(box)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    hands.go(3)
    hands.go(2)
    settle()
    assert is_whole(box)
    assert QApplication.focusWidget() is box
    hands.window.theme.resize(100)
    settle()


def test_enter_measures_the_answers_as_rarely_in_a_narrow_window_as_in_a_wide_one(
    bakery, monkeypatch
):
    bakery.go(2)
    asked = []
    measure = RecentAnswer.heightForWidth
    monkeypatch.setattr(
        RecentAnswer, "heightForWidth", lambda row, width: asked.append(row) or measure(row, width)
    )
    counts = []
    for width in (1366, 1046):
        bakery.window.resize(width, 768)
        settle()
        say(bakery.page, "The tea was cold.")
        settle()
        asked.clear()
        say(bakery.page, "And so was the soup.")
        settle()
        counts.append(len(asked))
    assert counts[0] > 0
    assert counts[1] <= 2 * counts[0]  # it was 17 times as often


def test_the_scroll_bar_of_a_long_text_covers_no_button(hands):
    hands.go(2)
    box = hands.page.capture
    box.insertPlainText("We waited and nobody came back to us. " * 54)
    settle()
    bar = box.verticalScrollBar()
    assert bar.isVisible()
    save = hands.find("Save", Button)
    left_of_bar = box.mapFromGlobal(bar.mapToGlobal(bar.rect().topLeft())).x()
    assert save.geometry().right() < left_of_bar
    box.clear()
    settle()
    assert box.width() - save.geometry().right() < 16
