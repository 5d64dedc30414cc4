"""Made-up exports of every kind: each comes in right without a hand, or is refused as it should."""

from __future__ import annotations

from tests.field.run import outcome
from tests.field.variations import KINDS, made
from tests.soak.table import Row


def run(count: int, seed: int) -> list[Row]:
    """So many files in all, as many of each kind."""
    each = max(1, count // len(KINDS))
    wrong = []
    for kind, number, file in made(each, seed):
        found = outcome(file.data, file.expected)
        if not all(found.right[aspect] for aspect in ("header", "columns", "customers", "cards")):
            wrong.append(f"{kind} {number}: {found.wrong[0]}")
    return [Row("made-up exports", each * len(KINDS), len(wrong), "; ".join(wrong[:3]))]
