"""Forms to fill in by hand: lines, lines for customers' words, fields, tick boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.compat import override
from cxworkshop.sheets.layout.blocks import INDENT, item
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, heading, set_text
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of, row
from cxworkshop.sheets.paper import MM, Paper
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

ROW = 9.4  # distance of lines to write on
BODY = Style(size=10.5, leading=13.6)
_BAR = 0.7  # offset of the quote bar
_BAR_ABOVE = 6.2  # how far the bar rises above the first line: the height of handwriting
_FIELD = Style(size=10, leading=12.4)
_AFTER_NAME = 2.0
_MAX_NAME = 0.7  # share of a field's width
_BETWEEN_FIELDS = 5.0
_BESIDE_BOX = 1.6
_ABOVE_TITLE = 1.6
_ROUNDING = 0.01


@dataclass(frozen=True, kw_only=True)
class AnswerLines(Piece):
    """Lines to write on; with `said`, for a customer's words, beside a quote bar.

    The first one leaves `free` millimetres at its end to something else.
    """

    x: float
    width: float
    said: bool = True
    free: float = 0.0

    @property
    def lines(self) -> int:
        return round(self.height / ROW)

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        left = self.x + INDENT if self.said else self.x
        if self.said:
            canvas.quote_bar(self.x + _BAR, top + ROW - _BAR_ABOVE, top + self.height)
        for number in range(1, self.lines + 1):
            right = self.x + self.width - (self.free if number == 1 else 0.0)
            canvas.writing_line(left, right, top + number * ROW)


def answer(
    count: int, x: float, width: float, *, said: bool = True, gap: float = 0.0
) -> AnswerLines:
    """Make a piece of `count` lines."""
    return AnswerLines(height=count * ROW, x=x, width=width, said=said, gap=gap)


def filled(pieces: Sequence[Piece], room: float) -> list[Piece]:
    """Fill the room that is left with more lines, distributed over all `AnswerLines`."""
    places = [place for place, piece in enumerate(pieces) if isinstance(piece, AnswerLines)]
    spare = int((room - height_of(pieces)) / ROW)
    if not places or spare < 1:
        return list(pieces)
    more = dict.fromkeys(places, spare // len(places))
    for place in places[: spare % len(places)]:
        more[place] += 1
    return [
        replace(piece, height=piece.height + more.get(place, 0) * ROW)
        for place, piece in enumerate(pieces)
    ]


def title(text: str, paper: Paper, size: float = 22, role: str = "H1") -> Piece:
    width = (paper.column) * MM
    laid = balanced(text, replace(heading(size), role=role), width)
    return row([Cell(paper.left, (laid,))], pad=_ABOVE_TITLE, keep=True)


def label(
    text: str, x: float, width: float, *, gap: float = 0.0, style: Style = LABEL, below: float = 0.6
) -> Piece:
    """Set the heading of a section, kept with the next piece."""
    return row([Cell(x, (set_text(text, style, width),), below)], gap=gap, keep=True)


def words(text: str, style: Style, x: float, width: float, *, gap: float = 0.0) -> Piece:
    return row([Cell(x, (set_text(text, style, width),))], gap=gap)


def points(texts: Sequence[str], style: Style, x: float, width: float) -> list[Piece]:
    """Set a list with a dash before each item."""
    return [item(text, x, width, style, LABEL.color) for text in texts]


def fields(
    names: Sequence[tuple[str, float]],
    x: float,
    width: float,
    *,
    box: bool = False,
    gap: float = 0.0,
    style: Style = _FIELD,
) -> Piece:
    """Set names, each followed by a line to write on; the numbers are shares of the width."""
    whole = width - _BETWEEN_FIELDS * (len(names) - 1)
    before = BOX + _BESIDE_BOX if box else 0.0
    spots: list[tuple[float, float, TextBlock]] = []
    left = x
    for name, share in names:
        room = whole * share / sum(part for _name, part in names)
        laid = set_text(name, style, (room - before) * _MAX_NAME)
        spots.append((left, room, laid))
        left += room + _BETWEEN_FIELDS
    height = max(ROW, *(laid.height / MM + 1.0 for _left, _room, laid in spots))
    return FixedPiece(height=height, gap=gap, paint=partial(_fields, spots, before))


def ticks(
    titles: Sequence[str], style: Style, x: float, width: float, *, side: float = BOX,
    gap: float = 0.0, between: float = 3.6, columns: int = 0,
) -> FixedPiece:  # fmt: skip
    """Set tick boxes with their texts, as many in a row as fit, in equal columns if possible."""
    before = side + _BESIDE_BOX
    all_laid = [set_text(text, style, width - before) for text in titles]
    widths = [before + laid.widest / MM for laid in all_laid]
    if columns and max(widths, default=0.0) + between <= (width + between) / columns:
        widths = [(width + between) / columns - between] * len(all_laid)
    spots: list[tuple[float, float, TextBlock]] = []
    left, top, lowest = 0.0, 0.0, 0.0
    for laid, wide in zip(all_laid, widths, strict=True):
        if left and left + wide > width + _ROUNDING:
            left, top = 0.0, lowest
        spots.append((x + left, top, laid))
        left += wide + between
        lowest = max(lowest, top + max(side + 1.0, laid.height / MM))
    return FixedPiece(height=lowest, gap=gap, paint=partial(_ticks, spots, side))


def _fields(
    spots: Sequence[tuple[float, float, TextBlock]],
    before: float,
    canvas: PageCanvas,
    top: float,
    height: float,
) -> None:
    for left, room, laid in spots:
        name = before + (laid.widest / MM + _AFTER_NAME if laid else 0.0)
        beside = top + height - laid.height / MM + 0.9
        if before:
            canvas.box(left, top + height - BOX)
        canvas.words(laid, left + before, beside)
        canvas.writing_line(left + name, left + room, top + height)


def _ticks(
    spots: Sequence[tuple[float, float, TextBlock]],
    side: float,
    canvas: PageCanvas,
    top: float,
    _height: float,
) -> None:
    for left, down, laid in spots:
        line = laid.style.leading / MM
        with canvas.part("LI"), canvas.part("LBody"):
            canvas.box(left, top + down + (line - side) / 2, side)
            canvas.words(laid, left + side + _BESIDE_BOX, top + down)
