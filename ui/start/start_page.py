"""The start page: carry on where the team is, or open another workshop.

It is painted before any workshop is read. Then files are read one after another, so that the window
appears at once even when a stick is slow.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.start.unread_names import UnreadNames
from ui.theme.theme import Theme
from ui.widgets.labels import clear
from ui.widgets.scroll_area import scrolling

if TYPE_CHECKING:  # imported after the first paint
    from ui.start.file_reading import FileReading
    from ui.start.file_summary import FileSummary
    from ui.start.latest_panel import LatestPanel
    from ui.start.other_workshops import OtherWorkshops

WIDEST = 1126  # pixels at 100 %: longer lines are hard to read
SELDOM = 300  # milliseconds between two looks at files whose disks are slow
LOOP = 1240  # pixels at 100 %: the loop is a picture


class StartPage(QWidget):
    """The workshop where something is latest on top, the others in that order below it.

    `place_wanted` carries a workshop and the OpenPlace in it, None for the list of what is open.
    `rehearsal_wanted` carries a stop, or 0 for wherever it begins. `seen` says that it was painted
    once.
    """

    open_wanted = Signal(Path)
    place_wanted = Signal(Path, object)
    copies_wanted = Signal(Path)
    rehearsal_wanted = Signal(int)
    new_wanted = Signal()

    def __init__(self, theme: Theme, today: date | None = None) -> None:
        super().__init__()
        self.theme, self._today = theme, today
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        inside = QWidget()
        self._whole = scrolling(inside)
        self._whole.setMaximumWidth(theme.px(WIDEST) + 8)
        outer.addWidget(self._whole)
        self._page = page = QVBoxLayout(inside)
        page.setContentsMargins(4, theme.px(24), 4, theme.px(24))  # room for focus rings
        page.setSpacing(theme.px(8))
        self._latest = QVBoxLayout()
        page.addLayout(self._latest)
        self._unread = UnreadNames(theme)
        page.addWidget(self._unread)
        page.addSpacing(theme.px(10))
        page.addStretch(1)  # one workshop does not fill the page
        self._others: OtherWorkshops | None = None
        self._begin_reading()

    @property
    def others(self) -> OtherWorkshops:
        """The workshops that do not lead; the first paint does without them."""
        if self._others is None:
            from ui.start.other_workshops import OtherWorkshops

            self._others = others = OtherWorkshops(self.theme)
            others.open_wanted.connect(self.open_wanted)
            others.copies_wanted.connect(self.copies_wanted)
            others.removed.connect(self._removed)
            self._page.insertWidget(self._page.count() - 1, others, 100)  # above the stretch
        return self._others

    def _begin_reading(self) -> None:
        self.seen = self._list_wanted = False
        self._waiting: list[Path] = []
        self._reading: FileReading | None = None
        self._late: list[FileReading] = []  # whose disks have not answered yet
        self._summaries: list[FileSummary] = []
        self._top: LatestPanel | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_turn)

    def show_recent(self) -> None:
        """Read the list again, file by file; before the first paint only show their names."""
        from ui.start.recent_files import recent

        if self.seen:
            self.show_files(recent())
        else:
            self._list_wanted = True
            self._unread.show_names(recent())

    def show_files(self, paths: list[Path]) -> None:
        """Show these files, the first that can be read on top."""
        self._list_wanted = False
        clear(self._latest)
        self._whole.setMaximumWidth(self.theme.px(WIDEST) + 8)
        self._page.setStretchFactor(self._latest, 0)
        self._top, self._summaries = None, []
        self._show_rows()
        self._unread.show_names(paths)
        self._waiting, self._reading, self._late = list(paths), None, []
        if not paths:
            self._show_nothing_yet()
        self._turn.start(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to read files after the first paint."""
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            self._turn.start(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Go on reading files."""
        super().showEvent(event)
        if self.seen:
            self._turn.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more files while a workshop is worked on."""
        self._turn.stop()
        super().hideEvent(event)

    def _take_turn(self) -> None:
        """Do one thing in each turn of the event loop: the window answers in between."""
        if self._list_wanted:
            self.show_recent()
        elif self._waiting or self._reading is not None:
            self._read_one()
        elif self._late:
            self._turn.setInterval(SELDOM)
            self._look_at_late_ones()
        else:
            self._turn.stop()

    def show_now(self, paths: list[Path]) -> None:
        """Show these, and wait until all are read: for a picture of the window."""
        self.show_files(paths)
        while self._waiting or self._reading is not None:
            self._read_one()

    def _read_one(self) -> None:
        """Begin with the next file, or look whether the one that was begun is done."""
        from ui.start.file_reading import FileReading

        if self._reading is None:
            self._reading = FileReading(self._waiting.pop(0), self._today)
        if self._reading.is_over:
            reading, self._reading = self._reading, None
            if not reading.is_done:
                self._late.append(reading)
            self._show_file(reading.summary())

    def _look_at_late_ones(self) -> None:
        """Show what a slow disk has answered at last, in place of what was said of it."""
        for reading in [one for one in self._late if one.is_done]:
            self._late.remove(reading)
            summary = reading.summary()
            self._summaries = [one for one in self._summaries if one.path != summary.path]
            self._show_file(summary)

    def _show_file(self, summary: FileSummary) -> None:
        self._unread.remove(summary.path)
        self._summaries.append(summary)
        self._summaries.sort(key=lambda one: one.rank)  # those of one rank stay as they were
        first = next((one for one in self._summaries if not one.trouble), None)
        if first is not None and (self._top is None or self._top.summary is not first):
            self._lead_with(first)
        self._show_rows()
        if not self._waiting and first is None and self.isVisible():
            self.others.focus_first()

    def _lead_with(self, summary: FileSummary) -> None:
        """Put a workshop on top, and give its button the keyboard."""
        from ui.start.latest_panel import LatestPanel

        clear(self._latest)
        self._top = top = LatestPanel(summary, self.theme)
        top.place_wanted.connect(partial(self.place_wanted.emit, summary.path))
        top.all_wanted.connect(lambda: self.place_wanted.emit(summary.path, None))
        self._latest.addWidget(top)
        top.lower()  # screen readers meet it before the others, as it stands
        if self.isVisible():  # a workshop may be open by now
            top.carry_on.setFocus()

    def take_keyboard(self) -> None:
        """Give it to the workshop on top, or to the first of the others."""
        if self._top is not None:
            self._top.carry_on.setFocus()
        else:
            self.others.focus_first()

    def _removed(self, summary: FileSummary) -> None:
        self._summaries.remove(summary)
        self._late = [one for one in self._late if one.path != summary.path]
        self._show_rows()
        if not self._summaries and not self._waiting:
            self._show_nothing_yet()

    def _show_rows(self) -> None:
        on_top = self._top.summary if self._top is not None else None
        others = [one for one in self._summaries if one is not on_top]
        self.others.show_summaries(others, all_there_are=on_top is None)

    def _show_nothing_yet(self) -> None:
        """Show the loop to somebody who has no workshop yet; the keyboard is at the bakery."""
        from ui.start.loop import LoopPicture

        self._whole.setMaximumWidth(self.theme.px(LOOP))
        loop = LoopPicture(self.theme)
        loop.stop_wanted.connect(self.rehearsal_wanted)
        loop.try_wanted.connect(lambda: self.rehearsal_wanted.emit(0))
        loop.new_wanted.connect(self.new_wanted)
        self._latest.addWidget(loop, 1)
        loop.lower()  # as the latest workshop
        self._page.setStretchFactor(self._latest, 200)
        if self.isVisible():
            loop.first.setFocus()
