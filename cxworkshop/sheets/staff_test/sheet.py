"""What both sheets of stop 7 have: their frame, and their pages by improvement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.content.values import StaffTestContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, height_of, on_pages
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.paper import Paper


def pages_of(
    told: StaffTestContent, kind: str, pieces: Sequence[Piece], foot: Sequence[Piece], paper: Paper
) -> list[Page]:
    """The pieces on as many pages as they need; `foot` stands at the end of the last of them."""
    sheets = on_pages([*pieces, *foot], paper.room, paper.room)
    last = sheets[-1]
    if foot and len(last) >= len(foot):
        spare = paper.room - height_of(last)
        first = last[-len(foot)]
        last[-len(foot)] = replace(first, gap=first.gap + max(0.0, spare))
    round_ = _("round {n}").format(n=told.round_number)
    place = _("{n} of {of}").format(n=told.slot, of=told.of)
    whose = "  ·  ".join(part for part in (told.team, round_, place) if part)
    pages = framed(Frame(kind=kind, whose=whose), sheets, paper)
    return [replace(pages[0], bookmark=f"{told.slot}  {told.title}"), *pages[1:]]
