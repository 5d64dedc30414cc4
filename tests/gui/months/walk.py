"""A facilitator's months with the window: each method is something that is done in a round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QWidget

from cxworkshop.cli import main as command
from cxworkshop.model import Mark
from cxworkshop.outcomes import Outcome
from cxworkshop.workshop import Workshop
from tests.gui.months.hands import ALT, CTRL, ByKeys, Person, settle, wait_until
from tests.gui.painted import Unpainted
from ui.start.latest_panel import LatestPanel
from ui.theme.theme import Theme
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.row_view import RowView
from ui.window.main_window import MainWindow

CRITERIA = (
    *("We can improve it", "Customers would notice"),
    *("Within 30 days", "We can make it last"),
)
MARKS = {
    Mark.NOTICES: "Notices",
    Mark.NO_DIFFERENCE: "No difference",
    Mark.WORSE: "Worse",
    Mark.CANNOT_TELL: "Cannot tell",
}
NOTICES, SAME = Mark.NOTICES, Mark.NO_DIFFERENCE
SAYS_NOW = "What the customer says now"


@dataclass
class Notes:
    """What the facilitator writes down on paper meanwhile, to compare with the program."""

    round: int = 1
    said: int = 0  # in this round
    customers: int = 0
    answers: dict[tuple[int, str], list[Mark]] = field(default_factory=dict)
    stages: dict[tuple[int, str], str] = field(default_factory=dict)
    stories: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    told: dict[int, dict[str, bool]] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)  # can't, handed on
    looks: dict[int, list[bool]] = field(default_factory=dict)  # by months: still noticed or not


class Walk:
    """One team's workshop from month to month. `hands` is the class of hands it is done with.

    Things that were picked go by their titles. With `notes` the file is there already, and they
    are what was written down while it was walked so far. A window that does not paint itself all
    the time is painted once, before it is closed.
    """

    def __init__(
        self,
        path: Path,
        theme: Theme,
        hands: type[Person],
        day: date,
        notes: Notes | None = None,
        *,
        paints: bool = True,
    ) -> None:
        self.path, self.theme, self.day, self.paints = path, theme, day, paints
        self.notes = notes or Notes()
        if notes is None:
            assert command(["new", str(path), "--team", "Corner Bakery", "--today", str(day)]) == 0
        self.hands = hands(self._window(day))
        self.hands.window.open(path)
        settle()

    @property
    def page(self):
        return self.hands.window.desk.page

    @property
    def workshop(self) -> Workshop:
        """The whole workshop that is open in the window."""
        return self.hands.window.bridge.whole

    def outcomes(self, number: int) -> list[Outcome]:
        return self.workshop.share.outcomes(number)

    def saved(self) -> Path:
        """The file, with the newest step in it."""
        wait_until(lambda: self.hands.window.bridge.is_saved)
        return self.path

    @property
    def is_by_keys(self) -> bool:
        return isinstance(self.hands, ByKeys)

    def _window(self, day: date) -> MainWindow:
        """The window as `cxworkshop --today DAY` opens it."""
        made = MainWindow(self.theme, day)
        made.disk.patience = made.files.reader.patience = 60.0  # a busy machine is no slow disk
        made.resize(1366, 768)
        self._unpainted = None if self.paints else Unpainted(made)
        made.show()
        made.activateWindow()
        settle()
        return made

    def leaves(self) -> None:
        """Close the window; the workshop is saved."""
        window = self.hands.window
        if self._unpainted is not None:
            self._unpainted.end()
            settle()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle()

    def comes_back(self, day: date) -> None:
        """Open the window on another day, on the start page."""
        self.leaves()
        self.day, self.hands.window = day, self._window(day)
        wait_until(self._start_page_is_read)

    def _start_page_is_read(self) -> bool:
        leads = self.hands.window.start.findChildren(LatestPanel)
        return bool(leads) and not leads[0].carry_on.visibleRegion().isEmpty()

    def does_what_leads(self) -> None:
        """Press the one button of the start page, which the keyboard is on."""
        lead = self.hands.window.start.findChild(LatestPanel)
        if self.is_by_keys:
            assert QApplication.focusWidget() is lead.carry_on
            self.hands.key(Qt.Key.Key_Return)
        else:
            self.hands.push(lead.carry_on)
        assert self.hands.window.desk is not None

    def start_page_says(self, words: str) -> bool:
        lead = self.hands.window.start.findChild(LatestPanel)
        return words in [label.text() for label in lead.findChildren(QLabel)]

    def opens(self, stop: int) -> None:
        self.hands.open_stop(stop)
        assert self.hands.window.desk.here == stop
        assert self.page.isAncestorOf(QApplication.focusWidget()), "the keyboard is not on the page"

    def hears(self, *said: str, kind: str = "") -> None:
        """One customer says these things."""
        self.opens(2)
        if kind:
            self.hands.fill("Kind", kind)
            self.hands.go_to(self.hands.see("What the customer said", QPlainTextEdit))
        for words in said:
            self.hands.type(words)
            self.hands.key(Qt.Key.Key_Return)
        if self.is_by_keys:
            self.hands.key(Qt.Key.Key_N, CTRL)
        else:
            self.hands.press("That was customer *")
        self.notes.said += len(said)
        self.notes.customers += 1

    def groups(self, headline: str, *codes: int) -> None:
        """As a pile on the wall: a headline and the codes of its cards."""
        self.opens(3)
        if self.is_by_keys:
            self.hands.key(Qt.Key.Key_G, CTRL)
        else:
            self.hands.press("Paper line")
        line = f"{headline}: {' '.join(map(str, codes))}"
        self.hands.type(line)
        self.hands.key(Qt.Key.Key_Return)

    def picks(self, title: str, slot: int) -> None:
        """Put a line into a slot, and say yes four times unless it was said before."""
        self.opens(4)
        rows = self.hands.see("What customers said", RowView)
        names = [rows.text_at(n) for n in range(len(rows.values))]
        places = [n for n, name in enumerate(names) if title in name]
        assert places, f"{title!r} is not among {names}"
        self.hands.choose_row(rows, places[0])
        if self.is_by_keys:
            self.hands.key(getattr(Qt.Key, f"Key_{slot}"))
        else:
            self.hands.press(f"Put the chosen line into slot {slot}")
        for criterion in CRITERIA:
            if self.hands.sees(f"{criterion}, yes"):
                self.hands.press(f"{criterion}, yes")
        self.notes.stories.add(title)

    def reads_beside(self, title: str) -> str:
        """What stands in the line of stop 4 that has this title."""
        self.opens(4)
        rows = self.hands.see("What customers said", RowView)
        return next(t for n in range(len(rows.values)) if title in (t := rows.text_at(n)))

    def plans(self, title: str, *, owner: str = "Mira", giver: str = "Helena") -> None:
        """Write the promise, who leads, and the licence's giver; it starts today."""
        self._turns_to(5, title)
        self.hands.fill("we …", f"take care of {title}")
        self.hands.fill("What we expect to hear", "It is better now.")
        self.hands.fill("Who owns it", owner)
        self.hands.fill("Given by", giver)
        self.hands.fill("Start", "today")

    def promises_step(self, title: str, words: str, who: str, day: str) -> None:
        self._turns_to(5, title)
        self.hands.fill("Next step", words)
        self.hands.fill("Who does the step", who)
        self.hands.fill("By when", day, enter=True)

    def does_step(self, title: str, words: str) -> None:
        self._turns_to(5, title)
        self.hands.press(f"Done: {words}")

    def is_blocked(self, title: str, words: str, remover: str) -> None:
        self._turns_to(5, title)
        self.hands.fill("What could slow us down", words)
        self.hands.fill("Who removes it", remover, enter=True)

    def clears(self, title: str, words: str) -> None:
        """Somebody has removed what was in the way."""
        self._turns_to(5, title)
        self.hands.press(f"Out of the way: {words}")

    def locks(self, title: str) -> None:
        self._turns_to(5, title)
        self.hands.press("Lock the plan")
        self.notes.stages[self.notes.round, title] = "doing"

    def asks(self, title: str, *answers: Mark, of_round: int = 0) -> None:
        """Ask as many of those who said it as there are answers; these are all."""
        self._turns_to(6, title)
        for number, mark in enumerate(answers, start=1):
            self.hands.go_to(self.hands.see(SAYS_NOW))
            self.hands.type(f"Answer {number}")
            if self.is_by_keys:
                self.hands.key(getattr(Qt.Key, f"Key_{list(MARKS).index(mark) + 1}"), ALT)
                self.hands.key(Qt.Key.Key_Return)
            else:
                self.hands.press(MARKS[mark])
                self.hands.press("Add")
        if self.hands.sees("These are all we have"):
            self.hands.press("These are all we have")
        place = of_round or self.notes.round, title
        self.notes.answers.setdefault(place, []).extend(answers)

    def judges(self, title: str, verdict: str, *, right: str = "", of_round: int = 0) -> None:
        """Give the verdict, by the words on its button."""
        self._turns_to(6, title)
        if right:
            self.hands.press(right)
        self.hands.press(verdict)
        place = of_round or self.notes.round, title
        self.notes.stages[place] = "tried" if verdict == "They don’t" else "not_sure"

    def learns(self, title: str, words: str, after: str) -> None:
        """What follows from "they don't"."""
        self._turns_to(6, title)
        self.hands.fill("What we learned", words)
        self.hands.press(after)

    def is_sure(self, title: str, *, of_round: int = 0) -> None:
        self._turns_to(7, title)
        self.hands.press("We are sure")
        self.notes.stages[of_round or self.notes.round, title] = "kept"
        self.notes.kept.add(title)

    def is_not_sure(self, title: str, fix: str, who: str, by: str) -> None:
        self._turns_to(7, title)
        self.hands.fill("What will be fixed", fix)
        self.hands.fill("Who fixes it", who)
        self.hands.fill("By when", by)
        self.hands.press("We are not sure")

    def has_fixed(self, title: str, fix: str) -> None:
        self._turns_to(7, title)
        self.hands.press(f"Done: {fix}*")

    def wants_to_tell(self, *names: str) -> None:
        self.opens(8)
        for name in names:
            self.hands.fill("Add somebody to tell", name, enter=True)
        self.notes.told.setdefault(self.notes.round, {}).update(dict.fromkeys(names, False))

    def tells(self, name: str) -> None:
        self.opens(8)
        self.hands.press(name)
        self.notes.told[self.notes.round][name] = True

    def tells_of_earlier(self, number: int, name: str) -> None:
        """Somebody who was not told of an earlier round is told now."""
        self.opens(8)
        self.hands.press(f"Tell {name}*")
        self.hands.press(name)
        self.hands.press(f"Back to round {self.notes.round}")
        self.notes.told[number][name] = True

    def cannot(self, code: int, why: str, who_can: str) -> None:
        """Answer a wish: we can't, because …; who can."""
        self._answers(code, "We can’t, because …", ("Because", why), ("Who can", who_can))
        self.notes.left["cant"] = self.notes.left.get("cant", 0) + 1

    def hands_on(self, code: int, whom: str) -> None:
        """Answer a wish: too big for us, handed on to …."""
        self._answers(code, "Hand on to …", ("Handed on to", whom))
        self.notes.left["handed-on"] = self.notes.left.get("handed-on", 0) + 1

    def _answers(self, code: int, title: str, *fields: tuple[str, str]) -> None:
        self.opens(8)
        self.hands.press("Answers to everybody")
        rows = self.hands.see("Wishes and their answers", QListView)
        names = [rows.model().index(n, 0).data() for n in range(rows.model().rowCount())]
        place = next(n for n, text in enumerate(names) if text.startswith(f"Card {code},"))
        self.hands.choose_row(rows, place)
        self.hands.press(title)
        for name, words in fields:
            self.hands.fill(name, words)
        self.hands.press("Save")
        if self.is_by_keys:
            self.hands.key(Qt.Key.Key_Escape)
        else:
            self.hands.press("Back to Share and repeat")

    def looks_again(self, title: str, found: str, *, months: int) -> None:
        """Ask one customer about what was kept, and say what the answers say together."""
        self.opens(6)
        if not self._is_looking_at(title):
            self._ends_a_look()
            self.hands.press(f"Look again: {title}")
        self.hands.go_to(self.hands.see(SAYS_NOW))
        self.hands.type("Months later.")
        self.hands.key(Qt.Key.Key_Return)
        self.hands.press(found)
        self.notes.looks.setdefault(months, []).append(found == "Still noticed")

    def _is_looking_at(self, title: str) -> bool:
        is_open = self.hands.sees("Back to the check")
        return is_open and title in [
            label.text() for label in self.page.looks.view.findChildren(QLabel)
        ]

    def _ends_a_look(self) -> None:
        """Go back to the checks, where the start page has led to a look again."""
        if self.hands.sees("Back to the check"):
            self.hands.press("Back to the check")

    def marks_opposites(self, one: int, other: int) -> None:
        """On the big list, by the menu of one card or its key O: name the other."""
        self.opens(3)
        if self.is_by_keys:
            self.hands.type(str(one))  # a number goes to the search field
            self.hands.key(Qt.Key.Key_Return)
            self.hands.key(Qt.Key.Key_O)
        else:
            self.hands.choose_from_menu(*self._on_the_board(one), "Opposite of …")
        self.hands.fill("Number, letter or words of the opposite", str(other))
        self.hands.press("Mark as opposites")
        self.hands.window.activateWindow()  # off screen, no window is active after a dialog
        settle()

    def _on_the_board(self, code: int) -> tuple[QWidget, QPoint]:
        """Where a card lies."""
        board = self.page.board
        item = next(item for item in board.cards.values() if item.face.card.code == code)
        return board.viewport(), board.board_layout.area_of(item).center()

    def starts_next_round(self) -> None:
        self.opens(8)
        number = self.notes.round + 1
        self.hands.press(f"Start round {number}")
        self.hands.press(f"Start round {number}")
        assert self.hands.window.desk.here == 1
        self.notes.round, self.notes.said, self.notes.customers = number, 0, 0

    def _turns_to(self, stop: int, title: str) -> None:
        """Open a stop at the improvement with this title."""
        if self.hands.window.desk.here != stop:
            self.opens(stop)
        self._ends_a_look()
        tabs = self.page.findChild(ImprovementTabs)
        names = [tabs.tabText(n) for n in range(tabs.count())]
        assert title in names, f"{title!r} is not among {names}"
        if tabs.currentIndex() != names.index(title):
            self.hands.choose_tab(tabs, names.index(title))

    def runs_a_month(
        self, title: str, *answers: Mark, tells: Sequence[str] = (), verdict: str = "Some do"
    ) -> None:
        """Check what was picked, ask the staff test, tell those people: kept."""
        self.asks(title, *answers)
        self.judges(title, verdict)
        self.is_sure(title)
        if tells:
            self.wants_to_tell(*tells)
            for name in tells:
                self.tells(name)

    def begins(self, title: str) -> None:
        """Pick it alone, plan it, and lock its plan."""
        self.picks(title, 1)
        self.plans(title)
        self.locks(title)

    def goes_on(self, title: str, to: str) -> None:
        """A month as it should be: one thing is kept, and the next wish is begun."""
        self.runs_a_month(title, NOTICES)
        self.starts_next_round()
        self.hears(to)
        self.begins(to)
