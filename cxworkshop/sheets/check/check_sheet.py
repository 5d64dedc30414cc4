"""The check sheet: on top what customers said before, then rows for what they say now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop import days
from cxworkshop.content.values import CheckSheetContent
from cxworkshop.i18n import _, ngettext, with_dots
from cxworkshop.sheets.layout.blocks import label, paragraph, quoted, title
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Paint, PaintedRow, Piece, height_of, row
from cxworkshop.sheets.layout.marks import marks
from cxworkshop.sheets.layout.page_frame import Frame, framed, place, privacy, table_on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.text import Style, TextBlock

ROWS = 10  # for customers to ask; more if more of them said it first
_NUMBER, _WHO, _MARK = 7.0, 34.0, 15.5  # mm, widths of the columns, of a mark at least
_GAP = 3.0
_LEAST, _MOST = 15.8, 20.0  # mm, height of a row: two lines of handwriting
_LINES = (0.47, 0.93)  # of a row's height
_QUOTES = 3  # at most
_ROUNDING = 0.01
_LONGEST = 260  # letters; longer quotes are left out while there are shorter ones
_TEXT = Style(size=10.5, leading=14)
_ASKED = Style(size=10, leading=13)
_QUESTION = replace(LABEL, size=13, leading=17)


def check_sheets(contents: Sequence[CheckSheetContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each improvement, more if more than ten customers are to be asked."""
    return [page for content in contents for page in _CheckSheet(content, options.paper).pages()]


