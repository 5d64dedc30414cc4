"""Ballots: advice to those who will do the work. Typed back as `17: 9` or `B: 9`."""

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
from cxworkshop.sheets.layout.density import SMALL, aligned, heading, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, row
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.pick.contenders import stands, words_of
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_UPS = ((2, 5), (2, 4), (2, 3), (2, 2), (1, 2))  # ballots across and down a page, many first
_SIZES = (10.0, 9.2, 8.5)  # points, of the list
_PAD = 5.0
_CODE, _COUNT = 9.5, 7.0  # columns of the list
_BETWEEN_COLUMNS = 7.0
_WIDE = 130.0  # enough for two columns, and for the lines beside the question
_BETWEEN_ROWS = 0.7
_TO_WRITE = 9.0
_BETWEEN_LINES = 5.0
_LINES = 3
_ASK = Style(face=SEMI, size=12, leading=15, role="H2")
_APART = replace(heading(22), role="H2")
_LOOSE = (2, 5)  # ballots without the list on them

Row = tuple[Contender, TextBlock]


def ballots(paper: BallotsContent, options: PrintOptions) -> list[Page]:
    """As many as there are people with a say, the page filled; without a list, blank ones."""
    for up in _UPS:
        profile = plain(options.paper, *up)
        for size in _SIZES:
            ballot = _Ballot(paper, profile.width, profile.height, size)
            if ballot.fits:
                return _pages(ballot, profile, options)
    profile = plain(options.paper, *_LOOSE)
    alone = _Ballot(replace(paper, contenders=()), profile.width, profile.height, _SIZES[0])
    return [*_pages(alone, profile, options), *_list(paper, options.paper)]


def _pages(ballot: _Ballot, profile: LabelProfile, options: PrintOptions) -> list[Page]:
    paper = ballot.paper
    pages = math.ceil(max(paper.voters, 1) / profile.count)
    cards = [CutCard(ballot.draw, lambda _canvas, _box: None)] * (pages * profile.count)
    title = _("Ballots  ·  round {n}").format(n=paper.round_number)
    note = _("Count them, and type each as 17: 9, or B: 9 for a group.")
    return card_pages(cards, profile, replace(options, backs=False), title, note)


