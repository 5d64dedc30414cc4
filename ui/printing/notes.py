"""What to look at before the pages go on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.sheets.preflight import Preflight
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.lists import RowList


class PreflightNotes(QWidget):
    """Characters that no font has, and likely names (R7); hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: list[Label] = []
        self._rows = RowList(theme, _("Check before printing"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._rows)
        self.hide()

    def show_notes(self, preflight: Preflight) -> None:
        """Show these in place of those before."""
        self._labels = [Label(note, self._theme, "body", "amber") for note in preflight.notes]
        self._rows.show_rows(self._labels)
        self.setVisible(bool(self._labels))

    def fit(self, width: int) -> None:
        """Take the height that the notes need at this width; many scroll."""
        high = sum(label.heightForWidth(width) + self._theme.px(4) for label in self._labels)
        self.setFixedHeight(min(high + self._theme.px(2), self._theme.px(76)))
