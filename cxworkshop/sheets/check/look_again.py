"""The sheet to look again: what customers said then, and room for what they say now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import CustomerQuote, LookAgainContent
from cxworkshop.i18n import _, ngettext, with_dots
from cxworkshop.looks import after_months
from cxworkshop.sheets.layout.blocks import label, paragraph, quoted, title
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import (
    Cell,
    Columns,
    PaintedRow,
    Piece,
    beside,
    height_of,
    row,
)
from cxworkshop.sheets.layout.form_lines import ticks
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy, table_on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style

_ROWS = 6  # for customers to ask; more if more of them said it first
_NUMBER, _WHO, _GAP = 7.0, 40.0, 3.0  # mm
_LEAST, _MOST = 12.4, 21.0  # mm, height of a row: two lines of handwriting
_TWO_LINES = 16.0  # mm, from which on a row has two lines
_QUOTES = 3  # at most, in each column
_LONGEST = 260  # letters; longer quotes are left out while there are shorter ones
_BETWEEN = 8.0  # mm between the columns
_HIGHEST = 0.42  # of the page: higher columns stand one below the other
_ROUNDING = 0.01
_TEXT = Style(size=10.5, leading=14)
_ASKED = Style(size=10, leading=13)
_QUESTION = replace(LABEL, size=13, leading=17)
_FOUND = Style(face=SEMI, size=11, leading=14)


def look_agains(contents: Sequence[LookAgainContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each kept improvement, more if many customers are to be asked."""
    return [page for content in contents for page in _LookAgain(content, options.paper).pages()]


