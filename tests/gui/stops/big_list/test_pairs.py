"""Pairs that look the same stand side by side: Same, Different, Opposite, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cxworkshop.model import Different

pytestmark = pytest.mark.begins_at(3)

KEYS = Qt.Key
SAID = (
    "The queue on Saturday is too long",
    "The queue on Saturdays is too long!",
    "Please leave the door of the reading room open",
    "Please leave the door of the reading room open at noon",
    "More rye bread",
)
ABOUT = "Stop 4 counts each side: 1 here, 1 there."


@pytest.fixture
def comparing(hands, until):
    """Two pairs, 1 with 2 and 3 with 4, at stop 3, side by side."""
    for words in SAID:
        talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
        hands.workshop.talk.say(words, talk.id)
    hands.go(3)
    offered = "2 pairs look the same"
    until(lambda: any(b.accessibleName() == offered for b in buttons(hands)))
    hands.click(offered)
    return hands


def buttons(hands):
    return [b for b in hands.page.findChildren(QAbstractButton) if b.isVisible()]


def codes(hands) -> list[int]:
    return [card.code for card in hands.workshop.big_list.board().cards]


def seen(hands) -> str:
    """How far it is, and the answer that has the keyboard."""
    front = hands.page.desks.front
    foot = hands.page.footer()
    focused = QApplication.focusWidget().accessibleName()
    return f"{foot.bold} | {foot.grey} | {focused}" if front else "the list"


def test_same_makes_one_card_that_both_numbers_find(comparing):
    assert seen(comparing) == "0 of 2 pairs looked at |  | Different"
    same = comparing.find("Same").accessibleDescription()
    assert same == "One card with both sentences. Codes 1 and 2 both still find it. 2 customers."
    assert comparing.find("Opposite").accessibleDescription().endswith(ABOUT)
    names = [part.accessibleName() for part in comparing.page.findChildren(QWidget)]
    assert "Card 1, The queue on Saturday is too long, 1 customer" in names, "we serve nobody yet"
    comparing.key(KEYS.Key_S)
    assert codes(comparing) == [1, 3, 4, 5]
    assert len(comparing.workshop.big_list.board().cards[0].customers) == 2
    assert comparing.workshop.pick.subject("2").code == "1"
    assert seen(comparing) == "1 of 2 pairs looked at | 1 same | Different"
    comparing.key(KEYS.Key_Backspace)
    assert codes(comparing) == [1, 2, 3, 4, 5]
    assert seen(comparing) == "0 of 2 pairs looked at |  | Different"


def test_different_is_remembered_in_the_file_and_can_be_undone(comparing, until):
    comparing.key(KEYS.Key_D)
    comparing.key(KEYS.Key_D)
    assert comparing.message == "Pairs that look the same: 2 different."
    assert comparing.page.board.isVisible()
    assert len(comparing.workshop._store.rows(Different)) == 2
    assert not any(comparing.workshop.similarity.similar_pairs())
    comparing.undo()
    until(lambda: any(b.accessibleName() == "1 pair looks the same" for b in buttons(comparing)))


def test_opposite_by_arrow_and_enter_counts_both_sides(comparing):
    comparing.key(KEYS.Key_Right)
    assert QApplication.focusWidget().accessibleName() == "Opposite"
    comparing.key(KEYS.Key_Return)
    (pair,) = comparing.workshop.pick.opposites.pairs()
    assert sorted(side.subject.code for side in pair.sides) == ["1", "2"]
    comparing.undo()
    assert seen(comparing) == "0 of 2 pairs looked at |  | Different"
    comparing.workshop.pick.put(comparing.workshop.pick.subject("2"))
    QApplication.processEvents()
    comparing.key(KEYS.Key_S)  # what is in a slot keeps its place
    assert codes(comparing) == [2, 3, 4, 5]
    assert comparing.workshop.pick.subject("1").code == "2"


def test_later_comes_last_and_esc_goes_back_to_the_list(comparing):
    comparing.key(KEYS.Key_Space)
    assert (
        comparing.find("Same")
        .accessibleDescription()
        .startswith("One card with both sentences. Codes 3 and 4")
    )
    comparing.click("Back")
    assert "Codes 1 and 2" in comparing.find("Same").accessibleDescription()
    comparing.click("Decide later")
    comparing.click("Opposite")
    assert "Codes 1 and 2" in comparing.find("Same").accessibleDescription()
    comparing.key(KEYS.Key_Escape)
    assert comparing.message == "Pairs that look the same: 1 opposite."
    assert comparing.page.board.hasFocus()
    assert codes(comparing) == [1, 2, 3, 4, 5]


def test_pairs_stay_offered_while_they_are_searched_for_again(comparing, until):
    """Or the tools would take one line, then two, and the cards would jump below the mouse."""
    comparing.click("Same")
    comparing.key(KEYS.Key_Escape)
    comparing.click("2 pairs look the same")
    assert seen(comparing) == "0 of 1 pair looked at |  | Different"
    comparing.key(KEYS.Key_Escape)
    until(lambda: any(b.accessibleName() == "1 pair looks the same" for b in buttons(comparing)))
