"""Stop 8 as a person uses it: the poster, who is told, the year, and the next round."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit

from cxworkshop.model import Criterion, CriterionAnswer, Heading, Mark, Verdict

pytestmark = pytest.mark.begins_at(8)

FIRST = date(2026, 1, 7)


def settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def pick(workshop, code: str, slot: int, *, start: date) -> str:
    """Pick a card and lock its plan."""
    made = workshop.pick.put(workshop.pick.subject(code)).id
    for criterion in Criterion:
        workshop.pick.judge(slot, criterion, CriterionAnswer.YES)
    workshop.make_better.set_words(made, promise_when="calls", promise_we=f"we take care of {code}")
    workshop.make_better.assign_owner(made, workshop.people.find_or_add("Mira"))
    workshop.make_better.grant_licence(made, "all of it", workshop.people.find_or_add("Jan"))
    workshop.make_better.schedule(made, start)
    workshop.make_better.lock(made)
    return made


def check(workshop, made: str, verdict: Verdict, *marks: Mark) -> None:
    workshop.today = FIRST + timedelta(days=31)
    for mark in marks:
        workshop.check.record_answer(made, "now", mark)
    workshop.check.give_verdict(made, verdict)


def a_month(workshop) -> None:
    """January: one kept, one tried without success, one still being done."""
    workshop.prepare.set_day_1(FIRST)
    for words in ("phone", "forms", "parking", "greeting"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    first, second, _third = (pick(workshop, str(n), n, start=FIRST) for n in (1, 2, 3))
    check(workshop, first, Verdict.NOTICE, Mark.NOTICES, Mark.NOTICES, Mark.NO_DIFFERENCE)
    workshop.staff_test.add_answer(first, Heading.SETUP, "it is set up", "the manual")
    workshop.staff_test.mark_sure(first, "two new starters")
    check(workshop, second, Verdict.NONE, Mark.WORSE, Mark.NO_DIFFERENCE)


@pytest.fixture
def told(hands):
    """Three picks of January: kept, tried without success, and still being done."""
    workshop = hands.workshop
    workshop.today = FIRST
    with workshop.as_one("A month"):
        a_month(workshop)
    hands.go(8)
    settle()
    return hands


def said(hands) -> str:
    labels = hands.page.findChildren(QLabel)
    return " | ".join(w.text() for w in labels if w.isVisible() and w.text())


def button(hands, start_of_name: str) -> QAbstractButton:
    seen = [w for w in hands.page.findChildren(QAbstractButton) if w.isVisible()]
    found = [w for w in seen if w.accessibleName().startswith(start_of_name)]
    assert found, [w.accessibleName() for w in seen]
    return found[0]


def people(hands) -> str:
    """Who is to be told; those who were have a tick."""
    rows = hands.workshop.share.to_tell()
    return ", ".join(f"{row.who}{' ✓' if row.told_on else ''}" for row in rows)


def test_an_empty_round_says_what_the_poster_waits_for_and_shows_the_way(hands):
    hands.go(8)
    assert "The poster writes itself as soon as one thing is checked." in said(hands)
    assert "Your first three rings." in said(hands)
    hands.click("30-day check")
    assert hands.window.desk.here == 6


def test_the_poster_says_of_each_only_what_is_true(told):
    words = said(told)
    assert "You said | “phone” | We did |" in words
    assert "2 of 3 customers notice. | 1 no difference" in words
    assert "“forms” | We tried | Our promise was: When you call, we take care of 2." in words
    assert "0 of 2 customers notice. | 1 no difference, 1 worse" in words
    assert "“parking” | We are doing |" in words
    field = told.find("On the poster we say, slot 3", QPlainTextEdit)
    assert field.toPlainText() == "When you call, we take care of 3."
    assert "so it prints as “we are doing”." in words
    assert "has room for" not in words
    field.setFocus()
    field.insertPlainText("We ring. " * 30)
    assert "The poster has room for 240 characters" in said(told)
    assert "That is 303; the rest stays here." in said(told)


def test_what_is_done_and_not_asked_yet_says_on_which_day_customers_are_asked(told):
    told.workshop.today = date(2026, 2, 6)
    third = told.workshop.pick.in_slot(3).id
    step = told.workshop.make_better.steps.add(third, "paint the lines")
    told.workshop.make_better.steps.finish(step.id)
    settle()
    assert "Done, asking you on Fri 6 Feb" in said(told)
    assert "prints as “done, asking you on Fri 6 Feb”." in said(told)
    told.workshop.today = date(2026, 2, 7)
    told.workshop.share.add_to_tell("Everybody")
    settle()
    assert "Done, and we still have to ask you" in said(told)
    assert "on Fri 6 Feb" not in said(told)


def test_our_own_sentence_is_changed_where_customers_notice_and_undone(told):
    field = told.find("What we did, slot 1", QPlainTextEdit)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, "We pick up at the third ring")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert told.workshop.share.outcomes()[0].words == "We pick up at the third ring"
    QTest.mouseClick(button(told, "Add All staff"), Qt.MouseButton.LeftButton)
    told.undo()
    told.undo()
    assert told.workshop.share.outcomes()[0].words == "When you call, we take care of 1."
    assert field.toPlainText() == "When you call, we take care of 1."
    seen = [w for w in told.page.findChildren(QPlainTextEdit) if w.isVisible()]
    assert [field.accessibleName() for field in seen] == [
        "What we did, slot 1",  # nobody writes "we did" where customers don't notice
        "On the poster we say, slot 3",
    ]


def test_people_are_added_ticked_by_mouse_and_key_and_a_slip_is_taken_back(told):
    told.click("Add All staff")
    told.type_into("Add somebody to tell", "The council", enter=True)
    assert people(told) == "All staff, The council"
    box = button(told, "The council")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert people(told) == "All staff, The council ✓"
    assert "1 of 2" in said(told)
    first = button(told, "All staff")
    first.setFocus()
    told.key(Qt.Key.Key_Space)
    assert people(told) == "All staff ✓, The council ✓"
    assert QApplication.focusWidget() is first  # the next Space takes the slip back
    told.key(Qt.Key.Key_Space)
    assert people(told) == "All staff, The council ✓"
    told.undo()
    assert people(told) == "All staff ✓, The council ✓"


def test_a_click_on_the_words_ticks_them(told):
    told.click("Add All staff")
    settle()
    words = next(w for w in told.page.first.people.findChildren(QLabel) if w.text() == "All staff")
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert people(told) == "All staff ✓"


def test_an_empty_name_is_refused(told):
    told.type_into("Add somebody to tell", "  ", enter=True)
    assert told.message.startswith("There are no words in it.")
    assert people(told) == ""


def test_a_half_typed_name_survives_another_text_size(told):
    field = told.find("Add somebody to tell")
    field.setFocus()
    QTest.keyClicks(field, "The cou")
    told.window.theme.resize(150)
    settle()
    assert told.find("Add somebody to tell").text() == "The cou"
    told.window.theme.resize(100)


def test_a_round_of_the_year_opens_to_what_customers_noticed(told):
    january = button(told, "Round 1, January 2026")
    words = january.accessibleName()
    assert words == "Round 1, January 2026: 1 kept, 1 being done, 1 tried, and learned"
    assert "1 kept of 3 picked in 1 round" in said(told)
    assert "Round 1, from Wed 7 Jan 2026" not in said(told)
    QTest.mouseClick(january, Qt.MouseButton.LeftButton)
    settle()
    assert "Round 1, from Wed 7 Jan 2026 | phone | kept | 2 of 3 customers notice." in said(told)
    assert "parking | being done | Nobody has been asked yet." in said(told)
    january.setFocus()
    told.key(Qt.Key.Key_Return)
    assert "Round 1, from Wed 7 Jan 2026" not in said(told)


def test_two_rounds_of_one_month_have_a_month_each_and_arrows_walk_between_them(told):
    told.workshop.today = FIRST + timedelta(days=20)
    told.workshop.rounds.start_next()
    settle()
    first, second = button(told, "Round 1"), button(told, "Round 2")
    assert second.x() > first.x()
    first.setFocus()
    told.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    told.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    told.key(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is first


def test_a_second_year_is_another_page(told):
    told.workshop.today = FIRST + timedelta(days=400)
    told.workshop.rounds.start_next()
    settle()
    assert button(told, "Round 2, February 2027").isVisible()
    told.click("Earlier")
    assert button(told, "Round 1, January 2026").isVisible()
    told.click("Later")
    assert button(told, "Round 2, February 2027").isVisible()


def test_the_next_round_carries_the_list_whoever_is_still_to_be_told(told):
    told.click("Add All staff")
    assert told.page.footer().bold == "1 still to be told"
    assert told.page.footer().grey == "3 cards go along to round 2"
    told.click("Start round 2")
    assert told.workshop.rounds.current().number == 1  # a page first
    told.click("Start round 2")
    assert told.window.desk.here == 1
    assert told.page.isAncestorOf(QApplication.focusWidget())
    cards = told.workshop.big_list.board().cards
    assert [card.words for card in cards] == ["forms", "parking", "greeting"]
    told.undo()
    assert told.workshop.rounds.current().number == 1


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 697, 100), (1366, 697, 150)])
def test_no_words_are_cut(told, width, height, percent):
    told.window.resize(width, height)
    told.window.theme.resize(percent)
    settle()
    QTest.mouseClick(button(told, "Round 1"), Qt.MouseButton.LeftButton)
    settle()
    for label in told.page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        elif label.isVisible():
            assert label.width() >= label.sizeHint().width(), label.text()
    told.window.theme.resize(100)


def test_coming_from_another_stop_the_keyboard_is_at_whom_to_tell(improving):
    improving.go(7)
    improving.go(8)
    assert QApplication.focusWidget().accessibleName() == "Add somebody to tell"


def test_from_the_footer_too_a_key_to_another_stop_leads_into_its_page(improving):
    improving.go(6)
    improving.find("Replace-the-staff test").setFocus()
    improving.go(7)
    assert improving.page.isAncestorOf(QApplication.focusWidget())


def test_in_large_text_buttons_below_a_title_are_as_wide_as_their_words(told):
    told.window.theme.resize(200)
    settle()
    papers = ("Print the page for all staff", "Print the round’s book")
    page, book, answers = (
        told.find(words, QAbstractButton) for words in (*papers, "Answers to everybody")
    )
    for button in (page, book, answers):
        assert button.width() == button.sizeHint().width()
    assert page.x() == answers.x() == 0
    assert book.geometry().top() == page.geometry().top()  # in one line, where both fit
    assert book.geometry().left() > page.geometry().right()
