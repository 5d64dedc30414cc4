"""Words as HarfBuzz sets them: each letter with its glyph, kerned, joined, its marks in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import uharfbuzz as hb

from cxworkshop.sheets.typesetting.composites import Parts
from cxworkshop.sheets.typesetting.fonts import of_these_fonts, opened
from cxworkshop.sheets.typesetting.runs import UNSEEN, Run

_MOST_HIGH = 1000  # thousandths of the em: marks heaped up farther would lie over other lines
_MOST_UNSEEN = 16  # characters with a letter: readers know texts of some hundred bytes a glyph
_LONGEST_KEPT = 64  # characters: what is longer than a word is not said twice
_Found = tuple[int, list[Any]]  # where a letter begins, and HarfBuzz' glyphs of it


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as it is drawn: a glyph and its characters.

    `advance` is its width in thousandths of the em. A letter whose glyphs are several, or moved,
    has them as `parts` with their places; `number` is that of its widest.
    """

    face: str
    number: int
    text: str
    advance: float
    parts: Parts = ()


Word = tuple[tuple[Glyph, ...], tuple[int, ...]]  # its letters, and where in it each begins
_glyph = lru_cache(maxsize=8192)(Glyph)  # a long text repeats a few hundred


def word(text: str, run: Run) -> Word:
    """One word of a run, in the order of its characters; those that come again are remembered."""
    if len(text) > _LONGEST_KEPT:
        return _shaped(text, run.face, run.script, run.level % 2)
    return _remembered(text, run.face, run.script, run.level % 2)


def _shaped(text: str, face: str, script: str, turned: int) -> Word:
    font = opened(face)
    buffer = _buffer(text, script, turned)
    hb.shape(font, buffer)
    found = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    letters = [(at, [*parts]) for at, parts in groupby(found, key=lambda pair: pair[0].cluster)]
    if turned:
        letters.reverse()
    letters = [*_without_unseen(text, letters)]
    starts = tuple(at for at, _parts in letters)
    scale = 1000 / font.face.upem
    return tuple(
        _letter(face, text[at:end], parts, scale)
        for (at, parts), end in zip(letters, (*starts[1:], len(text)), strict=True)
    ), starts


_remembered = of_these_fonts(lru_cache(maxsize=8192)(_shaped))


def _buffer(text: str, script: str, turned: int) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    if script:
        buffer.script = script
    else:
        buffer.guess_segment_properties()
    buffer.direction = "rtl" if turned else "ltr"
    return buffer


def _without_unseen(text: str, letters: list[_Found]) -> Iterator[_Found]:
    """What is drawn as nothing goes with the letter before it, a few of them with each."""
    begun = None
    for at, parts in letters:
        if begun is None or at - begun > _MOST_UNSEEN or not UNSEEN.match(text[at]):
            begun = at
            yield at, parts


def _letter(face: str, text: str, found: list[Any], scale: float) -> Glyph:
    first, place = found[0]
    if len(found) == 1 and not (place.x_offset or place.y_offset):
        return _glyph(face, first.codepoint, text, place.x_advance * scale)
    pen, parts = 0, []
    for info, place in found:
        parts.append((info.codepoint, (pen + place.x_offset) * scale, place.y_offset * scale))
        pen += place.x_advance
    widest, _place = max(found, key=lambda pair: pair[1].x_advance)
    seen = tuple(part for part in parts if abs(part[2]) < _MOST_HIGH)
    return _glyph(face, widest.codepoint, text, pen * scale, seen)
