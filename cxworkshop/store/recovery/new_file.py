"""Write rescued rows into the image of a new workshop file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

from cxworkshop.ids import new_id, new_session
from cxworkshop.store.disk.file import new_database
from cxworkshop.store.recovery.identify import Identified, Key
from cxworkshop.store.tables.checks import problems
from cxworkshop.store.tables.codec import Value, Values, content, stamp, wrap
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.migrations import VERSION


def new_file(
    rows: Mapping[Key, Values], identified: Identified, doubtful: Sequence[Key]
) -> bytes | None:
    """The image of a workshop with these rows; the doubtful ones are marked.

    Certain rows keep their stamps; the others get that of a new commit behind them all. None when
    the image could not be opened: then the rows were not repaired well enough.
    """
    found = identified.rows
    by = new_session()
    seq = 1 + max((row.seq for row in found.values() if row.is_certain), default=0)
    total, marked = 0, frozenset(doubtful)
    with closing(new_database("")) as connection:
        # Rows come in any order, and `problems` checks the references at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM head")
        connection.execute("BEGIN")
        for key, values in [*rows.items(), *_marks(doubtful)]:
            total += content(key[0], values)
            was = found.get(key)
            is_certain = was is not None and was.is_certain and key not in marked
            stamped = (was.seq, was.by) if was is not None and is_certain else (seq, by)
            _insert(connection, key[0], values, *stamped)
        _insert(connection, "head", {"id": "head", "digest": wrap(total)}, seq, by)
        connection.execute("COMMIT")
        image = connection.serialize()
        return None if any(problems(connection, VERSION, image)) else image


def _insert(connection: sqlite3.Connection, table: str, values: Values, seq: int, by: str) -> None:
    where = layout(table)
    seal = wrap(content(table, values) + stamp(seq, by))
    connection.execute(where.insert, (*where.record(values), seq, by, seal))


def _marks(doubtful: Sequence[Key]) -> Iterator[tuple[Key, Values]]:
    """A row of the table `doubtful` for each doubtful row."""
    for table, row_id in doubtful:
        mark: dict[str, Value] = {"id": new_id(), "tbl": table, "row": row_id, "settled_on": None}
        yield ("doubtful", str(mark["id"])), mark
