"""The 30-day check by mouse and keys: answers, marks, the verdict (R4)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from cxworkshop.model import Mark, NextStep, Verdict

pytestmark = pytest.mark.begins_at(6)

SAYS = "What the customer says now"
NOT_IN = "No customer’s answer is in yet."
ALT = Qt.KeyboardModifier.AltModifier
COVERED = "Covered until three have answered."


@pytest.fixture
def page(improving):
    improving.go(6)
    return improving


def pick(hands, slot: int = 1):
    return hands.workshop.pick.slots()[slot].id


def answers(hands, slot: int = 1) -> list[tuple[str, Mark]]:
    return [(said.words, said.mark) for said in hands.workshop.check.said_now(pick(hands, slot))]


def labels(hands) -> list[str]:
    """Every label on the page in front."""
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def press(hands, name: str) -> None:
    """Enter on a button, as somebody does who has walked there by Tab."""
    button = hands.find(name, QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QApplication.processEvents()


def focus() -> str:
    return QApplication.focusWidget().accessibleName()


def add_answer(hands, words: str, mark: str = "Notices") -> None:
    """Add an answer of who is next on the list, or below it of somebody else."""
    if not hands.page.entry.isVisible():
        hands.click("Somebody else answered too")
    hands.type_into(SAYS, words)
    hands.click(mark)
    hands.click("Add")


def test_words_a_mark_and_add_by_mouse_are_one_answer_and_one_undo(page):
    add_answer(page, "You rang the same day!")
    assert answers(page) == [("You rang the same day!", Mark.NOTICES)]
    assert page.page.entry.words.text() == ""
    assert "“You rang the same day!”" in labels(page)
    page.undo()
    assert answers(page) == []


def test_words_enter_a_digit_and_enter_are_one_answer_by_keys(page):
    page.page.entry.words.setFocus()
    QTest.keyClicks(page.page.entry.words, "Nothing is different")
    page.key(Qt.Key.Key_Return)
    assert page.message == "Choose the mark first. What does this customer notice?"
    assert answers(page) == []
    page.key(Qt.Key.Key_2)
    page.key(Qt.Key.Key_Return)
    assert answers(page) == [("Nothing is different", Mark.NO_DIFFERENCE)]
    assert focus() == "Customers notice", "nobody is left to ask"
    assert page.message == ""


def test_alt_and_a_digit_marks_while_typing(page):
    assert focus() == SAYS
    page.key(Qt.Key.Key_3, ALT)
    QTest.keyClicks(QApplication.focusWidget(), "It got slower")
    page.key(Qt.Key.Key_Return)
    assert answers(page) == [("It got slower", Mark.WORSE)]


def test_tab_goes_from_the_words_to_the_marks_and_arrows_walk_without_choosing(page):
    page.type_into(SAYS, "It got slower")
    assert focus() == "Add"
    page.key(Qt.Key.Key_Tab)
    assert focus() == "Notices"
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Right)
    assert focus() == "Worse"
    assert page.page.entry.mark is None
    page.key(Qt.Key.Key_Space)
    page.key(Qt.Key.Key_Return)
    assert answers(page) == [("It got slower", Mark.WORSE)]


def test_an_answer_is_that_of_the_customer_whose_row_it_stands_in(page):
    assert "1 said it, 0 asked" in labels(page)
    assert not page.page.entry.customer.isVisible()
    add_answer(page, "You rang!")
    first = page.workshop.check.asked(pick(page)).rows[0].customer
    assert page.workshop.check.said_now(pick(page))[0].customer == first
    assert "1 said it, 1 asked" in labels(page)


@pytest.mark.parametrize("by", ["mouse", "Ctrl+N"])
def test_somebody_else_is_a_new_customer_of_the_kind_that_was_typed(page, by):
    if by == "mouse":
        page.click("Somebody else answered too")
    else:
        QTest.keyClick(page.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    page.type_into(SAYS, "You rang!")
    QTest.keyClicks(page.find("This customer"), "parent")
    page.click("Notices")
    page.click("Add")
    assert page.workshop.check.said_now(pick(page))[0].customer.kind == "parent"
    assert focus() == SAYS, "others may have answered too"
    assert "1 said it, 0 asked" in labels(page)


def test_a_mark_of_nobody_is_refused(page):
    page.click("Somebody else answered too")
    page.click("Notices")
    page.click("Add")
    assert page.message.startswith("Whose mark is it?")
    assert answers(page) == []


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_a_verdict_without_words_is_refused_and_changes_nothing(page, choose):
    seq = page.workshop._store.seq
    (page.click if choose == "mouse" else lambda name: press(page, name))("Customers notice")
    assert page.message.startswith(NOT_IN)
    assert page.workshop.check.latest(pick(page)).verdict is None
    assert not page.find("Customers notice").isChecked()
    assert page.workshop._store.seq == seq
    page.click("All right")
    add_answer(page, "", "Notices")
    (page.click if choose == "mouse" else lambda name: press(page, name))("Some do")
    assert page.message.startswith(NOT_IN), "a mark without words is not a customer’s words"


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_a_verdict_is_given_changed_and_taken_back(page, choose):
    do = page.click if choose == "mouse" else lambda name: press(page, name)
    add_answer(page, "You rang!")
    do("Customers notice")
    do("Some do")
    assert page.workshop.check.latest(pick(page)).verdict is Verdict.SOME
    assert page.find("Some do").isChecked()
    page.undo()
    assert page.workshop.check.latest(pick(page)).verdict is Verdict.NOTICE
    assert page.find("Customers notice").isChecked()
    assert not page.find("Some do").isChecked()


def test_one_or_two_answers_are_said_to_be_few(page):
    add_answer(page, "You rang!")
    assert any("Only 1 answered so far." in text for text in labels(page))


def test_the_expectation_is_covered_until_the_third_answer(page):
    for words in ("one", "two"):
        add_answer(page, words)
    assert COVERED in labels(page)
    assert "“You rang me back.”" not in labels(page)
    add_answer(page, "three")
    assert "“You rang me back.”" in labels(page)
    assert COVERED not in labels(page)


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_these_are_all_we_have_uncovers_it_and_can_be_taken_back(page, choose):
    do = page.click if choose == "mouse" else lambda name: press(page, name)
    do("These are all we have")
    assert "“You rang me back.”" in labels(page)
    page.undo()
    assert COVERED in labels(page)


def test_customers_who_do_not_notice_lead_to_two_next_steps(page):
    names = ("Another 30 days", "Back to the list", "What we learned")
    here = {w.accessibleName() for w in page.page.findChildren(QWidget) if w.isVisible()}
    assert not here & set(names)
    add_answer(page, "I see nothing", "No difference")
    page.click("They don’t")
    assert focus() == "What we learned"
    QTest.keyClicks(QApplication.focusWidget(), "A sign is no help.")
    page.click("Back to the list")
    assert page.workshop.check.latest(pick(page)).learned == "A sign is no help."
    assert page.workshop.check.latest(pick(page)).after is NextStep.BACK
    press(page, "Another 30 days")
    assert page.workshop.check.latest(pick(page)).after is NextStep.AGAIN


def test_our_own_view_is_welcome_and_is_no_verdict(page):
    page.type_into("Our own view", "It went well, we think", enter=True)
    check = page.workshop.check.latest(pick(page))
    assert (check.notes, check.verdict) == ("It went well, we think", None)


def test_half_typed_words_survive_another_text_size_at_their_own_improvement(page):
    page.page.tabs.setCurrentIndex(1)
    page.type_into(SAYS, "The door opens by")
    page.click("Cannot tell")
    page.page.tabs.setCurrentIndex(0)
    assert page.page.entry.words.text() == ""
    page.page.tabs.setCurrentIndex(1)
    page.window.theme.resize(150)
    QApplication.processEvents()
    try:
        assert page.page.tabs.slot == 2
        assert page.page.entry.words.text() == "The door opens by"
        assert page.page.entry.mark is Mark.CANNOT_TELL
    finally:
        page.window.theme.resize(100)


def test_with_nothing_locked_it_says_what_comes_first(hands):
    hands.go(6)
    assert "Lock a plan first; then its customers are asked here." in labels(hands)


def test_nobody_was_asked_yet(page):
    due = page.workshop.check.latest(pick(page)).due_on
    assert any(text.startswith("Day 30 is") and str(due.day) in text for text in labels(page))
    page.workshop.today = due
    page.page.read()
    QApplication.processEvents()
    assert any(text.startswith("Nobody has asked a customer yet.") for text in labels(page))
