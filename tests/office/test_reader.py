"""With the reader's role, as an attacker would: no single customer, and no team under 5."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import psycopg
import pytest

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.pushing import make_room, push, refresh
from cxworkshop.office.rows import KindRow, PickRow, PromiseRow, RoundRow, WayRow
from tests.office.conftest import Server
from tests.office.teams import team_figures

DAY = date(2025, 1, 6)
COUNTS_OF_CUSTOMERS = ("heard", "way", "kind", "mark")


def fill(server: Server, *all_figures, user: str = "admin") -> None:
    with connect(server.url(user)) as connection:
        make_room(connection, all_figures)
        for figures in all_figures:
            push(connection, figures)
        refresh(connection)


@pytest.fixture(scope="module")
def filled(cluster) -> Server:
    """Care with three usual sites, and one of a single small team; and a programme of others."""
    with cluster.admin() as admin:
        admin.execute("CREATE DATABASE read TEMPLATE office STRATEGY file_copy")
    server = Server(cluster, "read")
    server.asked("SELECT office.allow('admin', 'Care', NULL, true),"
                 " office.allow('admin', 'Theirs', NULL, true)")  # fmt: skip
    teams = [team_figures(n, rounds=4, site=("North", "South", "East")[n % 3]) for n in range(12)]
    few = [team_figures(90 + n, rounds=4, site="Hut", customers=n + 1) for n in range(3)]
    lone = team_figures(80, rounds=4, site="Lone", customers=30)
    theirs = [team_figures(40 + n, rounds=4, programme="Theirs", site="Far") for n in range(4)]
    fill(server, *teams, *few, lone, *theirs)
    return server


@pytest.mark.parametrize("who", ["rob", "eve"])
@pytest.mark.parametrize(
    "attack",
    [
        "SELECT * FROM office.workshop",
        "SELECT * FROM office.round",
        "SELECT * FROM office.pick_2025_01",
        "SELECT * FROM office.promise",
        "SELECT * FROM office.cell",
        "SELECT * FROM office.published",
        "SELECT * FROM office.access",
        "SELECT * FROM office.staged",
        "SELECT * FROM office.measured('2025-01-01')",
        "SELECT office.refresh()",
        "SELECT office.allow('eve', 'Care', NULL, false)",
        "SELECT office_push.take()",
        "COPY office.staged (part, columns) FROM STDIN",
        "COPY office.published TO STDOUT",
        "DELETE FROM office_views.ways",
        "CREATE VIEW office_views.mine AS SELECT 1",
        "CREATE TABLE office.mine ()",
        "SET ROLE office_owner",
        "SET ROLE office_gate",
        "SET SESSION AUTHORIZATION admin",
        "SELECT * FROM pg_statistic",
        "CREATE TRIGGER t BEFORE INSERT ON office.staged EXECUTE FUNCTION x()",
    ],
)
def test_nothing_but_the_views_can_be_asked(filled, who, attack):
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedFunction)):
        filled.asked(attack, who)


def test_whoever_has_no_role_sees_no_view(filled):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        filled.asked("SELECT * FROM office_views.ways", "eve")


def test_statistics_of_columns_are_not_told_either(filled):
    filled.asked("ANALYZE")
    assert filled.asked("SELECT * FROM pg_stats WHERE schemaname LIKE 'office%%'", "rob") == []


def figures(server: Server, user: str = "rob") -> list[tuple]:
    return server.asked(
        "SELECT programme, site, grain, since, measure, part, value FROM office_views.figures", user
    )


def test_a_reader_sees_the_own_programme_or_site_alone(filled):
    of_programme, of_site = figures(filled, "rob"), figures(filled, "ria")
    assert {row[0] for row in of_programme} == {row[0] for row in of_site} == {"Care"}
    assert {row[1] for row in of_programme} >= {None, "North", "South", "East"}
    assert "Lone" not in {row[1] for row in of_programme}
    assert {row[1] for row in of_site} == {"South"}
    assert set(of_site) < set(of_programme)


def test_no_row_is_of_fewer_than_5_customers_or_3_teams_and_no_count_is_exact(filled):
    seen = figures(filled)
    assert len(seen) > 500
    assert {row[6] % 5 for row in seen if row[4] != "days to first step"} == {0}
    assert min(row[6] for row in seen if row[4] in COUNTS_OF_CUSTOMERS and row[5] != "rounds") == 5
    truth = filled.asked("SELECT site, month, measure, part, customers, teams FROM office.cell"
                         " WHERE programme = 'Care'")  # fmt: skip
    too_few = {row[:4] for row in truth if row[4] < 5 or row[5] < 3}
    assert len(too_few) > 100
    assert {row[0] for row in too_few} >= {"Hut", "Lone"}
    shown = {(row[1], row[3], row[4], row[5]) for row in seen if row[1] and row[2] == "month"}
    assert shown & too_few == set()


def test_a_function_in_a_condition_sees_no_row_before_the_policy_has(filled):
    told = []
    with psycopg.connect(filled.url("ria"), autocommit=True) as connection:
        connection.add_notice_handler(lambda notice: told.append(notice.message_primary))
        connection.execute(
            "CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001"
            " AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$"
        )
        for view in ("figures", "ways", "heard"):
            connection.execute(
                f"SELECT 1 FROM office_views.{view} AS v WHERE pg_temp.tell(v::text)"
            ).fetchall()
            connection.execute(
                f"SELECT count(*) FROM office_views.{view} WHERE pg_temp.tell(programme)"
            ).fetchall()
    assert told
    assert [line for line in told if "Theirs" in line or "North" in line] == []


def test_the_policy_can_not_be_turned_off(filled):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        filled.asked("SET row_security = off; SELECT * FROM office_views.figures", "ria")


def within(rows: list[tuple]) -> tuple[int, int]:
    """What the sum of these rounded counts can truly be."""
    return sum(row[6] - 2 for row in rows), sum(row[6] + 2 for row in rows)


def test_no_difference_of_totals_and_parts_tells_a_count_under_5(filled):
    """Programme less its sites, year less its months, all customers less their kinds."""
    seen = figures(filled)
    whole, parts = defaultdict(list), defaultdict(list)
    for row in seen:
        _programme, site, grain, since, measure, part, _value = row
        if measure not in COUNTS_OF_CUSTOMERS or part in ("said", "rounds"):
            continue
        (whole if site is None else parts)["sites", grain, since, measure, part].append(row)
        of_year = "months", site, since.year, measure, part
        (whole if grain == "year" else parts)[of_year].append(row)
        if measure in ("heard", "kind"):
            (whole if measure == "heard" else parts)["kinds", site, grain, since].append(row)
    tried = [key for key in whole if parts[key]]
    assert len(tried) > 150
    for key in tried:
        (least, most), (least_parts, most_parts) = within(whole[key]), within(parts[key])
        rest = max(0, least - most_parts), most - least_parts
        assert rest[1] - rest[0] >= 4, key  # "none to four" at the least, and never how many


def test_one_customer_more_is_not_seen(filled):
    """Two looks with one push between them: a count moves by 5 or not at all."""
    before = {row[:6]: row[6] for row in figures(filled)}
    team = team_figures(3, rounds=4, site="North")
    rows = tuple(
        replace(row, customers=row.customers + 1) if isinstance(row, (RoundRow, WayRow)) else row
        for row in team.rows
    )
    fill(filled, replace(team, team=replace(team.team, seq=2), rows=rows))
    after = {row[:6]: row[6] for row in figures(filled)}
    counted = [key for key in before if key[4] in ("heard", "way") and key in after]
    assert {after[key] - before[key] for key in counted} <= {0, 5}


def test_who_may_push_to_a_programme_sees_none_of_its_figures(filled):
    """With teams of one's own making a rounded count could be made to tip, one by one."""
    filled.asked("GRANT office_reader TO nils")
    try:
        assert figures(filled, "nils") == []
        filled.asked("SELECT office.allow('nils', 'Care', NULL, false)")
        assert figures(filled, "nils") == []
    finally:
        filled.asked("REVOKE office_reader FROM nils")


