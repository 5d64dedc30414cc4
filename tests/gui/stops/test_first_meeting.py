"""Small things of stops 1 to 4 that a first meeting stumbled over, each by mouse or keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QToolButton

from cxworkshop import catalogue
from cxworkshop.model import Conversation
from tests.gui.conftest import improve
from tests.gui.painted import settle
from tests.gui.stops.talking import say
from ui.stops.big_list.gather.view import GatheredView
from ui.stops.big_list.tools import ListTools
from ui.widgets.buttons import Button, ChoiceButton
from ui.widgets.day_field import DayField

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def shown(hands) -> str:
    labels = hands.page.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def listed(hands, *words: str) -> None:
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    for said in words:
        hands.workshop.talk.say(said, talk.id)


# Dates


def test_day_1_of_a_round_with_a_locked_plan_does_not_become_2028(improving):
    before = improving.workshop.prepare.day_1()
    improving.go(1)
    improving.type_into("Day 1", "5 Feb 2028", enter=True)
    assert improving.workshop.prepare.day_1() == before
    assert improving.message.startswith("Day 1 can’t be Sat 5 Feb 2028: a plan of this round")
    assert improving.find("Day 1", DayField).day() == before


def test_an_answer_is_not_filed_under_today_while_its_date_cannot_be_read(hands):
    hands.go(2)
    field = hands.find("Date", QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "4 Dezz")
    say(hands.page, "ring me")
    assert hands.workshop._store.rows(Conversation) == []
    assert "“4 Dezz” is no day we can read." in shown(hands)
    assert QApplication.focusWidget() is field
    field.selectAll()
    QTest.keyClicks(field, "yesterday")
    hands.page.capture.setFocus()
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    yesterday = hands.workshop.today - timedelta(days=1)
    assert [talk.day for talk in hands.workshop._store.rows(Conversation)] == [yesterday]
    assert "no day we can read" not in shown(hands)


def test_a_planned_talk_is_not_added_without_a_day_that_cannot_be_read(hands):
    hands.go(1)
    for name, words in (("who of us", "Ben"), ("talks to whom", "two regulars")):
        hands.type_into(name, words)
    hands.type_into("By when", "32 Dec")
    hands.click("Add who talks to whom")
    assert hands.workshop.prepare.planned_talks.all() == []
    assert "There is no such day in the calendar." in shown(hands)
    hands.type_into("By when", "4 Dec 2026")
    hands.click("Add who talks to whom")
    assert [row.by_when for row in hands.workshop.prepare.planned_talks.all()] == [
        date(2026, 12, 4)
    ]


def test_the_days_of_other_months_are_paler_in_the_calendar(hands):
    hands.go(1)
    hands.type_into("Day 1", "25 Nov 2026", enter=True)
    field = hands.find("Day 1", DayField)
    field.open_calendar()
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    picture = popup.grab().toImage()
    tokens = hands.window.theme.tokens
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(4)}
    assert tokens.edge.lower() in colours  # the border
    view = field._calendar.month.findChild(QPlainTextEdit) or field._calendar.month
    table = next(w for w in view.children() if w.objectName() == "qt_calendar_calendarview")
    # Mon 26 Oct stands first, 30 Nov in the last row
    darkest = [
        min(
            picture.pixelColor(point.x() + x, point.y() + y).lightness()
            for x in range(30)
            for y in range(20)
        )
        for point in (
            table.viewport().mapTo(popup, table.visualRect(table.model().index(row, 1)).topLeft())
            + QPoint(8, 8)
            for row in (1, 2)
        )
    ]
    assert darkest[0] > darkest[1] + 40
    popup.hide()


# Stop 1


def test_who_talks_to_whom_is_edited_in_place(hands):
    workshop = hands.workshop
    workshop.prepare.planned_talks.add(workshop.people.find_or_add("Ben"), "two regulars")
    hands.go(1)
    hands.type_into("Who: Ben: two regulars", "Mira", enter=True)
    hands.rewrite("To whom: Mira: two regulars", "three parents")
    hands.type_into("By when: Mira: three parents", "4 Dec 2026", enter=True)
    (row,) = workshop.prepare.planned_talks.all()
    assert workshop.people.name_of(row.asker) == "Mira"
    assert (row.whom, row.by_when) == ("three parents", date(2026, 12, 4))
    hands.undo()
    assert workshop.prepare.planned_talks.all()[0].by_when is None


def test_a_question_is_flagged_under_the_box_while_it_is_typed(hands):
    hands.go(1)
    hands.click("Questions")
    box = hands.find("Add a question of your own", QLineEdit)
    QTest.keyClicks(box, "Do you like our tea?")
    QApplication.processEvents()
    assert "Yes or no answers this. Rather: “When do you like our tea, and when not?" in shown(
        hands
    )
    hands.click("Ask it so: When do you like our tea, and when not? Tell me about the last time.")
    assert "Yes or no" not in shown(hands)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert hands.workshop.prepare.questions.ticked()[-1].words.startswith("When do you like")
    area = hands.find("Question 1", QPlainTextEdit)
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, "What was good? And what was bad?")
    QApplication.processEvents()
    assert "This asks two things at once. Rather: “What was good?”" in shown(hands)


# Stop 3


def chosen(menu: QMenu, *entries: str) -> None:
    """Trigger an entry of a menu's submenus by their words."""
    *above, last = entries
    for words in above:
        menu = next(a.menu() for a in menu.actions() if a.text() == words)
    next(a for a in menu.actions() if a.text() == last).trigger()


