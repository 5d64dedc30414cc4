"""Headlines for the piles on the wall, two on a page, to cut; blank ones for the next letters."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.content.values import PileHeadline, PileHeadlinesContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.paper_codes import PaperCode
from cxworkshop.sheets.big_list.card_face import has_broken_words
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.excerpts import IN_PASSING, excerpt
from cxworkshop.sheets.layout.figures import data_matrix
from cxworkshop.sheets.layout.form_lines import fields
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_CARDS = (1, 2)  # across and down a page
_PAD = 10.0
_RING = 15.0  # mm, the radius of the ring around the letter
_BELOW_RING = 6.0
_LETTER = Style(face=HEAVY, size=52, leading=62, color=ACCENT, align="center")
_SIZES = (84.0, 72.0, 60.0, 54.0, 48.0, 42.0, 36.0, 31.0, 27.0, 24.0, 21.0)  # points, of a headline
_LEAD = 1.16
_COUNT = Style(face=SEMI, size=24, leading=30)
_COUNT_FIELD = 96.0  # mm
_LINES = 3  # to write a headline on with a thick pen
_MATRIX = 24.0  # mm: the code for a camera, in the upper right corner


def pile_headlines(content: PileHeadlinesContent, options: PrintOptions) -> list[Page]:
    """Draw a card for each group, then the blank ones."""
    profile = plain(options.paper, *_CARDS)
    groups = [*content.groups, *(PileHeadline(letter=letter, headline="", customers=0)
                                 for letter in content.next_letters)]  # fmt: skip
    digits = [
        PaperCode(content.workshop, group.letter, content.round_number).digits
        if options.codes
        else ""
        for group in groups
    ]
    headlines = map(_Headline, groups, digits)
    cards = [CutCard(headline.draw, _nothing) for headline in headlines]
    title = _("Headlines for the wall  ·  round {n}").format(n=content.round_number)
    note = _("Hang each one above its pile.")
    return card_pages(cards, profile, options, title, note)


def _nothing(_canvas: PageCanvas, _box: Box) -> None:
    """The back is empty."""


@dataclass(frozen=True)
class _Headline:
    group: PileHeadline
    digits: str = ""  # of the code for a camera, "" for none

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """Draw letter and count on top, and the headline below them as large as it fits."""
        left, top, width, height = box
        room = width - 2 * _PAD
        below = _PAD + 2 * _RING + _BELOW_RING
        if self.digits:
            data_matrix(canvas, self.digits, left + width - _PAD - _MATRIX, top + _PAD, _MATRIX)
        with canvas.moved(left + _PAD, top), canvas.part("H2"):
            canvas.ring(_RING, _PAD + _RING, _RING, 2.4)
            letter = set_text(self.group.letter, _fitting(self.group.letter), 2 * _RING)
            canvas.words(letter, 0.0, _PAD + _RING - letter.height / MM / 2)
            if self.group.headline:
                words = self._words(room, height - below - _PAD)
                spare = height - below - _PAD - words.height / MM
                canvas.words(words, 0.0, below + spare / 2)
                self._draw_count(canvas, room - self._taken)
        if not self.group.headline:
            with canvas.moved(left + _PAD, top):
                self._draw_blank(canvas, room, below, height)

    @property
    def _taken(self) -> float:
        """Width of the code for a camera, with what is white beside it."""
        return _MATRIX + _BELOW_RING if self.digits else 0.0

    def _words(self, width: float, room: float) -> TextBlock:
        headline = self.group.headline
        for size in _SIZES:
            style = Style(face=HEAVY, size=size, leading=size * _LEAD)
            words = balanced(headline, style, width * MM)
            if words.height / MM <= room and not has_broken_words(words):
                return words
        return balanced(excerpt(headline, IN_PASSING), words.style, width * MM)

    def _draw_count(self, canvas: PageCanvas, width: float) -> None:
        n = self.group.customers
        text = ngettext("{n} {customer}", "{n} {customers}", n).format(n=n)
        beside = width - 2 * _RING - _BELOW_RING
        count = set_text(text, aligned(_COUNT, "right"), beside)
        canvas.words(count, width - beside, _PAD + _RING - count.height / MM / 2)

    def _draw_blank(self, canvas: PageCanvas, width: float, below: float, height: float) -> None:
        right = width - self._taken
        field = fields([(_("{Customers}"), 1.0)], right - _COUNT_FIELD, _COUNT_FIELD, style=_COUNT)
        field.draw(canvas, _PAD + _RING + 4.0 - field.height)
        each = (height - below - _PAD) / _LINES
        for number in range(1, _LINES + 1):
            canvas.writing_line(0.0, width, below + number * each)


def _fitting(letter: str) -> Style:
    """One letter is as large as the ring, two are smaller."""
    size = _LETTER.size / max(1.0, len(letter) * 0.72)
    return Style(face=HEAVY, size=size, leading=size * 1.19, color=ACCENT, align="center")
