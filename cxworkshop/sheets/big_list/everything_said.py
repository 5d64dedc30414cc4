"""Everything customers said, word for word: by group, then by card, what is set aside last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from cxworkshop.content.values import EverythingSaidContent, SaidCard, SaidGroup, SaidVerbatim
from cxworkshop.i18n import _, our_way, with_dots
from cxworkshop.sheets.big_list.said_in_words import (
    beside_words,
    counted,
    counted_customers,
    totals,
)
from cxworkshop.sheets.layout.blocks import INDENT, continued, quote_row
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, heading, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.excerpts import IN_A_HEADING
from cxworkshop.sheets.layout.flow import Cell, Piece, level, row
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, GREY, INK, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style
from cxworkshop.value_object import ValueObject

_CODE_COLUMN = 13.0
_WHO_COLUMN = 43.0  # mm at the right, for who said it and the way
_COUNT = 42.0  # mm for the number of customers, at the right of a group's heading
_PART = Style(face=SEMI, size=13, leading=16.5, color=ACCENT, role="H2")
_CODE = Style(face=HEAVY, size=11.2, leading=13.6)
_HEADLINE = Style(face=SEMI, size=10.8, leading=13.6)
_COUNTED = replace(SMALL, leading=13.6)
_SUM = Style(size=10.8, leading=14.6)
_SAID = Style(face=SERIF, size=10.8, leading=13.6, role="BlockQuote")
_WHO = Style(size=10, leading=13.6, color=GREY)
_BETWEEN_CARDS, _BETWEEN_WORDS = 1.8, 0.8  # mm


def everything_said(content: EverythingSaidContent, options: PrintOptions) -> list[Page]:
    """Draw it on as many pages as it needs."""
    paper = options.paper
    frame = Frame(
        kind=_("Everything said"),
        whose=with_dots((content.team, _("round {n}").format(n=content.round_number))),
        privacy=privacy(),
    )
    return flowing(frame, list(SaidReport(content, paper).pieces()), paper)


class SaidReport(ValueObject):
    """All words as pieces; the round's book uses `listed`."""

    content: EverythingSaidContent
    paper: Paper

    @property
    def x(self) -> float:
        """Left edge of the content."""
        return self.paper.left

    @property
    def width(self) -> float:
        """Width of the content."""
        return self.paper.column

    def pieces(self) -> Iterator[Piece]:
        """Title and totals, then part by part."""
        content = self.content
        yield self._line(_("Everything {customers} said"), heading(22))
        said = totals(content.verbatims, content.customers, content.asked)
        yield self._line(said, _SUM, gap=1.5)
        yield from self.listed()
        if content.aside or content.answers_aside:
            yield self._part(_("Set aside: no longer on the list, and not lost"))
            yield from self._cards(content.aside)
            yield from self._verbatims(content.answers_aside)

    def listed(self) -> Iterator[Piece]:
        """What is on the list, by group and card, what left it, and the praise."""
        content = self.content
        for group in content.groups:
            yield from self._group(group)
        if content.loose:
            title = _("Not grouped") if content.groups else _("Card by card")
            yield self._part(title)
            yield from self._cards(content.loose)
        if content.left:
            yield self._part(_("Left the list with an answer"))
            yield from self._cards(content.left)
        if content.praise:
            yield self._part(_("What was good"))
            yield from self._verbatims(content.praise)

    def _line(self, text: str, style: Style, gap: float = 0.0) -> Piece:
        return row([Cell(self.x, (set_text(text, style, self.width),))], gap=gap)

    def _part(self, title: str, count: str = "") -> Piece:
        """A ruled heading with a bookmark."""
        room = self.width - (_COUNT if count else 0.0)
        cells = [Cell(self.x, (set_text(title, _PART, room),))]
        if count:
            right = aligned(SMALL, "right")
            cells.append(Cell(self.x + room, (set_text(count, right, _COUNT),)))
        under = partial(_ruled, self.x, self.x + self.width)
        return row(
            cells,
            pad=0.9,
            paint=under,
            gap=8,
            keep=True,
            bookmark=title,
            continued=continued(title, self.x, self.width),
        )

    def _group(self, group: SaidGroup) -> Iterator[Piece]:
        title = our_way(f"{group.letter}  {group.headline}")
        yield self._part(title, counted_customers(group.customers))
        yield from self._cards(group.cards)

    def _cards(self, cards: Iterable[SaidCard]) -> Iterator[Piece]:
        for card in cards:
            yield from self._card(card)

    def _card(self, card: SaidCard) -> Iterator[Piece]:
        """Code, headline if it has one, number of customers, then their words.

        The words of one customer alone stand beside the code, on as few lines as they need.
        """
        said = list(card.said)
        if said and not card.headline and not card.left and card.customers == 1:
            yield self._verbatim(said.pop(0), card.code, gap=_BETWEEN_CARDS)
        else:
            yield self._card_head(card)
        yield from self._verbatims(said)

    def _card_head(self, card: SaidCard) -> Piece:
        x, width = self._words_at
        blocks = [set_text(card.headline, _HEADLINE, width)] if card.headline else []
        blocks.append(set_text(counted(card), _COUNTED, width))
        cells = [self._code(card.code), Cell(x, tuple(blocks))]
        role = _heading_role(card.headline)
        return row(level(cells), gap=2 * _BETWEEN_CARDS, keep=bool(card.said), role=role)

    def _code(self, code: str) -> Cell:
        return Cell(self.x, (set_text(code, _CODE, _CODE_COLUMN - 1),))

    def _verbatims(self, verbatims: Iterable[SaidVerbatim]) -> Iterator[Piece]:
        for verbatim in verbatims:
            yield self._verbatim(verbatim)

    def _verbatim(
        self, verbatim: SaidVerbatim, code: str = "", gap: float = _BETWEEN_WORDS
    ) -> Piece:
        """A customer's words behind their bar; beside them who said it, and their way."""
        x, width = self._words_at
        who = set_text(beside_words(verbatim), _WHO, _WHO_COLUMN)
        room = width - (_WHO_COLUMN + INDENT if who else 0.0)
        words = set_text(_("“{words}”").format(words=verbatim.words), _SAID, room - INDENT)
        beside = [Cell(x + width - _WHO_COLUMN, (who,))] if who else []
        before = [self._code(code)] if code else []
        laid = quote_row(words, x, gap, before=before, after=beside)
        return replace(laid, role=_heading_role(verbatim.words) if code else "")

    @property
    def _words_at(self) -> tuple[float, float]:
        return self.x + _CODE_COLUMN, self.width - _CODE_COLUMN


def _heading_role(words: str) -> str:
    """A card's number is a heading together with its words, if these are few."""
    return "H3" if 0 < len(words) <= IN_A_HEADING else ""


def _ruled(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.rule(left, right, top + height, 0.9, INK)
