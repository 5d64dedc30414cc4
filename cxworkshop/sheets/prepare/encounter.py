"""The map of the encounter: its steps side by side, with what each adds and what could be dropped.

Steps with more words than columns hold stand below one another instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop.content.values import EncounterMapContent, MapStep
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of, level, on_pages, row
from cxworkshop.sheets.layout.form_lines import ROW, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_FEW, _MANY = 5, 6  # columns: at least one is empty where there are few steps
_NAMES = 27.0  # the column that says what each row asks
_GAP = 5.0  # between columns
_SIZES = (10.8, 10.0, 9.2, 8.5)  # points
_RING, _ALONG = 3.4, 11.0  # a step's number, and the height of the line that joins them
_PAD = 2.2
_SPACE = FixedPiece(height=1.6)  # above words that have no title
_LEAST = 2  # lines to write on
_MORE = (0.1, 0.4, 0.5)  # of the height that is left, for each question
_NUMBER = Style(face=HEAVY, size=10.5, leading=13, color=ACCENT, align="center")
_DROP = 9.0
_SHARES = (0.0, 0.29, 0.6, 0.95)  # the same columns when steps stand below one another

Steps = Sequence[MapStep | None]


def encounter_map(values: EncounterMapContent, options: PrintOptions) -> list[Page]:
    """On the sheet's long side; as many pages as there are steps for."""
    paper = options.paper.landscape
    groups = _in_columns(values.steps)
    sizes = [_size(steps, paper) for steps in groups]
    size = min((size for size in sizes if size), default=0.0)
    sides: list[list[Piece]] = []
    for steps, fits in zip(groups, sizes, strict=True):
        above: list[Piece] = [_SPACE] if sides else _top(paper)
        if fits:
            room = paper.room - height_of(above) - 2 * _PAD
            sides.append([*above, _Columns(steps, paper, size).filling(room)])
        else:
            sides += _below_one_another(above, steps, paper)
    round_ = _("round {n}").format(n=values.round_number)
    frame = Frame(kind=_("Map of the encounter"), whose=f"{values.team}  ·  {round_}")
    return framed(frame, sides, paper)


def _size(steps: Steps, paper: Paper) -> float:
    """The largest in which they stand side by side; 0 where none is small enough."""
    room = paper.room - height_of(_top(paper)) - 2 * _PAD
    fitting = (size for size in _SIZES if _Columns(steps, paper, size).least <= room)
    return next(fitting, 0.0)


def _top(paper: Paper) -> list[Piece]:
    hint = _("Walk through it as a customer does, step by step. A step that adds nothing is made"
             " worth something, or dropped.")  # fmt: skip
    return [
        title(_("What does each step add, in the customer’s eyes?"), paper, 19),
        words(hint, SMALL, paper.left, paper.column),
    ]


def _in_columns(steps: Sequence[MapStep]) -> list[Steps]:
    """Pages of steps, filled up with empty ones."""
    count = _FEW if len(steps) < _FEW else _MANY
    starts = range(0, max(len(steps), 1), count)
    pages: list[list[MapStep | None]] = [[*steps[start : start + count]] for start in starts]
    return [[*page, *[None] * (count - len(page))] for page in pages]


@dataclass(frozen=True)
class _Band:
    """One question asked of all steps: its cells, and the least height of each."""

    name: TextBlock
    cells: tuple[TextBlock | None, ...]
    lines: int  # to write on, where nothing is written yet

    @property
    def least(self) -> float:
        """Room for the longest cell, and for the lines."""
        written = max((cell.height / MM for cell in self.cells if cell), default=0.0)
        return max(written, self.lines * ROW, self.name.height / MM) + 2 * _PAD


