"""The replace-the-staff test: the question, and six headings that are not persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop import days
from cxworkshop.content.values import HeadingAnswers, StaffTestAnswer, StaffTestContent
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.blocks import paragraph, title
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, PaintedRow, Piece, height_of, row
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, MM, Paper
from cxworkshop.sheets.staff_test.sheet import pages_of
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_QUESTION = Style(face=SEMI, size=17, leading=22.5)
_TEXT = Style(size=10.5, leading=14)
_NAME = 52.0  # mm, the column of the headings
_WHERE_SHARE = 0.36  # of the rest of the width, for where to find it
_GAP = 4.0
_WRITING = 9.2
_MOST_LINES = 3


def staff_tests(contents: Sequence[StaffTestContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each improvement."""
    kind = _("Replace-the-staff test")
    return [
        page
        for content in contents
        for test in (_StaffTest(content, options.paper),)
        for page in pages_of(content, kind, test.pieces(), test.ending(), options.paper)
    ]


@dataclass(frozen=True)
class _StaffTest:
    content: StaffTestContent
    paper: Paper

    def pieces(self) -> list[Piece]:
        """Everything but the ending, with as many lines to write on as there is room for."""
        for lines in range(_MOST_LINES, 0, -1):
            pieces = self._with_lines(lines)
            if height_of([*pieces, *self.ending()]) <= self.paper.room:
                break
        return pieces

    def ending(self) -> list[Piece]:
        """The end of the page: sure, or not sure and what is done about it."""
        x, width = self.paper.left, self.paper.column
        sure = _tick(
            _("Sure. It would stay this good."), x, width, ticked=self.content.sure is True
        )
        unsure = _tick(_("Not sure. We mend this, then ask again:"), x, width,
                       ticked=self.content.sure is False)  # fmt: skip
        fixes = [paragraph(fix, x + 9, width - 9, _TEXT, 1.0) for fix in self.content.fixes]
        blank = FixedPiece(height=_WRITING, paint=self._fix_line)
        names = FixedPiece(height=5.0, paint=self._fix_labels)
        return [sure, unsure, *fixes, blank, names]

    def _with_lines(self, lines: int) -> list[Piece]:
        content, x = self.content, self.paper.left
        width = self.paper.right - x
        pieces = [title(content.title, self.paper, sizes=(22.0, 19.0, 16.0))]
        if content.promise:
            pieces.append(paragraph(content.promise, x, width, _TEXT, 1.4))
        question = balanced(content.question, _QUESTION, width * MM)
        pieces.append(row([Cell(x, (question,))], gap=6.0))
        when = days.full(content.asked_on)
        asked = _("Asking number {n}").format(n=content.attempt)
        pieces.append(paragraph(with_dots(filter(None, (asked, when))), x, width, SMALL, 1.4))
        hint = _("No names: an answer that is a person leaves when they do.")
        pieces.append(paragraph(hint, x, width, SMALL, 0.2))
        return [
            *pieces,
            self._table_head(),
            *(self._heading(heading, lines) for heading in content.headings),
        ]

    @property
    def _columns(self) -> tuple[float, float, float, float]:
        left, right = self.paper.left, self.paper.right
        answers = left + _NAME
        return left, answers, right - (right - answers) * _WHERE_SHARE, right

    def _table_head(self) -> Piece:
        left, answers, where, right = self._columns
        cells = [
            Cell(left, (set_text(_("It stays because of"), LABEL, _NAME),)),
            Cell(answers, (set_text(_("What"), SMALL, where - answers),)),
            Cell(where, (set_text(_("Where to find it"), SMALL, right - where),)),
        ]

        def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(left, right, top + height, 0.9)

        return row(cells, least=6.0, paint=rule_below, gap=3.6, keep=True, role="TH")

    def _heading(self, heading: HeadingAnswers, lines: int) -> Piece:
        left, answers, where, right = self._columns
        named = (
            set_text(heading.title, Style(face=SEMI, size=10.5, leading=13.5), _NAME - _GAP),
            set_text(heading.hint, SMALL, _NAME - _GAP),
        )
        answers_laid = [self._answer(answer) for answer in heading.answers]
        answers_height = sum(max(a.height, b.height) / MM + 1.2 for a, b in answers_laid)
        blank = _WRITING * max(1, lines - len(answers_laid))
        names_height = sum(block.height for block in named) / MM + 2.4

        def first(canvas: PageCanvas, top: float, height: float) -> None:
            y = top + 1.4
            for block in named:
                canvas.words(block, left, y)
                y += block.height / MM
            canvas.rule(left, right, top + height, 0.4, HAIR)

        def column(place: int, canvas: PageCanvas, top: float, height: float) -> None:
            y, x = top + 1.2, (answers, where)[place]
            for pair in answers_laid:
                canvas.words(pair[place], x, y)
                y += max(part.height for part in pair) / MM + 1.2
            end = (where - _GAP, right)[place]
            for n in range(int((top + height - y - 1.0) / _WRITING) if answers_laid else lines):
                canvas.writing_line(x, end, y + _WRITING * (n + 1) - 2.2)

        cells = (first, lambda *at: column(0, *at), lambda *at: column(1, *at))
        return PaintedRow(height=max(names_height, answers_height + blank + 1.0), cells=cells)

    def _answer(self, answer: StaffTestAnswer) -> tuple[TextBlock, TextBlock]:
        _left, answers, where, right = self._columns
        return (
            set_text(answer.words, _TEXT, where - answers - _GAP),
            set_text(answer.where, _TEXT, right - where),
        )

    def _fix_line(self, canvas: PageCanvas, top: float, height: float) -> None:
        left, right = self.paper.left + 9, self.paper.right
        for start, end in ((left, right - 74), (right - 70, right - 34), (right - 30, right)):
            canvas.writing_line(start, end, top + height)

    def _fix_labels(self, canvas: PageCanvas, top: float, _height: float) -> None:
        left, right = self.paper.left + 9, self.paper.right
        for x, words in ((left, _("What")), (right - 70, _("Who")), (right - 30, _("By when"))):
            canvas.words(set_text(words, SMALL, 30), x, top + 0.4)


def _tick(words: str, x: float, width: float, *, ticked: bool) -> Piece:
    block = set_text(words, Style(face=SEMI, size=11.5, leading=15), width - 9)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.box(x, top + (height - BOX) / 2)
        if ticked:
            tick(canvas, x, top + (height - BOX) / 2, alt=_("yes"))
        canvas.words(block, x + 9, top + (height - block.height / MM) / 2)

    return FixedPiece(height=max(7.0, block.height / MM + 1), paint=paint, gap=2.0, keep=True)
