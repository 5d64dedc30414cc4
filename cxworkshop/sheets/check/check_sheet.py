"""The check sheet: what they said before on top, then ten rows for what they say now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import CheckSheetContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.blocks import label, paragraph, quoted, title
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Paint, PaintedRow, Piece, height_of, on_pages, row
from cxworkshop.sheets.layout.marks import marks
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.text import Style, TextBlock

ROWS = 10  # customers asked; more where more said it first
_NUMBER, _WHO, _MARK = 7.0, 34.0, 15.5  # widths of the columns
_GAP = 3.0
_LEAST, _MOST = 12.4, 19.0  # of a row: two lines for a pen
_QUOTES = 3
_ROUNDING = 0.01
_LONGEST = 260  # letters of a quote on top of a check sheet, while there are shorter ones
_TEXT = Style(size=10.5, leading=14)
_ASKED = Style(size=10, leading=13)
_QUESTION = replace(LABEL, size=13, leading=17)


def check_sheets(papers: Sequence[CheckSheetContent], options: PrintOptions) -> list[Page]:
    """A page for each improvement, more where more customers are to be asked."""
    return [page for one in papers for page in _Sheet(one, options.paper).pages()]


@dataclass(frozen=True)
class _Sheet:
    told: CheckSheetContent
    paper: Paper

    def pages(self) -> list[Page]:
        """The rows as high as the page allows, and the head of the table again on each page."""
        head, room = self._head(), self.paper.room
        tops = (self._top(quotes) for quotes in range(_QUOTES, 0, -1))
        rows_high = head.gap + head.height + ROWS * _LEAST
        roomy = (top for top in tops if height_of(top) + rows_high <= room)
        top = next(roomy, None) or self._top(1)
        free = room - height_of([*top, head])
        high = max(_LEAST, min(_MOST, free / ROWS - _ROUNDING))
        rows = [self._row(number, high) for number in range(1, self._count + 1)]
        first, *others = on_pages([*top, head, *rows], room, room - head.height)
        pages = framed(self._frame, [first, *([head, *rest] for rest in others)], self.paper)
        return [replace(pages[0], bookmark=f"{self.told.slot}  {self.told.title}"), *pages[1:]]

    @property
    def _count(self) -> int:
        return max(ROWS, len(self.told.to_ask))

    @property
    def _frame(self) -> Frame:
        round_ = _("round {n}").format(n=self.told.round_number)
        place = _("{n} of {of}").format(n=self.told.slot, of=self.told.of)
        whose = "  ·  ".join(part for part in (self.told.team, round_, place) if part)
        return Frame(kind=_("30-day check"), whose=whose,
                     privacy=privacy(names=self.told.names_shown))  # fmt: skip

    @property
    def _columns(self) -> tuple[float, float, float, float, float]:
        """Number, who, marks, words, and the right end."""
        left = self.paper.left
        marked = left + _NUMBER + _WHO
        return left, left + _NUMBER, marked, marked + 4 * _MARK + _GAP, self.paper.right

    def _top(self, quotes: int) -> list[Piece]:
        told, x = self.told, self.paper.left
        width = self.paper.right - x
        pieces = [title(told.title, self.paper, sizes=(22.0, 19.0, 16.0))]
        if told.promise:
            pieces.append(paragraph(told.promise, x, width, _TEXT, 1.4))
        pieces += [
            label(_("What they said before"), x, width, 3.6),
            *self._before(x, width, quotes),
        ]
        ask = _("Ask them: “{question}”").format(question=told.question)
        pieces.append(row([Cell(x, (put(ask, _QUESTION, width),))], gap=4.6, keep=True))
        if self._who_when():
            pieces.append(replace(paragraph(self._who_when(), x, width, SMALL, 0.4), keep=True))
        return pieces

    def _before(self, x: float, width: float, most: int) -> list[Piece]:
        short = [quote for quote in self.told.before if len(quote.words) <= _LONGEST]
        shown = (short or list(self.told.before))[:most]
        pieces = [quoted(quote, x, width, 11.5, 1.8) for quote in shown]
        more = len(self.told.before) - len(shown)
        if more:
            text = ngettext("And {n} more sentence.", "And {n} more sentences.", more)
            pieces.append(paragraph(text.format(n=more), x, width, SMALL, 1.0))
        return pieces

    def _who_when(self) -> str:
        told = self.told
        parts = (
            _("on {day}").format(day=days.full(told.check_on)) if told.check_on else "",
            _("asked by {who}").format(who=told.who_asks) if told.who_asks else "",
            told.whom,
            _("Write what they say, just as they say it. Explain nothing, defend nothing."),
        )
        return "  ·  ".join(part for part in parts if part)

    def _head(self) -> Piece:
        _number, who, mark, words, right = self._columns
        named = [(shape, put(name, aligned(SMALL, "center"), _MARK)) for shape, name in marks()]
        others = [
            (who, put(_("Who"), SMALL, _WHO)),
            (words, put(_("In their words"), SMALL, right - words)),
        ]
        high = max(laid.height / MM for _shape, laid in named) + 7.0

        def rule(canvas: PageCanvas, top: float, height: float) -> None:
            _low(canvas, others[0], top + height)
            canvas.rule(self.paper.left, right, top + height, 0.9, INK)

        def marked(n: int, canvas: PageCanvas, top: float, height: float) -> None:
            shape, laid = named[n]
            shape(canvas, mark + (n + 0.5) * _MARK, top + 2.6)
            _low(canvas, (mark + n * _MARK, laid), top + height)

        cells: list[Paint] = [rule, *(partial(marked, n) for n in range(len(named)))]
        cells.append(lambda canvas, top, height: _low(canvas, others[1], top + height))
        return PaintedRow(height=high, gap=1.6, keep=True, cells=tuple(cells), role="TH")

    def _row(self, number: int, high: float) -> Piece:
        left, who, mark, words, right = self._columns
        to_ask = self.told.to_ask
        asked = put(to_ask[number - 1], _ASKED, _WHO - _GAP) if number <= len(to_ask) else None
        count = put(str(number), SMALL, _NUMBER)

        def first(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(left, right, top + height, 0.4, HAIR)
            _middle(canvas, (left, count), top + height / 2)

        def second(canvas: PageCanvas, top: float, height: float) -> None:
            if asked:
                _middle(canvas, (who, asked), top + height / 2)
            else:
                canvas.writing_line(who, who + _WHO - _GAP, top + height / 2 + BOX / 2)

        def third(canvas: PageCanvas, top: float, height: float) -> None:
            for n in range(len(marks())):
                box = mark + (n + 0.5) * _MARK - BOX / 2
                canvas.box(box, top + (height - BOX) / 2)
            canvas.writing_line(words, right, top + height / 2)

        needed = asked.height / MM + 3 if asked else 0.0
        return PaintedRow(height=max(high, needed), cells=(first, second, third))


def _low(canvas: PageCanvas, cell: tuple[float, TextBlock], foot: float) -> None:
    """Words that stand on the line below them."""
    left, laid = cell
    canvas.words(laid, left, foot - 0.6 - laid.height / MM)


def _middle(canvas: PageCanvas, cell: tuple[float, TextBlock], middle: float) -> None:
    left, laid = cell
    canvas.words(laid, left, middle - laid.height / MM / 2)
