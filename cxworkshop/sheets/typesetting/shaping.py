"""Paragraphs as glyphs, measured, and cut into lines. Lengths are in ems unless said otherwise."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby

from cxworkshop.sheets.typesetting import line_breaks as phrases
from cxworkshop.sheets.typesetting.bidi import base_level, in_order
from cxworkshop.sheets.typesetting.fonts import of_these_fonts
from cxworkshop.sheets.typesetting.glyphs import Glyph, word
from cxworkshop.sheets.typesetting.runs import is_start, runs

# Spaces that end a line and are not drawn there; the no-break spaces are not among them.
_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_LETTER = r"[^\W\d_]"
# A line may end after spaces, and after a hyphen, dash or slash between two letters.
_MAY_BREAK = re.compile(f"[{_SPACES}]+|(?<={_LETTER})[-\u2010\u2013\u2014/](?={_LETTER})")
_IN_A_WORD = re.compile(f"(?![\U00010000-\U0010ffff])(?:{_LETTER}|[0-9])")
_ROUNDING = 1e-6
_WORDS = re.compile("[^ ]+ *| +")  # no letter is joined or kerned with the word before

Piece = tuple[float, tuple[Glyph, ...]]  # a run's left end in its line, in ems, and its glyphs


@dataclass(frozen=True, slots=True)
class Shaped:
    """One paragraph in one face, shaped once for any size and any width.

    Glyphs stand in the order of their characters, one a letter. `edges[n]` is where the n-th
    character begins if all ran one way; `starts[n]` is the first character of glyph n; `levels` are
    those of the bidirectional algorithm, none where all runs to the right. `face` is the only
    one, "" for several.
    """

    text: str
    glyphs: tuple[Glyph, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    edges: Sequence[float] = field(repr=False)
    levels: tuple[int, ...] = field(default=(), repr=False)
    to_the_left: bool = False
    face: str = ""

    def width(self, start: int, end: int) -> float:
        """From the edge of one character to that of another."""
        return self.edges[end] - self.edges[start]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """A line's parts in the order of its words, with their left ends, each from left to right.

        Where words run both ways, only the letters of a word stay together. Readers of PDFs turn
        them about, each in its own manner, and leave in its place what stands by itself.
        A ligature across the cut goes to where it begins.
        """
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if not self.levels:
            return [(0.0, self.glyphs[first:last])]
        parts: list[tuple[int, tuple[Glyph, ...]]] = []
        for (level, *_word), places in groupby(range(first, last), key=self._part_of):
            glyphs = tuple(self.glyphs[at] for at in places)
            parts.append((level, glyphs[::-1] if level % 2 else glyphs))
        lefts, left = {}, 0.0
        for at in in_order(range(len(parts)), lambda at: parts[at][0]):
            lefts[at] = left
            left += sum(glyph.advance for glyph in parts[at][1]) / 1000
        return [(lefts[at], glyphs) for at, (_level, glyphs) in enumerate(parts)]

    def _part_of(self, place: int) -> tuple[int, str, int]:
        glyph = self.glyphs[place]
        alone = 0 if is_of_a_word(glyph) else place + 1
        return self.levels[self.starts[place]], glyph.face, alone

    def seen_end(self, start: int, end: int) -> int:
        """`end` without the spaces before it: those at the end of a line are not drawn."""
        return start + len(self.text[start:end].rstrip(_SPACES))

    def lines(self, room: float) -> list[tuple[int, int]]:
        """Where each line begins and ends when this much room is there; at least one line."""
        return list(_lines(self, room))

    def cut(self, start: int, end: int, room: float) -> int:
        """The last place where a word too long for its line can be cut; never inside a letter."""
        at = min(bisect_right(self.edges, self.edges[start] + room + _ROUNDING) - 1, end)
        while at > start and not self._can_cut(at):
            at -= 1
        if at > start:
            return at
        return next((at for at in range(start + 1, end) if self._can_cut(at)), end)

    def _can_cut(self, at: int) -> bool:
        if at == len(self.text):
            return True
        place = bisect_left(self.starts, at)
        return self.starts[place : place + 1] == (at,) and is_start(self.text, at)


def is_of_a_word(glyph: Glyph) -> bool:
    """Whether readers of PDFs tell its direction by themselves; others they take as they come."""
    return _IN_A_WORD.fullmatch(glyph.text) is not None


@of_these_fonts
@lru_cache(maxsize=1024)
def shaped(text: str, face: str, east: str = "") -> Shaped:
    """The paragraph as HarfBuzz sets it, kerned, with its ligatures and marks in their places."""
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
    turned = any(run.level for run in found)
    return Shaped(
        text=text,
        glyphs=tuple(glyphs),
        starts=tuple(starts),
        edges=_edges(text, glyphs, starts),
        levels=tuple(run.level for run in found for _at in range(run.start, run.end))
        if turned
        else (),
        to_the_left=turned and base_level(text) == 1,
        face=found[0].face if len(found) == 1 else "",
    )


def _edges(text: str, glyphs: list[Glyph], starts: list[int]) -> Sequence[float]:
    widths = [glyph.advance / 1000 for glyph in glyphs]
    if len(glyphs) != len(text):
        given, widths = widths, [0.0] * len(text)
        for start, width in zip(starts, given, strict=True):
            widths[start] = width
    return array("d", accumulate(widths, initial=0.0))


def _lines(line: Shaped, room: float) -> Iterator[tuple[int, int]]:
    """Each line as full as it can be; every character is looked at a fixed number of times."""
    start = last = 0
    for chance in _chances(line.text):
        if line.edges[chance] - line.edges[start] <= room:
            last = chance
            continue
        seen = line.seen_end(last, chance)
        if last > start and line.width(start, seen) > room + _ROUNDING:
            yield start, last
            start = last
        while line.width(start, seen) > room + _ROUNDING:
            cut = line.cut(start, seen, room)
            if cut >= seen:
                break
            yield start, cut
            start = cut
        last = chance
    if start < len(line.text) or not line.text:
        yield start, len(line.text)


def _chances(text: str) -> Iterator[int]:
    """Every place where a line may end, the end of the text among them."""
    if phrases.is_needed(text):
        yield from phrases.ends(text, _MAY_BREAK)
    else:
        yield from (found.end() for found in _MAY_BREAK.finditer(text) if found.end() < len(text))
    yield len(text)