@dataclass(frozen=True)
class _CheckSheet:
    content: CheckSheetContent
    paper: Paper

    def pages(self) -> list[Page]:
        """Lay out all pages: rows as high as there is room, and the table's head on each page."""
        head, room = self._head(), self.paper.room
        tops = (self._top(quotes) for quotes in range(_QUOTES, 0, -1))
        rows_height = head.gap + head.height + ROWS * _LEAST
        fitting = (top for top in tops if height_of(top) + rows_height <= room)
        top = next(fitting, None) or self._top(1)
        free = room - height_of([*top, head])
        height = max(_LEAST, min(_MOST, free / ROWS - _ROUNDING))
        rows = [self._row(number, height) for number in range(1, self._row_count + 1)]
        pages = framed(self._frame, table_on_pages(top, head, rows, room), self.paper)
        return [
            replace(pages[0], bookmark=f"{self.content.slot}  {self.content.title}"),
            *pages[1:],
        ]

    @property
    def _row_count(self) -> int:
        return max(ROWS, len(self.content.to_ask))

    @property
    def _frame(self) -> Frame:
        round_ = _("round {n}").format(n=self.content.round_number)
        parts = (self.content.team, round_, place(self.content.slot, self.content.of))
        whose = with_dots(filter(None, parts))
        return Frame(kind=_("30-day check"), whose=whose,
                     privacy=privacy())  # fmt: skip

    @property
    def _columns(self) -> tuple[float, float, float, float, float]:
        """Left edges of number, who, marks and words, and the right edge."""
        left = self.paper.left
        marked = left + _NUMBER + _WHO
        words = marked + len(marks()) * self._mark + _GAP
        return left, left + _NUMBER, marked, words, self.paper.right

    @cached_property
    def _mark(self) -> float:
        """The width of a mark's column, in which no word of its name is cut."""
        words = (word for _shape, name in marks() for word in name.split())
        return max(_MARK, *(set_text(word, SMALL, 100).widest / MM + 1.2 for word in words))

    def _top(self, quotes: int) -> list[Piece]:
        content, x = self.content, self.paper.left
        width = self.paper.right - x
        pieces = [title(content.title, self.paper, sizes=(22.0, 19.0, 16.0))]
        if content.promise:
            pieces.append(paragraph(content.promise, x, width, _TEXT, 1.4))
        pieces += [
            label(_("What they said before"), x, width, 3.6),
            *self._quotes_before(x, width, quotes),
        ]
        ask = _("Ask them: “{question}”").format(question=content.question)
        pieces.append(row([Cell(x, (set_text(ask, _QUESTION, width),))], gap=4.6, keep=True))
        if self._instructions():
            pieces.append(replace(paragraph(self._instructions(), x, width, SMALL, 0.4), keep=True))
        return pieces

    def _quotes_before(self, x: float, width: float, most: int) -> list[Piece]:
        short = [quote for quote in self.content.before if len(quote.words) <= _LONGEST]
        shown = (short or list(self.content.before))[:most]
        pieces = [quoted(quote, x, width, 11.5, 1.8) for quote in shown]
        more = len(self.content.before) - len(shown)
        if more:
            text = ngettext("And {n} more sentence.", "And {n} more sentences.", more)
            pieces.append(paragraph(text.format(n=more), x, width, SMALL, 1.0))
        return pieces

    def _instructions(self) -> str:
        content = self.content
        parts = (
            _("on {day}").format(day=days.full(content.check_on)) if content.check_on else "",
            _("asked by {who}").format(who=content.who_asks) if content.who_asks else "",
            content.whom,
            _("Write what they say, just as they say it. Explain nothing, defend nothing."),
        )
        return with_dots(part for part in parts if part)

    def _head(self) -> Piece:
        _number, who, mark, words, right = self._columns
        named = [
            (shape, set_text(name, aligned(SMALL, "center"), self._mark)) for shape, name in marks()
        ]
        others = [
            (who, set_text(_("Who"), SMALL, _WHO)),
            (words, set_text(_("In their words"), SMALL, right - words)),
        ]
        height = max(block.height / MM for _shape, block in named) + 7.0

        def rule(canvas: PageCanvas, top: float, height: float) -> None:
            _above(canvas, others[0], top + height)
            canvas.rule(self.paper.left, right, top + height, 0.9, INK)

        def marked(n: int, canvas: PageCanvas, top: float, height: float) -> None:
            shape, block = named[n]
            shape(canvas, mark + (n + 0.5) * self._mark, top + 2.6)
            _above(canvas, (mark + n * self._mark, block), top + height)

        cells: list[Paint] = [rule, *(partial(marked, n) for n in range(len(named)))]
        cells.append(lambda canvas, top, height: _above(canvas, others[1], top + height))
        return PaintedRow(height=height, gap=1.6, keep=True, cells=tuple(cells), role="TH")

    def _row(self, number: int, height: float) -> Piece:
        left, who, mark, words, right = self._columns
        to_ask = self.content.to_ask
        name = set_text(to_ask[number - 1], _ASKED, _WHO - _GAP) if number <= len(to_ask) else None
        count = set_text(str(number), SMALL, _NUMBER)

        def first(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(left, right, top + height, 0.4, HAIR)
            _middle(canvas, (left, count), top + height / 2)

            if name:
                _middle(canvas, (who, name), top + height / 2)
            else:
                canvas.writing_line(who, who + _WHO - _GAP, top + height / 2 + BOX / 2)

        def box(n: int, canvas: PageCanvas, top: float, height: float) -> None:
            left = mark + (n + 0.5) * self._mark - BOX / 2
            with canvas.figure(_("box to tick")):
                canvas.box(left, top + (height - BOX) / 2)

        def last(canvas: PageCanvas, top: float, height: float) -> None:
            for line in _LINES:
                canvas.writing_line(words, right, top + height * line)

        needed = name.height / MM + 3 if name else 0.0
        boxes = (partial(box, n) for n in range(len(marks())))
        return PaintedRow(height=max(height, needed), cells=(first, *boxes, last))


def _above(canvas: PageCanvas, cell: tuple[float, TextBlock], bottom: float) -> None:
    """Draw text above a line at `bottom`."""
    left, block = cell
    canvas.words(block, left, bottom - 0.6 - block.height / MM)


def _middle(canvas: PageCanvas, cell: tuple[float, TextBlock], middle: float) -> None:
    left, block = cell
    canvas.words(block, left, middle - block.height / MM / 2)
