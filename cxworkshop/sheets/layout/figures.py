"""Small pictures with words for those who can't see them: people, codes to scan, a year's rings."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.paper import ACCENT, EDGE, GREY, INK, MM
from cxworkshop.stages import FREE, Stage, stage_word

MOST_PEOPLE = 20  # above that the number says more than figures
_WIDE = 0.72  # of a figure's height
_HEAD = 0.23  # its radius, in heights
_THIN = 1.1
_ROW, _CLOSE = 1.25, 0.94  # to the next row, to the next figure, in heights
_SEAM = 0.02  # rows of a code overlap by so much, or a hair of white shows between them


@dataclass(frozen=True, kw_only=True)
class PeopleFigure:
    """Customers as figures: `solid` of `of` are filled, the others are outlines.

    `alt` says it in words; more than twenty are drawn as twenty, in proportion.
    """

    solid: int
    of: int
    high: float
    alt: str
    step: float = 0.0  # from figure to figure; close beside one another where it is not given
    across: int = MOST_PEOPLE

    @property
    def height(self) -> float:
        """Of all their rows."""
        rows = -(-min(self.of, MOST_PEOPLE) // self.across)
        return self.high * (1 + _ROW * (rows - 1))

    def draw(self, canvas: PageCanvas, left: float, top: float) -> None:
        """Solid ones first."""
        of = min(self.of, MOST_PEOPLE)
        solid = self.solid if of == self.of else round(self.solid * of / self.of)
        with canvas.figure(self.alt):
            for n in range(of):
                down, right = divmod(n, self.across)
                x = left + right * (self.step or self.high * _CLOSE)
                _person(canvas, x, top + down * self.high * _ROW, self.high, solid=n < solid)


def _person(canvas: PageCanvas, x: float, y: float, high: float, *, solid: bool) -> None:
    """Head and shoulders: filled, or a thin line, so that grey paper says the same."""
    radius, width = high * _HEAD, high * _WIDE
    weight, color = (0.0, ACCENT) if solid else (_THIN, GREY)
    if solid:
        canvas.disc(x + width / 2, y + radius, radius)
    else:
        canvas.ring(x + width / 2, y + radius, radius, _THIN, GREY)
    top, foot, middle = y + high * 0.54, y + high, x + width / 2
    lower = top + high * 0.04
    left = ((x, lower), (x + width * 0.2, top), (middle, top))
    right = ((x + width * 0.8, top), (x + width, lower), (x + width, foot))
    canvas.shape((x, foot), (left, right), weight, color)


def qr(canvas: PageCanvas, link: str, left: float, top: float, side: float) -> None:
    """The link as a code to scan: rows of plain rectangles."""
    rows = _modules(link)
    each = side / len(rows)
    with canvas.figure(_("Code to scan: {link}").format(link=link)):
        for number, row in enumerate(rows):
            y = top + (number + 0.5) * each
            for start, end in _dark(row):
                weight = each * (1 + _SEAM) * MM
                canvas.rule(left + start * each, left + end * each, y, weight, INK)


@lru_cache(maxsize=8)
def _modules(link: str) -> tuple[tuple[bool, ...], ...]:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(link)
    code.make()
    size = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)


def _dark(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Where each run of dark squares begins and ends."""
    edges = [n for n in range(len(row) + 1) if _is(row, n) != _is(row, n - 1)]
    yield from zip(edges[::2], edges[1::2], strict=True)


def _is(row: tuple[bool, ...], n: int) -> bool:
    return 0 <= n < len(row) and row[n]


def stage_ring(canvas: PageCanvas, stage: str, x: float, y: float, radius: float) -> None:
    """How far something came: full, open, with a dot, thin, or dotted."""
    shapes: dict[str, Callable[[float, float, float], None]] = {
        Stage.KEPT: canvas.disc,
        Stage.NOT_SURE: partial(canvas.ring, weight=1.6),
        Stage.DOING: partial(_dotted, canvas),
        Stage.TRIED: partial(canvas.ring, weight=0.8, color=EDGE),
        FREE: canvas.dotted_ring,
    }
    with canvas.figure(stage_word(stage)):
        shapes[stage](x, y, radius)


def _dotted(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    canvas.ring(x, y, radius, 1.6)
    canvas.disc(x, y, radius / math.e)
