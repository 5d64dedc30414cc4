"""How large a dialog is: as large as it likes to be, and never larger than what it lies on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from ui.theme.theme import Theme

ROOM = 40  # pixels of the window below that stay in sight, however large the text


def fit_dialog(dialog: QDialog, theme: Theme, wide: int, high: int) -> None:
    """Give a dialog this size, in pixels at 100 %, or what its parent's window has room for."""
    parent = dialog.parentWidget()
    assert parent is not None  # each dialog of ours lies on a window
    room = parent.window().size() - QSize(ROOM, ROOM)
    dialog.resize(QSize(theme.px(wide), theme.px(high)).boundedTo(room))
