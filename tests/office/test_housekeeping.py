"""Who may see what, erasure and retention: one command each, and shown by queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.pushing import Took, make_room, push, refresh
from tests.office.teams import team_figures


def fill(server, *all_figures) -> list[Took]:
    with connect(server.url("mira")) as connection:
        make_room(connection, all_figures)
        took = [push(connection, figures) for figures in all_figures]
        refresh(connection)
    return took


def seen(server, user: str) -> list[tuple]:
    return server.asked("SELECT * FROM office_views.figures", user)


def test_a_role_is_allowed_a_site_and_then_no_longer(office, server):
    fill(server, *(team_figures(n, rounds=2, site="North") for n in range(4)))
    assert seen(server, "ria") == []
    said = office.ok(f"allow ria --programme Care --site North --to '{server.url()}'")
    assert said == "ria may see Care, North.\n"
    assert {row[1] for row in seen(server, "ria")} == {"North"}
    office.ok(f"disallow ria --programme Care --site North --to '{server.url()}'")
    assert seen(server, "ria") == []
    said = office.refused(f"disallow ria --programme Care --site North --to '{server.url()}'")
    assert said == "ria was not allowed that."
    said = office.refused(f"allow ria --programme Care --to '{server.url('rob')}'")
    assert said == "You may not do that in this database. Ask whoever looks after it."


def test_an_erased_team_is_gone_everywhere_and_not_taken_again(office, server):
    teams = [team_figures(n, rounds=2, site="North") for n in range(3)]
    fill(server, *teams)
    assert seen(server, "rob")
    out = office.ok(f"erase --programme Care --team 'Team 2' --to '{server.url()}'")
    lines = [line.split(": ") for line in out.splitlines()[1:]]
    assert len(lines) == 9
    assert {n for _part, n in lines} == {"0"}
    assert seen(server, "rob") == []  # two teams are left, which is too few
    assert fill(server, teams[2]) == [Took.ERASED]
    said = office.refused(f"erase --programme Care --team 'Team 2' --to '{server.url()}'")
    assert said == "There is no such team there."
    for wrong in ("--workshop 12", "--programme Care", ""):
        office.refused(f"erase {wrong} --to '{server.url()}'")


def test_of_several_teams_of_one_name_the_identity_decides(office, server):
    named = [team_figures(n, rounds=1, site="North") for n in (1, 0x101)]
    fill(server, named[0], replace(named[1], team=replace(named[1].team, team="Team 1")))
    said = office.refused(f"erase --programme Care --team 'Team 1' --to '{server.url()}'")
    assert said.endswith(f"--workshop {1:032x} or {0x101:032x}")
    office.ok(f"erase --workshop {1:032x} --to '{server.url()}'")
    assert [row[0].int for row in server.everything()["workshop"]] == [0x101]


def test_what_began_before_the_months_that_are_kept_is_dropped_and_not_taken_again(office, server):
    teams = [team_figures(n, rounds=6, first_day=date(2025, 1, 6)) for n in range(12)]
    old = team_figures(50, rounds=2, first_day=date(2018, 1, 6))
    fill(server, *teams)
    fill(server, old)
    months = f"retain --months 3 --today 2025-06-10 --to '{server.url()}'"
    out = office.ok(months)
    assert out.startswith("Kept is what began on 2025-03-01 or later, 3 months.")
    assert {line.split(": ")[1] for line in out.splitlines()[1:]} == {"0"}
    there = server.everything()
    assert {row[1] for row in there["round"]} == {
        date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1), date(2025, 6, 1),
    }  # fmt: skip
    assert len(there["workshop"]) == 12
    assert min(row[4] for row in there["published"] if row[3] == "month") == date(2025, 3, 1)
    assert fill(server, team_figures(1, seq=2, rounds=6)) == [Took.TAKEN]
    assert min(row[1] for row in server.everything()["round"]) == date(2025, 3, 1)
    assert office.ok(months) == out
