"""The marks of the year that are hung up, and their legends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.model import Look
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import set_text
from cxworkshop.sheets.layout.figures import stage_ring
from cxworkshop.sheets.layout.flow import FixedPiece, Piece
from cxworkshop.sheets.layout.signs import triangle
from cxworkshop.sheets.paper import EDGE, GREY, INK, MM
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock
from cxworkshop.stages import FREE, STAGE_WORDS, stage_word

Mark = Callable[[PageCanvas, float, float, float], None]
_RADIUS = 1.8
_AFTER_MARK, _APART = 1.4, 5.0  # mm
_WORDS = Style(size=10, leading=12, color=GREY)
_HEAD = Style(face=SEMI, size=12, leading=14.4, role="H2")


def look_mark(canvas: PageCanvas, found: str, x: float, y: float, radius: float) -> None:
    """Draw a Look, or "due" while customers were not asked: told apart by form, not by colour."""
    if found == Look.NOTICED:
        canvas.disc(x, y, radius)
    elif found == Look.SLIPPING:
        canvas.ring(x, y, radius, 1.2, INK)
    elif found == Look.GONE:
        triangle(canvas, x, y, radius)
    else:
        canvas.dotted_ring(x, y, radius, EDGE)


def look_word(found: str) -> str:
    """The words for a Look, or for "due"."""
    return {
        Look.NOTICED.value: _("still noticed"),
        Look.SLIPPING.value: _("slipping"),
        Look.GONE.value: _("gone, back on the list"),
    }.get(found, _("not asked yet"))


def stage_legend(title: str, x: float, width: float) -> Piece:
    """A heading with each ring and its words."""
    marks = [(partial(_stage, stage), stage_word(stage)) for stage in STAGE_WORDS]
    return _legend(title, marks, x, width)


def look_legend(title: str, x: float, width: float) -> Piece:
    """A heading with each mark of a look again and its words."""
    found = (*(look.value for look in Look), "due")
    marks = [(partial(_look, each), look_word(each)) for each in found]
    return _legend(title, marks, x, width)


def _stage(stage: str, canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    if stage != FREE:
        stage_ring(canvas, stage, x, y, radius)
        return
    with canvas.figure(stage_word(FREE)):
        canvas.dotted_ring(x, y, radius, EDGE)


def _look(found: str, canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    with canvas.figure(look_word(found)):
        look_mark(canvas, found, x, y, radius)


def _legend(title: str, marks: Sequence[tuple[Mark, str]], x: float, width: float) -> Piece:
    """As many marks beside the heading as fit on a line, the others on more lines below it."""
    head = set_text(title, _HEAD, width / 3)
    start = x + max(34.0, head.widest / MM + _APART)
    blocks = [(mark, set_text(text, _WORDS, 60)) for mark, text in marks]
    spots, left, line = [], start, 0
    for mark, block in blocks:
        wide = 2 * _RADIUS + _AFTER_MARK + block.widest / MM
        if left > start and left + wide > x + width:
            left, line = start, line + 1
        spots.append((left, line, mark, block))
        left += wide + _APART
    height = max(head.height / MM, 5.0) + 5.0 * line
    return FixedPiece(height=height, keep=True, paint=partial(_draw, (head, x), spots))


def _draw(
    head: tuple[TextBlock, float],
    spots: Sequence[tuple[float, int, Mark, TextBlock]],
    canvas: PageCanvas,
    top: float,
    _height: float,
) -> None:
    canvas.words(head[0], head[1], top)
    for left, line, mark, block in spots:
        y = top + 2.7 + line * 5.0
        mark(canvas, left + _RADIUS, y, _RADIUS)
        canvas.words(block, left + 2 * _RADIUS + _AFTER_MARK, y - block.height / MM / 2)
