"""All keys in two columns, on one page if they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.content.values import KeyGroup, KeysContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.density import LABEL, set_on_a_line, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, beside, height_of, level, row
from cxworkshop.sheets.layout.form_lines import label, title
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style

_BETWEEN = 8.0  # mm between the two columns
_NAME = 32.0  # mm for the name of a key
_SIZES = (10.0, 9.5, 9.0, 8.5)  # pt: the largest with which all of it stands on one page
_LEADING = 1.26
_HEAD = replace(LABEL, size=10, leading=12.6)
_ABOVE_HEAD, _ABOVE_KEY = 4.0, 0.5  # mm


def keys(content: KeysContent, options: PrintOptions) -> list[Page]:
    """Draw the stops one below the other; the second column begins with a stop."""
    paper, frame = options.paper, Frame(kind=_("All keys"), whose=_("CX Workshop"))
    head = title(_("All keys"), paper)
    for size in _SIZES:
        page = [head, _columns(content.groups, paper, size)]
        if height_of(page) <= paper.room:
            return framed(frame, [page], paper)
    first, second = (_columns(half, paper, _SIZES[0]) for half in _halves(content.groups))
    return framed(frame, [[head, first], [second]], paper)


def _columns(groups: Sequence[KeyGroup], paper: Paper, size: float) -> Piece:
    width = (paper.column - _BETWEEN) / 2
    places = (paper.left, paper.left + width + _BETWEEN)
    columns = [
        [piece for group in half for piece in _group(group, x, width, size)]
        for half, x in zip(_halves(groups), places, strict=True)
    ]
    return beside(*columns)


def _group(group: KeyGroup, x: float, width: float, size: float) -> list[Piece]:
    key = Style(face=SEMI, size=size, leading=size * _LEADING)
    text = Style(size=size, leading=size * _LEADING)
    pieces = [label(group.title, x, width, style=_HEAD, gap=_ABOVE_HEAD)]
    for name, does in group.keys:
        cells = [
            Cell(x, (set_on_a_line(name, key, _NAME, least=8.0),)),
            Cell(x + _NAME + 1, (set_text(does, text, width - _NAME - 1),)),
        ]
        pieces.append(row(level(cells), gap=_ABOVE_KEY))
    return pieces


def _halves(groups: Sequence[KeyGroup]) -> tuple[Sequence[KeyGroup], Sequence[KeyGroup]]:
    """Both columns, as near to the same length as whole groups allow."""
    lines = [1 + len(group.keys) for group in groups]
    cut = min(range(len(lines)), key=lambda n: abs(sum(lines[:n]) - sum(lines[n:])))
    return groups[:cut], groups[cut:]
