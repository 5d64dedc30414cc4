"""Radio buttons that look like buttons, and the line between groups of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from cxworkshop.compat import override
from ui.widgets.buttons import Button


class RadioButton(Button):
    """One of a few, as a button; a radio button to screen readers. Arrows walk, Enter chooses."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows only walk: an answer is never given by passing over it. Digits choose."""
        buttons = self.group().buttons() if self.group() else [self]
        here, key = buttons.index(self), event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            there = max(0, min(here + steps[Qt.Key(key)], len(buttons) - 1))
            buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().isdigit() and 0 < int(event.text()) <= len(buttons):
            buttons[int(event.text()) - 1].click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def choose_only(group: QButtonGroup, chosen: QWidget | None) -> None:
    """Check this one and no other; none at all for None."""
    group.setExclusive(False)
    for press in group.buttons():
        press.setAutoExclusive(False)
        press.setChecked(press is chosen)
        press.setAutoExclusive(True)
    group.setExclusive(True)
