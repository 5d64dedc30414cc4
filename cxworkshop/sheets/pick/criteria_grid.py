"""The grid of the four criteria: what can be picked, the most heard first, with boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxworkshop.compat import override
from cxworkshop.content.values import Contender, CriteriaGridContent, CriterionReason
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import SMALL, heading, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.excerpts import AT_A_TABLE, excerpt
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, row
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy, table_on_pages
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.pick.contenders import bar_and_words, words_of
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

MOST = 24  # contenders on the grid; the others are only counted, and can be written in

_NAME = 0.29  # of the width: code, words and customers
_CODE = 11.0
_GAP = 3.0  # mm after each column
_PAD = 2.0
_TO_WRITE = 9.0
_WORTH_CUTTING = 60.0  # mm; a lower row is never cut
_MARKS = BOX + 0.6
_WORD = 1.4  # mm from a box to its word
_NUMBER = Style(face=HEAVY, size=12, leading=13)
_TITLE = Style(face=SEMI, size=10, leading=12.8)
_TICKS = replace(SMALL, size=9)  # three boxes with their words stand side by side
_KEYS = ("yes", "unsure", "no")


def criteria_grid(grid: CriteriaGridContent, options: PrintOptions) -> list[Page]:
    """Draw the most heard first, and fill the last page with rows to write on."""
    table = _CriteriaTable(grid, options.paper.landscape)
    round_ = _("round {n}").format(n=grid.round_number)
    frame = Frame(kind=_("Up to three"), whose=f"{grid.team}  ·  {round_}", privacy=privacy())
    return framed(frame, table.pages(), table.paper)


@dataclass(frozen=True)
class _CriteriaTable:
    grid: CriteriaGridContent
    paper: Paper

    def pages(self) -> list[list[Piece]]:
        """All rows under the table's head; empty ones fill the last page."""
        head, room = self._head(), self.paper.room
        rows = [self._row(contender) for contender in _on_grid(self.grid.contenders)]
        pages = table_on_pages(self._top(), head, rows, room)
        blank = self._row(None)
        free = int((room - height_of(pages[-1])) / blank.height)
        pages[-1] = [*pages[-1], *[blank] * free]
        return pages

    @property
    def _columns(self) -> list[float]:
        """Left edges of the columns, and the right edge of the last."""
        left, width = self.paper.left, self.paper.column
        each = width * (1 - _NAME) / len(self.grid.criteria)
        first = left + width * _NAME
        return [left, *(first + each * n for n in range(len(self.grid.criteria) + 1))]

    def _top(self) -> list[Piece]:
        left, width = self.paper.left, self.paper.column
        title = set_text(_("Four questions to each"), heading(19), width)
        hint = _("One tick for each question. A no or a not sure wants its reason, a yes may have"
                 " one. Pick one, two or at most three.")  # fmt: skip
        return [
            row([Cell(left, (title,))]),
            row([Cell(left, (set_text(hint, SMALL, width),))], gap=0.8),
            *[row([Cell(left, (set_text(note, SMALL, width),))]) for note in _left_out(self.grid)],
        ]

    def _head(self) -> Piece:
        columns = self._columns
        cells = [
            Cell(columns[0], (set_text(_("Most heard first"), _TITLE, columns[1] - columns[0]),))
        ]
        for (title, help_), left, right in zip(
            self.grid.criteria, columns[1:], columns[2:], strict=False
        ):
            room = right - left - _GAP
            cells.append(Cell(left, (set_text(title, _TITLE, room), set_text(help_, SMALL, room))))

        def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(columns[0], columns[-1], top + height, 0.9, INK)

        return row(level(cells), pad=1.0, paint=rule_below, gap=2.0, keep=True, role="TH")

    def _row(self, contender: Contender | None) -> Piece:
        columns = self._columns
        cell = self._named(contender) if contender else Cell(columns[0], ())
        boxes = [
            _CriterionBoxes(left, right - left - _GAP, answer)
            for left, right, answer in zip(
                columns[1:], columns[2:], _answers(contender, len(self.grid.criteria)), strict=False
            )
        ]
        height = max(cell.height, *(each.height for each in boxes)) + 2 * _PAD
        return _ContenderRow(
            height=height,
            contender=contender,
            words=cell,
            boxes=tuple(boxes),
            left=columns[0],
            right=columns[-1],
        )

    def _named(self, contender: Contender) -> Cell:
        left, right = self._columns[:2]
        room = right - left - _CODE - _GAP
        short = replace(contender, words=excerpt(contender.words, AT_A_TABLE))
        words = words_of(short, 10, room, strong=True)
        blocks = (
            (words, set_text(_heard(contender), SMALL, room))
            if words
            else (set_text(_heard(contender), SMALL, room),)
        )
        return Cell(bar_and_words(contender, words, left + _CODE)[1], blocks)


