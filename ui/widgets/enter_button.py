"""A button inside a field that does what Enter does there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from cxworkshop.compat import override
from ui.widgets.buttons import Button

AROUND = 2  # pixels between the button and the edge of its field
PLACED_AT = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutDirectionChange)


class EnterButton(Button):
    """For whoever works by mouse: without it only Enter would take what is typed.

    It is there while the field has words, or always, and leaves the keyboard in the field.
    """

    def __init__(
        self, field: QLineEdit, words: str, do: Callable[[], object], *, always: bool = False
    ) -> None:
        super().__init__(words, "quiet")
        self.setProperty("small", True)  # noqa: FBT003 - Qt's own
        self.setParent(field)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)  # in place of the field's
        self._field, self._always = field, always
        self.clicked.connect(lambda _on=False: do())
        field.installEventFilter(self)
        field.textChanged.connect(self._follow)
        self._follow(field.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in PLACED_AT:
            self._place()
        return False

    def _follow(self, text: str) -> None:
        self.setVisible(self._always or bool(text.strip()))
        self._place()

    def _place(self) -> None:
        """Move to the end of the field, and keep its text clear of the button."""
        field = self._field
        wide = self.sizeHint().width()
        high = min(self.sizeHint().height(), field.height() - 2 * AROUND)
        y, end = (field.height() - high) // 2, field.width() - wide - AROUND - 1
        is_mirrored = field.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setGeometry(AROUND + 1 if is_mirrored else end, y, wide, high)
        kept = 0 if self.isHidden() else wide
        field.setTextMargins(kept if is_mirrored else 0, 0, 0 if is_mirrored else kept, 0)
