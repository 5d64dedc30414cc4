"""Check that what rows refer to is there, where SQLite itself was told not to look."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from cxworkshop.store.tables.ledger import Writes
from cxworkshop.store.tables.migrations import references

_LOST = """SELECT 1 FROM "{table}" AS t WHERE {which} AND "{column}" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "{target}" WHERE id = t."{column}") LIMIT 1"""
_AMONG = "IN (SELECT value FROM json_each(?))"


def point_at_nothing(connection: sqlite3.Connection, writes: Writes) -> bool:
    """Whether, after these writes, a row refers to one that is not there."""
    written: defaultdict[str, set[str]] = defaultdict(set)
    for batch in writes:
        written[batch.layout.table].update(batch.ids)
    asked = {table: json.dumps(list(ids)) for table, ids in written.items()}
    return any(
        connection.execute(sql, (ids,)).fetchone() is not None for sql, ids in _queries(asked)
    )


def _queries(written: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What finds a written row that refers to nothing, or a row that refers to a deleted one."""
    for one in references():
        if one.table in written:
            yield _LOST.format(which=f"id {_AMONG}", **one._asdict()), written[one.table]
        if one.target in written:
            yield (
                _LOST.format(which=f'"{one.column}" {_AMONG}', **one._asdict()),
                written[one.target],
            )
