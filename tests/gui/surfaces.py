"""All that can be on the screen: a table of surfaces, each shown by one function.

Such a function brings its surface into view, yields the window that it is on, and leaves
everything as it was. A new dialog is one more function with `@surface` above it.
"""

from __future__ import annotations

import importlib
import pkgutil
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import Shiboken

import ui
from cxworkshop import paths
from cxworkshop.model import Mark, NextStep, Verdict
from cxworkshop.paper_codes import PaperCode
from cxworkshop.services.files import Holder
from cxworkshop.services.photos.reading import Photo, SeenCode
from cxworkshop.wishes import AnswerKind
from cxworkshop.workshop import Workshop
from tests.gui.checks.acting import unworkable
from tests.gui.checks.contrast import pale, unforeseen
from tests.gui.checks.focus import first_focus, walk_by_tab
from tests.gui.checks.names import nameless, untitled
from tests.gui.checks.parts import parts_in_sight
from tests.gui.checks.plain_text import marked_up
from tests.gui.checks.room import cramped, cut_buttons, too_large, touching
from tests.gui.checks.wheel import changed_by_wheel
from tests.gui.conftest import Hands
from tests.gui.painted import Run, painted, settle, unpainted
from tests.gui.surface_workshops import damaged, make
from ui.dialogs.about import AboutDialog
from ui.dialogs.all_keys import AllKeysDialog
from ui.dialogs.around_the_loop import WaysDialog
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.ballot_entry import BallotEntryDialog
from ui.dialogs.commands import CommandsDialog
from ui.dialogs.exporting import ExportDialog
from ui.dialogs.forget import ForgetDialog, open_forget
from ui.dialogs.help_card import HelpCardDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.ideas import IdeasDialog
from ui.dialogs.left_out import LeftOutDialog
from ui.dialogs.long_change import LongChangeDialog
from ui.dialogs.loop import LoopDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.opposite import OppositeDialog
from ui.dialogs.paper_entry import PaperEntryDialog
from ui.dialogs.photos import PhotosDialog
from ui.dialogs.pile_entry import PileEntryDialog
from ui.dialogs.quote import QuoteDialog
from ui.dialogs.rescue import RescueDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.share_copy import ShareCopyDialog
from ui.dialogs.still_open import StillOpenDialog
from ui.dialogs.unverified import UnverifiedDialog
from ui.dialogs.wish_answer import WishAnswerDialog
from ui.importing.page import ImportPage
from ui.importing.pile_dialog import PileDialog
from ui.printing.dialog import PrintDialog
from ui.stops.big_list.sorting.desk import SortingDesk
from ui.stops.check.answer_line import AnswerLine
from ui.stops.prepare.back_row import BackRowTest
from ui.stops.share.page import INNER
from ui.stops.talk.paste_dialog import PasteDialog, Raised
from ui.wall.names_dialog import NamesDialog
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.screens import ScreenInfo, Screens
from ui.wall.session import WallSession
from ui.widgets.answer_form import Writing
from ui.widgets.message_panel import message_panel
from ui.window.main_window import MainWindow

PERCENTS = (80, 100, 150, 200)
DARK = (150, 200)
START = "start"
SIZE = QSize(1280, 720)  # the smallest screen that we promise
LAPTOP = QSize(1366, 697)  # a common screen less what its system takes
TALL = QSize(1280, 2600)  # nothing scrolls
SIZES = (LAPTOP, QSize(1920, 1080), TALL)
USUAL, LARGE = SUITE = (100, 200)  # the sizes of text that the suite tries
PRINT_SIZE = QSize(1240, 680)  # what it takes of such a screen
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "I waited at the counter for twenty minutes, and nobody looked up. "
PILES = "Waiting at the counter of the shop: 6 9 10\nB: 1 11\nno: 1 999 x\nZ: 3"
BALLOTS = "A: 9\n6: 3\n99: 1\n6: 3\n1: 100000\n10: 4"


