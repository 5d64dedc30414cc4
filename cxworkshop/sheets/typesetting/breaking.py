"""Break a shaped paragraph into lines. Lengths are in ems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from cxworkshop.kept_together import kept_together
from cxworkshop.sheets.typesetting import line_breaks
from cxworkshop.sheets.typesetting.fonts import cleared_by_rescan
from cxworkshop.sheets.typesetting.glyphs import Glyph, word
from cxworkshop.sheets.typesetting.runs import Run
from cxworkshop.sheets.typesetting.shaping import SPACES, Shaped

_LETTER = r"[^\W\d_]"
# Break opportunities: after spaces, and after a hyphen, dash or slash between two letters.
_MAY_BREAK = re.compile(f"[{SPACES}]+|(?<={_LETTER})[-\u2010\u2013\u2014/](?={_LETTER})")
_ROUNDING = 1e-6
_NARROW = 22.0  # ems, some 45 letters: wider columns have no ragged edge that hurts
_RAGGED = 0.3  # of a narrow line: more is not left empty if the next word can be divided
_IN_A_ROW = 2  # lines that end with hyphens
_SOFT_HYPHEN = "\u00ad"


class Broken(NamedTuple):
    """A line from one character to another, and whether a hyphen is drawn behind it."""

    start: int
    end: int
    divides: bool = False


def broken(line: Shaped, room: float, language: str, *, fills: bool) -> list[Broken]:
    """Fill each line greedily, in time linear in the text; there is at least one.

    A word that is longer than a line is divided. With `fills` words are divided in narrow columns
    too, where much of a line would stay empty, if the text takes a line less then.
    """
    whole = [*_broken(line, room, language, fills=False)]
    if not fills or room >= _NARROW or not _is_ragged(line, whole, room):
        return whole
    filled = [*_broken(line, room, language, fills=True)]
    return filled if len(filled) < len(whole) else whole


def _is_ragged(line: Shaped, lines: list[Broken], room: float) -> bool:
    """Whether there are lines of which much is empty; of two lines, none can be saved."""
    if len(lines) < 3:
        return False
    least = (1 - _RAGGED) * room
    return any(line.width(one.start, one.end) < least for one in lines[:-1])


def _broken(line: Shaped, room: float, language: str, *, fills: bool) -> Iterator[Broken]:
    start = last = 0
    words = _Words(line, room, language, fills=fills)
    for place in _opportunities(line.text):
        if line.edges[place] - line.edges[start] <= room:
            last = place
            continue
        visible = line.visible_end(last, place)
        if last > start and line.width(start, visible) > room + _ROUNDING:
            yield (one := words.last_of_line(start, last, visible))
            start = one.end
        while line.width(start, visible) > room + _ROUNDING:
            one = words.divided(start, last, visible)
            if one.end >= visible:
                break
            yield one
            start = one.end
        last = place
    if start < len(line.text) or not line.text:
        yield Broken(start, len(line.text))


class _Words:
    """Divides the words of one paragraph."""

    def __init__(self, line: Shaped, room: float, paper: str, *, fills: bool) -> None:
        self._line = line
        self._room = room
        self._paper = paper
        self._fills = fills
        self._in_a_row = 0

    @cached_property
    def _language(self) -> str:
        from cxworkshop.sheets.typesetting import hyphens  # few texts need its patterns

        return hyphens.language_of(self._line.text, self._paper)

    def last_of_line(self, start: int, word: int, end: int) -> Broken:
        """The line before the word that does not fit it, with a part of the word if it should."""
        line = self._line
        at = 0
        if line.width(word, end) > self._room or self._would_fill(start, word, end):
            at = self._place(start, word, end)
        self._in_a_row = self._in_a_row + 1 if at else 0
        return Broken(start, at or word, divides=at > 0)

    def _would_fill(self, start: int, word: int, end: int) -> bool:
        """Whether the line would be too short; no name is divided for it, nor the last word."""
        line = self._line
        if not self._fills or self._in_a_row == _IN_A_ROW or end == len(line.text):
            return False
        empty = self._room - line.width(start, line.visible_end(start, word))
        if empty < _RAGGED * self._room:
            return False
        return line.text[word].islower() or self._language == "de"

    def divided(self, start: int, word: int, end: int) -> Broken:
        """The part that fits of a word that is longer than a line."""
        at = self._place(start, word, end)
        if at:
            return Broken(start, at, divides=True)
        return self._cut(start, word, end)

    def _place(self, start: int, word: int, end: int) -> int:
        """Find the last syllable that fits; 0 for none."""
        from cxworkshop.sheets.typesetting import hyphens

        if self._line.levels:
            return 0
        found = hyphens.places(self._line.text[word:end], self._language)
        fitting = [word + at for at in found if word + at > start and self._fits(start, word + at)]
        return fitting[-1] if fitting else 0

    def _fits(self, start: int, at: int) -> bool:
        wide = self._line.width(start, at) + self._hyphen(at)
        return wide <= self._room + _ROUNDING

    def _hyphen(self, at: int) -> float:
        return hyphen(self._line, at).advance / 1000

    def _cut(self, start: int, word: int, end: int) -> Broken:
        """Cut between two letters, with a hyphen unless it is an address or another script."""
        from cxworkshop.sheets.typesetting import hyphens

        line = self._line
        first, last = hyphens.letters_of(line.text[word:end])
        if not line.levels and last:
            at = line.cut(start, end, self._room - self._hyphen(start + 1))
            if word + first + 1 < at < word + last - 1 and self._fits(start, at):
                return Broken(start, at, divides=True)
        return Broken(start, line.cut(start, end, self._room))


def hyphen(line: Shaped, at: int) -> Glyph:
    """Return the hyphen behind this character, in its face; readers join what is before it."""
    return _hyphen_of(line.face or line.glyph_before(at).face)


@cleared_by_rescan
@lru_cache(maxsize=32)
def _hyphen_of(face: str) -> Glyph:
    (drawn,), _starts = word("-", Run(0, 1, face, "Latn"))
    return replace(drawn, text=_SOFT_HYPHEN)


def _opportunities(text: str) -> Iterator[int]:
    """Yield every break opportunity, and the end of the text."""
    if line_breaks.is_needed(text):
        found = line_breaks.opportunities(text, _MAY_BREAK)
    else:
        found = (one.end() for one in _MAY_BREAK.finditer(text) if one.end() < len(text))
    together = kept_together(text)
    if together:
        kept = {at for start, end in together for at in range(start + 1, end)}
        found = (at for at in found if at not in kept)
    yield from found
    yield len(text)
