"""Are words shown as they are? No markup is read in them, and no placeholder is left in ours."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit, QWidget

from tests.gui.checks.parts import parts_of_page

_MARKUP = re.compile(r"<[a-z/!]", re.IGNORECASE)  # from here on Qt takes a tool tip for markup
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def marked_up(window: QWidget) -> list[str]:
    """Return the widgets that would take a customer's words for markup, or show placeholders."""
    return [fault for part in (window, *parts_of_page(window)) for fault in _faults(part)]


def _faults(widget: QWidget) -> list[str]:
    found = []
    if isinstance(widget, QLabel) and widget.text() and not _is_plain(widget):
        found.append(f"the label {widget.text()!r} may be read as markup")
    if isinstance(widget, QTextEdit) and widget.acceptRichText():
        found.append(f"{widget.accessibleName()!r} takes rich text")
    if _MARKUP.search(widget.toolTip()):
        found.append(f"the tool tip {widget.toolTip()!r} is read as markup")
    unfilled = filter(_PLACEHOLDER.search, _texts(widget))
    return [*found, *(f"{text!r} has a placeholder that nothing fills" for text in unfilled)]


def _is_plain(label: QLabel) -> bool:
    return label.textFormat() == Qt.TextFormat.PlainText


def _texts(widget: QWidget) -> list[str]:
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return [shown, widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
