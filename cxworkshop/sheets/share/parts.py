"""Pieces of the page for all staff and of the books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.content.values import CustomerQuote, PosterContent, PromiseLine
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar, continued, item, said_by
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FLOWING, SMALL, aligned, heading, set_text
from cxworkshop.sheets.layout.figures import PeopleFigure
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, level, nothing, row
from cxworkshop.sheets.paper import ACCENT, HAIR, INK
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style

BODY = Style(size=10.8, leading=14.6)
STRONG = Style(face=SEMI, size=10.8, leading=14.6)
SMALL_INK = replace(SMALL, size=10, leading=12.6, color=INK)
_PART = Style(face=SEMI, size=14, leading=18, color=ACCENT, role="H2")
_LABEL = Style(face=SEMI, size=10, leading=12.8, color=ACCENT, role="H3")
_HEAD = replace(SMALL, face=SEMI)
_COUNT = 44.0  # mm for a count at the right of a heading
_BETWEEN = 4.0  # mm between columns
_FIGURE = 7.0  # mm, the height of a people figure


@dataclass(frozen=True)
class BookParts:
    """Makes pieces for a column of this width that begins at `x`, in mm."""

    x: float
    width: float

    def title(self, text: str) -> Piece:
        """The title of the document."""
        return row([Cell(self.x, (set_text(text, heading(22), self.width),))])

    def part(self, title: str, count: str = "", *, gap: float = 8.0, mark: bool = True) -> Piece:
        """A ruled heading; with `mark` it has a bookmark too."""
        room = self.width - (_COUNT if count else 0.0)
        cells = [Cell(self.x, (set_text(title, _PART, room),))]
        if count:
            right = aligned(SMALL, "right")
            cells.append(Cell(self.x + room, (set_text(count, right, _COUNT),)))
        line_below = partial(_ruled, self, (0.9, INK))
        bookmark = title if mark else ""
        return row(
            cells, pad=0.9, paint=line_below, again=nothing, gap=gap, keep=True,
            bookmark=bookmark, continued=continued(title, self.x, self.width),
        )  # fmt: skip

    def label(self, text: str, gap: float = 4.0) -> Piece:
        """A small heading, kept with what follows."""
        return row([Cell(self.x, (set_text(text, _LABEL, self.width),))], gap=gap, keep=True)

    def text(
        self, text: str, style: Style = BODY, *, gap: float = 0.6, keep: bool = False
    ) -> Piece:
        """A paragraph."""
        return row([Cell(self.x, (set_text(text, style, self.width),))], gap=gap, keep=keep)

    def item(self, text: str) -> Piece:
        """An item of a list, behind a dash."""
        return item(text, self.x, self.width, BODY)

    def quote(self, quote: CustomerQuote, after: str = "", *, gap: float = 2.0) -> Piece:
        """A customer's words behind their bar; below them who said it, and `after`."""
        text = _("“{words}”").format(words=quote.words)
        under = with_dots(part for part in (said_by(quote), after) if part)
        return behind_bar(set_text(text, FLOWING.said, self.width - INDENT), self.x, under, gap)

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        shares: Sequence[float],
        style: Style = BODY,
    ) -> list[Piece]:
        """A table; `shares` are the shares of the width for each column."""
        line_below = partial(_ruled, self)
        top = row(
            self._cells(heads, shares, _HEAD), pad=0.8, gap=1.0, keep=True, role="TH",
            paint=partial(line_below, (0.9, INK)), again=nothing,
        )  # fmt: skip
        lines = [
            row(level(self._cells(cells, shares, style)), pad=1.0, role="TR",
                paint=partial(line_below, (0.4, HAIR)))
            for cells in rows
        ]  # fmt: skip
        return [top, *lines]

    def _cells(self, words: Sequence[str], shares: Sequence[float], style: Style) -> list[Cell]:
        cells, x = [], self.x
        for text, share in zip(words, shares, strict=True):
            room = share * self.width
            cells.append(Cell(x, (set_text(text, style, room - _BETWEEN),)))
            x += room
        return cells

    def noticed(self, poster: PosterContent) -> list[Piece]:
        """The customers asked as figures, the count, and what the others say."""
        if not poster.answered:
            return []
        alt = ". ".join(filter(None, (poster.counted.rstrip("."), poster.others)))
        across = max(1, int(self.width / _FIGURE))
        people = PeopleFigure(
            solid=poster.notice, of=poster.answered, high=_FIGURE, alt=alt, across=across
        )

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            people.draw(canvas, self.x, top)

        pieces: list[Piece] = [FixedPiece(height=people.height, gap=1.2, keep=True, paint=paint)]
        pieces.append(self.text(poster.counted, STRONG, gap=1.0))
        if poster.others:
            pieces.append(self.text(poster.others, SMALL, gap=0.0))
        return pieces

    def promises(self, promises: Sequence[PromiseLine]) -> list[Piece]:
        """A table of what we promise and what customers say they get."""
        if not promises:
            return []
        rows = [(line.promise, line.customers_get or _("not asked yet")) for line in promises]
        heads = (_("What we promise"), _("What {customers} get"))
        return [
            self.part(_("What we promise, and what {customers} get")),
            *self.table(heads, rows, (0.5, 0.5)),
        ]


def _ruled(
    column: BookParts, line: tuple[float, str], canvas: PageCanvas, top: float, height: float
) -> None:
    canvas.rule(column.x, column.x + column.width, top + height, *line)
