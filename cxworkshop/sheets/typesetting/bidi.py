"""Which way words run: the Unicode bidirectional algorithm (UAX #9) for one paragraph.

Embeddings, overrides and isolates never come here (`textual.clean` drops them), so that the rules
X1 to X8 have nothing to do. Kept libraries reorder text but do not tell the levels, which lines
need; the tests compare the order with one of them.
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
# All blocks with letters of R or AL, digits of AN, or a mark for them; most texts have none.
_RUNS_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MOST_OPEN = 63  # brackets, by BD16


def base_level(text: str) -> int:
    """0 where the first letter runs to the right, 1 where it runs to the left (P2, P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def levels(text: str) -> list[int]:
    """The level of each character: even ones run to the right, odd ones to the left."""
    if not _RUNS_LEFT.search(text):
        return [0] * len(text)
    base = base_level(text)
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    if base == 0 and not {"R", "AL", "AN"} & {*kinds}:
        return [0] * len(text)
    resolved = _weak(kinds, "R" if base else "L")
    _brackets(text, kinds, resolved, "R" if base else "L")
    _neutral(resolved, "R" if base else "L")
    return [_level(kind, base) for kind in resolved]


def in_order(parts: Sequence[Item], level_of: Callable[[Item], int]) -> list[Item]:
    """The parts of one line as they stand from left to right (L2)."""
    ordered = list(parts)
    found = [level_of(part) for part in ordered]
    odd = [level for level in found if level % 2]
    if not odd:
        return ordered
    for level in range(max(found), min(odd) - 1, -1):
        turned: list[Item] = []
        for high, run in groupby(ordered, key=lambda part: level_of(part) >= level):
            there = [*run]
            turned += there[::-1] if high else there
        ordered = turned
    return ordered


def _level(kind: str, base: int) -> int:
    """I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: Sequence[str], start: str) -> list[str]:
    """W1 to W7."""
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
    """W1 to W3: marks follow their letter, digits after Arabic letters are Arabic."""
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
    """W5 and W6: a currency or percent sign belongs to its number; lone ones are neutral."""
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
    """N0: both brackets of a pair run as what stands between them does."""
    for opened, closed in _pairs(text, found):
        inside = {_STRONG_OF[kind] for kind in found[opened + 1 : closed] if kind in _STRONG_OF}
        if base in inside:
            way = base
        elif inside:
            way = _strong_before(found, opened, base)
        else:
            continue
        for at in (opened, closed):
            found[at] = way
            for after in range(at + 1, len(found)):
                if kinds[after] != "NSM":
                    break
                found[after] = way


def _pairs(text: str, found: Sequence[str]) -> list[tuple[int, int]]:
    """The brackets that belong together, in the order of the first of them (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if found[at] != "ON":
            continue
        if char in _PAIRS:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((_PAIRS[char], at))
            continue
        place = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == char), None)
        if place is not None:
            insort(pairs, (waiting[place][1], at))
            del waiting[place:]
    return pairs


def _strong_before(found: Sequence[str], at: int, base: str) -> str:
    before = (found[place] for place in range(at - 1, -1, -1))
    return next((_STRONG_OF[kind] for kind in before if kind in _STRONG_OF), base)


def _neutral(found: list[str], base: str) -> None:
    """N1 and N2: what stands between two that run the same way goes with them."""
    at, before = 0, base
    for is_neutral, run in groupby([*found], key=_NEUTRAL.__contains__):
        end = at + len([*run])
        if is_neutral:
            after = _STRONG_OF[found[end]] if end < len(found) else base
            found[at:end] = [before if before == after else base] * (end - at)
        else:
            before = _STRONG_OF[found[end - 1]]
        at = end
