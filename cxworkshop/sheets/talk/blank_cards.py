"""Blank cards for customers' own words, filled in by hand and typed in afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.content.values import BlankCardsContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import FixedPiece, Piece, draw_down, height_of
from cxworkshop.sheets.layout.form_lines import ROW, answer, fields, label, ticks, words
from cxworkshop.sheets.layout.labels import LabelProfile
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.profiles import to_write_on
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import EDGE
from cxworkshop.sheets.typesetting.text import Style

_PAD = 3.6
_SIDE = 3.2  # mm, side of a small box
_NAME = Style(size=10, leading=12.4)
_ABOVE_WAYS = 1.6
_ENOUGH, _LEAST = 5, 1  # lines to write on: beside the ways' names, and on the lowest label
_COLUMNS, _DIGITS = 3, 10  # columns of names, and of digits alone
_NUMBER = (26.0, 9.0)  # mm, the box for the number that the card gets in the workshop
_FEW = 3  # lines: on a card of fewer the box would take too much of them


def blank_cards(content: BlankCardsContent, options: PrintOptions) -> list[Page]:
    """Draw a page of cards; if the ways' names are too long for them, a legend comes first."""
    profile = to_write_on(options)
    x, width = _PAD, profile.width - 2 * _PAD
    legend: list[CutCard] = []
    below_lines = [_ways(content.ways, x, width), *_customer_fields(x, width)]
    if _free_lines(profile, below_lines) < _ENOUGH:
        digits = [way.split(" ", 1)[0] for way in content.ways]
        below_lines[0] = _ways(digits, x, width, columns=_DIGITS, between=1.0)
        legend = _legend_cards(content.ways, profile)
    lines = max(_LEAST, _free_lines(profile, below_lines))
    front = _Side((_lines(lines, x, width), *below_lines)).draw
    blanks = [CutCard(front, _no_back)] * (profile.count - len(legend) % profile.count)
    title = _("One thing a card, in the {customer_s} own words")
    return card_pages([*legend, *blanks], profile, replace(options, backs=False), title)


@dataclass(frozen=True)
class _Side:
    """Pieces on one side of a card, measured from its left edge."""

    pieces: Sequence[Piece]

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """Draw them from the top."""
        left, top, _width, _height = box
        with canvas.moved(left, top):
            draw_down(canvas, self.pieces, _PAD)


def _lines(count: int, x: float, width: float) -> Piece:
    """Lines for the customer's words, the first of them beside the box for the number."""
    if count < _FEW:
        return answer(count, x, width)
    lines = replace(answer(count, x, width), free=_NUMBER[0] + 2)

    def paint(canvas: PageCanvas, top: float, _height: float) -> None:
        lines.draw(canvas, top)
        left = x + width - _NUMBER[0]
        canvas.frame((left, top, *_NUMBER), 0.8, EDGE)
        name = set_text(_("Number"), SMALL, _NUMBER[0] - 2)
        canvas.words(name, left + 1, top + 0.4)

    return FixedPiece(height=lines.height, paint=paint)


def _ways(
    names: Sequence[str], x: float, width: float, columns: int = _COLUMNS, between: float = 2.2
) -> Piece:
    return ticks(
        names, _NAME, x, width, side=_SIDE, between=between, gap=_ABOVE_WAYS, columns=columns
    )


def _customer_fields(x: float, width: float) -> list[Piece]:
    """Fields for the kind of customer and how many others agree, but not for a name."""
    names = [(_("Kind of {customer}"), 1.5), (_("Others agree"), 1.0)]
    return [fields(names, x, width, style=_NAME)]


def _free_lines(profile: LabelProfile, below_lines: Sequence[Piece]) -> int:
    """How many lines to write on fit above these pieces."""
    return int((profile.height - 2 * _PAD - below_lines[0].gap - height_of(below_lines)) / ROW)


def _legend_cards(ways: Sequence[str], profile: LabelProfile) -> list[CutCard]:
    x, width = _PAD, profile.width - 2 * _PAD
    pieces = [
        label(_("The ten ways"), x, width),
        *(words(way, _NAME, x, width, gap=0.4) for way in ways),
    ]
    room = profile.height - 2 * _PAD
    return [CutCard(_Side(part).draw, _no_back) for part in on_pages(pieces, room, room)]


def _no_back(_canvas: PageCanvas, _box: Box) -> None:
    """Leave the back empty."""
