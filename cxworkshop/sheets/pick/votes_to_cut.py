"""Ballots that a camera counts: a slip for each thing to vote for, to cut off and hand in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.content.values import BallotsContent, Contender
from cxworkshop.i18n import _
from cxworkshop.paper_codes import PaperCode
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.excerpts import excerpt
from cxworkshop.sheets.layout.figures import data_matrix
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.pick.contenders import bar_and_words, words_of
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_HALVES = (2, 1)  # across and down a page
_PAD = 5.0
_MATRIX, _BESIDE = 12.0, 3.0  # mm: the code for a camera, and what is white beside it
_SLIP = 19.0
_CODE = 15.0  # width of number or letter
_WORDS = 10.0  # points
_LONGEST = 110  # letters that have room
_HEAD = 34.0  # mm at the most, above the first slip
_ASK = Style(face=SEMI, size=12, leading=15, role="H2")
_NUMBER = Style(face=HEAVY, size=20, leading=22)


def votes_to_cut(content: BallotsContent, options: PrintOptions) -> list[Page]:
    """Draw at least one ballot for each voter, each with its number; a long list takes several."""
    profile = plain(options.paper, *_HALVES)
    room = max(1, int((profile.height - _HEAD - _PAD) / _SLIP))
    listed = content.contenders
    parts = [listed[start : start + room] for start in range(0, len(listed), room)]
    voters = max(content.voters, 1)
    if len(parts) == 1:
        voters = math.ceil(voters / profile.count) * profile.count
    ballots = [_Ballot(content, voter, part) for voter in range(1, voters + 1) for part in parts]
    cards = [CutCard(ballot.draw, lambda _canvas, _box: None) for ballot in ballots]
    title = _("Ballots  ·  round {n}").format(n=content.round_number)
    note = _("Lay the slips side by side, and take a photo of them.")
    return card_pages(cards, profile, replace(options, backs=False), title, note)


@dataclass(frozen=True)
class _Ballot:
    content: BallotsContent
    number: int
    contenders: Sequence[Contender]

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """Draw the question, then a slip for each contender between lines to cut along."""
        left, top, width, height = box
        inside = width - 2 * _PAD
        y = top + _PAD
        for words in self._head(inside):
            canvas.words(words, left + _PAD, y)
            y += words.height / MM
        y = top + height - _PAD - _SLIP * len(self.contenders)
        y = min(y, top + _HEAD)
        for contender in self.contenders:
            canvas.writing_line(left + _PAD, left + width - _PAD, y)
            with canvas.part("LI"), canvas.part("LBody"):
                self._draw_slip(canvas, contender, left + _PAD, y, inside)
            y += _SLIP
        canvas.writing_line(left + _PAD, left + width - _PAD, y)

    def _head(self, width: float) -> tuple[TextBlock, ...]:
        ask = _("Which should we do first? Up to three.")
        how = _("Cut off the slips of those that you choose, and hand them in.")
        advice = _("Advice to those who will do the work: they decide.")
        number = _("Ballot {n}").format(n=self.number)
        small = (set_text(words, SMALL, width) for words in (how, advice, number))
        return (set_text(ask, _ASK, width), *small)

    def _draw_slip(
        self, canvas: PageCanvas, contender: Contender, left: float, top: float, width: float
    ) -> None:
        content, middle = self.content, top + _SLIP / 2
        code = PaperCode(content.workshop, contender.code, content.round_number, self.number)
        data_matrix(canvas, code.digits, left + _BESIDE, middle - _MATRIX / 2, _MATRIX)
        x = left + _MATRIX + 2 * _BESIDE
        number = set_text(contender.code, _fitting(contender.code), _CODE)
        canvas.words(number, x, middle - number.height / MM / 2)
        x += _CODE
        words = _slip_words(contender, left + width - x - _BESIDE)
        bar, at = bar_and_words(contender, words, x)
        start = middle - words.height / MM / 2
        if contender.said:
            canvas.quote_bar(bar, start + 0.4, start + words.height / MM - 0.3)
        canvas.words(words, at, start)


def _slip_words(contender: Contender, width: float) -> TextBlock:
    """The words in full where they have room, else their beginning."""
    words = words_of(contender, _WORDS, width)
    if words.height / MM > _SLIP - 2.0:
        shortened = replace(contender, words=excerpt(contender.words, _LONGEST))
        words = words_of(shortened, _WORDS, width)
        words = words.cut(words.fitting((_SLIP - 2.0) * MM))[0]
    return words


def _fitting(code: str) -> Style:
    """Three digits are as large as they are; more are smaller."""
    size = _NUMBER.size / max(1.0, len(code) / 3)
    return replace(_NUMBER, size=size, leading=size * 1.1)
