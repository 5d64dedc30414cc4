"""Break pieces into pages: what belongs together stays together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cxworkshop.sheets.layout.flow import Piece, height_of
from cxworkshop.sheets.progress import report_progress

_BELOW_CONTINUED = 2.4  # mm, at least, below the heading of what goes on


def on_pages(pieces: Sequence[Piece], room: float, later_room: float) -> list[list[Piece]]:
    """Break into pages; `room` is the height of the first page, `later_room` of the others."""
    pages: list[list[Piece]] = [[]]
    queue = deque(pieces)
    above: Piece | None = None
    while queue:
        report_progress()
        piece = queue.popleft()
        if above and len(pages) > 1 and not pages[-1] and piece.continued is None:
            pages[-1].append(above)
            piece = replace(piece, gap=max(piece.gap, _BELOW_CONTINUED))
        left = (later_room if len(pages) > 1 else room) - height_of(pages[-1])
        left -= piece.gap if pages[-1] else 0
        if _fits_start(piece, queue, left) or not pages[-1] or pages[-1][-1] is above:
            above = piece.continued or above
            rest = _place(piece, pages[-1], left)
            if rest is None:
                continue
            queue.appendleft(rest)
        else:
            queue.appendleft(piece)
        pages.append([])
    return pages


def _fits_start(piece: Piece, following: Iterable[Piece], left: float) -> bool:
    """Whether the piece fits, with every piece that it must be kept with."""
    for later in following:
        if not piece.keep:
            break
        left -= piece.height + later.gap
        piece = later
    return piece.least <= left


def _place(piece: Piece, page: list[Piece], left: float) -> Piece | None:
    """Add as much of the piece to the page as fits; return the rest."""
    parts = piece.cut(left) if piece.height > left else None
    if parts is None:
        page.append(piece)
        return None
    page.append(parts[0])
    return parts[1]
