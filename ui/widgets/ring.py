"""A numbered ring that shows how far a slot is filled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from ui.theme.mirror import painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme


class Ring(QWidget):
    """A ring with the number of a slot: dotted if free, an arc if begun, a disc if complete."""

    def __init__(self, number: int, theme: Theme, size: int = 52) -> None:
        super().__init__()
        self._number, self._theme, self._share, self._state = number, theme, 0.0, "dotted"
        self._size = size
        self._fit()

    def show_share(self, state: str, share: float = 0.0) -> None:
        """Set the state and, for an arc, its share of the circle (0 to 1)."""
        self._state, self._share = state, share
        self.update()

    def set_size(self, size: int) -> None:
        """Set how wide it is, in pixels at 100 %."""
        self._size = size
        self._fit()
        self.update()

    def set_number(self, number: int) -> None:
        """Change the number."""
        self._number = number
        self.update()

    def _fit(self) -> None:
        side = self._theme.px(self._size + 4)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        number, tokens = str(self._number), self._theme.tokens
        size = self._theme.px(self._size)
        ring(painter, middle, size, self._state, number, tokens, share=self._share)
