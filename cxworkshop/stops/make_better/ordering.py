"""The order of a plan's steps and blockers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cxworkshop.model import Row

R = TypeVar("R", bound=Row)


def in_order(rows: Sequence[R], order: Sequence[str]) -> list[R]:
    """The rows in the order of these ids; those not named follow in the order they have."""
    by_id = {row.id: row for row in rows}
    first = [by_id[name] for name in dict.fromkeys(order) if name in by_id]
    named = {row.id for row in first}
    return [*first, *(row for row in rows if row.id not in named)]
