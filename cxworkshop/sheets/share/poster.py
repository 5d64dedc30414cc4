"""The poster: you said, we did, you say now; three stations on a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop import days
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas, mirrored
from cxworkshop.sheets.layout.density import set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, draw_down, height_of
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A3, A4, ACCENT, GREY, INK, MM, WHITE, Paper
from cxworkshop.sheets.share.poster_footer import PosterFooter
from cxworkshop.sheets.share.poster_text import POSTER_SIZES, PosterSizes, PosterText, Station
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

# Millimetres on an A4 poster; larger ones are scaled.
_TOP = 16.0  # from the top margin to the thread
_BELOW_HEAD = 5.0
_MONTH = 60.0
_SPINE = 5.0
_WORDS = 19.0
_NODE = 5.0
_MAX_SPREAD = 14.0  # added to each gap between stations when the page is not full
_ABOVE_FOOT = 6.0
_NUMBER = 14.5  # points
_LEAD = 1.34


def posters(contents: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each improvement, or more if it is too long."""
    return poster_pages(contents, options, options.paper)


def posters_a3(contents: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """Draw the same for A3."""
    return poster_pages(contents, options, A3)


def poster_pages(
    contents: Sequence[PosterContent], options: PrintOptions, paper: Paper
) -> list[Page]:
    """Draw posters for this paper."""
    layouts = [
        PosterLayout(each, paper, options.link, first=each is contents[0]) for each in contents
    ]
    return [page for layout in layouts for page in layout.pages()]


@dataclass(frozen=True)
class PosterLayout:
    """The poster of one improvement; only the `first` has the H1 of the document."""

    poster: PosterContent
    paper: Paper
    link: str
    first: bool = True

    def pages(self) -> list[Page]:
        """One page in the largest sizes that fit, else as many as it needs in the smallest."""
        sheets = self._sheets()
        title = f"{self.poster.slot}  {self.poster.title}"
        return [
            Page(
                paper=self.paper,
                paint=partial(self._paint, pieces, number, len(sheets)),
                bookmark="" if number else title,
            )
            for number, pieces in enumerate(sheets)
        ]

    def _sheets(self) -> list[list[Piece]]:
        room = self._footer_top - _ABOVE_FOOT * self._scale - self._top
        for sizes in POSTER_SIZES:
            pieces = self._pieces(sizes)
            if height_of(pieces) <= room:
                return [
                    _spread_stations(pieces, room - height_of(pieces), _MAX_SPREAD * self._scale)
                ]
        return on_pages(pieces, room, room)

    def _pieces(self, sizes: PosterSizes) -> list[Piece]:
        x = self.paper.left + _WORDS * self._scale
        return PosterText(self.poster, sizes, x, self.paper.right - x, self._scale).pieces()

    @property
    def _scale(self) -> float:
        """A3 is read from farther away."""
        return self.paper.width / A4.width if self.paper == A3 else 1.0

    @property
    def _top(self) -> float:
        head = self._whose.height / MM + _BELOW_HEAD * self._scale
        return self.paper.top + max(_TOP * self._scale, head)

    @cached_property
    def _footer(self) -> PosterFooter:
        return PosterFooter(self.paper, self.link, self._scale)

    @property
    def _footer_top(self) -> float:
        return self.paper.bottom - self._footer.height

    def _paint(self, pieces: Sequence[Piece], number: int, of: int, canvas: PageCanvas) -> None:
        with mirrored(canvas, self.paper.width):
            self._draw_head(canvas, number, of)
            self._draw_thread(canvas, pieces, continued=number > 0, continues=number < of - 1)
            draw_down(canvas, pieces, self._top)
            self._footer.draw(canvas)

    def _draw_head(self, canvas: PageCanvas, number: int, of: int) -> None:
        """Draw whose poster this is, and the month, or the page number of a long one."""
        paper, scale = self.paper, self._scale
        right = days.month_year(self.poster.month)
        if of > 1:
            right = _("Page {n} of {of}").format(n=number + 1, of=of)
        style = self._style(12.5, color=GREY, align="right")
        whose = self._whose if self.first and not number else self._whose_again
        canvas.words(whose, paper.left, paper.top + scale)
        canvas.words(
            set_text(right, style, _MONTH * scale), paper.right - _MONTH * scale, paper.top + scale
        )

    @cached_property
    def _whose(self) -> TextBlock:
        width = self.paper.column - _MONTH * self._scale
        return set_text(self.poster.team, self._style(12.5, face=SEMI, role="H1"), width)

    @property
    def _whose_again(self) -> TextBlock:
        return replace(self._whose, style=replace(self._whose.style, role="P"))

    def _draw_thread(
        self, canvas: PageCanvas, pieces: Sequence[Piece], *, continued: bool, continues: bool
    ) -> None:
        """Draw a line through the stations of this page, and their numbers in rings on it."""
        x, scale = self.paper.left + _SPINE * self._scale, self._scale
        stations = list(self._stations(pieces))
        heights = [y for _station, y in stations]
        if continued:
            heights.insert(0, self._top)
        if continues:
            heights.append(self._footer_top - _ABOVE_FOOT * scale)
        if len(heights) > 1:
            canvas.upright(x, heights[0], heights[-1], 1.8 * scale, ACCENT)
        for station, y in stations:
            self._draw_node(canvas, station, x, y)

    def _stations(self, pieces: Sequence[Piece]) -> list[tuple[Station, float]]:
        """The stations among the pieces, each with the height of the middle of its ring."""
        nodes, top = [], self._top
        for number, piece in enumerate(pieces):
            top += piece.gap if number else 0
            if isinstance(piece, Station):
                nodes.append((piece, top + _NODE * self._scale))
            top += piece.height
        return nodes

    def _draw_node(self, canvas: PageCanvas, station: Station, x: float, y: float) -> None:
        radius, scale = _NODE * self._scale, self._scale
        if station.full:
            canvas.disc(x, y, radius)
        else:
            canvas.ring(x, y, radius, 1.8 * scale)
        color = WHITE if station.full else ACCENT
        style = self._style(_NUMBER, face=HEAVY, color=color, align="center")
        number = set_text(str(station.number), style, 2 * radius)
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


def _spread_stations(pieces: Sequence[Piece], spare: float, max_gap: float) -> list[Piece]:
    """Share the spare height out among the gaps above stations, at most `max_gap` to each."""
    gaps = sum(isinstance(piece, Station) and piece.gap > 0 for piece in pieces)
    more = min(max_gap, spare / gaps)
    return [
        replace(piece, gap=piece.gap + more) if isinstance(piece, Station) and piece.gap else piece
        for piece in pieces
    ]
