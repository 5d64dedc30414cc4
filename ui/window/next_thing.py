"""Where the keyboard goes after an action: to the next thing to do on the page, never to Undo."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from ui.stops.page import StopPage


def is_on_page(page: StopPage) -> bool:
    """Whether the keyboard is on it, where it can be seen."""
    now = page.window().focusWidget()  # what has the keyboard again after a dialog, too
    return now is not None and now.isVisible() and page.isAncestorOf(now)


def focus_next_thing(page: StopPage) -> bool:
    """Focus the first empty field of the page, or else the first thing that takes the keyboard.

    Only what the page is about counts: not the tools beside its title. False where there is none.
    """
    things = list(_takers(page))
    empty = [thing for thing in things if _is_empty_field(thing)]
    for thing in (empty or things)[:1]:
        thing.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(things)


def _takers(page: StopPage) -> Iterator[QWidget]:
    """What takes the keyboard below the head, in the order of Tab."""
    thing = page.nextInFocusChain()
    while thing is not None and thing is not page:
        takes = thing.focusPolicy() & Qt.FocusPolicy.TabFocus and thing.focusProxy() is None
        is_here = thing.isVisible() and thing.isEnabled() and page.isAncestorOf(thing)
        if takes and is_here and page.tools.indexOf(thing) < 0:
            yield thing
        thing = thing.nextInFocusChain()


def _is_empty_field(thing: QWidget) -> bool:
    if isinstance(thing, QPlainTextEdit):
        return not thing.isReadOnly() and not thing.toPlainText()
    if not isinstance(thing, QLineEdit) or isinstance(thing.parentWidget(), QAbstractSpinBox):
        return False
    return not thing.isReadOnly() and not thing.text()
