"""Reads what the window says: the rail, the pages of all stops, what is open, the year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from cxworkshop.i18n import _
from cxworkshop.stages import STAGE_WORDS
from cxworkshop.stops.share import PAPERS
from cxworkshop.wishes import AnswerKind
from tests.gui.months.figures import COUNTED, Figures
from tests.gui.months.hands import CTRL, called, settle
from tests.gui.months.walk import Walk
from ui.dialogs.still_open import StillOpenDialog
from ui.start.latest_panel import LatestPanel
from ui.stops.share.announcements import TickBox
from ui.stops.share.answers_page import KINDS
from ui.stops.share.poster import PosterCard
from ui.stops.share.year import MonthButton
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.open_rows import OpenRow
from ui.widgets.row_view import RowView
from ui.window.rail import RailEntry
from ui.window.round_choice import RoundChoice

FIRST_TEST = "Ask whether it stays without us"  # follows the check at once: not in the calendar
OPEN_LEADS = ("Ask customers now", "Look at it", "Clear it", "Decide", "Ask it", "Ask customers")
BY_WORD = {words: stage for stage, words in STAGE_WORDS.items()}


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def numbers(pattern: str, said: Iterable[str]) -> tuple[int, ...] | None:
    """The numbers in the first text with this pattern."""
    for text in said:
        found = re.search(pattern, text)
        if found:
            return tuple(int(group) for group in found.groups())
    return None


class Reader:
    """Reads one place after another into the figures."""

    def __init__(self, figures: Figures, walk: Walk) -> None:
        self.figures, self.walk = figures, walk
        self.window = walk.hands.window

    def say(self, about: str, where: str, found: Any) -> None:
        """Say one number plainly, several as a pair; nothing where nothing was found."""
        if found is not None:
            one = isinstance(found, tuple) and len(found) == 1
            self.figures.say(about, where, found[0] if one else found)

    @property
    def page(self):
        return self.window.desk.page

    def go(self, stop: int) -> list[str]:
        self.window.desk.go(stop)
        settle()
        return texts(self.page)

    def footer(self) -> list[str]:
        return texts(self.window.desk.foot)

    def rail(self) -> None:
        where, entries = "rail", self.window.findChildren(RailEntry)
        notes = {entry.number: [entry.accessibleName()] for entry in entries}
        head = [called(self.window.findChild(RoundChoice))]
        self.say("round", "rail's head", numbers(r"Round (\d+)", head))
        said = numbers(r"(\d+) said by (\d+) customer", notes[2])
        self.say("said in this round", where, said)
        self.say("cards on the list", where, numbers(r", (\d+) cards?(?:,|$)", notes[3]))
        self.say("groups", where, numbers(r", (\d+) groups?(?:,|$)", notes[3]))
        self.say("not grouped", where, numbers(r"(\d+) not grouped", notes[3]))
        self.say("in slots", where, numbers(r"(\d) of 3 picked", notes[4]))
        number = self.walk.notes.round
        told = numbers(r"(\d+) still to be told", notes[8])
        self.say(f"round {number}: to tell", where, told)
        earlier = re.search(r"(\d+) to tell, round (\d+)", notes[8][0])
        if earlier:
            self.say(f"round {earlier[2]}: to tell", where, int(earlier[1]))

    def talk(self) -> None:
        self.go(2)
        said = numbers(r"(\d+) things? said by (\d+) customer", self.footer())
        self.say("said in this round", "footer of stop 2", said)

    def big_list(self) -> None:
        self.go(3)
        self.say("groups", "footer of stop 3", numbers(r"(\d+) groups?$", self.footer()))
        loose = numbers(r"(\d+) not grouped", self.footer())
        self.say("not grouped", "footer of stop 3", loose)

    def pick(self) -> None:
        said = self.go(4)
        where = "stop 4"
        lines = numbers(r"^(\d+) things?, which take", said)
        self.say("lines of what is open", where, lines or 0)
        all_ = [called(w) for w in self.walk.hands.all_in_sight() if called(w).startswith("All ")]
        self.say("lines of what is open", "button of stop 4", numbers(r"All (\d+) of them", all_))
        slots = [w.accessibleName() for w in self.page.slots]
        self.say("in slots", where, sum("empty" not in name for name in slots))
        rows = self.page.findChild(RowView)
        for name in (rows.text_at(n) for n in range(len(rows.values))):
            found = re.match(r"card (\d+), .*?(\d+) customers?(?:,|$)", name, re.I)
            if found:
                self.say(f"card {found[1]}: customers", where, int(found[2]))

    def plans(self) -> None:
        for pick in self._tabs(5):
            said = texts(self.page)
            found = numbers(r"^(\d+) of the (\d+) customers we talked to", said)
            self.say(f"{pick}: heard", "stop 5", found)

    def checks(self) -> None:
        for pick in self._tabs(6):
            said = texts(self.page)
            found = numbers(r"^(\d+) of (\d+) notices? a difference", said)
            self.say(f"{pick}: noticed", "stop 6", found)
            order = [text for text in said if re.match(r"\d+ of \d+, then ", text)]
            number, _comma, title = pick.partition(", ")
            if order and number == f"round {self.walk.notes.round}":  # others end before the last
                self.say(f"{title}: checks in order", "stop 6", order[0])

    def tests(self) -> None:
        for pick in self._tabs(7):
            bold = self.footer()[0]
            self.say(f"{pick}: kept", "footer of stop 7", bold == "Kept")

    def _tabs(self, stop: int) -> Iterable[str]:
        """Turn each tab of a stop; yields the round and the title of its improvement."""
        self.go(stop)
        tabs, now = self.page.findChild(ImprovementTabs), self.walk.notes.round
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle()
            name = tabs.accessibleTabName(place)
            found = re.search(r"from round (\d+):", name)
            title = tabs.tabText(place).replace("&&", "&")
            yield f"round {found[1] if found else now}, {title}"

    def share(self) -> None:
        said, where, number = self.go(8), "stop 8", self.walk.notes.round
        self.posters(number, where)
        told = numbers(r"^(\d+) of (\d+)$", texts(self.page.first.people))
        self.say(f"round {number}: told", where, told)
        counts = numbers(r"(\d+) kept of (\d+) picked in (\d+) round", said)
        if counts:
            for about, n in zip(("kept", "picked", "rounds"), counts, strict=True):
                self.say(about, "year of stop 8", n)
        self.months("year of stop 8")
        self._answers_strip(said)
        footer = self.footer()
        self.say(f"round {number}: to tell", "footer of stop 8", numbers(r"(\d+) still to", footer))
        along = numbers(r"(\d+) cards? goe?s? ?along", footer)
        along = along or numbers(r"(\d+) cards? goe?s? along", footer)
        self.say("cards that go along", "footer of stop 8", along)

    def posters(self, number: int, where: str) -> None:
        cards = [card for card in self.page.findChildren(PosterCard) if card.isVisible()]
        titles = [story.title for story in self.walk.outcomes(number)]
        for title, card in zip(titles, cards, strict=True):
            pick, said = f"round {number}, {title}", texts(card)
            counted = numbers(r"(\d+) of (\d+) customers? notices?", said)
            self.say(f"{pick}: noticed", where, counted)
            self.say(f"{pick}: lead", where, card.accessibleName().partition(":")[0])

    def months(self, where: str) -> None:
        for month in self.page.findChildren(MonthButton):
            found = re.match(r"Round (\d+), [^:]*: (.*)", month.accessibleName())
            if not (found and month.isVisible()) or found[2] == "nothing picked yet":
                continue
            parts = re.findall(
                r"(\d) (kept|done, not sure it stays|[^\d]+?)(?:, (?=\d)|$)", found[2]
            )
            stages = {BY_WORD[words]: int(n) for n, words in parts}
            self.say(f"round {found[1]}: stages", where, dict(sorted(stages.items())))

    def _answers_strip(self, said: list[str]) -> None:
        found = numbers(r"^(\d+) of (\d+) without an answer", said)
        if found:
            self.say("wishes without an answer", "stop 8", found[0])
            self.say("wishes", "stop 8", found[1])
        line = next((text for text in said if re.fullmatch(r"\d+ [^·]+( · .*)?", text)), "")
        for part in line.split(" · ") if "·" in line else ():
            n, _space, kind = part.partition(" ")
            self.say(f"answers {_kind_of(kind)}", "stop 8", int(n))

    def answers(self) -> None:
        self.page.open_inner("answers")
        settle()
        where = "answers page"
        for words in map(called, self.walk.hands.all_in_sight()):
            found = re.fullmatch(r"(.+) (\d+)", words)
            if found and found[1] == "All":
                self.say("wishes", where, int(found[2]))
            elif found and _kind_of(found[1]):
                self.say(f"answers {_kind_of(found[1])}", where, int(found[2]))
        found = numbers(r"^(\d+) of (\d+) without an answer", self.footer())
        self.say("wishes without an answer", "footer of the answers", found and found[0])
        self.page.close_inner()

    def year(self) -> None:
        self.page.open_inner("year")
        settle()
        where, said = "year page", texts(self.page)
        self.months(where)
        kept = next(n for n, text in enumerate(said) if re.fullmatch(r"of \d+ kept", text))
        self.say("kept", where, int(said[kept - 1]))
        self.say("picked", where, numbers(r"of (\d+) kept", said))
        self.say("noticed in all", where, numbers(COUNTED.pattern, [said[kept + 1]]))
        self.say("expected it right", where, numbers(r"^(\d+) of (\d+) right$", said))
        self.say("days lost", where, numbers(r"^(\d+) in all$", said))
        for months in (3, 6, 12):
            head = f"after {months} months"  # shown as soon as anything was looked at again
            line = said.index(head) if head in said else len(said)
            found = numbers(r"^(\d+) of (\d+) still$", said[line + 1 : line + 2])
            self.say(f"looks after {months} months", where, found)
        self.page.close_inner()

    def round_start(self) -> None:
        self.page.open_inner("round_start")
        settle()
        inner, number = self.page.inner, self.walk.notes.round
        kept = numbers(r"^(\d+) of (\d+)(?:,|$)", texts(inner.kept)) or (0, 0)
        self.say("kept in this round", "start of the next round", kept[0])
        titles = {row.title for n in range(1, number + 1) for row in self.walk.outcomes(n)}
        thanked = sorted(text for text in texts(inner.kept) if text in titles)
        self.say("kept lately, which", "start of the next round", thanked)
        papers = {told for name in PAPERS.values() for told in (_(name), f"Printed: {_(name)}")}
        people = [
            tick for tick in inner.told.findChildren(TickBox) if tick.accessibleName() not in papers
        ]
        told = (sum(tick.isChecked() for tick in people), len(people)) if people else None
        self.say(f"round {number}: told", "start of the next round", told)
        self.page.close_inner()

    def still_open(self) -> None:
        """The list of all that is open, by Ctrl+L."""
        QTest.keyClick(self.window, Qt.Key.Key_L, CTRL)
        settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StillOpenDialog)
        where, today = "list of what is open", self.walk.day
        rows = [row.line for row in dialog.findChildren(OpenRow)]
        heads = [label.text() for label in dialog.findChildren(QLabel)]
        n = self._lines_now(dialog) if "Now" in heads else 0
        now = [thing for line in rows[:n] for thing in line.things]
        self.say("lines of what is open", where, n)
        self.say("open now", where, len(now))
        self.say("open now, which", where, sorted(now))
        self.say("latest, days", where, max((line.late for line in rows), default=0))
        dated = [one for one in rows if one.left is not None and one.words != FIRST_TEST]
        days = sorted(today + timedelta(days=one.left) for one in dated if one.left is not None)
        self.say("days in the calendar", where, days)
        for line in rows:
            late = numbers(r"(\d+) days? late", [line.when])
            assert (late or (0,))[0] == line.late, line
        dialog.reject()
        self.window.activateWindow()  # off screen, no window is active after a dialog
        settle()

    def _lines_now(self, dialog: StillOpenDialog) -> int:
        coming = [w for w in dialog.findChildren(QLabel) if w.text() == "Coming"]
        rows = dialog.findChildren(OpenRow)
        if not coming:
            return len(rows)
        high = coming[0].mapTo(dialog, coming[0].rect().topLeft()).y()
        return sum(row.mapTo(dialog, row.rect().topLeft()).y() < high for row in rows)

    def earlier_rounds(self) -> None:
        """The rail's menu, and the poster of each earlier round."""
        QTest.keyClick(self.window, Qt.Key.Key_R, CTRL)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        lines = [action.text() for action in menu.actions()]
        menu.close()
        self.window.activateWindow()
        for line in lines[1:]:
            found = re.match(r"Round (\d+), finished .*?(?:, (\d+) still open)?$", line)
            assert found, line
            number = int(found[1])
            self.say(f"round {number}: still open", "rail's menu", int(found[2] or 0))
            things = self.walk.workshop.open_promises.of_round(number)
            left = [thing for thing in things if thing.kind != "look-again"]
            self.say(f"round {number}: still open", "still-open", len(left))

    def look_back(self) -> None:
        for number in range(1, self.walk.notes.round):
            self.window.bridge.look_at(number)
            self.go(8)
            self.posters(number, f"stop 8 of round {number}")
            told = numbers(r"^(\d+) of (\d+)$", texts(self.page.first.people))
            self.say(f"round {number}: told", f"stop 8 of round {number}", told)
        self.window.bridge.look_at()
        settle()


