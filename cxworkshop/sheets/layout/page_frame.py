"""Header, footer and page breaks of sheets of running text."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial

from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.canvas import PageCanvas, mirrored
from cxworkshop.sheets.layout.density import (
    FOOT,
    LABEL,
    SMALL,
    aligned,
    set_on_a_line,
    set_text,
)
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, draw_down
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.typesetting.text import TextBlock
from cxworkshop.value_object import ValueObject

_SAME_BASE = 0.37  # shifts the small text down to the base line of the label
_BESIDE_KIND = 8.0  # between kind and team
_LOGO = (26.0, 6.4)  # at the most
_BESIDE_LOGO = 3.0
_LEAST_HEAD, _LONG_NAME = 8.0, 7.0  # points
_BELOW_RULE = 0.3
_PAGES = 30.0  # mm of the foot that are left to the page number
_KIND = replace(LABEL, role="P")
_AFTER_AGAIN = 4.0  # below the line that repeats the title on later pages


def place(slot: int, of: int) -> str:
    """Which of the round's improvements this is; "" where that can't be counted."""
    return _("{n} of {of}").format(n=slot, of=of) if of else ""


class Frame(ValueObject):
    """Header and footer: `kind` of sheet, `whose` team and round, and the `privacy` note.

    Screen readers read the header of the first page, the note of first and last, and no others.
    A page on which a customer's name stands has its own note in place of that.
    """

    kind: str
    whose: str
    privacy: str = ""

    def head(self, canvas: PageCanvas, number: int) -> None:
        """Draw kind and team above an accent line; on every page."""
        paper = canvas.paper
        width = paper.column
        with _read_once(canvas, here=number == 1):
            logo = canvas.logo(paper.left, paper.top - 1.2, *_LOGO)
            left = paper.left + (logo + _BESIDE_LOGO if logo else 0.0)
            width -= left - paper.left
            kind = set_text(self.kind, _KIND, width)
            canvas.words(kind, left, paper.top)
            taken = kind.widest / MM + _BESIDE_KIND
            said = with_dots(part for part in (self.whose, canvas.as_of) if part)
            whose = _header_text(said, width - taken)
            base = _SAME_BASE if len(whose.lines) < 2 else 0.0
            canvas.words(whose, left + taken, paper.top + base)
            canvas.rule(paper.left, paper.right, paper.top + 5.6, 1.4, ACCENT)

    def foot(self, canvas: PageCanvas, number: int, of: int) -> None:
        """Draw the privacy note and the page number."""
        paper = canvas.paper
        width = paper.column
        top = paper.bottom - FOOT.leading / MM
        note = _named() if self.privacy and canvas.names.found else self.privacy
        with _read_once(canvas, here=number in (1, of)):
            words = set_on_a_line(note, SMALL, width - _PAGES, least=FOOT.size)
            above = paper.bottom - words.height / MM
            canvas.words(words, paper.left, above if len(words.lines) < 2 else top)
        with canvas.aside():
            above = paper.bottom - SMALL.leading / MM - _BELOW_RULE
            canvas.rule(paper.left, paper.right, above, 0.4, HAIR)
            pages = _("Page {n} of {of}").format(n=number, of=of)
            canvas.words(set_text(pages, aligned(FOOT, "right"), width), paper.left, top)


def flowing(
    frame: Frame, pieces: Sequence[Piece], paper: Paper, *, again: Piece | None = None
) -> list[Page]:
    """Break the pieces into pages; `again` is repeated on top of all but the first."""
    above = again.height + _AFTER_AGAIN if again else 0.0
    first, *others = on_pages(pieces, paper.room, paper.room - above)
    return framed(frame, [first, *(_continued(rest, again) for rest in others)], paper)


def framed(frame: Frame, sheets: Sequence[Sequence[Piece]], paper: Paper) -> list[Page]:
    """Make a page of each list of pieces, which must fit."""
    return [
        Page(paper=paper, paint=partial(_page, frame, pieces, number, len(sheets)))
        for number, pieces in enumerate(sheets, 1)
    ]


def table_on_pages(
    top: Sequence[Piece],
    head: Piece,
    rows: Sequence[Piece],
    room: float,
    foot: Sequence[Piece] = (),
) -> list[list[Piece]]:
    """Break into pages; `head` stands again above rows that go on, and above nothing else."""
    pages = on_pages([*top, head, *rows, *foot], room, room - head.height)
    below = {id(piece) for piece in foot}
    seen = False
    for page in pages:
        goes_on = seen and id(page[0]) not in below
        seen = seen or any(piece is head for piece in page)
        if goes_on:
            page.insert(0, head)
    return pages


def privacy() -> str:
    """Return the footer's note for a page with customers' words (R7)."""
    return _("{Customers_s} words are shown without names. Please recycle when done.")


def _named() -> str:
    return _("{Customers_s} names are on this page. Keep it among you, and shred it when done.")


def _read_once(canvas: PageCanvas, *, here: bool) -> AbstractContextManager[None]:
    return nullcontext() if here else canvas.aside()


def _header_text(whose: str, width: float) -> TextBlock:
    """Set on one line, down to 8 points, else smaller on two, which end above the accent line."""
    small = aligned(SMALL, "right")
    usual = set_on_a_line(whose, small, width, least=_LEAST_HEAD)
    if len(usual.lines) < 2:
        return usual
    return set_text(whose, replace(small, size=_LONG_NAME, leading=_LONG_NAME * 1.1), width)


def _continued(pieces: list[Piece], again: Piece | None) -> list[Piece]:
    if again is None:
        return pieces
    return [again, replace(pieces[0], gap=_AFTER_AGAIN), *pieces[1:]]


def _page(frame: Frame, pieces: Sequence[Piece], number: int, of: int, canvas: PageCanvas) -> None:
    with mirrored(canvas, canvas.paper.width):
        frame.head(canvas, number)
        draw_down(canvas, pieces, canvas.paper.content_top)
        frame.foot(canvas, number, of)
