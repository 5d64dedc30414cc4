"""Fields that write when they are left: one edit a field, never one a letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit

from cxworkshop.i18n import _


class Field(QLineEdit):
    """One line of text; `write` is called with it when it is left and was changed."""

    def __init__(self, name: str, hint: str, write: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._write, self._shown = write, ""
        self.editingFinished.connect(self._leave)

    def show_text(self, text: str) -> None:
        """What the core knows; half-typed text is not overwritten."""
        if self.text() == self._shown or not self.hasFocus():
            self.setText(text)
        self._shown = text

    def _leave(self) -> None:
        if self.text() == self._shown:
            return
        typed = self.text()
        if self._write(typed) is None:
            self.setText(self._shown)
        else:
            self._shown = typed


class Day(QDateEdit):
    """A day with its calendar; `write` is called when another is chosen."""

    def __init__(self, name: str, write: Callable[[date], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setSpecialValueText(_("choose a day"))
        self.setMinimumDate(QDate(1990, 1, 1))
        self.setMaximumDate(QDate(2199, 11, 30))
        self._write = write
        self._shown = self.minimumDate()
        self.editingFinished.connect(self._leave)

    def show_day(self, day: date | None) -> None:
        """The day that the core knows, or none yet."""
        shown = QDate(day.year, day.month, day.day) if day else self.minimumDate()
        self._shown = shown
        self.setDate(shown)

    def _leave(self) -> None:
        now = self.date()
        if now in (self._shown, self.minimumDate()):
            return
        if self._write(date(now.year(), now.month(), now.day())) is None:
            self.setDate(self._shown)
