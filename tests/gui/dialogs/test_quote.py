"""Choosing what is quoted of an improvement, at stop 8 and at stop 5."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ui.dialogs.quote import QuoteDialog
from ui.widgets.labels import QuoteLabel

SAID = ("Tell us how long it takes.", "Nobody told me how long it takes, and my ride was gone.")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def picked(hands):
    """One pick of two cards, with words of two customers."""
    workshop = hands.workshop
    for words in SAID:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    workshop.big_list.group([card.id for card in workshop.big_list.board().cards], "How long")
    workshop.pick.put(workshop.pick.subject("A"))
    return hands


def press(place, words: str) -> None:
    QApplication.processEvents()
    seen = (w for w in place.findChildren(QAbstractButton) if w.isVisible())
    QTest.mouseClick(next(w for w in seen if w.text() == words), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def dialog() -> QuoteDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuoteDialog)
    return found


def quoted(hands) -> list[str]:
    """What the page quotes of customers."""
    QApplication.processEvents()
    return [w.text() for w in hands.page.findChildren(QuoteLabel) if w.isVisible()]


def test_a_part_is_marked_by_keys_and_the_poster_quotes_it(picked):
    picked.go(8)
    assert quoted(picked) == [f"“{SAID[0]}”"]
    press(picked.page, "Choose the quote …")
    asked = dialog()
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Down)
    assert asked.shown.text() == f"“{SAID[1]}”"
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Tab)
    for _letter in "Nobody told me":
        QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Right, SHIFT)
    assert asked.shown.text() == "“Nobody told me\u00a0…”"
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    assert quoted(picked) == ["“Nobody told me\u00a0…”"]
    picked.workshop.undo()
    assert quoted(picked) == [f"“{SAID[0]}”"]


def test_the_plan_shows_the_choice_and_gives_it_back(picked):
    picked.go(5)
    press(picked.page, "Choose the quote …")
    assert not any(
        w.text() == "Let the program choose" and w.isVisible()
        for w in dialog().findChildren(QAbstractButton)
    )
    QTest.keyClick(dialog().lines, Qt.Key.Key_Down)
    press(dialog(), "Quote this")
    pick = picked.workshop.pick.in_slot(1).id
    assert picked.workshop.make_better.quotes.words(pick) == SAID[1]
    press(picked.page, "Choose the quote …")
    press(dialog(), "Let the program choose")
    assert picked.workshop.make_better.quotes.words(pick) == SAID[0]


def test_escape_changes_nothing(picked):
    picked.go(5)
    steps = len(picked.workshop.history())
    press(picked.page, "Choose the quote …")
    QTest.keyClick(dialog().lines, Qt.Key.Key_Down)
    QTest.keyClick(dialog(), Qt.Key.Key_Escape)
    assert len(picked.workshop.history()) == steps