@dataclass(frozen=True)
class _LookAgain:
    content: LookAgainContent
    paper: Paper

    def pages(self) -> list[Page]:
        """What was said then, rows for what is said now, and three boxes below the last."""
        head, foot, room = self._head(), self._foot(), self.paper.room
        top = self._top()
        free = room - height_of([*top, head, *foot]) - foot[0].gap
        height = max(_LEAST, min(_MOST, free / self._row_count - _ROUNDING))
        rows = [self._row(number, height) for number in range(1, self._row_count + 1)]
        rows[-1] = replace(rows[-1], keep=True)  # the boxes never stand alone on a page
        sheets = table_on_pages(top, head, rows, room, foot)
        pages = framed(self._frame, sheets, self.paper)
        return [replace(pages[0], bookmark=self.content.title), *pages[1:]]

    @property
    def _row_count(self) -> int:
        return max(_ROWS, len(self.content.to_ask))

    @property
    def _frame(self) -> Frame:
        return Frame(
            kind=_("Look again"),
            whose=with_dots((self.content.team, self._when())),
            privacy=privacy(),
        )

    def _when(self) -> str:
        return after_months(self.content.months)

    def _top(self) -> list[Piece]:
        content, x, width = self.content, self.paper.left, self.paper.column
        pieces = [title(content.title, self.paper, sizes=(22.0, 19.0, 16.0))]
        if content.promise:
            pieces.append(paragraph(content.promise, x, width, _TEXT, 1.4))
        pieces.append(paragraph(self._history(), x, width, SMALL, 1.0))
        pieces += self._said()
        ask = _("Ask them: “How is it now?”")
        pieces.append(row([Cell(x, (set_text(ask, _QUESTION, width),))], gap=4.6, keep=True))
        hint = _(
            "Those who said it first, and somebody new. Write what they say, just as they say it."
        )
        return [*pieces, replace(paragraph(hint, x, width, SMALL, 0.4), keep=True)]

    def _history(self) -> str:
        """Since when it is kept, how many noticed, earlier looks, and when it is due."""
        content = self.content
        earlier = [
            ngettext(
                "still noticed after {n} month", "still noticed after {n} months", look.months
            ).format(n=look.months)
            for look in content.earlier
        ]
        parts = (
            _("kept since {day}").format(day=days.full(content.kept_on)),
            _("{count} noticed").format(count=content.counted) if content.counted else "",
            *earlier,
            _("due {day}").format(day=days.full(content.due_on)),
        )
        return with_dots(filter(None, parts))

    def _said(self) -> list[Piece]:
        """What they said first, and what they said when it was done, side by side if that fits."""
        x, width = self.paper.left, self.paper.column
        half = (width - _BETWEEN) / 2
        columns = self._columns(x, half, x + half + _BETWEEN)
        if max(map(height_of, columns)) <= self.paper.room * _HIGHEST:
            side_by_side: Columns = beside(*columns, gap=3.6)
            return [side_by_side]
        before, then = self._columns(x, width, x)
        return [*before, *then]

    def _columns(self, x: float, width: float, other: float) -> tuple[list[Piece], list[Piece]]:
        first = _quotes(_("What they said first"), self.content.before, x, width)
        return first, _quotes(_("What they said when it was done"), self.content.then, other, width)

    def _head(self) -> Piece:
        left, right = self.paper.left, self.paper.right
        words = left + _NUMBER + _WHO
        cells = [
            Cell(left + _NUMBER, (set_text(_("Who"), SMALL, _WHO - _GAP),)),
            Cell(words, (set_text(_("What they say now, in their words"), SMALL, right - words),)),
        ]

        def rule(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(left, right, top + height, 0.9, INK)

        return row(cells, pad=0.6, gap=1.6, keep=True, paint=rule, role="TH")

    def _row(self, number: int, height: float) -> Piece:
        to_ask = self.content.to_ask
        name = to_ask[number - 1] if number <= len(to_ask) else ""
        block = set_text(name, _ASKED, _WHO - _GAP)
        needed = max(height, block.height / MM + 3)
        cells = (partial(self._draw_who, number, name), self._draw_lines)
        return PaintedRow(height=needed, cells=cells)

    def _draw_who(
        self, number: int, name: str, canvas: PageCanvas, top: float, height: float
    ) -> None:
        left, middle = self.paper.left, top + height / 2
        canvas.rule(left, self.paper.right, top + height, 0.4, HAIR)
        count = set_text(str(number), SMALL, _NUMBER)
        canvas.words(count, left, middle - count.height / MM / 2)
        who = left + _NUMBER
        if name:
            block = set_text(name, _ASKED, _WHO - _GAP)
            canvas.words(block, who, middle - block.height / MM / 2)
        else:
            canvas.writing_line(who, who + _WHO - _GAP, middle + BOX / 2)

    def _draw_lines(self, canvas: PageCanvas, top: float, height: float) -> None:
        left = self.paper.left + _NUMBER + _WHO
        for line in (0.42, 0.86) if height > _TWO_LINES else (0.5,):
            canvas.writing_line(left, self.paper.right, top + height * line)

    def _foot(self) -> list[Piece]:
        x, width = self.paper.left, self.paper.column
        found = (_("still noticed"), _("slipping"), _("gone"))
        hint = _("Slipping or gone goes back on the list, with its story.")
        return [
            label(_("All in all, by what {customers} say"), x, width, 4.0),
            replace(ticks(found, _FOUND, x, width, columns=3, gap=1.0), keep=True),
            paragraph(hint, x, width, SMALL, 1.0),
        ]


def _quotes(head: str, said: Sequence[CustomerQuote], x: float, width: float) -> list[Piece]:
    """A heading with up to three quotes; how many more there are."""
    short = [quote for quote in said if len(quote.words) <= _LONGEST]
    shown = (short or list(said)[:1])[:_QUOTES]
    pieces = [label(head, x, width, 3.6), *(quoted(quote, x, width, 11.5, 1.8) for quote in shown)]
    more = len(said) - len(shown)
    if more:
        text = ngettext("And {n} more sentence.", "And {n} more sentences.", more)
        pieces.append(paragraph(text.format(n=more), x, width, SMALL, 1.0))
    if not said:
        pieces.append(paragraph(_("No words were written down."), x, width, SMALL, 1.0))
    return pieces
