"""People's words made ready for shaping: cleaned, then cut into runs of one face and one script.

Other scripts join here: a face more in `faces.chain`, its blocks in `_SCRIPTS`, and the levels of
the Unicode bidirectional algorithm as a third reason to begin a new run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cxworkshop import textual
from cxworkshop.sheets.faces import SANS, chain, coverage

_TAB = " " * 4
_PARAGRAPHS = re.compile("[\n\N{PARAGRAPH SEPARATOR}]")

# Drawn as nothing in any font: joiners, zero-width spaces, soft hyphens, variation selectors, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]"
)
_SCRIPTS = re.compile(
    "(?P<Grek>[\u0370-\u03ff\u1f00-\u1fff])|(?P<Cyrl>[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f])"
)
_LATIN = "Latn"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a paragraph, shaped with one face as one script."""

    start: int
    end: int
    face: str
    script: str


def clean(text: str) -> str:
    """The words as paper can carry them: no control characters, no overrides, tabs as spaces."""
    return textual.clean(text).replace("\t", _TAB)


def paragraphs(text: str) -> list[str]:
    """The cleaned text at its own line ends; an empty text is one empty paragraph."""
    return _PARAGRAPHS.split(clean(text))


def uncovered(text: str, face: str = SANS) -> set[str]:
    """The characters that no font of ours covers: paper shows a box in their place."""
    seen = set(_UNSEEN.sub("", clean(text)))
    return {char for char in seen.difference(*map(coverage, chain(face))) if not char.isspace()}


def runs(text: str, face: str) -> Iterator[Run]:
    """The paragraph cut wherever the face or the script changes; a mark stays with its letter."""
    if not text:
        return
    if not _SCRIPTS.search(text) and coverage(face).issuperset(text):
        yield Run(0, len(text), face, _LATIN)
        return
    at = 0
    for (used, script), graphemes in groupby(_dressed(text, face), key=lambda part: part[1]):
        end = at + sum(length for length, _look in graphemes)
        yield Run(at, end, used, script)
        at = end


def _dressed(text: str, face: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """The length of each grapheme with the face and the script it is set in."""
    script = _LATIN
    for part in graphemes(text):
        script = _script(part[0]) or script
        yield len(part), (_face_for(part, face), script)


def graphemes(text: str) -> Iterator[str]:
    """Each character with the marks and joiners that belong to it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or is_start(text, at):
            yield text[start:at]
            start = at


def is_start(text: str, at: int) -> bool:
    """Whether a grapheme begins here: not at a mark, and not on either side of a joiner."""
    if text[at].isascii():
        return True
    return not (
        unicodedata.category(text[at])[0] == "M"
        or text[at] == "\N{ZERO WIDTH JOINER}"
        or text[at - 1] == "\N{ZERO WIDTH JOINER}"
    )


def _script(char: str) -> str | None:
    """Greek and Cyrillic by their blocks, other letters as Latin; None goes with its neighbours."""
    found = _SCRIPTS.match(char)
    if found:
        return found.lastgroup
    return _LATIN if char.isalpha() else None


def _face_for(grapheme: str, face: str) -> str:
    """The first face that has all of it; without one the sans, whose empty box says so."""
    needed = _UNSEEN.sub("", grapheme)
    covering = (one for one in chain(face) if coverage(one).issuperset(needed))
    return next(covering, SANS)
