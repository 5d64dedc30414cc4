"""What stands on a card of any size: its code, words that are never cut, and who counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard
from cxworkshop.sheets.layout.density import SMALL, aligned, beside_bar, put
from cxworkshop.sheets.paper import ACCENT, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0, 11.5, 10.5, 10.0)  # fmt: skip
# The last of these points is the floor.
_USUAL, _LARGEST = 20.0, 0.32  # points, and points to a millimetre of a high card
_LEAD = 1.26
_QUOTE = 3.4  # of a customer's words, behind their bar
_BAR = 0.6
_FOOT = Style(face=SEMI, size=9.5, leading=12)
_WAY = Style(face=SANS, size=9.5, leading=12, align="right")
_LETTER = Style(face=SEMI, size=13, leading=16, color=ACCENT, align="center")
_ABOVE_FOOT = 2.0
_RING = 4.6
_FLAT = 2.2  # times wider than high: the code then stands beside the words
_CODE_COLUMN = 25.0
_BETWEEN = 2.0
_MORE = SMALL.leading / MM + 0.6
_ROW = 9.0  # between lines to write on


@dataclass(frozen=True, kw_only=True)
class CardFaceContent:
    """What one card says. `said` words are a customer's own; `code` is what is typed back."""

    code: str
    words: str
    said: bool = False
    left: str = ""
    right: str = ""
    letter: str = ""


@dataclass(frozen=True)
class CardFormat:
    """How a card of this size is laid out; all lengths from the card's own corner."""

    width: float
    height: float

    @property
    def pad(self) -> float:
        """From the edge to what is printed."""
        return min(5.0, self.height * 0.08)

    @property
    def flat(self) -> bool:
        """Whether the code stands beside the words."""
        return self.width > _FLAT * self.height

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.pad + (_CODE_COLUMN if self.flat else 0.0)

    @property
    def room(self) -> float:
        """How wide the words may be."""
        return self.width - self.pad - self.left

    @property
    def sizes(self) -> list[float]:
        """Of the words, from the largest that looks right here to the floor."""
        return [size for size in _SIZES if size <= max(self.height * _LARGEST, _USUAL)]

    def code(self, words: str) -> TextBlock:
        """The code as large as this card can have it, to be read across a room."""
        size = min(42.0, self.height * (1.0 if self.flat else 0.66))
        width = (_CODE_COLUMN if self.flat else self.room - 4 * _RING) - _BETWEEN
        style = Style(face=HEAVY, size=size, leading=size * 0.86, role="H2")
        laid = put(words, style, self.width * 9)
        smaller = min(1.0, width * MM / laid.widest)
        return put(words, _at(style, size * smaller), self.width * 9)


@dataclass(frozen=True)
class _Side:
    """One card of a face: the part of its words that stands on it."""

    face: CardFaceContent
    form: CardFormat
    words: TextBlock
    number: int = 1
    of: int = 1

    def front(self, canvas: PageCanvas, box: Box) -> None:
        """Code and group, words, and below them who said it and of which way it is."""
        left, top, _width, height = box
        form = self.form
        code = self.head
        canvas.words(code, left + form.pad, top + form.pad)
        if self.number == 1:
            self._group(canvas, left, top)
        words_top = top + _words_top(form, code)
        self._words(
            canvas, left + form.left, words_top, top + height - form.pad - self._foot_height
        )
        self._foot(canvas, left + form.left, top + height - form.pad)
        if self.of > 1:
            self._more(canvas, left, top)

    def back(self, canvas: PageCanvas, box: Box) -> None:
        """The code as large as the card, and the group's letter."""
        left, top, width, height = box
        size = height * 1.5
        style = Style(face=HEAVY, size=size, leading=size * 0.86, align="center")
        inside = width - 2 * self.form.pad - 4 * _RING
        widest = put(self.face.code, style, width * 9).widest / MM
        code = put(self.face.code, _at(style, size * min(1.0, inside / widest)), width)
        canvas.words(code, left, top + (height - code.height / MM) / 2)
        self._ring(canvas, left + width - self.form.pad - _RING, top + self.form.pad + _RING)

    @property
    def head(self) -> TextBlock:
        """The code, or which card goes on here."""
        return _head(self.face, self.form, self.number)

    def _group(self, canvas: PageCanvas, left: float, top: float) -> None:
        form = self.form
        if form.flat:
            self._ring(canvas, left + form.pad + _RING, top + form.height - form.pad - _RING)
        else:
            self._ring(canvas, left + form.width - form.pad - _RING, top + form.pad + _RING)

    def _ring(self, canvas: PageCanvas, x: float, y: float) -> None:
        if self.face.letter:
            canvas.ring(x, y, _RING)
            letter = put(self.face.letter, _LETTER, 2 * _RING)
            canvas.words(letter, x - _RING, y - letter.height / MM / 2)

    def _words(self, canvas: PageCanvas, x: float, top: float, bottom: float) -> None:
        if not self.words:
            for number in range(1, int((bottom - top) / _ROW) + 1):
                canvas.writing_line(x, x + self.form.room, top + number * _ROW)
            return
        if self.face.said:
            bar, x = beside_bar(self.words, x, _QUOTE, _BAR)
            canvas.quote_bar(bar, top + 0.4, top + self.words.height / MM - 0.2)
        canvas.words(self.words, x, top)

    @property
    def _foot_height(self) -> float:
        return _below(self.face, self.form, self.of)

    def _foot(self, canvas: PageCanvas, x: float, bottom: float) -> None:
        form = self.form
        for laid, at in zip(_foot(self.face, form), (0.0, form.room / 2), strict=True):
            canvas.words(laid, x + at, bottom - laid.height / MM)

    def _more(self, canvas: PageCanvas, left: float, top: float) -> None:
        """Which of several cards this is: below the code of a flat card, else below the words."""
        form = self.form
        text = _("{n} of {of}") if self.number == self.of else _("{n} of {of}, goes on")
        words = text.format(n=self.number, of=self.of)
        if form.flat:
            below = form.pad + self.head.height / MM
            canvas.words(put(words, SMALL, _CODE_COLUMN - _BETWEEN), left + form.pad, top + below)
        else:
            above = form.height - form.pad - self._foot_height
            canvas.words(
                put(words, aligned(SMALL, "right"), form.room), left + form.left, top + above
            )


