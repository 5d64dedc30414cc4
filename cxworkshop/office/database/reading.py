"""Read what has been published, by the views that a reader has, and by nothing else."""

from __future__ import annotations

from datetime import date

from psycopg import sql

from cxworkshop.i18n import _
from cxworkshop.office.database.connection import Connection, said_in_a_sentence
from cxworkshop.office.refusals import ServerRefusal
from cxworkshop.office.report.content import PublishedYear

Row = tuple[object, ...]
MOST_PROMISES = 100  # in a report; the view has all


def programmes(connection: Connection) -> list[str]:
    """The programmes of which this reader may see something."""
    with said_in_a_sentence():
        rows = connection.execute(
            "SELECT DISTINCT programme FROM office_views.figures ORDER BY programme"
        ).fetchall()
    return [programme for (programme,) in rows]


def year_figures(
    connection: Connection, programme: str, site: str | None, year: int | None
) -> PublishedYear:
    """One programme's or site's year, the latest without a number; raises ServerRefusal."""
    place = {"programme": programme, "site": site}
    with said_in_a_sentence():
        latest = connection.execute(
            "SELECT max(since) FROM office_views.figures WHERE programme = %(programme)s"
            " AND site IS NOT DISTINCT FROM %(site)s AND grain = 'year'",
            place,
        ).fetchone()
        if latest is None or latest[0] is None:
            raise ServerRefusal(_("Nothing of that has been published, or not to you."))
        chosen = year or latest[0].year
        rows = connection.execute(
            "SELECT grain, since, measure, part, value FROM office_views.figures"
            " WHERE programme = %(programme)s AND site IS NOT DISTINCT FROM %(site)s"
            " AND since BETWEEN %(first)s AND %(last)s",
            place | {"first": date(chosen, 1, 1), "last": date(chosen, 12, 31)},
        ).fetchall()
        promises = connection.execute(
            "SELECT way, CASE promise WHEN '' THEN headline ELSE promise END"
            " FROM office_views.promises"
            " WHERE kept AND programme = %s AND %s::text IS NULL AND extract(year FROM month) = %s"
            " ORDER BY way, 2 LIMIT %s",
            (programme, site, chosen, MOST_PROMISES),
        ).fetchall()
        as_of = connection.execute("SELECT at FROM office_views.as_of").fetchone()
    return PublishedYear(
        programme=programme,
        site=site,
        year=chosen,
        as_of=as_of[0] if as_of else None,
        of_year={row[2:4]: row[4] for row in rows if row[0] == "year"},
        of_months={row[1:4]: row[4] for row in rows if row[0] == "month"},
        promises=tuple(promises),
    )


def views(connection: Connection) -> dict[str, tuple[tuple[str, ...], list[Row]]]:
    """Every view with its columns and rows, for tools that draw their own pictures."""
    with said_in_a_sentence():
        names = connection.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'office_views' ORDER BY table_name"
        ).fetchall()
        return {name: _rows(connection, name) for (name,) in names}


def _rows(connection: Connection, view: str) -> tuple[tuple[str, ...], list[Row]]:
    query = sql.SQL("SELECT * FROM {} AS one ORDER BY one").format(
        sql.Identifier("office_views", view)
    )
    cursor = connection.execute(query)
    titles = tuple(column.name for column in cursor.description or ())
    return titles, cursor.fetchall()
