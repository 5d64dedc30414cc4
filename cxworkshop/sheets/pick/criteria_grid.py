"""The grid of the four criteria: what can be picked, down by customers heard, asked the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxworkshop.compat import override
from cxworkshop.content.values import Contender, CriteriaGridContent, CriterionReason
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import SMALL, heading, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, on_pages, row
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.pick.contenders import stands, words_of
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

MOST = 24  # contenders on the grid; the others are counted, and can be written in

_NAME = 0.29  # of the width: code, words and customers
_CODE = 11.0
_GAP = 3.0  # after each column
_PAD = 2.0
_TO_WRITE = 9.0
_WORTH_CUTTING = 60.0  # a row that is lower stays on one page
_MARKS = BOX + 0.6
_WORD = 1.4  # from a box to its word
_NUMBER = Style(face=HEAVY, size=12, leading=13)
_TITLE = Style(face=SEMI, size=9.6, leading=12.4)
_KEYS = ("yes", "unsure", "no")


def criteria_grid(grid: CriteriaGridContent, options: PrintOptions) -> list[Page]:
    """The most heard first, and rows to write on where there is room."""
    table = _Table(grid, options.paper.landscape)
    round_ = _("round {n}").format(n=grid.round_number)
    frame = Frame(
        kind=_("Up to three"), whose=f"{grid.team}  ·  {round_}", privacy=privacy(names=False)
    )
    return framed(frame, table.pages(), table.paper)


@dataclass(frozen=True)
class _Table:
    grid: CriteriaGridContent
    paper: Paper

    def pages(self) -> list[list[Piece]]:
        """All rows under the head of the table, and the last page filled with empty ones."""
        head, room = self._head(), self.paper.room
        rows = [self._row(one) for one in _chosen(self.grid.contenders)]
        first, *others = on_pages([*self._top(), head, *rows], room, room - head.height)
        pages = [first, *([head, *rest] for rest in others)]
        blank = self._row(None)
        free = int((room - height_of(pages[-1])) / blank.height)
        pages[-1] = [*pages[-1], *[blank] * free]
        return pages

    @property
    def _columns(self) -> list[float]:
        """Where each column begins, and where the last one ends."""
        left, width = self.paper.left, self.paper.column
        each = width * (1 - _NAME) / len(self.grid.criteria)
        first = left + width * _NAME
        return [left, *(first + each * n for n in range(len(self.grid.criteria) + 1))]

    def _top(self) -> list[Piece]:
        left, width = self.paper.left, self.paper.column
        title = put(_("Four questions to each"), heading(19), width)
        hint = _("One tick for each question. A no or a not sure wants its reason, a yes may have"
                 " one. Pick one, two or at most three.")  # fmt: skip
        return [
            row([Cell(left, (title,))]),
            row([Cell(left, (put(hint, SMALL, width),))], gap=0.8),
            *[row([Cell(left, (put(rest, SMALL, width),))]) for rest in _rest(self.grid)],
        ]

    def _head(self) -> Piece:
        columns = self._columns
        cells = [Cell(columns[0], (put(_("Most heard first"), _TITLE, columns[1] - columns[0]),))]
        for (title, help_), left, right in zip(
            self.grid.criteria, columns[1:], columns[2:], strict=False
        ):
            room = right - left - _GAP
            cells.append(Cell(left, (put(title, _TITLE, room), put(help_, SMALL, room))))

        def under(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(columns[0], columns[-1], top + height, 0.9, INK)

        return row(level(cells), pad=1.0, paint=under, gap=2.0, keep=True, role="TH")

    def _row(self, one: Contender | None) -> Piece:
        columns = self._columns
        cell = self._named(one) if one else Cell(columns[0], ())
        asked = [
            _Asked(left, right - left - _GAP, answer)
            for left, right, answer in zip(
                columns[1:], columns[2:], _answers(one, len(self.grid.criteria)), strict=False
            )
        ]
        height = max(cell.height, *(each.height for each in asked)) + 2 * _PAD
        return _Row(
            height=height,
            one=one,
            words=cell,
            asked=tuple(asked),
            left=columns[0],
            right=columns[-1],
        )

    def _named(self, one: Contender) -> Cell:
        left, right = self._columns[:2]
        room = right - left - _CODE - _GAP
        words = words_of(one, 10, room, strong=True)
        blocks = (
            (words, put(_heard(one), SMALL, room)) if words else (put(_heard(one), SMALL, room),)
        )
        return Cell(stands(one, words, left + _CODE)[1], blocks)


@dataclass(frozen=True)
class _Asked:
    """One criterion of one row: three boxes, and room for the reason."""

    x: float
    width: float
    answer: CriterionReason | None

    @property
    def height(self) -> float:
        """Of the boxes and of what stands below them."""
        why = put(self.answer.why, SMALL, self.width) if self.answer and self.answer.why else None
        return _MARKS + (why.height / MM if why else _TO_WRITE - 1.0)

    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Boxes with their words; the reason that was given, or a line to write it on."""
        given = self.answer.answer if self.answer else ""
        titles = [put(title, SMALL, self.width) for title in (_("yes"), _("not sure"), _("no"))]
        needed = sum(BOX + _WORD + words.widest / MM for words in titles)
        x, between = self.x, (self.width - needed) / len(titles)
        for key, words in zip(_KEYS, titles, strict=True):
            canvas.box(x, top)
            if key == given:
                canvas.tick(x, top, alt=_("ticked"))
            canvas.words(words, x + BOX + _WORD, top + (BOX - words.height / MM) / 2)
            x += BOX + _WORD + words.widest / MM + between
        if self.answer and self.answer.why:
            canvas.words(put(self.answer.why, SMALL, self.width), self.x, top + _MARKS)
        else:
            canvas.writing_line(self.x, self.x + self.width, top + self.height)


