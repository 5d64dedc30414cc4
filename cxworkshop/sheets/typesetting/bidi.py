"""The Unicode bidirectional algorithm (UAX #9) for one paragraph.

Explicit embeddings, overrides and isolates are dropped by `textual.clean`, so rules X1 to X8 are
left out. Maintained libraries reorder text but do not expose levels, which line breaking needs;
the tests compare the result with one of them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

Item = TypeVar("Item")

_STRONG_OF = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers count as R to neutrals (N1)
_NEUTRAL = frozenset(("ON", "WS", "B", "S", "BN"))
_PAIRS = dict(zip("([{（［｛「『【〈《〔〖⟨⟦⁅", ")]}）］｝」』】〉》〕〗⟩⟧⁆", strict=True))
# Every block with characters of type R, AL or AN; most texts have none.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MAX_OPEN_BRACKETS = 63  # BD16


def base_level(text: str) -> int:
    """Paragraph level: 0 left to right, 1 right to left (P2, P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def levels(text: str) -> list[int]:
    """Embedding level of each character: even is left to right, odd is right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    base = base_level(text)
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    if base == 0 and not {"R", "AL", "AN"} & {*kinds}:
        return [0] * len(text)
    resolved = _weak(kinds, "R" if base else "L")
    _brackets(text, kinds, resolved, "R" if base else "L")
    _neutral(resolved, "R" if base else "L")
    return [_level(kind, base) for kind in resolved]


def visual_order(parts: Sequence[Item], level_of: Callable[[Item], int]) -> list[Item]:
    """Reorder the parts of one line from left to right (L2)."""
    ordered = list(parts)
    found = [level_of(part) for part in ordered]
    odd = [level for level in found if level % 2]
    if not odd:
        return ordered
    for level in range(max(found), min(odd) - 1, -1):
        reordered: list[Item] = []
        for high, run in groupby(ordered, key=lambda part: level_of(part) >= level):
            items = [*run]
            reordered += items[::-1] if high else items
        ordered = reordered
    return ordered


def _level(kind: str, base: int) -> int:
    """Resolve implicit levels (I1, I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: Sequence[str], start: str) -> list[str]:
    """Resolve weak types (W1 to W7)."""
    found = _marks_and_arabic(kinds, start)
    for at in range(1, len(found) - 1):  # W4
        around = found[at - 1], found[at + 1]
        if found[at] == "ES" and around == ("EN", "EN"):
            found[at] = "EN"
        elif found[at] == "CS" and around[0] == around[1] and around[0] in ("EN", "AN"):
            found[at] = around[0]
    _terminators(found)
    strong = start
    for at, kind in enumerate(found):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            found[at] = "L"
    return found


def _marks_and_arabic(kinds: Sequence[str], start: str) -> list[str]:
    """Resolve W1 to W3: marks follow their letter, digits after Arabic letters are Arabic."""
    found: list[str] = []
    before = strong = start
    for kind in kinds:
        now = before if kind == "NSM" else kind
        before = now
        if now in ("L", "R", "AL"):
            strong = now
        if now == "EN" and strong == "AL":
            now = "AN"
        found.append(now)
    return ["R" if kind == "AL" else kind for kind in found]


def _terminators(found: list[str]) -> None:
    """Resolve W5 and W6: signs next to a number belong to it, others are neutral."""
    at = 0
    for kind, run in groupby([*found]):
        end = at + len([*run])
        if kind == "ET":
            beside = found[at - 1 : at] + found[end : end + 1]
            found[at:end] = ["EN" if "EN" in beside else "ON"] * (end - at)
        elif kind in ("ES", "CS"):
            found[at:end] = ["ON"] * (end - at)
        at = end


def _brackets(text: str, kinds: Sequence[str], found: list[str], base: str) -> None:
    """Resolve N0: both brackets of a pair take the direction of what they enclose."""
    for opened, closed in _pairs(text, found):
        inside = {_STRONG_OF[kind] for kind in found[opened + 1 : closed] if kind in _STRONG_OF}
        if base in inside:
            direction = base
        elif inside:
            direction = _strong_before(found, opened, base)
        else:
            continue
        for at in (opened, closed):
            found[at] = direction
            for after in range(at + 1, len(found)):
                if kinds[after] != "NSM":
                    break
                found[after] = direction


def _pairs(text: str, found: Sequence[str]) -> list[tuple[int, int]]:
    """Match brackets, in the order of the opening ones (BD16)."""
    open_brackets: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if found[at] != "ON":
            continue
        if char in _PAIRS:
            if len(open_brackets) == _MAX_OPEN_BRACKETS:
                return []
            open_brackets.append((_PAIRS[char], at))
            continue
        place = next(
            (n for n in reversed(range(len(open_brackets))) if open_brackets[n][0] == char), None
        )
        if place is not None:
            insort(pairs, (open_brackets[place][1], at))
            del open_brackets[place:]
    return pairs


def _strong_before(found: Sequence[str], at: int, base: str) -> str:
    before = (found[place] for place in range(at - 1, -1, -1))
    return next((_STRONG_OF[kind] for kind in before if kind in _STRONG_OF), base)


def _neutral(found: list[str], base: str) -> None:
    """Resolve N1 and N2: neutrals between two of the same direction take it."""
    at, before = 0, base
    for is_neutral, run in groupby([*found], key=_NEUTRAL.__contains__):
        end = at + len([*run])
        if is_neutral:
            after = _STRONG_OF[found[end]] if end < len(found) else base
            found[at:end] = [before if before == after else base] * (end - at)
        else:
            before = _STRONG_OF[found[end - 1]]
        at = end
