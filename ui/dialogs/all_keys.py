"""All keys on one page, which can be printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.keys import ANYWHERE, KEYS, keys_at
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import SideBySide
from ui.widgets.key_list import KeyList
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import scrolling

COLUMNS = 3
NARROW = 900  # pixels at 100 %: in a dialog narrower than this there is one column
HEAD = 2  # lines that a heading takes


class AllKeysDialog(QDialog):
    """What each key does, stop by stop. `print_keys` is called for the Print button."""

    def __init__(self, theme: Theme, parent: QWidget, print_keys: Callable[[], object]) -> None:
        super().__init__(parent)
        self._theme, self._print_keys = theme, print_keys
        self.setWindowTitle(_("All keys"))
        fit_dialog(self, theme, 1126, 720)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(12))
        box.addWidget(Label(_("All keys"), theme, "h1"))
        box.addWidget(scrolling(self._columns()), 1)
        box.addLayout(self._foot())

    def _columns(self) -> QWidget:
        """Headings and keys in columns of about the same length; a stop stays together."""
        beside = SideBySide(self._theme.px(28), self._theme.px(NARROW))
        beside.line.setContentsMargins(*margins(0, 0, self._theme.px(10), 0))
        stops = [ANYWHERE, *range(1, 1 + len(catalogue.stops()))]
        most = (len(KEYS) + HEAD * len(stops)) / COLUMNS
        column, filled = self._column(beside), 0
        for stop in stops:
            lines = len(keys_at(stop)) + HEAD
            if filled and filled + lines / 2 > most:
                column.addStretch(1)
                column, filled = self._column(beside), 0
            self._add_stop(column, stop)
            filled += lines
        column.addStretch(1)
        return beside

    def _column(self, beside: SideBySide) -> QVBoxLayout:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        beside.line.addWidget(side, 1)
        return column

    def _add_stop(self, column: QVBoxLayout, stop: int) -> None:
        title = f"{stop}  {catalogue.stops()[stop - 1].title}" if stop else _("At any stop")
        heading = Label(title, self._theme, "label", "accent")
        heading.setContentsMargins(0, self._theme.px(8) if column.count() else 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(KeyList(keys_at(stop), self._theme))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        paper = make_button(_("Print"), lead="print")
        paper.clicked.connect(lambda _on=False: self._print())
        foot.addWidget(paper)
        foot.addWidget(close)
        close.setFocus()
        return foot

    def _print(self) -> None:
        self.accept()
        self._print_keys()