@dataclass(frozen=True, kw_only=True)
class _Row(Piece):
    """A contender, or room to write one, and its criteria; `asked` is empty where it goes on."""

    one: Contender | None
    words: Cell
    asked: tuple[_Asked, ...]
    left: float
    right: float

    @property
    @override
    def least(self) -> float:
        """All of it, or what the criteria need of a row whose words are too long for a page."""
        asked = max((each.height for each in self.asked), default=_TO_WRITE)
        return self.height if self.height <= _WORTH_CUTTING else asked + 2 * _PAD

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """As a row of a table."""
        with canvas.part("TR"):
            with canvas.part("TD"):
                self._named(canvas, top)
            for each in self.asked:
                with canvas.part("TD"):
                    each.draw(canvas, top + _PAD)
        canvas.rule(self.left, self.right, top + self.height, 0.4, HAIR)

    def _named(self, canvas: PageCanvas, top: float) -> None:
        if self.one is None:
            canvas.writing_line(self.left, self.left + _CODE - _GAP, top + self.height - _PAD)
            end = self.asked[0].x - _GAP
            canvas.writing_line(self.left + _CODE, end, top + self.height - _PAD)
            return
        if self.asked:
            canvas.words(put(self.one.code, _NUMBER, _CODE), self.left, top + _PAD)
        if self.one.said and self.words.blocks:
            end = top + _PAD + self.words.blocks[0].height / MM
            bar, _words = stands(self.one, self.words.blocks[0], self.left + _CODE)
            canvas.quote_bar(bar, top + _PAD + 0.4, end - 0.3)
        self.words.draw(canvas, top + _PAD)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Between two lines of its words; the criteria stay on the first page."""
        if room < self.least or self.least == self.height:
            return None
        head, tail = self.words.cut(room - 2 * _PAD)
        if not tail.blocks:
            return None
        rest = replace(self, words=tail, asked=(), height=tail.height + 2 * _PAD)
        return replace(self, words=head, height=room), rest


def _chosen(contenders: tuple[Contender, ...]) -> list[Contender]:
    """The most heard, and all that are in a slot already."""
    return [one for place, one in enumerate(contenders) if place < MOST or one.answers]


def _answers(one: Contender | None, count: int) -> tuple[CriterionReason | None, ...]:
    return one.answers if one and one.answers else (None,) * count


def _rest(grid: CriteriaGridContent) -> list[str]:
    """How many are not on the grid, where there are any."""
    left = len(grid.contenders) - len(_chosen(grid.contenders))
    more = ngettext(
        "{n} more, heard from fewer customers, is on the list: write it in if you like.",
        "{n} more, heard from fewer customers, are on the list: write them in if you like.",
        left,
    )
    return [more.format(n=left)] if left else []


def _heard(one: Contender) -> str:
    by = ngettext("{n} customer", "{n} customers", one.customers).format(n=one.customers)
    if not one.served or one.served == one.customers:
        return by
    served = ngettext("{n} of those we serve", "{n} of those we serve", one.served)
    return f"{by}, {served.format(n=one.served)}"
