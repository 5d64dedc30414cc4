"""Rows of ours that get the id under which another laptop has the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxworkshop.store.merging.record import Part
from cxworkshop.store.merging.rows import MergedRow
from cxworkshop.store.merging.side import Key, Side
from cxworkshop.store.merging.units import units

if TYPE_CHECKING:
    from cxworkshop.store.merging.plan import MergePlan


def add_renamed(plan: MergePlan, before: Side, now: Side) -> None:
    """Add to a plan the rows whose ids or references differ `now`, and take away the old ones."""
    for table, rows in now.tables.items():
        was = before.rows(table)
        for row_id, row in rows.items():
            if was.get(row_id) != row:
                _add(plan, now, (table, row_id), is_new=row_id not in was)
        plan.removed |= {(table, row_id) for row_id in was if row_id not in rows}


def _add(plan: MergePlan, now: Side, key: Key, *, is_new: bool) -> None:
    if key in plan.removed:
        if is_new:
            plan.removed.discard(key)  # the other laptop has taken it away; its old id goes anyway
        return
    row = now.tables[key[0]][key[1]]
    written = plan.written.get(key, MergedRow(row.record, row.version))
    if is_new:  # the journal knows it by its old id alone
        known = {part[1] for part in written.parts}
        parts = tuple(part for part in _parts(now, key) if part[1] not in known)
        stands = key not in plan.written or written.version is None or len(units(key[0])) > 1
        written = written._replace(parts=(*written.parts, *(parts if stands else ())))
    plan.written[key] = written


def _parts(side: Side, key: Key) -> Iterator[Part]:
    """Who wrote each part of it, whether or not the row itself says so."""
    for unit in units(key[0]):
        yield key, unit.name, side.version_of(key, unit)
