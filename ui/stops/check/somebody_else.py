"""The place below the list of stop 6 for the answer of somebody who did not say it before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.stops.check.answers import AnswerEntry
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Hairline, Label


class SomebodyElse(QWidget):
    """A line to press, and in its place the entry once it is `wanted`."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(4))
        column.addWidget(Hairline(theme))
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(px(8), 0, px(8), 0)
        self._inside.setSpacing(px(4))
        column.addLayout(self._inside)
        self._button = Button(_("Somebody else answered too"), "link", lead="plus")
        self._button.show_key("Ctrl+N")
        self._button.clicked.connect(lambda _on=False: self.wanted.emit())
        self._title = Label(_("Somebody else"), theme, "label", "accent")
        self._title.hide()
        self._inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(self._title)
        self._entry: AnswerEntry | None = None

    def take_entry(self, entry: AnswerEntry) -> None:
        """Put the entry here."""
        self._entry = entry
        self._button.hide()
        self._title.show()
        self._inside.addWidget(entry)
        entry.show()

    def give_up_entry(self) -> None:
        """Let the entry go elsewhere."""
        if self._entry is not None:
            self._inside.removeWidget(self._entry)
            self._entry.hide()
            self._entry.setParent(None)
            self._entry = None
        self._title.hide()
        self._button.show()