class Screen(Hands):
    """The main window with a workshop open, or with the start page if `workshop` is START.

    Two of the four sizes of text are shown in the dark theme, so that both are looked at. With
    `every_size`, as in the soak command, all is checked in every size of window. The suite looks
    at what is painted in the tallest window alone, of every other surface in the other size of
    text, and at what does not depend on that (names, actions, the wheel) or depends on it least
    (the way of Tab) in one of the two.
    """

    def __init__(
        self,
        window: MainWindow,
        workshop: str,
        percent: int,
        folder: Path,
        until,
        *,
        every_size: bool = False,
    ):
        super().__init__(window)
        self.folder, self.until = folder, until
        self.every_size = every_size
        window.theme.apply(dark=percent in DARK)
        window.theme.resize(percent)
        self.path = make("bakery" if workshop == START else workshop, folder)
        if workshop != START:
            assert window.open(self.path)
        window.activateWindow()
        _delete_later()  # the pages of the other size
        settle()


Show = Callable[[Screen], Iterator[QWidget]]


@dataclass(frozen=True)
class Surface:
    """Something on the screen; `workshop` names the workshop that it is shown with."""

    name: str
    workshop: str
    show: Callable[[Screen], AbstractContextManager[QWidget]]
    dialog: type[QDialog] | None = None


SURFACES: list[Surface] = []


def surface(name: str, workshop: str = "bakery", dialog: type[QDialog] | None = None):
    """Enter a function into the table, under this name and with this workshop open."""

    def enter(show: Show) -> Show:
        SURFACES.append(Surface(name, workshop, contextmanager(show), dialog))
        return show

    return enter


def dialogs_of_the_program() -> set[type[QDialog]]:
    """Find every class of dialog in `ui` that is no base of another."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name != "ui.__main__":
            importlib.import_module(module.name)
    found, waiting = set(), [QDialog]
    while waiting:
        kind = waiting.pop()
        children = [c for c in kind.__subclasses__() if c.__module__.startswith("ui.")]
        waiting += children
        if kind.__module__.startswith("ui.") and not children:
            found.add(kind)
    return found


def all_faults(screen: Screen, surfaces: list[Surface]) -> dict[str, list[str]]:
    """Check surfaces one after another; return what is wrong, by their names."""
    with unpainted(screen.window):
        found = {surface.name: faults(screen, surface) for surface in surfaces}
    return {name: wrong for name, wrong in found.items() if wrong}


def faults(screen: Screen, surface: Surface) -> list[str]:
    """Run all checks on one surface, on the same rendering."""
    window, every = screen.window, screen.every_size
    window.resize(SIZE)
    with surface.show(screen) as shown:
        painted_now = SURFACES.index(surface) % 2 == (window.theme.percent == LARGE)
        look = _looks if every or (painted_now and shown is not window) else _has_room
        found = [*look(shown, window), *first_focus(shown)]
        if every or window.theme.percent == USUAL:
            found += [*nameless(shown), *untitled(shown), *marked_up(shown), *unworkable(shown)]
            found += changed_by_wheel(shown)
        if every:
            found += touching(shown)
        if every or window.theme.percent == LARGE:
            found += walk_by_tab(shown)[1]
        is_page = shown is window
        found += _at_other_sizes(screen, painted_now=painted_now) if is_page else too_large(shown)
    _delete_later()  # dialogs that were closed, and menus that a screen reader asked for
    return found


def _at_other_sizes(screen: Screen, *, painted_now: bool) -> list[str]:
    window, found = screen.window, list[str]()
    look = _looks if screen.every_size or painted_now else _has_room
    looks = [(size, look) for size in (SIZES if screen.every_size else (TALL,))]
    if not screen.every_size and window.theme.percent == USUAL and not painted_now:
        looks.append((LAPTOP, _has_room))
    for size, look in looks:
        window.resize(size)
        found += [f"{fault}, at {size.toTuple()}" for fault in look(window, window)]
    return found


def _looks(shown: QWidget, window: MainWindow) -> list[str]:
    """Check what can be seen: contrast and room."""
    wanted = window.size()
    _calm(shown)
    runs = painted(shown)
    found = [*pale(runs), *unforeseen(runs, window.theme.tokens)]
    return found + _lacks_room(shown, window, wanted, runs)


def _has_room(shown: QWidget, window: MainWindow) -> list[str]:
    """Check room alone, without looking at painted words."""
    wanted = window.size()
    _calm(shown)
    return _lacks_room(shown, window, wanted, [])


def _lacks_room(shown: QWidget, window: MainWindow, wanted: QSize, runs: list[Run]) -> list[str]:
    found = cramped(shown, runs)
    if shown is window and window.desk is not None and window.desk.foot.isVisible():
        footer = window.desk.page.footer()
        if footer.tools or footer.next_label:  # while cards are sorted, it only says how far
            found += cut_buttons(window.desk.foot)
    if window.size() != wanted:
        found.append(f"the window needs {window.size().toTuple()}")
    return found


def _delete_later() -> None:
    """Delete what is to be deleted later: no loop runs in tests that would do it."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _calm(shown: QWidget) -> None:
    """Let nothing move, be selected or lie under the mouse, for that is not always so."""
    settle()
    for part in parts_in_sight(shown):
        if isinstance(part, QLineEdit):
            part.deselect()
        elif isinstance(part, QAbstractButton):
            part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)