@dataclass(frozen=True)
class _Ballot:
    """One ballot of a size, its list set in so many points."""

    paper: BallotsContent
    width: float
    height: float
    size: float

    @property
    def fits(self) -> bool:
        """Whether the whole list stands on it; not asked of words where the lines are too many."""
        columns = 2 if self._wide else 1
        if len(self.paper.contenders) * self.size / MM > columns * self.height:
            return False
        return self._head_height + self._list_height <= self.height - 2 * _PAD

    def draw(self, canvas: PageCanvas, box: Box) -> None:
        """The question, three lines to write on, and what can be written there."""
        left, top = box[0] + _PAD, box[1] + _PAD
        y = top
        for words in self._asked:
            canvas.words(words, left, y)
            y += words.height / MM
        self._to_write(canvas, left + self._room - self._half, top if self._wide else y)
        top += self._head_height
        for number, column in enumerate(self._columns):
            x = left + number * (self._half + _BETWEEN_COLUMNS)
            y = top
            for one, words in column:
                self._row(canvas, one, words, x, y)
                y += words.height / MM + _BETWEEN_ROWS
            if column:
                counted = put(_("customers"), aligned(SMALL, "right"), self._half)
                canvas.words(counted, x, top - counted.height / MM - _BETWEEN_ROWS)

    @property
    def _wide(self) -> bool:
        return self.width >= _WIDE

    @property
    def _room(self) -> float:
        return self.width - 2 * _PAD

    @property
    def _half(self) -> float:
        """The room for the question, and for the lines: side by side where they can be."""
        return (self._room - _BETWEEN_COLUMNS) / 2 if self._wide else self._room

    @cached_property
    def _asked(self) -> tuple[TextBlock, ...]:
        ask = _("Which should we do first? Up to three.")
        advice = _("Advice to those who will do the work: they decide.")
        if not self.paper.contenders:
            advice = _(
                "Advice to those who will do the work: they decide. The list hangs on the wall."
            )
        return put(ask, _ASK, self._half), put(advice, SMALL, self._half)

    @cached_property
    def _under(self) -> TextBlock:
        each = (self._half - (_LINES - 1) * _BETWEEN_LINES) / _LINES
        return put(_("number or letter"), aligned(SMALL, "center"), each)

    def _to_write(self, canvas: PageCanvas, left: float, top: float) -> None:
        each = self._under.width / MM
        for number in range(_LINES):
            x = left + number * (each + _BETWEEN_LINES)
            canvas.writing_line(x, x + each, top + _TO_WRITE)
            canvas.words(self._under, x, top + _TO_WRITE)

    @property
    def _head_height(self) -> float:
        """Down to the first row of the list, with the line above its numbers."""
        asked = sum(words.height for words in self._asked) / MM
        written = _TO_WRITE + self._under.height / MM
        both = max(asked, written) if self._wide else asked + written
        return both + 2.0 + SMALL.leading / MM if self.paper.contenders else both

    @cached_property
    def _columns(self) -> list[list[Row]]:
        width = self._half - _CODE - _COUNT
        rows = [(one, words_of(one, self.size, width)) for one in self.paper.contenders]
        if not self._wide:
            return [rows]
        above = list(accumulate((_height([one]) for one in rows), initial=0.0))
        at = bisect_left(above, above[-1] / 2)
        return [rows[:at], rows[at:]]

    @property
    def _list_height(self) -> float:
        return max(_height(column) for column in self._columns)

    def _row(
        self, canvas: PageCanvas, one: Contender, words: TextBlock, x: float, y: float
    ) -> None:
        style = Style(face=SEMI, size=self.size, leading=words.style.leading)
        with canvas.part("LI"), canvas.part("LBody"):
            canvas.words(put(one.code, style, _CODE), x, y)
            bar, left = stands(one, words, x + _CODE)
            if one.said:
                canvas.quote_bar(bar, y + 0.4, y + words.height / MM - 0.3)
            canvas.words(words, left, y)
            counted = put(str(one.customers), aligned(style, "right", ACCENT), _COUNT)
            canvas.words(counted, x + self._half - _COUNT, y)


def _height(rows: Sequence[Row]) -> float:
    return sum(words.height / MM + _BETWEEN_ROWS for _one, words in rows)


def _list(paper: BallotsContent, on: Paper) -> list[Page]:
    """Too many for a ballot: the list on pages of its own, to hang where all can read it."""
    x, width = on.left, on.right - on.left
    round_ = _("round {n}").format(n=paper.round_number)
    frame = Frame(
        kind=_("Ballots"), whose=f"{paper.team}  ·  {round_}", privacy=privacy(names=False)
    )
    title = row([Cell(x, (put(_("What you can choose"), _APART, width),))])
    hint = _("Hang this list where everybody can read it. The number at the right says how many"
             " customers count.")  # fmt: skip
    under = row([Cell(x, (put(hint, SMALL, width),))], pad=1.5, keep=True)
    rows = [_listed(one, x, width) for one in paper.contenders]
    return flowing(frame, [title, under, *rows], on)


def _listed(one: Contender, x: float, width: float) -> Piece:
    words = words_of(one, 10.5, width - _CODE - 3 * _COUNT)
    style = Style(face=SEMI, size=10.5, leading=words.style.leading)
    count = str(one.customers)
    bar, left = stands(one, words, x + _CODE)
    cells = [
        Cell(x, (put(one.code, style, _CODE),)),
        Cell(left, (words,)),
        Cell(x + width - _COUNT, (put(count, aligned(style, "right", ACCENT), _COUNT),)),
    ]

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.4, HAIR)
        if one.said:
            canvas.quote_bar(bar, top + 1.4, top + height - 1.3)

    return row(cells, pad=1.0, paint=paint, role="TR")
