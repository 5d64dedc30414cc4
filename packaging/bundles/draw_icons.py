"""Draw SVGs as square PNGs: python draw_icons.py DRAWING PNG PIXELS [DRAWING PNG PIXELS]..."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw(drawing: str, png: str, size: int) -> bool:
    """Whether it could be written."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    return image.save(png)


if __name__ == "__main__":
    app = QGuiApplication(sys.argv[:1])
    words = iter(sys.argv[1:])
    done = [draw(drawing, png, int(size)) for drawing, png, size in zip(words, words, words)]  # noqa: B905
    sys.exit(0 if all(done) else 1)
