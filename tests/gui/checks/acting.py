"""Working the program by what a screen reader can reach: names, roles, actions and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import sleep

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

Role = QAccessible.Role
# These only hold others, and say nothing of what can be done with them.
HOLDERS = {Role.Client, Role.Window, Role.Dialog, Role.Pane, Role.Grouping, Role.NoRole}


def spoken(thing: QObject) -> QAccessibleInterface:
    """What Qt tells a screen reader of a widget."""
    return QAccessible.queryAccessibleInterface(thing)


def name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def actions(one: QAccessibleInterface) -> list[str]:
    """The names of what can be done to it."""
    found = one.actionInterface()
    return found.actionNames() if found is not None else []


def walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that can be seen from here down."""
    yield one
    for index in range(one.childCount()):
        child = one.child(index)
        if child is not None and not child.state().invisible:
            yield from walk(child)


def unworkable(shown: QWidget) -> list[str]:
    """What can get the keyboard and lacks a name, a role, or an action, as a client finds it."""
    found = []
    for one in walk(spoken(shown)):
        state = one.state()
        if not state.focusable or state.disabled:
            continue
        lacks = [] if name(one).strip() else ["name"]
        lacks += ["role"] if one.role() in HOLDERS else []
        lacks += [] if actions(one) else ["action"]
        if lacks:
            found.append(f"{one.role().name} {name(one)!r} has no {', '.join(lacks)}")
    return found


class Reader:
    """Somebody who hears the window and does all by actions and by setting text."""

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        self._window = window

    def all(self) -> list[QAccessibleInterface]:
        """All that can be reached in the window or dialog in front."""
        top = QApplication.activePopupWidget() or self._window()
        assert top is not None
        if QApplication.activeWindow() is None:
            top.activateWindow()  # after a dialog; off screen no window manager does it
            settle()
        return list(walk(spoken(top)))

    def find(self, start: str, role: Role | None = None) -> QAccessibleInterface:
        """What has this name, or else begins so."""
        there = [one for one in self.all() if role in (None, one.role())]
        fits = [one for one in there if name(one) == start]
        fits += [one for one in there if name(one).startswith(start)]
        assert fits, f"{start!r} is not among {[name(one) for one in there if name(one)]}"
        return fits[0]

    def act(self, start: str, action: str = "", role: Role | None = None) -> None:
        """Do an action, whose name may be only begun; without one the first that is no focusing."""
        one = self.find(start, role)
        names = [words for words in actions(one) if words.startswith(action)]
        wanted = [words for words in names if words != "SetFocus" or action]
        assert wanted, f"{action!r} is not among {actions(one)} of {name(one)!r}"
        pressed = one.object()
        one.actionInterface().doAction(wanted[0])
        settle()
        while isinstance(pressed, QAbstractButton) and isValid(pressed) and pressed.isDown():
            settle()  # Qt shows for a tenth of a second how a button is pressed
            sleep(0.01)

    def write(self, start: str, words: str) -> None:
        """Go to a field and replace what is in it."""
        one = self.find(start, Role.EditableText)
        one.actionInterface().doAction("SetFocus")
        settle()
        one = self.find(start, Role.EditableText)
        text = one.editableTextInterface()
        text.replaceText(0, one.textInterface().characterCount(), words)
        settle()


def settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()
