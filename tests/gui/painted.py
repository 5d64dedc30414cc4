"""What is written on a screen: each run of words with its place, its ink and its ground.

The window is painted twice: as SVG, where words are still words, and as pixels. So nothing has to
be known of labels, style sheets or cards that paint themselves: what a person reads is looked at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsView, QWidget

SVG = "{http://www.w3.org/2000/svg}"
SEEN = 0.4  # of the way from the ground to the ink: thin strokes are smoothed


@dataclass(frozen=True)
class Run:
    """Words of one line in one font, as they stand on the window."""

    text: str
    box: QRect
    ink: QColor
    font: QFont
    ground: QColor

    @property
    def is_large(self) -> bool:
        """WCAG's large text: 24 px, or 18.7 px and bold."""
        px = self.font.pixelSize()
        return px >= 24 or (px >= 19 and self.font.weight() >= 700)


def settle() -> None:
    """Let words wrap and scroll bars come and go."""
    for _turn in range(6):
        QApplication.processEvents()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted(widget: QWidget) -> list[Run]:
    """All that can be read on a widget now; what is scrolled away or covered is not."""
    for view in widget.findChildren(QGraphicsView):  # a card's own picture of itself has no words
        for item in view.scene().items():
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    image, runs = picture(widget), []
    for mark, place in _marks(Tree.fromstring(_svg(widget)), QTransform()):
        run = _run(mark, place, image)
        if run is not None and not _is_cut(widget, run.box):
            runs.append(run)
    return runs


def _is_cut(widget: QWidget, box: QRect) -> bool:
    """Half scrolled away: what is left of it tells nothing."""
    part = widget.childAt(box.center())
    if part is None:
        return False
    shown = part.visibleRegion().boundingRect()
    shown.moveTopLeft(part.mapTo(widget, shown.topLeft()))
    return (box & shown).height() < 0.8 * min(box.height(), shown.height())


def _svg(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(widget.size())
    paper.setViewBox(widget.rect())
    widget.render(paper)
    return bytes(buffer.data().data())


def _marks(node, above: QTransform):
    for part in node:
        place = above
        if "transform" in part.attrib:
            numbers = part.attrib["transform"].removeprefix("matrix(").rstrip(")").split(",")
            place = QTransform(*map(float, numbers)) * above
        if part.tag == f"{SVG}text":
            yield part, place
        yield from _marks(part, place)


def _run(mark, place: QTransform, image: QImage) -> Run | None:
    text = (mark.text or "").strip()
    if not text:
        return None
    font = QFont(mark.attrib["font-family"])
    font.setPixelSize(round(float(mark.attrib["font-size"])))
    font.setWeight(QFont.Weight(int(mark.attrib["font-weight"])))
    font.setItalic(mark.attrib["font-style"] == "italic")
    metrics = QFontMetricsF(font)
    x, y = float(mark.attrib["x"]), float(mark.attrib["y"])
    wide = metrics.horizontalAdvance(mark.text)
    box = QRectF(x, y - metrics.ascent(), wide, metrics.height())
    area = place.mapRect(box).toAlignedRect()
    ink = QColor(mark.attrib["fill"])
    ground = _ground(image, area, ink)
    if ground is None:
        return None
    return Run(text, area, _over(ink, float(mark.attrib["fill-opacity"]), ground), font, ground)


def _ground(image: QImage, area: QRect, ink: QColor) -> QColor | None:
    """The commonest colour there; None where nothing of the words can be seen."""
    seen = area & image.rect()
    if seen.isEmpty():
        return None
    part = image.copy(seen)
    counts = Counter(memoryview(part.constBits()).cast("I"))
    common = [QColor.fromRgb(pixel & 0xFFFFFF) for pixel, _n in counts.most_common(2)]
    ground = next((colour for colour in common if colour != ink), common[0])
    far = _distance(ground, ink)
    reached = max(_distance(ground, QColor.fromRgb(pixel & 0xFFFFFF)) for pixel in counts)
    return ground if reached >= SEEN * far else None


def _distance(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return sum(abs(a - b) for a, b in pairs)


def _over(ink: QColor, opacity: float, ground: QColor) -> QColor:
    """Ink that lets the ground through."""
    pairs = zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * opacity + b * (1 - opacity) for a, b in pairs))
