"""Large text, painted glyph by glyph from pictures that are kept.

Qt keeps pictures of glyphs below 64 pixels only. Larger text it fills as one outline, which takes
ten to thirty times as long.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QPixmap, QRawFont

LARGE = 64  # pixels
MOST_FONTS = 48  # a font in one size and one colour
ROUND_IT = 1  # pixels around an outline, for its soft edge


class GlyphPicture(NamedTuple):
    """A picture, and where its corner is from the place of the glyph; None for a space.

    `has_outline` is False where there ought to be a picture and is none, as of an emoji.
    """

    picture: QPixmap | None
    dx: int
    dy: int
    has_outline: bool


def is_large(painter: QPainter, pixels: float) -> bool:
    """Whether text of this size is worth it: large, and neither turned nor stretched."""
    world = painter.worldTransform()
    if pixels * world.m11() * painter.device().devicePixelRatioF() < LARGE:
        return False
    return world.isAffine() and not world.isRotating() and world.m11() == world.m22()


def paint_runs(
    painter: QPainter, corner: QPointF, runs: Sequence[tuple[QGlyphRun, QColor]]
) -> bool:
    """Paint runs of glyphs in their colours, from the corner of their text.

    False, and nothing is painted, where one has no outlines: emoji, or a letter that no font has.
    """
    world, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
    scale = world.m11() * ratio
    fonts = [_font(run.rawFont(), scale, ratio, ink) for run, ink in runs]
    glyphs = [run.glyphIndexes() for run, _ink in runs]
    if not all(map(_Font.has_outlines, fonts, glyphs)):
        return False
    first = world.map(corner) * ratio
    left, top = first.x(), first.y()
    painter.resetTransform()  # on whole pixels nothing is blurred
    for font, (run, _ink), indexes in zip(fonts, runs, glyphs, strict=True):
        for glyph, at in zip(indexes, run.positions(), strict=True):
            picture, dx, dy, _has = font.glyph(glyph)
            if (
                picture is not None
            ):  # plain numbers: a point for each glyph takes four times as long
                x, y = round(left + at.x() * scale) + dx, round(top + at.y() * scale) + dy
                if ratio == 1:
                    painter.drawPixmap(x, y, picture)
                else:
                    painter.drawPixmap(QPointF(x / ratio, y / ratio), picture)
    painter.setWorldTransform(world)
    return True


class _Font:
    """One font in one size in pixels and in one colour, with the glyphs that were painted."""

    def __init__(self, raw: QRawFont, ratio: float, ink: QColor) -> None:
        self._raw, self._ratio, self._ink = raw, ratio, ink
        self._glyphs: dict[int, GlyphPicture] = {}

    def has_outlines(self, glyphs: Iterable[int]) -> bool:
        """Whether each of them is a shape; a space is one, too."""
        has_size = self._raw.pixelSize() > 0  # what stands for a missing font has none
        return has_size and all(self.glyph(one).has_outline for one in glyphs)

    def glyph(self, glyph: int) -> GlyphPicture:
        """The glyph, painted when it is first asked for."""
        if glyph not in self._glyphs:
            self._glyphs[glyph] = self._painted(glyph)
        return self._glyphs[glyph]

    def _painted(self, glyph: int) -> GlyphPicture:
        outline = self._raw.pathForGlyph(glyph)
        outline.setFillRule(Qt.FillRule.WindingFill)
        box = outline.boundingRect()
        if box.isEmpty():
            is_space = self._raw.boundingRect(glyph).isEmpty()
            return GlyphPicture(None, 0, 0, has_outline=is_space)
        left, top = math.floor(box.left()) - ROUND_IT, math.floor(box.top()) - ROUND_IT
        wide = math.ceil(box.right()) + ROUND_IT - left
        high = math.ceil(box.bottom()) + ROUND_IT - top
        image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-left, -top)
        painter.fillPath(outline, self._ink)
        painter.end()
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self._ratio)
        return GlyphPicture(picture, left, top, has_outline=True)


_kept: dict[tuple[QRawFont, float, float, int], _Font] = {}


def forget() -> None:
    """Let go of all pictures."""
    _kept.clear()


def _font(raw: QRawFont, scale: float, ratio: float, ink: QColor) -> _Font:
    """The font of a run at this scale, for a device of this ratio."""
    key = raw, scale, ratio, ink.rgba()  # its name can't be asked: what stands for none has none
    if key not in _kept:
        if len(_kept) >= MOST_FONTS:
            forget()
        sized = QRawFont(raw)
        sized.setPixelSize(raw.pixelSize() * scale)
        _kept[key] = _Font(sized, ratio, ink)
    return _kept[key]
