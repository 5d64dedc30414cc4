"""Rows that can be rewritten where they stand; they stay the same widgets while others change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import RowList

V_contra = TypeVar("V_contra", contravariant=True)
V = TypeVar("V")


class ShowsValue(Protocol[V_contra]):
    """A row: a widget that can show another state of the same thing."""

    def show_value(self, value: V_contra) -> None:
        """Show it as it is now."""


class EditableRowList(QWidget, Generic[V]):
    """A row for each key. Who types in one keeps the keyboard when others come and go."""

    def __init__(self, theme: Theme, name: str, make: Callable[[str], QWidget]) -> None:
        super().__init__()
        self._theme, self._make = theme, make
        self._list = RowList(theme, name)
        self._list.set_gap(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._list)
        self._kept: dict[str, QWidget] = {}
        self._empty: QWidget | None = None

    def say_when_empty(self, words: str) -> None:
        """One sentence in place of rows."""
        self._empty = Label(words, self._theme, "body", "grey")

    def take_what_is_left(self, least: int) -> None:
        """Fill the height that is left, at least this many pixels; the rows scroll in it."""
        self._list.take_what_is_left(least)

    def show_values(self, values: Mapping[str, V]) -> None:
        """These and no others, in this order."""
        for key in self._kept.keys() - values.keys():
            gone = self._kept.pop(key)
            gone.hide()
            gone.deleteLater()
        rows = []
        for key, value in values.items():
            if key not in self._kept:
                self._kept[key] = self._make(key)
            row = self._kept[key]
            row.show_value(value)  # type: ignore[attr-defined]  # rows are `ShowsValue`
            rows.append(row)
        if self._empty is None:
            self._list.keep_rows(rows)
            return
        self._list.keep_rows([*rows, self._empty])
        self._empty.setVisible(not rows)

    def row(self, key: str) -> QWidget | None:
        """The row of a key."""
        return self._kept.get(key)


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
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, theme.px(2), theme.px(4), theme.px(2))
        self.line.setSpacing(theme.px(8))

    def add_field(self, field: QWidget, stretch: int = 1) -> None:
        """A field: keys that move the row are heard in it."""
        field.installEventFilter(self)
        self.line.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)

    def add_moves(self) -> None:
        """Two small buttons that move it."""
        for step, sign in ((-1, "↑"), (+1, "↓")):
            press = self.add_quiet(sign, "")
            press.setToolTip(f"Alt+{sign}")
            press.clicked.connect(lambda _on=False, step=step: self.moved.emit(step))
            self._moves.append(press)

    def name_buttons(self, words: str) -> None:
        """What screen readers call them: after what the row says."""
        for press, name in zip(self._moves, (_("Move up"), _("Move down")), strict=True):
            press.setAccessibleName(f"{name}: {words}")

    def add_note(self, note: Label) -> None:
        """A grey word or number, level with the first line of the fields."""
        note.setWordWrap(False)
        note.setContentsMargins(0, self.theme.px(6), 0, 0)
        self.line.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)

    def add_quiet(self, text: str, name: str) -> Button:
        """A small button without a frame."""
        press = small_button(text, "quiet")
        press.setAccessibleName(name)
        self.line.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return press

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow."""
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
    """The order with one of them a step up or down; None where it can go no further."""
    place = order.index(key) + step
    if not 0 <= place < len(order):
        return None
    rest = [one for one in order if one != key]
    return [*rest[:place], key, *rest[place:]]


def sheet(theme: Theme, title: str, about: str = "") -> Panel:
    """A white panel with its label, and a grey sentence below it."""
    panel = Panel(theme)
    panel.box.addWidget(Label(title, theme, "label", "accent"))
    if about:
        panel.box.addWidget(Label(about, theme, "small", "grey"))
    return panel