def read_screens(figures: Figures, walk: Walk, *, back: bool = True) -> None:
    """All places of the window with a workshop open."""
    here = walk.hands.window.desk.here
    reader = Reader(figures, walk)
    for read in (
        *(reader.rail, reader.talk, reader.big_list, reader.pick, reader.plans, reader.checks),
        *(reader.tests, reader.share, reader.answers, reader.year, reader.round_start),
        *(reader.still_open, reader.earlier_rounds),
    ):
        read()
    if back:
        reader.look_back()
    reader.go(here)


def read_start_page(figures: Figures, walk: Walk) -> None:
    """What leads, and how much else is open."""
    panel = walk.hands.window.start.findChild(LatestPanel)
    said, where = texts(panel), "start page"
    figures.say("round", where, (numbers(r"Round (\d+)", said) or (0,))[0])
    more = (numbers(r"^(\d+) things?(?:,|$)", said) or (0,))[0]
    leads = called(panel.carry_on) in OPEN_LEADS
    figures.say("lines of what is open", where, more + leads)
    late = numbers(r"^(\d+) days? late$", said[1:2])
    figures.say("latest, days", where, (late or (0,))[0])


def _kind_of(words: str) -> str:
    """The answer of which these are the words; "" for other words."""
    known: dict[str, AnswerKind] = {text.lower(): kind for kind, text in KINDS.items()}
    found = known.get(words.lower())
    return found.value if found else ""
