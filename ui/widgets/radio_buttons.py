"""Radio buttons that look like push buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from cxworkshop.compat import override
from ui.theme.mirror import reading_key
from ui.widgets.buttons import Button


class RadioButton(Button):
    """A radio button that looks like a push button. Arrows move, Enter chooses."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows move without choosing, so that no answer is given in passing."""
        buttons = self.group().buttons() if self.group() else [self]
        here, key = buttons.index(self), reading_key(event.key())
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
    """Check this button and no other; none for None."""
    group.setExclusive(False)
    for button in group.buttons():
        button.setAutoExclusive(False)
        button.setChecked(button is chosen)
        button.setAutoExclusive(True)
    group.setExclusive(True)
