"""What both sheets of stop 7 share: their frame, and how they are broken into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.content.values import StaffTestContent
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, height_of
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.page_frame import Frame, framed, place
from cxworkshop.sheets.paper import Paper


def pages_of(
    content: StaffTestContent,
    kind: str,
    pieces: Sequence[Piece],
    ending: Sequence[Piece],
    paper: Paper,
) -> list[Page]:
    """Lay pieces out on as many pages as they need, with `ending` at the bottom of the last."""
    pages_of_pieces = on_pages([*pieces, *ending], paper.room, paper.room)
    last = pages_of_pieces[-1]
    if ending and len(last) >= len(ending):
        spare = paper.room - height_of(last)
        first = last[-len(ending)]
        last[-len(ending)] = replace(first, gap=first.gap + max(0.0, spare))
    round_ = _("round {n}").format(n=content.round_number)
    parts = (content.team, round_, place(content.slot, content.of))
    whose = with_dots(filter(None, parts))
    pages = framed(Frame(kind=kind, whose=whose), pages_of_pieces, paper)
    return [replace(pages[0], bookmark=f"{content.slot}  {content.title}"), *pages[1:]]
