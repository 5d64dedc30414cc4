"""Clean people's text and split it into runs of one font face, one script and one direction."""

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
    cleared_by_rescan,
    coverage,
)

_TAB = " " * 4
_PARAGRAPHS = re.compile("[\n\N{PARAGRAPH SEPARATOR}]")

# Default ignorable: joiners, zero-width spaces, soft hyphens, variation selectors, tags.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]"
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
_LATIN = "Latn"
_MULTI_SCRIPT = frozenset((SANS, SEMI, HEAVY, SERIF))


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a paragraph, shaped in one face as one script.

    `script` is an ISO 15924 code, or "" to let HarfBuzz guess; an odd `level` is right to left.
    """

    start: int
    end: int
    face: str
    script: str
    level: int = 0


_LATIN = r"A-Za-zÀ-ÖØ-öø-ɏ"
_BEFORE_A_WORD = re.compile(rf"(?<![{_LATIN}])'")
_INSIDE_A_WORD = re.compile(rf"(?<=[{_LATIN}])'(?=[{_LATIN}])")
_IN_OR_AFTER_A_WORD = re.compile(rf"(?<=[{_LATIN}])'")


def clean(text: str) -> str:
    """Drop control and bidi override characters, and expand tabs."""
    return textual.clean(text).replace("\t", _TAB)


def paragraphs(text: str) -> list[str]:
    """Split the cleaned text at its line ends; an empty text is one empty paragraph.

    A typewriter’s apostrophe becomes a printer’s.
    """
    return _PARAGRAPHS.split(curly(clean(text)))


def curly(text: str) -> str:
    """Return the text with ’ for each ' inside a word of Latin letters, and after its last.

    After the last only where none stands before a word: there it may be a quotation mark.
    """
    if "'" not in text:
        return text
    quotes = _BEFORE_A_WORD.search(text)
    return (_INSIDE_A_WORD if quotes else _IN_OR_AFTER_A_WORD).sub("’", text)


def uncovered(text: str, face: str = SANS) -> set[str]:
    """Return the characters that no font covers; paper shows a box in their place."""
    visible = set(IGNORABLE.sub("", clean(text)))
    fonts = chain(face, "SC")
    return {char for char in visible.difference(*map(coverage, fonts)) if not char.isspace()}


def is_plain(text: str, face: str) -> bool:
    """Whether the text is one run that the face covers, as most texts are."""
    if not coverage(face).issuperset(text):
        return False
    return text.isascii() or not (_SCRIPTS.search(text) or _MARK_FLOOD.search(text))


def runs(text: str, face: str, east: str = "") -> Iterator[Run]:
    """Split the paragraph where face, script or direction change, never inside a grapheme.

    `east` is the East Asian writing system whose font comes first, "" for none.
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
        _styled(text, levels, chain(face, east)), key=lambda part: part[1]
    ):
        end = at + sum(length for length, _style in parts)
        yield Run(at, end, used, script, level)
        at = end


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
    script, before, at, cuts = _LATIN, faces[0], 0, 0
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


def is_start(text: str, at: int) -> bool:
    """Whether a grapheme starts at this character."""
    return text.isascii() or at in _starts(text)


@lru_cache(maxsize=32)
def _starts(text: str) -> frozenset[int]:
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
    return found.lastgroup or _LATIN if found else _LATIN
