"""Pieces that flow over as many cut-out cards as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard
from cxworkshop.sheets.layout.flow import Piece, draw_down, height_of
from cxworkshop.sheets.layout.page_breaks import on_pages

Head = Callable[[int, int], Piece]  # takes the number of the card and how many there are
_BELOW_HEAD = 2.6


def flow_cards(sheets: Sequence[Sequence[Piece]], pad: float, head: Head) -> list[CutCard]:
    """Make a card of each list of pieces, which are laid out from the card's left edge."""
    count = len(sheets)
    return [
        CutCard(partial(_front, pieces, pad, head(number, count)), _no_back)
        for number, pieces in enumerate(sheets, 1)
    ]


def fitted(
    make: Callable[[float], Sequence[Piece]], sizes: Sequence[float], room: float
) -> list[list[Piece]]:
    """Set the pieces on one card in the largest size that fits, else on several in the smallest.

    `make` takes the size in points, `room` is in millimetres.
    """
    pieces: Sequence[Piece] = ()
    for size in sizes:
        pieces = make(size)
        if height_of(pieces) <= room:
            return [list(pieces)]
    return on_pages(pieces, room, room)


def card_room(height: float, pad: float, head: Head) -> float:
    """Return the height that is left for the pieces of a card."""
    return height - 2 * pad - head(1, 1).height - _BELOW_HEAD


def _front(pieces: Sequence[Piece], pad: float, head: Piece, canvas: PageCanvas, box: Box) -> None:
    left, top, _width, _height = box
    with canvas.moved(left, top):
        head.draw(canvas, pad)
        draw_down(canvas, pieces, pad + head.height + _BELOW_HEAD)


def _no_back(_canvas: PageCanvas, _box: Box) -> None:
    pass
