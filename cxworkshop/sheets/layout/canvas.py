"""Drawing on a page, in millimetres from its top left corner; line widths are in points."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cxworkshop.i18n import runs_to_the_left
from cxworkshop.sheets.layout.letterhead import PLAIN
from cxworkshop.sheets.layout.names import NameFinder
from cxworkshop.sheets.layout.tagging import Tags
from cxworkshop.sheets.paper import ACCENT, EDGE, GHOST, HAIR, INK, MM, TINT, WHITE, Paper
from cxworkshop.sheets.typesetting.text import TextBlock

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]  # two control points and the end point
Box = tuple[float, float, float, float]  # left, top, width, height
Bookmark = Callable[[str, float, Paper], None]

BOX = 4.2  # the side of a tick box
_CORNER = 0.6
_DOTS = (0.7, 1.9)  # dash and gap, in points
_ROUND = 1  # line caps and joins
_color = lru_cache(maxsize=64)(HexColor)  # every stroke asks


class PageCanvas:
    """The canvas of one tagged page. Marks differ in form, so that they can be told in grey.

    Text is tagged with the role of its style; everything else is an artifact unless it is drawn
    inside a `figure`, with an alternative text. With `outlines`, for a picture, text is shapes.
    """

    def __init__(
        self,
        canvas: Canvas,
        paper: Paper,
        tags: Tags,
        bookmark: Bookmark,
        *,
        outlines: bool = False,
    ) -> None:
        self._canvas, self._tags, self._bookmark = canvas, tags, bookmark
        self._outlines, self.paper = outlines, paper
        self.names, self.as_of = NameFinder(), ""  # what the foot and the head say of the page
        self.look, self.is_mirrored = PLAIN, False

    def outlined(self) -> PageCanvas:
        """Return a canvas of the same page that draws text as outlines."""
        same = PageCanvas(self._canvas, self.paper, self._tags, self._bookmark, outlines=True)
        same.look = self.look
        return same

    def rule(
        self, left: float, right: float, y: float, weight: float = 0.4, color: str = HAIR
    ) -> None:
        self.stroke(((left, y), (right, y)), weight, color)

    def upright(
        self, x: float, top: float, bottom: float, weight: float = 0.6, color: str = INK
    ) -> None:
        self.stroke(((x, top), (x, bottom)), weight, color)

    def stroke(
        self, points: Sequence[Point], weight: float, color: str, *, is_round: bool = False
    ) -> None:
        with self._pen(weight, color):
            if is_round:
                self._canvas.setLineCap(_ROUND)
                self._canvas.setLineJoin(_ROUND)
            path = self._canvas.beginPath()
            path.moveTo(points[0][0] * MM, self._y(points[0][1]))
            for x, y in points[1:]:
                path.lineTo(x * MM, self._y(y))
            self._canvas.drawPath(path, stroke=1, fill=0)

    def frame(self, box: Box, weight: float = 0.6, color: str = EDGE) -> None:
        left, top, width, height = box
        with self._pen(weight, color):
            corner = left * MM, self._y(top + height)
            self._canvas.rect(*corner, width * MM, height * MM, stroke=1, fill=0)

    def panel(self, left: float, top: float, width: float, height: float) -> None:
        with self._pen(0, TINT):
            box = (left * MM, self._y(top + height), width * MM, height * MM)
            self._canvas.roundRect(*box, 1.6 * MM, stroke=0, fill=1)

    def shape(self, start: Point, curves: Sequence[Curve], weight: float, color: str) -> None:
        """Draw a closed path of Bézier curves; filled if `weight` is 0, else stroked."""
        with self._pen(weight, color):
            path = self._canvas.beginPath()
            path.moveTo(start[0] * MM, self._y(start[1]))
            for curve in curves:
                path.curveTo(*(n for x, y in curve for n in (x * MM, self._y(y))))
            path.close()
            self._canvas.drawPath(path, stroke=int(weight > 0), fill=int(not weight))

    @contextmanager
    def _pen(self, weight: float, color: str, fill: str = "") -> Iterator[None]:
        """Set colour and line width inside the block; `fill` defaults to the same colour."""
        with self._tags.artifact(self._canvas), self._saved():
            self._canvas.setStrokeColor(_color(self._own(color)))
            self._canvas.setFillColor(_color(self._own(fill or color)))
            self._canvas.setLineWidth(weight)
            yield

    def _own(self, color: str) -> str:
        """The team's accent in place of ours."""
        return self.look.accent or color if color == ACCENT else color

    def logo(self, left: float, top: float, width: float, height: float) -> float:
        """Draw the team's logo, as large as there is room for; return how wide it is."""
        wide, high = self.look.size_in(width, height)
        if self.look.logo is not None:
            with self.aside(), read_as_written(self, left, wide):
                place = (left * MM, self._y(top + (height + high) / 2))
                self._canvas.drawImage(self.look.logo, *place, wide * MM, high * MM)
        return wide

    @contextmanager
    def _saved(self) -> Iterator[None]:
        self._canvas.saveState()
        yield
        self._canvas.restoreState()

    def _y(self, y: float) -> float:
        return (self.paper.height - y) * MM

    def words(self, lines: TextBlock, left: float, top: float) -> None:
        """Draw a text block with its top left corner here."""
        if self.is_mirrored:
            _read_words(self, lines, left, top)
            return
        place = (left * MM, self._y(top))
        self.names.look_at(lines)
        if self._own(lines.style.color) != lines.style.color:
            lines = replace(lines, style=replace(lines.style, color=self._own(ACCENT)))
        if self._outlines:
            with self._pen(0, lines.style.color):
                lines.draw_outlines(self._canvas, *place)
        elif lines:
            with self._tags.text(self._canvas, lines):
                lines.draw(self._canvas, *place)

    def bookmark(self, title: str, top: float) -> None:
        """Add an outline entry that leads to this height of the page."""
        if not self._outlines:
            self._bookmark(title, top, self.paper)

    def part(self, role: str, *, begins: bool = False) -> AbstractContextManager[None]:
        """Tag what is drawn inside as one element: TR with TH or TD, LI, Sect, H2 of several texts.

        Rows and items go on with the table or list before them, unless one `begins`."""
        return self._tags.part(role, begins=begins)

    def figure(self, alt: str) -> AbstractContextManager[None]:
        """Tag what is drawn inside as a figure with an alternative text."""
        return self._tags.content(self._canvas, "Figure", alt)

    def aside(self) -> AbstractContextManager[None]:
        """Tag what is drawn inside as pagination: screen readers skip it."""
        return self._tags.artifact(self._canvas, "Pagination")

    @contextmanager
    def moved(self, right: float, down: float, scale: float = 1, tall: float = 0) -> Iterator[None]:
        """Translate and scale what is drawn inside, downwards by `tall` if that is not 0."""
        tall = tall or scale
        with self._saved():
            self._canvas.translate(right * MM, (self.paper.height * (1 - tall) - down) * MM)
            self._canvas.scale(scale, tall)
            yield

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        left, top, width, height = box
        with self._saved():
            path = self._canvas.beginPath()
            path.rect(left * MM, self._y(top + height), width * MM, height * MM)
            self._canvas.clipPath(path, stroke=0, fill=0)
            yield

    def quote_bar(self, x: float, top: float, bottom: float) -> None:
        """Draw the bar that marks customers' words. Nothing else may have one."""
        self.upright(x, top, bottom, 1.6, ACCENT)

    def writing_line(self, left: float, right: float, y: float) -> None:
        with self._pen(0.6, EDGE):
            self._canvas.setDash(_DOTS)
            self._canvas.line(left * MM, self._y(y), right * MM, self._y(y))

    def disc(self, x: float, y: float, radius: float, color: str = ACCENT) -> None:
        """Draw a filled disc: complete, or noticed."""
        with self._pen(0, color):
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=0, fill=1)

    def ring(
        self, x: float, y: float, radius: float, weight: float = 1.3, color: str = ACCENT
    ) -> None:
        with self._pen(weight, color, fill=WHITE):
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=1, fill=1)

    def arc(self, x: float, y: float, radius: float, share: float) -> None:
        """Draw a pale ring with a coloured arc from its top; `share` is between 0 and 1."""
        diameter = 2 * radius * MM
        self.ring(x, y, radius, diameter / 20, GHOST)
        if share > 0:
            with self._pen(diameter / 16, ACCENT):
                low, high = (x - radius) * MM, (x + radius) * MM
                path = self._canvas.beginPath()
                path.arc(low, self._y(y + radius), high, self._y(y - radius), 90, -360 * share)
                self._canvas.drawPath(path, stroke=1, fill=0)

    def dotted_ring(self, x: float, y: float, radius: float, color: str = INK) -> None:
        """Draw a dotted ring: the mark of "cannot tell"."""
        with self._pen(1.6, color):
            self._canvas.setLineCap(_ROUND)
            self._canvas.setDash((0.1, math.tau * radius * MM / 12 - 0.1))
            self._canvas.circle(x * MM, self._y(y), radius * MM, stroke=1, fill=0)

    def box(self, left: float, top: float, side: float = BOX) -> None:
        with self._pen(0.8, INK):
            corner, side = (left * MM, self._y(top + side)), side * MM
            self._canvas.roundRect(*corner, side, side, _CORNER * MM, stroke=1, fill=0)


