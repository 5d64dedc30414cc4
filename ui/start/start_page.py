"""The start page: carry on where the team is, or open another workshop.

It is painted before any workshop is read. Then files are read one after another, so that the window
appears at once even when a stick is slow.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.filenames import title_of
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, clear, make_button
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import scrolling

if TYPE_CHECKING:  # imported after the first paint
    from ui.start.file_reading import FileReading
    from ui.start.file_summary import FileSummary
    from ui.start.recent_row import RecentRow

WIDEST = 1126  # pixels at 100 %: longer lines are hard to read


class StartPage(QWidget):
    """The workshop that was open last on top, the others below it.

    `seen` says that it was painted once.
    """

    open_wanted = Signal(Path)
    copies_wanted = Signal(Path)
    example_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, theme: Theme, today: date | None = None) -> None:
        super().__init__()
        self.theme, self._today = theme, today
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        inside = QWidget()
        whole = scrolling(inside)
        whole.setMaximumWidth(theme.px(WIDEST) + 8)
        outer.addWidget(whole)
        page = QVBoxLayout(inside)
        page.setContentsMargins(4, theme.px(24), 4, theme.px(24))  # room for focus rings
        page.setSpacing(theme.px(8))
        self._latest = QVBoxLayout()
        page.addLayout(self._latest)
        self._name_box = QVBoxLayout()
        self._name_labels: dict[Path, Label] = {}
        page.addLayout(self._name_box)
        page.addSpacing(theme.px(10))
        self._other_files = self._other_files_part()
        page.addWidget(self._other_files, 100)
        page.addStretch(1)  # one workshop does not fill the page
        self.seen = self._list_wanted = False
        self._waiting: list[Path] = []
        self._reading: FileReading | None = None
        self._rows: list[RecentRow] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_turn)
        self._other_files.hide()

    def show_recent(self) -> None:
        """Read the list again, file by file; before the first paint only show their names."""
        from ui.start.recent_files import recent

        if self.seen:
            self.show_files(recent())
        else:
            self._list_wanted = True
            self._show_names(recent())

    def show_files(self, paths: list[Path]) -> None:
        """Show these files, the first that can be read on top."""
        self._list_wanted = False
        clear(self._latest)
        for row in list(self._rows):
            self._drop(row)
        self._show_rows()
        self._show_names(paths)
        self._waiting, self._reading = list(paths), None
        if not paths:
            self._latest.addWidget(self._nothing_yet())
        self._turn.start()

    def _show_names(self, paths: list[Path]) -> None:
        """Show the names of files that are not read yet."""
        if list(self._name_labels) == paths:
            return
        clear(self._name_box)
        self._name_labels = {
            path: Label(title_of(path), self.theme, "h2", "grey") for path in paths
        }
        for words in self._name_labels.values():
            self._name_box.addWidget(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to read files after the first paint."""
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            self._turn.start()

    def _take_turn(self) -> None:
        """Do one thing in each turn of the event loop: the window answers in between."""
        if self._list_wanted:
            self.show_recent()
        elif self._waiting or self._reading is not None:
            self._read_one()
        else:
            self._turn.stop()

    def show_now(self, paths: list[Path]) -> None:
        """Show these, and wait until all are read: for a picture of the window."""
        self.show_files(paths)
        while self._waiting or self._reading is not None:
            self._read_one()

    def _other_files_part(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(Label(_("Other workshops"), self.theme, "h2"))
        quiet = _("Everything stays on this laptop. Nothing is sent anywhere.")
        words = Label(quiet, self.theme, "small", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        head.addWidget(words, 1)
        column.addLayout(head)
        panel = Panel(self.theme)
        side = self.theme.px(20)
        panel.box.setContentsMargins(side, self.theme.px(2), side, self.theme.px(2))
        self.others = RowList(self.theme, _("Other workshops"))
        self.others.set_gap(0)
        self.others.take_what_is_left(self.theme.px(108))
        panel.box.addWidget(self.others)
        column.addWidget(panel, 1)
        return made

    def _read_one(self) -> None:
        """Begin with the next file, or look whether the one that was begun is done."""
        from ui.start.file_reading import FileReading

        if self._reading is None:
            self._reading = FileReading(self._waiting.pop(0), self._today)
        if self._reading.is_over:
            reading, self._reading = self._reading, None
            self._show_file(reading.summary())

    def _show_file(self, summary: FileSummary) -> None:
        from ui.start.latest_panel import LatestPanel
        from ui.start.recent_row import RecentRow

        label = self._name_labels.pop(summary.path, None)
        if label is not None:
            label.hide()
            label.deleteLater()
        if not summary.trouble and self._latest.count() == 0:
            latest = LatestPanel(summary, self.theme)
            latest.open_wanted.connect(partial(self.open_wanted.emit, summary.path))
            self._latest.addWidget(latest)
            if self.isVisible():  # a workshop may be open by now
                latest.carry_on.setFocus()
            return
        row = RecentRow(summary, self.theme)
        row.clicked.connect(partial(self.open_wanted.emit, summary.path))
        row.remove_wanted.connect(partial(self._remove, row))
        row.copies_wanted.connect(partial(self.copies_wanted.emit, summary.path))
        self._rows.append(row)
        self._show_rows()
        if not self._waiting and self._latest.count() == 0:
            self._latest.addWidget(self._nothing_yet())

    def _show_rows(self) -> None:
        self.others.keep_rows(self._rows)
        self._other_files.setVisible(bool(self._rows))

    def _remove(self, row: RecentRow) -> None:
        """Take a file off the list; it stays where it is."""
        from ui.start.recent_files import forget

        forget(row.summary.path)
        self._drop(row)
        self._show_rows()
        if self._rows:
            self._rows[0].setFocus()

    def _drop(self, row: RecentRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()

    def _nothing_yet(self) -> Panel:
        panel = Panel(self.theme)
        text = _("No workshop yet. Start one, or look around in the bakery.")
        panel.box.addWidget(Label(text, self.theme, "h2"))
        line = QHBoxLayout()
        new, example = make_button(_("New workshop"), "primary"), make_button(_("Open example"))
        new.clicked.connect(lambda _on=False: self.new_wanted.emit())
        example.clicked.connect(lambda _on=False: self.example_wanted.emit())
        line.addWidget(new)
        line.addWidget(example)
        line.addStretch(1)
        panel.box.addLayout(line)
        return panel
