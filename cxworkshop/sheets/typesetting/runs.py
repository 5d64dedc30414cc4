"""Clean people's text and split it into runs of one font face, one script and one direction.

Most texts are one run. `mixed_runs.py` splits the others; it is loaded when one comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop import textual
from cxworkshop.sheets.typesetting.characters import IGNORABLE, LATIN_SCRIPT
from cxworkshop.sheets.typesetting.fonts import SANS, chain, coverage

_TAB = " " * 4
_PARAGRAPHS = re.compile("[\n\N{PARAGRAPH SEPARATOR}]")


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
    if textual.is_western(text):
        return True
    from cxworkshop.sheets.typesetting import mixed_runs

    return mixed_runs.is_latin(text)


def runs(text: str, face: str, east: str = "") -> Iterator[Run]:
    """Split the paragraph where face, script or direction change, never inside a grapheme.

    `east` is the East Asian writing system whose font comes first, "" for none.
    """
    if not text:
        return
    if is_plain(text, face):
        yield Run(0, len(text), face, LATIN_SCRIPT)
        return
    from cxworkshop.sheets.typesetting import mixed_runs

    at = 0
    for length, (used, script, level) in mixed_runs.split(text, face, east):
        yield Run(at, at + length, used, script, level)
        at += length


def is_start(text: str, at: int) -> bool:
    """Whether a grapheme starts at this character."""
    if textual.is_western(text):
        return True
    from cxworkshop.sheets.typesetting import mixed_runs

    return at in mixed_runs.starts(text)
