"""How tightly a sheet is set, from roomy to the smallest allowed, and its styles."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import runs_to_the_left
from cxworkshop.sheets.paper import ACCENT, GREY, MM, WHITE
from cxworkshop.sheets.progress import report_progress
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced, lines
from cxworkshop.value_object import ValueObject

LABEL = Style(face=SEMI, size=10.5, leading=13.4, color=ACCENT, role="H2")
SMALL = Style(size=10, leading=12.6, color=GREY)
FOOT = Style(size=7.6, leading=10, color=GREY)  # page numbers, and what is cut off
NUMBER = Style(face=HEAVY, size=24, leading=30, color=WHITE, align="center")


class Density(ValueObject):
    """Sizes in points, heights in millimetres; `spare` is the number of empty rows to write on."""

    body: float
    quote: float
    titles: tuple[float, ...]
    gap: float
    pad: float
    row: float
    spare: int
    quotes: int

    @property
    def text(self) -> Style:
        return Style(face=SANS, size=self.body, leading=self.body * 1.28)

    @property
    def strong(self) -> Style:
        """Style of names and of the promise."""
        return Style(face=SEMI, size=self.body, leading=self.body * 1.28)

    @property
    def said(self) -> Style:
        """Style of customers' words: nothing else is serif italic."""
        return Style(face=SERIF, size=self.quote, leading=self.quote * 1.28, role="BlockQuote")

    def title(self, text: str, width: float) -> TextBlock:
        """Set the title in the largest size that fits two lines; a long one takes more."""
        styles = [heading(size) for size in self.titles]
        laid = (balanced(text, style, width * MM) for style in styles)
        fitting = (title for title in laid if len(title.lines) <= 2)
        return next(fitting, None) or balanced(text, styles[-1], width * MM)


def heading(size: float) -> Style:
    """Return the style of a sheet's title, of which it has one."""
    return Style(face=HEAVY, size=size, leading=size * 1.16, role="H1")


def set_text(text: str, style: Style, width: float) -> TextBlock:
    """Break the text at a width in millimetres."""
    report_progress()
    return lines(text, style, width * MM)


def set_on_a_line(text: str, style: Style, width: float, *, least: float) -> TextBlock:
    """Set in the largest size, down to `least` points, that needs one line; else in several."""
    size, lead = style.size, style.leading / style.size
    block = set_text(text, style, width)
    while len(block.lines) > 1 and size > least:
        size = max(least, size - 0.4)
        block = set_text(text, replace(style, size=size, leading=size * lead), width)
    return block


def unbroken(text: str) -> str:
    """Return a few words so that they stay on one line."""
    return text.replace(" ", "\u00a0")


def beside_bar(words: TextBlock, x: float, indent: float, bar: float) -> tuple[float, float]:
    """Return the x of a quote's bar and of its text; the bar is on the side where text begins."""
    if words.lines and words.lines[0].paragraph.to_the_left is not runs_to_the_left():
        return x + words.width / MM + indent - bar, x
    return x + bar, x + indent


def aligned(style: Style, align: str, color: str = "") -> Style:
    """Return the style with another alignment or colour."""
    return replace(style, align=align, color=color or style.color)


_BIG, _MIDDLE, _LOW = (25.0, 22.0, 19.0), (22.0, 19.0, 16.0), (19.0, 16.0, 13.5)

# From roomy to tight: each takes no more height than the one before it.
DENSITIES = (
    Density(body=10.8, quote=12.8, titles=_BIG, gap=6, pad=2.2, row=9.6, spare=2, quotes=3),
    Density(body=10.8, quote=12.8, titles=_BIG, gap=5.4, pad=2.0, row=9.4, spare=1, quotes=2),
    Density(body=10.6, quote=12.5, titles=_BIG, gap=4.6, pad=1.6, row=9.2, spare=1, quotes=3),
    Density(body=10.6, quote=12.5, titles=_BIG, gap=4.6, pad=1.6, row=9.2, spare=1, quotes=2),
    Density(body=10.3, quote=12, titles=_MIDDLE, gap=4, pad=1.4, row=9, spare=1, quotes=2),
    Density(body=10, quote=11.6, titles=_MIDDLE, gap=3.4, pad=1.1, row=9, spare=1, quotes=2),
    Density(body=10, quote=11.6, titles=_MIDDLE, gap=3.2, pad=1.0, row=9, spare=0, quotes=2),
    Density(body=10, quote=11.4, titles=_LOW, gap=3, pad=0.8, row=9, spare=0, quotes=2),
    Density(body=10, quote=11.2, titles=_LOW, gap=3, pad=0.8, row=9, spare=0, quotes=1),
    Density(body=10, quote=10.6, titles=_LOW, gap=2.6, pad=0.6, row=9, spare=0, quotes=1),
)
FLOWING = DENSITIES[4]
