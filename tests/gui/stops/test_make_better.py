"""Stop 5: each field of the sheet writes its own part of the plan, and nothing else."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from cxworkshop.model import Criterion, CriterionAnswer, Pick
from cxworkshop.sheets import write_sheets
from cxworkshop.typed_days import next_monday
from tests.gui.checks.room import cramped
from tests.gui.conftest import Hands
from tests.gui.painted import painted, settle
from ui.widgets.buttons import Button
from ui.widgets.day_field import DayField

pytestmark = pytest.mark.begins_at(5)

ROUNDS = Path(__file__).resolve().parents[2] / "files" / "rounds"


@pytest.fixture
def hands(hands):
    """One card in slot 1, and stop 5 in front."""
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("ring me", talk.id)
    workshop.pick.put(workshop.pick.subject("1"))
    hands.go(5)
    return hands


def plan(hands) -> Pick:
    return hands.workshop.pick.in_slot(1)


def write(hands, name: str, text: str) -> None:
    field = hands.find(name, QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()


def test_the_halves_of_the_promise_are_written_one_by_one(hands):
    write(hands, "When a customer …", "rings")
    write(hands, "we …", "answer within a minute")
    assert (plan(hands).promise_when, plan(hands).promise_we) == ("rings", "answer within a minute")
    assert hands.workshop.undo_title() == "Write the promise"
    hands.undo()
    assert (plan(hands).promise_when, plan(hands).promise_we) == ("rings", "")


def test_who_asks_whom_and_what_we_expect_are_written_one_by_one(hands):
    write(hands, "What we expect to hear", "You rang me back.")
    hands.type_into("Who will ask", "Mira")
    hands.type_into("Whom we ask", "the regulars")
    pick = plan(hands)
    assert (pick.expectation, pick.who_asks, pick.whom) == (
        "You rang me back.",
        "Mira",
        "the regulars",
    )
    assert hands.workshop.undo_title() == "Plan the asking"


def test_the_sheet_has_the_headings_of_the_printed_plan_in_its_columns(hands, tmp_path):
    parts = [
        ["What customers said", "What we will do", "What could slow us down"],
        ["Our promise", "Our licence to do it", "Thirty days"],
    ]
    write_sheets(hands.workshop, ["action-plan"], tmp_path)
    printed = pypdfium2.PdfDocument(tmp_path / "action-plan.pdf")[0].get_textpage()
    paper = printed.get_text_range()
    for column in parts:
        found = [next(w for w in hands.page.findChildren(QLabel) if w.text() == h) for h in column]
        heights = [label.mapTo(hands.page.sheet, QPoint()).y() for label in found]
        assert heights == sorted(heights)
        places = [paper.index(heading) for heading in column]
        assert places == sorted(places)


def test_helpers_who_are_not_named_any_more_stop_helping(hands):
    hands.type_into("Who helps", "Ben, Ana")
    hands.type_into("Who helps", "Ana, Tom")
    people = hands.workshop.people
    names = [people.name_of(who) for who in hands.workshop.make_better.helpers(plan(hands).id)]
    assert sorted(names) == ["Ana", "Tom"]
    assert hands.workshop.undo_title() == "Choose the helpers"


def test_parts_of_the_licence_keep_the_others(hands):
    write(hands, "Our licence to do it", "ring anybody")
    below = hands.find("What could slow us down", QLineEdit)
    stood = below.mapTo(hands.page.sheet, QPoint())
    hands.type_into("Given by", "Helena")
    settle()
    assert below.mapTo(hands.page.sheet, QPoint()) == stood, "what is said moves nothing"
    hands.type_into("Up to", "200 a week")
    licence = hands.workshop.make_better.licence(plan(hands).id)
    assert (licence.may.endswith("ring anybody"), licence.up_to) == (True, "200 a week")
    assert hands.workshop.people.name_of(licence.given_by) == "Helena"
    assert "Helena says it aloud." in labels(hands)


def test_only_what_is_typed_of_the_licence_can_be_edited(hands):
    field = hands.find("Our licence to do it", QPlainTextEdit)
    write(hands, "Our licence to do it", "opening hours")
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=field.rect().center())
    field.setTextCursor(field.cursorForPosition(field.rect().topLeft()))
    QTest.keyClicks(field, "the ")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    may = hands.workshop.make_better.licence(plan(hands).id).may
    assert may == "Do what it takes. Only ask us about: the opening hours"
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert hands.workshop.make_better.licence(plan(hands).id).may == ""


def test_what_is_missing_leads_to_its_field(hands):
    for missing, field in (
        ("Somebody leads", "Who owns it"),
        ("Somebody gives the licence", "Given by"),
        ("A start date", "Start"),
        ("A day to ask customers", "Ask customers on"),
    ):
        hands.click(missing)
        assert QApplication.focusWidget().accessibleName() == field
    hands.click("Four times yes")
    assert hands.window.desk.here == 4


def test_the_owner_may_give_the_licence_with_a_reason_that_stands_on_the_sheet(hands):
    hands.type_into("Who owns it", "Mira")
    hands.type_into("Given by", "Mira")
    assert "nobody clears their own road" in hands.message
    hands.click("Do it, with this reason")
    assert hands.message  # there is no reason yet
    hands.type_into("Reason", "she owns the shop", enter=True)
    licence = hands.workshop.make_better.licence(plan(hands).id)
    assert hands.workshop.people.name_of(licence.given_by) == "Mira"
    assert "she owns the shop" in labels(hands)
    hands.type_into("Up to", "200")  # the reason holds
    assert hands.message == ""
    hands.undo()
    hands.undo()
    assert hands.workshop.make_better.licence(plan(hands).id).given_by is None
    assert "she owns the shop" not in labels(hands)


def test_a_refusal_without_a_reason_leaves_everything_as_it_is(hands):
    hands.type_into("Given by", "Mira")
    hands.type_into("Who owns it", "Mira")
    hands.click("Leave it as it is")
    assert (plan(hands).owner, hands.message) == (None, "")
    assert hands.find("Who owns it", QLineEdit).text() == ""


def test_a_late_check_waits_for_a_reason(hands):
    today = hands.workshop.today
    hands.type_into("Start", "today")
    assert (plan(hands).check_on - today).days >= 30
    hands.type_into("Ask customers on", (today + timedelta(days=50)).isoformat())
    assert "35 is the most" in hands.message
    hands.type_into("Reason", "the shop is closed", enter=True)
    assert plan(hands).check_on == today + timedelta(days=50)
    assert "the shop is closed" in labels(hands)


def test_a_plan_with_gaps_is_locked_with_a_reason_but_never_without_dates(hands):
    hands.click("Lock the plan")
    assert "Not ready to lock" in hands.message
    assert not hands.page.refusal.reason.isVisible()
    hands.type_into("Start", "today")
    hands.click("Lock the plan")
    hands.type_into("Reason", "we begin today", enter=True)
    assert plan(hands).locked_on == hands.workshop.today
    assert "we begin today" in labels(hands)


def test_a_plan_is_not_locked_while_one_of_its_days_cannot_be_read(hands):
    hands.type_into("Start", "today")
    field = hands.find("Start", DayField)
    before = field.entry.text()
    field.setFocus()
    field.entry.home(False)
    QTest.keyClicks(field.entry, "Tom")
    hands.click_slowly(hands.find("Lock the plan", Button))
    assert plan(hands).locked_on is None
    assert not hands.page.refusal.reason.isVisible()
    assert field.refusal
    assert field.entry.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    assert field.entry.text() == before
    hands.click_slowly(hands.find("Lock the plan", Button))
    hands.type_into("Reason", "we begin today", enter=True)
    assert plan(hands).locked_on is not None


def test_no_hint_is_bold_and_none_stands_on_a_locked_sheet(hands):
    fields = [*hands.page.findChildren(QPlainTextEdit), *hands.page.findChildren(QLineEdit)]
    shown = [field for field in fields if field.isVisible() and not text_of(field)]
    assert len(shown) > 10
    bold = [field.accessibleName() for field in shown if field.font().weight() > 400]
    assert bold == []
    hands.type_into("Start", "today")
    hands.click("Lock the plan")
    hands.type_into("Reason", "we begin today", enter=True)
    locked = [field for field in fields if field.isVisible() and field.isReadOnly()]
    assert len(locked) > 5
    assert {field.placeholderText() for field in locked if not text_of(field)} == {"–"}
    assert "200 euros" not in [field.placeholderText() for field in locked]


def test_a_day_that_cannot_be_read_is_refused_beside_its_field(hands):
    hands.type_into("Start", "soon")
    field = hands.find("Start", DayField)
    assert field.refusal.startswith("“soon” is no day we can read.")
    assert field.refusal in labels(hands)
    assert hands.find("Start", QLineEdit).text() == "soon"
    hands.type_into("Start", "today")
    assert (field.refusal, plan(hands).start_on) == ("", hands.workshop.today)


def test_today_monday_and_clear_are_clicked_in_the_calendar(hands):
    entry = hands.find("Start", QLineEdit)
    for button, day in (
        ("Today", hands.workshop.today),
        ("Monday", next_monday(hands.workshop.today)),
        ("Clear", None),
    ):
        hands.page._main.ensureWidgetVisible(entry)
        QApplication.processEvents()
        arrow = QPoint(entry.width() - 5, entry.height() // 2)
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton, pos=arrow)
        hands.click(button)
        assert plan(hands).start_on == day
    assert plan(hands).check_on is None


def test_the_widest_day_keeps_clear_of_the_arrow_in_large_text(hands):
    hands.window.theme.apply(percent=200)
    hands.type_into("Start", "31 May 2027")
    entry = next(e for e in hands.page.findChildren(QLineEdit) if e.text() == "Mon 31 May 2027")
    entry.resize(entry.minimumSizeHint())
    entry.end(False)
    beside = entry.width() - entry.cursorRect().center().x()
    assert beside >= 0.75 * entry.fontMetrics().height(), "the arrow’s room"


def test_the_calendar_opens_by_key_and_the_day_steps_by_arrows(hands):
    entry = hands.find("Start", QLineEdit)
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Up)
    QTest.keyClick(entry, Qt.Key.Key_Up)
    QTest.keyClick(entry, Qt.Key.Key_Tab)
    tomorrow = hands.workshop.today + timedelta(days=1)
    assert plan(hands).start_on == tomorrow
    QTest.keyClick(entry, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = next(c for c in hands.window.findChildren(QCalendarWidget) if c.isVisible())
    assert month.selectedDate().toPython() == tomorrow
    QTest.keyClick(month, Qt.Key.Key_Escape)


def test_who_leads_and_who_helps_is_a_sentence_once_it_is_locked(hands):
    hands.type_into("Who owns it", "Mira")
    hands.type_into("Who helps", "Ben, Ana")
    hands.type_into("Start", "today")
    hands.click("Lock the plan")
    hands.type_into("Reason", "we begin today", enter=True)
    assert "Mira leads; Ben and Ana help" in labels(hands)
    assert hands.find("Who will ask").text() == "those who do it", "unless that was changed"
    assert hands.find("Whom we ask").text() == "those who said it"


def test_tab_goes_on_after_a_list_of_names_was_open(hands):
    for name in ("Ben", "Bea"):
        hands.workshop.people.find_or_add(name)
    helpers = hands.find("Who helps", QLineEdit)
    QTest.mouseClick(helpers, Qt.MouseButton.LeftButton)
    lists = []
    for letter in "Mo, Bert":
        QTest.keyClicks(helpers, letter)
        QTest.qWait(20)  # a person is no faster, and the list is a window that comes and goes
        lists.append(helpers.completer().popup().isVisible())
    assert lists == [False] * 4 + [True] * 2 + [False] * 2
    hands.key(Qt.Key.Key_Tab)
    hands.type_into("Start", "today")
    assert hands.workshop.pick.in_slot(1).start_on is not None
    assert QApplication.focusWidget().accessibleName() == "Ask customers on"


def test_a_plan_that_goes_on_tells_what_customers_said_before(window, tmp_path):
    path = tmp_path / "before-round-3.cxw"
    shutil.copy(ROUNDS / "before-round-3-format-2.cxw", path)
    assert window.open(path)
    window.activateWindow()
    QApplication.processEvents()
    hands = Hands(window)
    hands.go(5)
    texts = labels(hands)
    assert "Round 1: tried, and learned" in texts
    assert "Customers said then: 0 of 2 customers notice." in texts
    assert "“I gave up ringing.”" in texts


def test_with_the_largest_text_half_of_the_height_is_for_the_plan(hands):
    hands.window.resize(1280, 720)
    hands.window.theme.resize(200)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    main = hands.page._main
    assert main.viewport().height() >= hands.window.height() / 2
    assert main.isAncestorOf(hands.page.tabs)
    hands.type_into("Start", "soon")
    hands.type_into("Who owns it", "Mira")
    hands.type_into("Given by", "Mira")
    settle()
    assert hands.page.refusal.reason.isVisible()
    assert cramped(hands.window, painted(hands.window)) == []
    hands.window.theme.resize(100)
    settle()


def labels(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def text_of(field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def test_a_long_title_on_a_tab_is_never_cut(improving):
    long = "Nobody has to wait at the counter while all of us are on the phone with somebody else"
    better, pick = improving.workshop.make_better, improving.workshop.pick
    for slot in (1, 2):
        better.unlock(pick.in_slot(slot).id)
        better.rename(pick.in_slot(slot).id, f"{long}, {slot}")
    improving.go(5)
    tabs = improving.page.tabs
    words = QFontMetricsF(improving.window.theme.font("control"))
    for slot in (1, 2):
        assert tabs.tabRect(slot - 1).width() > words.horizontalAdvance(f"{long}, {slot}")
    tabs.setCurrentIndex(1)
    settle()
    box = tabs.tabRect(1).translated(tabs.mapTo(improving.page, QPoint()))
    assert improving.page.rect().contains(box), "it is scrolled to"


def test_a_second_enter_does_not_unlock_what_the_first_one_locked(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("more rye", talk.id)
    workshop.pick.put(workshop.pick.subject("2"))
    for slot in (1, 2):
        pick = workshop.pick.in_slot(slot).id
        for criterion in Criterion:
            workshop.pick.judge(slot, criterion, CriterionAnswer.YES, "")
        better, people = workshop.make_better, workshop.people
        better.assign_owner(pick, people.find_or_add("Mira"))
        better.grant_licence(pick, "", people.find_or_add("Helena"))
        better.schedule(pick, workshop.today)
    for slot in (1, 2):
        hands.page.tabs.setCurrentIndex(slot - 1)
        assert hands.find("Lock the plan").property("kind") == "primary"
        hands.find("Lock the plan").setFocus()
        hands.key(Qt.Key.Key_Space)
        QApplication.processEvents()
        assert workshop.pick.in_slot(slot).locked_on
        assert QApplication.focusWidget() is hands.page.tabs
        assert hands.page.lock.button.property("kind") == "plain", "unlocking is no step"
        hands.key(Qt.Key.Key_Space)
        hands.key(Qt.Key.Key_Return)
        assert workshop.pick.in_slot(slot).locked_on


def test_a_click_that_leaves_a_typed_field_is_not_lost(improving):
    """The field is written when the button is pressed, and the button keeps the keyboard."""
    up_to = improving.page.sheet.licence.up_to
    up_to.setFocus()
    QTest.keyClicks(up_to, "90")
    improving.click_slowly(improving.find("30-day check", Button))
    assert improving.window.desk.here == 6


def test_a_click_on_what_is_missing_leads_there_from_a_typed_name(hands):
    """It has another remark by then, and is the same button still."""
    leads = hands.page.sheet.doers.owner
    leads.setFocus()
    QTest.keyClicks(leads, "Mira")
    hands.click_slowly(hands.find("Somebody gives the licence", Button))
    assert QApplication.focusWidget() is hands.page.sheet.licence.giver


@pytest.mark.parametrize("missing", ["Somebody gives the licence", "A day to ask customers"])
@pytest.mark.parametrize("percent", [100, 150])
def test_what_is_missing_stays_below_the_mouse_while_it_is_pressed(hands, missing, percent):
    """The name that is written adds a remark, which moves what is below; the hand is still."""
    hands.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    leads = hands.page.sheet.doers.owner
    leads.setFocus()
    QTest.keyClicks(leads, "Mira")
    button = hands.find(missing, Button)
    last_line = button.rect().bottomLeft() + QPoint(12, -5)
    hands.click_slowly(button, last_line)
    sheet = hands.page.sheet
    led = {"Somebody gives the licence": sheet.licence.giver}.get(missing, sheet.doers.check)
    assert led.isAncestorOf(QApplication.focusWidget()) or led is QApplication.focusWidget()
    QTest.qWait(60)
    assert "Mira leads" in {label.text() for label in hands.page.lock.findChildren(QLabel)}


def test_the_sheet_of_a_locked_plan_is_seen_from_its_top_on(bakery):
    """Its empty rows, below what is in sight, do not take the keyboard and with it the page."""
    bakery.window.resize(1280, 720)
    bakery.go(4)
    bakery.go(5)
    settle()
    areas = [area for area in bakery.page.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert [area.verticalScrollBar().value() for area in areas] == [0] * len(areas)
    assert bakery.page.isAncestorOf(QApplication.focusWidget())


def test_a_promise_typed_as_a_whole_sentence_reads_on_from_what_stands_before_it(hands):
    """Not "When a customer a customer rings": what is typed is not said a second time."""
    assert leads_of(hands) == ["When a customer", "we"]
    hands.rewrite("When a customer …", "When a parent rings")
    hands.rewrite("we …", "We answer")
    settle()
    assert leads_of(hands) == []
    hands.rewrite("When a customer …", "the door is closed")
    settle()
    assert leads_of(hands) == ["When"]


def leads_of(hands) -> list[str]:
    begins = ("When a customer", "When", "we")
    labels = [label for label in hands.page.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.text() in begins]
