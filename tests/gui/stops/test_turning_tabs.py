"""What is half typed is the improvement's in whose sheet it is typed, whoever is turned to next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from cxworkshop.model import Criterion, CriterionAnswer, Mark, Verdict
from ui.widgets.improvement_tabs import ImprovementTabs

pytestmark = pytest.mark.begins_at(5)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def planning(hands):
    """Two cards in the slots, whose plans are being made."""
    workshop = hands.workshop
    for code, words in enumerate(("ring me", "open the door"), start=1):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
        workshop.pick.put(workshop.pick.subject(str(code)))
        for criterion in Criterion:
            workshop.pick.judge(code, criterion, CriterionAnswer.YES, "")
    hands.go(5)
    return hands


def type_into(hands, name: str, text: str) -> None:
    kind = QLineEdit if [w for w in seen(hands, QLineEdit) if w.accessibleName() == name] else None
    field = hands.find(name, kind or QPlainTextEdit)
    QTest.mouseClick(getattr(field, "viewport", lambda: field)(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, text)


def seen(hands, kind: type) -> list:
    return [w for w in hands.page.findChildren(kind) if w.isVisible()]


def turn(hands, way: str) -> None:
    tabs = hands.page.findChild(ImprovementTabs)
    there = 1 - tabs.currentIndex()
    if way == "keys":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    else:
        place = tabs.tabRect(there).center()
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert tabs.currentIndex() == there


@pytest.mark.parametrize(
    ("way", "name", "text", "written"),
    [
        ("keys", "Start", "today", lambda plan: plan.start_on is not None),
        ("mouse", "Start", "today", lambda plan: plan.start_on is not None),
        ("keys", "Who owns it", "Mira", lambda plan: plan.owner is not None),
        ("mouse", "we …", "ring back", lambda plan: plan.promise_we == "ring back"),
    ],
)
def test_a_plan_keeps_what_was_typed_when_the_tab_is_turned(planning, way, name, text, written):
    type_into(planning, name, text)
    field = QApplication.focusWidget()
    turn(planning, way)
    first, second = planning.workshop.pick.slots().values()
    assert written(first)
    assert not written(second)
    assert QApplication.focusWidget() is field
    assert not field.text()
    turn(planning, way)
    assert not written(planning.workshop.pick.in_slot(2))


NEW_ROWS = {
    "Next step": "A list by the phone",
    "Who does the step": "Ben",
    "What could slow us down": "No key",
    "Who removes it": "Jan",
}


@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_a_new_row_of_a_plan_keeps_its_words_for_the_plan_it_is_typed_in(planning, way):
    for name, words in NEW_ROWS.items():
        type_into(planning, name, words)
    turn(planning, way)
    assert [planning.find(name, QLineEdit).text() for name in NEW_ROWS] == [""] * 4
    type_into(planning, "Next step", "Oil it")
    turn(planning, way)
    assert [planning.find(name, QLineEdit).text() for name in NEW_ROWS] == [*NEW_ROWS.values()]
    planning.window.theme.resize(150)
    QApplication.processEvents()
    assert [planning.find(name, QLineEdit).text() for name in NEW_ROWS] == [*NEW_ROWS.values()]
    planning.click("Add the step")
    turn(planning, way)
    assert planning.find("Next step", QLineEdit).text() == "Oil it"
    steps = planning.workshop.make_better.steps
    first, second = (pick.id for pick in planning.workshop.pick.slots().values())
    assert [len(steps.of(first)), len(steps.of(second))] == [1, 0]


@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_a_reason_is_not_asked_for_another_plan(planning, way):
    for name, text in (("Start", "today"), ("Who owns it", "Mira")):
        type_into(planning, name, text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    planning.click("Lock the plan")
    assert planning.message.startswith("Not ready to lock")
    turn(planning, way)
    assert not planning.message
    assert planning.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("way", ["keys", "mouse"])
@pytest.mark.parametrize(
    ("stop", "name", "written"),
    [
        (6, "What we learned", lambda shop, pick: shop.check.latest(pick).learned),
        (6, "Our own view", lambda shop, pick: shop.check.latest(pick).notes),
        (
            7,
            "What do we reward or measure that pulls against it?",
            lambda shop, pick: shop.staff_test.pulls_against(pick),
        ),
    ],
)
def test_a_check_and_a_test_keep_what_was_typed(improving, way, stop, name, written):
    workshop = improving.workshop
    picks = [pick.id for pick in workshop.pick.slots().values()]
    for pick in picks:
        workshop.check.record_answer(pick, "no better", Mark.WORSE)
        workshop.check.give_verdict(pick, Verdict.NONE)
    improving.go(stop)
    type_into(improving, name, "half a word")
    turn(improving, way)
    assert [written(workshop, pick) for pick in picks] == ["half a word", ""]
    turn(improving, way)
    assert [written(workshop, pick) for pick in picks] == ["half a word", ""]
