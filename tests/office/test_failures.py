"""What goes wrong on the way is said in a sentence, and nothing is half or lost."""

from __future__ import annotations

import multiprocessing
import signal
import time
from dataclasses import replace
from random import Random

import psycopg
import pytest

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.migrating import migrations
from cxworkshop.office.database.pushing import Took, make_room, push
from cxworkshop.office.refusals import ServerRefusal
from cxworkshop.office.rows import PromiseRow, RoundRow
from tests.office.cluster import certificate, fork_to, free_port
from tests.office.teams import team_figures

CARE = "--programme Care --site North"


def small(number: int, **more):
    return team_figures(number, rounds=2, **more)


class Interrupted(tuple):
    """Rows of which half are sent when something happens."""

    happens = staticmethod(lambda: None)

    def __iter__(self):
        for n, row in enumerate(tuple.__iter__(self)):
            if n == len(self) // 2:
                self.happens()
            yield row


def interrupted(figures, happens):
    rows = Interrupted(figures.rows)
    rows.happens = happens
    return replace(figures, rows=rows)


def _push_half(url: str, figures, half) -> None:
    def wait() -> None:
        half.send("half")
        time.sleep(60)

    with connect(url) as connection:
        push(connection, interrupted(figures, wait))


def test_a_push_that_is_killed_leaves_nothing_half(server):
    with connect(server.url("mira")) as connection:
        make_room(connection, [small(1)])
        push(connection, small(1))
    before = server.everything()
    ours, theirs = multiprocessing.Pipe()
    child = fork_to(_push_half, server.url("mira"), small(1, seq=2), theirs)
    assert ours.recv() == "half"
    child.kill()
    child.join()
    assert server.everything() == before
    with connect(server.url("mira")) as connection:  # and it is in nobody's way
        assert push(connection, small(1, seq=2)) is Took.TAKEN
    assert server.asked("SELECT count(*) FROM office.staged") == [(0,)]


def test_a_server_that_crashes_in_the_middle_has_all_or_nothing(cluster, server):
    with connect(server.url("mira")) as connection:
        make_room(connection, [small(1)])
        push(connection, small(1))
        before = server.everything()

        def crash() -> None:
            cluster.stop(signal.SIGQUIT)
            cluster.start()

        with pytest.raises(ServerRefusal, match="The database went away in the middle"):
            push(connection, interrupted(small(2), crash))
    assert server.everything() == before
    with connect(server.url("mira")) as connection:
        assert push(connection, small(2)) is Took.TAKEN


def test_a_server_without_room_takes_nothing_of_a_workshop(server):
    words = [Random(n).randbytes(4_000).hex() for n in range(400)]  # which nothing makes shorter
    long = [PromiseRow(round=1, slot=1, headline="", promise=word) for word in words]
    figures = small(1)
    with connect(server.url("mira")) as connection:
        make_room(connection, [figures])
        # A write of which the end has no room is what a server meets on a full disk.
        server.cluster.limit_files(connection.info.backend_pid, 2 * 1024 * 1024 + 4096)
        with pytest.raises(ServerRefusal, match="The database has no room left"):
            push(connection, replace(figures, rows=(*figures.rows, *long)))
        assert server.everything()["workshop"] == []
        assert push(connection, figures) is Took.TAKEN  # a smaller one has room


def test_rows_that_the_database_does_not_take_are_told_of_and_the_next_are_taken(server):
    figures = small(1)
    wrong = replace(figures, rows=tuple(replace(row, round=0) for row in figures.of(RoundRow)))
    with connect(server.url("mira")) as connection:
        make_room(connection, [figures])
        with pytest.raises(ServerRefusal, match="The database does not take these rows"):
            push(connection, wrong)
        assert push(connection, figures) is Took.TAKEN


def test_a_password_is_right_wrong_or_not_there(office, server, monkeypatch):
    url = server.cluster.wire(server.name, "mira")
    assert office.refused(f"push bakery.cxw --to '{url}' {CARE}") == (
        "The database wants a password, and none was given."
    )
    monkeypatch.setenv("PGPASSWORD", "wrong-one")
    said = office.refused(f"push bakery.cxw --to '{url}' {CARE}")
    assert said == "The database does not take this name and password."
    monkeypatch.setenv("PGPASSWORD", "right")
    assert "taken" in office.ok(f"push bakery.cxw --to '{url}' {CARE}")


def test_a_password_is_read_from_pgpass_and_by_the_prompt(office, server, monkeypatch):
    url = server.cluster.wire(server.name, "mira")
    passes = office.folder / "pgpass"
    passes.write_text(f"127.0.0.1:{server.cluster.port}:*:mira:right\n")
    passes.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passes))
    assert "taken" in office.ok(f"push bakery.cxw --to '{url}' {CARE}")
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    asked = []
    connect(url, lambda: asked.append("once") or "right").close()
    assert asked == ["once"]


