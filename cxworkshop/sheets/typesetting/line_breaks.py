"""Line break opportunities in scripts without spaces (Thai, Japanese, Chinese), by budoux."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import budoux

_THAI = re.compile("[\u0e00-\u0e7f]+")
_KANA = re.compile("[\u3040-\u30ff]")
_EAST = re.compile(
    "[\u3001-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]+"
)
_NEEDED = re.compile(f"{_THAI.pattern}|{_EAST.pattern}")
_LONGEST = 400  # characters parsed at once; longer runs are split
# Kinsoku: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset(
    "、。，．,.:;!?：；！？」』）］｝〉》】〕’”…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ๆฯ"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔‘“")


def is_needed(text: str) -> bool:
    """Whether any of the text is in a script without spaces."""
    return _NEEDED.search(text) is not None


def opportunities(text: str, spaced: re.Pattern[str]) -> Iterator[int]:
    """Yield every break opportunity inside the text; `spaced` matches those of other scripts."""
    found = {match.end() for match in spaced.finditer(text)}
    for run in _NEEDED.finditer(text):
        found.update(_inside(run.group(), run.start()))
        found.update((run.start(), run.end()))
    for at in sorted(found):
        if 0 < at < len(text) and may_part(text, at):
            yield at


def may_part(text: str, at: int) -> bool:
    """Whether a line may end before this place: no mark that closes begins a line (kinsoku)."""
    return text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST


def _inside(run: str, start: int) -> Iterator[int]:
    """Yield the ends of phrases."""
    for piece in range(0, len(run), _LONGEST):
        words = run[piece : piece + _LONGEST]
        at = start + piece
        for phrase in _parser(run).parse(words):
            at += len(phrase)
            yield at


def _parser(run: str) -> budoux.Parser:
    if _THAI.match(run):
        return _thai()
    return _japanese() if _KANA.search(run) else _chinese()


@cache
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


@cache
def _japanese() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@cache
def _chinese() -> budoux.Parser:
    return budoux.load_default_simplified_chinese_parser()
