"""The face of a card of any size: its code, its text in full, and how many customers count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import pairwise

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard
from cxworkshop.sheets.layout.density import SMALL, aligned, beside_bar, set_text
from cxworkshop.sheets.layout.excerpts import IN_A_HEADING
from cxworkshop.sheets.paper import ACCENT, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced, of_whole_words

_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0, 11.5, 10.5, 10.0)  # points
# Points: the largest size of a low card, and per millimetre of the height of a high one.
_USUAL, _LARGEST = 20.0, 0.32
_LEAD = 1.26
_QUOTE = 3.4  # mm, indent of a customer's words behind their bar
_BAR = 0.6
_FOOTER = Style(face=SEMI, size=10, leading=12.4)
_WAY = Style(face=SANS, size=10, leading=12.4, align="right")
_LETTER = Style(face=SEMI, size=13, leading=16, color=ACCENT, align="center")
_ABOVE_FOOTER = 2.0
_RING = 4.6
_FLAT = 2.2  # a card that many times wider than high has its code beside the text
_CODE_COLUMN, _CODE_SHARE = 25.0, 0.26  # mm beside the text at most, and of a card's width
_LOW = 30.0  # mm: lower labels have a smaller line below the text
_BETWEEN = 2.0
_MORE = SMALL.leading / MM + 0.6
_ROW = 9.0  # mm between lines to write on


@dataclass(frozen=True, kw_only=True)
class CardText:
    """What one card says. `said`: the words are a customer's own. `code` is what people type."""

    code: str
    words: str
    said: bool = False
    left: str = ""
    right: str = ""
    letter: str = ""


@dataclass(frozen=True)
class CardLayout:
    """How a card of this size is laid out, in millimetres from its top left corner."""

    width: float
    height: float

    @property
    def pad(self) -> float:
        """Margin inside the card."""
        return min(5.0, self.height * 0.08)

    @property
    def flat(self) -> bool:
        """Whether the code is beside the text, not above it."""
        return self.width > _FLAT * self.height

    @property
    def left(self) -> float:
        """Left edge of the text."""
        return self.pad + (self.code_column if self.flat else 0.0)

    @property
    def code_column(self) -> float:
        """Width of the code beside the text, with the gap between them."""
        return min(_CODE_COLUMN, self.width * _CODE_SHARE)

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.width - self.pad - self.left

    @property
    def sizes(self) -> list[float]:
        """Sizes to try for the text, in points, largest first."""
        return [size for size in _SIZES if size <= max(self.height * _LARGEST, _USUAL)]

    def code(self, words: str) -> TextBlock:
        """The code as large as it fits, to be read across a room."""
        size = min(42.0, self.height * (1.0 if self.flat else 0.66))
        width = (self.code_column if self.flat else self.room - 4 * _RING) - _BETWEEN
        style = Style(face=HEAVY, size=size, leading=size * 0.86)
        block = set_text(words, style, self.width * 9)
        smaller = min(1.0, width * MM / block.widest)
        return set_text(words, _resized(style, size * smaller), self.width * 9)


@dataclass(frozen=True)
class _CardSide:
    """One card, with the part of the text that is on it."""

    card: CardText
    layout: CardLayout
    words: TextBlock
    number: int = 1
    of: int = 1

    def front(self, canvas: PageCanvas, box: Box) -> None:
        """Draw code and group, the text, and below it the customers and the way."""
        left, top, _width, height = box
        layout = self.layout
        code = self.head
        words_top = top + _words_top(layout, code)
        bottom = top + height - layout.pad - self._footer_height
        with canvas.part("H2") if self._is_heading else nullcontext():
            canvas.words(code, left + layout.pad, top + layout.pad)
            if self.number == 1:
                self._draw_group(canvas, left, top)
            self._draw_words(canvas, left + layout.left, words_top, bottom)
        self._draw_footer(canvas, left + layout.left, top + height - layout.pad)
        if self.of > 1:
            self._draw_count(canvas, left, top)

    def back(self, canvas: PageCanvas, box: Box) -> None:
        """Draw the code as large as the card, and the group's letter."""
        left, top, width, height = box
        size = height * 1.5
        style = Style(face=HEAVY, size=size, leading=size * 0.86, align="center")
        inside = width - 2 * self.layout.pad - 4 * _RING
        widest = set_text(self.card.code, style, width * 9).widest / MM
        code = set_text(self.card.code, _resized(style, size * min(1.0, inside / widest)), width)
        canvas.words(code, left, top + (height - code.height / MM) / 2)
        self._draw_letter(
            canvas, left + width - self.layout.pad - _RING, top + self.layout.pad + _RING
        )

    @property
    def _is_heading(self) -> bool:
        """Whether the code is a heading together with the text, as it is if that is short."""
        return 0 < len(self.words.text) <= IN_A_HEADING

    @property
    def head(self) -> TextBlock:
        """The code, or which card continues here."""
        return _head(self.card, self.layout, self.number)

    def _draw_group(self, canvas: PageCanvas, left: float, top: float) -> None:
        layout = self.layout
        if layout.flat:
            self._draw_letter(
                canvas, left + layout.pad + _RING, top + layout.height - layout.pad - _RING
            )
        else:
            self._draw_letter(
                canvas, left + layout.width - layout.pad - _RING, top + layout.pad + _RING
            )

    def _draw_letter(self, canvas: PageCanvas, x: float, y: float) -> None:
        if self.card.letter:
            canvas.ring(x, y, _RING)
            letter = set_text(self.card.letter, _LETTER, 2 * _RING)
            canvas.words(letter, x - _RING, y - letter.height / MM / 2)

    def _draw_words(self, canvas: PageCanvas, x: float, top: float, bottom: float) -> None:
        if not self.words:
            for number in range(1, int((bottom - top) / _ROW) + 1):
                canvas.writing_line(x, x + self.layout.room, top + number * _ROW)
            return
        if self.card.said:
            bar, x = beside_bar(self.words, x, _QUOTE, _BAR)
            canvas.quote_bar(bar, top + 0.4, top + self.words.height / MM - 0.2)
        canvas.words(self.words, x, top)

    @property
    def _footer_height(self) -> float:
        return _footer_room(self.card, self.layout, self.of)

    def _draw_footer(self, canvas: PageCanvas, x: float, bottom: float) -> None:
        layout = self.layout
        for block, offset in zip(_footer(self.card, layout), (0.0, layout.room / 2), strict=True):
            canvas.words(block, x + offset, bottom - block.height / MM)

    def _draw_count(self, canvas: PageCanvas, left: float, top: float) -> None:
        """Draw which of several cards this is: below a flat card's code, else below the text."""
        layout = self.layout
        count = _("{n} of {of}") if self.number == self.of else _("{n} of {of}, goes on")
        words = count.format(n=self.number, of=self.of)
        if layout.flat:
            below = layout.pad + self.head.height / MM
            canvas.words(
                set_text(words, SMALL, layout.code_column - _BETWEEN),
                left + layout.pad,
                top + below,
            )
        else:
            above = layout.height - layout.pad - self._footer_height
            canvas.words(
                set_text(words, aligned(SMALL, "right"), layout.room),
                left + layout.left,
                top + above,
            )


