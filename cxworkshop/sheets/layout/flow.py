"""Pieces of a sheet, one below the other: on one page if they fit, else on as many as they need.

Heights and widths are millimetres. No piece is ever cut inside a line of words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from cxworkshop.compat import override
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.progress import report_progress
from cxworkshop.sheets.typesetting.text import TextBlock

_ROLES = {"": ("", ""), "TR": ("TR", "TD"), "TH": ("TR", "TH"), "LI": ("LI", "LBody")}
_WORTH_CUTTING = 4  # lines: fewer stay together on one page
Paint = Callable[[PageCanvas, float, float], None]  # with the top and the height of the piece


def nothing(_canvas: PageCanvas, _top: float, _height: float) -> None:
    """No marks around the words."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Something with a height. `gap` is kept above it, `keep` holds it to the next piece.

    A `bookmark` is a line in the outline that leads to it.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    bookmark: str = ""

    @property
    def least(self) -> float:
        """How much of it must fit before it may begin on a page."""
        return self.height

    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw all of it."""
        raise NotImplementedError

    def cut(self, _room: float) -> tuple[Piece, Piece] | None:
        """What fits into this height, and the rest; None when it can't be cut there."""
        return None


@dataclass(frozen=True, kw_only=True)
class FixedPiece(Piece):
    """Something of a fixed height that is never cut."""

    paint: Paint = nothing

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw all of it."""
        self.paint(canvas, top, self.height)


@dataclass(frozen=True)
class Cell:
    """Words below one another, at `x`, and as much free height `below` them."""

    x: float
    blocks: tuple[TextBlock, ...]
    below: float = 0.0

    @property
    def height(self) -> float:
        """Of all its words."""
        return sum(block.height for block in self.blocks) / MM + self.below

    @property
    def leadings(self) -> list[float]:
        """The height of each line."""
        return [block.style.leading / MM for block in self.blocks for _line in block.lines]

    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw its words, the first line at the top."""
        for block in self.blocks:
            canvas.words(block, self.x, top)
            top += block.height / MM

    def cut(self, room: float) -> tuple[Cell, Cell]:
        """The lines that fit into this height, and the others."""
        heads: list[TextBlock] = []
        tails: list[TextBlock] = []
        left = room * MM
        for block in self.blocks:
            count = 0 if tails else block.fitting(left)
            head, tail = block.cut(count)
            heads += [head] if head.lines else []
            tails += [tail] if tail.lines else []
            left -= head.height
        return Cell(self.x, tuple(heads)), Cell(self.x, tuple(tails))


@dataclass(frozen=True, kw_only=True)
class TableRow(Piece):
    """Cells side by side, in the middle of the row's height; `again` paints what is cut off.

    `role` says what it is to a screen reader: TR a row of a table, TH its head, LI an item of a
    list, "" nothing but words.
    """

    cells: tuple[Cell, ...]
    pad: float
    paint: Paint
    again: Paint
    role: str = ""

    @property
    @override
    def least(self) -> float:
        """Two lines of the longest cell and the room around them; all of a row of few lines."""
        leadings = max((cell.leadings for cell in self.cells), key=sum)
        if len(leadings) < _WORTH_CUTTING:
            return self.height
        return min(self.height, sum(leadings[:2]) + 2 * self.pad)

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw the marks, then the words."""
        row_, cell_ = _ROLES[self.role]
        with canvas.part(row_, begins=self.role == "TH") if row_ else nullcontext():
            for number, cell in enumerate(self.cells):
                with canvas.part(cell_) if cell_ else nullcontext():
                    if not number:
                        self.paint(canvas, top, self.height)
                    cell.draw(canvas, top + (self.height - cell.height) / 2)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Between two lines of its longest cell; a cell that is short stays on the first page.

        What is cut stands at the top: its columns begin beside one another on both pages.
        """
        if self.least == self.height or room < self.least:
            return None
        parts = [cell.cut(room - 2 * self.pad) for cell in self.cells]
        heads, tails = (tuple(level([part[side] for part in parts])) for side in (0, 1))
        if not any(cell.blocks for cell in tails):
            return None
        head = row(heads, pad=self.pad, paint=self.paint, again=self.again, gap=self.gap)
        tail = row(tails, pad=self.pad, paint=self.again, again=self.again)
        head = replace(head, role=self.role, bookmark=self.bookmark)
        return head, replace(tail, keep=self.keep, role=self.role)


