"""Pieces of a page, and how they are drawn one below the other.

Heights and widths are in millimetres. A piece is never split inside a line of text.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from cxworkshop.compat import override
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import beside_bar
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.text import TextBlock

_ROLES = {
    "": ("", ""),
    "TR": ("TR", "TD"),
    "TH": ("TR", "TH"),
    "LI": ("LI", "LBody"),
    "H3": ("H3", ""),
}
BAR = 0.7  # mm, from the edge of a quote to its bar
_WORTH_CUTTING = 4  # lines: a row of fewer is never split
Paint = Callable[[PageCanvas, float, float], None]  # takes the top and the height of the piece


def nothing(_canvas: PageCanvas, _top: float, _height: float) -> None:
    """Paint nothing around the text."""


@dataclass(frozen=True, kw_only=True)
class Piece(ABC):
    """Something with a height. `gap` is the space above it, `keep` keeps it with the next piece.

    `bookmark` is an outline entry that leads to it. `continued` stands on top of later pages, until
    a piece comes that has another.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    bookmark: str = ""
    continued: Piece | None = None

    @property
    def least(self) -> float:
        """Height that must be left on a page for the piece to start there."""
        return self.height

    @abstractmethod
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw the whole piece with its top at this height."""

    def cut(self, _room: float) -> tuple[Piece, Piece] | None:
        """Split into what fits this height and the rest; None if it can't be split there."""
        return None


@dataclass(frozen=True, kw_only=True)
class FixedPiece(Piece):
    """A piece of fixed height that is never split."""

    paint: Paint = nothing

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        self.paint(canvas, top, self.height)


@dataclass(frozen=True)
class Cell:
    """Text blocks one below the other at `x`, with free height `below` them.

    With an `indent`, by which its blocks are narrower, customers' words have a bar beside them.
    """

    x: float
    blocks: tuple[TextBlock, ...]
    below: float = 0.0
    indent: float = 0.0

    @property
    def height(self) -> float:
        return sum(block.height for block in self.blocks) / MM + self.below

    @property
    def leadings(self) -> list[float]:
        return [block.style.leading / MM for block in self.blocks for _line in block.lines]

    def draw(self, canvas: PageCanvas, top: float) -> None:
        for block in self.blocks:
            left = self._beside_bar(canvas, block, top) if self.indent else self.x
            canvas.words(block, left, top)
            top += block.height / MM

    def _beside_bar(self, canvas: PageCanvas, block: TextBlock, top: float) -> float:
        """Draw the bar if they are a customer's words; return where the text begins."""
        bar, left = beside_bar(block, self.x, self.indent, BAR)
        if block.style.role == "BlockQuote":
            canvas.quote_bar(bar, top + 0.6, top + block.height / MM - 0.4)
        return left

    def cut(self, room: float) -> tuple[Cell, Cell]:
        """Split into the lines that fit this height and the others."""
        heads: list[TextBlock] = []
        tails: list[TextBlock] = []
        left = room * MM
        for block in self.blocks:
            count = 0 if tails else block.fitting(left)
            head, tail = block.cut(count)
            heads += [head] if head.lines else []
            tails += [tail] if tail.lines else []
            left -= head.height
        return (
            replace(self, blocks=tuple(heads), below=0.0),
            replace(self, blocks=tuple(tails), below=0.0),
        )


@dataclass(frozen=True, kw_only=True)
class TableRow(Piece):
    """Cells side by side, vertically centred; `again` paints the part that moved to a new page.

    `role` is TR for a table row, TH for its header, LI for a list item, H3 for a heading of several
    texts, "" for plain text.
    """

    cells: tuple[Cell, ...]
    pad: float
    paint: Paint
    again: Paint
    role: str = ""
    worth_cutting: int = _WORTH_CUTTING

    @property
    @override
    def least(self) -> float:
        """Two lines of the longest cell with padding; the whole row if it has few lines."""
        leadings = max((cell.leadings for cell in self.cells), key=sum)
        if len(leadings) < self.worth_cutting:
            return self.height
        return min(self.height, sum(leadings[:2]) + 2 * self.pad)

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        row_, cell_ = _ROLES[self.role]
        with canvas.part(row_, begins=self.role == "TH") if row_ else nullcontext():
            for number, cell in enumerate(self.cells):
                with canvas.part(cell_) if cell_ else nullcontext():
                    if not number:
                        self.paint(canvas, top, self.height)
                    cell.draw(canvas, top + (self.height - cell.height) / 2)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Split between two lines of the longest cell; short cells stay on the first page.

        Both parts are aligned at the top, so that columns start side by side on both pages.
        """
        if self.least == self.height or room < self.least:
            return None
        parts = [cell.cut(room - 2 * self.pad) for cell in self.cells]
        heads, tails = (tuple(level([part[side] for part in parts])) for side in (0, 1))
        if not any(cell.blocks for cell in tails):
            return None
        head = row(heads, pad=self.pad, paint=self.paint, again=self.again, gap=self.gap)
        tail = row(tails, pad=self.pad, paint=self.again, again=self.again)
        head = replace(head, role=self.role, bookmark=self.bookmark, continued=self.continued)
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
    continued: Piece | None = None,
) -> TableRow:
    """Make a row as high as its longest cell, and at least `least`."""
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
        continued=continued,
    )


def level(cells: Sequence[Cell]) -> list[Cell]:
    """Make the cells equally high, so that their first lines are aligned."""
    highest = max(cell.height for cell in cells)
    return [replace(cell, below=highest - cell.height) for cell in cells]


@dataclass(frozen=True, kw_only=True)
class PaintedRow(Piece):
    """A table row whose cells are drawn by functions; `role` is TR, or TH for a header."""

    cells: tuple[Paint, ...]
    role: str = "TR"

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        row_, cell_ = _ROLES[self.role]
        with canvas.part(row_, begins=self.role == "TH"):
            for paint in self.cells:
                with canvas.part(cell_):
                    paint(canvas, top, self.height)


@dataclass(frozen=True, kw_only=True)
class Columns(Piece):
    """Columns of pieces side by side, aligned at the top; never split."""

    columns: tuple[tuple[Piece, ...], ...]

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        for column in self.columns:
            draw_down(canvas, column, top)


def beside(*columns: Sequence[Piece], gap: float = 0.0) -> Columns:
    """Set columns side by side, as high as the highest."""
    height = max(height_of(column) for column in columns)
    return Columns(height=height, columns=tuple(map(tuple, columns)), gap=gap)


def height_of(pieces: Sequence[Piece]) -> float:
    """Sum heights and gaps, without the gap above the first."""
    return sum(piece.gap + piece.height for piece in pieces) - (pieces[0].gap if pieces else 0)


def draw_down(canvas: PageCanvas, pieces: Sequence[Piece], top: float) -> None:
    """Draw pieces one below the other, without the gap above the first."""
    for number, piece in enumerate(pieces):
        top += piece.gap if number else 0
        if piece.bookmark:
            canvas.bookmark(piece.bookmark, top)
        piece.draw(canvas, top)
        top += piece.height


def spread(pieces: Sequence[Piece], spare: float, most: float) -> list[Piece]:
    """Distribute spare height over the gaps, at most `most` to each."""
    gaps = sum(piece.gap > 0 for piece in pieces[1:])
    more = min(most, spare / gaps) if gaps else 0
    return [replace(piece, gap=piece.gap + more) if piece.gap else piece for piece in pieces]
