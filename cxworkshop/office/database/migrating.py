"""Bring a database to this tool's schema, step by numbered step; each is plain SQL in a file."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.resources import files

from cxworkshop.i18n import _
from cxworkshop.office.database.connection import Connection, said_in_a_sentence
from cxworkshop.office.refusals import ServerRefusal
from cxworkshop.value_object import ValueObject

_NAME = re.compile(r"(\d{4})_(\w+)\.sql")


class Migration(ValueObject):
    """One step of the schema; a step that has been released never changes."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """What the database keeps of it, to notice another of the same number."""
        return sha256(self.sql.encode()).hexdigest()


def migrations() -> tuple[Migration, ...]:
    """All steps, the first one first."""
    folder = files("cxworkshop.office.database") / "migrations"
    named = ((_NAME.fullmatch(file.name), file) for file in folder.iterdir())
    found = [
        Migration(int(name[1]), name[2].replace("_", " "), file.read_text("utf-8"))
        for name, file in named
        if name is not None
    ]
    return tuple(sorted(found, key=lambda step: step.number))


def newest() -> int:
    """The number of the schema that this tool speaks to."""
    return migrations()[-1].number


def migrate(connection: Connection) -> list[Migration]:
    """Take the steps that the database lacks, each whole or not at all; raises ServerRefusal."""
    with said_in_a_sentence():
        connection.autocommit = True
        connection.execute("SELECT pg_advisory_lock(hashtext('cxworkshop-office migrate'))")
        done = _done(connection)
        _refuse_others(done)
        missing = [step for step in migrations() if step.number not in done]
        for step in missing:
            _take(connection, step)
        connection.execute("SELECT pg_advisory_unlock(hashtext('cxworkshop-office migrate'))")
    return missing


def _take(connection: Connection, step: Migration) -> None:
    with connection.transaction():
        connection.execute(step.sql)
        connection.execute(
            "INSERT INTO office.migration (number, name, sha256) VALUES (%s, %s, %s)",
            (step.number, step.name, step.sha256),
        )


def _done(connection: Connection) -> dict[int, str]:
    is_there = connection.execute("SELECT to_regclass('office.migration')").fetchone()
    if is_there is None or is_there[0] is None:
        return {}
    rows = connection.execute("SELECT number, sha256 FROM office.migration").fetchall()
    return dict(rows)


def _refuse_others(done: dict[int, str]) -> None:
    known = {step.number: step.sha256 for step in migrations()}
    if set(done) - set(known):
        raise ServerRefusal(
            _("This database is of a newer cxworkshop-office. Update this one first.")
        )
    if any(known[number] != hashed for number, hashed in done.items()):
        raise ServerRefusal(
            _("This database was made by other steps than these. Nothing was changed.")
        )
