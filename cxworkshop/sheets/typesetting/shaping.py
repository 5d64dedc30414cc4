"""Shape paragraphs and measure them. Lengths are in ems."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby

from cxworkshop.sheets.typesetting import line_breaks
from cxworkshop.sheets.typesetting.bidi import base_level, visual_order
from cxworkshop.sheets.typesetting.fonts import cleared_by_rescan
from cxworkshop.sheets.typesetting.glyphs import Glyph, word
from cxworkshop.sheets.typesetting.runs import is_start, runs

# Breaking spaces: at the end of a line they are not drawn.
SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_LETTER = r"[^\W\d_]"
_WORD_CHARACTER = re.compile(f"(?![\U00010000-\U0010ffff])(?:{_LETTER}|[0-9])")
_ROUNDING = 1e-6
_WORDS = re.compile("[^ ]+ *| +")  # nothing is joined or kerned across a space

Piece = tuple[
    float, tuple[Glyph, ...]
]  # the left edge of a run in its line, in ems, and its glyphs


@dataclass(frozen=True, slots=True)
class Shaped:
    """One paragraph shaped in one style, for any size and width.

    `glyphs` are in logical order, one for each grapheme; `starts[n]` is the first character of
    glyph n. `edges[n]` is the advance before character n as if all text ran one way. `levels` are
    the bidi embedding levels, empty if all text runs left to right. `face` is the only font face
    used, "" for several.
    """

    text: str
    glyphs: tuple[Glyph, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    edges: Sequence[float] = field(repr=False)
    levels: tuple[int, ...] = field(default=(), repr=False)
    to_the_left: bool = False
    face: str = ""

    def width(self, start: int, end: int) -> float:
        """Sum of advances from one character to another."""
        return self.edges[end] - self.edges[start]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return a line's parts in logical order, each with its left edge and in visual order.

        In mixed directions only the letters of a word share a part: PDF readers reverse such a
        part, each in its own way, and leave single glyphs in place. A ligature across the break
        belongs to the line in which it starts.
        """
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if not self.levels:
            return [(0.0, self.glyphs[first:last])]
        parts: list[tuple[int, tuple[Glyph, ...]]] = []
        for (level, *_word), places in groupby(range(first, last), key=self._part_of):
            glyphs = tuple(self.glyphs[at] for at in places)
            parts.append((level, glyphs[::-1] if level % 2 else glyphs))
        lefts, left = {}, 0.0
        for at in visual_order(range(len(parts)), lambda at: parts[at][0]):
            lefts[at] = left
            left += sum(glyph.advance for glyph in parts[at][1]) / 1000
        return [(lefts[at], glyphs) for at, (_level, glyphs) in enumerate(parts)]

    def _part_of(self, place: int) -> tuple[int, str, int]:
        glyph = self.glyphs[place]
        separate = 0 if is_word_glyph(glyph) else place + 1
        return self.levels[self.starts[place]], glyph.face, separate

    def visible_end(self, start: int, end: int) -> int:
        """Return `end` less the trailing spaces, which are not drawn."""
        return start + len(self.text[start:end].rstrip(SPACES))

    def glyph_before(self, at: int) -> Glyph:
        """Return the glyph that ends before this character."""
        return self.glyphs[bisect_left(self.starts, at) - 1]

    def cut(self, start: int, end: int, room: float) -> int:
        """Find the last place to break a word that is too long; never inside a grapheme.

        A day that is kept together and yet too long is broken at its spaces.
        """
        most = min(bisect_right(self.edges, self.edges[start] + room + _ROUNDING) - 1, end)
        for fits in (self._is_after_space, self._can_part, self._can_cut):
            at = next((at for at in range(most, start, -1) if fits(at)), start)
            if at > start:
                return at
        return next((at for at in range(start + 1, end) if self._can_cut(at)), end)

    def _is_after_space(self, at: int) -> bool:
        return self.text[at - 1] in SPACES

    def _can_part(self, at: int) -> bool:
        """Whether no mark that belongs to what is before it would begin a line."""
        whole = at == len(self.text)
        return self._can_cut(at) and (whole or line_breaks.may_part(self.text, at))

    def _can_cut(self, at: int) -> bool:
        if at == len(self.text):
            return True
        place = bisect_left(self.starts, at)
        return self.starts[place : place + 1] == (at,) and is_start(self.text, at)


def is_word_glyph(glyph: Glyph) -> bool:
    """Whether PDF readers find out the glyph's direction by themselves."""
    return _WORD_CHARACTER.fullmatch(glyph.text) is not None


@cleared_by_rescan
@lru_cache(maxsize=1024)
def shaped(text: str, face: str, east: str = "") -> Shaped:
    """Shape the paragraph with HarfBuzz: kerning, ligatures, marks."""
    found = list(runs(text, face, east))
    glyphs: list[Glyph] = []
    starts: list[int] = []
    for run in found:
        at = run.start
        for words in _WORDS.findall(text, run.start, run.end):
            letters, begins = word(words, run)
            glyphs += letters
            starts += map(at.__add__, begins)
            at += len(words)
    is_bidi = any(run.level for run in found)
    return Shaped(
        text=text,
        glyphs=tuple(glyphs),
        starts=tuple(starts),
        edges=_edges(text, glyphs, starts),
        levels=tuple(run.level for run in found for _at in range(run.start, run.end))
        if is_bidi
        else (),
        to_the_left=is_bidi and base_level(text) == 1,
        face=found[0].face if len(found) == 1 else "",
    )


def _edges(text: str, glyphs: list[Glyph], starts: list[int]) -> Sequence[float]:
    widths = [glyph.advance / 1000 for glyph in glyphs]
    if len(glyphs) != len(text):
        given, widths = widths, [0.0] * len(text)
        for start, width in zip(starts, given, strict=True):
            widths[start] = width
    return array("d", accumulate(widths, initial=0.0))