# The eight stops


def _stop(number: int, screen: Screen) -> Iterator[QWidget]:
    screen.go(number)
    yield screen.window


def _section(number: int, screen: Screen) -> Iterator[QWidget]:
    screen.go(1)
    screen.page.show_section(number)
    yield screen.window


def _tab(stop: int, tab: int, screen: Screen) -> Iterator[QWidget]:
    screen.go(stop)
    screen.page.tabs.setCurrentIndex(tab)
    yield screen.window


for _number in range(5):
    surface(f"1 section {_number + 1}")(partial(_section, _number))
    surface(f"1 section {_number + 1}, empty", "empty")(partial(_section, _number))
for _number in range(2, 9):
    surface(f"{_number}, empty", "empty")(partial(_stop, _number))
for _number in (2, 4, 8):
    surface(f"{_number}")(partial(_stop, _number))
for _number in (5, 6, 7):
    surface(f"{_number}, first tab")(partial(_tab, _number, 0))
    surface(f"{_number}, last tab")(partial(_tab, _number, 1))
for _number in (4, 5, 6, 7):
    surface(f"{_number}, not locked", "named")(partial(_stop, _number))


@surface("2 paper sheet")
def _answer_sheet(screen: Screen) -> Iterator[QWidget]:
    screen.go(2)
    screen.page.show_sheet(on=True)
    yield screen.window
    screen.page.show_sheet(on=False)


