"""The head of the list of stop 6."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.stops.check.asked_row import BEFORE, NOW
from ui.theme.theme import Theme
from ui.widgets.labels import Label


class ListHead(QWidget):
    """The titles of both columns, and how many of those who said it are asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        line.setSpacing(theme.px(12))
        line.addWidget(Label(_("Those who said it"), theme, "h2"), BEFORE)
        right = QWidget()
        now = QHBoxLayout(right)
        now.setContentsMargins(0, 0, 0, 0)
        self._now = Label(_("What they say now"), theme, "h2")
        self._counted = Label("", theme, "small", "grey")
        self._counted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        now.addWidget(self._now, 1)
        now.addWidget(self._counted, 1)
        line.addWidget(right, NOW)

    def show_counted(self, text: str) -> None:
        """Show "9 said it, 6 asked"."""
        self._counted.setText(text)

    def name_both(self, *, on: bool) -> None:
        """Name the second column, unless it stands below the first."""
        self._now.setVisible(on)
