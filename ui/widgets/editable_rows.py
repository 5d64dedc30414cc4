"""Rows that are edited in place; each keeps its widget while other rows come and go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.first_line import FirstLineLayout
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import RowList

# Pixels around a line's words, so that they and the line below are level with a TextArea beside it.
AS_IN_A_TEXT_AREA = (0, 4, 0, 10)

V_contra = TypeVar("V_contra", contravariant=True)
V = TypeVar("V")


class ShowsValue(Protocol[V_contra]):
    """A row: a widget that can show a newer value of the same thing."""

    def show_value(self, value: V_contra) -> None: ...


class EditableRows(Generic[V]):
    """One row per key in a `RowList`, which goes into the layout as `.list`.

    A row's widget is kept while its key stays, so typing goes on while other rows come and go.
    """

    def __init__(self, theme: Theme, name: str, make_row: Callable[[str], QWidget]) -> None:
        self.list = RowList(theme, name)
        self.list.set_gap(0)
        self._make_row = make_row
        self._rows: dict[str, QWidget] = {}
        self._empty: Label | None = None

    def show_when_empty(self, text: str) -> None:
        """Set the sentence that is shown in place of rows."""
        self._empty = Label(text, self.list.theme, "body", "grey")

    def show_values(self, values: Mapping[str, V]) -> None:
        """Show exactly these values, in this order."""
        for key in self._rows.keys() - values.keys():
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, value in values.items():
            if key not in self._rows:
                self._rows[key] = self._make_row(key)
            self._rows[key].show_value(value)  # type: ignore[attr-defined]  # rows: `ShowsValue`
        rows = [self._rows[key] for key in values]
        if self._empty is None:
            self.list.keep_rows(rows)
            return
        self.list.keep_rows([*rows, self._empty])
        self._empty.setVisible(not rows)

    def row(self, key: str) -> QWidget | None:
        return self._rows.get(key)


class EditableRow(QWidget):
    """Fields and quiet buttons on one line. Alt+Up and Alt+Down move it, Alt+Delete takes it out.

    `moved` carries -1 or +1.
    """

    moved = Signal(int)
    away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._moves: list[Button] = []
        self.line = FirstLineLayout(self)
        self.line.setContentsMargins(*margins(0, theme.px(2), theme.px(4), theme.px(2)))
        self.line.setSpacing(theme.px(8))

    def add_field(self, field: QWidget, stretch: int = 1) -> None:
        """Add a field; the keys that move the row work in it."""
        if isinstance(field, QLineEdit):
            field.setTextMargins(*AS_IN_A_TEXT_AREA)
        field.installEventFilter(self)
        self.line.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)

    def add_moves(self) -> None:
        """Add two small buttons that move the row."""
        for step, sign in ((-1, "↑"), (+1, "↓")):
            button = self.add_quiet(sign, "")
            button.be_square()
            button.setToolTip(f"Alt+{sign}")
            button.clicked.connect(lambda _on=False, step=step: self.moved.emit(step))
            self._moves.append(button)

    def name_buttons(self, words: str) -> None:
        """Name the buttons for screen readers after what the row says."""
        for button, name in zip(self._moves, (_("Move up"), _("Move down")), strict=True):
            button.setAccessibleName(f"{name}: {words}")

    def add_note(self, note: Label) -> None:
        """Add a grey word or number, level with the first line of the fields."""
        note.setWordWrap(False)
        note.setContentsMargins(0, self.theme.px(6), 0, 0)
        self.line.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)

    def add_quiet_icon(self, icon: str, name: str) -> Button:
        """Add a small button that shows an icon alone: what a row says needs the room."""
        button = self.add_quiet("", name)
        button.say("", lead=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.be_square()
        return button

    def add_quiet(self, text: str, name: str) -> Button:
        """Add a small button without a frame."""
        button = small_button(text, "quiet")
        button.setAccessibleName(name)
        self.line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Alt with an arrow key or Delete."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.away.emit()
            return True
        return False


def moved(order: Sequence[str], key: str, step: int) -> list[str] | None:
    """Return the order with one key a step up or down, or None at the end of the list."""
    place = order.index(key) + step
    if not 0 <= place < len(order):
        return None
    rest = [other for other in order if other != key]
    return [*rest[:place], key, *rest[place:]]


def sheet(theme: Theme, title: str, about: str = "") -> Panel:
    """Return a white panel with its label, and a grey sentence below it."""
    panel = Panel(theme)
    panel.box.addWidget(Label(title, theme, "label", "accent"))
    if about:
        panel.box.addWidget(Label(about, theme, "small", "grey"))
    return panel
