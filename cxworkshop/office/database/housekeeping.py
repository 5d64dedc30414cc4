"""Who may see what, erasure and retention; each is one function of the database."""

from __future__ import annotations

from datetime import date

from cxworkshop.office.database.connection import Connection, said_in_a_sentence
from cxworkshop.value_object import ValueObject


class KnownTeam(ValueObject):
    """A team as the database knows it, for choosing among several of one name."""

    workshop: str
    programme: str
    site: str
    team: str
    seq: int


def _as_owner(connection: Connection) -> None:
    connection.execute("SET LOCAL ROLE office_owner")


def allow(
    connection: Connection, role: str, programme: str, site: str | None, *, pushes: bool
) -> None:
    """Let a role see a programme, or one site of it, or push to it as well."""
    with said_in_a_sentence(), connection.transaction():
        _as_owner(connection)
        connection.execute("SELECT office.allow(%s, %s, %s, %s)", (role, programme, site, pushes))


def disallow(connection: Connection, role: str, programme: str, site: str | None) -> bool:
    """Take that back; whether there was anything to take back."""
    with said_in_a_sentence(), connection.transaction():
        _as_owner(connection)
        row = connection.execute(
            "SELECT office.disallow(%s, %s, %s)", (role, programme, site)
        ).fetchone()
    return bool(row and row[0])


def teams_called(connection: Connection, programme: str, team: str) -> list[KnownTeam]:
    """The teams of this name in a programme."""
    with said_in_a_sentence(), connection.transaction():
        _as_owner(connection)
        rows = connection.execute(
            "SELECT workshop, programme, site, team, seq FROM office.workshop "
            "WHERE programme = %s AND team = %s ORDER BY site, workshop",
            (programme, team),
        ).fetchall()
    return [KnownTeam(row[0].hex, *row[1:]) for row in rows]


def erase(connection: Connection, workshop: str) -> dict[str, int]:
    """Erase a team's figures for good; returns how many rows are left in each table: none."""
    with said_in_a_sentence(), connection.transaction():
        _as_owner(connection)
        connection.execute("SELECT office.erase(%s::uuid)", (workshop,))
        rows = connection.execute(
            "SELECT part, n FROM office.rows_of(%s::uuid)", (workshop,)
        ).fetchall()
    return dict(rows)


def retain(connection: Connection, since: date) -> dict[str, int]:
    """Drop what began before a month; returns how many rows of earlier rounds are left: none."""
    with said_in_a_sentence(), connection.transaction():
        _as_owner(connection)
        connection.execute("SELECT office.retain(%s)", (since,))
        row = connection.execute(
            "SELECT (SELECT count(*) FROM office.round WHERE month < date_trunc('month', %(day)s)),"
            " (SELECT count(*) FROM office.pick WHERE month < date_trunc('month', %(day)s)),"
            " (SELECT count(*) FROM office.cell WHERE month < date_trunc('month', %(day)s))",
            {"day": since},
        ).fetchone()
    assert row is not None  # counts are one row
    return dict(zip(("round", "pick", "cell"), row, strict=True))
