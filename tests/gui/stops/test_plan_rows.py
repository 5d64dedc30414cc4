"""Stop 5's first steps and blockers: edited, ordered, ticked and set aside where they stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from cxworkshop.model import Blocker
from tests.gui.conftest import Hands
from tests.gui.painted import settle
from ui.dialogs.ideas import IdeasDialog

pytestmark = pytest.mark.begins_at(5)

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hands(improving):
    """A locked plan with three steps and a blocker, in front."""
    plan = improving.workshop.pick.in_slot(1).id
    for words in ("buy a phone", "write a list", "ring five"):
        improving.workshop.make_better.steps.add(plan, words)
    ben = improving.workshop.people.find_or_add("Ben")
    improving.workshop.make_better.blockers.add(plan, "no quiet room", ben)
    improving.go(5)
    return improving


def plan(hands) -> str:
    return hands.workshop.pick.in_slot(1).id


def steps(hands):
    return hands.workshop.make_better.steps.of(plan(hands))


def blocker(hands) -> Blocker:
    return hands.workshop.make_better.blockers.of(plan(hands))[0]


def words(hands) -> list[str]:
    return [step.words for step in steps(hands)]


def choose(hands, opener: str, entry: str) -> None:
    """Open a row's menu by its button and choose by mouse."""
    hands.click(opener)
    menu = next(m for m in hands.window.findChildren(QMenu) if m.isVisible())
    action = next(a for a in menu.actions() if a.text().split("\t")[0] == entry)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def test_a_step_is_reworded_given_away_and_dated_in_place(hands):
    hands.rewrite("First step: buy a phone", "buy two phones")
    hands.type_into("Who: buy two phones", "Tom")
    hands.type_into("By when: buy two phones", "tomorrow")
    step = steps(hands)[0]
    tomorrow = hands.workshop.today + timedelta(days=1)
    assert (step.words, step.by_when) == ("buy two phones", tomorrow)
    assert hands.workshop.people.name_of(step.who) == "Tom"
    for name in ("By when: buy two phones", "Who: buy two phones"):
        field = hands.find(name, QLineEdit)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (steps(hands)[0].by_when, steps(hands)[0].who) == (None, None)


def test_what_stands_beside_the_words_stands_at_their_first_line(hands):
    long = hands.find("First step: buy a phone", QPlainTextEdit)
    long.setPlainText("buy a phone that can be heard in the whole shop, and show it to all of us")
    settle()
    assert long.height() > 2 * long.cursorRect().height()
    long.moveCursor(QTextCursor.MoveOperation.Start)
    line = long.viewport().mapTo(hands.window, long.cursorRect().center()).y()
    for name in ("Move", "Done", "Who", "By when"):
        part = hands.find(f"{name}: buy a phone", QWidget)
        assert abs(part.mapTo(hands.window, part.rect().center()).y() - line) <= 1


