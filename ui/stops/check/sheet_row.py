"""A row of the check sheet, laid out as on paper: number, customer, four ticks, words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Mark
from cxworkshop.queries.check_sheet import SheetRow
from ui.stops.check.marks import HELD, MARKS, place_of
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label
from ui.widgets.wheel import ChoiceBox

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLACES = ("first", "middle", "middle", "last")


class _Tick(ChoiceButton):
    """One of the four places for a tick: a shape, with its word for screen readers."""

    pressed_key = Signal(QKeyEvent)

    def __init__(self, mark: Mark, name: str, place: str) -> None:
        super().__init__("", place, mark.value)
        self.setAccessibleName(name)
        self.was_on, self.is_calm = False, True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether it was ticked: a second click removes the tick."""
        self.was_on = self.isChecked()
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key to the row first."""
        self.was_on = False
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted() and event.key() not in ENTER:  # Ctrl+Enter is for the sheet
            super().keyPressEvent(event)


class MarkTicks(QWidget):
    """The four ticks of a row; Tab stops at one of them. `given` says that a mark was chosen."""

    given = Signal()
    changed = Signal()
    stepped = Signal(int)
    skipped = Signal()

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self.ticks: list[_Tick] = []
        for (mark, word), place in zip(MARKS, PLACES, strict=True):
            name = _("Row {n}, {mark}").format(n=number, mark=_(word))
            tick = _Tick(mark, name, place)
            tick.setToolTip(_(word))
            tick.setFont(theme.font("field"))
            tick.pressed_key.connect(self._key)
            tick.clicked.connect(lambda _on=False, t=tick: self._clicked(t))
            self._group.addButton(tick)
            self.ticks.append(tick)
            line.addWidget(tick)
        self._stop_once()

    @property
    def mark(self) -> Mark | None:
        """The mark that is ticked, or None."""
        on = (mark for (mark, _w), t in zip(MARKS, self.ticks, strict=True) if t.isChecked())
        return next(on, None)

    def show_mark(self, value: str) -> None:
        """Tick the mark with this value; none for ""."""
        self._group.setExclusive(False)
        for (mark, _word), tick in zip(MARKS, self.ticks, strict=True):
            tick.setChecked(mark.value == value)
        self._group.setExclusive(True)
        self._stop_once()
        self.changed.emit()

    def take_keys(self) -> None:
        """Give the focus to the ticked mark, or to the first."""
        on = next((tick for tick in self.ticks if tick.isChecked()), self.ticks[0])
        on.setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, tick: _Tick) -> None:
        if tick.was_on:
            tick.was_on = False
            self.show_mark("")
            return
        self._stop_once()
        self.changed.emit()
        self.given.emit()

    def _key(self, event: QKeyEvent) -> None:
        key, place = event.key(), 0
        if not event.modifiers() & HELD:
            place = place_of(event.text())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        event.setAccepted(True)
        if place:
            self.ticks[place - 1].click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.show_mark("")
        elif key in steps:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in ENTER and not event.modifiers() & HELD:
            self.skipped.emit()
        else:
            event.setAccepted(False)

    def _stop_once(self) -> None:
        """Let Tab stop at the ticked mark, or at the first; arrows reach the others."""
        stop = next((tick for tick in self.ticks if tick.isChecked()), self.ticks[0])
        for tick in self.ticks:
            policy = Qt.FocusPolicy.StrongFocus if tick is stop else Qt.FocusPolicy.ClickFocus
            tick.setFocusPolicy(policy)


class _Said(TextArea):
    """A customer's words. `done`: Enter was pressed; `stepped`: an arrow left the text."""

    stepped = Signal(int)
    done = Signal()

    @property
    @override
    def is_half_typed(self) -> bool:
        """Whether there are words in it, which are not stored before the sheet is taken."""
        return bool(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form; Shift+Enter starts a new line."""
        key, held = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in ENTER and held & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key in ENTER and not held & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        elif key in steps and self._ends(steps[Qt.Key(key)]):
            self.stepped.emit(steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _ends(self, step: int) -> bool:
        """Whether the cursor is at the first line (-1) or the last (+1)."""
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        return not QTextCursor(self.textCursor()).movePosition(way)


class CheckSheetRow(QWidget):
    """One customer's row. `changed` says that its content has changed, `done` that Enter was
    pressed; `stepped` and `words_stepped` carry by how many rows the focus moves."""

    changed = Signal()
    done = Signal()
    stepped = Signal(int)
    words_stepped = Signal(int)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.number, self._theme, self._offered = number, theme, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._both = both = SideBySide(theme.px(10), theme.px(620))
        both.line.addLayout(self._left())
        self.words = _Said(
            _("Row {n}, in their words").format(n=number), "", self._write_nothing, kind="row"
        )
        self.words.setFont(theme.font("verbatim_list"))
        self.words.done.connect(self._finish)
        self.words.stepped.connect(self.words_stepped)
        self.words.textChanged.connect(self.changed)
        both.line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(both)
        self._wrong = Label("", theme, "small", "amber")
        self._wrong.hide()
        column.addWidget(self._wrong)

    def _write_nothing(self, _words: str) -> bool:
        self.changed.emit()
        return True

    def _left(self) -> QHBoxLayout:
        theme, line = self._theme, QHBoxLayout()
        line.setSpacing(theme.px(8))
        number = Label(str(self.number), theme, "label", "grey")
        number.setWordWrap(False)
        number.setFixedWidth(theme.px(20))
        self.who = self._who_box()
        self.ticks = MarkTicks(self.number, theme)
        self.ticks.given.connect(self.words_now)
        self.ticks.skipped.connect(self._finish)
        self.ticks.stepped.connect(self.stepped)
        self.ticks.changed.connect(self.changed)
        for widget in (number, self.who, self.ticks):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        number.setMinimumHeight(self.ticks.sizeHint().height())
        line.addStretch(1)
        return line

    def _who_box(self) -> ChoiceBox:
        box = ChoiceBox()
        field = box.take_other_words(_("Row {n}, who").format(n=self.number), _("Who?"))
        box.setFixedWidth(self._theme.px(136))
        field.returnPressed.connect(self._leave_who)
        box.editTextChanged.connect(lambda _text: self.changed.emit())
        return box

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words are below the ticks, separate the rows by a gap."""
        super().resizeEvent(event)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(0, 0, 0, 0 if self._both.is_wide else self._theme.px(10))

    def _finish(self) -> None:
        """Go to the next row, but first ask whose a mark without words is."""
        if self.wants_customer:
            self.take_keys()
        else:
            self.done.emit()

    def take_keys(self) -> None:
        """Give the focus to what is missing: the customer of a mark, or else the mark."""
        if self.wants_customer:
            self.who.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ticks.take_keys()

    def _leave_who(self) -> None:
        """Go on to the ticks, or to the next row if the mark was there first."""
        if self.ticks.mark is None or self.wants_customer:
            self.ticks.take_keys()
        else:
            self.done.emit()

    @property
    def wants_customer(self) -> bool:
        """Whether there is a mark, and nothing that says whose it is."""
        row = self.sheet_row
        return row.mark is not None and not row.words.strip() and not row.who

    @property
    def asks_who(self) -> bool:
        """Whether the keyboard is at the customer that the mark wants."""
        field = self.who.lineEdit()
        return self.wants_customer and field is not None and field.hasFocus()

    @property
    def sheet_row(self) -> SheetRow:
        """The row as it is typed."""
        who = self.who.currentText().strip()
        return SheetRow(self.number, self.ticks.mark, self.words.text(), who)

    @property
    def is_touched(self) -> bool:
        """Whether somebody typed anything into it."""
        return not self.sheet_row.is_empty or self.who.currentText().strip() != self._offered

    def offer(self, names: Sequence[str], who: str) -> None:
        """Offer these customers; `who` is filled in, as on paper, unless somebody has typed."""
        touched, now = self.is_touched, self.who.currentText()
        self.who.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.who.clear()
        self.who.addItems(names)
        self.who.setEditText(now if touched else who)
        self.who.blockSignals(False)  # noqa: FBT003
        if not touched:
            self._offered = who

    def restore(self, typed: dict[str, str]) -> None:
        """Put half-typed content back; {} empties the row."""
        self.ticks.show_mark(typed.get("mark", ""))
        self.words.type_again(typed.get("words", ""))
        self.who.setEditText(typed.get("who", self._offered))

    def show_wrong(self, text: str) -> None:
        """Show what is missing or does not fit; "" hides it."""
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        self.words.setAccessibleDescription(text)

    def words_now(self) -> None:
        """Give the focus to the words."""
        self.words.setFocus(Qt.FocusReason.TabFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
