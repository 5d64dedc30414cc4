"""What stands around a sheet of running text: its head, its foot, and as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FOOT, LABEL, SMALL, aligned, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, draw_down, on_pages
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.typesetting.text import TextBlock

_SAME_BASE = 0.37  # how much lower the small words stand to share the label's base line
_BESIDE_KIND = 8.0  # between what it is and whose
_LONG_NAME = 7.0  # points
_AFTER_AGAIN = 4.0  # below the line that says which sheet goes on here


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`kind` is what the sheet is, `whose` its team and round, `privacy` what the foot says."""

    kind: str
    whose: str
    privacy: str = ""

    def head(self, canvas: PageCanvas) -> None:
        """What this is and whose, above an accent line; on every page."""
        paper = canvas.paper
        width = paper.column
        with canvas.aside():
            canvas.words(put(self.kind, LABEL, width), paper.left, paper.top)
            taken = put(self.kind, LABEL, width).widest / MM + _BESIDE_KIND
            whose = _in_the_head(self.whose, width - taken)
            base = _SAME_BASE if len(whose.lines) < 2 else 0.0
            canvas.words(whose, paper.left + taken, paper.top + base)
            canvas.rule(paper.left, paper.right, paper.top + 5.6, 1.4, ACCENT)

    def foot(self, canvas: PageCanvas, number: int, of: int) -> None:
        """Whether names are on this paper, and which page of how many this is."""
        paper = canvas.paper
        width = paper.column
        top = paper.bottom - FOOT.leading / MM
        with canvas.aside():
            canvas.rule(paper.left, paper.right, top - 0.6, 0.4, HAIR)
            canvas.words(put(self.privacy, FOOT, width - 30), paper.left, top)
            pages = _("Page {n} of {of}").format(n=number, of=of)
            canvas.words(put(pages, aligned(FOOT, "right"), width), paper.left, top)


def flowing(
    frame: Frame, pieces: Sequence[Piece], paper: Paper, *, again: Piece | None = None
) -> list[Page]:
    """The pieces on as many pages as they need; `again` stands on top of all but the first."""
    above = again.height + _AFTER_AGAIN if again else 0.0
    first, *others = on_pages(pieces, paper.room, paper.room - above)
    return framed(frame, [first, *(_continued(rest, again) for rest in others)], paper)


def framed(frame: Frame, sheets: Sequence[Sequence[Piece]], paper: Paper) -> list[Page]:
    """A page for each list of pieces, which fit it already."""
    return [
        Page(paper=paper, paint=partial(_page, frame, pieces, number, len(sheets)))
        for number, pieces in enumerate(sheets, 1)
    ]


def privacy(*, names: bool) -> str:
    """What the foot says of customers' names (R7)."""
    if names:
        return _("Customers’ names are on this page. Keep it among you, and shred it when done.")
    return _("Customers’ words are shown without names. Please recycle when done.")


def _in_the_head(whose: str, width: float) -> TextBlock:
    """On one line if it can be; a long name takes two, which end above the accent line."""
    small = aligned(SMALL, "right")
    usual = put(whose, small, width)
    if len(usual.lines) < 2:
        return usual
    return put(whose, replace(small, size=_LONG_NAME, leading=_LONG_NAME * 1.1), width)


def _continued(pieces: list[Piece], again: Piece | None) -> list[Piece]:
    if again is None:
        return pieces
    return [again, replace(pieces[0], gap=_AFTER_AGAIN), *pieces[1:]]


def _page(frame: Frame, pieces: Sequence[Piece], number: int, of: int, canvas: PageCanvas) -> None:
    frame.head(canvas)
    draw_down(canvas, pieces, canvas.paper.content_top)
    frame.foot(canvas, number, of)
