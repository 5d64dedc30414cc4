"""The grey tag of a made-up workshop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme

HIGH = 20  # pixels at 100 %


class ExampleTag(QWidget):
    """ "Example", in a small sunken box."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(round(tag_width(theme)), theme.px(HIGH))
        self.setAccessibleName(_("Example"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tag(painter, QRectF(self.rect()), self._theme)


def tag_width(theme: Theme) -> float:
    """In pixels."""
    return QFontMetricsF(theme.font("label")).horizontalAdvance(_("Example")) + theme.px(16)


def paint_tag(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw it into a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.sunken))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(theme.font("label"))
    painter.setPen(QColor(theme.tokens.grey))
    draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, _("Example"))
