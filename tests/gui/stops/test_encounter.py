"""Stop 1, the encounter: customers' words are put at a step by drag, by keys and by menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit

from tests.finger import FingerTip
from ui.stops.prepare.words_list import WordsList
from ui.widgets.fields import TextArea

LOOSE = "Customers’ words at no step"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def encounter(hands):
    """Two steps, and three cards of three customers at none of them."""
    workshop = hands.workshop
    for words in ("ring me", "open at eight", "more rye"):
        who = workshop.talk.next_customer()
        workshop.talk.say(words, workshop.talk.begin(who.id).id)
    for step in ("calling us", "coming in"):
        workshop.prepare.encounter.add(step)
    hands.click("Encounter")
    QApplication.processEvents()
    return workshop.prepare.encounter


def words(hands, name: str) -> WordsList:
    lists = hands.page.findChildren(WordsList)
    return next(row for row in lists if row.isVisible() and row.accessibleName().startswith(name))


def at_steps(encounter) -> list[list[str]]:
    """The words at no step, at step 1 and at step 2."""
    steps = [encounter.cards_at(step.id) for step in encounter.steps()]
    return [[card.words for card in cards] for cards in (encounter.cards_at_no_step(), *steps)]


def middle(shown: WordsList, row: int) -> QPoint:
    return shown.rect_at(row).center()


def drag(hands, shown: WordsList, row: int, target) -> None:
    """Press on a line, move to the middle of a widget, and hold it there."""
    start = middle(shown, row)
    place = target.mapToGlobal(target.rect().center())
    end = shown.viewport().mapFromGlobal(place)
    QTest.mousePress(shown.viewport(), LEFT, pos=start)
    QTest.mouseMove(shown.viewport(), start + QPoint(12, 0))
    QTest.mouseMove(shown.viewport(), end)
    QApplication.processEvents()


def drop(shown: WordsList, target) -> None:
    place = target.mapToGlobal(target.rect().center())
    QTest.mouseRelease(shown.viewport(), LEFT, pos=shown.viewport().mapFromGlobal(place))
    QApplication.processEvents()


def labels(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def sentence(hands) -> str:
    return hands.page.section(3)._drag._overlay.sentence


def test_a_card_is_dragged_to_a_step_and_away_again(encounter, hands):
    assert labels(hands).count("Nobody spoke of it yet.") == 2
    loose, step = words(hands, LOOSE), hands.find("Step 2", TextArea)
    drag(hands, loose, 1, step)
    assert sentence(hands) == "Put it at step 2"
    drop(loose, step)
    assert at_steps(encounter) == [["ring me", "more rye"], [], ["open at eight"]]
    assert labels(hands).count("Nobody spoke of it yet.") == 1
    assert "1 customer spoke of it" in labels(hands)
    there = words(hands, "Customers’ words at step 2")
    assert there.accessibleName() == "Customers’ words at step 2, 1 customer spoke of it"
    drag(hands, there, 0, loose)
    assert sentence(hands) == "Take it away from its step"
    drop(there, loose)
    assert at_steps(encounter) == [["ring me", "open at eight", "more rye"], [], []]
    hands.undo()
    assert at_steps(encounter)[2] == ["open at eight"]
    hands.undo()
    assert at_steps(encounter)[2] == []


def test_esc_or_a_drop_beside_the_steps_changes_nothing(encounter, hands):
    before, title = at_steps(encounter), hands.workshop.undo_title()
    loose, step = words(hands, LOOSE), hands.find("Step 1", TextArea)
    drag(hands, loose, 0, step)
    QTest.keyClick(loose, Qt.Key.Key_Escape)
    drop(loose, step)
    beside = hands.find("Add a step")
    drag(hands, loose, 0, beside)
    assert sentence(hands) == ""
    drop(loose, beside)
    assert (at_steps(encounter), hands.workshop.undo_title()) == (before, title)


def test_digits_put_words_at_steps_and_0_or_delete_takes_them_away(encounter, hands):
    loose = words(hands, LOOSE)
    loose.setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_1)
    assert at_steps(encounter) == [["ring me", "more rye"], ["open at eight"], []]
    assert hands.workshop.undo_title() == "Put customers’ words at step 1"
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_2)
    assert [sorted(said) for said in at_steps(encounter)] == [
        [],
        ["open at eight"],
        ["more rye", "ring me"],
    ]
    assert "Every card is at a step." in labels(hands)
    there = words(hands, "Customers’ words at step 1")
    there.setFocus()
    hands.key(Qt.Key.Key_7)
    hands.key(Qt.Key.Key_2)
    assert at_steps(encounter)[1] == []
    there = words(hands, "Customers’ words at step 2")
    there.setFocus()
    hands.key(Qt.Key.Key_0)
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_Delete)
    assert at_steps(encounter) == [["ring me", "open at eight", "more rye"], [], []]
    assert words(hands, LOOSE).hasFocus()


def test_the_menu_offers_every_step_by_enter_and_by_right_click(encounter, hands):
    loose = words(hands, LOOSE)
    loose.setFocus()
    hands.key(Qt.Key.Key_Return)
    choose("2  coming in\t2")
    assert at_steps(encounter)[2] == ["ring me"]
    there = words(hands, "Customers’ words at step 2")
    here = middle(there, 0)
    QTest.mouseClick(there.viewport(), Qt.MouseButton.RightButton, pos=here)
    mouse = QContextMenuEvent.Reason.Mouse
    place = there.viewport().mapToGlobal(here)
    QApplication.sendEvent(there.viewport(), QContextMenuEvent(mouse, here, place))
    choose("At no step\t0")
    assert at_steps(encounter)[2] == []


def choose(text: str) -> None:
    """Go to an entry of the open menu by Down, and choose it by Enter."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _press in range(len(menu.actions())):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        active = menu.activeAction()
        if active is not None and active.text() == text:
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_what_would_make_a_step_worth_more_is_written_in_place(encounter, hands):
    area = hands.find("What would make step 1 worth more", QPlainTextEdit)
    QTest.mouseClick(area.viewport(), LEFT)
    QTest.keyClicks(area, "a friendly voice")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert encounter.steps()[0].worth_more == "a friendly voice"
    hands.undo()
    assert encounter.steps()[0].worth_more == ""


