"""The back-row test on paper: numbered lines that get smaller and smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cxworkshop.content.values import BackRowContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import FixedPiece, Piece, height_of, spread
from cxworkshop.sheets.layout.form_lines import fields, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, lines

SIZES = (96.0, 80.0, 66.0, 54.0, 44.0, 36.0, 30.0, 24.0, 20.0, 16.0, 12.0)  # points
_LEADING = 1.17
_CAPITALS = 0.714 / MM  # height of a capital letter, in millimetres for each point of size
_SIZE_COLUMN = 15.0  # mm, at the right
_AFTER_NUMBER = 0.42  # of the type size
_ABOVE_FOOTER = 2.0
_MAX_SPREAD = 6.0


def back_row(content: BackRowContent, options: PrintOptions) -> list[Page]:
    """Draw one page, to hang where the cards will hang."""
    paper = options.paper
    x, width = paper.left, paper.column
    ask = _("Back row: which is the last line that you can read without effort?")
    hint = _("Hang this page where the cards will hang, and ask from the farthest chair. All that"
             " is written for the room needs letters at least as high as there.")  # fmt: skip
    top = [title(ask, paper, 16), words(hint, SMALL, x, width)]
    notes = fields(
        [(_("Line"), 1.0), (_("Room"), 2.4), (_("Row or distance"), 2.0)], x, width, gap=2.0
    )
    pieces = [*top, *_test_lines(content, paper), notes]
    spare = paper.room - height_of(pieces) - _ABOVE_FOOTER
    frame = Frame(kind=_("Back-row test"), whose=content.team)
    return framed(frame, [spread(pieces, spare, _MAX_SPREAD)], paper)


def _test_lines(content: BackRowContent, paper: Paper) -> Iterator[Piece]:
    unused, previous = list(content.sentences), ""
    for number, size in enumerate(_sizes(paper), 1):
        style = Style(size=size, leading=size * _LEADING)
        digits = set_text(str(number), replace(style, face=SEMI, color=ACCENT), paper.width)
        start = paper.left + (digits.widest + size * _AFTER_NUMBER) / MM
        room = paper.right - _SIZE_COLUMN - start
        others = [other for other in content.sentences if other != previous]
        sentence = previous = _longest(unused, style, room) or _longest(others, style, room)
        unused = [other for other in unused if other != sentence]
        block = set_text(sentence, style, paper.width)
        letter_height = set_text(_letter_height(size), aligned(SMALL, "right"), _SIZE_COLUMN)
        yield FixedPiece(
            height=size * _LEADING / MM,
            gap=0.01,
            paint=partial(
                _draw_line,
                ((paper.left, digits), (start, block), (paper.right - _SIZE_COLUMN, letter_height)),
            ),
        )


def _sizes(paper: Paper) -> tuple[float, ...]:
    """Type sizes in points, a little smaller on shorter paper."""
    share = min(1.0, paper.room / 251)
    return tuple(round(size * share) for size in SIZES)


def _longest(sentences: list[str], style: Style, width: float) -> str:
    """The longest sentence that fits on one line; "" for none."""
    fitting = [
        sentence for sentence in sentences if len(lines(sentence, style, width * MM).lines) == 1
    ]
    return max(fitting, key=len, default="")


def _letter_height(size: float) -> str:
    return _("{mm} mm").format(mm=round(size * _CAPITALS))


def _draw_line(
    spots: tuple[tuple[float, TextBlock], ...], canvas: PageCanvas, top: float, height: float
) -> None:
    for left, block in spots:
        canvas.words(block, left, top + (height - block.height / MM) / 2)