def row(
    cells: Iterable[Cell],
    *,
    least: float = 0.0,
    pad: float = 0.0,
    paint: Paint = nothing,
    again: Paint | None = None,
    gap: float = 0.0,
    keep: bool = False,
    role: str = "",
    bookmark: str = "",
) -> TableRow:
    """A row as high as its longest cell, and at least `least`."""
    all_cells = tuple(cells)
    height = max(least, max(cell.height for cell in all_cells) + 2 * pad)
    return TableRow(
        height=height,
        cells=all_cells,
        pad=pad,
        paint=paint,
        again=again or paint,
        gap=gap,
        keep=keep,
        role=role,
        bookmark=bookmark,
    )


def level(cells: Sequence[Cell]) -> list[Cell]:
    """The same cells, made as high as the highest, so that their first lines stand in a row."""
    highest = max(cell.height for cell in cells)
    return [replace(cell, below=highest - cell.height) for cell in cells]


@dataclass(frozen=True, kw_only=True)
class PaintedRow(Piece):
    """A row of a table whose cells paint themselves; `role` is TR, or TH for its head."""

    cells: tuple[Paint, ...]
    role: str = "TR"

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Each cell by itself."""
        row_, cell_ = _ROLES[self.role]
        with canvas.part(row_, begins=self.role == "TH"):
            for paint in self.cells:
                with canvas.part(cell_):
                    paint(canvas, top, self.height)


@dataclass(frozen=True, kw_only=True)
class Columns(Piece):
    """Columns of pieces side by side, each from the top; never cut."""

    columns: tuple[tuple[Piece, ...], ...]

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw column by column."""
        for column in self.columns:
            draw_down(canvas, column, top)


def beside(*columns: Sequence[Piece], gap: float = 0.0) -> Columns:
    """Columns as high as the highest of them."""
    height = max(height_of(column) for column in columns)
    return Columns(height=height, columns=tuple(map(tuple, columns)), gap=gap)


def height_of(pieces: Sequence[Piece]) -> float:
    """All of them one below the other, without the gap above the first."""
    return sum(piece.gap + piece.height for piece in pieces) - (pieces[0].gap if pieces else 0)


def draw_down(canvas: PageCanvas, pieces: Sequence[Piece], top: float) -> None:
    """Draw them one below the other; the gap above the first is left out."""
    for number, piece in enumerate(pieces):
        top += piece.gap if number else 0
        if piece.bookmark:
            canvas.bookmark(piece.bookmark, top)
        piece.draw(canvas, top)
        top += piece.height


def spread(pieces: Sequence[Piece], spare: float, most: float) -> list[Piece]:
    """The same pieces with the spare height shared out among the gaps, at most `most` to each."""
    gaps = sum(piece.gap > 0 for piece in pieces[1:])
    more = min(most, spare / gaps) if gaps else 0
    return [replace(piece, gap=piece.gap + more) if piece.gap else piece for piece in pieces]


def on_pages(pieces: Sequence[Piece], room: float, later_room: float) -> list[list[Piece]]:
    """Pages of pieces: `room` is the height of the first page, `later_room` of the others."""
    pages: list[list[Piece]] = [[]]
    waiting = deque(pieces)
    while waiting:
        report_progress()
        left = (later_room if len(pages) > 1 else room) - height_of(pages[-1])
        piece = waiting.popleft()
        left -= piece.gap if pages[-1] else 0
        if _begins(piece, waiting, left) or not pages[-1]:
            rest = _place(piece, pages[-1], left)
            if rest is None:
                continue
            waiting.appendleft(rest)
        else:
            waiting.appendleft(piece)
        pages.append([])
    return pages


def _begins(piece: Piece, following: Iterable[Piece], left: float) -> bool:
    """Whether the piece, and all that must not stand on another page than it, fits."""
    for later in following:
        if not piece.keep:
            break
        left -= piece.height + later.gap
        piece = later
    return piece.least <= left


def _place(piece: Piece, page: list[Piece], left: float) -> Piece | None:
    """Put as much of it on the page as fits; what is left over goes on the next page."""
    parts = piece.cut(left) if piece.height > left else None
    if parts is None:
        page.append(piece)
        return None
    page.append(parts[0])
    return parts[1]
