"""A day that is typed or chosen in a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from PySide6.QtCore import QDate, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, spoken
from cxworkshop.typed_days import next_monday, read_day
from ui.theme.calendar import calm
from ui.widgets.gestures import swipes
from ui.widgets.labels import small_button

MOST_TYPED = 80  # characters, more than any day takes in words
ARROW = 0.8  # of a line's height, beside the text, for the arrow that opens the calendar
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}  # in days


class DayField(QWidget):
    """A day, typed ("4 Dec", "tomorrow") or chosen; what can't be read is refused below it.

    `write` is called with another day, or with None where the day was cleared, and returns None if
    that was refused. `entered` says that Enter was pressed on a day that can be read.
    """

    entered = Signal()

    def __init__(
        self,
        name: str,
        write: Callable[[date | None], object],
        today: Callable[[], date],
        *,
        kind: str = "",
        with_year: bool = True,
    ) -> None:
        super().__init__()
        self._write, self._today = write, today
        self._as_text = days.full if with_year else days.short
        self._shown: date | None = None
        self._calendar: _Calendar | None = None
        self.setAccessibleName(name)
        self.entry = _DayEntry(self._as_text)
        self.entry.setAccessibleName(name)
        self.entry.setProperty("kind", kind)
        self.entry.setToolTip(_("Type a day, or press Alt+↓ for the calendar"))
        self._refused = QLabel()
        self._refused.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.setFocusProxy(self.entry)
        self.entry.left.connect(self._leave)
        self.entry.stepped.connect(self._step)
        self.entry.opened.connect(self.open_calendar)
        self.entry.returnPressed.connect(self._enter)
        self.entry.textEdited.connect(lambda _text: self._refused.hide())
        self.ask_for(_("choose a day"))

    def _lay_out(self) -> None:
        self._refused.setWordWrap(True)
        as_wide_as_the_day = QSizePolicy.Policy.Ignored
        self._refused.setSizePolicy(as_wide_as_the_day, QSizePolicy.Policy.Minimum)
        self._refused.setProperty("kind", "refused")
        self._refused.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.entry)
        column.addWidget(self._refused)

    @property
    def refusal(self) -> str:
        """The sentence that says why the typed day was not taken; "" if there is none."""
        return "" if self._refused.isHidden() else self._refused.text()

    def show_day(self, day: date | None) -> None:
        """Show the stored day, or that there is none; what is half typed stays."""
        is_typing = self.entry.isModified() and (self.entry.hasFocus() or self.refusal)
        if not is_typing or day != self._shown:
            self._show(day)

    def type_again(self, typed: str) -> None:
        """Show what was typed on another page, and say so if it can't be read."""
        self.entry.setText(typed)
        self.entry.setModified(True)
        self._leave()

    def ask_for(self, hint: str) -> None:
        """Set the hint that is shown while there is no day."""
        self.entry.hint = hint
        self.entry.show_hint()

    def day(self) -> date | None:
        """The day that is shown or typed, or None."""
        typed = self.entry.text().strip()
        if typed == self._as_text(self._shown):
            return self._shown
        try:
            return read_day(typed, self._today()) if typed else None
        except BadWords:
            return None

    def accept(self) -> bool:
        """Take what is typed, before a form uses `day`; False where it can't be read.

        Then it is said below the field, which gets the keyboard.
        """
        self._leave()
        if self.refusal:
            self.entry.setFocus()
        return not self.refusal

    def refuse_in(self, label: QLabel) -> None:
        """Say what can't be read in this label and not below the field, which is too narrow."""
        self._refused.deleteLater()
        self._refused = label
        label.setProperty("kind", "refused")
        label.hide()

    def setReadOnly(self, on: bool) -> None:  # noqa: N802 - as Qt's own fields have it
        """Show the day as a fact: without hint, arrow and calendar, and nothing half typed."""
        self.entry.setReadOnly(on)
        if on:
            self._show(self._shown)

    def open_calendar(self) -> None:
        """Open the calendar at the day, or at this month."""
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.chosen.connect(self._choose)
        self._calendar.open_at(self.day(), self._today())

    def _choose(self, day: date | None) -> None:
        self.entry.setText(self._as_text(day))
        self.entry.setFocus()
        self._leave()

    def _step(self, by: int) -> None:
        """Step a day; an empty field begins with today."""
        day = self.day()
        self.entry.setText(self._as_text(day + timedelta(days=by) if day else self._today()))
        self.entry.setModified(True)

    def _enter(self) -> None:
        self._leave()
        if not self.refusal:
            self.entered.emit()

    def _leave(self) -> None:
        typed = self.entry.text().strip()
        if typed == self._as_text(self._shown):
            self._show(self._shown)
            return
        try:
            day = read_day(typed, self._today()) if typed else None
        except BadWords as refusal:
            self._refused.setText(str(refusal))
            self._refused.show()
            return
        if day == self._shown or self._write(day) is not None:
            self._show(day)
        else:
            self._show(self._shown)

    def _show(self, day: date | None) -> None:
        self._shown = day
        self._refused.hide()
        self.entry.setText(self._as_text(day))
        self.entry.setCursorPosition(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc take back what is half typed."""
        is_typing = self.entry.isModified() or self.refusal
        if event.key() == Qt.Key.Key_Escape and is_typing:
            self._show(self._shown)
        else:
            super().keyPressEvent(event)


class _DayEntry(QLineEdit):
    """The line in which the day is typed, with an arrow that opens the calendar."""

    left = Signal()
    stepped = Signal(int)
    opened = Signal()

    def __init__(self, as_text: Callable[[date], str]) -> None:
        super().__init__()
        self.hint = ""
        self._as_text = as_text
        self.setMaxLength(MOST_TYPED)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_hint(self) -> None:
        """Show the hint, or a dash where nothing can be typed."""
        self.setPlaceholderText("–" if self.isReadOnly() else self.hint)
        arrow = 0 if self.isReadOnly() else self._arrow
        is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(arrow if is_left else 0, 0, 0 if is_left else arrow, 0)
        self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Leave as much room for the arrow as the font wants."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_hint()

    @override
    def setReadOnly(self, on: bool, /) -> None:
        super().setReadOnly(on)
        self.show_hint()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.fontMetrics().horizontalAdvance(self.hint)
        widest = max(hint, _widest(self._as_text, self.font().toString(), spoken()))
        bare = super().minimumSizeHint()
        margins = self.textMargins()
        frame = bare.width() - self.fontMetrics().maxWidth() - margins.left() - margins.right()
        return QSize(widest + max(0, frame) + self._arrow + 2, bare.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar at Alt+Down or F4; step a day at Up or Down."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.opened.emit()
        elif event.key() in STEPS and not event.modifiers():
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the day, whichever way the field is left; a popup does not leave it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.isReadOnly():
            self.left.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar at a press on the arrow."""
        super().mousePressEvent(event)
        if not self.isReadOnly() and self._is_arrow(event.position().x()):
            self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isReadOnly() or not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QApplication.palette().color(QPalette.ColorRole.WindowText)
        painter.setBrush(QColor(ink))
        is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._arrow / 2 if is_left else self.width() - self._arrow / 2
        middle = QPointF(x, self.height() / 2)
        half = self.fontMetrics().height() / 5
        corners = [QPointF(-half, -half * 0.6), QPointF(half, -half * 0.6), QPointF(0, half * 0.7)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def _is_arrow(self, x: float) -> bool:
        is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return x < self._arrow if is_left else x > self.width() - self._arrow

    @property
    def _arrow(self) -> int:
        """Pixels beside the text for the arrow."""
        return round(self.fontMetrics().height() * ARROW)


@cache
def _widest(as_text: Callable[[date], str], font: str, _spoken: tuple[str, ...]) -> int:
    """Pixels that the widest day takes, of each weekday in each month."""
    shown = QFont()
    shown.fromString(font)
    metrics = QFontMetrics(shown)
    found = [date(2026, month, day) for month in range(1, 13) for day in range(22, 29)]
    return max(metrics.horizontalAdvance(as_text(day)) for day in found)


class _Calendar(QFrame):
    """A month, with buttons for today, for next Monday and for no day. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self._field, self._today = parent, date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        line = QHBoxLayout()
        for text, day in (
            (_("Today"), lambda: self._today),
            (_("Monday"), lambda: next_monday(self._today)),
            (_("Clear"), lambda: None),
        ):
            button = small_button(text)
            button.clicked.connect(lambda _on=False, day=day: self._take(day()))
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        self.month = QCalendarWidget()
        calm(self.month)
        for table in self.month.findChildren(QTableView):
            swipes(table)
        self.month.clicked.connect(lambda day: self._take(_plain(day)))
        self.month.activated.connect(lambda day: self._take(_plain(day)))
        column.addWidget(self.month)

    def open_at(self, day: date | None, today: date) -> None:
        """Show the month of this day below the field, or above it near the foot of the screen."""
        self._today, shown = today, day or today
        self.month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.adjustSize()
        field = self._field
        below = field.mapToGlobal(field.rect().bottomLeft())
        screen = field.screen().availableGeometry()
        y = below.y() + 2
        if y + self.height() > screen.bottom():
            y = below.y() - field.height() - self.height()
        x = min(below.x(), screen.right() - self.width())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        self.month.setFocus()

    def _take(self, day: date | None) -> None:
        if self.isVisible():  # Enter on a day both activates and clicks it
            self.hide()
            self.chosen.emit(day)


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
