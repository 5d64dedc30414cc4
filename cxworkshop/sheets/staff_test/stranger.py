"""A stranger's trial: somebody new tries it without help, with only what is written down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from cxworkshop.content.values import StaffTestContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.blocks import label, paragraph, title, to_write
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, PaintedRow, Piece, height_of, row
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.staff_test.sheet import pages_of
from cxworkshop.sheets.typesetting.text import Style

_TEXT = Style(size=12, leading=16.5)
_ROW = 12.5  # mm, the height of a row to write on
_LEAST, _MOST = 4, 12  # rows
_NUMBER, _YES = 8.0, 22.0


def stranger_trials(contents: Sequence[StaffTestContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each improvement."""
    kind, paper = _("A stranger’s trial"), options.paper
    return [
        page
        for content in contents
        for page in pages_of(content, kind, _pieces(content, paper), _ending(paper), paper)
    ]


def _pieces(content: StaffTestContent, paper: Paper) -> list[Piece]:
    x, width = paper.left, paper.column
    instructions = (
        _("You have never done this here. That is why we ask you."),
        _("Do it once, with what you find written or set up. Ask nobody: where you would like to"
          " ask, write down what you would have asked."),
    )  # fmt: skip
    pieces = [title(content.title, paper), *_promised(content, x, width)]
    pieces += [paragraph(words, x, width, _TEXT, 2.4) for words in instructions]
    pieces += _where(content, x, width)
    head, used = _head(x, width), height_of([*pieces, *_ending(paper)])
    free = paper.room - used - head.height - head.gap
    rows = max(_LEAST, min(_MOST, int(free / _ROW)))
    return [*pieces, head, *(_row(number, x, width) for number in range(1, rows + 1))]


def _promised(content: StaffTestContent, x: float, width: float) -> list[Piece]:
    if not content.promise:
        return []
    return [label(_("What {customers} get"), x, width, 3.0),
            paragraph(content.promise, x, width, _TEXT, 0.6)]  # fmt: skip


def _where(content: StaffTestContent, x: float, width: float) -> list[Piece]:
    """The places named in the staff test, where the stranger should look first."""
    places = list(
        dict.fromkeys(answer.where for heading in content.headings for answer in heading.answers)
    )
    pieces = [label(_("Look here first"), x, width, 4.0)]
    if not places:
        return [*pieces, *to_write(1, x, width)]
    return [*pieces, *(paragraph(f"·  {place}", x, width, _TEXT, 0.6) for place in places)]


def _head(x: float, width: float) -> Piece:
    right = x + width
    cells = [
        Cell(x, (set_text(_("What I did, step by step"), LABEL, width / 2),)),
        Cell(right - 2 * _YES - 52, (set_text(_("Where I got stuck"), SMALL, 50),)),
        Cell(right - 2 * _YES + 4, (set_text(_("It worked"), SMALL, _YES),)),
        Cell(right - _YES + 4, (set_text(_("It did not"), SMALL, _YES),)),
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, right, top + height, 0.9, INK)

    return row(cells, least=6.0, paint=rule_below, gap=5.0, keep=True, role="TH")


def _row(number: int, x: float, width: float) -> Piece:
    right = x + width
    stuck = right - 2 * _YES - 52
    count = set_text(str(number), SMALL, _NUMBER)

    def first(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.words(count, x, top + (height - count.height / MM) / 2)
        canvas.writing_line(x + _NUMBER, stuck - 4, top + height - 2.6)
        canvas.rule(x, right, top + height, 0.4, HAIR)

    def second(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.writing_line(stuck, right - 2 * _YES, top + height - 2.6)

    def box(left: float, canvas: PageCanvas, top: float, height: float) -> None:
        canvas.box(left, top + (height - BOX) / 2)

    boxes = (partial(box, right - 2 * _YES + 9), partial(box, right - _YES + 9))
    return PaintedRow(height=_ROW, cells=(first, second, *boxes))


def _ending(paper: Paper) -> list[Piece]:
    x, width = paper.left, paper.column
    asked = label(
        _("What should be written down, so that the next stranger need not ask?"), x, width
    )

    def signed(canvas: PageCanvas, top: float, height: float) -> None:
        for left, end, words in ((x, x + 70, _("Tried by")), (x + 78, x + 118, _("Day"))):
            canvas.writing_line(left, end, top + height - 5)
            canvas.words(set_text(words, SMALL, 40), left, top + height - 4.4)

    return [asked, *to_write(2, x, width), FixedPiece(height=15.0, paint=signed)]
