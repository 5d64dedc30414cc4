"""What the rail says of a stop beside what that stop's page shows."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import chdir

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cxworkshop.customer_word import PRESETS
from tests.gui.conftest import Hands
from tests.soak.histories import Year
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.lists import RowList

ACTIONS = 90
SECTIONS = ("Who", "Questions", "Agenda", "Encounter", "Promises")
WORDS = ("regulars", "Mira", "How was it?", "What took long?", "4 Dec 2026", "12", "")
TURNING = 0.3  # of the actions begin with another section
# These leave the page: the papers, the projector’s window, the deck of ideas, the next stop; and
# the word for customers builds the window anew, with another name for the next stop.
AWAY = (
    *("Print sheets", "Back-row test", "Ideas for making a step worth more", "Timer"),
    *("Talk to customers", "Own word for one of them", "Own word for several of them"),
    *(word.many.capitalize() for word in PRESETS),
)


def worked(window, folder, seed: str) -> Hands:
    """A workshop after some rounds of random work, in the window."""
    with chdir(folder):
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


class Preparing:
    """Random work with all the widgets of stop 1, by mouse and keys."""

    def __init__(self, hands: Hands, seed: str) -> None:
        self._hands, self._chance = hands, random.Random(seed)
        hands.go(1)

    def act(self) -> str:
        """Press a button, or type into a field and leave it; returns the name of the widget."""
        if self._chance.random() < TURNING:
            shows(self._hands, self._chance.choice(SECTIONS))
        there = self._there()
        kind = self._chance.choice(sorted({type(one).__name__ for one in there}))
        widget = self._chance.choice([one for one in there if type(one).__name__ == kind])
        name = widget.accessibleName() or getattr(widget, "text", str)()
        if isinstance(widget, QAbstractButton):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        else:
            self._type(widget)
        QApplication.processEvents()
        return name

    def _there(self) -> list[QWidget]:
        kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
        all_ = [w for w in self._hands.page.findChildren(QWidget) if isinstance(w, kinds)]
        return [
            widget
            for widget in all_
            if widget.isEnabled()
            and not widget.visibleRegion().isEmpty()
            and widget.accessibleName() not in AWAY
            and getattr(widget, "text", str)() not in AWAY
        ]

    def _type(self, field: QWidget) -> None:
        QTest.mouseClick(getattr(field, "viewport", lambda: field)(), Qt.MouseButton.LeftButton)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, self._chance.choice(WORDS))
        enter, tab = Qt.Key.Key_Return, Qt.Key.Key_Tab
        QTest.keyClick(field, self._chance.choice((enter, enter, tab)))


def contradictions(hands: Hands) -> Iterator[str]:
    """Where rail and page say different things, with each round in view."""
    assert hands.window.bridge is not None
    for row in reversed(hands.window.bridge.whole.rounds.all()):
        hands.window.bridge.look_at(row.number)
        QApplication.processEvents()
        yield from in_view(hands)


def in_view(hands: Hands) -> Iterator[str]:
    rail = [entry.status.note for entry in hands.window.desk.rail.entries]
    for stop, fits in FITS.items():
        hands.go(stop)
        if not fits(hands, rail[stop - 1]):
            yield f"stop {stop}: {rail[stop - 1]}: {shown(hands)}"
    yield from (text for text in (*rail, *shown(hands)) if "Day 0 of" in text)


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
    lacks = re.match(r"(\d+) criteri(?:on|a) not yet a yes", note)
    named = int(note[0]) if note.endswith("of 3 picked") else picked
    return (
        (not picked or bool(says)) and named == picked and int(lacks[1] if lacks else 0) == of - yes
    )


def of_the_checks(hands: Hands, note: str) -> bool:
    """What is late or to come stands on an earlier round’s tab, or on one without a verdict.

    A look again has its own button.
    """
    if note.startswith("look again"):
        buttons = hands.page.findChildren(QAbstractButton)
        return any(b.isVisible() and b.accessibleName().startswith("Look again") for b in buttons)
    days = re.search(r"\d+ days? late|in \d+ days?|due \w+", note)
    waits = re.compile(r", (\d+ answers?|no answer yet|not asked yet)$")
    return days is None or any(days[0] in name or waits.search(name) for name in tab_names(hands))


def of_the_tests(hands: Hands, note: str) -> bool:
    """Each sure or unsure test has its tab, and so has a fix."""
    if note.startswith("a fix"):
        return bool(tab_names(hands))
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


def of_the_preparations(hands: Hands, note: str) -> bool:
    """What is missing first, of those we serve, the questions and who has a say."""
    before = section(hands)
    shows(hands, "Who")
    serve = not in_rows(hands, "Whom we serve", QPlainTextEdit)
    ticks = in_rows(hands, "Who has a say", QCheckBox)
    say = not any(tick.isChecked() for tick in ticks)
    shows(hands, "Questions")
    asked = in_rows(hands, "What we ask", QPlainTextEdit)
    counted = re.match(r"(\d+) questions? to ask", footer(hands)[0])
    shows(hands, before)
    missing = [
        *(["whom do we serve?"] * serve),
        *(["no question is ticked"] * (not asked)),
        *(["who has a say?"] * say),
        "all set",
    ]
    return note == missing[0] and counted is not None and int(counted[1]) == len(asked)


def section(hands: Hands) -> str:
    """The section of stop 1 that is shown."""
    return next(name for name in SECTIONS if hands.find(name, QAbstractButton).isChecked())


def shows(hands: Hands, name: str) -> None:
    """Open a section of stop 1, if it is not."""
    if section(hands) != name:
        hands.click(name)


def in_rows(hands: Hands, name: str, kind: type) -> list:
    """What is in the rows of a list of stop 1."""
    found = hands.find(name, RowList).findChildren(kind)
    return [widget for widget in found if widget.isVisible()]


FITS = {
    1: of_the_preparations,
    2: of_the_talks,
    3: on_the_list,
    4: of_the_picks,
    5: of_the_plans,
    6: of_the_checks,
    7: of_the_tests,
    8: of_the_told,
}
