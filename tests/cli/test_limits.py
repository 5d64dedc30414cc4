"""What one workshop may hold: said before anything is taken, and nothing is ever locked out."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from cxworkshop import limits
from cxworkshop.queries import room
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk import file as disk_file
from cxworkshop.store.tables import pages
from tests.opened import new

NOUNS = ("door", "bench", "queue", "price", "bread", "light", "phone", "paper")
KB = 1024
LONG = "One thing more. " * 400  # needs new pages


def answers(name: str, count: int, length: int = 0) -> Path:
    """A file of answers that are all different, each with so many more letters."""
    lines = (
        f"{name}{n},The {NOUNS[n % 8]} number {n} of {name} is slow. {'ab ' * (length // 3)}\n"
        for n in range(count)
    )
    path = Path(f"{name}.csv")
    path.write_text("Customer,What should we do better?\n" + "".join(lines))
    return path


@pytest.fixture
def ten(monkeypatch) -> None:
    """Ten answers are the most, of which the workshop `typed` has four."""
    monkeypatch.setattr(room, "MOST_ANSWERS", 10)
    monkeypatch.setattr(room, "WARN_FROM", 0.75)


@pytest.fixture
def over(shell, monkeypatch) -> Path:
    """A file that is larger than anything may be written to it."""
    shell.ok("new w.cxw --team T --today 2026-11-23")
    shell.ok(f"import w.cxw {answers('a', 400)} --yes")
    shell.ok(f"import w.cxw {answers('b', 400)} --yes")
    monkeypatch.setattr(pages, "MOST_BYTES_BY_HAND", 450 * KB)
    monkeypatch.setattr(room, "MOST_BYTES", 450 * KB)
    return Path("w.cxw")


def test_too_many_lines_are_refused_before_anything_is_taken(shell):
    shell.ok("new w.cxw --team T --today 2026-11-23")
    too_many = limits.MOST_ANSWERS + 1
    lines = "".join(f"The {NOUNS[n % 8]} number {n} is slow\n" for n in range(too_many))
    Path("many.csv").write_text("What should we do better?\n" + lines)
    before = Path("w.cxw").read_bytes()
    assert shell.run("import w.cxw many.csv --yes") == 2
    assert shell.err.splitlines()[-1] == (
        "This holds 50,001 answers; 50,000 are the most in one workshop. Nothing was taken."
    )
    assert Path("w.cxw").read_bytes() == before


@pytest.mark.usefixtures("ten")
def test_what_is_there_counts_too(typed):
    assert typed.refused(f"import w.cxw {answers('a', 7)} --yes") == (
        "This holds 7 answers and the workshop 4; 10 are the most in one workshop. "
        "Nothing was taken."
    )
    assert typed.run(f"import w.cxw {answers('b', 6)} --yes") == 0


@pytest.mark.usefixtures("ten")
def test_a_full_workshop_takes_no_answer_but_everything_else(typed):
    assert typed.run(f"import w.cxw {answers('a', 6)} --yes") == 0
    assert typed.refused("say w.cxw 'One more' --kind regular") == (
        "The workshop holds 10 answers, and 10 are the most. Nothing was taken."
    )
    for line in ("pick w.cxw 4", "undo w.cxw", "redo w.cxw", "undo w.cxw", "undo w.cxw"):
        assert typed.run(line) == 0, line
    assert typed.run("say w.cxw 'One more' --kind regular") == 0


def test_a_full_workshop_refuses_the_answers_of_a_check_and_of_a_look_again(typed, monkeypatch):
    typed.ok("pick w.cxw 4 --today 2026-11-23")
    typed.ok("plan w.cxw 1 --owner Mira --licence anything --giver Helena --start 2026-11-23")
    typed.ok("lock w.cxw 1 --reason 'we know it' --today 2026-11-23")
    full = "The workshop holds {n} answers, and {n} are the most. Nothing was taken."
    monkeypatch.setattr(room, "MOST_ANSWERS", 5)
    heard = "heard w.cxw 1 'You rang!' --mark notices --today 2026-12-23"
    typed.run(heard)
    assert typed.out.startswith("Slot 1: Notices 1")
    assert typed.refused(heard) == full.format(n=5)
    assert typed.refused("heard w.cxw 1 '' --mark notices --customer 3") == full.format(n=5)
    typed.run("verdict w.cxw 1 notice --today 2026-12-23")
    typed.run("sure w.cxw 1 yes --today 2027-01-20")
    assert typed.refused("look-again w.cxw 4 'It rings' --today 2027-04-21") == full.format(n=5)
    monkeypatch.setattr(room, "MOST_ANSWERS", 6)
    assert typed.run("look-again w.cxw 4 'It rings' --today 2027-04-21") == 0


def test_what_could_be_redone_takes_no_room_from_the_next_step(shell, over, monkeypatch):
    """Undo puts an import into the journal; a new edit takes it out of there."""
    assert shell.run(f"undo {over}") == 0
    monkeypatch.setattr(pages, "MOST_BYTES_BY_HAND", 1)
    assert shell.run(f"say {over} '{LONG}' --kind regular") == 0
    assert shell.refused(f"say {over} '{LONG}' --kind regular").startswith("The workshop would")


@pytest.mark.usefixtures("ten")
def test_a_sentence_beside_the_output_comes_long_before(typed):
    typed.ok("status w.cxw")
    assert typed.run(f"import w.cxw {answers('a', 4)} --yes") == 0
    assert typed.err.startswith("This workshop holds 8 answers; 10 are the most.")
    assert typed.run("status w.cxw --json") == 0
    assert typed.out.startswith("{"), "the output is still for programs"
    assert typed.err.startswith("This workshop holds 8 answers; 10 are the most.")
    typed.run("undo w.cxw")
    assert typed.err == ""


@pytest.mark.parametrize("letters", ["ab ", "äж "])
def test_long_words_are_measured_before_they_are_taken(typed, monkeypatch, letters):
    monkeypatch.setattr(room, "MOST_BYTES", 800 * KB)
    lines = "".join(f"c{n},Number {n}: {letters * 1_500}\n" for n in range(100))
    Path("long.csv").write_text("Customer,What should we do better?\n" + lines, encoding="utf-8")
    said = typed.refused("import w.cxw long.csv --yes")
    assert "1 MB are the most. Nothing was changed." in said


@pytest.mark.parametrize("length", [0, 900, 1_200, 3_000, 6_000])
def test_an_import_takes_no_more_room_than_was_reckoned(shell, monkeypatch, length):
    """Else a file could grow beyond the limit that was checked before."""
    workshop = new(Path("w.cxw"), "T", date(2026, 11, 23))
    path, before = answers("a", 200, length), workshop._store.size
    prepared = workshop.importing.prepare(ImportFile.read(path))
    reckoned = sum(room._bytes_of(row.words) for row in prepared.plan.taken)
    workshop.importing.take(prepared, sure=True)
    assert workshop._store.size - before <= reckoned + 64 * KB


def test_what_is_too_large_can_be_read_exported_undone_and_recovered(shell, over):
    for line in ("status w.cxw", "verify w.cxw", "list w.cxw", "export w.cxw --to x.csv"):
        assert shell.run(line) == 0, line
    assert shell.refused(f"say w.cxw '{LONG}' --kind regular").startswith("The workshop would")
    assert shell.refused(f"import w.cxw {answers('c', 5)} --yes").startswith("The workshop would")
    for line in ("undo w.cxw", "redo w.cxw", "undo w.cxw", "undo w.cxw", "redo w.cxw"):
        assert shell.run(line) == 0, line
    assert shell.run(f"recover {over} --to r.cxw") == 0
    assert shell.run("status r.cxw") == 0
    assert shell.run("undo w.cxw") == 0
    assert shell.run(f"say w.cxw '{LONG}' --kind regular") == 0, "there is room again"


def test_an_undone_import_leaves_a_small_file(shell, over, monkeypatch):
    monkeypatch.setattr(pages, "_FREE_PAGES", 1)
    full = over.stat().st_size
    for _ in range(2):
        assert shell.run("undo w.cxw") == 0
    assert over.stat().st_size < full
    for _ in range(2):
        assert shell.run("redo w.cxw") == 0
    assert over.stat().st_size < 1.3 * full


def test_a_file_that_can_not_be_held_in_memory_is_named_with_its_size(shell, monkeypatch):
    shell.ok("new w.cxw --team T --today 2026-11-23")
    with Path("w.cxw").open("r+b") as file:
        file.truncate(3 * limits.MB)
    monkeypatch.setattr(disk_file, "OPENS_BYTES", 2 * limits.MB)
    monkeypatch.setattr(disk_file.read_bytes, "__defaults__", (2 * limits.MB, lambda *_: None))
    for command in ("status w.cxw", "undo w.cxw", "recover w.cxw --to r.cxw"):
        said = shell.refused(command)
        assert said.startswith("w.cxw is 3 MB large, and 2 MB is the most that can be opened.")


def test_undo_and_redo_fit_into_what_opens():
    """Each side of an edit stands once, in its table or in the journal: twice at the most."""
    assert limits.MOST_BYTES < limits.MOST_BYTES_BY_HAND
    assert 2 * limits.MOST_BYTES_BY_HAND < limits.OPENS_BYTES


def test_a_large_file_of_somebody_else_is_not_read_whole(shell, monkeypatch):
    shell.ok("new w.cxw --team T --today 2026-11-23")
    shutil.copy("w.cxw", "foreign.cxw")
    connection = sqlite3.connect("foreign.cxw")
    connection.execute("CREATE TABLE photos (photo BLOB)")
    connection.commit()
    connection.close()
    monkeypatch.setattr(disk_file, "_LARGE", 1)
    assert "tables that are not ours" in shell.refused("status foreign.cxw")
    shell.ok("status w.cxw")
