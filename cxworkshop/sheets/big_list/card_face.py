"""The face of a card of any size: its code, its text in full, and how many customers count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import pairwise

from cxworkshop.i18n import _
from cxworkshop.sheets.big_list.card_layout import BETWEEN, RING, SIZES, CardLayout, resized
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard
from cxworkshop.sheets.layout.density import SMALL, aligned, beside_bar, set_text
from cxworkshop.sheets.layout.excerpts import IN_A_HEADING
from cxworkshop.sheets.layout.figures import data_matrix
from cxworkshop.sheets.paper import ACCENT, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced, of_whole_words

_LEAD = 1.26
_QUOTE = 3.4  # mm, indent of a customer's words behind their bar
_BAR = 0.6
_FOOTER = Style(face=SEMI, size=10, leading=12.4)
_WAY = Style(face=SANS, size=10, leading=12.4, align="right")
_LETTER = Style(face=SEMI, size=13, leading=16, color=ACCENT, align="center")
_ABOVE_FOOTER = 2.0
_LOW = 30.0  # mm: lower labels have a smaller line below the text
_MORE = SMALL.leading / MM + 0.6
_ROW = 9.0  # mm between lines to write on
_MATRIX, _LARGE_MATRIX, _HIGH = 12.0, 14.0, 60.0  # mm: the code for a camera, on cards so high too


@dataclass(frozen=True, kw_only=True)
class CardText:
    """What one card says. `said`: the words are a customer's own. `code` is what people type.

    `digits` are those of the code for a camera, "" for none.
    """

    code: str
    words: str
    said: bool = False
    left: str = ""
    right: str = ""
    letter: str = ""
    digits: str = ""


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
        words_top = top + _words_top(layout, code, self.number)
        bottom = top + height - layout.pad - self._footer_height
        with canvas.part("H2") if self._is_heading else nullcontext():
            canvas.words(code, left + layout.pad, top + layout.pad)
            if self.number == 1:
                self._draw_group(canvas, left, top)
            self._draw_words(canvas, left + layout.left, words_top, bottom)
        self._draw_footer(canvas, left + layout.left, top + height - layout.pad)
        if self.of > 1:
            self._draw_count(canvas, left, top)
        if layout.matrix and self.number == 1:
            x, y = layout.matrix_at
            data_matrix(canvas, self.card.digits, left + x, top + y, layout.matrix)

    def back(self, canvas: PageCanvas, box: Box) -> None:
        """Draw the code as large as the card, and the group's letter."""
        left, top, width, height = box
        size = height * 1.5
        style = Style(face=HEAVY, size=size, leading=size * 0.86, align="center")
        inside = width - 2 * self.layout.pad - 4 * RING
        widest = set_text(self.card.code, style, width * 9).widest / MM
        code = set_text(self.card.code, resized(style, size * min(1.0, inside / widest)), width)
        canvas.words(code, left, top + (height - code.height / MM) / 2)
        self._draw_letter(
            canvas, left + width - self.layout.pad - RING, top + self.layout.pad + RING
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
        x, y = self.layout.ring_at
        self._draw_letter(canvas, left + x, top + y)

    def _draw_letter(self, canvas: PageCanvas, x: float, y: float) -> None:
        if self.card.letter:
            canvas.ring(x, y, RING)
            letter = set_text(self.card.letter, _LETTER, 2 * RING)
            canvas.words(letter, x - RING, y - letter.height / MM / 2)

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
                set_text(words, SMALL, layout.code_column - BETWEEN),
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
    side = _LARGE_MATRIX if height >= _HIGH else _MATRIX
    layout = CardLayout(width, height, side if card.digits else 0.0)
    words = _fitting(card, layout)
    parts = list(_parts(card, layout, words))
    sides = [_CardSide(card, layout, part, n, len(parts)) for n, part in enumerate(parts, 1)]
    return [CutCard(side.front, side.back) for side in sides]


def _fitting(card: CardText, layout: CardLayout) -> TextBlock:
    """The text as large as it fits on one card, else in the smallest size, for several cards."""
    room = _words_room(card, layout, 1, 1)
    block = set_text("", _style(card, SIZES[-1]), layout.room)
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
    top = _words_top(layout, _head(card, layout, number), number)
    return layout.height - top - layout.pad - _footer_room(card, layout, of)


def _words_top(layout: CardLayout, head: TextBlock, number: int) -> float:
    if layout.flat:
        return layout.pad
    matrix = layout.matrix if number == 1 else 0.0
    return layout.pad + max(head.height / MM, matrix) + BETWEEN


def _head(card: CardText, layout: CardLayout, number: int) -> TextBlock:
    if number == 1:
        return layout.code(card.code)
    title = _("{code}, continued").format(code=card.code)
    if layout.flat:
        style = replace(_small(_FOOTER, layout), role="H2")
        return set_text(title, style, layout.code_column - BETWEEN)
    return set_text(title, Style(face=HEAVY, size=13, leading=16, role="H2"), layout.room)


def _footer(card: CardText, layout: CardLayout) -> tuple[TextBlock, TextBlock]:
    half = layout.room / 2
    first = half - BETWEEN if card.right else layout.room
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