def test_a_finger_holds_a_card_and_drops_it_on_another_step(encounter, screen, hands):
    encounter.put_words([encounter.cards_at_no_step()[0].id], encounter.steps()[0].id)
    QApplication.processEvents()
    there, step = words(hands, "Customers’ words at step 1"), hands.find("Step 2", TextArea)
    end = there.viewport().mapFromGlobal(step.mapToGlobal(step.rect().center()))
    start = QPoint(60, middle(there, 0).y())
    FingerTip(screen, there.viewport()).drag(start, end, hold=True)
    assert at_steps(encounter) == [["open at eight", "more rye"], [], ["ring me"]]


@pytest.mark.parametrize("view", ["board", "tree"])
def test_on_the_big_list_e_asks_for_the_step(encounter, hands, view):
    hands.go(3)
    if view == "tree":
        hands.key(Qt.Key.Key_F2)
        hands.page.tree.focus_card(encounter.cards_at_no_step()[0].id)
    else:
        QTest.keyClicks(QApplication.focusWidget(), "1")
        hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_E)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    QApplication.processEvents()
    assert at_steps(encounter) == [["open at eight", "more rye"], [], ["ring me"]]


def test_without_a_step_e_says_where_they_are_written(hands):
    talk = hands.workshop.talk
    talk.say("ring me", talk.begin(talk.next_customer().id).id)
    hands.go(3)
    hands.key(Qt.Key.Key_F2)
    hands.page.tree.focus_card(hands.workshop.big_list.board().cards[0].id)
    hands.key(Qt.Key.Key_E)
    assert hands.message == "There is no step yet. Write the encounter’s steps at stop 1."


def test_the_menu_of_a_group_puts_all_its_words_at_a_step(encounter, hands):
    cards = [card.id for card in encounter.cards_at_no_step()]
    hands.workshop.big_list.group(cards[:2], "Hours")
    hands.go(3)
    hands.key(Qt.Key.Key_F2)
    tree = hands.page.tree
    place = tree.visualRect(tree.model().index(0, 0)).center()
    where = tree.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
    QApplication.sendEvent(tree.viewport(), event)
    menu = QApplication.activePopupWidget()
    steps = next(one for one in menu.actions() if one.text().startswith("Words of step …")).menu()
    steps.actions()[0].trigger()
    menu.close()
    QApplication.processEvents()
    assert at_steps(encounter) == [["more rye"], ["ring me", "open at eight"], []]
