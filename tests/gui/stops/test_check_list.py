"""Stop 6 as a list: rows by customer, corrections, earlier checks, conclusions, looks again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cxworkshop.model import (
    Criterion,
    CriterionAnswer,
    Expected,
    Look,
    Mark,
    NextStep,
    Verdict,
)
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from ui.widgets.labels import QuoteLabel

pytestmark = pytest.mark.begins_at(6)

DAY = date(2026, 12, 14)
SAYS = "What the customer says now"


def plan(workshop: Workshop, subject) -> str:
    """Pick it, and lock its plan."""
    pick = workshop.pick.put(subject).id
    slot = next(n for n, one in workshop.pick.slots().items() if one.id == pick)
    for criterion in Criterion:
        workshop.pick.judge(slot, criterion, CriterionAnswer.YES, "")
    better, people = workshop.make_better, workshop.people
    better.assign_owner(pick, people.find_or_add("Mira"))
    better.grant_licence(pick, "do it", people.find_or_add("Helena"))
    better.schedule(pick, workshop.today)
    better.set_words(pick, expectation="I was rung back.", promise_we="ring back")
    better.lock(pick)
    return pick


@pytest.fixture
def workshop(tmp_path):
    """Three customers said it in one group, and it is locked."""
    made = Workshop.new(Path(tmp_path) / "team.cxw", "Library", DAY)
    cards = []
    for words in ("Nobody rings.", "I wait a day.", "I ring twice."):
        who = made.talk.next_customer(kind="regular")
        cards.append(made.talk.say(words, made.talk.begin(who.id).id).id)
    made.big_list.group(cards)
    plan(made, made.pick.subject("A"))
    made.share.add_to_tell("the council")
    return made


@pytest.fixture
def page(workshop, window):
    return shown(workshop, window, DAY)


def shown(workshop: Workshop, window, day: date) -> Hands:
    path = workshop.path
    workshop.save()
    workshop.close()
    assert window.open(path)
    window.activateWindow()
    hands = Hands(window)
    hands.workshop.today = day
    hands.go(6)
    return hands


def pick(hands):
    return hands.workshop.pick.slots()[1].id


def answers(hands) -> list[tuple[int, str, Mark]]:
    said = hands.workshop.check.said_now(pick(hands))
    return [(one.customer.number, one.words, one.mark) for one in said]


def labels(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def focus() -> str:
    return QApplication.focusWidget().accessibleName()


def keys(text: str, *then: Qt.Key) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    for key in then:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def answer(text: str) -> None:
    """Mark it "notices" by Alt+1, and go on by Enter, with the hands on the keys."""
    keys(text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    keys("", Qt.Key.Key_Return)


def double_click(hands, words: str) -> None:
    quotes = [q for q in hands.page.findChildren(QuoteLabel) if q.isVisible()]
    quote = next(q for q in quotes if q.text() == f"“{words}”")
    QTest.mouseDClick(quote, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def names(hands) -> set[str]:
    return {w.accessibleName() for w in hands.page.findChildren(QWidget) if w.isVisible()}


def test_by_keys_alone_everybody_is_asked_in_their_own_row(page):
    assert focus() == SAYS
    assert "3 said it, 0 asked" in labels(page)
    for text in ("one", "two", "three"):
        answer(text)
    notices = Mark.NOTICES
    assert answers(page) == [(1, "one", notices), (2, "two", notices), (3, "three", notices)]
    assert "3 said it, 3 asked" in labels(page)
    assert "3 of 3 notice a difference." in labels(page)
    assert focus() == "Customers notice"


def test_rows_are_chosen_by_click_by_arrow_or_by_typing_and_keep_what_is_half_typed(page):
    keys("half")
    page.click("Customer 3, regular: not asked yet")
    assert page.page.entry.words.text() == ""
    keys("", Qt.Key.Key_Up)
    answer("two")
    assert answers(page) == [(2, "two", Mark.NOTICES)]
    page.find("Customer 1, regular: not asked yet").setFocus()
    keys("", Qt.Key.Key_Return)
    assert page.page.entry.words.text() == "half"
    page.find("Customer 3, regular: not asked yet").setFocus()
    keys("t")
    keys("hree")
    assert (focus(), page.page.entry.words.text()) == (SAYS, "three")
    page.window.theme.resize(150)
    QApplication.processEvents()
    try:
        assert page.page.entry.words.text() == "three"
        page.click("Customer 1, regular: not asked yet")
        assert page.page.entry.words.text() == "half"
    finally:
        page.window.theme.resize(100)


def test_half_typed_words_stay_with_their_customer_when_a_sheet_brings_the_answer(page):
    keys("of customer 1")
    check = page.workshop.check
    first = check.asked(pick(page)).rows[0].customer.id
    check.record_answer(pick(page), "from paper", Mark.WORSE, customer=first)
    QApplication.processEvents()
    assert page.page.entry.words.text() == ""
    answer("of customer 2")
    assert answers(page)[1] == (2, "of customer 2", Mark.NOTICES)


@pytest.mark.parametrize("by", ["double click", "F2"])
def test_an_answer_is_corrected_in_place_words_and_mark_as_one_step(page, by):
    answer("ones")
    if by == "F2":
        page.find("Correct what customer 1, regular says").setFocus()
        keys("", Qt.Key.Key_F2)
    else:
        double_click(page, "ones")
    assert focus() == "Correcting 1, regular"
    QApplication.focusWidget().selectAll()
    keys("one")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    keys("", Qt.Key.Key_Return)
    assert answers(page) == [(1, "one", Mark.WORSE)]
    assert focus() == "Correct what customer 1, regular says"
    page.undo()
    assert answers(page) == [(1, "ones", Mark.NOTICES)]


def test_a_correction_is_left_by_esc_and_words_are_not_emptied(page):
    answer("one")
    double_click(page, "one")
    QApplication.focusWidget().selectAll()
    keys("", Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert page.message
    assert answers(page) == [(1, "one", Mark.NOTICES)]
    page.click("Cancel")
    assert "“one”" in labels(page)


def test_a_key_on_an_answer_marks_it_and_delete_sets_it_aside(page):
    answer("one")
    page.find("Correct what customer 1, regular says").setFocus()
    keys("d")
    assert answers(page) == [(1, "one", Mark.NO_DIFFERENCE)]
    keys("", Qt.Key.Key_Delete)
    assert answers(page) == []
    assert "3 said it, 0 asked" in labels(page)
    page.click("Bring back: one")
    assert answers(page) == [(1, "one", Mark.NO_DIFFERENCE)]


def test_marks_without_words_stand_apart_and_uncover_nothing(page):
    for _customer in range(3):
        page.click("Notices")
        page.click("Add")
    assert "No answer is in yet." in labels(page)
    assert "3 marks without words" in labels(page)
    assert "“I was rung back.”" not in labels(page)


def test_were_we_right_is_asked_once_it_is_uncovered(page):
    assert "Were we right?" not in labels(page)
    for text in ("one", "two", "three"):
        answer(text)
    page.click("Partly")
    assert page.workshop.check.latest(pick(page)).expected is Expected.PARTLY
    page.undo()
    assert not page.find("Partly").isChecked()


def test_the_verdict_asks_for_the_best_sentence_and_says_whom_to_tell(page):
    answer("one")
    assert "Says it best?: one" not in names(page)
    assert "Tell them now" not in labels(page)
    page.click("Some do")
    page.click("Says it best?: one")
    check = page.workshop.check
    assert check.conclusions.best(pick(page)).said == "one"
    assert "The 3 customers who said it and the council" in labels(page)
    page.click("For the poster: one")
    assert check.conclusions.best(pick(page)) is None
    page.click("Go and tell them")
    assert page.window.desk.here == 8


def test_earlier_checks_stand_beside_it_with_their_days_and_what_was_learned(workshop, window):
    first = workshop.pick.slots()[1].id
    check = workshop.check
    customer = check.asked(first).rows[0].customer.id
    check.record_answer(first, "Nothing new", Mark.NO_DIFFERENCE, customer=customer)
    check.give_verdict(first, Verdict.NONE)
    check.conclusions.write_learned(first, "A sign is no help.")
    check.choose_next_step(first, NextStep.AGAIN)
    workshop.rounds.start_next()
    plan(workshop, workshop.pick.subject("A"))
    hands = shown(workshop, window, DAY)
    answer("You rang!")
    said = labels(hands)
    assert "0 of 1, then 1 of 1" in said
    assert {"Check 1, Mon 14 Dec, round 1", "0 of 1 noticed", "they don’t notice"} <= set(said)
    assert "A sign is no help." in said
    assert "Check 2, now, Mon 14 Dec" in said


@pytest.fixture
def kept(workshop, window):
    """Kept three months and four days ago."""
    one = workshop.pick.slots()[1].id
    row = workshop.check.asked(one).rows[0]
    answered = workshop.check.record_answer(
        one, "You rang!", Mark.NOTICES, customer=row.customer.id
    )
    workshop.check.give_verdict(one, Verdict.NOTICE)
    workshop.check.conclusions.choose_best(one, answered.id)
    workshop.staff_test.mark_sure(one)
    due = next(one.due_on for one in workshop.open_promises.coming() if one.kind == "look-again")
    return shown(workshop, window, due + timedelta(days=4))


@pytest.mark.parametrize(
    ("words", "found"), [("Still noticed", Look.NOTICED), ("Slipping", Look.SLIPPING)]
)
def test_what_customers_say_months_after_is_written_and_judged(kept, words, found):
    one = pick(kept)
    button = next(name for name in names(kept) if name.startswith("Look again: "))
    kept.click(button)
    assert "“You rang!”" in labels(kept), "as they said it then"
    assert "Look again after 3 months, 4 days late" in labels(kept)
    kept.click(words)
    assert kept.message.startswith("No customer’s answer is in yet.")
    kept.click("All right")
    kept.page.looks.view.entry.words.setFocus()
    keys("They still do", Qt.Key.Key_Return)
    assert "“They still do”" in labels(kept)
    kept.click(words)
    (look,) = kept.workshop.looking_again.looks(one)
    assert look.found is found
    assert not any(name.startswith("Look again: ") for name in names(kept))
    assert kept.page.view.isVisible()


def test_a_look_is_left_by_esc_and_nothing_is_due_before_its_day(kept):
    kept.click(next(name for name in names(kept) if name.startswith("Look again: ")))
    assert focus() == SAYS
    kept.key(Qt.Key.Key_Escape)
    assert kept.page.view.isVisible()
    assert kept.page.isAncestorOf(QApplication.focusWidget())
    kept.click(next(name for name in names(kept) if name.startswith("Look again: ")))
    kept.click("Back to the check")
    assert kept.page.isAncestorOf(QApplication.focusWidget())
    kept.workshop.today = DAY
    kept.page.read()
    QApplication.processEvents()
    assert not kept.page.looks.bar.isVisible()


def test_turning_to_another_check_by_key_keeps_the_keyboard_at_what_they_say(improving):
    improving.go(6)
    field = "What the customer says now"
    assert QApplication.focusWidget().accessibleName() == field
    for tab in (1, 0):
        improving.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert improving.page.tabs.currentIndex() == tab
        assert QApplication.focusWidget().accessibleName() == field
