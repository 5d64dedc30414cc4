"""The widgets of a window, without the pages that are turned away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def parts_in_sight(window: QWidget) -> list[QWidget]:
    """The visible widgets below a window, a parent before its children; other windows are left out.

    Qt's `findChildren` would make thousands of Python objects for the pages that nobody sees.
    """
    found = []
    for part in window.findChildren(QWidget, options=_DIRECT):
        if part.isVisible() and not part.isWindow():
            found += [part, *parts_in_sight(part)]
    return found


def parts_of_page(window: QWidget) -> list[QWidget]:
    """As `parts_in_sight`, with what is hidden on the page that is turned to."""
    found = []
    for part in _on_page(window):
        if not part.isWindow():
            found += [part, *parts_of_page(part)]
    return found


def _on_page(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QStackedWidget):
        page = widget.currentWidget()
        return [page] if page is not None else []
    return widget.findChildren(QWidget, options=_DIRECT)
