"""Fields for words, in which a screen reader can press Enter too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEditableTextInterface,
    QAccessibleInterface,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import Shiboken, VoidPtr, getCppPointer, isValid

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.interfaces import NOTHING, Kind, OfferedActions
from ui.accessible.parts import Action

TextField = QLineEdit | QPlainTextEdit


class _Typing(QAccessibleEditableTextInterface):
    """Edits a line as a keyboard does; Qt's own sets its text, which counts as nothing typed."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line

    @override
    def replaceText(self, startOffset: int, endOffset: int, text: str) -> None:
        if isValid(self._line) and not self._line.isReadOnly():
            self._line.setSelection(startOffset, endOffset - startOffset)
            self._line.insert(text)

    @override
    def insertText(self, offset: int, text: str) -> None:
        self.replaceText(offset, offset, text)

    @override
    def deleteText(self, startOffset: int, endOffset: int) -> None:
        self.replaceText(startOffset, endOffset, "")


class AccessibleField(QAccessibleWidget):
    """Qt's own interface with two actions more: words that Enter hands over could only be typed.

    What Qt says of the field goes through its own interface, known by its id. Python must not hold
    on to that or to parts of it: Qt deletes them untold, and what is made next at their addresses
    would be taken for them.
    """

    def __init__(self, field: TextField, own: QAccessibleInterface) -> None:
        super().__init__(field, own.role())
        self._field, self._own = field, QAccessible.uniqueId(own)
        editing = _Typing(field) if isinstance(field, QLineEdit) else None
        self._further: dict[Kind, object] = {
            Kind.ActionInterface: OfferedActions(field, self._offers),
            Kind.TextInterface: _pointer(own.textInterface()),
            Kind.EditableTextInterface: editing or _pointer(own.editableTextInterface()),
        }

    def _offers(self) -> Sequence[Action]:
        names = QAccessibleActionInterface
        if not self._field.isEnabled():
            return ()
        focus = Action(names.setFocusAction(), self._field.setFocus)
        enter = Action(names.pressAction(), self._press_enter, _("Enter"))
        if self._field.isReadOnly():
            return (focus,)
        return enter, focus, Action(_("Paste"), self._field.paste, "Ctrl+V")

    def _press_enter(self) -> None:
        self._field.setFocus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            plain = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(self._field, QKeyEvent(kind, Qt.Key.Key_Return, plain))

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return QAccessible.accessibleInterface(self._own).text(kind)

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        QAccessible.accessibleInterface(self._own).setText(kind, text)

    @override
    def state(self) -> QAccessible.State:
        return QAccessible.accessibleInterface(self._own).state()

    @override
    def interface_cast(self, kind: Kind) -> Any:
        return self._further.get(kind, NOTHING)


def _pointer(interface: Shiboken.Object) -> VoidPtr:
    return VoidPtr(getCppPointer(interface)[0])


class AccessibleGround(QAccessibleWidget):
    """What the words of a field are painted on: the field has the keyboard, not its ground."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground, QAccessible.Role.Client)

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = state.focused = False
        return state
