"""The workshops that do not lead: a row for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel
from ui.widgets.lists import RowList

if TYPE_CHECKING:  # imported after the first paint
    from ui.start.file_summary import FileSummary
    from ui.start.recent_row import RecentRow


class OtherWorkshops(QWidget):
    """Hidden without rows. `removed` carries the summary of a workshop taken off the list."""

    open_wanted = Signal(Path)
    copies_wanted = Signal(Path)
    removed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[RecentRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        self._title = Label("", theme, "h2")
        head.addWidget(self._title)
        quiet = _("Everything stays on this laptop. Nothing is sent anywhere.")
        words = Label(quiet, theme, "small", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        head.addWidget(words, 1)
        column.addLayout(head)
        panel = Panel(theme)
        side = theme.px(20)
        panel.box.setContentsMargins(side, theme.px(2), side, theme.px(2))
        self.list = RowList(theme, _("Workshops"))
        self.list.set_gap(0)
        self.list.take_what_is_left(theme.px(108))
        panel.box.addWidget(self.list)
        column.addWidget(panel, 1)
        self.hide()

    def show_summaries(self, summaries: Sequence[FileSummary], *, all_there_are: bool) -> None:
        """Show these in their order, besides one that leads or as `all_there_are`.

        A row that is there already stays.
        """
        self._title.setText(_("Your workshops") if all_there_are else _("Other workshops"))
        for row in [row for row in self._rows if row.summary not in summaries]:
            self._drop(row)
        self._rows = [self._row_of(one) for one in summaries]
        self.list.keep_rows(self._rows)
        self.setVisible(bool(self._rows))

    def focus_first(self) -> None:
        """Give the first of them the keyboard."""
        for row in self._rows[:1]:
            row.setFocus()

    def _row_of(self, summary: FileSummary) -> RecentRow:
        from ui.start.recent_row import RecentRow

        for row in self._rows:
            if row.summary is summary:
                return row
        row = RecentRow(summary, self._theme)
        row.clicked.connect(partial(self.open_wanted.emit, summary.path))
        row.remove_wanted.connect(partial(self._remove, row))
        row.copies_wanted.connect(partial(self.copies_wanted.emit, summary.path))
        return row

    def _remove(self, row: RecentRow) -> None:
        """Take a file off the list; it stays where it is."""
        from ui.start.recent_files import forget

        forget(row.summary.path)
        self.removed.emit(row.summary)
        self.focus_first()

    def _drop(self, row: RecentRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
