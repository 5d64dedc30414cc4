"""Has whatever the keyboard can come to a name and a role that a screen reader can say?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QTabBar, QWidget

from tests.gui.checks.parts import parts_in_sight

ROLE = QAccessible.Role
# Qt gives these roles to widgets without a meaning. A scroll area has a name, and no more.
MEANINGLESS = {ROLE.NoRole, ROLE.Client, ROLE.Pane, ROLE.Grouping, ROLE.Whitespace}


def nameless(window: QWidget) -> list[str]:
    """Return what the keyboard can come to and a screen reader could not name."""
    found = []
    for widget in parts_in_sight(window):
        if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()):
            continue
        if widget.focusProxy() is not None or isinstance(widget, QTabBar):
            continue  # a tab bar's tabs have the names
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip() if spoken else ""
        role = spoken.role() if spoken else ROLE.NoRole
        if not name or (role in MEANINGLESS and not isinstance(widget, QScrollArea)):
            above = " in ".join(type(w).__name__ for w in (widget, widget.parentWidget()))
            found.append(f"{above}: {name!r}, {role.name}")
    return found


def untitled(window: QWidget) -> list[str]:
    """Return the window itself if a screen reader has no name for it."""
    title = QAccessible.queryAccessibleInterface(window).text(QAccessible.Text.Name)
    return [] if title.strip() else [f"{type(window).__name__} has no title"]
