"""What is written on a screen: each run of words with its place, its ink and its ground.

The window is painted twice: as SVG, where words are still words, and as pixels. So nothing has to
be known of labels, style sheets or cards that paint themselves: what a person reads is looked at.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QBuffer,
    QEvent,
    QEventLoop,
    QIODevice,
    QObject,
    QPoint,
    QRect,
    QRectF,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from cxworkshop.compat import override
from tests.gui.checks.parts import parts_in_sight
from ui.widgets.labels import Hairline, VerticalLine

SILENT = (QFrame, QScrollArea, QScrollBar, QStackedWidget, QDialog, Hairline, VerticalLine)


@dataclass(frozen=True)
class Run:
    """Words of one line in one font, as they stand on the window."""

    text: str
    box: QRect
    shown: QRect  # what can be seen of the widget that wrote it
    ink: QColor
    font: QFont
    ground: QColor
    owner: QWidget

    @property
    def is_large(self) -> bool:
        """WCAG's large text: 24 px, or 18.7 px and bold."""
        px = self.font.pixelSize()
        return px >= 24 or (px >= 19 and self.font.weight() >= 700)


def settle() -> None:
    """Let words wrap and scroll bars come and go, until there is nothing left to do."""
    events, idle = QAbstractEventDispatcher.instance(), 0
    for _turn in range(300):
        idle = 0 if events.processEvents(QEventLoop.ProcessEventsFlag.AllEvents) else idle + 1
        if idle == 2:
            return


@contextmanager
def nothing_cleared_away() -> Iterator[None]:
    """Qt lists widgets, too, that Python has lost and not cleared away yet.

    Were they cleared away while the list is read, it would hold what is gone, and the process would
    end with a fault.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def window_called(title: str) -> QWidget:
    """The window with this title."""
    with nothing_cleared_away():
        return next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == title)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


class Unpainted(QObject):
    """An event filter that keeps a window from painting itself on the screen, until its end."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def end(self) -> None:
        """Let it be painted by the next turn of the loop."""
        window = self.parent()
        window.removeEventFilter(self)
        QApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest))  # Qt has sent its own

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest


@contextmanager
def unpainted(window: QWidget) -> Iterator[None]:
    """Keep a window from painting itself on the screen, where it is grabbed to be looked at.

    All else happens as usual: layouts, focus, scrolling.
    """
    keeper = Unpainted(window)
    try:
        yield
    finally:
        keeper.end()


def painted(window: QWidget) -> list[Run]:
    """All that can be read on a window now; what is scrolled away or covered is not."""
    image, runs = picture(window), []
    for owner in (window, *parts_in_sight(window)):
        if _paints_nothing(owner):
            continue
        shown = owner.visibleRegion().boundingRect()
        if shown.isEmpty():
            continue
        corner = owner.mapTo(window, QPoint(0, 0))
        place = QTransform.fromTranslate(corner.x(), corner.y())
        for mark, where in _marks(Tree.fromstring(_svg(owner)), place):
            run = _run(mark, where, image, owner, shown.translated(corner))
            if run is not None:
                runs.append(run)
    return runs


def _paints_nothing(widget: QWidget) -> bool:
    """Qt's own containers have no words; in a view, though, the viewport is what is painted."""
    if type(widget) is not QWidget:
        return type(widget) in SILENT
    above = widget.parentWidget()
    return not isinstance(above, QAbstractScrollArea) or isinstance(above, QScrollArea)


def _svg(widget: QWidget) -> bytes:
    """The widget alone, without those on it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(widget.size())
    paper.setViewBox(widget.rect())
    QWidget.render(widget, paper, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    return bytes(buffer.data().data())


def _marks(node, above: QTransform):
    for part in node:
        place = above
        if "transform" in part.attrib:
            numbers = part.attrib["transform"].removeprefix("matrix(").rstrip(")").split(",")
            place = QTransform(*map(float, numbers)) * above
        if part.tag.endswith("}text"):  # behind its namespace
            yield part, place
        yield from _marks(part, place)


def _run(mark, place: QTransform, image: QImage, owner: QWidget, shown: QRect) -> Run | None:
    text = (mark.text or "").strip()
    if not text:
        return None
    font = _font(mark)
    metrics = QFontMetricsF(font)
    x, y = float(mark.attrib["x"]), float(mark.attrib["y"])
    wide = metrics.horizontalAdvance(mark.text)
    box = place.mapRect(QRectF(x, y - metrics.ascent(), wide, metrics.height())).toAlignedRect()
    if (box & shown).height() < 0.8 * min(box.height(), owner.height()) or (box & shown).isEmpty():
        return None  # half scrolled away: what is left of it tells nothing
    ink = QColor(mark.attrib["fill"])
    ground = _ground(image, box & shown, ink)
    opacity = float(mark.attrib["fill-opacity"])
    return Run(text, box, shown, _over(ink, opacity, ground), font, ground, owner)


def _font(mark) -> QFont:
    font = QFont(mark.attrib["font-family"])
    font.setPixelSize(round(float(mark.attrib["font-size"])))
    font.setWeight(QFont.Weight(int(mark.attrib["font-weight"])))
    font.setItalic(mark.attrib["font-style"] == "italic")
    return font


def _ground(image: QImage, area: QRect, ink: QColor) -> QColor:
    """The commonest colour there that is not the ink itself."""
    part = image.copy(area)
    counts = Counter(memoryview(part.constBits()).cast("I"))
    common = [QColor.fromRgb(pixel & 0xFFFFFF) for pixel, _n in counts.most_common(2)]
    return next((colour for colour in common if colour != ink), common[0])


def _over(ink: QColor, opacity: float, ground: QColor) -> QColor:
    """Ink that lets the ground through."""
    pairs = zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * opacity + b * (1 - opacity) for a, b in pairs))
