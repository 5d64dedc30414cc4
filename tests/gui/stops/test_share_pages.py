"""Stop 8's pages: answers to everybody, the page that starts a round, and the year."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from cxworkshop.model import Mark, NextStep, Verdict
from cxworkshop.sheets import write_sheets
from cxworkshop.wishes import AnswerKind
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import pages
from tests.gui.conftest import Hands
from ui.stops.share.round_start_page import RoundStartPage
from ui.widgets.day_field import DayField
from ui.widgets.layout_items import parts_of
from ui.widgets.lists import RowList
from ui.widgets.open_rows import OpenRow
from ui.widgets.scroll_area import ScrollArea

pytestmark = pytest.mark.begins_at(8)

ROUNDS = Path(__file__).resolve().parents[2] / "files/rounds"
TODAY = date(2026, 12, 17)


def settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def said(hands) -> str:
    labels = hands.page.findChildren(QLabel)
    return " | ".join(w.text() for w in labels if w.isVisible() and w.text())


@pytest.fixture
def listed(hands) -> Hands:
    """Three wishes, said by one customer who wants to hear."""
    workshop = hands.workshop
    customer = workshop.talk.next_customer().id
    for words in ("rye at ten", "the bus goes early", "parking"):
        workshop.talk.say(words, workshop.talk.begin(customer).id)
    workshop.talk.customers.set_wants_to_hear(customer)
    hands.go(8)
    settle()
    hands.click("Answers to everybody")
    settle()
    return hands


@pytest.fixture
def three_rounds(window, tmp_path) -> Hands:
    """A workshop of three rounds, with something in it that was picked and never begun."""
    path = tmp_path / "dentist.cxw"
    shutil.copy(ROUNDS / "three-rounds-format-2.cxw", path)
    window.workshops.show(Workshop.open(path, TODAY))
    window.activateWindow()
    hands = Hands(window)
    hands.go(8)
    settle()
    return hands


def answer_of(hands, code: int) -> tuple[AnswerKind, str]:
    wishes = hands.workshop.answers.to_everybody().wishes
    wish = next(wish for wish in wishes if wish.card.code == code)
    return wish.kind, " ".join((wish.lead, *wish.sentences))


def fill(hands, name: str, text: str, *, enter: bool = False) -> None:
    field = hands.find(name)
    field.setFocus()
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_a_no_with_who_can_is_written_by_keys_alone_and_undone(listed):
    assert "0 of 3" in said(listed)
    assert QApplication.focusWidget() is listed.page.inner.list
    listed.key(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "the oven is too small")
    listed.key(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "the mill in Bow Street")
    listed.key(Qt.Key.Key_Return)
    settle()
    kind, words = answer_of(listed, 1)
    assert kind is AnswerKind.CANT
    assert words == ("We can’t, because the oven is too small. Who can: the mill in Bow Street.")
    assert QApplication.focusWidget() is listed.page.inner.list
    assert len(listed.workshop.big_list.board().cards) == 2
    assert "0 of 3" in said(listed)
    listed.undo()
    assert answer_of(listed, 1)[0] is AnswerKind.LIST


def test_a_wish_is_handed_on_with_its_day_and_later_their_answer(listed):
    listed.key(Qt.Key.Key_Down)
    listed.click("Hand on to …")
    fill(listed, "Handed on to", "the bus company")
    assert listed.find("Asked on", DayField).day() == listed.workshop.today
    listed.click("Save")
    settle()
    assert answer_of(listed, 2)[0] is AnswerKind.HANDED_ON
    assert "We wait for 1 answer from others" in said(listed)
    listed.key(Qt.Key.Key_Return)
    fill(listed, "What they say", "From March on it waits", enter=True)
    assert "They say: “From March on it waits”" in answer_of(listed, 2)[1]
    listed.click("Back on the list")
    assert answer_of(listed, 2)[0] is AnswerKind.LIST


def test_a_no_without_a_reason_is_refused_in_the_form_and_esc_leads_back_step_by_step(listed):
    page = listed.page.inner
    listed.click("We can’t, because …")
    listed.click("Save")
    assert "There are no words in it." in said(listed)
    assert answer_of(listed, 1)[0] is AnswerKind.LIST
    listed.key(Qt.Key.Key_Escape)
    assert listed.page.inner is page
    listed.key(Qt.Key.Key_Escape)
    assert listed.page.inner is None
    assert QApplication.focusWidget().text() == "Answers to everybody"


def test_a_chip_without_wishes_says_so_and_leaves_the_keyboard_where_it_is(listed):
    listed.click("Tried 0")
    settle()
    assert "No wish has this answer." in said(listed)
    assert QApplication.focusWidget().accessibleName() == "Tried 0"
    assert not listed.page.inner.list.isVisible()
    listed.click("All 3")
    settle()
    assert "No wish has this answer." not in said(listed)
    assert listed.page.inner.list.isVisible()


def test_pages_without_anything_say_what_will_stand_there(hands):
    for key, words in (
        ("answers", "Nobody has wished for anything yet. Each wish will have its answer here."),
        ("round_start", "Nothing was picked in this round."),
        ("year", "Your first three rings."),
    ):
        hands.go(8)
        hands.page.open_inner(key)
        settle()
        assert words in said(hands)
        assert "0 of 0" not in said(hands)
        assert hands.page.inner.isAncestorOf(QApplication.focusWidget()), "the keys are on the page"
        hands.key(Qt.Key.Key_Escape)


def test_a_round_begins_at_what_is_open_and_enter_goes_to_the_very_thing(improving):
    improving.workshop.today += timedelta(days=40)
    improving.go(8)
    improving.click("Start round 2")
    settle()
    row = QApplication.focusWidget()
    assert isinstance(row, OpenRow)
    assert row.line.title == "Nobody rings back."
    improving.key(Qt.Key.Key_Return)
    settle()
    assert improving.window.desk.here == 6
    assert improving.page.tabs.pick == improving.workshop.pick.in_slot(1).id


def test_no_list_of_the_page_scrolls_above_empty_room(improving):
    improving.click("Start round 2")
    improving.window.resize(1366, 768)
    settle()
    page = improving.page.findChild(RoundStartPage)
    lists = page.open.findChildren(RowList)
    assert lists
    assert all(one.verticalScrollBar().maximum() == 0 for one in lists)
    foot = page.then_and_now.mapTo(page, page.then_and_now.rect().bottomLeft()).y()
    assert page.height() - foot < 24


def test_what_is_picked_keeps_its_place_and_the_form_says_why(listed):
    listed.workshop.pick.put(listed.workshop.pick.subject("1"))
    settle()
    listed.click("We can’t, because …")
    fill(listed, "Because", "no", enter=True)
    assert answer_of(listed, 1)[0] is AnswerKind.LIST
    assert listed.page.inner.writing.form.isVisible()
    assert "slot 1" in said(listed)


def test_chips_filter_by_the_kind_of_answer_and_count(listed):
    answers = listed.workshop.answers
    answers.cant(answers.subject("2"), "the town decides")
    settle()
    listed.click("Can’t 1")
    shown = listed.page.inner.list
    assert [shown.current.card.code, shown.model().rowCount()] == [2, 1]
    listed.click("All 3")
    assert shown.model().rowCount() == 3


def test_a_card_is_answered_from_its_menu_on_the_big_list(listed):
    listed.go(3)
    board, card = listed.page.board, listed.workshop.big_list.board().cards[0]
    place = board.board_layout.area_of(board.cards[card.id]).center()
    asked = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(asked, place, board.viewport().mapToGlobal(place))
    QApplication.sendEvent(board.viewport(), event)
    menu = QApplication.activePopupWidget()
    entry = next(one for one in menu.actions() if one.text() == "We can’t, because …")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    settle()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "no room")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert answer_of(listed, card.code) == (AnswerKind.CANT, "We can’t, because no room.")


def test_somebody_is_told_with_how_and_the_tick_comes_off_again(hands):
    hands.go(8)
    hands.click("Add All staff")
    hands.find("All staff", QAbstractButton).click()
    settle()
    fill(hands, "How they were told: All staff", "at the door", enter=True)
    row = hands.workshop.share.to_tell()[0]
    assert (row.how, row.told_on) == ("at the door", hands.workshop.today)
    hands.find("All staff", QAbstractButton).click()
    settle()
    row = hands.workshop.share.to_tell()[0]
    assert (row.how, row.told_on) == ("", None)


def not_noticed(hands) -> None:
    """The first improvement gets another 30 days."""
    workshop = hands.workshop
    pick = workshop.pick.in_slot(1).id
    workshop.make_better.unlock(pick)
    workshop.make_better.set_words(pick, promise_when="calls", promise_we="ring back")
    workshop.make_better.lock(pick)
    workshop.check.record_answer(pick, "nothing changed", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.conclusions.write_learned(pick, "Too few phones")
    workshop.check.choose_next_step(pick, NextStep.AGAIN)


def test_the_round_starts_by_keys_on_its_page_and_no_key_takes_it_back(improving):
    not_noticed(improving)
    improving.workshop.share.add_to_tell("The council")
    improving.go(8)
    settle()
    improving.find("Start round 2", QAbstractButton).setFocus()
    improving.key(Qt.Key.Key_Space)
    words = said(improving)
    assert "Nothing kept in this round yet. Thank them for trying." in words
    assert "another 30 days: goes on in slot 1" in words
    learned = "We tried, and learned: Too few phones."
    assert f"When a customer calls, we ring back. | {learned}" in words
    second = improving.find("Still open, goes along").findChildren(OpenRow)
    assert [row.line.words for row in second] == ["Ask customers what they notice"]
    assert "The council | not told yet" in words
    assert "“Nobody rings back.” | “nothing changed” | 0 of 1 customer notices." in words
    assert improving.workshop.rounds.current().number == 1
    improving.find("Start round 2", QAbstractButton).setFocus()
    improving.key(Qt.Key.Key_Space)
    settle()
    assert improving.workshop.rounds.current().number == 2
    assert improving.window.desk.here == 1
    improving.key(Qt.Key.Key_Space)
    assert improving.workshop.rounds.current().number == 2
    assert improving.workshop.pick.in_slot(1).continues is not None


def test_not_yet_leads_back_and_papers_are_ticked_as_printed(improving):
    improving.go(8)
    improving.click("Start round 2")
    improving.click("Printed: The poster")
    settle()
    row = improving.workshop.share.to_tell()[0]
    assert (row.who, row.told_on) == ("The poster", improving.workshop.today)
    improving.click("Not yet")
    assert improving.page.inner is None
    assert improving.workshop.rounds.current().number == 1


def test_the_year_tells_each_story_check_after_check_and_what_was_never_begun(three_rounds):
    three_rounds.click("Open the year")
    settle()
    words = said(three_rounds)
    assert "picked, and not begun" in words
    assert "Looked again" in words
    assert "The ten ways" in words
    assert not three_rounds.window.desk.rail.isVisible()
    assert QApplication.focusWidget().accessibleName().startswith("Round 1, September 2026")
    three_rounds.key(Qt.Key.Key_Return)
    settle()
    assert "0 of 2, then 2 of 2" in said(three_rounds)
    three_rounds.key(Qt.Key.Key_Escape)
    assert three_rounds.window.desk.rail.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_words_of_the_year_are_cut(three_rounds, percent):
    three_rounds.window.resize(1280, 720)
    three_rounds.window.theme.resize(percent)
    settle()
    three_rounds.page.open_inner("year")
    settle()
    for label in three_rounds.page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        elif label.isVisible():
            assert label.width() >= label.sizeHint().width(), label.text()
    three_rounds.window.theme.resize(100)


def test_buttons_of_a_head_that_scrolls_touch_nothing_below_them(improving):
    improving.window.resize(1280, 720)
    improving.window.theme.resize(200)
    for key in ("", "answers", "year"):
        if key:
            improving.page.open_inner(key)
        settle()
        area = next(a for a in improving.page.findChildren(ScrollArea) if a.isVisible())
        head, below = parts_of(area.box)[:2]
        buttons = [b for b in head.findChildren(QAbstractButton) if b.isVisible()]
        foot = max(b.mapTo(area, b.rect().bottomLeft()).y() for b in buttons)
        assert below.mapTo(area, below.rect().topLeft()).y() - foot > 8, key
    improving.window.theme.resize(100)


def test_the_year_on_screen_has_the_days_lost_and_expectations_of_the_one_to_hang_up(
    bakery, tmp_path
):
    bakery.go(8)
    bakery.click("Open the year")
    settle()
    on_screen = said(bakery)
    (path,) = write_sheets(bakery.workshop, ["year-wall"], tmp_path)
    on_paper = pages(path)[0]
    assert "Days lost to blockers | 34 in all | 7 | 3 | 7 | 17 |" in on_screen
    assert "Days lost to blockers 7 3 7 17 34 in all" in on_paper
    assert "We expected it right | 3 of 6 right | 1 of 2 | 1 of 3 | 1 of 1 |" in on_screen
    assert "We expected it right 1 of 2 1 of 3 1 of 1 3 of 6 right" in on_paper


def test_who_settled_in_this_round_what_an_earlier_one_left_is_thanked(bakery, tmp_path):
    bakery.go(8)
    bakery.click("Start round 5")
    settle()
    on_screen = said(bakery)
    (path,) = write_sheets(bakery.workshop, ["round-start"], tmp_path)
    on_paper = pages(path)[0]
    title = "One slip for every cake, and a text the day before"
    assert (
        f"What was kept | 0 of 2, 1 from before | {title} | from round 2 | Whom to thank | Ben"
        in on_screen
    )
    assert f"What was kept, and whom to thank {title} from round 2" in on_paper
