"""Split text of several scripts, directions or fonts: emoji and marks, Greek beside Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, groupby

import regex

from cxworkshop.sheets.typesetting import bidi
from cxworkshop.sheets.typesetting.characters import IGNORABLE, LATIN_SCRIPT
from cxworkshop.sheets.typesetting.fonts import (
    EMOJI,
    HEAVY,
    SANS,
    SEMI,
    SERIF,
    chain,
    cleared_by_rescan,
    coverage,
)

_SCRIPTS = re.compile(
    "(?P<Grek>[\u0370-\u03ff\u1f00-\u1fff])|(?P<Cyrl>[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f])"
)
_GRAPHEME = regex.compile(r"\X")  # UAX #29: a letter with its marks, emoji joined to one
# No real grapheme is longer; some readers refuse a PDF with one glyph for a thousand characters.
_LONGEST = 32
_MARK_FLOOD = regex.compile(rf"[\p{{M}}\p{{Cf}}]{{{_LONGEST}}}")
# Emoji by default or by a variation selector, with a skin tone, as a flag or a keycap.
_EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{Emoji_Modifier}\ufe0f\u20e3]")
# Keeps the font face of the letter before it.
_NEUTRAL = re.compile("[ !\"'(),./:;?\u2010-\u201f\u3001\u3002-]")
_MULTI_SCRIPT = frozenset((SANS, SEMI, HEAVY, SERIF))
Style = tuple[str, str, int]  # face, script, bidi level


def is_latin(text: str) -> bool:
    """Whether a text that one face covers is one run of Latin letters."""
    return not (_SCRIPTS.search(text) or _MARK_FLOOD.search(text))


def split(text: str, face: str, east: str) -> Iterator[tuple[int, Style]]:
    """Yield the length of each run and its style."""
    levels = bidi.levels(text)
    styled = _styled(text, levels, chain(_upright(text, face), east))
    for (*style, _cuts), parts in groupby(styled, key=lambda part: part[1]):
        yield sum(length for length, _style in parts), tuple(style)


def _upright(text: str, face: str) -> str:
    """Use the upright face for scripts without italics, and for what is mixed with them."""
    first = next(filter(str.isalpha, text), "")
    return SANS if face == SERIF and first not in coverage(SERIF) | {""} else face


def _styled(
    text: str, levels: list[int], faces: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, str, int, int]]]:
    """Yield the length of each grapheme with its face, script and bidi level.

    HarfBuzz would join the parts of an over-long grapheme again, so each part starts a new run.
    """
    script, before, at, cuts = LATIN_SCRIPT, faces[0], 0, 0
    for part in graphemes(text):
        face = _face_for(part, faces, before)
        script = _script(part[0]) if part[0].isalpha() else script
        yield len(part), (face, script if face in _MULTI_SCRIPT else "", levels[at], cuts)
        before, at, cuts = face, at + len(part), cuts + (len(part) == _LONGEST)


def graphemes(text: str) -> list[str]:
    """Split into grapheme clusters, over-long ones into parts."""
    return [
        found[at : at + _LONGEST]
        for found in _GRAPHEME.findall(text)
        for at in range(0, len(found), _LONGEST)
    ]


@lru_cache(maxsize=32)
def starts(text: str) -> frozenset[int]:
    """The places at which a grapheme starts, and the end of the text."""
    return frozenset(accumulate(map(len, graphemes(text)), initial=0))


@cleared_by_rescan
@lru_cache(maxsize=4096)
def _face_for(grapheme: str, faces: tuple[str, ...], before: str) -> str:
    """Return the first face that covers the grapheme, else the sans, which draws a box."""
    needed = IGNORABLE.sub("", grapheme)
    beside = _NEUTRAL.fullmatch(needed) and before != EMOJI
    if not needed or (beside and needed in coverage(before)):
        return before
    if _EMOJI.search(grapheme) and coverage(EMOJI).issuperset(needed):
        return EMOJI
    covering = (one for one in faces if coverage(one).issuperset(needed))
    return next(covering, SANS)


def _script(char: str) -> str:
    """Tell Greek and Cyrillic by their blocks; count other letters of these faces as Latin."""
    found = _SCRIPTS.match(char)
    return found.lastgroup or LATIN_SCRIPT if found else LATIN_SCRIPT