def cards_of(face: CardFaceContent, width: float, height: float) -> list[CutCard]:
    """One card, or as many as the words need; the code is on each of them."""
    form = CardFormat(width, height)
    words = _fitting(face, form)
    parts = list(_parts(face, form, words))
    sides = [_Side(face, form, part, n, len(parts)) for n, part in enumerate(parts, 1)]
    return [CutCard(side.front, side.back) for side in sides]


def _fitting(face: CardFaceContent, form: CardFormat) -> TextBlock:
    """The words as large as they stand on the card; else at the floor, for several cards."""
    room = _words_room(face, form, 1, 1)
    laid = put("", _style(face, _SIZES[-1]), form.room)
    for size in form.sizes:
        width = form.room - (_QUOTE if face.said else 0.0)
        laid = put(_quoted(face), _style(face, size), width)
        if laid.height / MM <= room and not _has_broken_words(laid):
            return balanced(_quoted(face), laid.style, width * MM)
    return laid


def _parts(face: CardFaceContent, form: CardFormat, words: TextBlock) -> Iterator[TextBlock]:
    """The words of each card; each holds at least one line."""
    if words.height / MM <= _words_room(face, form, 1, 1):
        yield words
        return
    number = 1
    while words.lines:
        count = max(1, words.fitting(_words_room(face, form, number, 2) * MM))
        head, words = words.cut(count)
        yield head
        number += 1


def _words_room(face: CardFaceContent, form: CardFormat, number: int, of: int) -> float:
    top = _words_top(form, _head(face, form, number))
    return form.height - top - form.pad - _below(face, form, of)


def _words_top(form: CardFormat, head: TextBlock) -> float:
    return form.pad + (0.0 if form.flat else head.height / MM + _BETWEEN)


def _head(face: CardFaceContent, form: CardFormat, number: int) -> TextBlock:
    if number == 1:
        return form.code(face.code)
    text = _("{code}, continued").format(code=face.code)
    if form.flat:
        return put(text, replace(_FOOT, role="H2"), _CODE_COLUMN - _BETWEEN)
    return put(text, Style(face=HEAVY, size=13, leading=16, role="H2"), form.room)


def _foot(face: CardFaceContent, form: CardFormat) -> tuple[TextBlock, TextBlock]:
    half = form.room / 2
    return put(face.left, _FOOT, half - _BETWEEN), put(face.right, _WAY, half)


def _below(face: CardFaceContent, form: CardFormat, of: int) -> float:
    """What stands below the words, and the room above it."""
    more = _MORE if of > 1 and not form.flat else 0.0
    return max(laid.height / MM for laid in _foot(face, form)) + _ABOVE_FOOT + more


def _style(face: CardFaceContent, size: float) -> Style:
    family, role = (SERIF, "BlockQuote") if face.said else (SEMI, "P")
    return Style(face=family, size=size, leading=size * _LEAD, color=INK, role=role)


def _at(style: Style, size: float) -> Style:
    return replace(style, size=size, leading=size * 0.86)


def _quoted(face: CardFaceContent) -> str:
    return _("“{words}”").format(words=face.words) if face.said and face.words else face.words


def _has_broken_words(laid: TextBlock) -> bool:
    """Whether a word of Latin letters was too long for its line; a smaller size may hold it."""
    return any(
        line.paragraph is after.paragraph
        and line.end == after.start
        and line.paragraph.text[line.end - 1 : line.end + 1].isalpha()
        and line.paragraph.text[line.end - 1 : line.end + 1].isascii()
        for line, after in pairwise(laid.lines)
    )
