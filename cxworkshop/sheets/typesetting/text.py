"""All text that comes from people reaches paper here, as plain words: no markup is ever read.

Sizes, widths and heights are in points. Every character of the cleaned words can be searched and
copied in the PDF, and one that no font covers is drawn as an empty box: see `uncovered`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate, groupby

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from cxworkshop import i18n
from cxworkshop.compat import override
from cxworkshop.sheets.paper import INK
from cxworkshop.sheets.typesetting.embedding import embedded
from cxworkshop.sheets.typesetting.fonts import SANS, east_asian, missing_fonts, of_these_fonts
from cxworkshop.sheets.typesetting.runs import paragraphs, uncovered
from cxworkshop.sheets.typesetting.shaping import Piece, Shaped, is_of_a_word, shaped

__all__ = [
    "Line",
    "Style",
    "TextBlock",
    "TextFlowable",
    "balanced",
    "lines",
    "missing_fonts",
    "uncovered",
]

_MIDDLE_OF_X_AND_CAPITALS = 0.345  # of the size, above the base line: what looks centred
_HALVINGS = 10  # of the width, until a title is balanced to a pixel
_ROUNDING = 0.01


@dataclass(frozen=True, kw_only=True)
class Style:
    """How words look. `leading` is from base line to base line; `align` left, center or right.

    "left" is where words begin: paragraphs of Arabic or Hebrew stand at the right then.
    `role` is what they are to a screen reader: P, H1, H2, BlockQuote, Caption …
    """

    face: str = SANS
    size: float = 10.0
    leading: float = 13.5
    color: str = INK
    align: str = "left"
    role: str = "P"


@dataclass(frozen=True, slots=True)
class Line:
    """The part of a paragraph that stands on one line, without the spaces at its end."""

    paragraph: Shaped
    start: int
    end: int

    @property
    def ems(self) -> float:
        """How wide it is, in ems."""
        return self.paragraph.width(self.start, self.end)

    @property
    def pieces(self) -> list[Piece]:
        """What is drawn: runs in the order of the words, each with its left end in ems."""
        return self.paragraph.pieces(self.start, self.end)


@dataclass(frozen=True)
class TextBlock:
    """Words laid out at a width: measured, cut between two lines, and drawn anywhere."""

    lines: tuple[Line, ...]
    style: Style
    width: float

    def __bool__(self) -> bool:
        return any(line.end > line.start for line in self.lines)

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.style.leading

    @cached_property
    def widest(self) -> float:
        """The width of the longest line."""
        return max((line.ems for line in self.lines), default=0.0) * self.style.size

    @property
    def actual_text(self) -> str:
        """The words in their order, where they do not stand in it from left to right; else ""."""
        if not any(line.paragraph.levels for line in self.lines):
            return ""
        return " ".join(line.paragraph.text[line.start : line.end] for line in self.lines)

    def fitting(self, height: float) -> int:
        """How many lines stand in this height."""
        return max(0, min(len(self.lines), math.floor(height / self.style.leading + _ROUNDING)))

    def cut(self, count: int) -> tuple[TextBlock, TextBlock]:
        """The first lines, and all that follow."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw with the top of the first line at `top`, measured from the foot of the page."""
        if self:
            # reportlab's own text objects know only its own fonts.
            canvas._code += [
                f"q {_rgb(self.style.color)} rg BT",
                *self._written(canvas, self._spots(left, top)),
                "ET Q",
            ]

    def _spots(self, left: float, top: float) -> Iterator[tuple[Line, float, float]]:
        """Each line with the left end of its base line."""
        size, leading = self.style.size, self.style.leading
        base = top - leading / 2 - _MIDDLE_OF_X_AND_CAPITALS * size
        for number, line in enumerate(self.lines):
            yield line, left + self.indent(line), base - number * leading

    def _written(self, canvas: Canvas, spots: Iterable[tuple[Line, float, float]]) -> Iterator[str]:
        size = self.style.size
        for line, x, y in spots:
            for left, run in _in_readers_order(canvas, line):
                yield f"1 0 0 1 {x + left * size:.3f} {y:.3f} Tm"
                if line.paragraph.face:
                    yield embedded(canvas, line.paragraph.face).show(run, size)
                    continue
                for face, glyphs in groupby(run, key=lambda glyph: glyph.face):
                    yield embedded(canvas, face).show([*glyphs], size)

    def indent(self, line: Line) -> float:
        """How far its left end is from that of the words; what runs to the left begins right."""
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.style.align]
        if self.style.align == "left" and line.paragraph.to_the_left:
            share = 1.0
        return (self.width - line.ems * self.style.size) * share


