"""The map of the encounter as a table: for steps with too many words to stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cxworkshop.content.values import MapStep
from cxworkshop.i18n import _, ngettext, with_dots
from cxworkshop.sheets.layout.blocks import INDENT
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of, level, row
from cxworkshop.sheets.layout.form_lines import ROW
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.paper import HAIR, INK, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style

_GAP = 5.0  # mm between columns
_SPACE = FixedPiece(height=1.6)  # room at the top of pages without a title
_EDGES = (0.0, 0.2, 0.4, 0.67, 0.95)  # of the width: left edges of the columns
_MOST_QUOTES = 3  # at a step

Steps = Sequence[MapStep | None]


def said_cell(step: MapStep | None, x: float, width: float, size: float) -> Cell:
    """What customers said of a step, or that nobody did; how many more sentences there are."""
    if step is None:
        return Cell(x, ())
    room = width - INDENT
    if step.is_silent:
        return Cell(x, (set_text(_("nobody has spoken of it"), SMALL, width),))
    style = Style(face=SERIF, size=size + 0.4, leading=size * 1.3, role="BlockQuote")
    shown = step.said[:_MOST_QUOTES]
    blocks = [set_text(_("“{words}”").format(words=each.words), style, room) for each in shown]
    n = step.customers
    by = ngettext("{n} {customer}", "{n} {customers}", n).format(n=n)
    more = len(step.said) - len(shown)
    rest = ngettext("{n} more", "{n} more", more).format(n=more) if more else ""
    under = with_dots(filter(None, (by, rest)))
    return Cell(x, (*blocks, set_text(under, SMALL, room)), indent=INDENT)


def as_table(top_pieces: list[Piece], steps: Steps, paper: Paper) -> list[list[Piece]]:
    """Every step as a table row, which may be cut; empty rows fill the last page."""
    head = _row_head(paper)
    rows = [_row(step, paper) for step in steps if step]
    later = paper.room - _SPACE.height - head.height
    first, *others = on_pages([*top_pieces, head, *rows], paper.room, later)
    pages = [first, *([_SPACE, head, *rest] for rest in others)]
    blank = _row(None, paper)
    free = int((paper.room - height_of(pages[-1])) / blank.height)
    pages[-1] = [*pages[-1], *[blank] * free]
    return pages


def _edges(paper: Paper) -> list[float]:
    """Left edges of the table's columns."""
    return [paper.left + paper.column * share for share in _EDGES]


def _row_head(paper: Paper) -> Piece:
    x = _edges(paper)
    names = (
        _("What happens"),
        _("What it adds for the {customer}"),
        _("What {customers} said"),
        _("What would make it worth more?"),
        _("Drop it?"),
    )
    ends = [*x[1:], paper.right + _GAP]
    heads = [
        Cell(left, (set_text(name, replace(LABEL, role="P"), end - left - _GAP),))
        for name, left, end in zip(names, x, ends, strict=True)
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height, 0.9, INK)

    return row(level(heads), pad=0.8, paint=rule_below, keep=True, role="TH")


def _row(step: MapStep | None, paper: Paper) -> Piece:
    x = _edges(paper)
    bold = Style(face=SEMI, size=10, leading=13)
    plain = replace(bold, face=Style().face)
    what = f"{step.number}  {step.words}" if step else ""
    cells = [
        Cell(x[0], (set_text(what, bold, x[1] - x[0] - _GAP),)),
        Cell(x[1], (set_text(step.adds if step else "", plain, x[2] - x[1] - _GAP),)),
        said_cell(step, x[2], x[3] - x[2] - _GAP, 10),
        Cell(x[3], (set_text(step.worth_more if step else "", plain, x[4] - x[3] - _GAP),)),
        Cell(x[4], ()),
    ]

    def ruled(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height, 0.4, HAIR)

    def to_write(canvas: PageCanvas, top: float, height: float) -> None:
        for number in range(1, min(4, int(height / ROW)) + 1):
            for left, end in _to_write_on(step, x):
                canvas.writing_line(left, end - _GAP, top + number * ROW - 1.0)
        canvas.box(x[4], top + 3)
        if step and step.dropped:
            tick(canvas, x[4], top + 3, alt=_("dropped"))
        ruled(canvas, top, height)

    return row(level(cells), least=2 * ROW, pad=1.6, paint=to_write, again=ruled, role="TR")


def _to_write_on(step: MapStep | None, x: Sequence[float]) -> list[tuple[float, float]]:
    """The columns that are empty, but for what customers said."""
    pairs = list(pairwise(x))
    if step is None:
        return pairs
    return [] if step.worth_more else pairs[3:4]
