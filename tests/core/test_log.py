"""The log: small, for its owner's eyes, with the places of failures and without people's words."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cxworkshop import __version__, log, paths
from cxworkshop.log.rotating import OLDER, SIZE
from cxworkshop.store.disk import file
from cxworkshop.store.refusals import NoSuchFile

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Nobody rings Anna Zqxjk back"
needs_rights = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def logged() -> str:
    """Every byte of the log, the older files too."""
    return "".join(path.read_text(encoding="utf-8") for path in log.path().parent.iterdir())


def raised(error: Exception) -> Exception:
    """This error as it comes out of a function that has the words among its values."""
    words = WORDS
    try:
        raise error
    except Exception as caught:
        assert words
        return caught


def test_a_failure_is_told_by_its_kind_and_its_places_alone(tmp_path):
    gone = tmp_path / f"{WORDS}.cxw"
    with pytest.raises(NoSuchFile) as told:
        file.read(gone)
    assert log.failure("test", told.value)
    text = logged()
    assert "cxworkshop.store.refusals.NoSuchFile" in text
    assert "cxworkshop.store.disk.file, line " in text
    assert "raise refusals.NoSuchFile(path.name) from None" in text
    assert "Zqxjk" not in text
    assert str(tmp_path) not in text


def test_what_was_behind_a_failure_is_told_first():
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as error:
            raise ValueError(WORDS) from error
    except ValueError as error:
        log.failure("test", error)
    text = logged()
    assert text.index("KeyError") < text.index("ValueError")
    assert WORDS not in text


def test_the_system_and_sqlite_say_what_was_wrong_by_their_own_names():
    log.failure("test", raised(OSError(28, WORDS, f"/home/{WORDS}")))
    with sqlite3.connect(":memory:") as connection:
        with pytest.raises(sqlite3.Error) as told:
            connection.execute(f"SELECT '{WORDS}' FROM nowhere")
        connection.rollback()
    connection.close()
    log.failure("test", told.value)
    text = logged()
    assert "OSError (ENOSPC)" in text
    assert "sqlite3.OperationalError (SQLITE_ERROR)" in text
    assert "Zqxjk" not in text


def test_lines_of_code_are_shown_of_ours_alone():
    log.failure("test", raised(ValueError()))  # this file is not ours: a script may hold words
    assert "raise error" not in logged()
    assert "in raised" in logged()


def test_a_recursion_is_cut_short():
    def again(depth: int) -> None:
        again(depth + 1)

    with pytest.raises(RecursionError) as told:
        again(0)
    log.failure("test", told.value)
    assert " more)" in logged()
    assert len(logged().splitlines()) < 60


def test_a_failure_that_comes_again_and_again_does_not_fill_the_log():
    error = raised(ValueError(WORDS))
    for _time in range(1000):
        assert log.failure("painting", error)
    lines = logged().splitlines()
    assert "painting failed again, 512 times so far: ValueError" in lines[-1]
    assert len(lines) < 20


def test_the_log_stays_small_and_keeps_the_newest():
    for number in range(15_000):
        log.note("a line of a log that is written for a very long time", number=number)
    files = sorted(path.name for path in log.path().parent.iterdir())
    assert len(files) == 1 + OLDER
    assert all(path.stat().st_size <= SIZE for path in log.path().parent.iterdir())
    assert "number=14999" in log.path().read_text(encoding="utf-8")


@needs_rights
def test_nobody_but_its_owner_can_read_it():
    log.note("begun")
    assert log.path().stat().st_mode & 0o777 == 0o600
    assert log.path().parent.stat().st_mode & 0o777 == 0o700


def test_the_first_line_says_what_program_it_is_and_an_entry_names_a_workshop_by_a_hash(tmp_path):
    path = tmp_path / f"{WORDS}.cxw"
    log.note("opened", path, seq=3)
    first, second = logged().splitlines()
    assert f"CX Workshop {__version__}, Python {sys.version.split(maxsplit=1)[0]}" in first
    assert second.endswith(f"opened workshop={log.code_of(path)} seq=3")
    assert "Zqxjk" not in second


def test_a_log_that_cannot_be_written_is_no_failure(capsys):
    (paths.data_folder() / "log").write_text("in the way")
    log.note("begun")
    assert log.failure("test", raised(ValueError(WORDS))) is False
    assert capsys.readouterr() == ("", "")


def test_it_goes_on_after_what_it_logged():
    with log.logged("a step"):
        raise ValueError(WORDS)
    assert "a step failed" in logged()


UNCAUGHT = f"""
import threading
from cxworkshop import log
log.watch()
class Odd:
    def __del__(self):
        raise KeyError("{WORDS}")
def thread():
    raise LookupError("{WORDS}")
one = Odd()
del one
worker = threading.Thread(target=thread)
worker.start()
worker.join()
raise ArithmeticError("{WORDS}")
"""


def test_what_nobody_caught_is_logged_from_any_thread_and_said_in_a_sentence():
    done = subprocess.run(
        [sys.executable, "-c", UNCAUGHT],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    sentence = "Something went wrong that should not have. Details are in "
    assert done.stderr.splitlines() == 2 * [f"{sentence}{log.path()}."]
    text = logged()
    for kind in ("KeyError", "LookupError", "ArithmeticError"):
        assert kind in text
    assert "Zqxjk" not in text


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert __version__ == project["project"]["version"]
