"""Painting where our language runs from right to left: everything in a mirror but what is read.

Whatever is painted reckons from left to right. A painter that was made here turns all of it round;
text, pictures and most icons are turned back in their own boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import runs_left

_LEFT, _RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def is_mirrored() -> bool:
    """Whether our windows begin at the right."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def runs_against(text: str) -> bool:
    """Whether a text begins at the end of what is painted: an Arabic one in an English window."""
    return runs_left(text) is not is_mirrored()


def painter_of(widget: QWidget) -> QPainter:
    """A painter on a widget, mirrored where that is."""
    painter = QPainter(widget)
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        mirror(painter, QRectF(widget.rect()))
    return painter


def mirror(painter: QPainter, area: QRectF | QRect) -> None:
    """Turn round what will be painted in an area, until the painter is restored."""
    box = QRectF(area)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.translate(2 * box.left() + box.width(), 0)
    painter.scale(-1, 1)


def mirror_row(painter: QPainter, area: QRect) -> None:
    """Turn round a row of a list where our windows are mirrored."""
    if is_mirrored():
        mirror(painter, area)


def is_turned(painter: QPainter) -> bool:
    """Whether it paints in a mirror now."""
    return painter.worldTransform().m11() < 0


@contextmanager
def turned(painter: QPainter, box: QRectF | QRect) -> Iterator[None]:
    """Paint a box turned round at its place."""
    before = painter.worldTransform()
    area = QRectF(box)
    painter.translate(2 * area.left() + area.width(), 0)
    painter.scale(-1, 1)
    try:
        yield
    finally:
        painter.setWorldTransform(before)


@contextmanager
def turned_back(painter: QPainter, box: QRectF | QRect) -> Iterator[None]:
    """Paint a box as it is read, at its place in the mirror."""
    if is_turned(painter):
        with turned(painter, box):
            yield
    else:
        yield


def draw_text(
    painter: QPainter, box: QRectF | QRect, flags: Qt.AlignmentFlag | int, text: str
) -> None:
    """Draw text in a box; left and right are where a line of ours begins and ends."""
    with turned_back(painter, box):
        painter.drawText(QRectF(box), int(flags), text)


def draw_pixmap(painter: QPainter, corner: QPointF, picture: QPixmap) -> None:
    """Draw a picture that was painted the right way round."""
    if is_turned(painter):
        with turned_back(painter, QRectF(corner, picture.deviceIndependentSize())):
            painter.drawPixmap(corner, picture)
    else:
        painter.drawPixmap(corner, picture)


def reckoned(point: QPoint, wide: int) -> QPoint:
    """A point of a mirrored widget as its parts reckon, and back: from where lines begin."""
    return QPoint(wide - 1 - point.x(), point.y()) if is_mirrored() else point


def reckoned_area(area: QRect, wide: int) -> QRect:
    """The same of a rectangle."""
    if not is_mirrored():
        return area
    return QRect(wide - area.left() - area.width(), area.top(), area.width(), area.height())


def reading_key(key: int) -> int:
    """The right arrow goes on where lines run to the right, and back where they don't."""
    if not is_mirrored():
        return key
    return {_LEFT: _RIGHT, _RIGHT: _LEFT}.get(Qt.Key(key), key) if key in (_LEFT, _RIGHT) else key


def margins(start: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
    """For `setContentsMargins`, which Qt does not mirror: where lines begin, and where they end."""
    return (end, top, start, bottom) if is_mirrored() else (start, top, end, bottom)
