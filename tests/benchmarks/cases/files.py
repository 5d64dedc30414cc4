"""Opening a workshop, importing into one, and asking it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.cases.edits import opened
from tests.benchmarks.laps import Laps

MOST_ROWS = 20_000


def open_to_read(laps: Laps) -> None:
    """Opened, with every row and seal checked."""
    for _n in laps:
        from cxworkshop.workshop import Workshop

        Workshop.open(laps.fixture / "made.cxw", fixtures.DAY).file.leave()


def open_to_work(laps: Laps) -> None:
    """Opened as the window does it: lock, live copy, earlier copy; until all is on the disk."""
    path = laps.folder / "own.cxw"
    path.write_bytes((laps.fixture / "made.cxw").read_bytes())
    for _n in laps:
        from cxworkshop.store.disk.lock import Holder
        from cxworkshop.workshop import Workshop

        workshop = Workshop.resume(path, Holder.WINDOW, fixtures.DAY)
        workshop.start_saving().flush()
        with laps.off():
            workshop.close()


def rows_read(laps: Laps) -> None:
    """The bytes read, and every row of every table fetched."""
    for _n in laps:
        import sqlite3

        raw = sqlite3.connect(":memory:")
        raw.deserialize((laps.fixture / "made.cxw").read_bytes())
        for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            raw.execute(f"SELECT * FROM {table}").fetchall()
        raw.close()


def taken(laps: Laps) -> None:
    """Read, planned, taken in, and saved in a new file."""
    for n in laps:
        from cxworkshop.services.importing import ImportFile
        from cxworkshop.workshop import Workshop

        with Workshop.new(laps.folder / f"{n}.cxw", "Benchmark", fixtures.DAY) as workshop:
            source = ImportFile.read(laps.fixture / "answers.csv")
            workshop.importing.take(workshop.importing.prepare(source), sure=True)
            workshop.save()


def csv_read(laps: Laps) -> None:
    """The same file by csv, into a list."""
    for _n in laps:
        import csv

        with (laps.fixture / "answers.csv").open(encoding="utf-8", newline="") as lines:
            list(csv.reader(lines))


def import_command(folder: Path, fixture: Path) -> list[str]:
    """`cxworkshop import`, into a workshop that is new."""
    script = (
        "import sys; from cxworkshop.cli import main; file, source = sys.argv[1:];"
        "main(['new', file, '--team', 'Benchmark']) or main(['import', file, source, '--yes'])"
    )
    return [sys.executable, "-c", script, str(folder / "own.cxw"), str(fixture / "answers.csv")]


def csv_command(_folder: Path, fixture: Path) -> list[str]:
    """A process that reads the file by csv."""
    script = "import csv, sys; list(csv.reader(open(sys.argv[1], encoding='utf-8', newline='')))"
    return [sys.executable, "-c", script, str(fixture / "answers.csv")]


def search(laps: Laps) -> None:
    """Cards with a word that one of them has; the first time, texts are folded."""
    workshop = opened(laps)
    for n in laps.of(20):
        assert workshop.big_list.find(str(n % laps.size))


def instr(laps: Laps) -> None:
    """SQLite's own scan of the same words."""
    import sqlite3

    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE TABLE verbatim (said TEXT)")
    said = [(words,) for words in fixtures.sentences(laps.size, laps.size)]
    raw.executemany("INSERT INTO verbatim VALUES (?)", said)
    for n in laps.of(20):
        sql = "SELECT rowid FROM verbatim WHERE instr(lower(said), ?)"
        assert raw.execute(sql, (str(n % laps.size),)).fetchall()


def similar(laps: Laps) -> None:
    """Cards that say something similar; the first time, the index is built."""
    workshop = opened(laps)
    asked = fixtures.sentences(50, seed=1)
    for n in laps.of(10):
        workshop.similarity.similar_to_words(asked[n % len(asked)])


def trigrams(laps: Laps) -> None:
    """Shared trigrams with each text, by sets in Python; the first time, the sets are made."""
    texts = fixtures.sentences(laps.size, laps.size)
    asked = fixtures.sentences(50, seed=1)
    sets: list[set[str]] = []
    for n in laps.of(10):
        sets = sets or [_trigrams(text) for text in texts]
        wanted = _trigrams(asked[n % len(asked)])
        sorted(range(len(sets)), key=lambda one: -len(wanted & sets[one]))[:3]


def _trigrams(text: str) -> set[str]:
    return {text[n : n + 3] for n in range(len(text) - 2)}


def board(laps: Laps) -> None:
    """The big list as values, after an edit: without one it would answer from its cache."""
    workshop = opened(laps)
    for n in laps:
        with laps.off():
            workshop.prepare.promises.add(f"Promise {n}")
        workshop.big_list.board()


def dumped(laps: Laps) -> None:
    """The same words as JSON."""
    words = fixtures.sentences(laps.size, laps.size)
    for _n in laps:
        import json

        json.dumps(words)


STRAIGHT = {"exponent": 1.1}
CASES = (
    Case("open", "open a year's file ({n} promises)", "deserialize, fetch all rows",
         open_to_read, rows_read, fixtures.year, (fixtures.PROMISES,),
         aims={0: {"warm ms": 150}}),
    Case("open-cards", "open {n} cards", "deserialize, fetch all rows",
         open_to_read, rows_read, fixtures.workshop, GROWTH, growth=True, aims={-1: STRAIGHT}),
    Case("resume", "open {n} cards to work on them", "deserialize, fetch all rows",
         open_to_work, rows_read, fixtures.workshop, GROWTH, growth=True, aims={-1: STRAIGHT}),
    Case("import", "import {n} rows", "csv alone",
         taken, csv_read, fixtures.survey, (*GROWTH, MOST_ROWS), growth=True, rounds=1,
         aims={MOST_ROWS: {"cold ms": 2_000, "MB": 150}, -1: STRAIGHT}),
    Case("import-command", "cxworkshop new, import {n} rows", "python, csv alone",
         import_command, csv_command, fixtures.survey, (MOST_ROWS,), is_command=True,
         aims={0: {"cold ms": 2_000, "MB": 150}}),
    Case("search", "search {n} verbatims", "SQLite's instr",
         search, instr, fixtures.workshop, GROWTH, growth=True,
         aims={3_000: {"warm ms": 16}, -1: STRAIGHT}),
    Case("similar", "similar cards of {n}", "trigrams as sets",
         similar, trigrams, fixtures.workshop, GROWTH, growth=True, aims={-1: STRAIGHT}),
    Case("board", "the list of {n} cards as values", "json.dumps of its words",
         board, dumped, fixtures.workshop, (*GROWTH, 5_000), growth=True, aims={-1: STRAIGHT}),
)  # fmt: skip
