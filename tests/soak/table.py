"""What a harness found, as a line of the soak's table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was tried, how often, and how often it went wrong."""

    what: str
    times: int
    wrong: int
    note: str = ""


def wrong(rows: Iterable[Row]) -> list[str]:
    """Which of them went wrong, and what of it."""
    return [f"{row.what}: {row.note}" for row in rows if row.wrong]
