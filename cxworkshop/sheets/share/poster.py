"""The poster: you said, we did, you say now. One page an improvement, on a thread of three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop import days
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, draw_down, height_of, on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A3, A4, ACCENT, GREY, INK, MM, WHITE, Paper
from cxworkshop.sheets.share.poster_footer import PosterFooter
from cxworkshop.sheets.share.poster_text import LOOKS, PosterSizes, PosterText, Station
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_TOP = 16.0  # of the thread, below the top margin; lengths are those of an A4 poster
_BELOW_HEAD = 5.0
_MONTH = 60.0
_SPINE = 5.0
_WORDS = 19.0
_NODE = 5.0
_MOST_SPREAD = 14.0  # added to a gap between stations when the page is not full
_ABOVE_FOOT = 6.0
_NUMBER = 14.5  # points
_LEAD = 1.34


def posters(told: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """A page for each improvement, more where one does not hold it."""
    return poster_pages(told, options, options.paper)


def posters_a3(told: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """The same, laid out for A3."""
    return poster_pages(told, options, A3)


def poster_pages(told: Sequence[PosterContent], options: PrintOptions, paper: Paper) -> list[Page]:
    """The pages on this paper."""
    all_of_them = [PosterLayout(one, paper, options.link, first=one is told[0]) for one in told]
    return [page for poster in all_of_them for page in poster.pages()]


@dataclass(frozen=True)
class PosterLayout:
    """One improvement on paper; the first of them bears the sheet's headline of the first order."""

    page: PosterContent
    paper: Paper
    link: str
    first: bool = True

    def pages(self) -> list[Page]:
        """One page in the largest look that fits, else as many as it needs."""
        sheets = self._sheets()
        title = f"{self.page.slot}  {self.page.title}"
        return [
            Page(
                paper=self.paper,
                paint=partial(self._paint, pieces, number, len(sheets)),
                bookmark="" if number else title,
            )
            for number, pieces in enumerate(sheets)
        ]

    def _sheets(self) -> list[list[Piece]]:
        room = self._foot_top - _ABOVE_FOOT * self._scale - self._top
        for density in LOOKS:
            pieces = self._pieces(density)
            if height_of(pieces) <= room:
                return [_apart(pieces, room - height_of(pieces), _MOST_SPREAD * self._scale)]
        return on_pages(pieces, room, room)

    def _pieces(self, density: PosterSizes) -> list[Piece]:
        x = self.paper.left + _WORDS * self._scale
        return PosterText(self.page, density, x, self.paper.right - x, self._scale).pieces()

    @property
    def _scale(self) -> float:
        """Larger paper is read from farther away."""
        return self.paper.width / A4.width if self.paper == A3 else 1.0

    @property
    def _top(self) -> float:
        head = self._whose.height / MM + _BELOW_HEAD * self._scale
        return self.paper.top + max(_TOP * self._scale, head)

    @cached_property
    def _foot(self) -> PosterFooter:
        return PosterFooter(self.paper, self.link, self._scale, self.page.names_shown)

    @property
    def _foot_top(self) -> float:
        return self.paper.bottom - self._foot.height

    def _paint(self, pieces: Sequence[Piece], number: int, of: int, canvas: PageCanvas) -> None:
        self._head(canvas, number, of)
        self._thread(canvas, pieces, begun=number > 0, goes_on=number < of - 1)
        draw_down(canvas, pieces, self._top)
        self._foot.draw(canvas)

    def _head(self, canvas: PageCanvas, number: int, of: int) -> None:
        """Whose poster this is, and of which month."""
        paper, scale = self.paper, self._scale
        right = days.month_year(self.page.month)
        if of > 1:
            right = _("Page {n} of {of}").format(n=number + 1, of=of)
        style = self._style(12.5, color=GREY, align="right")
        whose = self._whose if self.first and not number else self._whose_again
        canvas.words(whose, paper.left, paper.top + scale)
        canvas.words(
            put(right, style, _MONTH * scale), paper.right - _MONTH * scale, paper.top + scale
        )

    @cached_property
    def _whose(self) -> TextBlock:
        width = self.paper.column - _MONTH * self._scale
        return put(self.page.team, self._style(12.5, face=SEMI, role="H1"), width)

    @property
    def _whose_again(self) -> TextBlock:
        return replace(self._whose, style=replace(self._whose.style, role="P"))

    def _thread(
        self, canvas: PageCanvas, pieces: Sequence[Piece], *, begun: bool, goes_on: bool
    ) -> None:
        """A line through the stations of this page, and their numbers in rings on it."""
        x, scale = self.paper.left + _SPINE * self._scale, self._scale
        stations = list(self._stations(pieces))
        heights = [y for _station, y in stations]
        if begun:
            heights.insert(0, self._top)
        if goes_on:
            heights.append(self._foot_top - _ABOVE_FOOT * scale)
        if len(heights) > 1:
            canvas.upright(x, heights[0], heights[-1], 1.8 * scale, ACCENT)
        for station, y in stations:
            self._node(canvas, station, x, y)

    def _stations(self, pieces: Sequence[Piece]) -> list[tuple[Station, float]]:
        """The stations of these pieces, each with the middle of its ring."""
        found, top = [], self._top
        for number, piece in enumerate(pieces):
            top += piece.gap if number else 0
            if isinstance(piece, Station):
                found.append((piece, top + _NODE * self._scale))
            top += piece.height
        return found

    def _node(self, canvas: PageCanvas, station: Station, x: float, y: float) -> None:
        radius, scale = _NODE * self._scale, self._scale
        if station.full:
            canvas.disc(x, y, radius)
        else:
            canvas.ring(x, y, radius, 1.8 * scale)
        color = WHITE if station.full else ACCENT
        style = self._style(_NUMBER, face=HEAVY, color=color, align="center")
        number = put(str(station.number), style, 2 * radius)
        with canvas.aside():
            canvas.words(number, x - radius, y - number.height / MM / 2)

    def _style(
        self,
        size: float,
        *,
        face: str = SANS,
        color: str = INK,
        align: str = "left",
        role: str = "P",
    ) -> Style:
        points = size * self._scale
        return Style(
            face=face, size=points, leading=points * _LEAD, color=color, align=align, role=role
        )


def _apart(pieces: Sequence[Piece], spare: float, most: float) -> list[Piece]:
    """The spare height between the stations alone: what belongs together stays together."""
    gaps = sum(isinstance(piece, Station) and piece.gap > 0 for piece in pieces)
    more = min(most, spare / gaps)
    return [
        replace(piece, gap=piece.gap + more) if isinstance(piece, Station) and piece.gap else piece
        for piece in pieces
    ]
