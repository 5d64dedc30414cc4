"""Figures arrive whole or not at all, once, and an older version never replaces a newer one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import psycopg
import pytest

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.pushing import Took, make_room, push, refresh
from cxworkshop.office.rows import PickRow, RoundRow
from cxworkshop.office.sealed_file import write_sealed
from tests.office.cluster import fork_to
from tests.office.teams import team_figures

CARE = "--programme Care --site North"


def sent(server, *all_figures, user="mira") -> list[Took]:
    with connect(server.url(user)) as connection:
        make_room(connection, all_figures)
        took = [push(connection, figures) for figures in all_figures]
        refresh(connection)
    return took


def small(number: int, **more):
    return team_figures(number, rounds=2, **more)


def test_a_workshop_is_pushed_once_and_what_the_preview_showed_is_there(office, server):
    shown = office.ok(f"preview bakery.cxw {CARE}").splitlines()[-1]
    out = office.ok(f"push bakery.cxw --to '{server.url('mira')}' {CARE}")
    n = int(shown.split()[0])
    assert f"bakery.cxw: taken, {n} rows" in out
    assert "It is an example: nobody said any of it" in out
    there = server.everything()
    assert sum(len(there[part]) for part in there if part not in ("cell", "published")) == n
    assert there["cell"] == there["published"] == []  # for nobody said it
    again = office.ok(f"push bakery.cxw --to '{server.url('mira')}' {CARE}")
    assert "is there already, and nothing has changed" in again
    assert server.everything() == there


def test_sealed_files_are_loaded_in_any_order_and_a_damaged_one_stops_none(office, server):
    folder = office.folder / "sticks"
    folder.mkdir()
    for number in (3, 1, 2):
        write_sealed(folder / f"{number}.cxoffice", small(number))
    (folder / "0.cxoffice").write_bytes(b"PK no zip")
    (folder / "letter.txt").write_text("Dear all")
    assert office.run(f"load sticks --to '{server.url('mira')}'") == 2
    assert office.out.count("taken, ") == 3
    assert office.err.startswith("0.cxoffice: It is damaged")
    assert len(server.everything()["workshop"]) == 3
    assert sorted(path.name for path in folder.iterdir()) == [
        "0.cxoffice", "1.cxoffice", "2.cxoffice", "3.cxoffice", "letter.txt",
    ]  # fmt: skip
    assert office.refused(f"load . --to '{server.url('mira')}'") == (
        "There is no .cxoffice file in .."
    )


def test_two_orders_with_repeats_end_the_same(cluster, server, office):
    versions = [small(n, seq=seq) for n in (1, 2, 3) for seq in (1, 2, 3)]
    fork = replace(versions[2], team=replace(versions[2].team, digest="f" * 16))
    sent(server, *versions, fork, *versions)
    first = server.everything()
    with cluster.admin() as admin:
        admin.execute("CREATE DATABASE other_order TEMPLATE office STRATEGY file_copy")
    other = type(server)(cluster, "other_order")
    took = sent(other, fork, *reversed(versions), versions[0], fork)
    assert took.count(Took.TAKEN) == 3
    assert took.count(Took.OLDER) == 8
    assert other.everything() == first
    assert {row[1] for row in first["workshop"]} == {3}


def test_an_older_version_changes_nothing_whatever_the_clocks_say(server):
    new, old = small(1, seq=9), small(1, seq=8, first_day=date(2026, 3, 2))
    assert sent(server, new, old) == [Took.TAKEN, Took.OLDER]
    there = server.everything()
    assert {row[3] for row in there["round"]} == {r.started_on for r in new.of(RoundRow)}
    assert sent(server, small(1, seq=10, first_day=date(2024, 1, 1))) == [Took.TAKEN]
    # what was in other months is gone with the version that it belonged to
    assert {row[1].year for row in server.everything()["round"]} == {2024}


def test_the_same_version_with_another_choice_replaces_what_was_there(server):
    figures = small(1, site="North")
    moved = replace(figures, team=replace(figures.team, site="South"))
    assert sent(server, figures, moved, moved) == [Took.TAKEN, Took.TAKEN, Took.SAME]
    assert [row[4] for row in server.everything()["workshop"]] == ["South"]


def test_a_month_that_is_as_it_was_is_left_alone(server):
    first = team_figures(1, rounds=6)
    rows = tuple(
        replace(row, customers=99) if isinstance(row, RoundRow) and row.round == 6 else row
        for row in first.rows
    )
    second = replace(first, team=replace(first.team, seq=2), rows=rows)
    where = "SELECT DISTINCT tableoid::regclass::text, xmin::text FROM office.pick"
    with connect(server.url("mira")) as connection:
        make_room(connection, [first])
        push(connection, first)
        refresh(connection)
        before = set(server.asked(where))
        push(connection, second)
        months = {row.started_on.replace(day=1) for row in first.of(RoundRow)}
        touched = server.asked("SELECT DISTINCT month FROM office.touched")
        assert touched == [(max(months),)]
        assert len(set(server.asked(where)) - before) == 1
        refresh(connection)
    there = server.everything()
    assert sum(row[5] == 99 for row in there["round"]) == 1
    moved = replace(second, team=replace(second.team, seq=3, site="Hut"))
    with connect(server.url("mira")) as connection:
        push(connection, moved)
        assert len(server.asked("SELECT DISTINCT month FROM office.touched")) == len(months)


def test_a_clock_that_is_years_ahead_is_told_of_and_nothing_is_sent(office, server):
    office.app("new late.cxw --team Late --today 2190-01-05")
    said = office.refused(f"push late.cxw --to '{server.url('mira')}' {CARE}")
    assert said.startswith("Round 1 began on 2190-01-05, which can’t be right.")
    assert server.everything()["workshop"] == []


def test_a_team_of_another_programme_is_not_taken_over(office, server):
    assert sent(server, small(4, site="South")) == [Took.TAKEN]
    there = server.everything()
    write_sealed(office.folder / "x.cxoffice", small(4, seq=99, site="North"))
    write_sealed(office.folder / "y.cxoffice", small(4, seq=99, programme="Theirs"))
    write_sealed(office.folder / "z.cxoffice", small(5, site="North"))
    assert office.run(f"load . --to '{server.url('nils')}'") == 2  # who pushes to North alone
    assert office.err.count("You may not push to this programme and site") == 2
    assert "z.cxoffice: taken" in office.out
    assert [row for row in server.everything()["workshop"] if row[5] == "Team 4"] == (
        there["workshop"]
    )


@pytest.mark.parametrize(
    "attack",
    [
        "SELECT * FROM office.workshop",
        "SELECT * FROM office.staged",
        "SELECT * FROM office.cell",
        "SELECT * FROM office.published",
        "SELECT * FROM office_views.figures",
        "INSERT INTO office.staged (push, part, columns) VALUES ('1', 'workshop', '{}')",
        "INSERT INTO office.access VALUES ('mira', 'Theirs', NULL, true)",
        "SELECT office.erase('00000000-0000-0000-0000-000000000001')",
        "SELECT office_push.clear('00000000-0000-0000-0000-000000000001', '{2025-01-01}')",
        "SET ROLE office_owner",
        "SET ROLE office_gate",
    ],
)
def test_who_pushes_can_do_nothing_else(server, attack):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        server.asked(attack, "mira")


def test_rows_that_name_another_workshop_become_rows_of_their_own(server):
    """Whose a row is, the database says: who pushes by hand can't write into another's."""
    sent(server, small(1))
    there = server.everything()
    with psycopg.connect(server.url("mira")) as hand:
        with hand.cursor().copy("COPY office.staged (part, columns) FROM STDIN") as copy:
            copy.write_row(("workshop", _head(2)))
            copy.write_row(("round", _round(1)))
        hand.execute("SELECT office_push.take()")
    now = server.everything()
    assert [row for row in now["round"] if row[0].int == 1] == there["round"]
    assert [row[0].int for row in now["round"] if row not in there["round"]] == [2]


def _head(number: int) -> str:
    return (
        f'{{"workshop": "{number:032x}", "seq": 1, "digest": "0000000000000000",'
        ' "programme": "Care", "site": "", "team": "x", "made_up": false, "content": "x",'
        ' "month_hashes": {}}'
    )


def _round(of_other: int) -> str:
    return (
        f'{{"workshop": "{of_other:032x}", "month": "2025-01-01", "round": 1,'
        ' "started_on": "2025-01-06", "ended_on": null, "customers": 1, "said": 1}'
    )


def _push_some(url: str, numbers: range) -> None:
    with connect(url) as connection:
        for number in numbers:
            push(connection, small(number % 6 + 1, seq=number))


def test_eight_push_at_once_and_the_newest_of_each_is_there(server):
    make = [small(n) for n in range(1, 7)]
    with connect(server.url("mira")) as connection:
        make_room(connection, make)
    # each has some version of every team, and no two the same
    pushers = [fork_to(_push_some, server.url("mira"), range(n, 48, 8)) for n in range(8)]
    for pusher in pushers:
        pusher.join(60)
    assert [pusher.exitcode for pusher in pushers] == [0] * 8
    newest = {row[0].int: row[1] for row in server.everything()["workshop"]}
    assert newest == {n % 6 + 1: n for n in range(42, 48)}
    for number, seq in newest.items():
        rows = server.asked("SELECT round, slot FROM office.pick WHERE workshop = %s", "admin",
                            f"{number:032x}")  # fmt: skip
        assert sorted(rows) == sorted(
            (row.round, row.slot) for row in small(number, seq=seq).of(PickRow)
        )
