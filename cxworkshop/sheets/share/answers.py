"""The list of answers, to hang at the door: every wish with its answer, by kind of answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cxworkshop.compat import override
from cxworkshop.content.values import AnsweredWish, AnswersContent
from cxworkshop.i18n import _, ngettext, with_colon, with_dots
from cxworkshop.sheets.layout.blocks import INDENT
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FLOWING, SMALL, set_text, unbroken
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.share.answer_marks import KINDS, answer_mark, kind_word
from cxworkshop.sheets.share.parts import BODY, BookParts
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

_CODE, _SIGN, _GAP, _PAD = 11.0, 8.0, 5.0, 2.0  # mm
_WORDS = 0.47  # of the width left beside code and sign, for what they wished
_WORTH_CUTTING = 60.0  # mm; a lower row is never cut
_RADIUS = 2.0
_NUMBER = Style(face=HEAVY, size=11, leading=13)
_COUNT = Style(face=HEAVY, size=15, leading=19)
_LEAD = Style(face=SEMI, size=10.5, leading=14, color=ACCENT)
_ANSWER = Style(size=10.5, leading=14)


def answers(content: AnswersContent, options: PrintOptions) -> list[Page]:
    """Draw the list, on as many pages as it needs."""
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(
        kind=_("Answers to everybody"),
        whose=f"{content.team}  ·  {round_}",
        privacy=privacy(),
    )
    return flowing(frame, list(_AnswersList(content, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _AnswersList:
    content: AnswersContent
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """The counts, then the wishes of each kind of answer."""
        content, parts = self.content, BookParts(self.paper.left, self.paper.column)
        yield parts.title(_("You told us. This is what came of it."))
        of = _("{n} of {all} without an answer")
        count = of.format(n=content.unanswered, all=len(content.wishes))
        yield parts.text(count, _COUNT, gap=1.6)
        yield parts.text(self._counts(), BODY, gap=0.6)
        if content.awaited and any(wish.awaited for wish in content.listed):
            text = ngettext("{n} answer is awaited.", "{n} answers are awaited.", content.awaited)
            yield parts.text(text.format(n=content.awaited), SMALL, gap=0.6)
        for kind in KINDS:
            wishes = [wish for wish in content.listed if wish.kind == kind]
            if wishes:
                yield parts.part(kind_word(kind), _wish_count(len(wishes)), gap=7.0)
                yield from map(self._wish, wishes)

    def _counts(self) -> str:
        """How many have each answer; of a list for some answers only, how many are on it."""
        content, counts = self.content, dict(self.content.counts)
        shown = [kind for kind in KINDS if counts.get(kind) and kind in (content.kinds or KINDS)]
        listed = [unbroken(with_colon(kind_word(kind), str(counts[kind]))) for kind in shown]
        if content.kinds:
            text = ngettext(
                "{n} wish of {all} is on this list",
                "{n} wishes of {all} are on this list",
                len(content.listed),
            )
            listed.insert(0, text.format(n=len(content.listed), all=len(content.wishes)))
        return with_dots(listed)

    def _wish(self, wish: AnsweredWish) -> Piece:
        left = self.paper.left + _CODE
        rest = self.paper.column - _CODE - _SIGN - _GAP
        width = rest * _WORDS
        answer_x = left + width + _GAP + _SIGN
        leads = [wish.lead] if wish.lead != kind_word(wish.kind) else []  # the heading says it
        answer = [set_text(text, _LEAD, rest - width) for text in leads]
        answer += [set_text(text, _ANSWER, rest - width) for text in wish.sentences]
        words = _words(wish, left, width)
        cells = words, Cell(answer_x, tuple(answer))
        height = max(cell.height for cell in cells) + 2 * _PAD
        return _WishRow(height=height, wish=wish, cells=cells, paper=self.paper)


def _words(wish: AnsweredWish, x: float, width: float) -> Cell:
    """What they wished: a customer's own words, with room for the bar beside them."""
    if not wish.said:
        return Cell(x, (set_text(wish.words, replace(_ANSWER, face=SEMI), width),))
    text = _("“{words}”").format(words=wish.words)
    block = set_text(text, FLOWING.said, width - INDENT)
    return Cell(x, (block,), indent=INDENT)


@dataclass(frozen=True, kw_only=True)
class _WishRow(Piece):
    """A wish and its answer side by side; code and sign stand only on its first part."""

    wish: AnsweredWish
    cells: tuple[Cell, Cell]
    paper: Paper
    begins: bool = True

    @property
    @override
    def least(self) -> float:
        """All of it; of a row worth cutting, some lines."""
        return self.height if self.height <= _WORTH_CUTTING else 5 * FLOWING.said.leading / MM

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw it as a table row."""
        words, answer = self.cells
        with canvas.part("TR"):
            with canvas.part("TD"):
                if self.begins:
                    code = set_text(self.wish.code, _NUMBER, _CODE - 1)
                    canvas.words(code, self.paper.left, top + _PAD)
                words.draw(canvas, top + _PAD)
            with canvas.part("TD"):
                if self.begins:
                    y = top + _PAD + _LEAD.leading / MM / 2
                    answer_mark(canvas, self.wish.kind, answer.x - _SIGN + _RADIUS, y, _RADIUS)
                answer.draw(canvas, top + _PAD)
        canvas.rule(self.paper.left, self.paper.right, top + self.height, 0.4, HAIR)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut both columns between two lines."""
        if room < self.least or self.least == self.height:
            return None
        (words, more), (answer, rest) = (cell.cut(room - 2 * _PAD) for cell in self.cells)
        if not more.blocks and not rest.blocks:
            return None
        height = max(more.height, rest.height) + 2 * _PAD
        tail = replace(self, cells=(more, rest), height=height, begins=False, gap=0.0)
        return replace(self, cells=(words, answer), height=room), tail


def _wish_count(n: int) -> str:
    return ngettext("{n} wish", "{n} wishes", n).format(n=n)
