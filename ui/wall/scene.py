"""What a page of the Wall is made of: pieces with a place in units, painted at any scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTransform

from ui.theme.mirror import turned
from ui.theme.text_layout import TextLayout
from ui.theme.tokens import SERIF, Tokens
from ui.wall.tokens import WallStyle

Draw = Callable[[QPainter, QRectF, Tokens], None]
AROUND = 40.0  # units
MOST_KEPT = 4_000  # texts that are measured once: more than a year's answers are


class WallPiece(NamedTuple):
    """Something painted in a box. A text has its words and its style; a shape has neither."""

    box: QRectF
    draw: Draw
    words: str = ""
    style: WallStyle | None = None

    def moved(self, dx: float, dy: float) -> WallPiece:
        """The same elsewhere."""
        return WallPiece(self.box.translated(dx, dy), self.draw, self.words, self.style)

    def mirrored(self, wide: float) -> WallPiece:
        """The same on a page of this width that begins at the right."""
        box = QRectF(self.box)
        box.moveRight(wide - self.box.left())

        def draw(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
            with turned(painter, area):
                self.draw(painter, area, tokens)

        return WallPiece(box, draw, self.words, self.style)


@dataclass(frozen=True)
class WallBlock:
    """Pieces that stay together, placed from their own corner."""

    pieces: tuple[WallPiece, ...]
    height: float

    def at(self, x: float, y: float) -> tuple[WallPiece, ...]:
        """The pieces with the block's corner at this place."""
        return tuple(piece.moved(x, y) for piece in self.pieces)


@dataclass(frozen=True)
class WallPage:
    """One page of a Wall of `width` by `height` units."""

    pieces: tuple[WallPiece, ...]
    width: float
    height: float

    @property
    def words(self) -> str:
        """All that is written on it, in the order in which it is read."""
        return "\n".join(piece.words for piece in self.pieces if piece.words)

    def paint(
        self, painter: QPainter, target: QRectF, tokens: Tokens, part: QRectF | None = None
    ) -> None:
        """Paint it into a rectangle of its proportions, with its ground; or a part of that."""
        part = part or target
        across, down = target.width() / self.width, target.height() / self.height
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.fillRect(part, QColor(tokens.canvas))
        painter.translate(target.topLeft())
        painter.scale(across, down)
        units = QTransform.fromScale(1 / across, 1 / down)
        seen = around(units.mapRect(part.translated(-target.topLeft())))
        for piece in self.pieces:
            if piece.box.adjusted(-1, -1, 1, 1).intersects(seen):  # a rule has no height
                piece.draw(painter, piece.box, tokens)
        painter.restore()

    def changed_since(self, before: WallPage) -> QRectF:
        """The box of what is not the same in another page of this size; null for none."""
        changed = QRectF()
        for pair in zip_longest(self.pieces, before.pieces):
            if pair[0] is not pair[1]:
                for piece in filter(None, pair):
                    changed |= piece.box
        return changed


def around(box: QRectF) -> QRectF:
    """The box with what a letter or a halo may have outside of its own."""
    return box.adjusted(-AROUND, -AROUND, AROUND, AROUND)


@cache
def wall_font(style: WallStyle) -> QFont:
    """The font of a style, in units."""
    font = QFont(style.family)
    font.setPixelSize(style.px)
    font.setWeight(QFont.Weight(style.weight))
    font.setItalic(style.family == SERIF)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(MOST_KEPT)
def width_of(words: str, style: WallStyle) -> float:
    """How wide one line of these words is; a little more, so that it never breaks."""
    return QFontMetricsF(wall_font(style)).horizontalAdvance(words) + style.px / 8


@lru_cache(MOST_KEPT)
def text(words: str, style: WallStyle, width: float) -> WallBlock:
    """Words in as many lines as they need; no words, no height."""
    if not words:
        return WallBlock((), 0)
    layout = TextLayout(words, wall_font(style), style.line)
    high = layout.height(width)

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        ink = "quote" if style.family == SERIF and style.ink == "ink" else style.ink
        layout.paint(painter, box, QColor(getattr(tokens, ink)), QColor(tokens.grey))

    return WallBlock((WallPiece(QRectF(0, 0, width, high), draw, words, style),), high)


def line_to_right(words: str, style: WallStyle, right: float) -> WallBlock:
    """One line that ends at `right`; in lines from 0 where it is too long."""
    wide = width_of(words, style)
    if wide > right:
        return text(words, style, right)
    block = text(words, style, wide)
    return WallBlock(block.at(right - wide + style.px / 8, 0), block.height)


def centred(words: str, style: WallStyle, width: float) -> WallBlock:
    """Lines in the middle of a width."""
    pieces: list[WallPiece] = []
    lines = TextLayout(words, wall_font(style), style.line).lines(width)
    for n, line in enumerate(lines):
        wide = min(width, width_of(line, style))
        pieces += text(line, style, wide).at((width - wide) / 2, n * style.line)
    return WallBlock(tuple(pieces), len(lines) * style.line)


def stack(blocks: Iterable[WallBlock], gap: float = 0) -> WallBlock:
    """Blocks below one another; empty ones take no room."""
    pieces: list[WallPiece] = []
    y = 0.0
    for block in blocks:
        if block.height:
            y += gap if pieces or y else 0
            pieces += block.at(0, y)
            y += block.height
    return WallBlock(tuple(pieces), y)


def together(*parts: tuple[WallBlock, float, float], height: float | None = None) -> WallBlock:
    """Blocks with their places in one."""
    pieces = [piece for block, x, y in parts for piece in block.at(x, y)]
    high = max((y + block.height for block, _x, y in parts), default=0)
    return WallBlock(tuple(pieces), high if height is None else height)
