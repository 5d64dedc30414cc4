"""The interview guide: on both sides of a page, and on cards to hold in a hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.content.values import InterviewGuideContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.card_flow import card_room, flow_cards
from cxworkshop.sheets.layout.card_pages import card_pages
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import FixedPiece, Piece, height_of
from cxworkshop.sheets.layout.form_lines import BODY, answer, filled, label, title, words
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.prepare import interview_parts as parts

_SIDES = 2  # of a sheet of paper
_LINES = (3, 4, 5)  # to write on under each question: the fewest that end on a back
_CARDS = (2, 2)  # across and down a page
_PAD = 5.0
_ABOVE_FOOTER = 1.5
_TOP = FixedPiece(height=1.6)  # room at the top of pages without a title
_MAX_VISITS = 0.3  # of a page; a longer list of visits comes last
_ON_CARDS = replace(BODY, size=10, leading=13)


def interview_guide(guide: InterviewGuideContent, options: PrintOptions) -> list[Page]:
    """Draw both sides of as many sheets as the questions need."""
    paper = options.paper
    drafts = [_sides(guide, paper, lines) for lines in _LINES]
    sides = next((draft for draft in drafts if not len(draft) % _SIDES), drafts[0])
    if len(sides) % _SIDES:
        sides.insert(-1, [_TOP, *_more_room(paper.left, paper.column)])
    sides += _visits_pages(guide, paper)
    frame = Frame(kind=_("Interview guide"), whose=_whose(guide), privacy=parts.privacy_of_notes())
    return framed(frame, [filled(side, paper.room - _ABOVE_FOOTER) for side in sides], paper)


def interview_cards(guide: InterviewGuideContent, options: PrintOptions) -> list[Page]:
    """Draw the same on small cards, with empty ones until the page is full."""
    profile = plain(options.paper, *_CARDS)
    x, width = _PAD, profile.width - 2 * _PAD

    def head(number: int, of: int) -> Piece:
        name = _("Interview card {n} of {of}").format(n=number, of=of)
        return label(name, x, width, below=0.0)

    room = card_room(profile.height, _PAD, head)
    opening = [
        *parts.how_to_begin(_ON_CARDS, x, width),
        *parts.questions(guide, x, width, _LINES[0], ways=False),
    ]
    closing = [*parts.praise(x, width), *parts.who_it_was(guide, x, width, wide=False),
               *parts.thanks(guide, x, width), *_more_room(x, width)]  # fmt: skip
    sheets = [*on_pages(opening, room, room), *on_pages(closing, room, room)]
    sheets += [_more_room(x, width)] * (-len(sheets) % profile.count)
    cards = flow_cards([filled(sheet, room) for sheet in sheets], _PAD, head)
    heading = _("Interview cards  ·  round {n}").format(n=guide.round_number)
    return card_pages(cards, profile, replace(options, backs=False), heading)


def _sides(guide: InterviewGuideContent, paper: Paper, lines: int) -> list[list[Piece]]:
    """Questions first; the end of the talk follows them if it fits, or is on the back."""
    x, width = paper.left, paper.column
    opening = [
        title(_("Ask, and write it down in their words"), paper),
        *_visits(guide, paper),
        *parts.how_to_begin(BODY, x, width),
        *parts.questions(guide, x, width, lines, ways=True),
    ]
    closing = [*_more_room(x, width), *parts.praise(x, width), *parts.who_it_was(guide, x, width),
               *parts.thanks(guide, x, width)]  # fmt: skip
    sides = _pages(opening, paper)
    joined = [*sides[-1], *closing]
    if len(sides) > 1 and height_of(joined) <= paper.room:
        return [*sides[:-1], joined]
    return [*sides, *_pages([_TOP, *closing], paper)]


def _pages(pieces: Sequence[Piece], paper: Paper) -> list[list[Piece]]:
    """Break pieces into pages, with a little room at the top of all but the first."""
    first, *others = on_pages(pieces, paper.room, paper.room - _TOP.height)
    return [first, *([_TOP, replace(rest[0], gap=0.0), *rest[1:]] for rest in others)]


def _visits(guide: InterviewGuideContent, paper: Paper) -> list[Piece]:
    """Who talks to whom, or for a long list a note that it is on the last page."""
    x, width = paper.left, paper.column
    if not _has_many_visits(guide, paper):
        return parts.who_talks_to_whom(guide, x, width)
    where = _("Who talks to whom is on the last page.")
    return [words(where, BODY, x, width, gap=1.0)]


def _visits_pages(guide: InterviewGuideContent, paper: Paper) -> list[list[Piece]]:
    if not _has_many_visits(guide, paper):
        return []
    head, *rows = parts.who_talks_to_whom(guide, paper.left, paper.column)
    room = paper.room - _TOP.height - head.height
    return [[_TOP, head, *rest] for rest in on_pages(rows, room, room)]


def _has_many_visits(guide: InterviewGuideContent, paper: Paper) -> bool:
    listed = parts.who_talks_to_whom(guide, paper.left, paper.column)
    return height_of(listed) > paper.room * _MAX_VISITS


def _more_room(x: float, width: float) -> list[Piece]:
    return [label(_("More room"), x, width, gap=5.0), answer(1, x, width)]


def _whose(guide: InterviewGuideContent) -> str:
    round_ = _("round {n}").format(n=guide.round_number)
    return f"{guide.team}  ·  {round_}"