def test_a_rare_kind_of_customer_stays_unseen_though_the_team_is_large(server):
    """What a team alone calls its customers would point at it."""
    teams = [team_figures(n, rounds=1, site="North") for n in range(5)]
    odd = KindRow(round=1, kind="mother of triplets", customers=1)
    fill(server, *(replace(team, rows=(*team.rows, odd)) for team in teams[:2]), *teams[2:],
         user="mira")  # fmt: skip
    kinds = {row[5] for row in figures(server) if row[4] == "kind"}
    assert "regular" in kinds
    assert "mother of triplets" not in kinds


def test_promises_are_seen_of_three_teams_and_more_and_never_whose_they_are(server):
    def promising(number: int) -> object:
        team = team_figures(number, rounds=2, site="North")
        picks = team.of(PickRow)
        words = [
            PromiseRow(round=pick.round, slot=pick.slot, headline="", promise=f"We say {number}")
            for pick in picks
            if pick.round == 1 or number < 2  # of the second round two teams alone
        ]
        return replace(team, rows=(*team.rows, *words))

    teams = [promising(number) for number in range(4)]
    fill(server, *teams, user="mira")
    asked = server.asked("SELECT * FROM office_views.promises", "rob")
    enough = {
        (pick.way, pick.kept_on is not None, f"We say {number}")
        for number, team in enumerate(teams)
        for pick in team.of(PickRow)
        if pick.round == 1 and pick.customers >= 5
    }
    assert {(row[2], row[3], row[5]) for row in asked} == enough
    assert len(enough) > 3
    assert {row[1] for row in asked} == {DAY.replace(day=1)}
    assert server.asked("SELECT * FROM office_views.promises", "ria") == []
