"""Stop 2 with the mouse alone, but for the words that are typed."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.begins_at(2)


def test_what_is_typed_is_saved_and_counted_once_more_by_buttons(hands):
    hands.go(2)
    box = hands.page.capture
    QTest.keyClicks(box, "Nobody rings back")
    hands.click("Save")
    assert not box.toPlainText()
    assert QApplication.focusWidget() is box
    (card,) = hands.workshop.big_list.board().cards
    assert (card.words, len(card.customers)) == ("Nobody rings back", 1)
    hands.click("Another said the same")
    (card,) = hands.workshop.big_list.board().cards
    assert len(card.customers) == 2
    QTest.keyClicks(box, "The door is heavy")
    hands.click("Another said the same")
    assert [len(one.customers) for one in hands.workshop.big_list.board().cards] == [2, 2]
    hands.window.theme.resize(200)
    QApplication.processEvents()
    box = hands.page.capture
    for name in ("Save", "Another said the same"):
        assert box.rect().contains(hands.find(name).geometry())
