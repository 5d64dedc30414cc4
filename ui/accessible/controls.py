"""Widgets without a role of their own, such as a slot, which can be worked as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from cxworkshop.compat import override
from ui.accessible.interfaces import NOTHING, Kind, OfferedActions
from ui.accessible.parts import Action
from ui.accessible.views import answer_for


def make_workable(widget: QWidget, ask: Callable[[], Sequence[Action]]) -> None:
    """Offer screen readers what `ask` returns for a widget without a role of its own."""
    answer_for(widget, lambda: _Group(widget, ask))


def make_window(widget: QWidget) -> None:
    """Tell screen readers that a plain widget is a window: Qt would call it a filler."""
    answer_for(widget, lambda: QAccessibleWidget(widget, QAccessible.Role.Window))


class _Group(QAccessibleWidget):
    """A group of widgets with actions of its own."""

    def __init__(self, widget: QWidget, ask: Callable[[], Sequence[Action]]) -> None:
        super().__init__(widget, QAccessible.Role.Grouping)
        self._actions = OfferedActions(widget, ask)

    @override
    def interface_cast(self, kind: Kind) -> Any:
        return self._actions if kind == Kind.ActionInterface else NOTHING
