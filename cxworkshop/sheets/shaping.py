"""Paragraphs as glyphs, measured, and cut into lines. Lengths are in ems unless said otherwise."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

import uharfbuzz as hb

from cxworkshop.sheets import phrases
from cxworkshop.sheets.bidi import base_level, in_order
from cxworkshop.sheets.faces import opened
from cxworkshop.sheets.runs import Run, runs, starts_of_letters

# Spaces that end a line and are not drawn there; the no-break spaces are not among them.
_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_LETTER = r"[^\W\d_]"
# A line may end after spaces, and after a hyphen, dash or slash between two letters.
_MAY_BREAK = re.compile(f"[{_SPACES}]+|(?<={_LETTER})[-\u2010\u2013\u2014/](?={_LETTER})")
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph and the characters it stands for: all of a letter's go with its first glyph.

    `advance`, `right` and `up` are in thousandths of the em.
    """

    face: str
    number: int
    text: str
    advance: float
    right: float
    up: float


Piece = tuple[float, tuple[Glyph, ...]]  # a run's left end in its line, in ems, and its glyphs
_glyph = lru_cache(maxsize=8192)(Glyph)  # a long text repeats a few hundred


@dataclass(frozen=True, slots=True)
class Shaped:
    """One paragraph in one face, shaped once for any size and any width.

    Glyphs stand in the order of their characters. `edges[n]` is where the n-th character begins
    if all ran one way; `starts[n]` is the first character of glyph n; `levels` are those of the
    bidirectional algorithm, none where all runs to the right. `letters` is where graphemes begin,
    None where every character is one.
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

        Where words run to the left, letters and what stands between them are parts of their own:
        readers of PDFs that turn letters about then leave brackets and full stops in their places.
        A ligature across the cut goes to where it begins.
        """
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if not self.levels:
            return [(0.0, self.glyphs[first:last])]
        runs_: list[tuple[int, tuple[Glyph, ...]]] = []
        for (level, _face, _letters), places in groupby(range(first, last), key=self._kind_of):
            glyphs = tuple(self.glyphs[at] for at in places)
            runs_.append((level, glyphs[::-1] if level % 2 else glyphs))
        lefts, left = {}, 0.0
        for at in in_order(range(len(runs_)), lambda at: runs_[at][0]):
            lefts[at] = left
            left += sum(glyph.advance for glyph in runs_[at][1]) / 1000
        return [(lefts[at], glyphs) for at, (_level, glyphs) in enumerate(runs_)]

    def _kind_of(self, place: int) -> tuple[int, str, bool]:
        at = self.starts[place]
        level = self.levels[at]
        return (
            level,
            self.glyphs[place].face,
            bool(level % 2) and unicodedata.category(self.text[at])[0] in "LM",
        )

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
    """Each glyph with the character where its letter begins, in the order of the characters."""
    font = opened(run.face)
    buffer = _buffer(text[run.start : run.end], run)
    hb.shape(font, buffer)
    found = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    if run.level % 2:
        found.reverse()
    starts = [run.start + info.cluster for info, _place in found]
    scale = 1000 / font.face.upem
    return [
        (
            start,
            _glyph(
                run.face,
                info.codepoint,
                words,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
            ),
        )
        for start, (info, place), words in zip(
            starts, found, _letters(text, starts, run.end), strict=True
        )
    ]


def _letters(text: str, starts: list[int], end: int) -> Iterator[str]:
    """The characters of each glyph; nothing for a glyph that is not the first of its letter."""
    letters = sorted(set(starts))
    ends = dict(pairwise([*letters, end]))
    before = None
    for start in starts:
        yield text[start : ends[start]] if start != before else ""
        before = start


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
