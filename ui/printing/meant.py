"""What is ticked when the Print page opens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Meant:
    """The usual sheets of a stop, or the ones named; of these improvements, none named is all."""

    stop: int
    sheets: tuple[str, ...] = ()
    slots: tuple[int, ...] = ()
