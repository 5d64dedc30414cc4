"""The map of the encounter: its steps side by side, with what each adds, and what customers said.

Steps with too many words for columns become rows of a table instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop.content.values import EncounterMapContent, MapStep
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of
from cxworkshop.sheets.layout.form_lines import ROW, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM, Paper
from cxworkshop.sheets.prepare.encounter_table import as_table, said_cell
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_FEW, _MANY = 5, 6  # columns; with few steps at least one is empty
_NAMES = 27.0  # mm, the column with the question of each row
_GAP = 5.0  # mm between columns
_SIZES = (10.8, 10.0, 9.2)  # points
_RING, _THREAD = 3.4, 11.0  # mm: radius of a step's ring, and height of the line that joins them
_PAD = 2.2
_LOWEST = 6.0
_SPACE = FixedPiece(height=1.6)  # room at the top of pages without a title
_MIN_LINES = 1  # to write on, where nothing is written yet
_EXTRA_SHARES = (0.1, 0.3, 0.1, 0.5)  # of the free height, for each question
_NUMBER = Style(face=HEAVY, size=10.5, leading=13, color=ACCENT, align="center")
_DROP = 9.0

Steps = Sequence[MapStep | None]


def encounter_map(content: EncounterMapContent, options: PrintOptions) -> list[Page]:
    """Draw it in landscape, on as many pages as the steps need."""
    paper = options.paper.landscape
    groups = _groups(content.steps)
    sizes = [_size(steps, _top(content, paper), paper) for steps in groups]
    size = min((size for size in sizes if size), default=0.0)
    sides: list[list[Piece]] = []
    for steps, fits in zip(groups, sizes, strict=True):
        top_pieces: list[Piece] = [_SPACE] if sides else _top(content, paper)
        if fits:
            room = paper.room - height_of(top_pieces) - 2 * _PAD
            sides.append([*top_pieces, _StepColumns(steps, paper, size).filling(room)])
        else:
            sides += as_table(top_pieces, steps, paper)
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(
        kind=_("Map of the encounter"),
        whose=f"{content.team}  ·  {round_}",
        privacy=privacy(),
    )
    return framed(frame, sides, paper)


def _size(steps: Steps, top: Sequence[Piece], paper: Paper) -> float:
    """The largest size in points in which they fit side by side; 0 if none does."""
    room = paper.room - height_of(top) - 2 * _PAD
    fitting = (size for size in _SIZES if _StepColumns(steps, paper, size).least <= room)
    return next(fitting, 0.0)


def _top(content: EncounterMapContent, paper: Paper) -> list[Piece]:
    hint = _("Walk through it as {a_customer} does, step by step. A step that adds nothing is made"
             " worth something, or dropped.")  # fmt: skip
    offer = _("We want to offer: {words}").format(words=content.experience)
    return [
        title(_("What does each step add, in the {customer_s} eyes?"), paper, 19),
        *([words(offer, SMALL, paper.left, paper.column)] if content.experience else ()),
        words(hint, SMALL, paper.left, paper.column),
    ]


def _groups(steps: Sequence[MapStep]) -> list[Steps]:
    """The steps of each page, filled up with empty ones."""
    count = _FEW if len(steps) < _FEW else _MANY
    starts = range(0, max(len(steps), 1), count)
    pages: list[list[MapStep | None]] = [[*steps[start : start + count]] for start in starts]
    return [[*page, *[None] * (count - len(page))] for page in pages]


@dataclass(frozen=True)
class _QuestionRow:
    """One question to all steps, with a cell for each."""

    name: TextBlock
    cells: tuple[Cell, ...]
    lines: int  # to write on, or 0

    @property
    def least(self) -> float:
        """Height in mm for the longest cell and the lines."""
        written = max(cell.height + self.lines * ROW for cell in self.cells)
        return max(written, _LOWEST, self.name.height / MM) + 2 * _PAD


@dataclass(frozen=True)
class _StepColumns:
    """One page of steps side by side, set in `size` points."""

    steps: Steps
    paper: Paper
    size: float

    @cached_property
    def question_rows(self) -> tuple[_QuestionRow, ...]:
        """What happens, what it adds, what customers said, what would make it worth more."""
        bold = Style(face=SEMI, size=self.size, leading=self.size * 1.28)
        plain = Style(size=self.size, leading=self.size * 1.28)
        said = tuple(
            said_cell(step, self._left(n), self._width, self.size)
            for n, step in enumerate(self.steps)
        )
        rows = (
            (_("What happens"), self._cells(lambda step: step.words, bold)),
            (_("What it adds for the {customer}"), self._cells(lambda step: step.adds, plain)),
            (_("What {customers} said"), said),
            (_("What would make it worth more?"), self._cells(lambda s: s.worth_more, plain)),
        )
        return tuple(
            _QuestionRow(_label(name), cells, 0 if cells is said else _MIN_LINES)
            for name, cells in rows
        )

    @property
    def least(self) -> float:
        """The height in mm that it needs."""
        return _THREAD + sum(question.least for question in self.question_rows) + _DROP

    def filling(self, room: float) -> Piece:
        """All of it as one piece of this height; free height becomes lines to write on."""
        extra = room - self.least
        heights = [
            question.least + extra * share
            for question, share in zip(self.question_rows, _EXTRA_SHARES, strict=True)
        ]
        return FixedPiece(height=room, gap=_PAD, paint=partial(self._draw, heights))

    @property
    def _width(self) -> float:
        """Width of a column without its gap."""
        whole = self.paper.column - _NAMES + _GAP
        return whole / len(self.steps) - _GAP

    def _left(self, place: int) -> float:
        return self.paper.left + _NAMES + place * (self._width + _GAP)

    def _cells(self, text: Callable[[MapStep], str], style: Style) -> tuple[Cell, ...]:
        texts = [text(step) if step else "" for step in self.steps]
        return tuple(
            Cell(self._left(n), (set_text(each, style, self._width),) if each else ())
            for n, each in enumerate(texts)
        )

    def _draw(
        self, heights: Sequence[float], canvas: PageCanvas, top: float, _height: float
    ) -> None:
        self._draw_thread(canvas, top + _THREAD / 2)
        y = top + _THREAD
        for number, (question, height) in enumerate(zip(self.question_rows, heights, strict=True)):
            with canvas.part("TR", begins=not number):
                self._draw_row(canvas, question, y, height)
            y += height
            canvas.rule(self.paper.left, self.paper.right, y - _PAD / 2, 0.4, HAIR)
        with canvas.part("TR"):
            self._draw_drop_row(canvas, y)

    def _draw_thread(self, canvas: PageCanvas, y: float) -> None:
        """Draw the thread from step to step, with numbers in rings."""
        start, end = self._left(0) + _RING, self.paper.right
        canvas.rule(start, end, y, 1.2, INK)
        canvas.stroke(((end - 2.2, y - 1.4), (end, y), (end - 2.2, y + 1.4)), 1.2, INK)
        for place, step in enumerate(self.steps):
            x = self._left(place) + _RING
            canvas.ring(x, y, _RING)
            if step:
                number = set_text(str(step.number), _NUMBER, 3 * _RING)
                canvas.words(number, x - 1.5 * _RING, y - number.height / MM / 2)

    def _draw_row(
        self, canvas: PageCanvas, question: _QuestionRow, top: float, height: float
    ) -> None:
        with canvas.part("TH"):
            canvas.words(question.name, self.paper.left, top)
        for cell in question.cells:
            with canvas.part("TD"):
                cell.draw(canvas, top)
            bottom = top + height - 2 * _PAD
            for number in range(self._lines_below(question, cell, height)):
                y = bottom - number * ROW
                canvas.writing_line(cell.x, cell.x + self._width, y)

    def _lines_below(self, question: _QuestionRow, cell: Cell, height: float) -> int:
        """How many lines to write on fit below what is written."""
        return int((height - 2 * _PAD - cell.height) / ROW) if question.lines else 0

    def _draw_drop_row(self, canvas: PageCanvas, top: float) -> None:
        with canvas.part("TH"):
            canvas.words(_label(_("Drop it?")), self.paper.left, top + 1.6)
        for place, step in enumerate(self.steps):
            with canvas.part("TD"):
                spot = self._left(place), top + 1.6, self._width
                _draw_drop_box(canvas, spot, dropped=bool(step and step.dropped))


def _label(text: str) -> TextBlock:
    return set_text(text, replace(LABEL, role="P"), _NAMES - 4)


def _draw_drop_box(canvas: PageCanvas, spot: tuple[float, float, float], *, dropped: bool) -> None:
    x, top, width = spot
    canvas.box(x, top)
    if dropped:
        tick(canvas, x, top, alt=_("ticked"))
    before = BOX + 1.6
    block = set_text(_("dropped") if dropped else _("adds nothing"), SMALL, width - before)
    canvas.words(block, x + before, top + (BOX - block.height / MM) / 2)
