"""Pocket cards: what will they value in this meeting? To cut, and to fold in the middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from cxworkshop.content.values import PocketCardContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, draw_down, height_of, row, spread
from cxworkshop.sheets.layout.form_lines import answer, fields, ticks
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

_PAD = 6.0
_BOX = 3.2
_QUESTION = Style(face=HEAVY, size=11.5, leading=14.6, role="H2")
_LABEL = Style(face=SEMI, size=10, leading=12.4, color=ACCENT)
_TEXT = Style(size=10, leading=12.4)
_MOST_SPREAD = 2.4
_LONGEST = 90  # letters of the experience that we want to offer; longer ones would leave no room


def pocket_cards(content: PocketCardContent, options: PrintOptions) -> list[Page]:
    """Draw four cards of two halves: before the meeting, and after it."""
    profile = plain(options.paper, 2, 4)
    width, room = profile.width - 2 * _PAD, profile.height - 2 * _PAD
    halves = [
        CutCard(partial(_draw, _filled(side(content, width), room)), _nothing) for side in _SIDES
    ]
    note = _("Cut each row, and fold it in the middle.")
    return card_pages(halves * profile.rows, profile, options, _("Pocket cards"), note)


def _before(content: PocketCardContent, width: float) -> list[Piece]:
    """The question, whom it is about, and what we want to offer."""
    question = _("What will they value in this meeting?")
    pieces: list[Piece] = [row([Cell(0.0, (set_text(question, _QUESTION, width),))])]
    pieces.append(fields([(_("Whom I meet"), 1.0)], 0.0, width, gap=0.4, style=_TEXT))
    pieces.append(_label(_("What they will value"), width))
    pieces.append(answer(1, 0.0, width, said=False))
    pieces.append(fields([(_("What I add"), 1.0)], 0.0, width, gap=0.4, style=_TEXT))
    if 0 < len(content.experience) <= _LONGEST:
        pieces.append(row([Cell(0.0, (set_text(content.experience, SMALL, width),))], gap=1.6))
    return pieces


def _after(content: PocketCardContent, width: float) -> list[Piece]:
    """The seven kinds of ideas to choose from, and what they valued in the end."""
    return [
        row([Cell(0.0, (set_text(_("I could …"), _LABEL, width),))]),
        ticks(content.groups, _TEXT, 0.0, width, side=_BOX, columns=2, gap=1.2),
        _label(_("Afterwards: what did they value? In their words"), width),
        answer(2, 0.0, width),
    ]


_SIDES: Sequence[Callable[[PocketCardContent, float], list[Piece]]] = (_before, _after)


def _label(text: str, width: float) -> Piece:
    return row([Cell(0.0, (set_text(text, _LABEL, width),))], gap=1.8, keep=True)


def _filled(pieces: list[Piece], room: float) -> list[Piece]:
    return spread(pieces, room - height_of(pieces), _MOST_SPREAD)


def _draw(pieces: Sequence[Piece], canvas: PageCanvas, box: Box) -> None:
    with canvas.moved(box[0] + _PAD, box[1] + _PAD):
        draw_down(canvas, pieces, 0.0)


def _nothing(_canvas: PageCanvas, _box: Box) -> None:
    """The back of the paper is empty."""
