"""Line break opportunities in scripts without spaces (Thai, Japanese, Chinese), by budoux."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cxworkshop.textual import is_western

if TYPE_CHECKING:
    import budoux

_THAI = "[\u0e00-\u0e7f]+"
_KANA = "[\u3040-\u30ff]"
_EAST = "[\u3001-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]+"
_LONGEST = 400  # characters parsed at once; longer runs are split
# Kinsoku: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset(
    "、。，．,.:;!?：；！？」』）］｝〉》】〕’”…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ๆฯ"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔‘“")


def is_needed(text: str) -> bool:
    """Whether any of the text is in a script without spaces."""
    return not is_western(text) and _unspaced().search(text) is not None


def opportunities(text: str, spaced: re.Pattern[str]) -> Iterator[int]:
    """Yield every break opportunity inside the text; `spaced` matches those of other scripts."""
    found = {match.end() for match in spaced.finditer(text)}
    for run in _unspaced().finditer(text):
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
    if re.match(_THAI, run):
        return _thai()
    return _japanese() if re.search(_KANA, run) else _chinese()


@cache
def _unspaced() -> re.Pattern[str]:
    """Compiled when a text first needs it: most prints have none."""
    return re.compile(f"{_THAI}|{_EAST}")


@cache
def _thai() -> budoux.Parser:
    import budoux

    return budoux.load_default_thai_parser()


@cache
def _japanese() -> budoux.Parser:
    import budoux

    return budoux.load_default_japanese_parser()


@cache
def _chinese() -> budoux.Parser:
    import budoux

    return budoux.load_default_simplified_chinese_parser()
