"""Stop 1: who, the questions, the agenda, the encounter, the promises; by mouse and keys."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit

from tests.gui.painted import settle
from ui.stops.head import SayAndWatch
from ui.stops.prepare.back_row import BackRowTest
from ui.wall.place import WallPlace
from ui.wall.screens import info_of
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRows
from ui.widgets.fields import TextArea
from ui.widgets.layout_items import parts_of
from ui.widgets.lists import RowList
from ui.widgets.names import NameCompleter
from ui.widgets.tick import Tick

ALT = Qt.KeyboardModifier.AltModifier
NEW = "New words"


@pytest.fixture
def prepare(hands):
    hands.go(1)
    return hands.workshop.prepare


def shown(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def test_whom_we_serve_is_added_reworded_and_set_aside(prepare, hands):
    assert "Who are you here for? Write down the first kind of customer." in shown(hands)
    hands.type_into("Whom we serve: Add a kind of customer", "regulars", enter=True)
    name = "Whom we accept we will not please: Add a kind of customer"
    hands.type_into(name, "bargain hunters", enter=True)
    hands.rewrite("regulars", "early birds")
    assert [(row.words, row.serve) for row in prepare.served.all()] == [
        ("early birds", True),
        ("bargain hunters", False),
    ]
    assert abs(below_its_first_line(hands, "bargain hunters", "Set aside: bargain hunters")) <= 1
    hands.click("Set aside: bargain hunters")
    assert [row.words for row in prepare.served.all()] == ["early birds"]
    hands.undo()
    assert len(prepare.served.all()) == 2


def below_its_first_line(hands, area: str, button: str) -> int:
    """How many pixels the middle of a button is below that of the first line beside it."""
    field, press = hands.find(area, QPlainTextEdit), hands.find(button, QAbstractButton)
    line = field.viewport().mapTo(hands.window, field.cursorRect().center())
    assert field.textCursor().blockNumber() == 0
    return press.mapTo(hands.window, press.rect().center()).y() - line.y()


def test_the_team_its_day_and_its_paper(prepare, hands):
    hands.type_into("Team", "Corner Cafe")
    assert prepare.team().team == "Corner Cafe"
    hands.type_into("Day 1", "25 Nov 2026", enter=True)
    assert prepare.day_1() == date(2026, 11, 25)
    assert "Day 30 is Fri 25 Dec 2026" in shown(hands)
    hands.click("Paper: Letter")
    assert prepare.team().paper == "Letter"
    for _step in range(3):
        hands.undo()
    assert prepare.team().team == "Corner Bakery"
    assert prepare.team().paper == "A4"


def test_what_we_are_good_at_and_the_experience_we_want_to_offer(prepare, hands):
    hands.rewrite("What we are good at", "  Rye   bread ")
    assert not hands.window.desk.drafts.have_words, "it is written, without the spare spaces"
    hands.rewrite("The experience we want to offer", "Home, for ten minutes")
    assert (prepare.team().good_at, prepare.team().experience) == (
        "Rye bread",
        "Home, for ten minutes",
    )
    hands.undo()
    assert hands.find("The experience we want to offer", TextArea).text() == ""
    hands.rewrite("What we are good at", "x" * 501)
    assert "500 is the most" in hands.message
    assert prepare.team().good_at == "Rye bread"


def test_who_has_a_say_is_ticked_by_name(prepare, hands):
    hands.type_into("Who has a say: Add a name", "Mira", enter=True)
    assert [(row.name, row.has_say) for row in hands.workshop.people.all()] == [("Mira", True)]
    hands.click("Mira has a say")
    assert [row.has_say for row in hands.workshop.people.all()] == [False]
    hands.undo()
    hands.undo()
    assert hands.workshop.people.all() == []


def test_several_names_with_commas_are_several_people(prepare, hands):
    hands.type_into("Who has a say: Add a name", "Helena, Ben; Mira,", enter=True)
    assert [row.name for row in hands.workshop.people.all()] == ["Helena", "Ben", "Mira"]
    assert all(row.has_say for row in hands.workshop.people.all())
    hands.undo()
    assert hands.workshop.people.all() == []


def test_who_talks_to_whom_by_when(prepare, hands):
    hands.type_into("who of us", "Ben")
    hands.type_into("talks to whom", "two regulars", enter=True)
    (talk,) = prepare.planned_talks.all()
    assert hands.workshop.people.name_of(talk.asker) == "Ben"
    hands.click("Done: Ben: two regulars")
    assert prepare.planned_talks.all()[0].done_on == hands.workshop.today
    hands.click("Take out: Ben: two regulars")
    assert prepare.planned_talks.all() == []
    hands.undo()
    assert len(prepare.planned_talks.all()) == 1


def test_questions_are_ticked_reworded_and_put_in_order(prepare, hands):
    hands.click("Questions")
    before = [row.id for row in prepare.questions.ticked()]
    hands.rewrite("Question 2", NEW)
    assert prepare.questions.ticked()[1].words == NEW
    hands.click(f"Move up: {NEW}")
    assert [row.id for row in prepare.questions.ticked()][:2] == [before[1], before[0]]
    area = hands.find("Question 1", TextArea)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Down, ALT)
    QApplication.processEvents()
    assert [row.id for row in prepare.questions.ticked()] == before
    assert QApplication.focusWidget() is area
    hands.click(f"Leave out: {NEW}")
    assert before[1] not in [row.id for row in prepare.questions.ticked()]
    hands.undo()
    assert [row.id for row in prepare.questions.ticked()] == before


def test_the_first_can_go_no_further_up(prepare, hands):
    hands.click("Questions")
    title = hands.workshop.undo_title()
    hands.click(f"Move up: {prepare.questions.ticked()[0].words}")
    assert hands.workshop.undo_title() == title


def test_a_question_of_our_own_belongs_to_the_way_in_front(prepare, hands):
    hands.click("Questions")
    second = prepare.ways()[1]
    count = sum(question.way == second.id for question in prepare.questions.ticked())
    hands.click(f"{second.name}, {count} asked")
    hands.type_into("Add a question of your own", "What is it like to park?", enter=True)
    own = prepare.questions.ticked()[-1]
    assert (own.words, own.way) == ("What is it like to park?", second.id)
    hands.click("What is it like to park?")
    assert own.id not in [row.id for row in prepare.questions.ticked()]
    assert own.id in [row.id for row in prepare.questions.all()]


def test_a_yes_or_no_question_is_flagged_and_never_refused(prepare, hands):
    hands.click("Questions")
    hands.type_into("Add a question of your own", "Do you like our tea?", enter=True)
    assert prepare.questions.ticked()[-1].words == "Do you like our tea?"
    better = "When do you like our tea, and when not? Tell me about the last time."
    hands.click(f"Ask it so: {better}")
    assert prepare.questions.ticked()[-1].words == better
    assert not any(text.startswith("Yes or no") for text in shown(hands))
    hands.undo()
    assert prepare.questions.ticked()[-1].words == "Do you like our tea?"


def test_a_way_may_have_the_teams_own_name(prepare, hands):
    hands.click("Questions")
    hands.type_into("Our name for this way", "Fast")
    assert prepare.ways()[0].name == "Fast"
    hands.go(2)
    assert hands.find("Fast")


def test_the_agendas_minutes_add_up(prepare, hands):
    hands.click("Agenda")
    first = prepare.agenda.meeting(1).lines[0].line
    assert first.title == "When were you served well? Tell your neighbour"
    assert first.minutes == 5
    whole = prepare.agenda.minutes(1)
    hands.type_into(f"Minutes: {first.title}", "25")
    assert prepare.agenda.minutes(1) == whole + 20
    assert any(f": {whole + 20} min, 3 h 20 min" in text for text in shown(hands))
    hands.type_into("Day 1: Add a line", "Coffee", enter=True)
    assert [row.line.title for row in prepare.agenda.meeting(1).lines][-1] == "Coffee"
    hands.click("Move up: Coffee")
    assert [row.line.title for row in prepare.agenda.meeting(1).lines][-2] == "Coffee"
    hands.rewrite("Coffee", "Tea")
    hands.click("Leave out: Tea")
    assert prepare.agenda.minutes(1) == whole + 20
    for _step in range(5):
        hands.undo()
    assert prepare.agenda.minutes(1) == whole


def test_each_line_of_the_agenda_says_when_it_begins_and_ends(prepare, hands):
    hands.click("Agenda")
    assert not any(" – " in text for text in shown(hands))
    hands.type_into("Day 1: begins at", "9.30", enter=True)
    assert {"9:30 – 9:35", "ends at 12:30"} <= set(shown(hands))
    hands.type_into("Day 30: begins at", "2 pm")
    assert "14:00 – 14:" in " ".join(shown(hands))
    first = prepare.agenda.meeting(1).lines[0].line
    hands.type_into(f"Minutes: {first.title}", "25")
    assert {"9:30 – 9:55", "ends at 12:50"} <= set(shown(hands))
    hands.type_into("Day 1: begins at", "half nine")
    assert hands.message == "“half nine” is no time we can read. Try 9, 9:30 or 14.00."
    assert prepare.agenda.meeting(1).starts_at == 9 * 60 + 30
    for _step in range(3):
        hands.undo()
    assert prepare.agenda.meeting(1).starts_at is None


@pytest.mark.paints  # a field finds its line's height when it is painted
def test_minutes_are_numbers_only(prepare, hands):
    hands.click("Agenda")
    first = prepare.agenda.meeting(1).lines[0].line
    hands.type_into(f"Minutes: {first.title}", "abc-7")
    assert prepare.agenda.meeting(1).lines[0].line.minutes == 7
    field, title = hands.find(f"Minutes: {first.title}"), hands.find(first.title, QPlainTextEdit)
    assert field.text() == "7"
    digits, words = field.cursorRect().center(), title.cursorRect().center()
    assert abs(field.mapTo(hands.page, digits).y() - title.mapTo(hands.page, words).y()) <= 2


def test_the_encounters_steps_and_what_each_adds(prepare, hands):
    hands.click("The encounter")
    hands.type_into("Add a step", "waiting in line", enter=True)
    hands.type_into("Add a step", "choosing", enter=True)
    hands.rewrite("What step 2 adds", "somebody who knows the bread")
    hands.click("Move up: choosing")
    hands.click("Drop: waiting in line")
    assert [(row.words, row.adds, row.dropped) for row in prepare.encounter.steps()] == [
        ("choosing", "somebody who knows the bread", False),
        ("waiting in line", "", True),
    ]
    hands.click("Take it back: waiting in line")
    assert [row.dropped for row in prepare.encounter.steps()] == [False, False]


def test_promises_stand_beside_what_customers_say(prepare, hands):
    hands.click("Promises")
    hands.type_into("Add a promise", "Fresh until we close", enter=True)
    hands.rewrite("Customers say of: Fresh until we close", "not after five")
    (deed,) = prepare.promises.all()
    assert (deed.promise, deed.customers_say) == ("Fresh until we close", "not after five")
    hands.click("Set aside: Fresh until we close")
    assert prepare.promises.all() == []
    hands.undo()
    assert len(prepare.promises.all()) == 1


@pytest.fixture
def back_row(prepare, hands) -> BackRowTest:
    hands.click("Agenda")
    hands.click("Back-row test")
    QApplication.processEvents()
    (test,) = hands.page.findChildren(BackRowTest)
    return test


def test_the_back_row_says_what_it_can_read(prepare, hands, back_row):
    usual = round(back_row.screen().geometry().height() * 40 / 1080)
    page = back_row.page
    assert page.isVisible()
    painted = rows_of_ink(page.grab().toImage())
    assert len(painted) == 10
    assert painted == sorted(painted, reverse=True)  # as painted, not as the font says
    assert painted[0] > 3 * painted[-1] > 12
    names = [row.accessibleName().split(", ")[1] for row in back_row.rows]
    assert len(set(names)) == 10
    assert all(name in page.accessibleDescription() for name in names)
    QTest.keyClick(page, Qt.Key.Key_0)  # the only screen: the page covers the Desk until a digit
    assert not page.isVisible()
    assert back_row.rows[9].isChecked()
    settle()
    QTest.keyClick(back_row, Qt.Key.Key_6)
    QTest.keyClick(back_row.rows[5], Qt.Key.Key_Down)
    assert back_row.rows[6].isChecked()
    QTest.keyClick(back_row, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert prepare.team().back_row_px == usual
    assert f"The back row reads from {usual} pixels on." in shown(hands)
    screen = info_of(hands.window.screen())
    assert WallPlace(hands.window, hands.window).smallest(screen, 2160) == 2160 * 40 / 1080


def rows_of_ink(image) -> list[int]:
    """How high each number in the left margin is, in pixels, from the rule below the title."""
    ground = image.pixelColor(0, image.height() - 1)
    left, right = image.width() // 24, image.width() // 8
    inked = [
        any(image.pixelColor(x, y) != ground for x in range(left, right))
        for y in range(image.height() // 4, image.height())
    ]
    return [len(list(run)) for is_inked, run in groupby(inked) if is_inked]


def test_esc_leaves_the_back_row_test(prepare, back_row):
    QTest.mouseClick(back_row.page, Qt.MouseButton.LeftButton)
    assert not back_row.page.isVisible()
    QTest.mouseClick(back_row.rows[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(back_row, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert prepare.team().back_row_px is None


def test_empty_words_are_refused_and_the_old_ones_stand_again(prepare, hands):
    hands.type_into("Whom we serve: Add a kind of customer", "regulars", enter=True)
    hands.rewrite("regulars", " ")
    assert [row.words for row in prepare.served.all()] == ["regulars"]
    assert hands.find("regulars", TextArea).text() == "regulars"
    assert "no words in it" in hands.message


def test_words_that_are_too_long_are_refused_and_not_lost(prepare, hands):
    name = "Whom we serve: Add a kind of customer"
    QApplication.clipboard().setText("x" * 2000)
    field = hands.find(name, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert prepare.served.all() == []
    assert len(field.text()) == 2000
    assert "500 is the most" in hands.message


class ValueLabel(QLabel):
    def show_value(self, value: str) -> None:
        self.setText(value)


def test_editable_rows_keep_their_widgets_while_others_come_and_go(hands):
    rows = EditableRows[str](hands.window.theme, "Rows", lambda _key: ValueLabel())
    rows.show_when_empty("nothing yet")
    rows.show_values({"a": "first", "b": "second"})
    first, second = rows.row("a"), rows.row("b")
    rows.show_values({"b": "2nd", "c": "third"})
    assert rows.row("b") is second
    assert second.text() == "2nd"
    assert rows.row("a") is None
    assert not first.isVisible()
    rows.list.deleteLater()


def test_in_a_low_window_what_to_say_folds_into_a_button(hands):
    say = hands.page.findChild(SayAndWatch)
    assert say.isVisible()
    hands.window.resize(1366, 690)
    QApplication.processEvents()
    assert not say.isVisible()
    hands.click("Say, and watch for")
    assert say.isVisible()


def test_a_day_off_is_added_and_moves_day_30(prepare, hands):
    hands.click("Agenda")
    day_30 = prepare.day_30()
    field = hands.find("Add a day off", DayField)
    name = hands.find("Name of the day off", QLineEdit)
    QTest.keyClicks(name, "Fair")
    QTest.keyClicks(field.entry, day_30.isoformat())
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [(row.day, row.words) for row in prepare.holidays()] == [(day_30, "Fair")]
    assert prepare.day_30() > day_30
    taken = [name for name in names(hands) if name.startswith("Take out: ") and "Fair" in name]
    hands.click(taken[0])
    assert (prepare.holidays(), prepare.day_30()) == ([], day_30)


def test_a_day_off_is_typed_in_words_and_added_and_taken_out_by_keys(prepare, hands):
    hands.click("Agenda")
    assert "Day 30 and every check move to the next day on which we work." in shown(hands)
    hands.find("Name of the day off").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Christmas Eve")
    hands.key(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "24 Dec 2026")
    hands.key(Qt.Key.Key_Return)
    assert [(row.day, row.words) for row in prepare.holidays()] == [
        (date(2026, 12, 24), "Christmas Eve")
    ]
    assert QApplication.focusWidget().accessibleName() == "Name of the day off"
    hands.rewrite("Name of Thu 24 Dec 2026", "Holy night")
    assert [row.words for row in prepare.holidays()] == ["Holy night"]
    hands.undo()
    area = hands.find("Name of Thu 24 Dec 2026", TextArea)
    assert area.text() == "Christmas Eve"
    area.setFocus()
    hands.key(Qt.Key.Key_Delete, ALT)
    assert prepare.holidays() == []
    hands.undo()
    assert len(prepare.holidays()) == 1


def test_a_day_off_that_can_not_be_read_is_refused_in_words(prepare, hands):
    hands.click("Agenda")
    field = hands.find("Add a day off", DayField)
    QTest.keyClicks(field.entry, "someday")
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    assert "someday" in field.refusal
    assert prepare.holidays() == []


def names(hands) -> list[str]:
    buttons = hands.window.findChildren(QAbstractButton)
    return [press.accessibleName() for press in buttons if press.isVisible()]


def test_whether_many_cards_ask_first_is_the_teams_to_choose(prepare, hands):
    hands.click("Ask before big changes")
    assert prepare.team().ask_before_many is False
    hands.undo()
    assert prepare.team().ask_before_many is True


def test_a_person_who_has_a_say_is_renamed_in_place(prepare, hands):
    hands.workshop.people.find_or_add("Mira")
    QApplication.processEvents()
    hands.rewrite("Name: Mira", "Mira Klein")
    assert [person.name for person in hands.workshop.people.all()] == ["Mira Klein"]


def test_before_anything_was_said_the_encounter_leads_to_the_talks(hands):
    hands.click("Encounter")
    buttons = hands.page.section(3).findChildren(QAbstractButton)
    way = next(one for one in buttons if one.accessibleName() == "Talk to customers")
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    settle()
    assert hands.window.desk.here == 2
    assert "Nothing yet. What you type above is kept here." in shown(hands)


@pytest.mark.parametrize(("size", "text"), [((1366, 697), 100), ((1280, 720), 200)])
def test_each_field_follows_its_rows_and_lists_are_as_high_as_they_are(hands, size, text):
    """No field far below its heading, and no list that scrolls beside nothing."""
    hands.window.theme.resize(text)
    hands.window.resize(*size)
    gap = hands.window.theme.px(24)
    for number in range(5):
        hands.page.show_section(number)
        settle()
        section = hands.page.section(number)
        for rows in (one for one in section.findChildren(RowList) if one.isVisible()):
            where, room = f"{rows.accessibleName()} at {text} %", rows.verticalScrollBar().maximum()
            assert room == 0 or number == 3, where  # the encounter's steps stay beside the words
            inside = rows.widget().layout()
            used = max(part.geometry().bottom() for part in parts_of(inside))
            assert rows.height() - used <= gap, where


def test_a_name_that_is_known_is_completed_in_sight(prepare, hands):
    for name in ("Mira", "Malte", "Ben"):
        hands.workshop.people.find_or_add(name)
    field = hands.find("who of us", QLineEdit)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "m")
    assert field.text() == "m", "two names begin like this"
    QTest.keyClicks(field, "i")
    assert (field.text(), field.selectedText()) == ("Mira", "ra")
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.type_into("talks to whom", "two regulars", enter=True)
    (talk,) = prepare.planned_talks.all()
    assert hands.workshop.people.name_of(talk.asker) == "Mira"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.clear()
    QTest.keyClicks(field, "mi")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "Mi", "what was completed can be refused"
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.type_into("talks to whom", "a student", enter=True)
    names = [row.name for row in hands.workshop.people.all()]
    assert names == ["Mira", "Malte", "Ben", "Mi"]


def test_several_names_are_completed_one_by_one(hands):
    field = QLineEdit(hands.window)
    NameCompleter(field, lambda: ["Mira", "Ben"], several=True)
    field.show()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "mi")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, ", B")
    assert field.text() == "Mira, Ben"


def test_day_1_on_a_day_off_is_said_quietly(prepare, hands):
    prepare.set_day_1(date(2026, 11, 30))
    assert not [text for text in shown(hands) if text.startswith("That is")]
    hands.type_into("Day 1", "2026-11-29")
    assert "That is a Sunday." in shown(hands)
    prepare.set_day_1(date(2026, 12, 1))
    prepare.add_holiday(date(2026, 12, 1), "Stocktaking")
    QApplication.processEvents()
    assert "That is a day off: Stocktaking." in shown(hands)
    prepare.name_holiday(date(2026, 12, 1), "")
    assert prepare.day_1_note() == "That is one of the team’s days off."


def test_a_team_has_its_own_word_for_customers_on_every_page(hands):
    """Chosen at stop 1: the window is built anew with it, and again by undo."""
    hands.click("Patients")
    settle()
    assert hands.workshop.prepare.customer_word() == ("patient", "patients")
    assert hands.find("Patients").isChecked()
    assert QApplication.focusWidget() is hands.find("Patients")
    assert hands.find("Whom we serve: Add a kind of patient").isVisible()
    assert hands.window._actions["next_customer"].text() == "Next patient"
    hands.go(2)
    assert hands.find("What the patient said").placeholderText().startswith("Type what the patient")
    hands.go(1)
    hands.type_into("Own word for one of them", "Family")
    settle()
    assert hands.find("Whom we serve: Add a kind of family").isVisible()
    assert hands.find("Own word for several of them").text() == "families"
    hands.type_into("Own word for several of them", "{kin}")
    assert any("braces" in words for words in shown(hands))
    hands.type_into("Team", "Ward 4")
    assert hands.find("Own word for several of them").text() == "{kin}", "to be corrected"
    hands.undo()
    for _step in range(2):
        hands.undo()
        settle()
    assert hands.find("Whom we serve: Add a kind of customer").isVisible()


def test_a_kind_that_is_on_the_list_is_not_added_again(hands):
    add = "Whom we serve: Add a kind of customer"
    hands.type_into(add, "regulars", enter=True)
    hands.type_into(add, "Regulars", enter=True)
    assert hands.message == "“Regulars” is on the list already."
    hands.key(Qt.Key.Key_Return)
    assert hands.find(add).hasFocus(), "where it was"
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars"]
    hands.type_into("Whom we accept we will not please: Add a kind of customer", "regulars")
    assert len(hands.workshop.prepare.served.all()) == 1, "by Enter alone"


def test_a_name_that_is_emptied_stays_and_says_what_to_do(hands):
    hands.type_into("Who has a say: Add a name", "Bne", enter=True)
    settle()
    name = hands.find("Name: Bne", QPlainTextEdit)
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Tab)
    sentence = "People stay in the workshop. Untick who has no say, or type another name."
    assert (hands.message, hands.workshop.people.names()) == (sentence, ["Bne"])
    hands.rewrite("Name: Bne", "Ben")
    assert hands.workshop.people.names() == ["Ben"]


def test_an_own_word_that_looks_like_several_is_asked_about(hands):
    field = hands.find("Own word for one of them")
    QTest.keyClicks(field, "readers")
    said = "“readers” looks like several of them. Type here what one is called."
    assert said in shown(hands)
    assert hands.find("Own word for several of them").text() == "readers"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert said not in shown(hands)
    assert hands.find("Own word for several of them").text() == "readers"


def test_half_typed_words_of_all_sections_outlive_another_word_and_another_size(hands):
    typed = {"who of us": "Mira", "talks to whom": "two reg"}
    hands.click("Promises")
    QTest.keyClicks(hands.find("Add a promise"), "We ring ba")
    hands.click("Who")
    for name, words in typed.items():
        QTest.keyClicks(hands.find(name), words)
    QTest.keyClicks(hands.find("Whom we serve: Add a kind of customer"), "early bi")
    hands.click("Guests")
    settle()
    assert hands.find("Whom we serve: Add a kind of guest").text() == "early bi"
    assert {name: hands.find(name).text() for name in typed} == typed
    hands.go(3)
    hands.window.theme.resize(115)
    settle()
    hands.go(1)
    assert hands.find("Whom we serve: Add a kind of guest").text() == "early bi"
    assert {name: hands.find(name).text() for name in typed} == typed
    hands.click("Promises")
    assert hands.find("Add a promise").text() == "We ring ba"


def test_a_box_is_ticked_by_a_press_beside_it(bakery):
    """A finger is wider than the box; the row's words are not moved by that."""
    bakery.go(1)
    settle()
    for section in (0, 1):
        bakery.page.show_section(section)
        settle()
        ticks = [t for t in bakery.page.findChildren(Tick) if t.isVisible()]
        assert ticks
        assert all(min(t.width(), t.height()) >= 32 for t in ticks), section
        tick = ticks[-1]
        was = tick.isChecked()
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 2, 2))
        settle()
        assert tick.isChecked() != was
