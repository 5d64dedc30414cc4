"""What can be picked, as a line of a list: its code, its words, and how many customers count."""

from __future__ import annotations

from cxworkshop.content.values import Contender
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.density import beside_bar, put
from cxworkshop.sheets.typesetting.fonts import SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_INDENT, _BAR = 2.6, 0.5  # of a customer's words behind their bar, and of the bar
_LEAD = 1.24


def words_of(one: Contender, size: float, width: float, *, strong: bool = False) -> TextBlock:
    """Its headline, or a customer's sentence as theirs; all of it."""
    if one.said:
        style = Style(face=SERIF, size=size + 0.5, leading=size * _LEAD, role="BlockQuote")
        return put(_("“{words}”").format(words=one.words), style, width - _INDENT)
    face = SEMI if strong else SANS
    return put(one.words, Style(face=face, size=size, leading=size * _LEAD), width)


def stands(one: Contender, words: TextBlock, x: float) -> tuple[float, float]:
    """Where the bar of a customer's sentence stands, and where the words do."""
    return beside_bar(words, x, _INDENT, _BAR) if one.said else (x, x)
