"""The map of the encounter: its steps side by side, with what each adds and what to drop.

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
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of, level, on_pages, row
from cxworkshop.sheets.layout.form_lines import ROW, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_FEW, _MANY = 5, 6  # columns; with few steps at least one is empty
_NAMES = 27.0  # mm, the column with the question of each row
_GAP = 5.0  # mm between columns
_SIZES = (10.8, 10.0, 9.2, 8.5)  # points
_RING, _THREAD = 3.4, 11.0  # mm: radius of a step's ring, and height of the line that joins them
_PAD = 2.2
_SPACE = FixedPiece(height=1.6)  # room at the top of pages without a title
_MIN_LINES = 2  # to write on
_EXTRA_SHARES = (0.1, 0.4, 0.5)  # of the free height, for each question
_NUMBER = Style(face=HEAVY, size=10.5, leading=13, color=ACCENT, align="center")
_DROP = 9.0
_TABLE_EDGES = (0.0, 0.29, 0.6, 0.95)  # of the width: left edges of the table's columns

Steps = Sequence[MapStep | None]


def encounter_map(content: EncounterMapContent, options: PrintOptions) -> list[Page]:
    """Draw it in landscape, on as many pages as the steps need."""
    paper = options.paper.landscape
    groups = _groups(content.steps)
    sizes = [_size(steps, paper) for steps in groups]
    size = min((size for size in sizes if size), default=0.0)
    sides: list[list[Piece]] = []
    for steps, fits in zip(groups, sizes, strict=True):
        top_pieces: list[Piece] = [_SPACE] if sides else _top(paper)
        if fits:
            room = paper.room - height_of(top_pieces) - 2 * _PAD
            sides.append([*top_pieces, _StepColumns(steps, paper, size).filling(room)])
        else:
            sides += _as_table(top_pieces, steps, paper)
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Map of the encounter"), whose=f"{content.team}  ·  {round_}")
    return framed(frame, sides, paper)


def _size(steps: Steps, paper: Paper) -> float:
    """The largest size in points in which they fit side by side; 0 if none does."""
    room = paper.room - height_of(_top(paper)) - 2 * _PAD
    fitting = (size for size in _SIZES if _StepColumns(steps, paper, size).least <= room)
    return next(fitting, 0.0)


def _top(paper: Paper) -> list[Piece]:
    hint = _("Walk through it as a customer does, step by step. A step that adds nothing is made"
             " worth something, or dropped.")  # fmt: skip
    return [
        title(_("What does each step add, in the customer’s eyes?"), paper, 19),
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
    cells: tuple[TextBlock | None, ...]
    lines: int  # to write on in an empty cell

    @property
    def least(self) -> float:
        """Height in mm for the longest cell and the lines."""
        written = max((cell.height / MM for cell in self.cells if cell), default=0.0)
        return max(written, self.lines * ROW, self.name.height / MM) + 2 * _PAD


@dataclass(frozen=True)
class _StepColumns:
    """One page of steps side by side, set in `size` points."""

    steps: Steps
    paper: Paper
    size: float

    @cached_property
    def question_rows(self) -> tuple[_QuestionRow, ...]:
        """The three questions: what happens, what it adds, what would make it worth more."""
        bold = Style(face=SEMI, size=self.size, leading=self.size * 1.28)
        plain = Style(size=self.size, leading=self.size * 1.28)
        rows = (
            (_("What happens"), self._blocks(lambda step: step.words, bold)),
            (_("What it adds for the customer"), self._blocks(lambda step: step.adds, plain)),
            (_("What would make it worth more?"), tuple(None for _step in self.steps)),
        )
        return tuple(_QuestionRow(_label(name), cells, _MIN_LINES) for name, cells in rows)

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

    def _blocks(self, text: Callable[[MapStep], str], style: Style) -> tuple[TextBlock | None, ...]:
        texts = [text(step) if step else "" for step in self.steps]
        return tuple(set_text(each, style, self._width) if each else None for each in texts)

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
        for place, cell in enumerate(question.cells):
            left, written = self._left(place), cell.height / MM if cell else 0.0
            with canvas.part("TD"):
                if cell:
                    canvas.words(cell, left, top)
            bottom = top + height - 2 * _PAD
            for number in range(int((height - 2 * _PAD - written) / ROW)):
                canvas.writing_line(left, left + self._width, bottom - number * ROW)

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
        canvas.tick(x, top, alt=_("ticked"))
    before = BOX + 1.6
    block = set_text(_("dropped") if dropped else _("adds nothing"), SMALL, width - before)
    canvas.words(block, x + before, top + (BOX - block.height / MM) / 2)


def _as_table(top_pieces: list[Piece], steps: Steps, paper: Paper) -> list[list[Piece]]:
    """Every step as a table row, which may be cut; empty rows fill the last page."""
    head = _row_head(paper)
    rows = [_row(step, paper) for step in steps if step]
    later = paper.room - _SPACE.height - head.height
    first, *others = on_pages([*top_pieces, head, *rows], paper.room, later)
    pages = [first, *([_SPACE, head, *rest] for rest in others)]
    blank = _row(None, paper)
    free = int((paper.room - height_of(pages[-1])) / blank.height)
    pages[-1] = [*pages[-1], *[blank] * free]
    return pages


def _column_edges(paper: Paper) -> list[float]:
    """Left edges of the table's columns."""
    return [paper.left + paper.column * share for share in _TABLE_EDGES]


def _row_head(paper: Paper) -> Piece:
    x = _column_edges(paper)
    names = (_("What happens"), _("What it adds for the customer"),
             _("What would make it worth more?"), _("Drop it?"))  # fmt: skip
    ends = [*x[1:], paper.right + _GAP]
    heads = [
        Cell(left, (set_text(name, replace(LABEL, role="P"), end - left - _GAP),))
        for name, left, end in zip(names, x, ends, strict=True)
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height, 0.9, INK)

    return row(level(heads), pad=0.8, paint=rule_below, keep=True, role="TH")


def _row(step: MapStep | None, paper: Paper) -> Piece:
    x = _column_edges(paper)
    bold = Style(face=SEMI, size=10, leading=13)
    plain = replace(bold, face=Style().face)
    what = f"{step.number}  {step.words}" if step else ""
    cells = [
        Cell(x[0], (set_text(what, bold, x[1] - x[0] - _GAP),)),
        Cell(x[1], (set_text(step.adds if step else "", plain, x[2] - x[1] - _GAP),)),
    ]

    def ruled(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height, 0.4, HAIR)

    def to_write(canvas: PageCanvas, top: float, height: float) -> None:
        for number in range(1, min(4, int(height / ROW)) + 1):
            for left, end in zip(x[2:] if step else x, x[3:] if step else x[1:], strict=False):
                canvas.writing_line(left, end - _GAP, top + number * ROW - 1.0)
        canvas.box(x[3], top + 3)
        if step and step.dropped:
            canvas.tick(x[3], top + 3, alt=_("dropped"))
        ruled(canvas, top, height)

    return row(level(cells), least=2 * ROW, pad=1.6, paint=to_write, again=ruled, role="TR")
