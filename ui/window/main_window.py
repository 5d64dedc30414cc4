"""The facilitator's window: its parts, and an action for everything that a key can do."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.start.start_page import StartPage
from ui.theme.motion import let_move, moves
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.timer.place import TimerPlace
from ui.wall.control import WallControl
from ui.widgets.latin_letters import LatinLetters
from ui.widgets.tab_order import go_by_tab
from ui.window.actions import ActionSpec, WindowActions
from ui.window.content import WindowContent
from ui.window.desk_actions import DeskActions
from ui.window.disk_work import DiskWork
from ui.window.dropped_files import DroppedFiles
from ui.window.file_actions import FileActions
from ui.window.file_drop import FileDrop
from ui.window.help import WindowHelp
from ui.window.placement import LEAST_SIZE, remember_place
from ui.window.rebuilding import WindowRebuilding
from ui.window.rehearsal import begin_rehearsal
from ui.window.second_click import SecondClick
from ui.window.workshop_dialogs import WorkshopDialogs
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.widgets.refusal_panel import RefusalPanel
    from ui.window.desk import Desk


class MainWindow(QMainWindow):
    """Holds the parts together, and opens what is dropped on it.

    With `today` it believes in that day, for a rehearsal.
    """

    def __init__(self, theme: Theme, today: date | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.setMinimumSize(LEAST_SIZE)
        self.disk = DiskWork(self, theme)
        self.timer = TimerControl(self)
        self.workshops = WorkshopHolder(self, theme, self.disk, lambda: self.content, self.timer)
        self.workshops.today = today
        self.dialogs = WorkshopDialogs(self, theme, self.workshops)
        print_sheets = self.dialogs.print_sheets
        self.files = FileActions(self, theme, self.workshops, print_sheets, lambda: self.content)
        dropped = DroppedFiles(self.files, self.workshops)
        file_drop = FileDrop(self, theme, dropped.why, dropped.take)
        self._filters = file_drop, SecondClick(self), LatinLetters(self)
        self._timer_place = TimerPlace(self.timer, theme)
        self.wall = WallControl(self, theme, self.timer)
        self._desk_actions = DeskActions(lambda: self.desk)
        self._anew = WindowRebuilding(self, theme, self.files, self._lay_out)
        build = self._anew.build
        self.help = WindowHelp(self, theme, self.dialogs, self._desk_actions.here, build)
        self._actions = WindowActions(self, self._specs)
        self.wall.lead(self._actions)
        self._timer_place.name_action(self._actions["timer"])
        self.help.actions = self._actions
        self._lay_out().show_start()

    @property
    def bridge(self) -> Bridge | None:
        """The workshop that is open."""
        return self.workshops.bridge

    @property
    def desk(self) -> Desk | None:
        """What shows the workshop that is open."""
        return self.content.desk

    @property
    def start(self) -> StartPage:
        """The start page, in front or not."""
        return self.content.start

    @property
    def refusal(self) -> RefusalPanel:
        """Where the window says no."""
        return self.content.refusal

    def open(self, path: Path) -> bool:
        """Open a workshop to work on it; False when it is refused, or still waited for."""
        return self.files.open(path)

    def close_workshop(self) -> None:
        """Return to the start page when everything is on the disk."""
        self.workshops.close()

    def go(self, number: int) -> None:
        """Open a stop, 1 to 8."""
        self._desk_actions.go(number)

    def _lay_out(self) -> WindowContent:
        content = WindowContent(self.theme, self._actions, self.workshops.today)
        self.content = content
        content.start.open_wanted.connect(self.workshops.open)
        content.start.place_wanted.connect(self.workshops.open_at)
        content.start.copies_wanted.connect(self.dialogs.show_copies)
        content.start.rehearsal_wanted.connect(partial(begin_rehearsal, self.workshops))
        content.start.new_wanted.connect(self.files.new_workshop)
        content.renamed.connect(self._anew.build_soon)
        content.desk_changed.connect(self._timer_place.follow)
        content.desk_changed.connect(self.wall.follow)
        content.reason_wanted.connect(self.workshops.save_status.say_again)
        self.setCentralWidget(content)
        return content

    def _specs(self) -> dict[str, ActionSpec]:
        of_workshop = self._file_specs() | self._step_specs() | self._desk_actions.specs()
        of_room = self._timer_place.specs() | self.wall.specs()
        return of_workshop | self._view_specs() | of_room | self.help.specs()

    def _file_specs(self) -> dict[str, ActionSpec]:
        files, dialogs = self.files, self.dialogs
        save_as = self.workshops.save_status.save_as
        return {
            "new": ActionSpec(_("New workshop"), "plus", files.new_workshop),
            "open": ActionSpec(_("Open …"), "open", files.choose_file),
            "example": ActionSpec(_("Open example"), "", files.open_example),
            "rehearsal": ActionSpec(
                _("Rehearse in the bakery"), "", partial(begin_rehearsal, self.workshops)
            ),
            "close": ActionSpec(_("Close workshop"), "", self.close_workshop),
            "save_as": ActionSpec(_("Save as …"), "", save_as),
            "copies": ActionSpec(_("Earlier copies …"), "", dialogs.show_copies),
            "export": ActionSpec(_("Export and share …"), "", dialogs.export),
            "share": ActionSpec(_("A copy to share …"), "", dialogs.share_copy),
            "import": ActionSpec(_("Import …"), "import", files.import_here),
            "import_copied": ActionSpec(_("Import what was copied"), "import", files.import_copied),
            "photos": ActionSpec(_("From photos …"), "import", files.from_photos),
            "import_new": ActionSpec(_("Import …"), "import", files.import_new),
            "print": ActionSpec(_("Print"), "print", self._print_stop),
            "print_this": ActionSpec(_("Print"), "print", self._print_subject),
            "quit": ActionSpec(_("Quit"), "", self.close),
        }

    def _step_specs(self) -> dict[str, ActionSpec]:
        dialogs = self.dialogs
        return {
            "undo": ActionSpec(_("Undo"), "undo", self.workshops.undo),
            "redo": ActionSpec(_("Redo"), "redo", self.workshops.redo),
            "history": ActionSpec(_("History …"), "undo", dialogs.show_history),
            "forget": ActionSpec(_("Forget {a_customer} …"), "", dialogs.forget_customer),
            "left_out": ActionSpec(_("Left out …"), "", dialogs.show_left_out),
            "unverified": ActionSpec(_("Not read for certain …"), "", dialogs.show_unverified),
        }

    def _view_specs(self) -> dict[str, ActionSpec]:
        theme = self.theme
        return {
            "still_open": ActionSpec(_("Still open …"), "", self.dialogs.show_still_open),
            "reduce_motion": ActionSpec(
                _("Reduce motion"), "", _switch_motion, lambda: not moves()
            ),
            "fonts": ActionSpec(_("Add fonts …"), "", self.files.choose_fonts),
            "dark": ActionSpec(_("Dark theme"), "", theme.toggle_dark, lambda: theme.is_dark),
        }

    def _print_stop(self) -> None:
        """Print the sheets of the stop in front."""
        from ui.printing.selection import Selection

        if self.desk is not None:
            self.dialogs.print_sheets(Selection(self.desk.here))

    def _print_subject(self) -> None:
        """Print the sheets of what the page in front is about."""
        if self.desk is not None:
            self.dialogs.print_sheets(self.desk.page.prints_what(self.desk.here))

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab: Qt asks the window last."""
        return go_by_tab(self, forward=forward)

    @override
    def childEvent(self, event: QChildEvent) -> None:
        """Dress dialogs, menus and what lies over the content in the colours of now."""
        super().childEvent(event)
        if not event.polished():  # to ask for a child that Python does not know costs 40 ms, once
            return
        child = event.child()
        if isinstance(child, QWidget) and child is not self.content:
            self.theme.dress(child)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for each in self._filters:
            QTimer.singleShot(0, self, each.watch)  # Qt's window: 3 ms of a first paint

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for the disk; remember where the window was."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            remember_place(self)
        event.ignore()  # whatever goes wrong now: a window that is gone could not say so
        event.setAccepted(self.workshops.close_to_quit())


def _switch_motion() -> None:
    let_move(on=not moves())
