"""What the room sees, small, on the Desk: the Wall's own page painted at another scale."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.wall.scene import WallPage
from ui.wall.show import WallShow

RADIUS = 6
DOT = 8  # pixels across at 100 %


class LiveDot(QWidget):
    """A dot before the word that says it: the room sees what the Desk does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(DOT), theme.px(DOT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.drawEllipse(self.rect())


class Miniature(QWidget):
    """Live while its border is accent; said in words for screen readers."""

    def __init__(self, show: WallShow, theme: Theme) -> None:
        super().__init__()
        self._show, self._theme = show, theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._made, self._made_of = QPixmap(), cast("object", None)
        self.is_gone = False  # whether its screen was unplugged
        show.changed.connect(self.say)

    def say(self) -> None:
        """Say what the room sees."""
        page = self._show.page
        words = page.words.replace("\n", ". ") if page else ""
        if self._show.is_blank:
            words = _("nothing: the Wall is blank")
        self.setAccessibleName(_("The room sees"))
        self.setAccessibleDescription(words)
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        page = self._show.page
        return round(width * (page.height / page.width if page else 9 / 16))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(288)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(outline)
        if self._show.is_blank:
            painter.fillRect(box, QColor("black"))
            painter.setPen(QColor("white"))
            painter.setFont(self._theme.font("strong"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("blank"))
        elif self._show.page is not None:
            painter.drawPixmap(box.topLeft(), self._picture(self._show.page, box))
        painter.setClipping(False)
        live = not self._show.frozen_at and not self.is_gone
        pen = QPen(QColor(tokens.accent if live else tokens.ink), 2)
        if self.is_gone:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(outline)

    def _picture(self, page: WallPage, box: QRectF) -> QPixmap:
        """The page at this size, painted once."""
        ratio = self.devicePixelRatioF()
        wanted = page, box.size().toTuple(), self._show.tokens, ratio
        if self._made_of != wanted:
            self._made = QPixmap((box.size() * ratio).toSize())
            self._made.setDevicePixelRatio(ratio)
            painter = QPainter(self._made)
            page.paint(painter, QRectF(QPointF(), box.size()), self._show.tokens)
            painter.end()
            self._made_of = wanted
        return self._made
