"""Having Qt ask again for the interface of a widget that has become something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def renew_interface(widget: QWidget) -> None:
    """Let go of the interface that Qt has made by itself, as it does when a widget is named.

    Call it before the change for which `views.py` makes one: those must not be deleted twice.
    """
    from PySide6.QtGui import QAccessible  # not before the first paint

    if QAccessible.isActive():
        own = QAccessible.queryAccessibleInterface(widget)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(own))
