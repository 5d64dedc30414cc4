"""From nothing through stop 4 by mouse, by keys, by touch alone; the file shows it.

By touch it goes on to a locked plan, on the smallest screen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.stage import PATIENCE, ROOT

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


def test_keyboard_alone(person, program, command, screen):
    running = program()
    person.find("push button", "New workshop")
    person.focus_window("CX Workshop")
    person.key("ctrl+shift+n")
    person.find("text", "Team")
    person.type("Harbour")
    person.tab_to("Start without paper")
    person.key("Return")
    person.find("frame", "CX Workshop – Harbour")
    person.focus_window("CX Workshop")
    person.tab_to("Whom we serve: Add")
    person.type("regulars", enter=True)
    person.key("ctrl+2")
    person.until(lambda: person.focus()["name"] == "What the customer said")
    say_by_keys(person)
    sort_by_keys(person)
    pick_by_keys(person)
    person.key("ctrl+q")
    assert running.wait(PATIENCE) == 0
    file = found(screen, "Harbour")
    codes, picks = groups_and_picks(command, file)
    assert codes == [1, 2, 3, 4]
    assert picks == ["A", "B", 5]


def say_by_keys(person) -> None:
    """Five things by two customers, one of them said by a third, one tagged."""
    for words in ("ring me when it is ready", "ring before you bake"):
        person.type(words, enter=True)
    person.key("ctrl+Return", "ctrl+n", "alt+1")
    for words in ("more rye", "a bench", "open at nine"):
        person.type(words, enter=True)
    person.key("Up", "ctrl+a")
    person.type("open at eight", enter=True)
    person.find("push button", start="Stop 2, Talk to customers, 6 said by 3 customers")


def sort_by_keys(person) -> None:
    """Arrows and Space choose, G groups, Ctrl+G types a pile, F4 writes its headline."""
    person.key("ctrl+3")
    person.until(lambda: person.focus()["name"] == "Big list")
    person.key("Down", "space", "Right", "space", "g")
    person.until(lambda: person.focus()["name"] == "The group’s headline")
    person.key("Escape")
    person.find("list", start="Group A,")
    person.key("ctrl+g")
    person.type("Bread and benches: 3 4", enter=True)
    person.find("list", start="Group B, Bread and benches")
    person.key("ctrl+z")
    person.until(lambda: person.look("list", start="Group B,") is None)
    person.key("ctrl+y")
    person.find("list", start="Group B,")


def pick_by_keys(person) -> None:
    """1, 2 and 3 put lines into slots; every criterion is answered by Space."""
    person.key("ctrl+4")
    person.until(lambda: person.focus()["name"] == "What customers said")
    person.key("Home", "1", "Down", "2", "Down", "3")
    person.find("label", "3 of 3 picked")
    person.tab_to("We can improve it, yes")
    for criterion in CRITERIA:
        person.tab_to(f"{criterion}, yes")
        person.key("space")
    person.find("label", start="4 of 12 criteria")


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
