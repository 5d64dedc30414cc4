"""Blank cards for customers' own words, to write on by hand and to type in afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.content.values import BlankCardsContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, draw_down, height_of, on_pages
from cxworkshop.sheets.layout.form_lines import ROW, answer, fields, label, ticks, words
from cxworkshop.sheets.layout.labels import LabelProfile, eight_up
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.typesetting.text import Style

_PAD = 3.6
_SIDE = 3.2  # of a small box
_NAME = Style(size=8.5, leading=11)
_ABOVE_WAYS = 1.6
_LEAST = 1  # lines for their words
_COLUMNS, _DIGITS = 3, 5  # of names, of digits alone
_MOST_WAYS = 18.0  # mm: more than that, and the names stand on cards of their own


def blank_cards(values: BlankCardsContent, options: PrintOptions) -> list[Page]:
    """A page of them; names of ways too long for a card stand on cards before them."""
    profile = eight_up(options)
    x, width = _PAD, profile.width - 2 * _PAD
    legend: list[CutCard] = []
    ways = _ways(values.ways, x, width)
    if ways.height > _MOST_WAYS or _spare(profile, [ways, *_who(x, width)]) < _LEAST:
        digits = [way.split(" ", 1)[0] for way in values.ways]
        ways = _ways(digits, x, width, columns=_DIGITS)
        legend = _legend(values.ways, profile)
    below = [ways, *_who(x, width)]
    lines = max(_LEAST, _spare(profile, below))
    front = _Side((answer(lines, x, width), *below)).draw
    blanks = [CutCard(front, _no_back)] * (profile.count - len(legend) % profile.count)
    title = _("One thing a card, in the customer’s own words")
    return card_pages([*legend, *blanks], profile, replace(options, backs=False), title)


@dataclass(frozen=True)
class _Side:
    """Pieces laid out from the card's own left edge."""

    pieces: Sequence[Piece]

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """Draw them from the top."""
        left, top, _width, _height = box
        with canvas.moved(left, top):
            draw_down(canvas, self.pieces, _PAD)


def _ways(names: Sequence[str], x: float, width: float, columns: int = _COLUMNS) -> Piece:
    return ticks(names, _NAME, x, width, side=_SIDE, between=2.2, gap=_ABOVE_WAYS, columns=columns)


def _who(x: float, width: float) -> list[Piece]:
    """The kind of customer, and how many others said the same: no name."""
    names = [(_("Kind of customer"), 1.5), (_("Others agree"), 1.0)]
    return [fields(names, x, width, style=_NAME)]


def _spare(profile: LabelProfile, below: Sequence[Piece]) -> int:
    """How many lines the card has room for, above these pieces."""
    return int((profile.height - 2 * _PAD - below[0].gap - height_of(below)) / ROW)


def _legend(ways: Sequence[str], profile: LabelProfile) -> list[CutCard]:
    x, width = _PAD, profile.width - 2 * _PAD
    pieces = [
        label(_("The ten ways"), x, width),
        *(words(way, _NAME, x, width, gap=0.4) for way in ways),
    ]
    room = profile.height - 2 * _PAD
    return [CutCard(_Side(part).draw, _no_back) for part in on_pages(pieces, room, room)]


def _no_back(_canvas: PageCanvas, _box: Box) -> None:
    """Nothing stands on the back."""
