"""The story with a real mouse on a real screen, found by the names that screen readers say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "patient-feedback.csv"
CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")
# Cards that lie in sight, beside the group of 3, 6 and 1.
SECOND, THIRD, FOURTH = "Card 2,", "Card 4,", "Card 5,"


@pytest.fixture
def file(tmp_path, command) -> Path:
    """What patients said about their transport, imported."""
    path = tmp_path / "ward.cxw"
    command("new", path, "--team", "Ward 7")
    command("import", path, SAMPLE, "--yes")
    return path


def test_group_pick_refuse_keep_undo_and_the_file_shows_it(file, person, program, command):
    running = program(file)
    person.find("frame", "CX Workshop – Ward 7")
    person.focus_window("CX Workshop")
    group_three(person)
    pick_three(person)
    refuse_the_fourth(person)
    person.key("ctrl+z")
    person.find("radio button", "We can make it last, yes")
    person.key("ctrl+q")
    assert running.wait(20) == 0
    cards = json.loads(command("list", file, "--json"))
    assert sorted(card["code"] for card in cards if card["group"]) == [1, 3, 6]
    status = json.loads(command("status", file, "--json"))
    assert status["picks"] == ["A", 2, 4]
    assert status["improvements"][1]["missing"][0] == "no owner"
    assert status["improvements"][2]["missing"][0] == "3 of 4 criteria are a yes"
    assert status["redo"] == "Answer a criterion of card 4"


def group_three(person) -> None:
    """Stop 3: a card onto a card, and a third into the group that they are then."""
    person.click("push button", start="Stop 3, Big list")
    person.drag(card(person, 3), card(person, 1))
    person.find("list", start="Group A,")
    person.drag(card(person, 6), card(person, 1))
    person.until(
        lambda: person.find("list", start="Group A,").name.endswith(", 3 customers, 3 cards")
    )


def card(person, code: int):
    return person.find("list item", start=f"Card {code},")


def pick_three(person) -> None:
    """Stop 4: the group and two cards, each with four times yes."""
    person.click("push button", start="Stop 4, Pick up to three")
    for slot, line in enumerate(("Group A,", SECOND, THIRD), start=1):
        empty = person.find("panel", f"Slot {slot} of 3, empty")
        person.drag(person.find("list item", start=line), empty)
        for criterion in CRITERIA:
            person.click("radio button", f"{criterion}, yes")
        person.find("label", f"{slot} of 3 picked" if slot > 1 else "1 picked")


def refuse_the_fourth(person) -> None:
    """It is dragged onto a slot that is taken; the panel says why not, and it stays on the list."""
    taken = person.find("panel", start="Slot 2 of 3, ")
    person.drag(person.find("list item", start=FOURTH), taken)
    sentence = person.find("push button", "Keep on the list").description
    assert sentence.startswith("Three is the most for one round.")
    person.find("push button", "Swap for …")
    person.click("push button", "Keep on the list")
    person.until(lambda: person.look("push button", "Keep on the list") is None)
    assert person.find("panel", start="Slot 2 of 3, ").name == taken.name


def test_once_round_from_an_empty_workshop(person, program, command, tmp_path):
    """Eight stops with a mouse and a keyboard; the next round is in the file."""
    file = tmp_path / "bakery.cxw"
    command("new", file, "--team", "Bakery")
    running = program(file)
    person.find("frame", "CX Workshop – Bakery")
    person.focus_window("CX Workshop")
    person.write("Whom we serve: Add a kind of customer", "regulars", enter=True)
    person.click("push button", start="Stop 2, Talk to customers")
    for words in ("ring me when it is ready", "ring before you bake", "more rye"):
        person.type(words, enter=True)
    person.until(lambda: person.look("push button", start="Stop 2, Talk to customers, 3 said"))
    person.key("ctrl+3")
    person.drag(card(person, 2), card(person, 1))
    person.find("list", start="Group A,")
    person.key("ctrl+4")
    person.click("list item", start="Group A,")
    person.key("1")
    for criterion in CRITERIA:
        person.click("radio button", f"{criterion}, yes")
    make_better(person)
    check_and_test(person)
    person.key("ctrl+8")
    person.write("Add somebody to tell", "the regulars", enter=True)
    person.click("push button", "Start round 2")
    person.find("push button", "Not yet")  # a page first
    person.click("push button", "Start round 2")
    person.find("push button", start="Stop 1, Prepare, ")
    person.find("push button", start="Round 2, ")
    person.key("ctrl+q")
    assert running.wait(20) == 0
    status = json.loads(command("status", file, "--json"))
    assert status["round"] == 2
    cards = json.loads(command("list", file, "--json"))
    assert [card["code"] for card in cards] == [3]  # what was kept is left out


def make_better(person) -> None:
    """Stop 5: a promise, an owner, a licence, a start; then it can be locked."""
    person.key("ctrl+5")
    person.write("Given by", "Helena")
    person.find("label", "Helena gives the licence")
    person.write("Who owns it", "Mira")
    person.find("label", "Mira leads")
    person.key("Tab")  # past those who help, to the start
    person.type("today", enter=True)
    person.find("label", "ready to be locked")
    person.click("push button", "Lock the plan")
    person.find("push button", "Unlock the plan")


def check_and_test(person) -> None:
    """Stops 6 and 7: a customer notices, and we are sure that it stays."""
    person.key("ctrl+6")
    person.write("What the customer says now", "You rang me!")
    person.click("radio button", "Notices")
    person.click("push button", "Add")
    person.click("radio button", "Customers notice")
    person.key("ctrl+7")
    person.click("radio button", "We are sure")
    person.find("label", "Kept")