def test_steps_are_ordered_by_key_by_menu_and_by_drag(hands):
    field = hands.find("First step: ring five", QPlainTextEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    QApplication.processEvents()
    assert words(hands) == ["buy a phone", "ring five", "write a list"]
    choose(hands, "More: ring five", "Move up")
    assert words(hands) == ["ring five", "buy a phone", "write a list"]
    grip, last = hands.find("Move: ring five"), hands.find("Move: write a list")
    hands.page._main.ensureWidgetVisible(last)
    QApplication.processEvents()
    end = grip.mapFromGlobal(last.mapToGlobal(QPoint(5, last.height() + 20)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(grip, end)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()
    assert words(hands) == ["buy a phone", "write a list", "ring five"]
    grip, none = hands.find("Move: ring five"), Qt.MouseButton.NoButton
    above = QPointF(5, -200)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(grip, above.toPoint())
    there = QPointF(grip.mapToGlobal(above.toPoint()))
    plain = Qt.KeyboardModifier.NoModifier
    lost = QMouseEvent(QEvent.Type.MouseMove, above, there, none, none, plain)
    QApplication.sendEvent(grip, lost)  # its release went elsewhere
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=above.toPoint())
    QApplication.processEvents()
    assert words(hands) == ["buy a phone", "write a list", "ring five"]


def test_a_tick_by_mistake_is_taken_back(hands):
    hands.click("Done: buy a phone")
    assert steps(hands)[0].done_on == hands.workshop.today
    hands.click("Done: buy a phone")
    assert steps(hands)[0].done_on is None


def test_a_step_is_set_aside_and_brought_back(hands):
    choose(hands, "More: write a list", "Set aside")
    assert words(hands) == ["buy a phone", "ring five"]
    hands.click("1 set aside")
    hands.click("Bring back: write a list")
    assert words(hands) == ["buy a phone", "write a list", "ring five"]
    field = hands.find("First step: write a list", QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_Delete, ALT)
    assert words(hands) == ["buy a phone", "ring five"]


def test_a_blocker_is_edited_cleared_and_still_there_after_all(hands):
    hands.rewrite("In the way: no quiet room", "no quiet corner")
    hands.type_into("Who removes it: no quiet corner", "Ana")
    assert hands.workshop.people.name_of(blocker(hands).remover) == "Ana"
    hands.click("Out of the way: no quiet corner")
    assert blocker(hands).removed_on == hands.workshop.today
    choose(hands, "More: no quiet corner", "Still in the way")
    assert blocker(hands).removed_on is None
    choose(hands, "More: no quiet corner", "Set aside")
    assert hands.workshop.make_better.blockers.of(plan(hands)) == []
    hands.click("1 set aside")
    hands.click("Bring back: no quiet corner")
    assert blocker(hands).words == "no quiet corner"


def test_the_owner_as_remover_waits_for_a_reason(hands):
    hands.type_into("What could slow us down", "no budget")
    hands.type_into("Who removes it", "Mira", enter=True)
    assert "nobody clears their own road" in hands.message
    assert len(hands.workshop.make_better.blockers.of(plan(hands))) == 1
    hands.type_into("Reason", "nobody else is there in May", enter=True)
    found = hands.workshop.make_better.blockers.of(plan(hands))
    assert [row.words for row in found] == ["no quiet room", "no budget"]
    assert hands.message == ""
    assert "nobody else is there in May" in labels(hands)
    assert hands.find("What could slow us down", QLineEdit).text() == ""


def labels(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def test_an_idea_becomes_a_step_and_keeps_its_name(hands):
    hands.click("Stuck on how? 56 ideas")
    dialog = next(d for d in hands.window.findChildren(IdeasDialog) if d.isVisible())
    search = next(f for f in dialog.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(search, "patient")
    QApplication.processEvents()
    button = next(
        b for b in dialog.findChildren(QPushButton)
        if b.isVisible() and b.accessibleName().startswith("As a first step")
    )  # fmt: skip
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    hands.window.activateWindow()
    QApplication.processEvents()
    idea = steps(hands)[-1]
    assert idea.idea
    n = number(labels(hands))
    assert button.accessibleName() == f"As a first step: {n}  {idea.words}"
    hands.rewrite(f"First step: {idea.words}", "wait until they have spoken")
    assert [t for t in labels(hands) if t.startswith("Idea ")] == [f"Idea {n}: {idea.words}"]


def deck(hands) -> Hands:
    """The deck of ideas, as it is opened from the plan."""
    button = next(
        b for b in hands.page.findChildren(QPushButton) if b.text().startswith("Stuck on how?")
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return Hands(next(d for d in hands.window.findChildren(IdeasDialog) if d.isVisible()))


def type_and_enter(words: str) -> None:
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_a_team_changes_the_deck_and_its_own_idea_becomes_a_step(hands):
    dialog, ideas = deck(hands), hands.workshop.make_better.ideas
    ours = ideas.find("17").words
    dialog.click(f"Change: 17  {ours}")
    settle()
    type_and_enter("Patience first")
    assert QApplication.focusWidget().accessibleName() == "Change: 17  Patience first"
    dialog.click("Change: 17  Patience first")
    settle()
    QTest.keyClicks(QApplication.focusWidget(), " and")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert (ideas.find("17").words, dialog.window.isVisible()) == ("Patience first", True)
    dialog.click("Change: 17  Patience first")
    dialog.click("As it was at first")
    dialog.click(f"Change: 17  {ours}")
    dialog.click("Set aside")
    assert [idea.number for idea in ideas.aside()] == [17]
    dialog.click("1 was set aside")
    dialog.click(f"Bring back: 17  {ours}")
    assert ideas.aside() == []
    dialog.find("An idea of your own").setFocus()
    type_and_enter("A bell at the door")
    dialog.click("As a first step: 57  A bell at the door")
    hands.window.activateWindow()
    QApplication.processEvents()
    assert (words(hands)[-1], steps(hands)[-1].idea) == ("A bell at the door", ideas.find("57").key)
    assert "Idea 57" in labels(hands)
    hands.find("Stuck on how? 57 ideas")


def number(texts: list[str]) -> str:
    return next(text for text in texts if text.startswith("Idea ")).removeprefix("Idea ")


def test_trying_it_on_one_another_is_one_click_away(hands):
    hands.click("Try it on one another")
    assert words(hands)[-1] == "Try it on one another"
    offered = [b for b in hands.page.findChildren(QPushButton) if b.isVisible()]
    assert "Try it on one another" not in [b.accessibleName() for b in offered]


def test_a_blocker_counts_its_days_and_the_weekly_look_tells_them(hands):
    row = blocker(hands)
    hands.click("Done: buy a phone")
    seven = hands.workshop.today + timedelta(days=6)
    look = hands.workshop.content.make_better.weekly_look(plan(hands), seven)
    assert look.moved == ("Done: buy a phone",)
    assert [(t.words, t.how_long, t.who) for t in look.in_the_way] == [
        ("no quiet room", "6 days lost", "Ben")
    ]
    assert look.friday.weekday() == 4
    assert row.came_up_on == date.fromordinal(seven.toordinal() - 6)
    assert "Done: buy a phone" in labels(hands)


def test_what_is_added_stands_level_with_its_button(hands):
    lines = {
        "Add the step": ("Next step", "Who does the step", "By when"),
        "Add what is in the way": ("What could slow us down", "Who removes it"),
    }
    for button, fields in lines.items():
        level = middle(hands, QPushButton, button)
        assert {middle(hands, QLineEdit, field) - level for field in fields} == {0}


def middle(hands, kind: type, name: str) -> int:
    """Where the middle of a button or a field is on the window, from its top."""
    shown = (one for one in hands.page.findChildren(kind) if one.isVisible())
    found = next(one for one in shown if one.accessibleName() == name)
    return found.mapTo(hands.window, found.rect().center()).y()