def rules(
    canvas: PageCanvas, lines: Iterable[tuple[float, float, float]], weight: float, color: str
) -> None:
    """Draw many level lines as one path: of each its left end, right end, and height."""
    with canvas._pen(weight, color):
        path = canvas._canvas.beginPath()
        for left, right, y in lines:
            path.moveTo(left * MM, canvas._y(y))
            path.lineTo(right * MM, canvas._y(y))
        canvas._canvas.drawPath(path, stroke=1, fill=0)


def _read_words(canvas: PageCanvas, lines: TextBlock, left: float, top: float) -> None:
    """Draw words in a mirror so that they can be read."""
    with read_as_written(canvas, left, lines.width / MM):
        canvas.words(lines.from_the_right(), left, top)


@contextmanager
def mirrored(canvas: PageCanvas, width: float, left: float = 0) -> Iterator[None]:
    """Draw in a mirror as wide as this, from `left` on, where our language begins at the right.

    Whoever draws reckons from left to right; words, logos and codes to scan are turned back.
    """
    if not runs_to_the_left():
        yield
        return
    with _turned(canvas, 2 * left + width):
        yield


@contextmanager
def read_as_written(canvas: PageCanvas, left: float, width: float) -> Iterator[None]:
    """Turn back, in its place in the mirror, what is drawn between `left` and `left + width`."""
    if not canvas.is_mirrored:
        yield
        return
    with _turned(canvas, 2 * left + width):
        yield


@contextmanager
def _turned(canvas: PageCanvas, both: float) -> Iterator[None]:
    canvas.is_mirrored = not canvas.is_mirrored
    with canvas.moved(both, 0, -1, 1):
        yield
    canvas.is_mirrored = not canvas.is_mirrored
