"""The parts of blank sheets: a slot, a criterion, ten customers, six headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, NUMBER, SMALL, aligned, put
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.layout.form_lines import BODY, ROW
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM
from cxworkshop.sheets.typesetting.text import TextBlock

_RADIUS, _TITLE_COLUMN = 6.0, 16.0
_SMALLER = replace(NUMBER, size=17, leading=21, color=ACCENT)
_CODE = 30.0
_CRITERION = 0.31  # of the width, before its boxes
_BESIDE_BOX, _BETWEEN = 1.4, 4.0
_ASKED = 10
_MARKS, _MARK = 7.0, 17.0  # where the columns of marks begin, and how wide each is
_KIND = 30.0
_HEADINGS = (0.36, 0.72)  # where the answer and its place begin


def slot(number: int, x: float, width: float, *, gap: float) -> Piece:
    """The number in its ring; what is picked, its code, and how many said so."""
    digit = put(str(number), _SMALLER, 2 * _RADIUS)
    under = [put(text, SMALL, 80) for text in
             (_("what we pick"), _("number or letter"), _("how many said so"))]  # fmt: skip
    left = x + _TITLE_COLUMN
    ends = (x + width - 2 * _CODE - 2 * _BETWEEN, x + width - _CODE - _BETWEEN, x + width)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.ring(x + _RADIUS, top + height / 2, _RADIUS - 0.4, 1.6)
        canvas.words(digit, x, top + height / 2 - digit.height / MM / 2)
        starts = (left, ends[0] + _BETWEEN, ends[1] + _BETWEEN)
        for start, end, words in zip(starts, ends, under, strict=True):
            canvas.writing_line(start, end, top + ROW)
            canvas.words(words, start, top + ROW)

    return FixedPiece(height=ROW + under[0].height / MM, gap=gap, keep=True, paint=paint)


def criterion(name: str, x: float, width: float) -> Piece:
    """Yes, not sure or no, and why."""
    left = x + _TITLE_COLUMN
    room = width - _TITLE_COLUMN
    titles = [put(text, SMALL, 30) for text in (_("yes"), _("not sure"), _("no"))]
    why = put(_("because"), SMALL, 30)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        low = top + height
        canvas.words(laid, left, low - laid.height / MM + 0.4)
        at = left + room * _CRITERION + 2
        for words in titles:
            canvas.box(at, low - BOX)
            canvas.words(words, at + BOX + _BESIDE_BOX, low - words.height / MM)
            at += BOX + _BESIDE_BOX + words.widest / MM + _BETWEEN
        canvas.words(why, at, low - why.height / MM)
        canvas.writing_line(at + why.widest / MM + _BESIDE_BOX, x + width, low)

    laid = put(name, BODY, room * _CRITERION)
    return FixedPiece(height=max(ROW - 0.4, laid.height / MM + 1), paint=paint)


def customers(x: float, width: float, high: float) -> list[Piece]:
    """Ten rows of a height: one of four marks, their own words, what kind of customer."""
    marks = (_("They notice"), _("No difference"), _("Worse"), _("Cannot tell"))
    said = x + _MARKS + len(marks) * _MARK
    kind = x + width - _KIND
    columns = [(x + _MARKS + number * _MARK, name) for number, name in enumerate(marks)]
    heads = [Cell(left, (put(name, SMALL, _MARK - 2),)) for left, name in columns]
    heads += [
        Cell(said, (put(_("In their words"), SMALL, kind - said - 2),)),
        Cell(kind, (put(_("Kind of customer"), SMALL, _KIND),)),
    ]

    def under(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    def blank(number: int, canvas: PageCanvas, top: float, height: float) -> None:
        low = top + height
        digit = put(str(number), aligned(SMALL, "left"), _MARKS)
        canvas.words(digit, x, low - digit.height / MM)
        for left, _name in columns:
            canvas.box(left, low - BOX - 0.6)
        canvas.quote_bar(said + 0.7, top + 2.4, low)
        canvas.writing_line(said + 3, kind - 4, low)
        canvas.writing_line(kind, x + width, low)

    head = row(heads, least=6.0, paint=under, keep=True, role="TH")
    rows = [FixedPiece(height=high, paint=partial(blank, n)) for n in range(1, _ASKED + 1)]
    return [head, *rows]


@dataclass(frozen=True, kw_only=True)
class _Heading(Piece):
    """One of the six, with lines for the answer and for where to find it; they grow with it."""

    x: float
    width: float
    words: tuple[TextBlock, TextBlock]

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """As a row of a table."""
        answer, place = (self.x + self.width * share for share in _HEADINGS)
        with canvas.part("TR"), canvas.part("TD"):
            y = top + 2.0
            for words in self.words:
                canvas.words(words, self.x, y)
                y += words.height / MM
        for number in (1, 2):
            line = top + number * (self.height - 1.6) / 2
            canvas.writing_line(answer, place - _BETWEEN, line)
            canvas.writing_line(place, self.x + self.width, line)
        canvas.rule(self.x, self.x + self.width, top + self.height, 0.4, HAIR)


def headings(
    six: Sequence[tuple[str, str]], x: float, width: float, high: float, *, gap: float
) -> list[Piece]:
    """Six ways of staying good, none of them a person."""
    answer, place = (x + width * share for share in _HEADINGS)
    heads = [
        Cell(x, (put(_("No names: things that stay"), LABEL, answer - x - 3),)),
        Cell(answer, (put(_("How it stays"), SMALL, place - answer),)),
        Cell(place, (put(_("Where to find it"), SMALL, x + width - place),)),
    ]

    def under(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    room = width * _HEADINGS[0] - 5
    rows = []
    for name, hint in six:
        words = (put(name, replace(BODY, size=11, leading=14), room), put(hint, SMALL, room))
        needed = sum(each.height for each in words) / MM + 3
        rows.append(_Heading(height=max(high, needed), x=x, width=width, words=words))
    return [row(heads, least=6.4, paint=under, gap=gap, keep=True, role="TH"), *rows]