@pytest.mark.parametrize("view", ["board", "tree"])
def test_after_delete_the_next_card_has_the_keyboard(hands, view):
    listed(hands, "one", "two", "three")
    hands.go(3)
    if view == "tree":
        QTest.keyClick(hands.window, Qt.Key.Key_F2)
    page = hands.page
    front = page.views.front
    first = hands.workshop.big_list.board().cards[0].id
    page.views.focus_card(first)
    for left in (["two", "three"], ["three"]):
        QTest.keyClick(front, Qt.Key.Key_Delete)
        QApplication.processEvents()
        assert [card.words for card in hands.workshop.big_list.board().cards] == left
    assert QApplication.focusWidget() is front
    QTest.keyClick(front, Qt.Key.Key_Delete)
    assert hands.workshop.big_list.board().cards == ()


def test_a_cards_way_is_set_from_its_menu(hands):
    from ui.stops.big_list.menus import card_menu

    listed(hands, "one", "two")
    hands.go(3)
    page = hands.page
    cards = [card.id for card in hands.workshop.big_list.board().cards]
    menu = card_menu(page.board, page.board.headlines, page.board_actions, cards)
    chosen(menu, "It is about the way …", "1  Quick")
    assert {card.way for card in hands.workshop.big_list.board().cards} == {"quick"}
    menu = card_menu(page.board, page.board.headlines, page.board_actions, cards[:1])
    chosen(menu, "It is about the way …", "None of them")
    assert [card.way for card in hands.workshop.big_list.board().cards] == [None, "quick"]
    hands.undo()
    hands.undo()
    assert {card.way for card in hands.workshop.big_list.board().cards} == {None}


# Stop 4


def test_no_chip_moves_under_the_mouse_while_deciders_are_ticked(hands):
    for name in ("Mira", "Ben", "Ana"):
        hands.workshop.people.find_or_add(name)
    listed(hands, "parking")
    hands.go(4)

    def places() -> dict[str, QPoint]:
        chips = [b for b in hands.page.findChildren(Button) if "decide" in b.accessibleName()]
        return {chip.words: chip.mapTo(hands.page, QPoint(0, 0)) for chip in chips}

    before = places()
    assert list(before) == ["Mira", "Ben", "Ana"]
    for name in before:
        chip = next(b for b in hands.page.findChildren(Button) if b.words == name)
        QTest.mouseClick(chip, LEFT)
        QApplication.processEvents()
        assert places() == before
        assert chip.isVisible()
    assert len(hands.workshop.pick.deciders()) == 3


