"""One page of the Wall fades into another."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from ui.theme.tokens import Tokens
from ui.wall.scene import WallPage


class PageFade:
    """Two pages as pictures, each painted in a turn of its own: no frame is a long one.

    `whole` is the window's area; one of its pixels is `ratio` of the screen's.
    """

    def __init__(
        self, before: WallPage, after: WallPage, tokens: Tokens, whole: QRectF, ratio: float
    ) -> None:
        self._before_page, self._after_page = before, after
        self._tokens, self._whole, self._ratio = tokens, whole, ratio
        self._before: QPixmap | None = None
        self._after: QPixmap | None = None
        self._share = 0.0

    def step(self, share: float) -> bool:
        """Go on to this share; whether there is something else to be seen by now."""
        if share == 0:
            return True  # the page before, as it is
        if self._before is None:
            self._before = self._picture(self._before_page)
        elif self._after is None:
            self._after = self._picture(self._after_page)
        else:
            self._share = share
            return True
        return False

    def paint(self, painter: QPainter, part: QRectF) -> None:
        """Paint both pages, each as far as it is there."""
        if self._before is None or self._after is None:
            self._before_page.paint(painter, self._whole, self._tokens, part)
            return
        painter.drawPixmap(0, 0, self._after)
        painter.setOpacity(1 - self._share)
        painter.drawPixmap(0, 0, self._before)

    def _picture(self, page: WallPage) -> QPixmap:
        picture = QPixmap((self._whole.size() * self._ratio).toSize())
        picture.setDevicePixelRatio(self._ratio)
        painter = QPainter(picture)
        page.paint(painter, self._whole, self._tokens)
        painter.end()
        return picture
