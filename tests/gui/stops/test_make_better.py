"""Stop 5: each field of the sheet writes its own part of the plan, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cxworkshop.model import Pick


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


def test_helpers_who_are_not_named_any_more_stop_helping(hands):
    hands.type_into("Who helps", "Ben, Ana")
    hands.type_into("Who helps", "Ana, Tom")
    people = hands.workshop.people
    names = [people.name_of(who) for who in hands.workshop.make_better.helpers(plan(hands).id)]
    assert sorted(names) == ["Ana", "Tom"]
    assert hands.workshop.undo_title() == "Choose the helpers"


def test_parts_of_the_licence_keep_the_others(hands):
    write(hands, "Our licence to do it", "ring anybody")
    hands.type_into("Given by", "Helena")
    hands.type_into("Up to", "200 a week")
    licence = hands.workshop.make_better.licence(plan(hands).id)
    assert (licence.may.endswith("ring anybody"), licence.up_to) == (True, "200 a week")
    assert hands.workshop.people.name_of(licence.given_by) == "Helena"


def test_a_first_step_is_set_aside_and_comes_back_by_undo(hands):
    pick = plan(hands).id
    steps = hands.workshop.make_better.steps
    steps.add(pick, "buy a phone")
    QApplication.processEvents()
    hands.click("Set aside: buy a phone")
    assert steps.of(pick) == []
    hands.undo()
    assert [step.words for step in steps.of(pick)] == ["buy a phone"]