def test_a_swap_names_who_comes_and_who_goes_and_esc_leaves_it(hands):
    listed(hands, "parking", "greeting", "forms", "phone")
    for code in "123":
        hands.workshop.pick.put(hands.workshop.pick.subject(code))
    hands.go(4)
    page = hands.page
    page.list.choose(3)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    hands.click("Swap for …")
    says = "“phone” comes in, “forms” goes back to the list. Esc leaves both as they are."
    assert says in shown(hands)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert says not in shown(hands)
    assert QApplication.focusWidget() is page.list
    assert not page.slots[0].button.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_1)
    hands.click("Swap for …")
    hands.click("Swap in slot 2")
    words = [pick.subject.headline for pick in hands.workshop.share.outcomes()]
    assert words == ["parking", "phone", "forms"]
    assert QApplication.focusWidget() is page.list


def test_an_improvement_begun_today_leaves_day_1_where_it_may_be(improving):
    improve(improving.workshop, "The street is dark.")
    improving.go(1)
    improving.type_into("Day 1", "1 Nov 2026", enter=True)
    assert improving.workshop.prepare.day_1() == date(2026, 11, 1)


def test_the_buttons_inside_the_search_field_have_names(hands):
    listed(hands, "parking")
    hands.go(3)
    field = hands.find("Find words, or type a number", QLineEdit)
    names = [button.accessibleName() for button in field.findChildren(QToolButton)]
    assert sorted(names) == ["Clear the search", "Find"]


def test_after_four_times_yes_the_keyboard_is_at_the_next_thing_to_do(hands):
    listed(hands, "parking", "greeting")
    for code in "12":
        hands.workshop.pick.put(hands.workshop.pick.subject(code))
    hands.go(4)
    for slot in hands.page.slots[:2]:
        for _criterion in range(4):
            choices = slot.findChildren(ChoiceButton)
            yes = next(c for c in choices if c.isVisible() and c.text() == "Yes")
            QTest.mouseClick(yes, LEFT)
            QApplication.processEvents()
        now = QApplication.focusWidget()
        if slot.number == 1:
            assert hands.page.slots[1].isAncestorOf(now)
            assert now.accessibleName().endswith(", yes")
    assert now is hands.page.list


def test_by_keys_enter_on_a_criterion_goes_to_its_yes_and_on_to_the_next(hands):
    listed(hands, "parking", "greeting")
    hands.go(4)
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    QApplication.processEvents()
    hands.find("We can improve it: not answered yet").setFocus()
    for expected in (criterion.title for criterion in catalogue.criteria()):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()
        assert QApplication.focusWidget().accessibleName() == f"{expected}, yes"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(hands.workshop.pick.judgements(1)) == 4
    assert QApplication.focusWidget() is hands.page.list


def test_one_card_that_was_found_has_nothing_to_scroll(hands):
    listed(hands, "parking", "greeting")
    hands.go(3)
    QTest.keyClicks(hands.find("Find words, or type a number", QLineEdit), "park")
    settle()
    (found,) = [v for v in hands.page.findChildren(GatheredView) if v.isVisible()]
    assert found.verticalScrollBar().maximum() == 0


def test_the_tools_of_the_list_stay_on_one_line_when_a_card_is_set_aside(hands):
    listed(hands, "parking", "greeting", "forms")
    hands.window.resize(1280, 720)
    hands.go(3)
    settle()
    (tools,) = hands.page.findChildren(ListTools)
    high = tools.height()
    hands.workshop.big_list.set_aside(hands.workshop.pick.subject("3").cards)
    settle()
    assert hands.find("1 set aside", Button).isVisible()
    assert tools.height() == high
