"""What stands around a sheet of running text: its head, its foot, and as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.document import Page
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.flow import Piece, draw_down, on_pages
from cxworkshop.sheets.look import FOOT, LABEL, SMALL, aligned, put
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.text import Lines

_SAME_BASE = 0.37  # how much lower the small words stand to share the label's base line
_TINY = replace(SMALL, size=6.4, leading=7.8)
_KIND = 30.0  # the room for what it is
_AFTER_AGAIN = 4.0  # below the line that says which sheet goes on here


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`kind` is what the sheet is, `whose` its team and round, `privacy` what the foot says."""

    kind: str
    whose: str
    privacy: str = ""

    def head(self, kit: Kit) -> None:
        """What this is and whose, above an accent line; on every page."""
        paper = kit.paper
        width = paper.right - paper.left
        with kit.aside():
            kit.words(put(self.kind, LABEL, width), paper.left, paper.top)
            right = self._whose(width - _KIND)
            down = _SAME_BASE if right.style.size == SMALL.size else 0.0
            kit.words(right, paper.left + _KIND, paper.top + down)
            kit.rule(paper.left, paper.right, paper.top + 5.6, 1.4, ACCENT)

    def _whose(self, width: float) -> Lines:
        """On one line; a very long name on two, which stand above the accent line too."""
        laid = put(self.whose, aligned(SMALL, "right"), width)
        return laid if len(laid.lines) == 1 else put(self.whose, aligned(_TINY, "right"), width)

    def foot(self, kit: Kit, number: int, of: int) -> None:
        """Whether names are on this paper, and which page of how many this is."""
        paper = kit.paper
        width = paper.right - paper.left
        top = paper.bottom - FOOT.leading / MM
        with kit.aside():
            kit.rule(paper.left, paper.right, top - 0.6, 0.4, HAIR)
            kit.words(put(self.privacy, FOOT, width - 30), paper.left, top)
            pages = _("Page {n} of {of}").format(n=number, of=of)
            kit.words(put(pages, aligned(FOOT, "right"), width), paper.left, top)


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
        return _("Customers' names are on this page. Keep it among you, and shred it when done.")
    return _("Customers' words are shown without names. Please recycle when done.")


def _continued(pieces: list[Piece], again: Piece | None) -> list[Piece]:
    if again is None:
        return pieces
    return [again, replace(pieces[0], gap=_AFTER_AGAIN), *pieces[1:]]


def _page(frame: Frame, pieces: Sequence[Piece], number: int, of: int, kit: Kit) -> None:
    frame.head(kit)
    draw_down(kit, pieces, kit.paper.content_top)
    frame.foot(kit, number, of)
