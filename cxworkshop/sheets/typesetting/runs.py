"""People's words made ready for shaping: cleaned, then cut into runs.

A run is of one face, one script and one direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby

import regex

from cxworkshop import textual
from cxworkshop.sheets.typesetting import bidi
from cxworkshop.sheets.typesetting.fonts import (
    EMOJI,
    HEAVY,
    SANS,
    SEMI,
    SERIF,
    chain,
    coverage,
    of_these_fonts,
)

_TAB = " " * 4
_PARAGRAPHS = re.compile("[\n\N{PARAGRAPH SEPARATOR}]")

# Drawn as nothing in any font: joiners, zero-width spaces, soft hyphens, variation selectors, tags.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]"
)
_SCRIPTS = re.compile(
    "(?P<Grek>[\u0370-\u03ff\u1f00-\u1fff])|(?P<Cyrl>[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f])"
)
_GRAPHEME = regex.compile(r"\X")  # UAX #29: a letter with its marks, a family of joined pictures
# Nobody's letter has more; a reader refuses a whole PDF with one glyph for a thousand characters.
_LONGEST = 32
_FLOOD = regex.compile(rf"[\p{{M}}\p{{Cf}}]{{{_LONGEST}}}")
# A picture by itself, by a sign behind it, joined to another, in a skin's colour, a flag, a key.
_PICTURE = regex.compile(r"[\p{Emoji_Presentation}\p{Emoji_Modifier}\ufe0f\u20e3]")
# What goes on in the face of the letter before it.
_TOGETHER = re.compile("[ !\"'(),./:;?\u2010-\u201f\u3001\u3002-]")
_LATIN = "Latn"
_OF_MANY = frozenset((SANS, SEMI, HEAVY, SERIF))  # faces that have several scripts


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a paragraph, shaped with one face as one script.

    `script` is an ISO 15924 code, or "" for what HarfBuzz finds; an odd `level` runs to the left.
    """

    start: int
    end: int
    face: str
    script: str
    level: int = 0


def clean(text: str) -> str:
    """The words as paper can carry them: no control characters, no overrides, tabs as spaces."""
    return textual.clean(text).replace("\t", _TAB)


def paragraphs(text: str) -> list[str]:
    """The cleaned text at its own line ends; an empty text is one empty paragraph."""
    return _PARAGRAPHS.split(clean(text))


def uncovered(text: str, face: str = SANS) -> set[str]:
    """The characters that no font of ours covers: paper shows a box in their place."""
    seen = set(UNSEEN.sub("", clean(text)))
    there = chain(face, "SC")
    return {char for char in seen.difference(*map(coverage, there)) if not char.isspace()}


def is_plain(text: str, face: str) -> bool:
    """Whether it is one run that the face can draw by itself: most of what people say."""
    if not coverage(face).issuperset(text):
        return False
    return text.isascii() or not (_SCRIPTS.search(text) or _FLOOD.search(text))


def runs(text: str, face: str, east: str = "") -> Iterator[Run]:
    """The paragraph cut wherever face, script or direction change; a mark stays with its letter.

    `east` is the writing of East Asia whose face is asked first, "" for none.
    """
    if not text:
        return
    if is_plain(text, face):
        yield Run(0, len(text), face, _LATIN)
        return
    levels = bidi.levels(text)
    face = _upright(text, face)
    at = 0
    for (used, script, level, _cuts), parts in groupby(
        _dressed(text, levels, chain(face, east)), key=lambda part: part[1]
    ):
        end = at + sum(length for length, _density in parts)
        yield Run(at, end, used, script, level)
        at = end


def _upright(text: str, face: str) -> str:
    """Writings that know no italics stand upright, and so does what is among them."""
    first = next(filter(str.isalpha, text), "")
    return SANS if face == SERIF and first not in coverage(SERIF) | {""} else face


def _dressed(
    text: str, levels: list[int], faces: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, str, int, int]]]:
    """The length of each grapheme with the face, the script and the level that it is set in.

    HarfBuzz would make one letter of an endless one again: what is too long begins a new run.
    """
    script, before, at, cuts = _LATIN, faces[0], 0, 0
    for part in graphemes(text):
        face = _face_for(part, faces, before)
        script = _script(part[0]) if part[0].isalpha() else script
        yield len(part), (face, script if face in _OF_MANY else "", levels[at], cuts)
        before, at, cuts = face, at + len(part), cuts + (len(part) == _LONGEST)


def graphemes(text: str) -> list[str]:
    """Each character with the marks and joiners that belong to it."""
    return [
        found[at : at + _LONGEST]
        for found in _GRAPHEME.findall(text)
        for at in range(0, len(found), _LONGEST)
    ]


def is_start(text: str, at: int) -> bool:
    """Whether a letter begins here."""
    return text.isascii() or at in _starts(text)


@lru_cache(maxsize=32)
def _starts(text: str) -> frozenset[int]:
    return frozenset(accumulate(map(len, graphemes(text)), initial=0))


@of_these_fonts
@lru_cache(maxsize=4096)
def _face_for(grapheme: str, faces: tuple[str, ...], before: str) -> str:
    """The first face that has all of it; without one the sans, whose empty box says so."""
    needed = UNSEEN.sub("", grapheme)
    beside = _TOGETHER.fullmatch(needed) and before != EMOJI
    if not needed or (beside and needed in coverage(before)):
        return before
    if _PICTURE.search(grapheme) and coverage(EMOJI).issuperset(needed):
        return EMOJI
    covering = (one for one in faces if coverage(one).issuperset(needed))
    return next(covering, SANS)


def _script(char: str) -> str:
    """Greek and Cyrillic by their blocks, all other letters of these faces as Latin."""
    found = _SCRIPTS.match(char)
    return found.lastgroup or _LATIN if found else _LATIN
