"""What the rail says of a stop is what that stop's page shows, after random work in any round."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop.services.overview import Overview
from tests.gui.conftest import Hands
from tests.soak.histories import Year
from ui.widgets.improvement_tabs import ImprovementTabs

ACTIONS = 90


def worked(window, folder, monkeypatch, seed: str) -> Hands:
    """A workshop after some rounds of random work, in the window."""
    monkeypatch.chdir(folder)
    year = Year(seed, finishes_earlier=True)
    for _action in range(ACTIONS):
        year.act()
    day = year.workshop.today
    year.workshop.save()
    year.workshop.close()
    window.workshops.today = day
    assert window.open(folder / "year.cxw")
    window.activateWindow()
    QApplication.processEvents()
    return Hands(window)


def contradictions(hands: Hands) -> list[str]:
    """Where rail and page say different things, with each round in view."""
    assert hands.window.bridge is not None
    found = []
    for row in reversed(hands.window.bridge.whole.rounds.all()):
        hands.window.bridge.look_at(row.number)
        QApplication.processEvents()
        found += in_view(hands)
    return found


def in_view(hands: Hands) -> list[str]:
    rail = [entry.status.note for entry in hands.window.desk.rail.entries]
    found = []
    for stop, fits in FITS.items():
        hands.go(stop)
        if not fits(hands, rail[stop - 1]):
            found.append(f"stop {stop}: {rail[stop - 1]}: {shown(hands)}")
    return [*found, *(text for text in (*rail, *shown(hands)) if "Day 0 of" in text)]


def shown(hands: Hands) -> list[str]:
    labels = hands.window.desk.page.window().findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def tab_names(hands: Hands) -> list[str]:
    bars = [bar for bar in hands.page.findChildren(ImprovementTabs) if bar.isVisible()]
    return [bar.accessibleTabName(n) for bar in bars for n in range(bar.count())]


def on_the_list(hands: Hands, note: str) -> bool:
    return "not grouped yet" not in note or any(note in text for text in shown(hands))


def of_the_plans(hands: Hands, note: str) -> bool:
    """The first number is the slot of a tab; without any plan nothing is said."""
    tabs = hands.page.findChildren(ImprovementTabs)
    names = [tab.tabText(n) or tab.accessibleTabName(n) for tab in tabs for n in range(tab.count())]
    slots = set(hands.workshop.pick.slots())
    named = re.match(r"(\d): ", note)
    return (named is None or int(named[1]) in slots) and (not note or bool(names))


def of_the_talks(hands: Hands, note: str) -> bool:
    """ "9 said by 10 customers" here, "9 things said by 10 customers" in the footer."""
    counts = re.findall(r"\d+", note)
    return not counts or any(re.findall(r"\d+", text) == counts for text in footer(hands)[:1])


def of_the_picks(hands: Hands, note: str) -> bool:
    """As many as there are slots filled, or as many as the criteria lack of a yes."""
    picked, yes, of = len(hands.workshop.pick.slots()), 0, 0
    for text in footer(hands):
        if found := re.match(r"(\d+) of (\d+) criteria", text):
            yes, of = int(found[1]), int(found[2])
    says = [text for text in footer(hands) if re.match(rf"{picked}( of 3)? picked$", text)]
    lacks = re.match(r"(\d+) (?:reason is|are) not a yes", note)
    named = int(note[0]) if note.endswith("of 3 picked") else picked
    return (
        (not picked or bool(says)) and named == picked and int(lacks[1] if lacks else 0) == of - yes
    )


def of_the_checks(hands: Hands, note: str) -> bool:
    """What is late or to come stands on an earlier round’s tab, or on one without a verdict."""
    days = re.search(r"\d+ days? late|in \d+ days?|due \w+", note)
    waits = re.compile(r", (\d+ answers?|no answer yet|not asked yet)$")
    return days is None or any(days[0] in name or waits.search(name) for name in tab_names(hands))


def of_the_tests(hands: Hands, note: str) -> bool:
    """Each sure or unsure test has its tab."""
    named = re.match(r"(?:sure of (\d)|(\d) not sure)", note)
    tabs = hands.page.findChildren(ImprovementTabs)
    return named is None or int(named[1] or named[2]) <= sum(tab.count() for tab in tabs)


def of_the_told(hands: Hands, note: str) -> bool:
    """Word for word in the footer; nobody is left to tell only where the rail counts nobody."""
    said = footer(hands)[0] if hands.window.bridge.round_looked_at is None else note
    return said == note or (not note and said == "Nobody to tell yet") or said.lower() == note


def footer(hands: Hands) -> list[str]:
    labels = hands.window.desk.foot.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


FITS = {
    2: of_the_talks,
    3: on_the_list,
    4: of_the_picks,
    5: of_the_plans,
    6: of_the_checks,
    7: of_the_tests,
    8: of_the_told,
}


@pytest.mark.parametrize("seed", range(5))
def test_rail_and_page_never_contradict_each_other(window, tmp_path, monkeypatch, seed):
    hands = worked(window, tmp_path, monkeypatch, f"rail {seed}")
    assert contradictions(hands) == []


def test_a_wrong_text_on_the_rail_is_found(window, tmp_path, monkeypatch):
    right = Overview.stop_statuses

    def seven_more(overview):
        return tuple(
            replace(row, note=re.sub(r"\d+", lambda found: str(int(found[0]) + 7), row.note))
            for row in right(overview)
        )

    monkeypatch.setattr(Overview, "stop_statuses", seven_more)
    assert contradictions(worked(window, tmp_path, monkeypatch, "rail 0"))


def test_what_left_its_slot_with_an_open_check_keeps_its_tab(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("Nobody rings back", talk.id)
    pick = workshop.pick.put(workshop.pick.subject("1")).id
    workshop.make_better.schedule(pick, workshop.today)
    workshop.make_better.lock(pick, reason="a test")
    workshop.make_better.unlock(pick)
    workshop.pick.take_out(1)
    hands.go(6)
    assert hands.window.desk.rail.entries[5].status.note.startswith("due in ")
    (named,) = tab_names(hands)
    assert named.startswith("Nobody rings back, from round 1: ask customers, due ")
