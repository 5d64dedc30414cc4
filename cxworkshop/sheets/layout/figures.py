"""Small figures with alternative texts: people, QR codes, stage rings; codes for a camera."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas, read_as_written, rules
from cxworkshop.sheets.paper import ACCENT, EDGE, GREY, INK, MM
from cxworkshop.stages import FREE, Stage, stage_word

MOST_PEOPLE = 20  # more are drawn in proportion
_WIDE = 0.72  # of a figure's height
_HEAD = 0.23  # radius of the head, in heights
_THIN = 1.1
_ROW, _CLOSE = 1.25, 0.94  # to the next row, to the next figure, in heights
_SEAM = 0.02  # rows of a QR code overlap a little, or viewers show white hairlines


@dataclass(frozen=True, kw_only=True)
class PeopleFigure:
    """Customers as small figures: `solid` of `of` are filled, the others are outlines.

    More than twenty are drawn as twenty, in proportion. `alt` is the alternative text.
    """

    solid: int
    of: int
    high: float
    alt: str
    step: float = 0.0  # distance between figures; 0 for as close as they look well
    across: int = MOST_PEOPLE

    @property
    def height(self) -> float:
        rows = -(-min(self.of, MOST_PEOPLE) // self.across)
        return self.high * (1 + _ROW * (rows - 1))

    def draw(self, canvas: PageCanvas, left: float, top: float) -> None:
        of = min(self.of, MOST_PEOPLE)
        solid = self.solid if of == self.of else round(self.solid * of / self.of)
        with canvas.figure(self.alt):
            for n in range(of):
                down, right = divmod(n, self.across)
                x = left + right * (self.step or self.high * _CLOSE)
                _person(canvas, x, top + down * self.high * _ROW, self.high, solid=n < solid)


def _person(canvas: PageCanvas, x: float, y: float, high: float, *, solid: bool) -> None:
    """Draw head and shoulders, filled or as an outline."""
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
    """Draw the link as a QR code of plain rectangles."""
    figure = canvas.figure(_("Code to scan: {link}").format(link=link))
    with figure, read_as_written(canvas, left, side):
        _draw_modules(canvas, _modules(link), left, top, side)


def data_matrix(canvas: PageCanvas, digits: str, left: float, top: float, side: float) -> None:
    """Draw the code that a camera reads; the number beside it says the same to people.

    All around it a tenth of its side must stay white.
    """
    with read_as_written(canvas, left, side):
        _draw_modules(canvas, _matrix(digits), left, top, side)


def _draw_modules(
    canvas: PageCanvas, rows: Sequence[Sequence[bool]], left: float, top: float, side: float
) -> None:
    each = side / len(rows)
    lines = (
        (left + start * each, left + end * each, top + (number + 0.5) * each)
        for number, row in enumerate(rows)
        for start, end in _dark(row)
    )
    rules(canvas, lines, each * (1 + _SEAM) * MM, INK)


@lru_cache(maxsize=4096)
def _matrix(digits: str) -> tuple[tuple[bool, ...], ...]:
    import zxingcpp

    code = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.DataMatrix)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)  # a buffer of bytes, one a module
    rows: list[Any] = memoryview(image).tolist()
    return tuple(tuple(not light for light in row) for row in rows)


@lru_cache(maxsize=8)
def _modules(link: str) -> tuple[tuple[bool, ...], ...]:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(link)
    code.make()
    size = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)


def _dark(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of dark modules."""
    edges = [n for n in range(len(row) + 1) if _is(row, n) != _is(row, n - 1)]
    yield from zip(edges[::2], edges[1::2], strict=True)


def _is(row: Sequence[bool], n: int) -> bool:
    return 0 <= n < len(row) and row[n]


def stage_ring(canvas: PageCanvas, stage: str, x: float, y: float, radius: float) -> None:
    """Draw the ring of a stage: full, open, with a dot, thin, dotted, or dotted with a dot."""
    shapes: dict[str, Callable[[float, float, float], None]] = {
        Stage.KEPT: canvas.disc,
        Stage.NOT_SURE: partial(canvas.ring, weight=1.6),
        Stage.DOING: partial(_dotted, canvas),
        Stage.TRIED: partial(canvas.ring, weight=0.8, color=EDGE),
        Stage.PICKED: partial(_planned, canvas),
        FREE: canvas.dotted_ring,
    }
    with canvas.figure(stage_word(stage)):
        shapes[stage](x, y, radius)


def _planned(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    canvas.dotted_ring(x, y, radius)
    canvas.disc(x, y, radius / math.e)


def _dotted(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    canvas.ring(x, y, radius, 1.6)
    canvas.disc(x, y, radius / math.e)
