"""Fields that write when they lose the focus: one edit for each field, not for each letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.calendar import calm


class Field(QLineEdit):
    """A line of text; `write` is called when the field is left and its text has changed.

    `write` returns None when it was refused; the field then shows again what is so.
    """

    def __init__(
        self, name: str, hint: str, write: Callable[[str], object], kind: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("kind", kind)
        self._write, self._shown = write, ""
        self.editingFinished.connect(self._leave)

    @property
    def is_half_typed(self) -> bool:
        """Whether it has words that are not written yet."""
        return self.text() != self._shown

    def type_again(self, text: str) -> None:
        """Restore words that were half typed when the program ended, as if typed again."""
        self.selectAll()
        self.insert(text)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing."""
        if self.text() == self._shown or not self.hasFocus():
            self.setText(text)
            self.setCursorPosition(0)
        self._shown = text

    def _leave(self) -> None:
        if self.text() == self._shown:
            return
        typed = self.text()
        if self._write(typed) is None:
            self.setText(self._shown)
        else:
            self._shown = typed


class TextArea(QPlainTextEdit):
    """A field that grows with its words. Enter and Tab leave it."""

    def __init__(
        self, name: str, hint: str, write: Callable[[str], object], kind: str = "inline"
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("kind", kind)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lead = ""  # words to begin with, put in on focus; alone they do not count as text
        self._write, self._shown = write, ""
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """The text in it."""
        return self.toPlainText()

    @property
    def is_half_typed(self) -> bool:
        """Whether it has words that are not written yet."""
        return self.text() not in (self._shown, self.lead)

    def type_again(self, text: str) -> None:
        """Restore words that were half typed when the program ended, as if typed again."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing."""
        if self.text() == self._shown or not self.hasFocus():
            self.setPlainText(text)
        self._shown = text
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth() or 120, self._high())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._high())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it at Enter; Shift+Enter starts a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an empty field with its lead."""
        super().focusInEvent(event)
        if self.lead and not self.text() and not self.isReadOnly():
            self.setPlainText(self.lead)
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed."""
        super().focusOutEvent(event)
        if self.lead and self.text().strip() == self.lead.strip():
            self.setPlainText("")
        typed = self.text()
        if typed == self._shown or self.isReadOnly():
            return
        if self._write(typed) is None:
            self.setPlainText(self._shown)
        else:
            self._shown = typed

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.height() != self._high():
            self.setFixedHeight(self._high())

    def _high(self) -> int:
        document = self.document()
        lines, block = 0, document.firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)  # lays the block out at this width
            layout = block.layout()
            lines += max(1, layout.lineCount() if layout is not None else 1)
            block = block.next()
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * round(document.documentMargin())
        return self.fontMetrics().lineSpacing() * max(lines, 1) + frame + 2


class DayField(QDateEdit):
    """A date with a calendar; `write` is called when another day is chosen."""

    def __init__(self, name: str, write: Callable[[date], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        calm(self.calendarWidget())
        self.setDisplayFormat("ddd d MMM yyyy")
        self._hint = _("choose a day")
        self.setSpecialValueText(self._hint)
        self.setMinimumDate(QDate(1990, 1, 1))
        self.setMaximumDate(QDate(2199, 11, 30))
        self._write = write
        self._shown = self.minimumDate()
        self.dateChanged.connect(lambda _day: self._dress())
        self.editingFinished.connect(self._leave)
        self.calendarWidget().clicked.connect(lambda _day: self._leave())

    def show_day(self, day: date | None) -> None:
        """Show the stored day, or that there is none."""
        shown = QDate(day.year, day.month, day.day) if day else self.minimumDate()
        self._shown = shown
        self.setDate(shown)

    @override
    def setEnabled(self, on: bool) -> None:
        """Show a dash in place of the hint while it is disabled."""
        super().setEnabled(on)
        self.setSpecialValueText(self._hint if on else "–")

    def ask_for(self, hint: str) -> None:
        """Set the hint that is shown while no day is chosen."""
        self._hint = hint
        self.setSpecialValueText(hint)
        self._dress()

    def _dress(self) -> None:
        """Draw the hint grey."""
        self.setProperty("empty", self.date() == self.minimumDate())
        self.style().unpolish(self)
        self.style().polish(self)

    def day(self) -> date | None:
        """The day that is chosen, or None."""
        now = self.date()
        return None if now == self.minimumDate() else date(now.year(), now.month(), now.day())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start from today when typing into an empty field; Qt would start from the minimum."""
        if self.date() == self.minimumDate() and event.text().isdigit():
            self.setDate(QDate.currentDate())
            self.setSelectedSection(QDateEdit.Section.DaySection)
        super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave an empty field at once: Qt would look for its next section for ever."""
        if self.date() == self.minimumDate():
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    @override
    def stepBy(self, steps: int) -> None:
        """Step an empty field to today, not past the minimum."""
        if self.date() == self.minimumDate():
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar of an empty field at this month."""
        super().mousePressEvent(event)
        if self.date() == self.minimumDate():
            self.calendarWidget().showToday()

    def _leave(self) -> None:
        now = self.date()
        if now in (self._shown, self.minimumDate()):
            return
        if self._write(date(now.year(), now.month(), now.day())) is None:
            self.setDate(self._shown)
        else:
            self._shown = now
