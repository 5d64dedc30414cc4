"""The poster on four sheets of ordinary paper: each shows a quarter, and a strip of the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.outlined import OutlinedCanvas
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import EDGE, MM, Paper
from cxworkshop.sheets.share.poster import poster_pages

OVERLAP = 10.0
ACROSS = DOWN = 2
_SIDE, _TOP, _FOOT = 9.0, 15.0, 11.0  # margins that are cut away
_MARK, _AWAY = 4.0, 0.8  # how long a mark is, and how far from the picture
_CAPTION = 6.2  # from the top of the paper
_ROWS = "AB"
_TITLE = replace(LABEL, role="H1")


def posters_tiled(told: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """Four sheets for each page of a poster."""
    pages = poster_pages(told, options, options.paper)
    alts = [_alt(one) for one in told]
    made: list[Page] = []
    for page in pages:
        # What goes on to a second page has no bookmark of its own.
        alt = alts.pop(0) if page.bookmark else _("The poster goes on.")
        made += _tiles(page, alt, first=not made)
    return made


def _tiles(page: Page, alt: str, *, first: bool) -> list[Page]:
    tiles = [PosterTile(page, row, column) for row in range(DOWN) for column in range(ACROSS)]
    return [
        Page(
            paper=page.paper,
            paint=partial(tile.paint, alt=alt, first=first and not number),
            bookmark="" if number else page.bookmark,
        )
        for number, tile in enumerate(tiles)
    ]


@dataclass(frozen=True)
class PosterTile:
    """One sheet: row 0 and column 0 are at the top left."""

    page: Page
    row: int
    column: int

    def paint(self, canvas: PageCanvas, *, alt: str, first: bool) -> None:
        """The quarter, the marks, and how to put the sheets together in the margin."""
        self._caption(canvas, first=first)
        left, top, width, height = self._box
        right, down = self.column * (width - OVERLAP), self.row * (height - OVERLAP)
        name = alt if not self.row and not self.column else self._name
        moved = canvas.moved(left - right + self._spare, top - down, self._scale)
        with canvas.figure(name), canvas.clipped(self._box), moved:
            self.page.paint(OutlinedCanvas(canvas))
        self._marks(canvas)

    @property
    def paper(self) -> Paper:
        """Of one sheet."""
        return self.page.paper

    @property
    def _box(self) -> Box:
        """What is kept of this sheet, with the strips that the next ones cover."""
        width, height = self.paper.width - 2 * _SIDE, self.paper.height - _TOP - _FOOT
        return _SIDE, _TOP, width, height

    @property
    def _whole(self) -> tuple[float, float]:
        """Of the four together."""
        _left, _top, width, height = self._box
        return ACROSS * width - OVERLAP * (ACROSS - 1), DOWN * height - OVERLAP * (DOWN - 1)

    @property
    def _scale(self) -> float:
        width, height = self._whole
        return min(width / self.paper.width, height / self.paper.height)

    @property
    def _spare(self) -> float:
        """Beside the poster, where it is narrower than the four sheets."""
        return (self._whole[0] - self.paper.width * self._scale) / 2

    @property
    def _name(self) -> str:
        code = f"{_ROWS[self.row]}{self.column + 1}"
        return _("Sheet {code} of {n}").format(code=code, n=ACROSS * DOWN)

    def _caption(self, canvas: PageCanvas, *, first: bool) -> None:
        """In the margin that is cut away."""
        width = self.paper.width - 2 * _SIDE
        title = put(self._name, _TITLE if first else replace(_TITLE, role="P"), width)
        canvas.words(title, _SIDE, _CAPTION - 1)
        hint = put(self._hint, aligned(SMALL, "right"), width - title.widest / MM - 8)
        canvas.words(hint, self.paper.width - _SIDE - hint.width / MM, _CAPTION - 1)

    @property
    def _hint(self) -> str:
        if self.row or self.column:
            return _("Cut along the marks, lay it over the strip of the sheet before it, and glue.")
        return _("Keep the strips at the right and below: A2 and B1 go on top of them.")

    def _marks(self, canvas: PageCanvas) -> None:
        """Beside each line to cut along, and each line up to which the next sheet goes."""
        left, top, width, height = self._box
        right, bottom = left + width, top + height
        downs = [left, right, *([right - OVERLAP] if self.column < ACROSS - 1 else [])]
        acrosses = [top, bottom, *([bottom - OVERLAP] if self.row < DOWN - 1 else [])]
        for x in downs:
            canvas.upright(x, top - _AWAY - _MARK, top - _AWAY, 0.5, EDGE)
            canvas.upright(x, bottom + _AWAY, bottom + _AWAY + _MARK, 0.5, EDGE)
        for y in acrosses:
            canvas.rule(left - _AWAY - _MARK, left - _AWAY, y, 0.5, EDGE)
            canvas.rule(right + _AWAY, right + _AWAY + _MARK, y, 0.5, EDGE)


def _alt(told: PosterContent) -> str:
    """All that the poster says."""
    quote = _("“{words}”").format(words=told.quote.words) if told.quote else told.topic
    parts = [
        _("You said: {words}").format(words=quote),
        _("{lead}: {words}").format(lead=told.lead, words=told.ours),
        *told.done,
        told.doers,
        told.counted,
        told.others,
        *(_("“{words}”").format(words=answer.words) for answer in told.answers),
        told.coming,
    ]
    return " ".join(part if part[-1] in ".!?”" else f"{part}." for part in parts if part)