def lines(text: str, style: Style, width: float) -> TextBlock:
    """Lay the words out at this width; a word too long for it is cut between two letters."""
    return _laid(text, style, width, i18n.language())


@of_these_fonts
@lru_cache(maxsize=2048)
def _laid(text: str, style: Style, width: float, language: str) -> TextBlock:
    return TextBlock(tuple(_wrapped(text, style.face, width / style.size, language)), style, width)


def balanced(text: str, style: Style, width: float) -> TextBlock:
    """As `lines`, no more of them than needed, and all about as long: for titles and quotes."""
    widest = lines(text, style, width)
    if len(widest.lines) < 2:
        return widest
    narrow, wide = width / 2, width
    for _halving in range(_HALVINGS):
        middle = (narrow + wide) / 2
        if len(lines(text, style, middle).lines) > len(widest.lines):
            narrow = middle
        else:
            wide = middle
    return replace(lines(text, style, wide), width=width)


def _wrapped(text: str, face: str, room: float, language: str) -> Iterator[Line]:
    for words in paragraphs(text):
        paragraph = shaped(words, face, east_asian(words, language))
        for start, end in paragraph.lines(room):
            yield Line(paragraph, start, paragraph.seen_end(start, end))


def _in_readers_order(canvas: Canvas, line: Line) -> Iterator[Piece]:
    """The line's pieces; after words that run to the left its beginning letter by letter.

    pypdf would go on turning about what it finds, until it meets a plain letter of the other way.
    """
    known = canvas.__dict__
    if line.paragraph.levels:
        known["cxw_turned"] = True
        return iter(line.pieces)
    if not known.get("cxw_turned"):
        return iter(line.pieces)
    ((_left, glyphs),) = line.pieces
    plain = next((at for at, glyph in enumerate(glyphs) if is_of_a_word(glyph)), len(glyphs))
    known["cxw_turned"] = plain == len(glyphs)
    widths = accumulate((glyph.advance / 1000 for glyph in glyphs[:plain]), initial=0.0)
    parts = [*((glyph,) for glyph in glyphs[:plain]), glyphs[plain:]]
    return ((left, part) for left, part in zip(widths, parts, strict=True) if part)


def _rgb(color: str) -> str:
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


class _LaidOut(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines laid out already: what is left over from words that were split."""

    def __init__(self, laid: TextBlock) -> None:
        super().__init__()
        self.laid = laid

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room they take, however wide the frame is."""
        return self.laid.width, self.laid.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many whole lines as fit here, and the others for the next page."""
        self.wrap(width, height)
        count = self.laid.fitting(height)
        return [_LaidOut(part) for part in self.laid.cut(count) if part.lines] if count else []

    def draw(self) -> None:
        """Draw at the canvas' origin, as reportlab asks."""
        self.laid.draw(self.canv, 0, self.laid.height)


class TextFlowable(_LaidOut):
    """Words as a flowable, for sheets that run over many pages."""

    def __init__(self, text: str, style: Style | None = None) -> None:
        super().__init__(TextBlock((), style or Style(), 0))
        self._text = text

    @override
    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room these words take when they may be this wide."""
        if self.laid.width != width:
            self.laid = lines(self._text, self.laid.style, width)
        return width, self.laid.height
