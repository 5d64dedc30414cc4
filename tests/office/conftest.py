"""The office's tool as a person types it, beside the sample's four rounds."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from cxworkshop.cli import main as app
from cxworkshop.office.cli import main
from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.migrating import migrate
from cxworkshop.office.rows import KINDS_OF_ROWS
from tests.office.cluster import Cluster, why_left_out


class OfficeShell:
    """Types commands in one folder; `out` and `err` are what came of the last."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capture = folder, capture
        self.out = self.err = ""

    def run(self, line: str) -> int:
        code = main(shlex.split(line))
        self.out, self.err = self._capture.readouterr()
        return code

    def ok(self, line: str) -> str:
        """It works, and says nothing on standard error."""
        assert (self.run(line), self.err) == (0, "")
        return self.out

    def refused(self, line: str) -> str:
        """It ends with 2 and one sentence, and no traceback."""
        assert self.run(line) == 2
        assert len(self.err.splitlines()) == 1, self.err
        assert "Traceback" not in self.err
        return self.err.strip()

    def app(self, line: str) -> None:
        """Type a command of the app itself."""
        assert app(shlex.split(line)) == 0
        self._capture.readouterr()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "bakery.cxw"
    assert app(["sample", str(path)]) == 0
    return path.read_bytes()


@pytest.fixture
def office(tmp_path, monkeypatch, capsys, sample_bytes) -> OfficeShell:
    """A folder with the sample, `bakery.cxw`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bakery.cxw").write_bytes(sample_bytes)
    capsys.readouterr()
    return OfficeShell(tmp_path, capsys)


def lacking() -> str:
    """What a server of the tests' own lacks here; nothing may lack where CI is set."""
    return "" if os.environ.get("CI") and sys.platform.startswith("linux") else why_left_out()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Without PostgreSQL the tests that ask a server are left out, aloud."""
    ours = [item for item in items if "cluster" in getattr(item, "fixturenames", ())]
    if ours and lacking():
        items[:] = [item for item in items if item not in ours]
        config.hook.pytest_deselected(items=ours)


def pytest_report_collectionfinish():
    return [f"Tests of the office’s database are left out: {lacking()}."] if lacking() else []


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One server for all tests, with an office to copy, and five people who may log in.

    mira pushes to the programme Care, nils to its site North; rob reads Care, ria its site South;
    eve may log in, and nothing else.
    """
    made = Cluster()
    try:
        made.start()
        with made.admin() as admin:
            admin.execute("CREATE DATABASE office")
        with connect(made.url("office")) as connection:
            migrate(connection)
        with made.admin("office") as admin:
            admin.execute(PEOPLE)
        yield made
    finally:
        made.remove()


PEOPLE = """
CREATE ROLE mira LOGIN PASSWORD 'right' IN ROLE office_pusher;
CREATE ROLE nils LOGIN IN ROLE office_pusher;
CREATE ROLE rob LOGIN IN ROLE office_reader;
CREATE ROLE ria LOGIN IN ROLE office_reader;
CREATE ROLE eve LOGIN;
SELECT office.allow('mira', 'Care', NULL, true), office.allow('nils', 'Care', 'North', true),
       office.allow('rob', 'Care', NULL, false), office.allow('ria', 'Care', 'South', false);
"""


class Server:
    """A database with an empty office, a copy of the first."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster, self.name = cluster, name

    def url(self, user: str = "admin") -> str:
        return self.cluster.url(self.name, user)

    def asked(self, query: str, user: str = "admin", *values: object) -> list[tuple]:
        with psycopg.connect(self.url(user), autocommit=True) as connection:
            cursor = connection.execute(query, values)
            return cursor.fetchall() if cursor.description else []

    def everything(self) -> dict[str, list[tuple]]:
        """All rows of all tables of teams, and what was published; without when, and by whom."""
        columns = "workshop, seq, digest, programme, site, team, content, months, month_hashes"
        queries = {part: f"SELECT * FROM office.{part}" for part in (*KINDS, "cell", "published")}
        queries["workshop"] = f"SELECT {columns} FROM office.workshop"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            return {
                part: sorted(connection.execute(query).fetchall(), key=repr)
                for part, query in queries.items()
            }


KINDS = [str(kind.table) for kind in KINDS_OF_ROWS]
_names = count(1)


@pytest.fixture
def server(cluster) -> Iterator[Server]:
    name = f"office_{next(_names)}"
    with cluster.admin() as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE office STRATEGY file_copy")
    yield Server(cluster, name)
    with cluster.admin() as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
