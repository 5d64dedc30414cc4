"""Which interface a widget has, and what screen readers are told of its parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import Shiboken, createdByPython

from cxworkshop.i18n import ngettext
from ui.accessible.announce import announce
from ui.accessible.field import AccessibleField, AccessibleGround, TextField
from ui.accessible.interfaces import AccessiblePart, AccessibleView
from ui.accessible.parts import ROOT, Key, PaintedParts
from ui.accessible.renew import renew_interface
from ui.accessible.switch import AccessibleSwitch

Make = Callable[[], QAccessibleInterface]
Event = QAccessible.Event

# By the addresses of the widgets. Qt holds bare pointers to all interfaces that it was given, so
# they live until the widget is gone.
_MAKERS: dict[int, tuple[QWidget, Make]] = {}
_GIVEN: dict[int, list[QAccessibleInterface]] = {}
_GONE: list[QAccessibleInterface] = []
_VIEWS: dict[int, AccessibleParts] = {}
_ASKED: set[int] = set()  # fields whose own interface Qt is being asked for


def make_accessible(parts: PaintedParts) -> AccessibleParts:
    """Let screen readers walk and work what a view paints, and hear what happens there."""
    made = AccessibleParts(parts)
    answer_for(parts.view, partial(AccessibleView, made), made.end)
    _VIEWS[id(parts.view)] = made
    return made


def answer_for(widget: QWidget, make: Make, end: Callable[[], object] = lambda: None) -> None:
    """Let `make` make the interface of a widget; `end` is called when the widget is gone.

    Qt asks again once the widget has another meta-object, as it gets when a signal is connected to
    one of its methods. The same interface twice would be deleted twice, so each is a new one.
    """
    install()
    renew_interface(widget)
    _MAKERS[id(widget)] = widget, make
    widget.destroyed.connect(partial(_forget, id(widget), make, end))


@cache
def install() -> None:
    """Answer Qt when it asks for interfaces; of two factories it asks the later one first."""
    QAccessible.installFactory(_factory)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(_tell_focus)


def _tell_focus(old: QWidget | None, now: QWidget | None) -> None:
    """Qt says that a view has the keyboard, not which part of it."""
    for widget in (old, now):
        made = _VIEWS.get(id(widget))
        if made is not None and made.parts.view is widget:
            made.tell_soon()


def _factory(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    widget, make = _MAKERS.get(id(thing), (None, None))
    made = make() if make is not None and widget is thing else _of_kind(thing)
    if made is not None:
        if id(thing) not in _GIVEN:
            thing.destroyed.connect(partial(_let_go, id(thing)))
        _GIVEN.setdefault(id(thing), []).append(made)
    return made


def _of_kind(thing: QObject) -> QAccessibleInterface | None:
    """The interface of what Qt's own would not let screen readers work; None for all else."""
    is_ours = createdByPython(thing)  # of what Qt makes and deletes, Python would not be told
    if isinstance(thing, QAbstractButton) and thing.isCheckable() and is_ours:
        return AccessibleSwitch(thing)
    if isinstance(thing, TextField) and is_ours and id(thing) not in _ASKED:
        _ASKED.add(id(thing))
        try:
            return AccessibleField(thing, QAccessible.queryAccessibleInterface(thing))
        finally:
            _ASKED.discard(id(thing))
    if isinstance(thing, QScrollArea) and thing.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return QAccessibleWidget(thing, QAccessible.Role.Document)  # read by scrolling
    above = thing.parent()
    if isinstance(thing, QWidget) and isinstance(above, QPlainTextEdit):
        return AccessibleGround(thing) if above.viewport() is thing else None
    return None


def _let_go(key: int, _gone: object = None) -> None:
    """Keep them until Qt, which hears of it after us, has deleted them: Python would do it too."""
    _GONE.extend(_GIVEN.pop(key, ()))
    QTimer.singleShot(0, _GONE.clear)


def _forget(key: int, make: Make, end: Callable[[], object], _gone: object = None) -> None:
    end()
    if _MAKERS.get(key, (None, None))[1] is make:  # another widget may have got the same address
        del _MAKERS[key]
        _VIEWS.pop(key, None)


class AccessibleParts:
    """The interfaces of a view's parts: each is made once and kept."""

    def __init__(self, parts: PaintedParts) -> None:
        self.parts = parts
        self._interfaces: dict[Key, AccessiblePart] = {}
        self._told = _Told()
        # Delayed, for Qt says that the view has the keyboard only after the part has got it.
        self._timer = QTimer(parts.view)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)

    def interface(self) -> QAccessibleInterface:
        """The view's own interface, as Qt knows it."""
        return QAccessible.queryAccessibleInterface(self.parts.view)

    def interface_of(self, key: Key) -> AccessiblePart:
        """The interface of a part."""
        if key not in self._interfaces:
            self._interfaces[key] = AccessiblePart(self, key)
        return self._interfaces[key]

    def tell_soon(self, *_what: object) -> None:
        """Tell what has changed: names, what is chosen, what has the keyboard."""
        if QAccessible.isActive() and Shiboken.isValid(self._timer):
            self._timer.start()

    def _tell(self) -> None:
        if self.parts.tells_names:
            self._tell_names()
        self._tell_chosen()
        self._tell_focus()

    def _tell_names(self) -> None:
        """Tell what is new or has another name since this was told last."""
        before, self._told.names = self._told.names, {}
        for key in self._below(ROOT):
            if before and key not in before:
                self._send(key, Event.ObjectCreated)
            self._tell_name(key, before.get(key))

    def _below(self, key: Key) -> list[Key]:
        found: list[Key] = []
        for place in range(self.parts.count(key)):
            child = self.parts.child(key, place)
            found += [child, *self._below(child)]
        return found

    def _tell_name(self, key: Key, before: str | None) -> None:
        name = self._told.names[key] = self.parts.name(key)
        if before is not None and name != before:
            self._send(key, Event.NameChanged)

    def _tell_chosen(self) -> None:
        chosen = set(self.parts.selected())
        for key in chosen ^ self._told.chosen:
            if self.parts.place(key) >= 0:
                self._send(key, Event.SelectionAdd if key in chosen else Event.SelectionRemove)
        if self.parts.takes_many and chosen != self._told.chosen:
            words = ngettext("{n} chosen", "{n} chosen", len(chosen)).format(n=len(chosen))
            announce(self.parts.view, words)  # on some systems Qt drops what it was just told
        self._told.chosen = chosen

    def _tell_focus(self) -> None:
        now = self.parts.focused() if self.parts.view.hasFocus() else None
        if now is not None and now != self._told.focus:
            self._send(now, Event.Focus)
        self._told.focus = now

    def _send(self, key: Key, event: Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.interface_of(key), event))

    def end(self) -> None:
        """Let Qt forget the interfaces; the view is gone, and its own one with it."""
        for one in self._interfaces.values():
            if Shiboken.isValid(one):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))


class _Told:
    """What screen readers were told last."""

    def __init__(self) -> None:
        self.names: dict[Key, str] = {}
        self.chosen: set[Key] = set()
        self.focus: Key | None = None