@surface("3 columns")
def _columns(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.show_view(0)
    QTest.keyClick(screen.page.board, Qt.Key.Key_Down)
    yield screen.window


@surface("3 tree")
def _tree(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.show_view(1)
    yield screen.window
    screen.page.show_view(0)


@surface("3 sorting")
def _sorting(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.sort_one_by_one()
    # The card near this one is looked for a little later, and said in a line of its own.
    timers = screen.page.findChild(SortingDesk).findChildren(QTimer)
    screen.until(lambda: not any(timer.isActive() for timer in timers))
    yield screen.window
    screen.page.desks.end()


@surface("3 a pair")
def _pair(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    one, other = screen.workshop.big_list.board().cards[:2]
    screen.page.desks.compare([(one.id, other.id)])
    yield screen.window
    screen.page.desks.end()


@surface("3 search")
def _search(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.tools_row.look_for("the")
    yield screen.window
    screen.page.search.end()


@surface("3 paper line")
def _paper_line(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.from_paper()
    settle()
    if any(d.isVisible() for d in screen.window.findChildren(PileEntryDialog)):
        dialog = _open_now(screen, PileEntryDialog)  # there is no room for a line
        yield from _until_closed(screen, dialog)
        return
    screen.find("Paper line", QLineEdit).setText("Waiting: 1 2 99")
    yield screen.window
    screen.find("Paper line", QLineEdit).clear()


@surface("6 check sheet")
def _check_sheet(screen: Screen) -> Iterator[QWidget]:
    screen.go(6)
    screen.page.show_sheet(on=True)
    rows = screen.page.form.rows
    rows[0].ticks.show_mark("worse")
    rows[0].words.setPlainText(LONG * 4)
    rows[1].words.setPlainText("without a mark")
    screen.page.form.focus_first()
    yield screen.window
    screen.page.form.clear({row.number for row in rows})
    screen.page.show_sheet(on=False)


@surface("7 an answer is written")
def _staff_test_answer(screen: Screen) -> Iterator[QWidget]:
    screen.go(7)
    screen.click("Write under: How the work is set up")
    yield screen.window
    screen.key(Qt.Key.Key_Escape)


@surface("6 looked at again")
def _look_again(screen: Screen) -> Iterator[QWidget]:
    was, screen.workshop.today = screen.workshop.today, date(2027, 12, 1)
    screen.go(6)
    screen.page.read()
    settle()
    screen.click(next(n for n in _names(screen.page) if n.startswith("Look again: ")))
    yield screen.window
    screen.page.looks.leave()
    screen.workshop.today = was
    screen.page.read()


def _names(page: QWidget) -> list[str]:
    return [w.accessibleName() for w in page.findChildren(QAbstractButton) if w.isVisible()]


@surface("8 a round is open")
def _year(screen: Screen) -> Iterator[QWidget]:
    screen.go(8)
    month = next(month for month in screen.page.first.year._months if month.round)
    month.click()
    yield screen.window
    month.click()


def _inner(key: str, screen: Screen) -> Iterator[QWidget]:
    screen.go(8)
    screen.page.open_inner(key)
    settle()
    yield screen.window
    screen.page.close_inner()


for _key in INNER:
    surface(f"8 {_key}")(partial(_inner, _key))
    surface(f"8 {_key}, empty", "empty")(partial(_inner, _key))
    surface(f"8 {_key}, rounds", "library")(partial(_inner, _key))


# The months after the first


for _number in (4, 8):
    surface(f"{_number}, rounds", "library")(partial(_stop, _number))
for _number, _tabs in ((5, 3), (6, 3), (7, 5)):
    for _number_of_tab in range(_tabs):
        surface(f"{_number}, rounds, tab {_number_of_tab + 1}", "library")(
            partial(_tab, _number, _number_of_tab)
        )


def _past(round_number: int, stop: int, screen: Screen) -> Iterator[QWidget]:
    screen.go(stop)
    screen.window.bridge.look_at(round_number)
    yield screen.window
    screen.window.bridge.look_at(None)


for _number in (4, 5, 6, 7, 8):
    surface(f"{_number}, round 1", "library")(partial(_past, 1, _number))


@surface("8 answers, one is handed on", "library")
def _answer_in_place(screen: Screen) -> Iterator[QWidget]:
    screen.go(8)
    screen.page.open_inner("answers")
    inner = screen.page.inner
    inner.filter_by(AnswerKind.LIST)
    inner.writing.write(Writing.HAND_ON)
    yield screen.window
    inner.writing.show_wish(screen.workshop, None)
    inner.filter_by(None)
    screen.page.close_inner()


@surface("8 an answer is written", dialog=WishAnswerDialog)
def _wish_answer(screen: Screen) -> Iterator[QWidget]:
    dialog = WishAnswerDialog(
        screen.workshop, screen.window.theme, screen.window, "1", Writing.HAND_ON
    )
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("8 a no is written", "library", dialog=WishAnswerDialog)
def _wish_no(screen: Screen) -> Iterator[QWidget]:
    dialog = WishAnswerDialog(
        screen.workshop, screen.window.theme, screen.window, "9", Writing.CANT
    )
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("3 beside the Wall")
def _beside_the_wall(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    session = WallSession(screen.window, screen.window.theme, {}, screen.window.timer)
    session.follow(screen.window.desk)
    settle()
    yield screen.window
    session.end()
    settle()


@surface("the back-row test", dialog=BackRowTest)
def _back_row(screen: Screen) -> Iterator[QWidget]:
    dialog = BackRowTest(screen.window.theme, screen.window)
    dialog.open()
    QTest.keyClick(dialog.page, Qt.Key.Key_Return)  # which covers the only screen
    yield from _until_closed(screen, dialog)


@surface("the Wall’s screen", dialog=ScreenDialog)
def _wall_screen(screen: Screen) -> Iterator[QWidget]:
    laptop = ScreenInfo("eDP-1", (0, 0, 1366, 768), "BOE", "NV14", "1")
    projector = ScreenInfo("HDMI-1", (1366, 0, 1920, 1080), "Epson", "EB-X", "77")
    screens = Screens((laptop, projector), laptop)
    dialog = ScreenDialog(screens, screen.window.theme, screen.window)
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("a name for the Wall", "named", dialog=NamesDialog)
def _wall_name(screen: Screen) -> Iterator[QWidget]:
    screen.go(2)
    session = WallSession(screen.window, screen.window.theme, {}, screen.window.timer)
    session.follow(screen.window.desk)
    dialog = NamesDialog(session.show, screen.window.theme, screen.window)
    dialog.open()
    yield from _until_closed(screen, dialog)
    session.end()
    settle()


@surface("a refusal")
def _refusal(screen: Screen) -> Iterator[QWidget]:
    screen.go(6)
    screen.page.entry.words.setText(LONG)
    screen.click("Add")
    yield screen.window
    screen.page.refusal.hide()
    screen.page.entry.clear()


@surface("6 an answer is corrected")
def _check_correction(screen: Screen) -> Iterator[QWidget]:
    """A judged check, with an answer open, one for the poster, one set aside.

    It comes last of the pages, for it stays so.
    """
    screen.go(6)
    check, pick = screen.workshop.check, screen.page.tabs.pick
    first, aside, best = (
        check.record_answer(pick, LONG, Mark.NO_DIFFERENCE, kind="parent") for _n in range(3)
    )
    check.corrections.set_aside(aside.id)
    check.give_verdict(pick, Verdict.NONE)
    check.choose_next_step(pick, NextStep.AGAIN)
    check.conclusions.choose_best(pick, best.id)
    settle()
    lines = screen.page.view.asked.findChildren(AnswerLine)
    next(line for line in lines if line.isVisible() and line.said.id == first.id).correct()
    yield screen.window


@surface("an unforeseen failure", START)
def _failure(screen: Screen) -> Iterator[QWidget]:
    screen.window.start.show_now([screen.path])
    panel = message_panel(screen.window, screen.window.theme, "failure")
    done = ("Copy details", lambda: None), ("Continue", lambda: None)
    panel.show_message("Something went wrong that nobody foresaw. Your work goes on.", *done)
    yield screen.window
    panel.hide()


@surface("an import is read", START)
def _reading(screen: Screen) -> Iterator[QWidget]:
    screen.window.start.show_now([screen.path])
    panel = message_panel(screen.window, screen.window.theme, "import")
    panel.show_message("Reading patient-feedback.csv …", ("Cancel", lambda: None))
    panel.show_share("12000 of 50000 rows", 12_000, 50_000)
    yield screen.window
    panel.hide()


# The start page


@surface("start page", START)
def _start(screen: Screen) -> Iterator[QWidget]:
    screen.window.start.show_now([screen.path])
    yield screen.window


@surface("start page, late", START)
def _start_late(screen: Screen) -> Iterator[QWidget]:
    others = [make(name, screen.folder) for name in ("library", "named", "empty")]
    screen.window.start.show_now([screen.path, *others])
    yield screen.window
    screen.window.start.show_now([])


@surface("start page, nothing yet", START)
def _start_empty(screen: Screen) -> Iterator[QWidget]:
    screen.window.start.show_now([])
    yield screen.window


# Dialogs


def _open_now(screen: Screen, kind: type[QDialog]) -> QDialog:
    settle()
    return next(d for d in screen.window.findChildren(kind) if d.isVisible())


def _until_closed(screen: Screen, dialog: QDialog) -> Iterator[QWidget]:
    yield dialog
    if isinstance(dialog, PaperEntryDialog):
        dialog.lines.clear()  # what is half typed would be there again
    if Shiboken.isValid(dialog):
        dialog.close()
    settle()
    screen.window.activateWindow()
    settle()


@surface("ten ways", dialog=WaysDialog)
def _ways(screen: Screen) -> Iterator[QWidget]:
    dialog = WaysDialog(screen.window.bridge, screen.window.theme, screen.window)
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("ideas", dialog=IdeasDialog)
def _ideas(screen: Screen) -> Iterator[QWidget]:
    dialog = IdeasDialog(screen.window.bridge, screen.window.theme, screen.window)
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("pasted lines", dialog=PasteDialog)
def _pasted(screen: Screen) -> Iterator[QWidget]:
    workshop = screen.workshop
    subject = workshop.pick.subject(str(workshop.big_list.board().cards[0].code))
    raised = {LONG: Raised(subject.cards[0], subject, "kept in round 1: has it slipped?")}
    lines = [LONG, "forms", LONG * 3]
    dialog = PasteDialog(lines, screen.window.theme, screen.window, raised)
    dialog.open()
    yield from _until_closed(screen, dialog)


@surface("the opposite of a card", dialog=OppositeDialog)
def _opposite(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    actions = screen.page.board_actions.opposites
    actions.choose(actions.subjects_of([screen.workshop.big_list.board().cards[0].id])[0])
    yield from _until_closed(screen, _open_now(screen, OppositeDialog))


@surface("what is quoted", dialog=QuoteDialog)
def _what_is_quoted(screen: Screen) -> Iterator[QWidget]:
    screen.go(5)
    screen.page.sheet.quote_wanted.emit()
    yield from _until_closed(screen, _open_now(screen, QuoteDialog))


@surface("piles", dialog=PileEntryDialog)
def _piles(screen: Screen) -> Iterator[QWidget]:
    screen.go(3)
    screen.page.piles.open_dialog(PILES)
    dialog = _open_now(screen, PileEntryDialog)
    yield from _until_closed(screen, dialog)


@surface("photos", dialog=PhotosDialog)
def _photos(screen: Screen) -> Iterator[QWidget]:
    """A photo that shows a group's headline, a card below it, and one far to the right."""
    importing, size = screen.workshop.importing, (600, 400)
    groups, number = (
        screen.workshop.big_list.board().groups,
        screen.workshop.rounds.current().number,
    )
    ours = importing.photos.identity
    codes = (
        SeenCode(PaperCode(ours, groups[0].letter, number), _square(200 + 30j)),
        SeenCode(PaperCode(ours, str(groups[0].cards[0].code)), _square(180 + 160j)),
        SeenCode(PaperCode(ours, str(groups[1].cards[0].code)), _square(520 + 160j)),
    )
    photo = Photo(Path("wall.jpg"), size, codes, (), size, bytes(600 * 400))
    window = screen.window
    found = importing.photos.look([photo])
    PhotosDialog(screen.workshop, window.theme, window, [photo], found).show_lines()
    yield from _until_closed(screen, _open_now(screen, PhotosDialog))


def _square(corner: complex) -> tuple[complex, ...]:
    return corner, corner + 30, corner + 30 + 30j, corner + 30j


@surface("ballots", dialog=BallotEntryDialog)
def _ballots(screen: Screen) -> Iterator[QWidget]:
    screen.go(4)
    screen.page.take_draft(BALLOTS)
    QTest.keyClick(screen.window, Qt.Key.Key_G, CONTROL)
    dialog = _open_now(screen, BallotEntryDialog)
    yield from _until_closed(screen, dialog)


def _import_page(screen: Screen) -> ImportPage:
    screen.window.files.import_file(paths.resource("examples", "patient-feedback.csv"))
    settle()
    return next(p for p in screen.window.findChildren(ImportPage) if p.isVisible())


@surface("import")
def _import(screen: Screen) -> Iterator[QWidget]:
    page = _import_page(screen)
    yield screen.window
    page.left.emit()
    settle()


@surface("the answers of an import", dialog=PileDialog)
def _pile(screen: Screen) -> Iterator[QWidget]:
    """What "Open" shows of what is set aside, whose reasons stand in its titles."""
    page = _import_page(screen)
    buttons = page.findChildren(QAbstractButton)
    next(b for b in buttons if b.accessibleName().endswith("says nothing")).click()
    pile = next(d for d in page.findChildren(PileDialog) if d.isVisible())
    yield from _until_closed(screen, pile)
    page.left.emit()
    settle()


@surface("a copy is merged", dialog=MergeDialog)
def _merge(screen: Screen) -> Iterator[QWidget]:
    """Both laptops have given a group another headline."""
    path = screen.folder / "the other laptop.cxw"
    shutil.copy(screen.path, path)
    with Workshop.resume(path, Holder.COMMAND, screen.workshop.today) as other:
        _rename(other, "As the other laptop calls it")
        other.save()
    screen.window.bridge.do(lambda: _rename(screen.workshop, "As this one calls it"))
    screen.window.files.import_file(path)
    yield from _until_closed(screen, _open_now(screen, MergeDialog))
    screen.undo()


def _rename(workshop: Workshop, headline: str) -> None:
    workshop.big_list.rename(workshop.big_list.board().groups[0].id, headline)


@surface("a long change", dialog=LongChangeDialog)
def _long_change(screen: Screen) -> Iterator[QWidget]:
    is_over = threading.Event()
    sentence = "Importing 20,000 cards …"
    screen.window.bridge.change(lambda _copy: is_over.wait(60), 100_000, sentence)
    dialog = _open_now(screen, LongChangeDialog)
    yield from _until_closed(screen, dialog)
    is_over.set()


@surface("history", dialog=HistoryDialog)
def _history(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.show_history()
    yield from _until_closed(screen, _open_now(screen, HistoryDialog))


@surface("earlier copies", dialog=BackupsDialog)
def _copies(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.show_copies()
    yield from _until_closed(screen, _open_now(screen, BackupsDialog))


@surface("forget a customer", "named", dialog=ForgetDialog)
def _forget(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.forget_customer()
    yield from _until_closed(screen, _open_now(screen, ForgetDialog))


@surface("forget this customer", "named", dialog=ForgetDialog)
def _forget_one(screen: Screen) -> Iterator[QWidget]:
    window = screen.window
    (customer, _said), *_others = screen.workshop.privacy.customers()
    dialog = open_forget(window.bridge, window.theme, window, customer.id)
    yield from _until_closed(screen, dialog)


@surface("a copy to share", "named", dialog=ShareCopyDialog)
def _share_copy(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.share_copy()
    yield from _until_closed(screen, _open_now(screen, ShareCopyDialog))


@surface("export and share", "named", dialog=ExportDialog)
def _export(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.export()
    yield from _until_closed(screen, _open_now(screen, ExportDialog))


@surface("rescue", START, dialog=RescueDialog)
def _rescue(screen: Screen) -> Iterator[QWidget]:
    window = screen.window
    assert not window.open(damaged(screen.folder / "damaged.cxw"))
    screen.click("What can be done …")
    yield from _until_closed(screen, _open_now(screen, RescueDialog))
    window.refusal.hide()


@surface("not read for certain", "rescued", dialog=UnverifiedDialog)
def _unverified(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.show_unverified()
    yield from _until_closed(screen, _open_now(screen, UnverifiedDialog))


@surface("still open", "bakery", dialog=StillOpenDialog)
def _still_open(screen: Screen) -> Iterator[QWidget]:
    screen.window.dialogs.show_still_open()
    yield from _until_closed(screen, _open_now(screen, StillOpenDialog))


for _workshop in ("library", "empty"):
    surface(f"still open, {_workshop}", _workshop, dialog=StillOpenDialog)(_still_open)


@surface("left out", "named", dialog=LeftOutDialog)
def _left_out(screen: Screen) -> Iterator[QWidget]:
    talk = screen.workshop.talk
    talk.set_aside(talk.answers.latest(1)[0].verbatim.id)
    screen.window.dialogs.show_left_out()
    yield from _until_closed(screen, _open_now(screen, LeftOutDialog))
    screen.workshop.undo()


@surface("print page", "named", dialog=PrintDialog)
def _print(screen: Screen) -> Iterator[QWidget]:
    screen.go(5)
    QTest.keyClick(screen.window, Qt.Key.Key_P, CONTROL)
    dialog = _open_now(screen, PrintDialog)
    dialog.resize(PRINT_SIZE)
    screen.until(lambda: dialog.pages is not None)
    yield from _until_closed(screen, dialog)


@surface("print page, nothing ticked", dialog=PrintDialog)
def _print_nothing(screen: Screen) -> Iterator[QWidget]:
    screen.go(5)
    QTest.keyClick(screen.window, Qt.Key.Key_P, CONTROL)
    dialog = _open_now(screen, PrintDialog)
    dialog.resize(PRINT_SIZE)
    Hands(dialog).click("None")
    yield from _until_closed(screen, dialog)


# What is new to somebody: a new workshop, help, settings


def _triggered(key: str, kind: type[QDialog], screen: Screen) -> Iterator[QWidget]:
    screen.window._actions[key].trigger()
    yield from _until_closed(screen, _open_now(screen, kind))


for _key, _kind in (
    ("keys", AllKeysDialog),
    ("commands", CommandsDialog),
    ("loop", LoopDialog),
    ("settings", SettingsDialog),
    ("about", AboutDialog),
):
    surface(_key, START, dialog=_kind)(partial(_triggered, _key, _kind))


@surface("a new workshop", START)
def _new_workshop(screen: Screen) -> Iterator[QWidget]:
    screen.window._actions["new"].trigger()
    settle()
    page = screen.window.content.new
    for key in (*"Pool", Qt.Key.Key_Return, Qt.Key.Key_Return, *LONG, Qt.Key.Key_Return, *"kids"):
        QTest.keyClick(QApplication.focusWidget(), key)
    for name in ("Helena", "Ben"):
        page.form.people.add(name)
    yield screen.window
    page.left.emit()
    settle()


def _help_card(stop: int, screen: Screen) -> Iterator[QWidget]:
    screen.go(stop)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as guide:
        Path(guide, "index.html").touch()  # so that the card has the button that opens it
        patch.setenv("CXW_GUIDE", guide)
        QTest.keyClick(screen.window, Qt.Key.Key_F1)
        card = _open_now(screen, HelpCardDialog)
    yield from _until_closed(screen, card)


for _number in range(1, 9):
    surface(f"help for stop {_number}", dialog=HelpCardDialog)(partial(_help_card, _number))


@surface("a rehearsal", START)
def _rehearsal(screen: Screen) -> Iterator[QWidget]:
    screen.window.start.show_now([])
    settle()
    screen.click("Stop 3, Big list")
    settle()
    yield screen.window
    screen.window.close_workshop()
    settle()
