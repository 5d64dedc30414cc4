"""Send teams' figures: staged by COPY and taken, one transaction for each workshop.

Whoever is killed leaves nothing half; whoever begins again sends the same again, and it changes
nothing. What is newer is decided in the database, so the order makes no difference.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from hashlib import sha256

from psycopg import errors

from cxworkshop.i18n import _
from cxworkshop.office.database.connection import Connection, said_in_a_sentence
from cxworkshop.office.database.migrating import newest
from cxworkshop.office.refusals import ServerRefusal
from cxworkshop.office.row_checks import plain
from cxworkshop.office.rows import Figures, RoundRow

_TRIES = 5
_PASSING = (errors.DeadlockDetected, errors.SerializationFailure)


class Took(StrEnum):
    """What the database made of a workshop's figures."""

    TAKEN = "taken"
    SAME = "same"
    OLDER = "older"
    ERASED = "erased"


def refuse_other_schema(connection: Connection) -> None:
    """Refuse a database that this tool does not speak to; raises ServerRefusal."""
    with said_in_a_sentence():
        row = connection.execute("SELECT office_push.version()").fetchone()
        connection.commit()
    if row is None or row[0] != newest():
        raise ServerRefusal(
            _("This database and this tool are of different versions: cxworkshop-office migrate.")
        )


def push(connection: Connection, figures: Figures) -> Took:
    """Send one workshop's figures; raises ServerRefusal, and then none of them were taken."""
    with said_in_a_sentence():
        for attempt in range(_TRIES):
            try:
                return _push(connection, figures)
            except _PASSING:
                time.sleep(0.05 * 2**attempt)
            except errors.InsufficientPrivilege:
                raise ServerRefusal(
                    _("You may not push to this programme and site, or the team is of another.")
                ) from None
        return _push(connection, figures)


def _push(connection: Connection, figures: Figures) -> Took:
    with connection.transaction(), connection.cursor() as cursor:
        with cursor.copy("COPY office.staged (part, columns) FROM STDIN") as copy:
            for line in _lines(figures):
                copy.write_row(line)
        row = cursor.execute("SELECT office_push.take()").fetchone()
        assert row is not None  # a function answers with one row
        return Took(row[0])


def _lines(figures: Figures) -> Iterator[tuple[str, str]]:
    """Each row as JSON, the team's last: it has hashes, by which the same is known again."""
    months, team = _months(figures), plain(figures.team)
    whole, by_month = sha256(), {month: sha256() for month in months.values()}
    for row in figures.rows:
        line = json.dumps(plain(row))
        by_month[months[row.round]].update(f"{row.table} {line}".encode())
        yield str(row.table), line
    hashes = {month: hashed.hexdigest() for month, hashed in by_month.items()}
    whole.update(json.dumps([team, hashes]).encode())
    yield (
        figures.team.table,
        json.dumps(team | {"content": whole.hexdigest(), "month_hashes": hashes}),
    )


def _months(figures: Figures) -> dict[int, str]:
    """The month in which each round began, as the database names it."""
    return {
        row.round: row.started_on.replace(day=1).isoformat()
        for row in figures.rows
        if isinstance(row, RoundRow)
    }


def make_room(connection: Connection, all_figures: Iterable[Figures]) -> None:
    """Make the months that these figures need, before anything is sent."""
    days = [
        row.started_on
        for figures in all_figures
        for row in figures.rows
        if isinstance(row, RoundRow)
    ]
    if days:
        _add_months(connection, min(days), max(days))


def _add_months(connection: Connection, first: date, last: date) -> None:
    with said_in_a_sentence(), connection.transaction():
        connection.execute("SELECT office.add_months(%s, %s)", (first, last))


def refresh(connection: Connection) -> int:
    """Make the published figures anew where something has come; returns of how many months."""
    with said_in_a_sentence(), connection.transaction():
        row = connection.execute("SELECT office.refresh()").fetchone()
    return row[0] if row else 0
