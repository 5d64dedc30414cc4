"""The words of a contender, as ballots and the grid of criteria show them."""

from __future__ import annotations

from cxworkshop.content.values import Contender
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.density import beside_bar, set_text
from cxworkshop.sheets.typesetting.fonts import SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_INDENT, _BAR = 2.6, 0.5  # mm: indent of a customer's words behind their bar; the bar
_LEADING = 1.24


def words_of(contender: Contender, size: float, width: float, *, strong: bool = False) -> TextBlock:
    """Its headline, or a customer's sentence as a quote; never shortened."""
    if contender.said:
        style = Style(face=SERIF, size=size + 0.5, leading=size * _LEADING, role="BlockQuote")
        return set_text(_("“{words}”").format(words=contender.words), style, width - _INDENT)
    face = SEMI if strong else SANS
    return set_text(contender.words, Style(face=face, size=size, leading=size * _LEADING), width)


def bar_and_words(contender: Contender, words: TextBlock, x: float) -> tuple[float, float]:
    """Left edges of the bar of a quote, and of the words; the same for a headline."""
    return beside_bar(words, x, _INDENT, _BAR) if contender.said else (x, x)