@pytest.mark.parametrize("more", ["?password=secret-one", " password=secret-one"])
def test_a_password_on_the_command_line_is_refused_and_not_repeated(office, more):
    url = f"postgresql:///office{more}" if more.startswith("?") else f"dbname=office{more}"
    said = office.refused(f"push bakery.cxw --to '{url}' {CARE}")
    assert said.startswith("Leave the password out of the address")
    assert "secret-one" not in said
    me = "me:secret-one@"
    said = office.refused(f"push bakery.cxw --to 'postgresql://{me}/office' {CARE}")
    assert "secret-one" not in said


def test_the_certificate_of_another_is_refused_before_a_password_is_sent(
    office, server, monkeypatch
):
    cluster = server.cluster
    certificate(cluster, cluster.folder / "other", "127.0.0.1")
    monkeypatch.setenv("PGPASSWORD", "right")
    more = "&sslmode=verify-full&sslrootcert="
    url = cluster.wire(server.name, "mira", f"{more}{cluster.folder}/other.crt")
    assert office.refused(f"push bakery.cxw --to '{url}' {CARE}") == (
        "The database’s certificate is not one that this computer trusts. Nothing was sent."
    )
    url = cluster.wire(server.name, "mira", f"{more}{cluster.data}/server.crt")
    assert "taken" in office.ok(f"push bakery.cxw --to '{url}' {CARE}")
    # by another name than the certificate's, and where nobody said how much is asked
    there = f"hostaddr=127.0.0.1&host=office.test&port={cluster.port}&user=mira"
    url = f"postgresql:///{server.name}?{there}&sslrootcert={cluster.data}/server.crt"
    said = office.refused(f"push bakery.cxw --to '{url}' {CARE}")
    assert said == "The database’s certificate is of another server. Nothing was sent."
    url = f"postgresql:///{server.name}?{there}"
    said = office.refused(f"push bakery.cxw --to '{url}' {CARE}")
    assert said.startswith("There is no certificate to know the database by.")


def test_an_address_that_leads_nowhere_is_told_of(office, cluster):
    closed = f"postgresql:///office?host=127.0.0.1&port={free_port()}"
    assert office.refused(f"push bakery.cxw --to '{closed}' {CARE}") == (
        "The database can’t be reached. Is its address right, and is the network there?"
    )
    said = office.refused(f"push bakery.cxw --to '{cluster.url('nowhere')}' {CARE}")
    assert said == "There is no such database, or you are not known there."
    said = office.refused(f"push bakery.cxw --to 'http:office' {CARE}")
    assert said.startswith("That is no address of a database.")


def test_a_database_without_an_office_or_of_another_version_says_what_to_do(office, server):
    said = office.refused(f"push bakery.cxw --to '{server.cluster.url('postgres')}' {CARE}")
    assert said == "This database has no office yet, or an older one: cxworkshop-office migrate."
    assert office.ok(f"migrate --to '{server.url()}'") == (
        f"It is up to date: step {migrations()[-1].number}.\n"
    )
    server.asked("INSERT INTO office.migration (number, name, sha256) VALUES (99, 'x', 'x')")
    said = office.refused(f"push bakery.cxw --to '{server.url('mira')}' {CARE}")
    assert said.startswith("This database and this tool are of different versions")
    said = office.refused(f"migrate --to '{server.url()}'")
    assert said == "This database is of a newer cxworkshop-office. Update this one first."
    server.asked("DELETE FROM office.migration WHERE number = 99")
    server.asked("UPDATE office.migration SET sha256 = 'x' WHERE number = 1")
    said = office.refused(f"migrate --to '{server.url()}'")
    assert said == "This database was made by other steps than these. Nothing was changed."


def test_the_steps_are_taken_one_by_one_by_whoever_may_make_roles(office, cluster):
    with cluster.admin() as admin:
        admin.execute("CREATE DATABASE stepwise")
        admin.execute("CREATE ROLE itta LOGIN CREATEROLE")
        admin.execute("ALTER DATABASE stepwise OWNER TO itta")
        admin.execute(
            "GRANT office_owner, office_gate TO itta"
        )  # a server's first office made them
    out = office.ok(f"migrate --to '{cluster.url('stepwise', 'itta')}'")
    assert [line.split()[0] for line in out.splitlines()] == [
        f"{step.number:04}" for step in migrations()
    ]  # fmt: skip
    with psycopg.connect(cluster.url("stepwise")) as admin:
        owners = admin.execute(
            "SELECT DISTINCT tableowner::text FROM pg_tables WHERE schemaname = 'office'"
        ).fetchall()
    assert owners == [("office_owner",)]
