"""Buttons that are on or off, which screen readers can switch."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget

from cxworkshop.compat import override

Role = QAccessible.Role


class AccessibleSwitch(QAccessibleWidget):
    """A button that is on or off: switching it is a click.

    Qt's own would only change its look: `toggle` emits no `clicked`, on which what it does hangs.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, Role.RadioButton if button.autoExclusive() else Role.CheckBox)
        self._button = button

    @override
    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._button.accessibleName() or self._button.text().replace("&&", "&")
        return super().text(kind)

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state

    @override
    def actionNames(self) -> list[str]:
        own = QAccessibleActionInterface.toggleAction()
        return [own, *super().actionNames()] if self._button.isEnabled() else []

    @override
    def doAction(self, name: str) -> None:
        """Do it when the client has its answer."""
        clicks = QAccessibleActionInterface.toggleAction(), QAccessibleActionInterface.pressAction()
        if name in clicks:
            QTimer.singleShot(0, self._button, self._button.click)
        else:
            super().doAction(name)
