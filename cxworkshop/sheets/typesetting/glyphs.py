"""Shape single words with HarfBuzz, one `Glyph` for each grapheme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import uharfbuzz as hb

from cxworkshop.sheets.typesetting.characters import IGNORABLE
from cxworkshop.sheets.typesetting.composites import Parts
from cxworkshop.sheets.typesetting.fonts import cleared_by_rescan, opened
from cxworkshop.sheets.typesetting.runs import Run

_MAX_OFFSET = 1000  # thousandths of the em: stacked marks beyond it would cover other lines
_MAX_IGNORABLE = 16  # characters a glyph: readers limit the text of one to some hundred bytes
_LONGEST_CACHED = 64  # characters: longer words hardly ever come again
_Found = tuple[int, list[Any]]  # the first character of a grapheme, and its HarfBuzz glyphs


@dataclass(frozen=True, slots=True)
class Glyph:
    """A grapheme as it is drawn: a glyph and its characters.

    `advance` is in thousandths of the em. If there are several glyphs, or one with an offset,
    they are the `parts`, and `number` is the glyph id of the widest. The box for what no font
    covers is a part too: PDF/A forbids to show the font's own, .notdef.
    """

    face: str
    number: int
    text: str
    advance: float
    parts: Parts = ()


Word = tuple[tuple[Glyph, ...], tuple[int, ...]]  # its glyphs, and the first character of each
_glyph = lru_cache(maxsize=8192)(Glyph)  # a long text repeats a few hundred glyphs


def word(text: str, run: Run) -> Word:
    """Shape one word of a run, in logical order; short words are cached."""
    if len(text) > _LONGEST_CACHED:
        return _shaped(text, run.face, run.script, run.level % 2)
    return _cached(text, run.face, run.script, run.level % 2)


def _shaped(text: str, face: str, script: str, is_rtl: int) -> Word:
    font = opened(face)
    buffer = _buffer(text, script, is_rtl)
    hb.shape(font, buffer)
    found = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    letters = [(at, [*parts]) for at, parts in groupby(found, key=lambda pair: pair[0].cluster)]
    if is_rtl:
        letters.reverse()
    letters = [*_without_ignorable(text, letters)]
    starts = tuple(at for at, _parts in letters)
    scale = 1000 / font.face.upem
    return tuple(
        _letter(face, text[at:end], parts, scale)
        for (at, parts), end in zip(letters, (*starts[1:], len(text)), strict=True)
    ), starts


_cached = cleared_by_rescan(lru_cache(maxsize=8192)(_shaped))


def _buffer(text: str, script: str, is_rtl: int) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    if script:
        buffer.script = script
    else:
        buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    return buffer


def _without_ignorable(text: str, letters: list[_Found]) -> Iterator[_Found]:
    """Attach default ignorable characters to the grapheme before them, a limited number to each."""
    start = None
    for at, parts in letters:
        if start is None or at - start > _MAX_IGNORABLE or not IGNORABLE.match(text[at]):
            start = at
            yield at, parts


def _is_as_in_the_font(face: str, glyph: int, place: Any) -> bool:
    """Whether the font's own glyph can be shown: not .notdef, and as wide as PDF/A wants it.

    What is ignorable is a space without width.
    """
    if not glyph or place.x_offset or place.y_offset:
        return False
    return bool(place.x_advance) or not opened(face).get_glyph_h_advance(glyph)


def _letter(face: str, text: str, found: list[Any], scale: float) -> Glyph:
    first, place = found[0]
    if len(found) == 1 and _is_as_in_the_font(face, first.codepoint, place):
        return _glyph(face, first.codepoint, text, place.x_advance * scale)
    pen, parts = 0, []
    for info, place in found:
        parts.append((info.codepoint, (pen + place.x_offset) * scale, place.y_offset * scale))
        pen += place.x_advance
    widest, _place = max(found, key=lambda pair: pair[1].x_advance)
    visible = tuple(part for part in parts if abs(part[2]) < _MAX_OFFSET)
    return _glyph(face, widest.codepoint, text, pen * scale, visible)
