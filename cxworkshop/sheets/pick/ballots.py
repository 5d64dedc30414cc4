"""Ballots: advice to those who will do the work. Counts are typed in as `17: 9` or `B: 9`."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from cxworkshop.content.values import BallotsContent, Contender
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import SMALL, aligned, heading, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, row
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.pick.contenders import bar_and_words, words_of
from cxworkshop.sheets.pick.votes_to_cut import votes_to_cut
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_GRIDS = ((2, 5), (2, 4), (2, 3), (2, 2), (1, 2))  # ballots across and down a page, most first
_SIZES = (10.6, 10.0)  # points, for the list
_PAD = 5.0
_CODE, _COUNT = 9.5, 7.0  # mm, columns of the list
_BETWEEN_COLUMNS = 7.0
_WIDE = 130.0  # mm, enough for two columns, and for lines beside the question
_BETWEEN_ROWS = 0.7
_TO_WRITE = 9.0
_BETWEEN_LINES = 5.0
_LINES = 3
_ASK = Style(face=SEMI, size=12, leading=15, role="H2")
_LIST_TITLE = replace(heading(22), role="H2")
_WITHOUT_LIST = (2, 5)  # across and down, when the list is on pages of its own

Row = tuple[Contender, TextBlock]


def ballots(content: BallotsContent, options: PrintOptions) -> list[Page]:
    """Draw at least one for each voter; a list too long for a ballot follows on its own pages.

    With codes for a camera, ballots are made of slips, if there is anything on the list.
    """
    if options.codes and content.contenders:
        return votes_to_cut(content, options)
    for grid in _GRIDS:
        profile = plain(options.paper, *grid)
        for size in _SIZES:
            ballot = _Ballot(content, profile.width, profile.height, size)
            if ballot.fits:
                return _pages(ballot, profile, options)
    profile = plain(options.paper, *_WITHOUT_LIST)
    blank = _Ballot(replace(content, contenders=()), profile.width, profile.height, _SIZES[0])
    return [*_pages(blank, profile, options), *_list_pages(content, options.paper)]


def _pages(ballot: _Ballot, profile: LabelProfile, options: PrintOptions) -> list[Page]:
    content = ballot.content
    pages = math.ceil(max(content.voters, 1) / profile.count)
    cards = [CutCard(ballot.draw, lambda _canvas, _box: None)] * (pages * profile.count)
    title = _("Ballots  ·  round {n}").format(n=content.round_number)
    note = _("Count them, and type each as 17: 9, or B: 9 for a group.")
    return card_pages(cards, profile, replace(options, backs=False), title, note)


@dataclass(frozen=True)
class _Ballot:
    """One ballot of this size in mm, with its list in `size` points."""

    content: BallotsContent
    width: float
    height: float
    size: float

    @property
    def fits(self) -> bool:
        """Whether the whole list fits; laid out only if there could be room for that many lines."""
        columns = 2 if self._is_wide else 1
        if len(self.content.contenders) * self.size / MM > columns * self.height:
            return False
        return self._head_height + self._list_height <= self.height - 2 * _PAD

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """Draw the question, three lines to write on, and the list to choose from."""
        left, top = box[0] + _PAD, box[1] + _PAD
        y = top
        for words in self._question:
            canvas.words(words, left, y)
            y += words.height / MM
        self._draw_lines(canvas, left + self._room - self._half_width, top if self._is_wide else y)
        top += self._head_height
        for number, column in enumerate(self._columns):
            x = left + number * (self._half_width + _BETWEEN_COLUMNS)
            y = top
            for contender, words in column:
                self._draw_row(canvas, contender, words, x, y)
                y += words.height / MM + _BETWEEN_ROWS
            if column:
                label = set_text(_("{customers}"), aligned(SMALL, "right"), self._half_width)
                canvas.words(label, x, top - label.height / MM - _BETWEEN_ROWS)

    @property
    def _is_wide(self) -> bool:
        return self.width >= _WIDE

    @property
    def _room(self) -> float:
        return self.width - 2 * _PAD

    @property
    def _half_width(self) -> float:
        """Width of the question and of the lines: half of it where they are side by side."""
        return (self._room - _BETWEEN_COLUMNS) / 2 if self._is_wide else self._room

    @cached_property
    def _question(self) -> tuple[TextBlock, ...]:
        ask = _("Which should we do first? Up to three.")
        advice = _("Advice to those who will do the work: they decide.")
        if not self.content.contenders:
            advice = _(
                "Advice to those who will do the work: they decide. The list hangs on the wall."
            )
        return set_text(ask, _ASK, self._half_width), set_text(advice, SMALL, self._half_width)

    @cached_property
    def _line_label(self) -> TextBlock:
        each = (self._half_width - (_LINES - 1) * _BETWEEN_LINES) / _LINES
        return set_text(_("number or letter"), aligned(SMALL, "center"), each)

    def _draw_lines(self, canvas: PageCanvas, left: float, top: float) -> None:
        each = self._line_label.width / MM
        for number in range(_LINES):
            x = left + number * (each + _BETWEEN_LINES)
            canvas.writing_line(x, x + each, top + _TO_WRITE)
            canvas.words(self._line_label, x, top + _TO_WRITE)

    @property
    def _head_height(self) -> float:
        """Height above the first row of the list, including the label above its counts."""
        asked = sum(words.height for words in self._question) / MM
        written = _TO_WRITE + self._line_label.height / MM
        both = max(asked, written) if self._is_wide else asked + written
        return both + 2.0 + SMALL.leading / MM if self.content.contenders else both

    @cached_property
    def _columns(self) -> list[list[Row]]:
        width = self._half_width - _CODE - _COUNT
        rows = [
            (contender, words_of(contender, self.size, width))
            for contender in self.content.contenders
        ]
        if not self._is_wide:
            return [rows]
        above = list(accumulate((_height([contender]) for contender in rows), initial=0.0))
        at = bisect_left(above, above[-1] / 2)
        return [rows[:at], rows[at:]]

    @property
    def _list_height(self) -> float:
        return max(_height(column) for column in self._columns)

    def _draw_row(
        self, canvas: PageCanvas, contender: Contender, words: TextBlock, x: float, y: float
    ) -> None:
        style = Style(face=SEMI, size=self.size, leading=words.style.leading)
        with canvas.part("LI"), canvas.part("LBody"):
            canvas.words(set_text(contender.code, style, _CODE), x, y)
            bar, left = bar_and_words(contender, words, x + _CODE)
            if contender.said:
                canvas.quote_bar(bar, y + 0.4, y + words.height / MM - 0.3)
            canvas.words(words, left, y)
            label = set_text(str(contender.customers), aligned(style, "right", ACCENT), _COUNT)
            canvas.words(label, x + self._half_width - _COUNT, y)


def _height(rows: Sequence[Row]) -> float:
    return sum(words.height / MM + _BETWEEN_ROWS for _one, words in rows)


def _list_pages(content: BallotsContent, paper: Paper) -> list[Page]:
    """The list on pages of its own, to hang where everybody can read it."""
    x, width = paper.left, paper.right - paper.left
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Ballots"), whose=f"{content.team}  ·  {round_}", privacy=privacy())
    title = row([Cell(x, (set_text(_("What you can choose"), _LIST_TITLE, width),))])
    hint = _("Hang this list where everybody can read it. The number at the right says how many"
             " {customers} count.")  # fmt: skip
    under = row([Cell(x, (set_text(hint, SMALL, width),))], pad=1.5, keep=True)
    rows = [_list_row(contender, x, width) for contender in content.contenders]
    return flowing(frame, [title, under, *rows], paper)


def _list_row(contender: Contender, x: float, width: float) -> Piece:
    words = words_of(contender, 10.5, width - _CODE - 3 * _COUNT)
    style = Style(face=SEMI, size=10.5, leading=words.style.leading)
    count = str(contender.customers)
    bar, left = bar_and_words(contender, words, x + _CODE)
    cells = [
        Cell(x, (set_text(contender.code, style, _CODE),)),
        Cell(left, (words,)),
        Cell(x + width - _COUNT, (set_text(count, aligned(style, "right", ACCENT), _COUNT),)),
    ]

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.4, HAIR)
        if contender.said:
            canvas.quote_bar(bar, top + 1.4, top + height - 1.3)

    return row(cells, pad=1.0, paint=paint, role="TR")
