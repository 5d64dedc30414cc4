"""A page on four sheets of its own paper, each a quarter and a strip of the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas, mirrored
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.paper import EDGE, MM, Paper

OVERLAP = 10.0  # mm
ACROSS = DOWN = 2
_SIDE, _TOP, _FOOT = 9.0, 15.0, 11.0  # mm of margins to cut off
_MARK, _AWAY = 4.0, 0.8  # mm: length of a cut mark, and its distance from the picture
_CAPTION = 6.2  # mm from the top of the paper
_ROWS = "AB"
_TITLE = replace(LABEL, role="H1")


def tiled(page: Page, alt: str, *, first: bool) -> list[Page]:
    """Return the four sheets; `alt` is all that the page says, for screen readers.

    Only the `first` page of a document gives it its H1.
    """
    tiles = [PageTile(page, row, column) for row in range(DOWN) for column in range(ACROSS)]
    return [
        Page(
            paper=page.paper,
            paint=partial(tile.paint, alt=alt, first=first and not number),
            bookmark="" if number else page.bookmark,
        )
        for number, tile in enumerate(tiles)
    ]


@dataclass(frozen=True)
class PageTile:
    """One sheet; row 0 and column 0 are at the top left."""

    page: Page
    row: int
    column: int

    def paint(self, canvas: PageCanvas, *, alt: str, first: bool) -> None:
        """Draw the quarter, cut marks, and instructions in the margin."""
        with mirrored(canvas, self.paper.width):
            self._draw_caption(canvas, first=first)
        left, top, width, height = self._box
        right, down = self.column * (width - OVERLAP), self.row * (height - OVERLAP)
        name = alt if not self.row and not self.column else self._name
        moved = canvas.moved(left - right + self._spare, top - down, self._scale)
        with canvas.figure(name), canvas.clipped(self._box), moved:
            self.page.paint(canvas.outlined())
        self._draw_marks(canvas)

    @property
    def paper(self) -> Paper:
        """The paper of one sheet."""
        return self.page.paper

    @property
    def _box(self) -> Box:
        """What remains of this sheet once it is cut, with the strips that the next ones cover."""
        width, height = self.paper.width - 2 * _SIDE, self.paper.height - _TOP - _FOOT
        return _SIDE, _TOP, width, height

    @property
    def _whole(self) -> tuple[float, float]:
        """Width and height of the four sheets together."""
        _left, _top, width, height = self._box
        return ACROSS * width - OVERLAP * (ACROSS - 1), DOWN * height - OVERLAP * (DOWN - 1)

    @property
    def _scale(self) -> float:
        width, height = self._whole
        return min(width / self.paper.width, height / self.paper.height)

    @property
    def _spare(self) -> float:
        """Free width on each side, where the page is narrower than the four sheets."""
        return (self._whole[0] - self.paper.width * self._scale) / 2

    @property
    def _name(self) -> str:
        code = f"{_ROWS[self.row]}{self.column + 1}"
        return _("Sheet {code} of {n}").format(code=code, n=ACROSS * DOWN)

    def _draw_caption(self, canvas: PageCanvas, *, first: bool) -> None:
        """Draw name and instructions in the margin that is cut off."""
        width = self.paper.width - 2 * _SIDE
        title = set_text(self._name, _TITLE if first else replace(_TITLE, role="P"), width)
        canvas.words(title, _SIDE, _CAPTION - 1)
        hint = set_text(self._hint, aligned(SMALL, "right"), width - title.widest / MM - 8)
        canvas.words(hint, self.paper.width - _SIDE - hint.width / MM, _CAPTION - 1)

    @property
    def _hint(self) -> str:
        if self.row or self.column:
            return _("Cut along the marks, lay it over the strip of the sheet before it, and glue.")
        return _("Keep the strips at the right and below: A2 and B1 go on top of them.")

    def _draw_marks(self, canvas: PageCanvas) -> None:
        """Draw marks at each line to cut along, and where the next sheet begins."""
        left, top, width, height = self._box
        right, bottom = left + width, top + height
        verticals = [left, right, *([right - OVERLAP] if self.column < ACROSS - 1 else [])]
        horizontals = [top, bottom, *([bottom - OVERLAP] if self.row < DOWN - 1 else [])]
        for x in verticals:
            canvas.upright(x, top - _AWAY - _MARK, top - _AWAY, 0.5, EDGE)
            canvas.upright(x, bottom + _AWAY, bottom + _AWAY + _MARK, 0.5, EDGE)
        for y in horizontals:
            canvas.rule(left - _AWAY - _MARK, left - _AWAY, y, 0.5, EDGE)
            canvas.rule(right + _AWAY, right + _AWAY + _MARK, y, 0.5, EDGE)
