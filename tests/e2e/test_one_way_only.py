"""From nothing through stop 4 by mouse or touch alone; the file shows it. By keys: test_by_keys.

By touch it goes on to a locked plan, on the smallest screen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.stage import ROOT

CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")
MOST_TOUCHES = 60  # with five answers by five customers, swipes and typed fields counted
WISHES = "ring me when it is ready\nring before you bake\nmore rye\na bench\nopen at eight"


def found(screen: dict[str, str], name: str) -> Path:
    """The file, in the person's own folder."""
    path = Path(screen["HOME"]) / "CX Workshop" / f"{name}.cxw"
    assert path.is_file(), list(path.parent.iterdir())
    return path


def groups_and_picks(command, file: Path) -> tuple[list[int], list[object]]:
    cards = json.loads(command("list", file, "--json"))
    picks = json.loads(command("status", file, "--json"))["picks"]
    return sorted(card["code"] for card in cards if card["group"]), picks


def test_mouse_alone(person, program, command, screen):
    (Path(screen["HOME"]) / "wishes.txt").write_text(WISHES, encoding="utf-8")
    program()
    person.click("push button", "New workshop")
    person.click("push button", "Start without paper")
    person.find("frame", "CX Workshop – Our team")
    person.click("radio button", "Questions")
    person.click("check box", "Where does it take longer with us than you think it should?")
    person.click("push button", start="Stop 2, Talk")
    person.click("push button", "Import a list")
    person.click("table cell", "wishes.txt")
    person.click("push button", "Open")
    person.click("push button", "Import 5 cards")
    person.find("push button", start="Stop 2, Talk to customers, 5 said")
    sort_by_mouse(person)
    pick_by_mouse(person)
    person.click("push button", start="Undo “Swap")
    person.find("panel", start="Slot 3 of 3, more rye")
    person.find("label", "Saved")
    file = found(screen, "Our team")
    assert groups_and_picks(command, file) == ([1, 2], ["A", 5, 3])
    asked = json.loads(command("status", file, "--json"))
    assert asked["redo"].startswith("Swap")


def card(person, code: int):
    return person.find("list item", start=f"Card {code},")


def sort_by_mouse(person) -> None:
    """A card onto a card; another is set aside, and back."""
    person.click("push button", start="Stop 3, Big list")
    person.drag(card(person, 2), card(person, 1))
    person.find("list", start="Group A,")
    person.click("list item", start="Card 4,")
    person.click("push button", "Set aside")
    person.find("push button", "1 set aside")
    person.click("push button", start="Undo “Set aside")
    person.until(lambda: person.look("push button", "1 set aside") is None)


def pick_by_mouse(person) -> None:
    """By drag, by double click, by click and click; the fourth takes another's place."""
    person.click("push button", start="Stop 4, Pick up to three")
    empty = person.find("panel", "Slot 1 of 3, empty")
    person.drag(person.find("list item", start="Group A,"), empty)
    for criterion in CRITERIA:
        person.click("radio button", f"{criterion}, yes")
    person.click_twice_at(person.find("list item", start="Card 5,"))
    person.find("panel", start="Slot 2 of 3, open at eight")
    person.click("list item", start="Card 3,")
    person.click("push button", "Put the chosen line into slot 3")
    third = person.find("panel", start="Slot 3 of 3, more rye")
    person.drag(person.find("list item", start="Card 4,"), third)
    person.click("push button", "Swap for …")
    person.click("push button", "Swap in slot 3")
    person.find("panel", start="Slot 3 of 3, a bench")


def test_touch_alone(screen, command):
    script = [sys.executable, "-X", "faulthandler", str(ROOT / "tests" / "e2e" / "by_touch.py")]
    environ = screen | {"PYTHONPATH": str(ROOT)}
    options = {"env": environ, "cwd": ROOT, "capture_output": True, "text": True}
    done = subprocess.run(script, check=False, timeout=90, **options)
    assert done.returncode == 0, done.stderr
    gestures, path = done.stdout.splitlines()[-2:]
    assert int(gestures) <= MOST_TOUCHES
    file = Path(path)
    assert groups_and_picks(command, file) == ([1, 2, 3, 4], ["A", "B", 5])
    assert json.loads(command("status", file, "--json"))["undo"].startswith("Lock")
