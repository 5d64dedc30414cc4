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
    with said_in_a_sentence():
        chosen = year or _latest_year(connection, programme, site)
        rows = connection.execute(
            "SELECT grain, since, measure, part, value FROM office_views.figures"
            " WHERE programme = %s AND site IS NOT DISTINCT FROM %s AND since BETWEEN %s AND %s",
            (programme, site, date(chosen, 1, 1), date(chosen, 12, 31)),
        ).fetchall()
        if not rows:
            raise _nothing()
        as_of = connection.execute("SELECT at FROM office_views.as_of").fetchone()
        promises = _kept_promises(connection, programme, chosen) if site is None else ()
    return PublishedYear(
        programme=programme,
        site=site,
        year=chosen,
        as_of=as_of[0] if as_of else None,
        of_year={row[2:4]: row[4] for row in rows if row[0] == "year"},
        of_months={row[1:4]: row[4] for row in rows if row[0] == "month"},
        promises=promises,
    )


def _latest_year(connection: Connection, programme: str, site: str | None) -> int:
    row = connection.execute(
        "SELECT extract(year FROM max(since))::integer FROM office_views.figures"
        " WHERE programme = %s AND site IS NOT DISTINCT FROM %s AND grain = 'year'",
        (programme, site),
    ).fetchone()
    if row is None or row[0] is None:
        raise _nothing()
    return int(row[0])


def _nothing() -> ServerRefusal:
    return ServerRefusal(_("Nothing of that has been published, or not to you."))


def _kept_promises(
    connection: Connection, programme: str, year: int
) -> tuple[tuple[str | None, str], ...]:
    rows = connection.execute(
        "SELECT way, CASE promise WHEN '' THEN headline ELSE promise END AS words"
        " FROM office_views.promises"
        " WHERE kept AND programme = %s AND month BETWEEN %s AND %s ORDER BY way, words LIMIT %s",
        (programme, date(year, 1, 1), date(year, 12, 31), MOST_PROMISES),
    ).fetchall()
    return tuple((way, words) for way, words in rows)


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
