"""What the sheet of stop 2 says: cards for customers' own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BlankCardsContent:
    """Cards to write on. `ways` are the ten, each with the digit of its key: "1 Quick"."""

    team: str
    round_number: int
    ways: tuple[str, ...]
