"""Names and roles of the example's first four stops, as a screen reader gets them (AT-SPI)."""

from __future__ import annotations

import re

import pytest

CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")


@pytest.fixture
def told(person, program, command, tmp_path):
    """The bakery in a window of its own."""
    file = tmp_path / "bakery.cxw"
    command("sample", file)
    program(file)
    person.find("frame", "CX Workshop – Corner Bakery")
    person.focus_window("CX Workshop")
    return person


def seen(person) -> list[str]:
    """Role and name of all that can be seen."""
    return person.ask(all=True) or []


def fits(person, pattern: str) -> list[str]:
    return [line for line in seen(person) if re.fullmatch(pattern, line)]


def test_four_stops_by_their_names(told):
    rail(told)
    for check in (prepare, talk, big_list, pick):
        check(told)


def rail(person) -> None:
    """Eight stops by number and name, what is there or missing, and which is in front."""
    titles = "Prepare|Talk to customers|Big list|Pick up to three|Make it better|30-day check|"
    titles += "Replace-the-staff test|Share and repeat"
    entries = fits(person, rf"push button: Stop [1-8], ({titles}).*")
    assert [entry[len("push button: Stop ")] for entry in entries] == list("12345678")
    assert len([entry for entry in entries if entry.endswith(", current")]) == 1
    for tool in ("Print", "More", "Ten ways", "56 ideas"):
        person.find("push button", tool)


def prepare(person) -> None:
    person.key("ctrl+1")
    person.until(lambda: fits(person, "push button: Stop 1, Prepare, .*, current"))
    person.find("text", "Whom we serve: Add a kind of customer")
    person.find("radio button", "Paper: A4")


def talk(person) -> None:
    person.key("ctrl+2")
    person.find("text", "What the customer said")
    for field in ("Customer", "Kind", "Asked by"):
        person.find("text", field)
    person.find("combo box", "any question")  # on Linux Qt says what is chosen
    for tool in ("From a paper sheet", "Import a list"):
        assert fits(person, rf"(push|toggle) button: {tool}|check box: {tool}"), tool
    assert len(fits(person, r"push button: Card \d+, .+, no\. \d+")) > 2


def big_list(person) -> None:
    """Columns are lists, cards their items; tools by the words on them."""
    person.key("ctrl+3")
    person.find("list", "Big list")
    assert fits(person, r"list: Not grouped yet, \d+ cards")
    assert fits(person, r"list: Group [A-Z], .+, \d+ customers?, \d+ cards?")
    assert fits(person, r"list item: Card \d+, .+, \d+ customers?(, .+)?, in group .+")
    for role, tool in (
        ("text", "Find words, or type a number"),
        ("radio button", "Columns"),
        ("radio button", "Tree"),
        ("push button", "Paper line"),
        ("push button", "New group"),
    ):
        person.find(role, tool)
    person.key("Down")
    person.until(lambda: re.fullmatch(r"Card \d+, .+", person.focused().name))
    assert person.focused().role == "list item"


def pick(person) -> None:
    """Slots by number and what is in them; each criterion of a new pick is three radio buttons."""
    person.key("ctrl+4")
    person.find("list", "What customers said")
    assert fits(person, r"list item: (Card|Group) \w+, .+, \d+ customers?(, .+)?, in slot 1")
    for slot in (1, 2):
        assert not person.find("panel", start=f"Slot {slot} of 3, ").name.endswith("empty")
    person.find("panel", "Slot 3 of 3, empty")
    for criterion in CRITERIA:
        assert len(fits(person, rf"push button: {criterion}: yes")) == 2
    person.key("Home")
    person.key("3")
    for answer in ("yes", "not sure", "no"):
        person.find("radio button", f"{CRITERIA[0]}, {answer}")
    person.find("push button", "Type in the ballots")
    person.find("text", "add a name")
