"""Where lines may end in writings without spaces: Thai, Japanese and Chinese, by budoux' models."""

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
_LONGEST = 400  # letters looked at in one go; a longer run of them is cut into several
# What may not begin a line, and what may not end one (the field calls it kinsoku).
_NOT_FIRST = frozenset(
    "、。，．,.:;!?：；！？」』）］｝〉》】〕’”…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ๆฯ"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔‘“")


def is_needed(text: str) -> bool:
    """Whether any of it is written without spaces."""
    return _NEEDED.search(text) is not None


def ends(text: str, spaced: re.Pattern[str]) -> Iterator[int]:
    """Every place inside the text where a line may end; `spaced` finds those of other writings."""
    found = {match.end() for match in spaced.finditer(text)}
    for run in _NEEDED.finditer(text):
        found.update(_inside(run.group(), run.start()))
        found.update((run.start(), run.end()))
    for at in sorted(found):
        if 0 < at < len(text) and text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST:
            yield at


def _inside(run: str, start: int) -> Iterator[int]:
    """The ends of phrases; between two letters of a Chinese or Japanese phrase too.

    A phrase longer than its line is so cut where those who read it expect it.
    """
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
