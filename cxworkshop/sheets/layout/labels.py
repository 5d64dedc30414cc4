"""Labels and cards: how many fit a page, their size and place. Imports no library."""

from __future__ import annotations

from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.value_object import ValueObject

Spot = tuple[float, float, float, float]  # left, top, width, height
_REACH = 15.0  # mm that a ruler needs on all sides
_FAR = 30.0  # mm between two rulers, at least: what is nearer tells nothing of a drift
_SIDES, _ENDS = 10.0, 14.0  # margins outside the cuts of plain paper


class LabelProfile(ValueObject):
    """Columns and rows of equal cards, in millimetres from the top left corner of the paper.

    `to_cut` is plain paper with cut marks; die-cut labels have none. `codes` are the maker's, and
    those of the same sheet under other names.
    """

    slug: str
    title: str
    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_across: float = 0.0
    gap_down: float = 0.0
    to_cut: bool = False
    codes: tuple[str, ...] = ()
    is_carrier: bool = False  # notes are stuck onto the printed test sheet, and that is printed on

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The box of each card, row by row."""
        across, down = self.width + self.gap_across, self.height + self.gap_down
        return tuple(
            (self.left + column * across, self.top + row * down, self.width, self.height)
            for row in range(self.rows)
            for column in range(self.columns)
        )

    @property
    def backs(self) -> tuple[Spot, ...]:
        """The box of each card's back when the sheet is turned over its long edge."""
        return tuple(
            (self.paper.width - left - width, top, width, height)
            for left, top, width, height in self.spots
        )

    @property
    def edges(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Positions of the vertical and of the horizontal cuts."""
        down = {edge for left, _t, width, _h in self.spots for edge in (left, left + width)}
        across = {edge for _l, top, _w, height in self.spots for edge in (top, top + height)}
        return tuple(sorted(down)), tuple(sorted(across))

    @property
    def rulers(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The corners of labels where the test sheet has its two rulers, near and far.

        Across they are the same if no two edges are far enough from one another and the paper's.
        """
        down, across = self.edges
        x, y = _ends(down, self.paper.width), _ends(across, self.paper.height)
        return (x[0], y[0]), (x[1], y[1])


class Fit(ValueObject):
    """How a page is moved and stretched so that a printer hits the labels."""

    right: float
    down: float
    wide: float
    tall: float


def fit_of(profile: LabelProfile, wanted: PrintOptions) -> Fit:
    """Move by the offset, which ruler 1 shows, and stretch by the drift, which ruler 2 adds."""
    near, far = profile.rulers
    moves, scales = [], []
    for offset, drift, start, end in zip(wanted.offset, wanted.drift, near, far, strict=True):
        scale = 1 + drift / (end - start) if end > start else 1.0
        scales.append(scale)
        moves.append(offset + start * (1 - scale))
    return Fit(*moves, *scales)


def plain(paper: Paper, columns: int, rows: int) -> LabelProfile:
    """Make a profile of plain paper to cut into equal cards."""
    return LabelProfile(
        slug="",
        title="",
        paper=paper,
        columns=columns,
        rows=rows,
        width=(paper.width - 2 * _SIDES) / columns,
        height=(paper.height - 2 * _ENDS) / rows,
        left=_SIDES,
        top=_ENDS,
        to_cut=True,
    )


def _ends(edges: tuple[float, ...], length: float) -> tuple[float, float]:
    """The first and the last edge that a ruler has room around, or one of them twice."""
    free = [edge for edge in edges if _REACH <= edge <= length - _REACH] or [edges[0]]
    return (free[0], free[-1]) if free[-1] - free[0] >= _FAR else (free[-1], free[-1])
