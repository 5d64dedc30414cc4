"""What a person decides about words that may name somebody, before the room sees them (R7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class NameChoice(StrEnum):
    """What a person decided about words that may name somebody."""

    SHOW = "show"
    COVER = "cover"
    KEEP_OFF = "keep-off"


NameChoices = Mapping[str, NameChoice]  # by the words as they stand in the workshop


@dataclass(frozen=True)
class HeldWords:
    """Words that are not on the Wall, or not whole, and what in them may be a name.

    `code` is that of their card, "" where they belong to none.
    """

    code: str
    words: str
    names: tuple[str, ...]
