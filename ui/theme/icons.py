"""Icons of resources/icons, drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from cxworkshop import paths
from cxworkshop.compat import override
from ui.theme.mirror import is_mirrored, is_turned, turned

POINTING = ("arrow", "back", "redo", "undo")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon of resources/icons into a square; what points somewhere is mirrored."""
    renderer = _renderer(name, colour.name())
    if is_turned(painter) is (name in POINTING and is_mirrored()):
        renderer.render(painter, box)
        return
    with turned(painter, box):
        renderer.render(painter, box)


class _Engine(QIconEngine):
    """Takes its colour from the palette when drawn, so that both themes share one icon."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        off = mode == QIcon.Mode.Disabled
        role = QPalette.ColorRole.PlaceholderText if off else QPalette.ColorRole.ButtonText
        paint_icon(painter, self._name, QRectF(rect), QApplication.palette().color(role))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name)


def icon(name: str) -> QIcon:
    """Return an icon by its name."""
    return QIcon(_Engine(name))
