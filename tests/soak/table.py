"""What a harness found, as a line of the soak's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was tried, how often, and how often it went wrong."""

    what: str
    times: int
    wrong: int
    note: str = ""
