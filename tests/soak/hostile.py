"""Hostile files: each gets a sentence of its own kind, quickly, in little memory, and is not touched.

Looked at by the command line, in a process of its own whose time and memory are measured.
"""

# ruff: noqa: E501 - a table reads best with one case a line

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cxworkshop.workshop import Workshop
from tests.soak.pace import between, pace
from tests.soak.table import Row

ROOT = Path(__file__).parents[2]
MOST_CPU, MOST_MEMORY = 2.0, 300  # quiet seconds and MB, the interpreter's own among them

OURS, SHORT, NEWER, DAMAGED = (
    "is not a CX Workshop",
    "is cut short",
    "newer CX Workshop",
    "is damaged",
)
NOT_OURS = "it holds tables that are not ours"
EMPTY, UNREAD, LARGE, GONE = (
    "is empty",
    "can’t be read",
    "is the most that can be opened",
    "There is no file",
)
WRITER = "another program has been writing into it"


def sql(*statements: str) -> Callable[[Path], None]:
    """Another program changes it."""

    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return change


def schema(*statements: str) -> Callable[[Path], None]:
    """The same, writing into SQLite's own table of tables."""
    return sql("PRAGMA writable_schema = ON", *statements)


def header(place: int, value: bytes) -> Callable[[Path], None]:
    """Other bytes in the header."""

    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[place : place + len(value)] = value
        path.write_bytes(data)

    return change


def data(made: bytes) -> Callable[[Path], None]:
    """Something else altogether."""
    return lambda path: path.write_bytes(made) and None


