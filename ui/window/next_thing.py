"""Where the keyboard goes after an action: to the next thing to do on the page, never to Undo."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.stops.page import StopPage


def is_on_page(page: StopPage) -> bool:
    """Whether the keyboard is on it, where it can be seen."""
    now = page.window().focusWidget()  # what has the keyboard again after a dialog, too
    is_here = now is not None and now.isVisible() and page.isAncestorOf(now)
    return is_here and not _is_in_head(page, now)


def keep_keys_on(page: StopPage, otherwise: QWidget) -> None:
    """Bring the keyboard to the next thing to do on a page, or without any to another widget."""
    if QApplication.activeModalWidget() is not None:
        return
    if not is_on_page(page) and not focus_next_thing(page):
        otherwise.setFocus()


def focus_next_thing(page: StopPage) -> bool:
    """Focus what the page is about, its first empty field, or the first thing that takes keys.

    Only what the page is about counts: not the tools beside its title. False where there is none.
    """
    home = page.keyboard_home()
    if home is not None and home.isVisible():
        home.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    things = list(_takers(page))
    empty = [thing for thing in things if _is_empty_field(thing)]
    for thing in (empty or things)[:1]:
        thing.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(things)


def _takers(page: StopPage) -> Iterator[QWidget]:
    """What takes the keyboard below the head.

    Not by `nextInFocusChain`: it hands out Qt's own inner widgets too, and PySide crashes later.
    """
    for thing in page.findChildren(QWidget):
        takes = thing.focusPolicy() & Qt.FocusPolicy.TabFocus and thing.focusProxy() is None
        if takes and thing.isVisible() and thing.isEnabled() and not _is_in_head(page, thing):
            yield thing


def _is_in_head(page: StopPage, thing: QWidget | None) -> bool:
    """Whether it is beside the title, where Qt puts the keyboard if nobody has it."""
    tools = page.tools.parentWidget()
    head = tools.parentWidget() if tools is not None else None
    return head is not None and thing is not None and head.isAncestorOf(thing)


def _is_empty_field(thing: QWidget) -> bool:
    if isinstance(thing, QPlainTextEdit):
        return not thing.isReadOnly() and not thing.toPlainText()
    if not isinstance(thing, QLineEdit) or isinstance(thing.parentWidget(), QAbstractSpinBox):
        return False
    return not thing.isReadOnly() and not thing.text()
