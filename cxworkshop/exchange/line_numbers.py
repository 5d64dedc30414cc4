"""Numbers of lines as they are named in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.i18n import with_commas

_SHOWN = 10


def listed_lines(numbers: Iterable[int]) -> str:
    """The numbers in order, at most ten of them, and three dots where there are more."""
    lines = sorted(set(numbers))
    more = ", …" if len(lines) > _SHOWN else ""
    return with_commas(map(str, lines[:_SHOWN])) + more
