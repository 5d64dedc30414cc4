"""Thank-you cards for customers: you said, we did, you say now. Four on a page, to cut out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, Paint, card_pages
from cxworkshop.sheets.layout.density import aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.excerpts import IN_PASSING, excerpt
from cxworkshop.sheets.layout.figures import qr
from cxworkshop.sheets.layout.flow import Cell, Piece, draw_down, height_of, row
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, GREY, HAIR, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_PAD = 7.0
_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)  # points; longer text continues on another card
_CODE = 18.0
_ABOVE_FOOT = 3.0
_LEAD = 1.3
_FOOT = 12.0
_MOST_CARDS, _MOST_LETTERS = 2, 400  # for one person, and letters of ours where it were more
_MOST_LINES = 2  # of the team's name in footer size; a longer name is set smaller


def thank_you(contents: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """Draw a page of the same card for each improvement."""
    profile = plain(options.paper, 2, 2)
    cards = [card for each in contents for card in _filled_page(_Card(each, profile, options.link))]
    note = _("As many as told you. Print at 100 %, not fitted to the page.")
    return card_pages(cards, profile, options, _("Thank you"), note)


def _filled_page(card: _Card) -> list[CutCard]:
    """The same card, with its continuations, repeated until the page is full."""
    fronts = card.sides()
    fronts *= max(1, card.profile.count // len(fronts))
    fronts += [_nothing] * (-len(fronts) % card.profile.count)
    return [CutCard(front, _nothing) for front in fronts]


def _nothing(_canvas: PageCanvas, _box: Box) -> None:
    """Draw nothing: an empty place, or the back of a card."""


@dataclass(frozen=True)
class _Card:
    poster: PosterContent
    profile: LabelProfile
    link: str

    def sides(self) -> list[Paint]:
        """One side in the largest size that fits, else as many as needed in the smallest."""
        for size in _SIZES:
            pieces = self._pieces(size)
            if height_of(pieces) <= self._room:
                return [partial(self._draw, pieces, "")]
        sheets = on_pages(pieces, self._room, self._room)
        if len(sheets) > _MOST_CARDS and len(self.poster.ours) > _MOST_LETTERS:
            shorter = excerpt(self.poster.ours, _MOST_LETTERS)
            return replace(self, poster=replace(self.poster, ours=shorter)).sides()
        count = _("{n} of {of}, continued")
        return [
            partial(self._draw, sheet, count.format(n=n, of=len(sheets)) if n > 1 else "")
            for n, sheet in enumerate(sheets, 1)
        ]

    @property
    def _width(self) -> float:
        return self.profile.width - 2 * _PAD

    @property
    def _room(self) -> float:
        return self.profile.height - 2 * _PAD - self._footer_height - _ABOVE_FOOT

    def _pieces(self, size: float) -> list[Piece]:
        poster = self.poster
        thanks = _style(size + 4, face=HEAVY, role="H2")
        pieces = [self._words(_("Thank you for telling us."), thanks)]
        pieces.append(self._label(_("You said"), 3.0))
        pieces.append(self._quote(poster.quote.words, size) if poster.quote else
                      self._words(poster.topic, _style(size, face=SEMI)))  # fmt: skip
        pieces.append(self._label(poster.lead, 4.0))
        pieces.append(self._words(poster.ours, _style(size, face=SEMI)))
        pieces += self._now(size)
        return pieces

    def _now(self, size: float) -> Iterator[Piece]:
        poster = self.poster
        if poster.answered:
            yield self._label(_("You say now"), 4.0)
            yield self._words(poster.counted, _style(size))
        if poster.coming:
            yield self._words(poster.coming, _style(size), 0.6 if poster.answered else 4.0)

    def _label(self, text: str, gap: float) -> Piece:
        label = self._words(text, _style(_FOOT, face=SEMI, color=ACCENT, role="H3"), gap)
        return replace(label, keep=True)

    def _quote(self, words: str, size: float) -> Piece:
        style = _style(size + 1, face=SERIF, role="BlockQuote")
        text = _("“{words}”").format(words=excerpt(words, IN_PASSING))
        return behind_bar(balanced(text, style, (self._width - INDENT) * MM), 0.0, "", 0.6)

    def _words(self, text: str, style: Style, gap: float = 0.4) -> Piece:
        return row([Cell(0.0, (balanced(text, style, self._width * MM),))], gap=gap)

    @cached_property
    def _footer(self) -> tuple[TextBlock, ...]:
        """What we ask next, where to say it, and the team's name."""
        room = self._width - (_CODE + _ABOVE_FOOT if self.link else 0.0)
        blocks = [set_text(_("What should we do better next?"), _style(_FOOT, face=SEMI), room)]
        if self.link:
            blocks.append(set_text(self.link, _style(_FOOT), room))
        whose = set_text(self.poster.team, _style(_FOOT, color=GREY), room)
        if len(whose.lines) > _MOST_LINES:
            whose = set_text(self.poster.team, _style(_SIZES[-1], color=GREY), room)
        return (*blocks, whose)

    @property
    def _footer_height(self) -> float:
        words = sum(words.height for words in self._footer) / MM
        return _ABOVE_FOOT + max(words, _CODE if self.link else 0.0)

    def _draw(self, pieces: Sequence[Piece], count: str, canvas: PageCanvas, box: Box) -> None:
        """Draw the pieces from the top, and the footer at the bottom."""
        with canvas.moved(box[0] + _PAD, box[1] + _PAD):
            draw_down(canvas, pieces, 0.0)
            top = box[3] - 2 * _PAD - self._footer_height
            canvas.rule(0.0, self._width, top, 0.4, HAIR)
            if count:
                block = set_text(count, aligned(_style(_FOOT, color=GREY), "right"), self._width)
                canvas.words(block, 0.0, top - block.height / MM - 0.5)
            top += _ABOVE_FOOT
            if self.link:
                qr(canvas, self.link, self._width - _CODE, top, _CODE)
            for words in self._footer:
                canvas.words(words, 0.0, top)
                top += words.height / MM


def _style(size: float, *, face: str = SANS, color: str = INK, role: str = "P") -> Style:
    return Style(face=face, size=size, leading=size * _LEAD, color=color, role=role)