def cards_of(card: CardText, width: float, height: float) -> list[CutCard]:
    """One card, or as many as the text needs, each with the code."""
    layout = CardLayout(width, height)
    words = _fitting(card, layout)
    parts = list(_parts(card, layout, words))
    sides = [_CardSide(card, layout, part, n, len(parts)) for n, part in enumerate(parts, 1)]
    return [CutCard(side.front, side.back) for side in sides]


def _fitting(card: CardText, layout: CardLayout) -> TextBlock:
    """The text as large as it fits on one card, else in the smallest size, for several cards."""
    room = _words_room(card, layout, 1, 1)
    block = set_text("", _style(card, _SIZES[-1]), layout.room)
    for size in layout.sizes:
        width = layout.room - (_QUOTE if card.said else 0.0)
        block = of_whole_words(_quoted(card), _style(card, size), width * MM)
        if block.height / MM <= room and not has_broken_words(block):
            return balanced(_quoted(card), block.style, width * MM)
    return block


def _parts(card: CardText, layout: CardLayout, words: TextBlock) -> Iterator[TextBlock]:
    """The part of the text for each card, at least one line."""
    if words.height / MM <= _words_room(card, layout, 1, 1):
        yield words
        return
    number = 1
    while words.lines:
        count = max(1, words.fitting(_words_room(card, layout, number, 2) * MM))
        head, words = words.cut(count)
        yield head
        number += 1


def _words_room(card: CardText, layout: CardLayout, number: int, of: int) -> float:
    top = _words_top(layout, _head(card, layout, number))
    return layout.height - top - layout.pad - _footer_room(card, layout, of)


def _words_top(layout: CardLayout, head: TextBlock) -> float:
    return layout.pad + (0.0 if layout.flat else head.height / MM + _BETWEEN)


def _head(card: CardText, layout: CardLayout, number: int) -> TextBlock:
    if number == 1:
        return layout.code(card.code)
    title = _("{code}, continued").format(code=card.code)
    if layout.flat:
        style = replace(_small(_FOOTER, layout), role="H2")
        return set_text(title, style, layout.code_column - _BETWEEN)
    return set_text(title, Style(face=HEAVY, size=13, leading=16, role="H2"), layout.room)


def _footer(card: CardText, layout: CardLayout) -> tuple[TextBlock, TextBlock]:
    half = layout.room / 2
    first = half - _BETWEEN if card.right else layout.room
    left = set_text(card.left, _small(_FOOTER, layout), first)
    return left, set_text(card.right, _small(_WAY, layout), half)


def _small(style: Style, layout: CardLayout) -> Style:
    return replace(style, size=8, leading=9.6) if layout.height < _LOW else style


def _footer_room(card: CardText, layout: CardLayout, of: int) -> float:
    """Height of what is below the text, with the gap above it."""
    more = _MORE if of > 1 and not layout.flat else 0.0
    return max(block.height / MM for block in _footer(card, layout)) + _ABOVE_FOOTER + more


def _style(card: CardText, size: float) -> Style:
    family, role = (SERIF, "BlockQuote") if card.said else (SEMI, "P")
    return Style(face=family, size=size, leading=size * _LEAD, color=INK, role=role)


def _resized(style: Style, size: float) -> Style:
    return replace(style, size=size, leading=size * 0.86)


def _quoted(card: CardText) -> str:
    return _("“{words}”").format(words=card.words) if card.said and card.words else card.words


def has_broken_words(block: TextBlock) -> bool:
    """Whether a line ends inside a word of Latin letters; a smaller size may avoid that."""
    return any(
        line.divides
        or (
            line.paragraph is after.paragraph
            and line.end == after.start
            and line.paragraph.text[line.end - 1 : line.end + 1].isalpha()
            and line.paragraph.text[line.end - 1 : line.end + 1].isascii()
        )
        for line, after in pairwise(block.lines)
    )
