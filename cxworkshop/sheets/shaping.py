"""Paragraphs as glyphs, measured, and cut into lines. Lengths are in ems unless said otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

import uharfbuzz as hb

from cxworkshop.sheets.faces import opened
from cxworkshop.sheets.runs import Run, is_start, runs

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


_glyph = lru_cache(maxsize=8192)(Glyph)  # a long text repeats a few hundred


@dataclass(frozen=True, slots=True)
class Shaped:
    """One paragraph in one face, shaped once for any size and any width.

    `edges[n]` is where the n-th character begins; `starts[n]` is the first character of glyph n.
    """

    text: str
    glyphs: tuple[Glyph, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    edges: tuple[float, ...] = field(repr=False)

    def width(self, start: int, end: int) -> float:
        """From the edge of one character to that of another."""
        return self.edges[end] - self.edges[start]

    def between(self, start: int, end: int) -> tuple[Glyph, ...]:
        """The glyphs of these characters; a ligature across the cut goes to where it begins."""
        return self.glyphs[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

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


@lru_cache(maxsize=1024)
def shaped(text: str, face: str) -> Shaped:
    """The paragraph as HarfBuzz sets it, kerned, with its ligatures and marks in their places."""
    glyphs: list[Glyph] = []
    starts: list[int] = []
    for run in runs(text, face):
        for start, glyph in _shape(text, run):
            starts.append(start)
            glyphs.append(glyph)
    advances = [0.0] * len(text)
    for start, glyph in zip(starts, glyphs, strict=True):
        advances[start] += glyph.advance / 1000
    edges = accumulate(advances, initial=0.0)
    return Shaped(text, tuple(glyphs), tuple(starts), tuple(edges))


def _shape(text: str, run: Run) -> Iterator[tuple[int, Glyph]]:
    """Each glyph with the character where its letter begins."""
    font = opened(run.face)
    buffer = _buffer(text[run.start : run.end], run.script)
    hb.shape(font, buffer)
    infos = buffer.glyph_infos
    texts = _letters(text, [run.start + info.cluster for info in infos], run.end)
    scale = 1000 / font.face.upem
    for info, place, words in zip(infos, buffer.glyph_positions, texts, strict=True):
        measures = (place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
        yield run.start + info.cluster, _glyph(run.face, info.codepoint, words, *measures)


def _letters(text: str, starts: list[int], end: int) -> Iterator[str]:
    """The characters of each glyph; nothing for a glyph that is not the first of its letter."""
    letters = sorted(set(starts))
    ends = dict(pairwise([*letters, end]))
    before = None
    for start in starts:
        yield text[start : ends[start]] if start != before else ""
        before = start


def _buffer(text: str, script: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = script
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
    yield from (found.end() for found in _MAY_BREAK.finditer(text) if found.end() < len(text))
    yield len(text)