@dataclass(frozen=True)
class _Columns:
    """One page of steps side by side, set in so many points."""

    steps: Steps
    paper: Paper
    size: float

    @cached_property
    def bands(self) -> tuple[_Band, ...]:
        """What happens, what it adds, what would make it worth more."""
        bold = Style(face=SEMI, size=self.size, leading=self.size * 1.28)
        plain = Style(size=self.size, leading=self.size * 1.28)
        return (
            _Band(_name(_("What happens")), self._laid(lambda step: step.words, bold), _LEAST),
            _Band(_name(_("What it adds for the customer")),
                  self._laid(lambda step: step.adds, plain), _LEAST),
            _Band(_name(_("What would make it worth more?")),
                  tuple(None for _step in self.steps), _LEAST),
        )  # fmt: skip

    @property
    def least(self) -> float:
        """The height that it needs."""
        return _ALONG + sum(band.least for band in self.bands) + _DROP

    def filling(self, room: float) -> Piece:
        """As one piece of this height; what is left over goes to the lines to write on."""
        more = room - self.least
        heights = [band.least + more * share for band, share in zip(self.bands, _MORE, strict=True)]
        return FixedPiece(height=room, gap=_PAD, paint=partial(self._draw, heights))

    @property
    def _width(self) -> float:
        """Of a column, without the gap behind it."""
        whole = self.paper.column - _NAMES + _GAP
        return whole / len(self.steps) - _GAP

    def _left(self, place: int) -> float:
        return self.paper.left + _NAMES + place * (self._width + _GAP)

    def _laid(self, text: Callable[[MapStep], str], style: Style) -> tuple[TextBlock | None, ...]:
        said = [text(step) if step else "" for step in self.steps]
        return tuple(put(one, style, self._width) if one else None for one in said)

    def _draw(
        self, heights: Sequence[float], canvas: PageCanvas, top: float, _height: float
    ) -> None:
        self._line(canvas, top + _ALONG / 2)
        y = top + _ALONG
        for number, (band, height) in enumerate(zip(self.bands, heights, strict=True)):
            with canvas.part("TR", begins=not number):
                self._band(canvas, band, y, height)
            y += height
            canvas.rule(self.paper.left, self.paper.right, y - _PAD / 2, 0.4, HAIR)
        with canvas.part("TR"):
            self._drop(canvas, y)

    def _line(self, canvas: PageCanvas, y: float) -> None:
        """The way of the customer, from step to step."""
        start, end = self._left(0) + _RING, self.paper.right
        canvas.rule(start, end, y, 1.2, INK)
        canvas.stroke(((end - 2.2, y - 1.4), (end, y), (end - 2.2, y + 1.4)), 1.2, INK)
        for place, step in enumerate(self.steps):
            x = self._left(place) + _RING
            canvas.ring(x, y, _RING)
            if step:
                number = put(str(step.number), _NUMBER, 3 * _RING)
                canvas.words(number, x - 1.5 * _RING, y - number.height / MM / 2)

    def _band(self, canvas: PageCanvas, band: _Band, top: float, height: float) -> None:
        with canvas.part("TH"):
            canvas.words(band.name, self.paper.left, top)
        for place, cell in enumerate(band.cells):
            left, written = self._left(place), cell.height / MM if cell else 0.0
            with canvas.part("TD"):
                if cell:
                    canvas.words(cell, left, top)
            bottom = top + height - 2 * _PAD
            for number in range(int((height - 2 * _PAD - written) / ROW)):
                canvas.writing_line(left, left + self._width, bottom - number * ROW)

    def _drop(self, canvas: PageCanvas, top: float) -> None:
        with canvas.part("TH"):
            canvas.words(_name(_("Drop it?")), self.paper.left, top + 1.6)
        for place, step in enumerate(self.steps):
            with canvas.part("TD"):
                spot = self._left(place), top + 1.6, self._width
                _drop(canvas, spot, dropped=bool(step and step.dropped))


def _name(text: str) -> TextBlock:
    return put(text, replace(LABEL, role="P"), _NAMES - 4)


def _drop(canvas: PageCanvas, spot: tuple[float, float, float], *, dropped: bool) -> None:
    x, top, width = spot
    canvas.box(x, top)
    if dropped:
        canvas.tick(x, top, alt=_("ticked"))
    before = BOX + 1.6
    said = put(_("dropped") if dropped else _("adds nothing"), SMALL, width - before)
    canvas.words(said, x + before, top + (BOX - said.height / MM) / 2)


def _below_one_another(above: list[Piece], steps: Steps, paper: Paper) -> list[list[Piece]]:
    """Every step as a row, cut between two lines where a page ends; empty rows fill the last."""
    head = _row_head(paper)
    rows = [_row(step, paper) for step in steps if step]
    later = paper.room - _SPACE.height - head.height
    first, *others = on_pages([*above, head, *rows], paper.room, later)
    pages = [first, *([_SPACE, head, *rest] for rest in others)]
    blank = _row(None, paper)
    free = int((paper.room - height_of(pages[-1])) / blank.height)
    pages[-1] = [*pages[-1], *[blank] * free]
    return pages


def _starts(paper: Paper) -> list[float]:
    """Where the columns begin when steps stand below one another."""
    return [paper.left + (paper.column) * share for share in _SHARES]


def _row_head(paper: Paper) -> Piece:
    x = _starts(paper)
    names = (_("What happens"), _("What it adds for the customer"),
             _("What would make it worth more?"), _("Drop it?"))  # fmt: skip
    ends = [*x[1:], paper.right + _GAP]
    heads = [
        Cell(left, (put(name, replace(LABEL, role="P"), end - left - _GAP),))
        for name, left, end in zip(names, x, ends, strict=True)
    ]

    def under(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height, 0.9, INK)

    return row(level(heads), pad=0.8, paint=under, keep=True, role="TH")


def _row(step: MapStep | None, paper: Paper) -> Piece:
    x = _starts(paper)
    bold = Style(face=SEMI, size=10, leading=13)
    plain = replace(bold, face=Style().face)
    what = f"{step.number}  {step.words}" if step else ""
    cells = [
        Cell(x[0], (put(what, bold, x[1] - x[0] - _GAP),)),
        Cell(x[1], (put(step.adds if step else "", plain, x[2] - x[1] - _GAP),)),
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
