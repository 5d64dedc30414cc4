"""Lay out people's text for paper, as plain text: no markup is ever parsed.

Sizes, widths and heights are in points. Every character of the cleaned text can be searched and
copied in the PDF; one that no font covers is drawn as an empty box (see `uncovered`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate, groupby
from operator import gt

from reportlab.pdfgen.canvas import Canvas

from cxworkshop import i18n
from cxworkshop.sheets.paper import INK
from cxworkshop.sheets.typesetting.breaking import broken, hyphen
from cxworkshop.sheets.typesetting.embedding import embedded
from cxworkshop.sheets.typesetting.fonts import (
    SANS,
    SERIF,
    cleared_by_rescan,
    east_asian,
    missing_fonts,
)
from cxworkshop.sheets.typesetting.outlines import shapes
from cxworkshop.sheets.typesetting.runs import paragraphs, uncovered
from cxworkshop.sheets.typesetting.shaping import Piece, Shaped, is_word_glyph, shaped

__all__ = [
    "Line",
    "Style",
    "TextBlock",
    "balanced",
    "lines",
    "missing_fonts",
    "of_whole_words",
    "uncovered",
]

_OPTICAL_MIDDLE = 0.345  # of the size, above the base line: between x-height and cap height
_BISECTIONS = 10  # of the width: enough to balance a title to a pixel
_ROUNDING = 0.01
_RUNNING = (SANS, SERIF)  # the faces of sentences


@dataclass(frozen=True, kw_only=True)
class Style:
    """Font, size and alignment of a text.

    `leading` is the distance of base lines. `align` is left, center or right; "left" means the
    start of the line, so paragraphs of Arabic or Hebrew are set flush right, and "far left" is the
    left of them, too. `role` is the PDF
    structure type that screen readers get: P, H1, H2, BlockQuote, Caption …
    """

    face: str = SANS
    size: float = 10.0
    leading: float = 13.5
    color: str = INK
    align: str = "left"
    role: str = "P"


@dataclass(frozen=True, slots=True)
class Line:
    """Part of a paragraph on one line, without its trailing spaces.

    A line that `divides` a word has a hyphen behind it, which is no character of the text.
    """

    paragraph: Shaped
    start: int
    end: int
    divides: bool = False

    @property
    def ems(self) -> float:
        ems = self.paragraph.width(self.start, self.end)
        return ems + hyphen(self.paragraph, self.end).advance / 1000 if self.divides else ems

    @property
    def pieces(self) -> list[Piece]:
        """Runs to draw, in logical order, each with its left edge in ems."""
        pieces = self.paragraph.pieces(self.start, self.end)
        if not self.divides:
            return pieces
        ((left, glyphs),) = pieces  # only text that all runs left to right is divided
        return [(left, (*glyphs, hyphen(self.paragraph, self.end)))]


@dataclass(frozen=True)
class TextBlock:
    """Text broken into lines at a width; it can be measured, split between lines and drawn."""

    lines: tuple[Line, ...]
    style: Style
    width: float

    def __bool__(self) -> bool:
        return any(line.end > line.start for line in self.lines)

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @cached_property
    def widest(self) -> float:
        return max((line.ems for line in self.lines), default=0.0) * self.style.size

    @property
    def actual_text(self) -> str:
        """The text in logical order if it is not what is drawn (PDF ActualText), else "".

        That is where some of it runs right to left, or a word is divided.
        """
        return (
            self.text if any(line.paragraph.levels or line.divides for line in self.lines) else ""
        )

    @property
    def text(self) -> str:
        """The text in logical order, with spaces for the ends of lines."""
        ended = (
            line.paragraph.text[line.start : line.end] + ("" if line.divides else " ")
            for line in self.lines
        )
        return "".join(ended).removesuffix(" ")

    def from_the_right(self) -> TextBlock:
        """The same on a page that begins at the right, where lines end at the left.

        A name, a number or a letter begins where our words do. Somebody’s sentence has its bar on
        the side where it begins, and what runs on over lines is read better from there.
        """
        align = {"left": "left", "center": "center", "right": "far left"}[self.style.align]
        is_short = len(self.lines) == 1 and self.style.role != "BlockQuote"
        if align == "left" and (is_short or not any(map(str.isalpha, self.text))):
            align = "right"
        return replace(self, style=replace(self.style, align=align))

    def fitting(self, height: float) -> int:
        """Count the lines that fit this height."""
        return max(0, min(len(self.lines), math.floor(height / self.style.leading + _ROUNDING)))

    def cut(self, count: int) -> tuple[TextBlock, TextBlock]:
        """Split after `count` lines."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw with the top of the first line at `top`, measured up from the bottom of the page."""
        if self:
            # reportlab's text objects can only show fonts that reportlab embeds.
            canvas._code += [
                f"q {_rgb(self.style.color)} rg BT",
                *self._written(canvas, self._spots(left, top)),
                "ET Q",
            ]

    def draw_outlines(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw as `draw`, in shapes that no reader takes for text, in the current fill colour."""
        size = self.style.size
        for line, x, y in self._spots(left, top):
            for begin, glyphs in line.pieces:
                canvas._code += shapes(glyphs, size, x + begin * size, y)

    def _spots(self, left: float, top: float) -> Iterator[tuple[Line, float, float]]:
        """Yield each line with the start of its base line."""
        size, leading = self.style.size, self.style.leading
        base = top - leading / 2 - _OPTICAL_MIDDLE * size
        for number, line in enumerate(self.lines):
            yield line, left + self.indent(line), base - number * leading

    def _written(self, canvas: Canvas, spots: Iterable[tuple[Line, float, float]]) -> Iterator[str]:
        size = self.style.size
        for line, x, y in spots:
            for left, run in _in_extraction_order(canvas, line):
                yield f"1 0 0 1 {x + left * size:.3f} {y:.3f} Tm"
                if line.paragraph.face:
                    yield embedded(canvas, line.paragraph.face).show(run, size)
                    continue
                for face, glyphs in groupby(run, key=lambda glyph: glyph.face):
                    yield embedded(canvas, face).show([*glyphs], size)
            if line is not self.lines[-1] and not line.paragraph.levels:
                yield from self._line_end(canvas, line)

    def _line_end(self, canvas: Canvas, line: Line) -> Iterator[str]:
        """Show a space behind a line that goes on, for readers that only join what is shown.

        Only where the column has room for it: nothing else would expect it outside.
        """
        text, end, size = line.paragraph.text, line.end, self.style.size
        if text[end : end + 1] == " ":
            ((_left, glyphs),) = line.paragraph.pieces(end, end + 1)
            room = self.width - self.indent(line) - line.ems * size
            if glyphs[0].advance * size / 1000 <= room:
                yield embedded(canvas, glyphs[0].face).show(glyphs, size)

    def indent(self, line: Line) -> float:
        """Space before the line, by its alignment; right-to-left paragraphs are set flush right."""
        share = {"left": 0.0, "center": 0.5, "right": 1.0}.get(self.style.align, 0.0)
        if self.style.align == "left" and line.paragraph.to_the_left:
            share = 1.0
        return (self.width - line.ems * self.style.size) * share


def lines(text: str, style: Style, width: float) -> TextBlock:
    """Break the text at this width, and divide words: long ones, and all where that helps.

    It helps in narrow columns that would be very ragged; headings, labels and names, which are
    set in bold, are not divided for that.
    """
    return _laid(text, style, width, i18n.language(), fills=style.face in _RUNNING)


def of_whole_words(text: str, style: Style, width: float) -> TextBlock:
    """Break the text at this width, and divide no word that fits a line."""
    return _laid(text, style, width, i18n.language(), fills=False)


@cleared_by_rescan
@lru_cache(maxsize=2048)
def _laid(text: str, style: Style, width: float, language: str, *, fills: bool) -> TextBlock:
    broken_lines = _wrapped(text, style.face, width / style.size, language, fills=fills)
    return TextBlock(tuple(broken_lines), style, width)


def balanced(text: str, style: Style, width: float) -> TextBlock:
    """Break the text into lines of about equal length, as few as whole words need."""
    widest = of_whole_words(text, style, width)
    if len(widest.lines) < 2:
        return widest
    most = _lines_and_hyphens(widest)
    narrow, wide = width / 2, width
    for _step in range(_BISECTIONS):
        middle = (narrow + wide) / 2
        tried = _lines_and_hyphens(of_whole_words(text, style, middle))
        if any(map(gt, tried, most)):
            narrow = middle
        else:
            wide = middle
    return replace(of_whole_words(text, style, wide), width=width)


def _lines_and_hyphens(block: TextBlock) -> tuple[int, int]:
    return len(block.lines), sum(line.divides for line in block.lines)


def _wrapped(text: str, face: str, room: float, language: str, *, fills: bool) -> Iterator[Line]:
    for words in paragraphs(text):
        paragraph = shaped(words, face, east_asian(words, language))
        for start, end, divides in broken(paragraph, room, language, fills=fills):
            yield Line(paragraph, start, paragraph.visible_end(start, end), divides)


def _in_extraction_order(canvas: Canvas, line: Line) -> Iterator[Piece]:
    """Return the line's pieces so that text extraction keeps their order.

    After right-to-left text pypdf goes on reversing what it reads until it meets a letter of the
    other direction, so such a line starts with one piece for each glyph.
    """
    known = canvas.__dict__
    if line.paragraph.levels:
        known["cxw_reversing"] = True
        return iter(line.pieces)
    if not known.get("cxw_reversing"):
        return iter(line.pieces)
    ((_left, glyphs),) = line.pieces
    plain = next((at for at, glyph in enumerate(glyphs) if is_word_glyph(glyph)), len(glyphs))
    known["cxw_reversing"] = plain == len(glyphs)
    widths = accumulate((glyph.advance / 1000 for glyph in glyphs[:plain]), initial=0.0)
    parts = [*((glyph,) for glyph in glyphs[:plain]), glyphs[plain:]]
    return ((left, part) for left, part in zip(widths, parts, strict=True) if part)


def _rgb(color: str) -> str:
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
