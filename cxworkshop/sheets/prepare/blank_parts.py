"""Parts of the blank kit: a slot, a criterion, rows for ten customers, six headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, NUMBER, SMALL, aligned, set_text
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.layout.form_lines import BODY, ROW
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM
from cxworkshop.sheets.typesetting.text import TextBlock

_RADIUS, _TITLE_COLUMN = 6.0, 16.0
_SMALLER = replace(NUMBER, size=17, leading=21, color=ACCENT)
_CODE = 30.0  # mm to write a code on, at least
_CRITERION = 0.31  # of the width, left of its boxes
_BESIDE_BOX, _BETWEEN = 1.4, 4.0
_ASKED = 10
_MARKS, _MARK = 7.0, 17.0  # mm: left edge of the columns of marks, and width of each
_KIND = 30.0
_HEADINGS = (0.36, 0.72)  # of the width: left edges of the answer and of where to find it


def slot(number: int, x: float, width: float, *, gap: float) -> Piece:
    """A slot: its number, and lines for the pick, its code, and how many said so."""
    digit = set_text(str(number), _SMALLER, 2 * _RADIUS)
    labels = [set_text(text, SMALL, 80) for text in
             (_("what we pick"), _("number or letter"), _("how many said so"))]  # fmt: skip
    _picked, code, count = (max(_CODE, words.widest / MM) for words in labels)
    left, right = x + _TITLE_COLUMN, x + width
    ends = (right - code - count - 2 * _BETWEEN, right - count - _BETWEEN, right)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.ring(x + _RADIUS, top + height / 2, _RADIUS - 0.4, 1.6)
        canvas.words(digit, x, top + height / 2 - digit.height / MM / 2)
        starts = (left, ends[0] + _BETWEEN, ends[1] + _BETWEEN)
        for start, end, words in zip(starts, ends, labels, strict=True):
            canvas.writing_line(start, end, top + ROW)
            canvas.words(words, start, top + ROW)

    return FixedPiece(height=ROW + labels[0].height / MM, gap=gap, keep=True, paint=paint)


def criterion(name: str, x: float, width: float) -> Piece:
    """A criterion with boxes for yes, not sure and no, and a line for why."""
    left = x + _TITLE_COLUMN
    room = width - _TITLE_COLUMN
    titles = [set_text(text, SMALL, 30) for text in (_("yes"), _("not sure"), _("no"))]
    why = set_text(_("because"), SMALL, 30)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        bottom = top + height
        canvas.words(block, left, bottom - block.height / MM + 0.4)
        x_box = left + room * _CRITERION + 2
        for words in titles:
            canvas.box(x_box, bottom - BOX)
            canvas.words(words, x_box + BOX + _BESIDE_BOX, bottom - words.height / MM)
            x_box += BOX + _BESIDE_BOX + words.widest / MM + _BETWEEN
        canvas.words(why, x_box, bottom - why.height / MM)
        canvas.writing_line(x_box + why.widest / MM + _BESIDE_BOX, x + width, bottom)

    block = set_text(name, BODY, room * _CRITERION)
    return FixedPiece(height=max(ROW - 0.4, block.height / MM + 1), paint=paint)


def customers(x: float, width: float, height: float) -> list[Piece]:
    """A table of ten rows: four marks, their own words, and the kind of customer."""
    marks = (_("They notice"), _("No difference"), _("Worse"), _("Cannot tell"))
    words_x = x + _MARKS + len(marks) * _MARK
    kind_x = x + width - _KIND
    columns = [(x + _MARKS + number * _MARK, name) for number, name in enumerate(marks)]
    heads = [Cell(left, (set_text(name, SMALL, _MARK - 2),)) for left, name in columns]
    heads += [
        Cell(words_x, (set_text(_("In their words"), SMALL, kind_x - words_x - 2),)),
        Cell(kind_x, (set_text(_("Kind of {customer}"), SMALL, _KIND),)),
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    def blank(number: int, canvas: PageCanvas, top: float, height: float) -> None:
        bottom = top + height
        digit = set_text(str(number), aligned(SMALL, "left"), _MARKS)
        canvas.words(digit, x, bottom - digit.height / MM)
        for left, _name in columns:
            canvas.box(left, bottom - BOX - 0.6)
        canvas.quote_bar(words_x + 0.7, top + 2.4, bottom)
        canvas.writing_line(words_x + 3, kind_x - 4, bottom)
        canvas.writing_line(kind_x, x + width, bottom)

    head = row(heads, least=6.0, paint=rule_below, keep=True, role="TH")
    rows = [FixedPiece(height=height, paint=partial(blank, n)) for n in range(1, _ASKED + 1)]
    return [head, *rows]


@dataclass(frozen=True, kw_only=True)
class _Heading(Piece):
    """One of the six headings, with lines for the answer; they spread over its height."""

    x: float
    width: float
    words: tuple[TextBlock, TextBlock]

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw it as a table row."""
        answer, place = (self.x + self.width * share for share in _HEADINGS)
        with canvas.part("TR"):
            with canvas.part("TH"):
                y = top + 2.0
                for words in self.words:
                    canvas.words(words, self.x, y)
                    y += words.height / MM
            for _to_fill in (answer, place):
                with canvas.part("TD"):
                    pass
        for number in (1, 2):
            line = top + number * (self.height - 1.6) / 2
            canvas.writing_line(answer, place - _BETWEEN, line)
            canvas.writing_line(place, self.x + self.width, line)
        canvas.rule(self.x, self.x + self.width, top + self.height, 0.4, HAIR)


def headings(
    names: Sequence[tuple[str, str]], x: float, width: float, height: float, *, gap: float
) -> list[Piece]:
    """The six headings as a table."""
    answer, place = (x + width * share for share in _HEADINGS)
    heads = [
        Cell(x, (set_text(_("No names: things that stay"), LABEL, answer - x - 3),)),
        Cell(answer, (set_text(_("How it stays"), SMALL, place - answer),)),
        Cell(place, (set_text(_("Where to find it"), SMALL, x + width - place),)),
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    room = width * _HEADINGS[0] - 5
    rows = []
    for name, hint in names:
        words = (
            set_text(name, replace(BODY, size=11, leading=14), room),
            set_text(hint, SMALL, room),
        )
        words_height = sum(each.height for each in words) / MM + 3
        rows.append(_Heading(height=max(height, words_height), x=x, width=width, words=words))
    return [row(heads, least=6.4, paint=rule_below, gap=gap, keep=True, role="TH"), *rows]
