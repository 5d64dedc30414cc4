"""One page of the Wall fades into another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.theme.tokens import Tokens
from ui.wall.scene import WallPage


class PageFade:
    """Two pages as pictures, each painted in a frame of its own: neither frame is a long one.

    `size` is in pixels of the screen, of which `ratio` are one of the window's.
    """

    def __init__(
        self, before: WallPage, after: WallPage, tokens: Tokens, size: QSize, ratio: float
    ) -> None:
        self.after = after
        self._before_page, self._tokens, self._size, self._ratio = before, tokens, size, ratio
        self._before: QPixmap | None = None
        self._after: QPixmap | None = None
        self._share = 0.0

    def step(self, share: float) -> bool:
        """Go on to this share; whether there is something else to be seen by now."""
        if share > 0 and self._after is None:
            self._after = self._picture(self.after)
            return False
        self._share = share
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint both pages, each as far as it is there."""
        if self._before is None:
            self._before = self._picture(self._before_page)
        if self._after is not None:
            painter.drawPixmap(0, 0, self._after)
        painter.setOpacity(1 - self._share)
        painter.drawPixmap(0, 0, self._before)

    def _picture(self, page: WallPage) -> QPixmap:
        picture = QPixmap(self._size)
        picture.setDevicePixelRatio(self._ratio)
        painter = QPainter(picture)
        page.paint(painter, QRectF(QPointF(), picture.deviceIndependentSize()), self._tokens)
        painter.end()
        return picture
