"""What a page is drawn with, in millimetres from its top left corner; line widths are points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cxworkshop.sheets.paper import ACCENT, EDGE, GHOST, HAIR, INK, MM, TINT, WHITE, Paper
from cxworkshop.sheets.text import Lines

Point = tuple[float, float]

BOX = 4.2  # the side of a tick box
_CORNER = 0.6
_DOTS = (0.7, 1.9)  # drawn and left out, in points
_ROUND = 1  # line caps and joins


class Kit:
    """One page's pens. Every mark differs by its form, so that grey paper says the same."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        self._canvas = canvas
        self.paper = paper

    def words(self, lines: Lines, left: float, top: float) -> None:
        """Words that are laid out already."""
        lines.draw(self._canvas, left * MM, self._y(top))

    def rule(
        self, left: float, right: float, y: float, weight: float = 0.4, color: str = HAIR
    ) -> None:
        """A line across."""
        self.stroke(((left, y), (right, y)), weight, color)

    def upright(
        self, x: float, top: float, bottom: float, weight: float = 0.6, color: str = INK
    ) -> None:
        """A line down."""
        self.stroke(((x, top), (x, bottom)), weight, color)

    def quote_bar(self, x: float, top: float, bottom: float) -> None:
        """The bar that says: a customer said this. Nothing else may have one."""
        self.upright(x, top, bottom, 1.6, ACCENT)

    def writing_line(self, left: float, right: float, y: float) -> None:
        """A dotted line to write on."""
        with self._pen(0.6, EDGE):
            self._canvas.setDash(_DOTS)
            self._canvas.line(left * MM, self._y(y), right * MM, self._y(y))

    def disc(self, x: float, y: float, radius: float, color: str = ACCENT) -> None:
        """Filled: all that is asked for here is there."""
        with self._pen(0, color):
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=0, fill=1)

    def ring(
        self, x: float, y: float, radius: float, weight: float = 1.3, color: str = ACCENT
    ) -> None:
        """Open, and white inside."""
        with self._pen(weight, color, fill=WHITE):
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=1, fill=1)

    def arc(self, x: float, y: float, radius: float, share: float) -> None:
        """Begun: a pale ring, and from its top as much of it in colour as is done."""
        diameter = 2 * radius * MM
        self.ring(x, y, radius, diameter / 20, GHOST)
        if share > 0:
            with self._pen(diameter / 16, ACCENT):
                low, high = (x - radius) * MM, (x + radius) * MM
                path = self._canvas.beginPath()
                path.arc(low, self._y(y + radius), high, self._y(y - radius), 90, -360 * share)
                self._canvas.drawPath(path, stroke=1, fill=0)

    def dotted_ring(self, x: float, y: float, radius: float) -> None:
        """Cannot tell: nothing but dots."""
        with self._pen(1.6, INK):
            around = 2 * math.pi * radius * MM
            self._canvas.setLineCap(_ROUND)
            self._canvas.setDash((0.1, around / 12 - 0.1))
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=1, fill=0)

    def triangle(self, x: float, y: float, radius: float) -> None:
        """Pointing down: worse."""
        points = [(x - radius, y - radius * 0.8), (x + radius, y - radius * 0.8), (x, y + radius)]
        self.stroke((*points, points[0]), 1.3, INK)

    def box(self, left: float, top: float, side: float = BOX) -> None:
        """A box to tick."""
        self._rounded(left, top, side, side, 0.8)

    def tick(self, left: float, top: float, side: float = BOX) -> None:
        """The tick inside a box: yes, or done."""
        self._mark(left, top, side, (0.2, 0.55), (0.42, 0.78), (0.84, 0.2))

    def cross(self, left: float, top: float, side: float = BOX) -> None:
        """The cross inside a box: no."""
        self._mark(left, top, side, (0.24, 0.24), (0.76, 0.76))
        self._mark(left, top, side, (0.24, 0.76), (0.76, 0.24))

    def dash(self, left: float, top: float, side: float = BOX) -> None:
        """The dash inside a box: not sure."""
        self._mark(left, top, side, (0.22, 0.5), (0.78, 0.5))

    def panel(self, left: float, top: float, width: float, height: float) -> None:
        """The one pale ground, behind the licence."""
        with self._pen(0, TINT):
            box = (left * MM, self._y(top + height), width * MM, height * MM)
            self._canvas.roundRect(*box, 1.6 * MM, stroke=0, fill=1)

    def struck(self, lines: Lines, left: float, top: float) -> None:
        """A line through every line of these words: done with, and still to be read."""
        leading = lines.style.leading / MM
        for number, line in enumerate(lines.lines):
            width = line.ems * lines.style.size / MM
            self.rule(left, left + width, top + leading * (number + 0.53), 0.7, INK)

    def stroke(self, points: Sequence[Point], weight: float, color: str) -> None:
        """A line through all these points."""
        with self._pen(weight, color):
            path = self._canvas.beginPath()
            path.moveTo(points[0][0] * MM, self._y(points[0][1]))
            for x, y in points[1:]:
                path.lineTo(x * MM, self._y(y))
            self._canvas.drawPath(path, stroke=1, fill=0)

    def _mark(self, left: float, top: float, side: float, *points: Point) -> None:
        with self._saved():
            self._canvas.setLineCap(_ROUND)
            self._canvas.setLineJoin(_ROUND)
            inside = [(left + x * side, top + y * side) for x, y in points]
            self.stroke(inside, 1.7, ACCENT)

    def _rounded(self, left: float, top: float, width: float, height: float, weight: float) -> None:
        with self._pen(weight, INK):
            box = (left * MM, self._y(top + height), width * MM, height * MM)
            self._canvas.roundRect(*box, _CORNER * MM, stroke=1, fill=0)

    @contextmanager
    def _pen(self, weight: float, color: str, fill: str = "") -> Iterator[None]:
        """A pen of this colour, put away afterwards; `fill` is the colour inside shapes."""
        with self._saved():
            self._canvas.setStrokeColor(HexColor(color))
            self._canvas.setFillColor(HexColor(fill or color))
            self._canvas.setLineWidth(weight)
            yield

    @contextmanager
    def _saved(self) -> Iterator[None]:
        self._canvas.saveState()
        yield
        self._canvas.restoreState()

    def _y(self, y: float) -> float:
        return (self.paper.height - y) * MM
