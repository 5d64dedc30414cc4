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
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(element, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(BESIDE, 0, -BESIDE, 0)
        metrics, words = self.fontMetrics(), self.text()
        if self.hasFocus() or metrics.horizontalAdvance(words) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        frame = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(frame, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, short)