@dataclass(frozen=True)
class _CriterionBoxes:
    """One criterion of one row: three boxes, and the reason or a line for it."""

    x: float
    width: float
    answer: CriterionReason | None

    @property
    def height(self) -> float:
        """Height in mm of the boxes and of what is below them."""
        reason = (
            set_text(self.answer.why, SMALL, self.width)
            if self.answer and self.answer.why
            else None
        )
        return _MARKS + (reason.height / MM if reason else _TO_WRITE - 1.0)

    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw the boxes with their words, and the reason or a line to write it on."""
        given = self.answer.answer if self.answer else ""
        titles = [
            set_text(title, _TICKS, self.width) for title in (_("yes"), _("not sure"), _("no"))
        ]
        boxes_width = sum(BOX + _WORD + words.widest / MM for words in titles)
        x, between = self.x, (self.width - boxes_width) / len(titles)
        for key, words in zip(_KEYS, titles, strict=True):
            canvas.box(x, top)
            if key == given:
                tick(canvas, x, top, alt=_("ticked"))
            canvas.words(words, x + BOX + _WORD, top + (BOX - words.height / MM) / 2)
            x += BOX + _WORD + words.widest / MM + between
        if self.answer and self.answer.why:
            canvas.words(set_text(self.answer.why, SMALL, self.width), self.x, top + _MARKS)
        else:
            canvas.writing_line(self.x, self.x + self.width, top + self.height)


@dataclass(frozen=True, kw_only=True)
class _ContenderRow(Piece):
    """A contender, or lines to write one on, with its criteria.

    `boxes` is empty in the second half of a row that was cut.
    """

    contender: Contender | None
    words: Cell
    boxes: tuple[_CriterionBoxes, ...]
    left: float
    right: float

    @property
    @override
    def least(self) -> float:
        """All of it; of a row worth cutting, what the boxes need."""
        boxes = max((each.height for each in self.boxes), default=_TO_WRITE)
        return self.height if self.height <= _WORTH_CUTTING else boxes + 2 * _PAD

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw it as a table row."""
        with canvas.part("TR"):
            with canvas.part("TD"):
                self._named(canvas, top)
            for each in self.boxes:
                with canvas.part("TD"):
                    each.draw(canvas, top + _PAD)
        canvas.rule(self.left, self.right, top + self.height, 0.4, HAIR)

    def _named(self, canvas: PageCanvas, top: float) -> None:
        if self.contender is None:
            canvas.writing_line(self.left, self.left + _CODE - _GAP, top + self.height - _PAD)
            end = self.boxes[0].x - _GAP
            canvas.writing_line(self.left + _CODE, end, top + self.height - _PAD)
            return
        if self.boxes:
            canvas.words(set_text(self.contender.code, _NUMBER, _CODE), self.left, top + _PAD)
        if self.contender.said and self.words.blocks:
            end = top + _PAD + self.words.blocks[0].height / MM
            bar, _words = bar_and_words(self.contender, self.words.blocks[0], self.left + _CODE)
            canvas.quote_bar(bar, top + _PAD + 0.4, end - 0.3)
        self.words.draw(canvas, top + _PAD)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut between two lines of the words; the boxes stay on the first page."""
        if room < self.least or self.least == self.height:
            return None
        head, tail = self.words.cut(room - 2 * _PAD)
        if not tail.blocks:
            return None
        rest = replace(self, words=tail, boxes=(), height=tail.height + 2 * _PAD)
        return replace(self, words=head, height=room), rest


def _on_grid(contenders: tuple[Contender, ...]) -> list[Contender]:
    """The most heard, and everything that is in a slot already."""
    return [
        contender for place, contender in enumerate(contenders) if place < MOST or contender.answers
    ]


def _answers(contender: Contender | None, count: int) -> tuple[CriterionReason | None, ...]:
    return contender.answers if contender and contender.answers else (None,) * count


def _left_out(grid: CriteriaGridContent) -> list[str]:
    """A note on how many are not on the grid, if any."""
    left = len(grid.contenders) - len(_on_grid(grid.contenders))
    more = ngettext(
        "{n} more, heard from fewer {customers}, is on the list: write it in if you like.",
        "{n} more, heard from fewer {customers}, are on the list: write them in if you like.",
        left,
    )
    return [more.format(n=left)] if left else []


def _heard(contender: Contender) -> str:
    by = ngettext("{n} {customer}", "{n} {customers}", contender.customers).format(
        n=contender.customers
    )
    if not contender.served or contender.served == contender.customers:
        return by
    served = ngettext("{n} of those we serve", "{n} of those we serve", contender.served)
    return with_commas((by, served.format(n=contender.served)))
