"""From nothing to three picks with a keyboard alone; names are only looked at, never acted on."""

from __future__ import annotations

import json

from cxworkshop.model import Criterion, CriterionAnswer
from tests.e2e.stage import wait_for
from tests.opened import opened

TABS = 60  # more than any page has to walk through
CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")


class Keys:
    """Presses keys and looks where they went."""

    def __init__(self, person) -> None:
        self.person = person

    def here(self, start: str = "", role: str = ""):
        """What has the keyboard has a name and can be seen."""

        def look():
            found = self.person.focused()
            fits = found is not None and found.name.startswith(start) and role in found.role
            return found if fits and found.name and found.width > 0 else None

        return wait_for(f"the keyboard on {start or 'something with a name'!r}", look)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.person.key(key)

    def type(self, text: str, key: str = "Return") -> None:
        self.person.write_here(text)
        self.press(key)

    def tab_to(self, start: str):
        """Tab until it has the keyboard; every place on the way can be seen."""
        return self.walk_to(start, "Tab")

    def walk_to(self, start: str, key: str):
        """The same by another key."""
        for _step in range(TABS):
            found = self.here()
            if found.name.startswith(start):
                return found
            self.press(key)
        raise AssertionError(f"{key} never comes to {start!r}")


def test_from_nothing_to_three_picks_by_keys_alone(person, program, command, tmp_path):
    file, keys = tmp_path / "corner.cxw", Keys(person)
    running = program()
    make(keys, file)
    prepare(keys)
    talk(keys)
    sort(keys)
    pick(keys)
    keys.press("ctrl+q")
    assert running.wait(20) == 0
    status = json.loads(command("status", file, "--json"))
    assert status["team"] == "Corner shop"
    assert status["picks"] == ["A", "B", 6]
    cards = {card["code"]: card for card in json.loads(command("list", file, "--json"))}
    assert [cards[code]["customers"] for code in (1, 2, 6)] == [2, 1, 1]
    assert cards[1]["way"] == "quick"
    assert [cards[code]["group"] for code in (1, 2, 5, 3, 4, 6, 7)] == [*"AAABB", None, None]
    assert cards[6]["headline"] == "A shorter line"
    workshop = opened(file)
    assert [row.words for row in workshop.prepare.served.all()] == ["regulars"]
    given = workshop.pick.judgements(1)
    assert [row.answer for row in given.values()] == [CriterionAnswer.YES] * 3 + [
        CriterionAnswer.UNSURE
    ]
    assert given[Criterion.STAY].reason == "who does it in August?"
    workshop.close()


def make(keys, file) -> None:
    """The start page, a name, a place on the disk."""
    person = keys.person
    person.find("push button", "New workshop")
    person.focus_window("CX Workshop")
    keys.tab_to("New workshop")
    keys.press("Return")
    keys.here("Team")
    keys.type("Corner shop")
    keys.tab_to("Change where to keep it …")
    keys.press("Return")
    person.focus_window("Where to keep it")
    keys.here("File name:")
    keys.press("ctrl+a")
    keys.type(str(file))
    person.focus_window("CX Workshop")
    keys.tab_to("Start without paper")
    keys.press("Return")
    person.find("frame", "CX Workshop – Corner shop")
    person.focus_window("CX Workshop – Corner shop")


def prepare(keys) -> None:
    """Stop 1: whom we serve, and a question to ask."""
    keys.press("ctrl+1")
    keys.tab_to("Whom we serve: Add a kind of customer")
    keys.type("regulars")
    keys.here("Whom we serve: Add a kind of customer")


def talk(keys) -> None:
    """Stop 2: three customers, two of them of one mind about the phone; one answer has its way."""
    keys.press("ctrl+2")
    keys.here("What the customer said")
    keys.press("alt+1")
    keys.type("nobody answers the phone", "ctrl+Return")
    keys.here("What the customer said")
    for words in ("ring me back", "the door is heavy"):
        keys.type(words)
    keys.press("ctrl+n")
    keys.here("What the customer said")
    for words in ("open it for me", "no bread at ten", "the line is slow", "more rye"):
        keys.type(words)
    keys.person.until(lambda: keys.person.look("push button", start="Stop 2, Talk to customers, 8"))


def sort(keys) -> None:
    """Stop 3: two cards chosen and grouped, a pile from the wall, one card moved, two headlines."""
    keys.press("ctrl+3")
    keys.here("Big list")
    keys.press("Down")
    keys.here("Card 1,", "list item")
    keys.press("space", "Right")
    keys.here("Card 2,", "list item")
    keys.press("space", "g")
    keys.here("The group’s headline")
    keys.press("Escape")
    keys.person.find("list", start="Group A,")
    keys.press("ctrl+g")
    keys.here("Paper line")
    keys.type("The door: 3 4")
    keys.person.find("list", start="Group B, The door,")
    keys.tab_to("Done")
    keys.press("Return")
    keys.tab_to("Card ")
    to_card(keys, 5)
    keys.press("m", "a")
    keys.here("Card 5, no bread at ten, 1 customer, in group", "list item")
    keys.press("F4")
    keys.here("The group’s headline")
    keys.type("Reaching us")
    keys.here("Card 5, no bread at ten, 1 customer, in group Reaching us", "list item")
    to_card(keys, 6)
    keys.press("Return")
    keys.here("A headline of ours")
    keys.type("A shorter line")
    keys.here("Card 6, A shorter line", "list item")


def to_card(keys, code: int) -> None:
    """Its number, and Enter."""
    keys.press("numbersign")
    keys.here("Find words")
    keys.type(str(code))
    keys.here(f"Card {code},", "list item")


def pick(keys) -> None:
    """Stop 4: three lines into slots, the fourth refused, four criteria answered."""
    keys.press("ctrl+4")
    for slot, line in enumerate(("Group A, ", "Group B, ", "Card 6, "), start=1):
        keys.walk_to(line, "Down")
        keys.press(str(slot))
        keys.person.find("label", f"{slot} of 3 picked" if slot > 1 else "1 picked")
    keys.walk_to("Card 7, ", "Down")
    keys.press("2")
    keys.here("Keep on the list")
    keys.press("Return")
    keys.here("Card 7, ", "list item")
    for criterion in CRITERIA[:3]:
        keys.tab_to(f"{criterion}, yes")
        keys.press("space")
        keys.person.find("push button", f"{criterion}: yes")
    keys.tab_to(f"{CRITERIA[3]}, yes")
    keys.press("Right")
    keys.here(f"{CRITERIA[3]}, not sure")
    keys.press("Return")
    keys.here(f"{CRITERIA[3]}: why")
    keys.type("who does it in August?")
    keys.person.find("push button", f"{CRITERIA[3]}: not sure")
