"""Paragraphs as glyphs, measured, and cut into lines. Lengths are in ems unless said otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any

import uharfbuzz as hb

from cxworkshop.sheets import phrases
from cxworkshop.sheets.bidi import base_level, in_order
from cxworkshop.sheets.composites import Parts
from cxworkshop.sheets.faces import opened
from cxworkshop.sheets.runs import UNSEEN, Run, runs, starts_of_letters

# Spaces that end a line and are not drawn there; the no-break spaces are not among them.
_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_LETTER = r"[^\W\d_]"
# A line may end after spaces, and after a hyphen, dash or slash between two letters.
_MAY_BREAK = re.compile(f"[{_SPACES}]+|(?<={_LETTER})[-\u2010\u2013\u2014/](?={_LETTER})")
# Readers tell the direction of these by themselves, and take others as they come.
_IN_A_WORD = re.compile(f"(?![\U00010000-\U0010ffff])(?:{_LETTER}|[0-9])")
_ROUNDING = 1e-6
_MOST_HIGH = 1000  # thousandths of the em: marks heaped up farther would lie over other lines
_MOST_UNSEEN = 16  # characters of a letter: readers know texts of some hundred bytes a glyph


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as it is drawn: a glyph and its characters.

    `advance` is its width, `right` and `up` lead from its left end on the base line to the glyph;
    all are in thousandths of the em. A letter of several glyphs has all of them as `parts` with
    their places, and `number` is that of its widest.
    """

    face: str
    number: int
    text: str
    advance: float
    right: float = 0.0
    up: float = 0.0
    parts: Parts = ()


Piece = tuple[float, tuple[Glyph, ...]]  # a run's left end in its line, in ems, and its glyphs
_Found = tuple[int, list[Any]]  # where a letter begins in its run, and HarfBuzz' glyphs of it
_glyph = lru_cache(maxsize=8192)(Glyph)  # a long text repeats a few hundred


@dataclass(frozen=True, slots=True)
class Shaped:
    """One paragraph in one face, shaped once for any size and any width.

    Glyphs stand in the order of their characters, one a letter. `edges[n]` is where the n-th
    character begins if all ran one way; `starts[n]` is the first character of glyph n; `levels` are
    those of the bidirectional algorithm, none where all runs to the right. `letters` is where
    graphemes begin, None where every character is one.
    """

    text: str
    glyphs: tuple[Glyph, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    edges: tuple[float, ...] = field(repr=False)
    levels: tuple[int, ...] = field(default=(), repr=False)
    letters: frozenset[int] | None = field(default=None, repr=False)
    to_the_left: bool = False

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
        alone = 0 if _IN_A_WORD.fullmatch(glyph.text) else place + 1
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
        begins = self.letters is None or at in self.letters
        return begins and self.starts[place : place + 1] == (at,)


@lru_cache(maxsize=1024)
def shaped(text: str, face: str, east: str = "") -> Shaped:
    """The paragraph as HarfBuzz sets it, kerned, with its ligatures and marks in their places."""
    found = list(runs(text, face, east))
    placed = [pair for run in found for pair in _shape(text, run)]
    advances = [0.0] * len(text)
    for start, glyph in placed:
        advances[start] += glyph.advance / 1000
    turned = any(run.level for run in found)
    return Shaped(
        text=text,
        glyphs=tuple(glyph for _start, glyph in placed),
        starts=tuple(start for start, _glyph in placed),
        edges=tuple(accumulate(advances, initial=0.0)),
        levels=tuple(run.level for run in found for _at in range(run.start, run.end))
        if turned
        else (),
        letters=starts_of_letters(text),
        to_the_left=turned and base_level(text) == 1,
    )


def _shape(text: str, run: Run) -> list[tuple[int, Glyph]]:
    """Each letter with the character where it begins, in the order of the characters."""
    font = opened(run.face)
    buffer = _buffer(text[run.start : run.end], run)
    hb.shape(font, buffer)
    found = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    letters = [(at, [*parts]) for at, parts in groupby(found, key=lambda pair: pair[0].cluster)]
    if run.level % 2:
        letters.reverse()
    letters = [*_without_unseen(text, run.start, letters)]
    ends = [at for at, _parts in letters[1:]] + [run.end - run.start]
    scale = 1000 / font.face.upem
    return [
        (run.start + at, _letter(run, text[run.start + at : run.start + end], parts, scale))
        for (at, parts), end in zip(letters, ends, strict=True)
    ]


def _without_unseen(text: str, start: int, letters: list[_Found]) -> Iterator[_Found]:
    """What is drawn as nothing goes with the letter before it, a few of them with each."""
    begun = None
    for at, parts in letters:
        if begun is None or at - begun > _MOST_UNSEEN or not UNSEEN.match(text[start + at]):
            begun = at
            yield at, parts


def _letter(run: Run, text: str, parts: list[Any], scale: float) -> Glyph:
    if len(parts) == 1:
        info, place = parts[0]
        step, right, up = place.x_advance, place.x_offset, place.y_offset
        return _glyph(run.face, info.codepoint, text, step * scale, right * scale, up * scale)
    pen, spots = 0, []
    for info, place in parts:
        spots.append((info.codepoint, (pen + place.x_offset) * scale, place.y_offset * scale))
        pen += place.x_advance
    widest, _place = max(parts, key=lambda part: part[1].x_advance)
    seen = tuple(spot for spot in spots if abs(spot[2]) < _MOST_HIGH)
    return _glyph(run.face, widest.codepoint, text, pen * scale, parts=seen)


def _buffer(text: str, run: Run) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    if run.script:
        buffer.script = run.script
    else:
        buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    return buffer


def _lines(line: Shaped, room: float) -> Iterator[tuple[int, int]]:
    """Each line as full as it can be; every character is looked at a fixed number of times."""
    start = last = 0
    for chance in _chances(line.text):
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
