"""Pieces that many sheets use: titles, labels, paragraphs, quotes, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cxworkshop.content.values import CustomerQuote
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import (
    LABEL,
    SMALL,
    aligned,
    beside_bar,
    heading,
    set_on_a_line,
    set_text,
)
from cxworkshop.sheets.layout.flow import (
    BAR,
    Cell,
    FixedPiece,
    Piece,
    TableRow,
    level,
    nothing,
    row,
)
from cxworkshop.sheets.paper import ACCENT, HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced
from cxworkshop.textual import shortened

INDENT = 4.0  # of a quote
_DASH, _EDGE = 1.8, 0.4  # length of a list item's dash, and its distance from the edge
_TITLES = (25.0, 22.0, 19.0, 16.0)
_TITLE_LINES = 2
_WORTH_CUTTING = 9  # lines of a customer's words: fewer stay on one page
_REPEATED = 6  # words of a title, at most, on top of a later page
_CONTINUED = Style(face=SEMI, size=10.5, leading=14, color=ACCENT)


def title(text: str, paper: Paper, *, sizes: tuple[float, ...] = _TITLES) -> Piece:
    """Set the sheet's title in the largest size that fits two lines; a long one takes more."""
    width = paper.column
    laid = [balanced(text, heading(size), width * MM) for size in sizes]
    fitting = (words for words in laid if len(words.lines) <= _TITLE_LINES)
    return row([Cell(paper.left, (next(fitting, laid[-1]),))])


def label(text: str, x: float, width: float, gap: float = 5.0) -> Piece:
    """Set the heading of a section, kept with the next piece."""
    return row([Cell(x, (set_text(text, LABEL, width),))], least=5.4, gap=gap, keep=True)


def paragraph(text: str, x: float, width: float, style: Style, gap: float = 1.6) -> Piece:
    return row([Cell(x, (set_text(text, style, width),))], gap=gap)


def quoted(
    quote: CustomerQuote, x: float, width: float, size: float = 12.0, gap: float = 2.4
) -> Piece:
    """Set a customer's words beside a bar, and below them who said it, as far as R7 allows."""
    style = Style(face=SERIF, size=size, leading=size * 1.28, role="BlockQuote")
    words = _("“{words}”").format(words=quote.words)
    return behind_bar(balanced(words, style, (width - INDENT) * MM), x, said_by(quote), gap)


def behind_bar(words: TextBlock, x: float, under: str, gap: float) -> Piece:
    """Set a bar on the side where the text begins, and a small line `under` it.

    The text must be laid out INDENT narrower than the column.
    """
    bar, left = beside_bar(words, x, INDENT, BAR)
    blocks = [words]
    if under:
        side = aligned(SMALL, "right" if bar > left else "left")
        blocks.append(set_text(under, side, words.width / MM))
    return row([Cell(left, tuple(blocks))], paint=partial(_bar, bar), gap=gap)


def quote_row(
    words: TextBlock,
    x: float,
    gap: float,
    before: Sequence[Cell] = (),
    after: Sequence[Cell] = (),
) -> TableRow:
    """Set customer's words behind their bar at `x`, with cells on either side of them.

    The text must be laid out INDENT narrower than its column.
    """
    bar, left = beside_bar(words, x, INDENT, BAR)
    cells = level([*before, Cell(left, (words,)), *after])
    laid = row(cells, paint=partial(_bar, bar), gap=gap)
    return replace(laid, worth_cutting=_WORTH_CUTTING)


def continued(title: str, x: float, width: float) -> Piece:
    """Set a part's title on one line, for the top of later pages; screen readers skip it."""
    text = _("{title}, continued").format(title=_few_words(title))
    words = set_on_a_line(text, _CONTINUED, width, least=10)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        with canvas.aside():
            canvas.words(words, x, top)
            canvas.rule(x, x + width, top + height, 0.4, HAIR)

    return FixedPiece(height=words.height / MM + 0.8, paint=paint)


def _few_words(title: str) -> str:
    words = title.split()
    few = title if len(words) <= _REPEATED else " ".join(words[:_REPEATED]) + " …"
    return shortened(few)


def said_by(quote: CustomerQuote) -> str:
    """Return who said it after a dash, "" if the paper does not tell."""
    return _("— {who}").format(who=quote.said_by) if quote.said_by else ""


def item(text: str, x: float, width: float, style: Style, color: str = INK) -> Piece:
    """Set a list item, with a dash on the side where the text begins."""
    words = set_text(text, style, width - INDENT)
    edge, left = beside_bar(words, x, INDENT, _EDGE)
    dash = edge if left > x else edge - _DASH
    mark = partial(_dash, dash, style.leading / MM * 0.52, color)
    return row([Cell(left, (words,))], gap=0.8, paint=mark, again=nothing, role="LI")


def to_write(count: int, x: float, width: float, high: float = 9.5) -> list[Piece]:
    """Return dotted lines to write on."""
    line = FixedPiece(height=high, paint=partial(_writing, x, x + width))
    return [line] * count


def _bar(x: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.quote_bar(x, top + 0.6, top + height - 0.4)


def _dash(
    x: float, down: float, color: str, canvas: PageCanvas, top: float, _height: float
) -> None:
    canvas.rule(x, x + _DASH, top + down, 1.0, color)


def _writing(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.writing_line(left, right, top + height)
