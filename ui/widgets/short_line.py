"""A line of text that shows where its words are cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from cxworkshop.compat import override

BESIDE = 2  # pixels that Qt leaves at both ends of the words


class ShortLine(QLineEdit):
    """Ends words that are too long for it in an ellipsis, unless somebody is typing into it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not paint_short(self):
            super().paintEvent(event)


def hint_width(field: QLineEdit, least: int) -> int:
    """How wide a field has to be for its hint, at least and at most twice `least`, in pixels."""
    metrics = field.fontMetrics()
    beside = 3 * metrics.averageCharWidth() + field.sizeHint().height()  # frame, icon, button
    return min(max(least, metrics.horizontalAdvance(field.placeholderText()) + beside), 2 * least)


def paint_short(field: QLineEdit) -> bool:
    """Paint a line whose words do not fit; False where they do, or somebody types into it."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    style, metrics, words = field.style(), field.fontMetrics(), field.text()
    room = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    room = room.marginsRemoved(field.textMargins()).adjusted(BESIDE, 0, -BESIDE, 0)
    if field.hasFocus() or metrics.horizontalAdvance(words) <= room.width():
        return False
    painter = QPainter(field)
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, field)
    painter.setPen(field.palette().color(field.foregroundRole()))
    side = QStyle.visualAlignment(field.layoutDirection(), field.alignment())
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, short)
    return True