def link(to: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.unlink()
        path.symlink_to(to)

    return change


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def sparse(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2 * 1024**3)


def many_tables(path: Path) -> None:
    connection = sqlite3.connect(path)
    for number in range(10_000):
        connection.execute(f"CREATE TABLE t{number} (a)")
    connection.commit()
    connection.close()


def big_blob(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE big (a BLOB)")
    connection.execute("INSERT INTO big VALUES (zeroblob(90000000))")
    connection.commit()
    connection.close()


def blob_of_300_mb(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE big (a BLOB)")
    connection.execute("INSERT INTO big VALUES (zeroblob(300000000))")
    connection.commit()
    connection.close()


def journal_beside(path: Path) -> None:
    """A journal that would roll something back if SQLite were let near."""
    path.with_name(f"{path.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(600))
    sql("UPDATE verbatim SET said = 'x'")(path)


HOSTILE: tuple[tuple[str, Callable[[Path], object], str], ...] = (
    ("a trigger", sql("CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM card; END"), NOT_OURS),
    ("a view in place of a table", sql("DROP TABLE ballot", "CREATE VIEW ballot AS SELECT 1"), NOT_OURS),
    ("a view of itself", sql("CREATE VIEW a AS SELECT * FROM b", "CREATE VIEW b AS SELECT * FROM a"), NOT_OURS),
    ("one table more", sql("CREATE TABLE more (a)"), NOT_OURS),
    ("one table less", sql("DROP TABLE ballot"), NOT_OURS),
    ("one column more", sql("ALTER TABLE card ADD COLUMN extra TEXT"), NOT_OURS),
    ("an index that calculates", sql("CREATE INDEX i ON card (abs(code))"), NOT_OURS),
    ("a generated column", sql("ALTER TABLE card ADD COLUMN g INTEGER AS (code + 1)"), NOT_OURS),
    ("a full text table", sql("CREATE VIRTUAL TABLE f USING fts5 (a)"), NOT_OURS),
    ("an unknown virtual table", schema("INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nothing')"), DAMAGED),
    ("tables that are not SQL", schema("UPDATE sqlite_schema SET sql = 'CREATE TABLE card (' WHERE name = 'card'"), DAMAGED),
    ("a table without a root", schema("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'card'"), DAMAGED),
    ("two tables in one place", schema("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'card') WHERE name = 'round'"), DAMAGED),
    ("a schema of 30 MB", schema("UPDATE sqlite_schema SET sql = sql || ' -- ' || hex(zeroblob(15000000)) WHERE name = 'card'"), DAMAGED),
    ("10,000 tables", many_tables, NOT_OURS),
    ("a blob of 90 MB", big_blob, NOT_OURS),
    ("a blob of 300 MB", blob_of_300_mb, NOT_OURS),
    ("a hole of 2 GB", sparse, LARGE),
    ("words changed", sql("UPDATE verbatim SET said = 'We love it'"), DAMAGED),
    ("words that are no text", sql("UPDATE verbatim SET said = CAST(x'ff00fe' AS TEXT)"), DAMAGED),
    ("words with a NUL", sql("UPDATE verbatim SET said = 'a' || char(0) || 'b'"), DAMAGED),
    ("words of 50 MB", sql("UPDATE verbatim SET said = hex(zeroblob(25000000)) WHERE id = (SELECT min(id) FROM verbatim)"), DAMAGED),
    ("a number without end", sql("UPDATE card SET code = 9223372036854775807"), DAMAGED),
    ("a number below nothing", sql("UPDATE card SET code = -1"), DAMAGED),
    ("a day that is none", sql("UPDATE round SET started_on = '9999-99-99'"), DAMAGED),
    ("a journal of nonsense", sql("UPDATE edit SET notes = '[[[[[[[['"), DAMAGED),
    ("rows that point at nothing", sql("DELETE FROM card"), DAMAGED),
    ("no head", sql("DELETE FROM head"), DAMAGED),
    ("two heads", sql("INSERT INTO head SELECT 'other', digest, seq, by, seal FROM head"), DAMAGED),
    ("another's write-ahead log", sql("PRAGMA journal_mode = WAL"), WRITER),
    ("a journal lying beside", journal_beside, DAMAGED),
    ("UTF-16", header(56, (2).to_bytes(4, "big")), DAMAGED),
    ("pages of one byte", header(16, b"\0\x03"), DAMAGED),
    ("reserved bytes", header(20, b"\xff"), DAMAGED),
    ("more pages than there are", header(28, b"\x7f\xff\xff\xff"), SHORT),
    ("a schema format of the future", header(44, (9).to_bytes(4, "big")), DAMAGED),
    ("a newer program's", header(60, (99).to_bytes(4, "big")), NEWER),
    ("another program's database", header(68, b"ABCD"), OURS),
    ("nothing", data(b""), EMPTY),
    ("half a header", data(b"SQLite format 3\0" + bytes(40)), SHORT),
    ("a header alone", lambda path: path.write_bytes(path.read_bytes()[:100]), SHORT),
    ("a zip", data(b"PK\x03\x04" + bytes(900)), OURS),
    ("zeros", data(bytes(9000)), OURS),
    ("a folder", folder, UNREAD),
    ("a pipe that nobody feeds", fifo, UNREAD),
    ("a device without end", link("/dev/zero"), UNREAD),
    ("a link to itself", link("team.cxw"), UNREAD),
    ("a link to nowhere", link("gone.cxw"), GONE),
)  # fmt: skip


def base(path: Path) -> None:
    """A workshop of a few rows."""
    workshop = Workshop.new(path, "Team")
    for words in ("phone", "forms", "parking"):
        workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
    workshop.save()
    workshop.close()


def run(count: int, seed: int, commands: Sequence[str] = ("verify", "status")) -> list[Row]:
    """So many of them, all kinds alike: every second, every fourth …; no chance is in it."""
    step = max(1, len(HOSTILE) // count)
    found = [(*one, command) for command in commands for one in _found(step, command)]
    wrong = [f"{command}, {name}: {words}" for name, words, command in found if words]
    return [Row("hostile files", len(found), len(wrong), "; ".join(wrong[:3]))]


def _found(step: int, command: str) -> Iterator[tuple[str, str]]:
    for name, make, sentence in HOSTILE[::step]:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "team.cxw"
            base(path)
            make(path)
            before = _bytes(path)
            said = _ask(command, path)
            found = said if sentence not in said or said.startswith("!") else ""
            yield name, found or ("" if _bytes(path) == before else "was written to")


def _bytes(path: Path) -> object:
    there = sorted(path.parent.iterdir())
    small = path.is_file() and not path.is_symlink() and path.stat().st_size < 2**20
    return there, path.read_bytes() if small else path.lstat().st_mtime_ns


# A small process starts the command: a child counts the memory of whoever forked it as its own.
MEASURE = """
import json, resource, subprocess, sys
code = subprocess.call([sys.executable, "-m", "cxworkshop", *sys.argv[1:]], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def _ask(command: str, path: Path) -> str:
    """What the command says; with a "!" before it what is wrong with how it says it."""
    before = pace()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, command, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    code, cpu, memory = json.loads(done.stdout)
    if code != 2 or len(done.stderr.splitlines()) != 1:
        return f"! ends with {code}: {done.stderr[-200:]}"
    if cpu / between(before) > MOST_CPU or memory > MOST_MEMORY:
        return f"! {cpu:.1f} s and {memory:.0f} MB: {done.stderr}"
    return done.stderr
