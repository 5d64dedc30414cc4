"""The check of room can fail."""

from __future__ import annotations

from tests.gui.checks.room import cramped
from tests.gui.painted import painted, settle


def test_words_without_room_would_be_found(bakery):
    """The check itself can fail."""
    bakery.go(4)
    head = bakery.page.slots[0].head
    head.setFixedHeight(12)
    bakery.page.slots[1].ring.setFixedWidth(3)
    bakery.window.desk.foot._bold.setFixedWidth(20)
    settle()
    found = " ".join(cramped(bakery.window, painted(bakery.window)))
    assert head.text() in found
    assert "2 of 3 picked" in found
