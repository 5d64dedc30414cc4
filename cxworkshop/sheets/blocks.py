"""Pieces that many sheets are made of: titles, labels, paragraphs, quotes, lines to write on."""

from __future__ import annotations

from functools import partial

from cxworkshop.i18n import _
from cxworkshop.papers.plan import Quote
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.faces import SERIF
from cxworkshop.sheets.flow import Cell, Drawn, Piece, row
from cxworkshop.sheets.look import LABEL, SMALL, heading, put
from cxworkshop.sheets.paper import MM, Paper
from cxworkshop.sheets.text import Style, balanced

INDENT = 4.0  # of a customer's words, behind their bar
_TITLES = (25.0, 22.0, 19.0, 16.0)
_TITLE_LINES = 2


def title(text: str, paper: Paper, *, sizes: tuple[float, ...] = _TITLES) -> Piece:
    """What the sheet is about, as large as it stands in two lines; a long one takes more."""
    width = paper.right - paper.left
    laid = [balanced(text, heading(size), width * MM) for size in sizes]
    fitting = (words for words in laid if len(words.lines) <= _TITLE_LINES)
    return row([Cell(paper.left, (next(fitting, laid[-1]),))])


def label(text: str, x: float, width: float, gap: float = 5.0) -> Piece:
    """The heading of a part, held to what follows."""
    return row([Cell(x, (put(text, LABEL, width),))], least=5.4, gap=gap, keep=True)


def paragraph(text: str, x: float, width: float, style: Style, gap: float = 1.6) -> Piece:
    """Words of ours."""
    return row([Cell(x, (put(text, style, width),))], gap=gap)


def quoted(quote: Quote, x: float, width: float, size: float = 12.0, gap: float = 2.4) -> Piece:
    """A customer's words behind their bar, and below them who said it as far as paper tells."""
    style = Style(face=SERIF, size=size, leading=size * 1.28, role="BlockQuote")
    words = _("“{words}”").format(words=quote.words)
    blocks = [balanced(words, style, (width - INDENT) * MM)]
    if quote.said_by:
        blocks.append(put(_("— {who}").format(who=quote.said_by), SMALL, width - INDENT))
    bar = partial(_bar, x)
    return row([Cell(x + INDENT, tuple(blocks))], paint=bar, gap=gap)


def to_write(count: int, x: float, width: float, high: float = 9.5) -> list[Piece]:
    """Dotted lines for a pen, one below the other."""
    line = Drawn(height=high, paint=partial(_writing, x, x + width))
    return [line] * count


def _bar(x: float, kit: Kit, top: float, height: float) -> None:
    kit.quote_bar(x + 0.6, top + 0.6, top + height - 0.4)


def _writing(left: float, right: float, kit: Kit, top: float, height: float) -> None:
    kit.writing_line(left, right, top + height)
