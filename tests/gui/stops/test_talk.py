"""Stop 2: what sticks, what comes back to be corrected, what nobody has spoken of yet."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
)

from cxworkshop.model import Conversation, Customer, Mark, Verbatim, Verdict
from tests.gui.conftest import Hands
from tests.gui.painted import painted
from tests.gui.stops.talking import say
from ui.dialogs.left_out import LeftOutDialog
from ui.stops.talk.recent_answers import RecentAnswer

pytestmark = pytest.mark.begins_at(2)


@pytest.fixture
def page(hands):
    hands.go(2)
    return hands.page


def said(hands) -> list[Verbatim]:
    return hands.workshop._store.rows(Verbatim)


def test_who_it_was_sticks_until_the_next_customer(page, hands):
    hands.type_into("Kind", "regular")
    hands.type_into("Asked by", "Ben")
    say(page, "ring me")
    say(page, "open at eight")
    assert hands.find("Customer", QLineEdit).text() == "1"
    hands.click("That was customer 1, next customer")
    assert hands.find("Customer", QLineEdit).text() == ""
    say(page, "more rye")
    customers = hands.workshop._store.rows(Customer)
    assert [row.kind for row in customers] == ["regular", ""]
    talks = hands.workshop._store.rows(Conversation)
    assert [talk.closed for talk in talks] == [True, False]
    assert {hands.workshop.people.name_of(talk.asked_by) for talk in talks} == {"Ben"}
    assert hands.workshop.talk.answers.counts() == (3, 2)


def test_a_kind_that_is_chosen_is_shown_from_its_beginning(page, hands):
    hands.workshop.prepare.served.add("early birds before work in the morning")
    hands.go(1)
    hands.go(2)
    hands.click("early birds before work in the morning")
    kind = hands.find("Kind", QLineEdit)
    assert kind.cursorPosition() == 0
    (shown,) = [run.text for run in painted(hands.window) if run.owner is kind]
    assert shown.startswith("early")
    assert shown.endswith("…")


def test_a_number_or_a_name_means_a_customer_we_know(page, hands):
    hands.type_into("Customer", "Mrs Okafor")
    say(page, "ring me")
    page.next_customer()
    say(page, "something else")
    page.next_customer()
    hands.type_into("Customer", "Mrs Okafor")
    say(page, "and again")
    page.next_customer()
    hands.type_into("Customer", "#2")
    say(page, "still me")
    numbers = [hands.workshop.talk.customers.who_said(row).number for row in said(hands)]
    assert numbers == [1, 2, 1, 2]


def test_the_question_and_the_day_stick_and_are_kept(page, hands):
    question = next(q for q in hands.workshop.prepare.questions.all() if q.ticked)
    box = hands.find("Question", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    yesterday = hands.workshop.today - timedelta(days=1)
    hands.type_into("Date", "yesterday")
    page.capture.setFocus()
    say(page, "ring me")
    say(page, "ring twice")
    assert {row.question for row in said(hands)} == {question.id}
    assert {talk.day for talk in hands.workshop._store.rows(Conversation)} == {yesterday}


def test_up_brings_the_last_back_and_enter_corrects_it(page, hands):
    say(page, "rign me")
    QTest.keyClick(page.capture, Qt.Key.Key_Up)
    assert page.capture.toPlainText() == "rign me"
    page.capture.selectAll()
    QTest.keyClicks(page.capture, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.said for row in said(hands)] == ["ring me"]
    assert page.capture.toPlainText() == ""


def test_after_the_talk_a_correction_keeps_the_first_version(page, hands):
    say(page, "rign me")
    QTest.keyClick(hands.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    QTest.mouseDClick(hands.find("Card 1, rign me, no. 1"), Qt.MouseButton.LeftButton)
    page.capture.selectAll()
    QTest.keyClicks(page.capture, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [(row.said, row.first_said) for row in said(hands)] == [("ring me", "rign me")]


def test_what_nobody_spoke_of_is_asked_next(page, hands):
    QTest.keyClick(page.capture, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    say(page, "so slow")
    missing = hands.workshop.talk.answers.unanswered_ways()
    assert len(missing) == 9
    hands.click("Ask this next")
    assert page.input.entry.ways.chosen == missing[0].id
    asked = page.input.strip.question
    assert (
        next(q for q in hands.workshop.prepare.questions.all() if q.id == asked).way
        == missing[0].id
    )
    assert QApplication.focusWidget() is page.capture
    say(page, "I had to ask twice")
    assert said(hands)[-1].way == missing[0].id
    assert len(hands.workshop.talk.answers.unanswered_ways()) == 8


def test_two_thousand_characters_are_kept_whole(page, hands):
    words = "word " * 400
    QApplication.clipboard().setText(words)
    QTest.keyClick(page.capture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.said for row in said(hands)] == [words.strip()]


def test_half_typed_words_survive_another_text_size(page, hands):
    hands.type_into("Kind", "parent")
    page.capture.setFocus()
    QTest.keyClicks(page.capture, "she was abo")
    hands.window.theme.resize(130)
    QApplication.processEvents()
    assert hands.page.capture.toPlainText() == "she was abo"
    QTest.keyClicks(hands.page.capture, "ut")
    assert hands.page.capture.toPlainText() == "she was about", "the caret stands behind it"
    assert hands.find("Kind", QLineEdit).text() == "parent"
    hands.window.theme.resize(100)
    QApplication.processEvents()


def test_undo_takes_a_card_back_and_the_next_one_still_works(page, hands):
    say(page, "ring me")
    for _again in range(10):
        hands.undo()
    assert said(hands) == []
    say(page, "more rye")
    assert [row.said for row in said(hands)] == ["more rye"]


def paste(page, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(page.capture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def pasted() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


ALL_FROM_ONE, ONE_EACH = "All from one customer", "From 4 customers, one line each"
EACH_REGULAR = f"{ONE_EACH}, Kind: regular"
LIST = "- Ring me back\n  2) Open at eight\n\n• More rye\n☐ A bench"


def test_undo_takes_the_customer_of_the_last_answer_from_above_the_box(page, hands):
    say(page, "ring me")
    assert hands.find("Customer", QLineEdit).text() == "1"
    hands.undo()
    assert hands.find("Customer", QLineEdit).text() == ""
    assert hands.find("Next customer", QAbstractButton).isVisible()


def test_what_stands_in_the_box_is_saved_before_the_next_customer(page, hands):
    say(page, "ring me")
    QTest.keyClicks(page.capture, "and there is no soap")
    hands.click("That was customer 1, next customer")
    assert [row.said for row in said(hands)] == ["ring me", "and there is no soap"]
    assert len(hands.workshop._store.rows(Customer)) == 1
    assert page.capture.toPlainText() == ""


def test_many_lines_ask_and_show_what_they_would_become(page, hands):
    paste(page, LIST)
    asks = pasted()
    labels = [label.text() for label in asks.findChildren(QLabel)]
    assert "4 lines: 4 cards, or one?" in labels
    assert {"Ring me back", "Open at eight", "More rye", "A bench"} <= set(labels)
    QTest.keyClick(asks, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [row.said for row in said(hands)] == [
        "Ring me back", "Open at eight", "More rye", "A bench",
    ]  # fmt: skip
    assert len(hands.workshop._store.rows(Customer)) == 4
    hands.window.activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.capture
    hands.undo()
    assert said(hands) == []


@pytest.mark.parametrize(("whose", "customers"), [(ALL_FROM_ONE, 1), (EACH_REGULAR, 5)])
def test_many_lines_are_from_one_customer_or_from_one_each(page, hands, whose, customers):
    hands.type_into("Customer", "Mrs Okafor")
    hands.type_into("Kind", "regular")
    page.capture.setFocus()
    say(page, "the smell of bread")
    paste(page, LIST)
    Hands(pasted()).click(whose)
    QTest.keyClick(pasted(), Qt.Key.Key_Return)
    QApplication.processEvents()
    rows = hands.workshop.talk.customers.all()
    assert (len(rows), {row.kind for row in rows}) == (customers, {"regular"})
    assert [row.name for row in rows if row.name] == ["Mrs Okafor"]
    assert len(hands.workshop.big_list.board().cards) == 5
    hands.window.activateWindow()
    QApplication.processEvents()
    hands.undo()
    assert len(said(hands)) == 1


def test_many_lines_may_be_one_card_or_none(page, hands):
    QTest.keyClicks(page.capture, "They said: ")
    paste(page, LIST)
    QTest.keyClick(pasted(), Qt.Key.Key_Escape)
    assert page.capture.toPlainText() == "They said: "
    paste(page, LIST)
    hands.click("One card")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.said for row in said(hands)] == [
        "They said: Ring me back\nOpen at eight\nMore rye\nA bench"
    ]


def test_half_typed_words_stay_when_many_lines_become_cards(page, hands):
    QTest.keyClicks(page.capture, "half a sen")
    paste(page, LIST)
    QTest.keyClick(pasted(), Qt.Key.Key_Return)
    assert len(said(hands)) == 4
    assert page.capture.toPlainText() == "half a sen"


def test_a_paper_sheet_is_typed_from_top_to_bottom_as_one_step(page, hands):
    asked = [question for question in hands.workshop.prepare.questions.all() if question.ticked]
    hands.type_into("Kind", "regular")
    hands.click("From a paper sheet")
    for words in ("the smell", "ring me back", "so slow"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "twice the same")
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, shift)
    QTest.keyClicks(QApplication.focusWidget(), "2. and again")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, control)
    QApplication.processEvents()
    rows = sorted(said(hands), key=lambda row: row.id)
    assert [(row.said, row.card is None, row.question, row.way) for row in rows] == [
        ("the smell", True, None, None),
        ("ring me back", False, None, None),
        ("so slow", False, asked[0].id, asked[0].way),
        ("twice the same", False, asked[1].id, asked[1].way),
        ("and again", False, asked[1].id, asked[1].way),
    ]
    talks = hands.workshop._store.rows(Conversation)
    assert [talk.closed for talk in talks] == [True]
    assert [row.kind for row in hands.workshop._store.rows(Customer)] == ["regular"]
    assert QApplication.focusWidget().toPlainText() == ""
    hands.undo()
    assert said(hands) == []


def test_a_half_typed_sheet_survives_another_text_size(page, hands):
    hands.click("From a paper sheet")
    QTest.keyClicks(QApplication.focusWidget(), "the smell of")
    hands.window.theme.resize(130)
    QApplication.processEvents()
    first = hands.find("What was good?")
    assert first.toPlainText() == "the smell of"
    hands.window.theme.resize(100)
    QApplication.processEvents()


def test_an_empty_sheet_says_so(page, hands):
    hands.click("From a paper sheet")
    hands.click("Take this sheet")
    assert "empty so far" in hands.message
    assert hands.workshop._store.rows(Customer) == []


def near_names(page) -> list[str]:
    return [
        press.accessibleName()
        for press in page.sidebar.near.findChildren(QAbstractButton)
        if press.isVisible()
    ]


def test_near_cards_are_hinted_and_nothing_happens_by_itself(page, hands, until):
    for words in ("The queue on Saturday is too long", "Bread for dogs", "More rye"):
        say(page, words)
    page.next_customer()
    QTest.keyClicks(page.capture, "such a long queue on Saturdays")
    until(lambda: near_names(page))
    name = "The same as card 1, The queue on Saturday is too long"
    assert near_names(page) == [name]
    assert len(said(hands)) == 3
    hands.click(name)
    board = hands.workshop.big_list.board()
    first = next(card for card in board.cards if card.code == 1)
    assert len(board.cards) == 3
    assert len(first.customers) == 2
    assert first.verbatims[1].said == "such a long queue on Saturdays"
    assert page.capture.toPlainText() == ""
    assert not near_names(page)


def test_after_an_import_near_cards_are_hinted_in_a_while(page, hands, until, monkeypatch):
    monkeypatch.setattr("cxworkshop.services.similarity.AT_ONCE", 1)
    for words in ("The queue on Saturday is too long", "Bread for dogs", "More rye"):
        say(page, words)
    QTest.keyClicks(page.capture, "such a long queue on Saturdays")
    until(lambda: near_names(page))
    assert near_names(page) == ["The same as card 1, The queue on Saturday is too long"]


def test_at_most_three_near_cards(page, hands, until):
    for n in range(5):
        say(page, f"The queue on Saturday is too long {n}")
    QTest.keyClicks(page.capture, "the queue on Saturday is long")
    until(lambda: near_names(page))
    assert len(near_names(page)) == 3


def test_another_customer_said_the_same_counts_one_more(page, hands):
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.capture, Qt.Key.Key_Return, control)
    assert "Type first what a customer said" in hands.message
    say(page, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_Return, control)
    QTest.keyClicks(page.capture, "more rye")
    QTest.keyClick(page.capture, Qt.Key.Key_Return, control)
    counts = {card.words: len(card.customers) for card in hands.workshop.big_list.board().cards}
    assert counts == {"ring me": 2, "more rye": 2}
    QApplication.processEvents()
    assert hands.find("Card 2, said the same, no. 3")
    words = {row.said for row in said(hands)}
    assert words == {"ring me", "more rye", None}


def test_praise_is_kept_without_a_card(page, hands):
    QTest.keyClick(page.capture, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    say(page, "the smell of bread")
    say(page, "ring me")
    assert [(row.said, row.card is None) for row in said(hands)] == [
        ("the smell of bread", True),
        ("ring me", False),
    ]
    assert hands.find("Praise, the smell of bread, good, no. 1")


def test_the_way_can_be_put_right_with_the_words(page, hands):
    QTest.keyClick(page.capture, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    say(page, "so slow")
    QTest.keyClick(page.capture, Qt.Key.Key_Up)
    assert page.input.entry.ways.chosen == "quick"
    QTest.keyClick(page.capture, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.way for row in said(hands)] == ["cares"]
    hands.undo()
    assert [(row.said, row.way) for row in said(hands)] == [("so slow", "quick")]


def test_the_foot_says_how_much_was_heard_and_what_is_missing(page, hands):
    begun = [label.text() for label in hands.window.desk.foot.findChildren(QLabel)]
    assert "Ask the first customer, and type what they say." in begun
    QTest.keyClick(page.capture, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    say(page, "so slow")
    foot = hands.window.desk.foot
    words = " ".join(label.text() for label in foot.findChildren(QLabel) if label.isVisible())
    assert "1 thing said by 1 customer" in words
    assert "9 of the ten ways got no answer yet" in words


def test_undo_from_the_box_takes_typing_back_first_and_then_the_card(page, hands):
    control = Qt.KeyboardModifier.ControlModifier
    say(page, "ring me")
    QTest.keyClicks(page.capture, "half a")
    for _again in range(12):
        QTest.keyClick(page.capture, Qt.Key.Key_Z, control)
        if not page.capture.toPlainText():
            break
    assert page.capture.toPlainText() == ""
    assert len(said(hands)) == 1
    QTest.keyClick(page.capture, Qt.Key.Key_Z, control)
    QApplication.processEvents()
    assert said(hands) == []
    QTest.keyClick(page.capture, Qt.Key.Key_Y, control)
    QApplication.processEvents()
    assert [row.said for row in said(hands)] == ["ring me"]
    QTest.keyClick(page.capture, Qt.Key.Key_Z, control)
    QTest.keyClick(page.capture, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert [row.said for row in said(hands)] == ["ring me"]


def test_an_answer_is_set_aside_by_delete_and_found_among_what_was_left_out(page, hands):
    say(page, "so slow")
    row = hands.find("Card 1, so slow, no. 1", RecentAnswer)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    answers = hands.workshop.talk.answers
    assert ([row.said for row in answers.set_aside()], answers.latest(9)) == (["so slow"], [])
    hands.window.dialogs.show_left_out()
    QApplication.processEvents()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LeftOutDialog))
    press = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Bring back")
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert answers.set_aside() == []
    dialog.close()


def kept(hands, words: str) -> int:
    """A card that was kept in round 1, in its second round; returns its code."""
    workshop = hands.workshop
    with workshop.as_one("Keep a card"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        card = workshop.talk.say(words, talk.id)
        pick = workshop.pick.put(workshop.pick.subject(str(card.code))).id
        workshop.make_better.schedule(pick, workshop.today)
        workshop.make_better.lock(pick, reason="a test")
        workshop.check.record_answer(pick, "better", Mark.NOTICES, kind="guest")
        workshop.check.give_verdict(pick, Verdict.NOTICE)
        workshop.staff_test.mark_sure(pick)
    workshop.rounds.start_next()
    QApplication.processEvents()
    return card.code


def test_what_was_kept_is_hinted_and_comes_back_by_one_key_as_the_same_card(page, hands, until):
    code = kept(hands, "Nobody answers the phone before nine")
    assert hands.workshop.big_list.board().cards == ()
    QTest.keyClicks(page.capture, "nobody answers the phone before nine again")
    until(lambda: near_names(page))
    assert near_names(page)[0].endswith("kept in round 1: has it slipped?")
    QTest.keyClick(page.capture, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    board = hands.workshop.big_list.board()
    assert [(card.code, card.rounds, len(card.customers)) for card in board.cards] == [(code, 2, 2)]
    assert page.capture.toPlainText() == ""


def test_short_words_that_were_kept_are_hinted_too(page, hands, until):
    code = kept(hands, "Queue")
    QTest.keyClicks(page.capture, "queue")
    until(lambda: near_names(page))
    assert near_names(page) == [f"The same as card {code}, Queue, kept in round 1: has it slipped?"]


def test_with_large_text_the_foot_says_what_was_kept_and_one_key_takes_it_back(page, hands, until):
    code = kept(hands, "Nobody answers the phone before nine")
    hands.window.theme.resize(200)
    hands.window.resize(1280, 720)
    QApplication.processEvents()
    page = hands.page
    QTest.keyClicks(page.capture, "nobody answers the phone before nine again")
    until(lambda: near_names(page))
    assert page.footer().bold == "kept in round 1: has it slipped?"
    QApplication.processEvents()
    hands.click(f"The same as {code}")
    assert [card.code for card in hands.workshop.big_list.board().cards] == [code]
    assert page.footer().next_label.endswith("next customer")


def ticks(dialog: QDialog) -> list[str]:
    return [tick.accessibleName() for tick in dialog.findChildren(QCheckBox)]


AGAIN = "Nobody answers the phone before nine"


def test_pasted_lines_that_were_kept_come_back_by_one_key_as_the_same_card(page, hands):
    code = kept(hands, AGAIN)
    paste(page, "More rye\n- nobody answers the phone before nine!\nA bench")
    asks = pasted()
    assert ticks(asks) == [f"The same as card {code}, {AGAIN}, kept in round 1: has it slipped?"]
    QTest.keyClick(asks.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    board = hands.workshop.big_list.board()
    told = {card.words: (card.code, len(card.verbatims)) for card in board.cards}
    assert told == {AGAIN: (code, 2), "More rye": (code + 1, 1), "A bench": (code + 2, 1)}
    assert board.left == ()
    hands.window.activateWindow()
    QApplication.processEvents()
    hands.undo()
    board = hands.workshop.big_list.board()
    assert (board.cards, [card.code for card in board.left]) == ((), [code])


def test_a_pasted_line_comes_back_by_its_tick_and_only_then(page, hands):
    code = kept(hands, AGAIN)
    paste(page, f"{AGAIN}\n{AGAIN} at last")
    asks = pasted()
    first, _other = asks.findChildren(QCheckBox)
    assert not first.isChecked()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    primary = [b.text() for b in asks.findChildren(QAbstractButton) if "cards from" in b.text()]
    assert primary == ["2 cards from 2 customers"]
    QTest.keyClick(asks, Qt.Key.Key_Return)
    QApplication.processEvents()
    cards = hands.workshop.big_list.board().cards
    assert [(card.code, len(card.verbatims)) for card in cards] == [(code, 2), (code + 1, 1)]


def test_one_key_without_a_similar_card_takes_nothing_and_loses_nothing(page, hands):
    QTest.keyClicks(page.capture, "something new")
    QTest.keyClick(page.capture, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert (said(hands), page.capture.toPlainText()) == ([], "something new")
