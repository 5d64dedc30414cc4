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
    for stop, fits in (
        (3, on_the_list),
        (5, of_the_plans),
        (7, of_the_tests),
        (8, of_the_told),
    ):
        hands.go(stop)
        if not fits(hands, rail[stop - 1]):
            found.append(f"stop {stop}: {rail[stop - 1]}: {shown(hands)}")
    return [*found, *(text for text in (*rail, *shown(hands)) if "Day 0 of" in text)]


def shown(hands: Hands) -> list[str]:
    labels = hands.window.desk.page.window().findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def on_the_list(hands: Hands, note: str) -> bool:
    return "not grouped yet" not in note or any(note in text for text in shown(hands))


def of_the_plans(hands: Hands, note: str) -> bool:
    """The first number is the slot of a tab; without any plan nothing is said."""
    tabs = hands.page.findChildren(ImprovementTabs)
    names = [tab.tabText(n) or tab.accessibleTabName(n) for tab in tabs for n in range(tab.count())]
    slots = set(hands.workshop.pick.slots())
    named = re.match(r"(\d): ", note)
    return (named is None or int(named[1]) in slots) and (not note or bool(names))


def of_the_tests(hands: Hands, note: str) -> bool:
    """Each sure or unsure test has its tab."""
    named = re.match(r"(?:sure of (\d)|(\d) not sure)", note)
    tabs = hands.page.findChildren(ImprovementTabs)
    return named is None or int(named[1] or named[2]) <= sum(tab.count() for tab in tabs)


def of_the_told(hands: Hands, note: str) -> bool:
    return "still to be told" not in note or any(note in text for text in shown(hands))


@pytest.mark.parametrize("seed", range(4))
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
