"""A whole first meeting by those who hear the window: no key, no mouse, only what a screen reader
can do through the accessible actions and the editable text of what it finds by name.
"""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from cxworkshop.model import Criterion
from tests.gui.checks.acting import Reader, Role, name

pytestmark = pytest.mark.slow

SAID = ("The phone rings and rings", "Nobody picks up the phone", "Too many forms")
SENT = "- The door is heavy\n- Where do I park?\n"
A = "Nobody answers the phone"


@pytest.fixture
def reader(window, tmp_path):
    """An empty laptop with a screen reader on."""
    QSettings().setValue("new/folder", str(tmp_path / "kept"))
    QAccessible.setActive(True)
    yield Reader(lambda: QApplication.activeModalWidget() or window)
    QAccessible.setActive(False)


def enter(reader: Reader, field: str, words: str) -> None:
    """Write into a field and hand it over, as Enter does."""
    reader.write(field, words)
    reader.act(field, "Press", Role.EditableText)


def begin_a_workshop(reader: Reader) -> None:
    reader.act("New workshop")
    reader.write("Team", "Town pool")
    for kind in ("swimmers", "parents"):
        enter(reader, "Another kind of customer", kind)
    for person in ("Helena", "Ben"):
        enter(reader, "Name of somebody in the room", person)
    reader.act("Ben has a say")
    reader.act("Start without paper")


def hear_customers(reader: Reader) -> None:
    """Three customers say one thing each, and a fourth has sent a list, which can be pasted."""
    reader.act("Stop 2,")
    for words in SAID:
        reader.act("Kind: swimmers", "Toggle")
        reader.write("What the customer said", words)
        reader.act("Save")
        reader.act("That was customer")
    reader.act("What the customer said", "Paste")
    reader.act("All from one customer")
    reader.act("2 cards from 1 customer")


def group(reader: Reader) -> None:
    reader.act("Stop 3,")
    reader.act("Card 1,", "Group")
    enter(reader, "The group’s headline", A)
    reader.act("Card 2,", f"Move to: A {A}")
    reader.act("Card 5,", "Set aside")


def pick(reader: Reader) -> None:
    reader.act("Stop 4,")
    reader.act(f"Group A, {A}", "Put into slot 1")
    reader.act("We can improve it, yes")
    reader.act("Customers would notice, yes")
    reader.act("Within 30 days, not sure")
    enter(reader, "Within 30 days: why", "the supplier decides")
    reader.act("We can make it last, no")
    enter(reader, "We can make it last: why", "Ben leaves in May")


def plan(reader: Reader) -> None:
    reader.act("Stop 5,")
    for field, words in (
        ("When a customer …", "rings"),
        ("we …", "answer within a minute"),
        ("Next step", "move the phone"),
        ("Who does the step", "Ben"),
        ("Given by", "Helena"),
        ("Who owns it", "Ben"),
        ("Start", "1 Dec 2026"),
        ("What we expect to hear", "You picked up at once."),
    ):
        reader.write(field, words)
        if field == "Who does the step":
            reader.act("Add the step")
    enter(reader, "Ask customers on", "31 Dec 2026")
    reader.act("Lock the plan")
    reader.write("Reason", "we try it all the same")
    reader.act("Do it, with this reason")


def test_from_an_empty_laptop_to_a_locked_plan(reader, window, until):
    begin_a_workshop(reader)
    until(lambda: any(name(one).startswith("Stop 2,") for one in reader.all()))
    workshop = window.bridge.workshop
    workshop.today = date(2026, 11, 29)
    QApplication.clipboard().setText(SENT)
    hear_customers(reader)
    assert [card.words for card in workshop.big_list.board().cards][:3] == list(SAID)
    customers = workshop.talk.customers.all()
    assert [one.kind for one in customers][:3] == ["swimmers"] * 3
    group(reader)
    (first,) = workshop.big_list.board().groups
    assert (first.headline, [str(card.code) for card in first.cards]) == (A, ["1", "2"])
    assert [str(card.code) for card in workshop.big_list.board().aside] == ["5"]
    pick(reader)
    given = workshop.pick.judgements(1)
    assert [given[one].reason for one in (Criterion.DAYS, Criterion.STAY)] == [
        "the supplier decides",
        "Ben leaves in May",
    ]
    plan(reader)
    (locked,) = workshop.pick.slots().values()
    assert locked.locked_on == workshop.today
    assert (locked.start_on, locked.check_on) == (date(2026, 12, 1), date(2026, 12, 31))
    assert locked.expectation == "You picked up at once."
