"""The back-row test on paper: lines that shrink, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cxworkshop.content.values import BackRowContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import FixedPiece, Piece, height_of, spread
from cxworkshop.sheets.layout.form_lines import fields, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, lines

SIZES = (96.0, 80.0, 66.0, 54.0, 44.0, 36.0, 30.0, 24.0, 20.0, 16.0, 12.0)  # points
_LEAD = 1.17
_CAPITALS = 0.714 / MM  # how high a capital letter is, in millimetres to a point
_MEASURE = 15.0  # column at the right
_AFTER_NUMBER = 0.42  # of the size
_ABOVE_FOOT = 2.0
_MOST_SPREAD = 6.0


def back_row(values: BackRowContent, options: PrintOptions) -> list[Page]:
    """One page, to hang where the cards will hang."""
    paper = options.paper
    x, width = paper.left, paper.column
    ask = _("Back row: which is the last line that you can read without effort?")
    hint = _("Hang this page where the cards will hang, and ask from the farthest chair. All that"
             " is written for the room needs letters at least as high as there.")  # fmt: skip
    top = [title(ask, paper, 16), words(hint, SMALL, x, width)]
    noted = fields(
        [(_("Line"), 1.0), (_("Room"), 2.4), (_("Row or distance"), 2.0)], x, width, gap=2.0
    )
    pieces = [*top, *_shrinking(values, paper), noted]
    spare = paper.room - height_of(pieces) - _ABOVE_FOOT
    frame = Frame(kind=_("Back-row test"), whose=values.team)
    return framed(frame, [spread(pieces, spare, _MOST_SPREAD)], paper)


def _shrinking(values: BackRowContent, paper: Paper) -> Iterator[Piece]:
    left, before = list(values.sentences), ""
    for number, size in enumerate(_sizes(paper), 1):
        style = Style(size=size, leading=size * _LEAD)
        digits = put(str(number), replace(style, face=SEMI, color=ACCENT), paper.width)
        start = paper.left + (digits.widest + size * _AFTER_NUMBER) / MM
        room = paper.right - _MEASURE - start
        others = [one for one in values.sentences if one != before]
        said = before = _longest(left, style, room) or _longest(others, style, room)
        left = [one for one in left if one != said]
        laid = put(said, style, paper.width)
        measure = put(_measure(size), aligned(SMALL, "right"), _MEASURE)
        yield FixedPiece(
            height=size * _LEAD / MM,
            gap=0.01,
            paint=partial(
                _line,
                ((paper.left, digits), (start, laid), (paper.right - _MEASURE, measure)),
            ),
        )


def _sizes(paper: Paper) -> tuple[float, ...]:
    """As large as the page holds: a shorter paper begins a little smaller."""
    share = min(1.0, paper.room / 251)
    return tuple(round(size * share) for size in SIZES)


def _longest(sentences: list[str], style: Style, width: float) -> str:
    """The longest that stands on one line, for smaller letters say more."""
    fitting = [one for one in sentences if len(lines(one, style, width * MM).lines) == 1]
    return max(fitting, key=len, default="")


def _measure(size: float) -> str:
    return _("{mm} mm").format(mm=round(size * _CAPITALS))


def _line(
    spots: tuple[tuple[float, TextBlock], ...], canvas: PageCanvas, top: float, height: float
) -> None:
    for left, laid in spots:
        canvas.words(laid, left, top + (height - laid.height / MM) / 2)
