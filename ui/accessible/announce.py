"""Telling screen readers what everybody else sees happen."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(thing: QObject, words: str) -> None:
    """Have these words said; costs nothing where no screen reader runs."""
    from PySide6.QtGui import (
        QAccessible,
        QAccessibleAnnouncementEvent,
    )  # not before the first paint

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(thing, words))
