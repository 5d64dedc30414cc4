"""Names of files as people give them: with dots, and with bytes that are no UTF-8."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cxworkshop.cli import main
from cxworkshop.filenames import found, safe_name, shown

pytestmark = pytest.mark.linux

ROOT = Path(__file__).parents[2]
LATIN = b"caf\xe9"  # as an old zip names it


def command(*words: bytes | str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run it in a process of its own, for what it says: the terminal takes bytes."""
    return subprocess.run(
        [sys.executable, "-m", "cxworkshop", *words],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )


def typed(*words: str | Path) -> int:
    return main([*map(str, words)])


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    assert b"Traceback" not in done.stderr
    return (done.stdout + done.stderr).decode()


def test_a_file_whose_name_is_no_utf8_is_imported_opened_and_named(tmp_path):
    path = tmp_path / os.fsdecode(LATIN + b".cxw")
    source = tmp_path / os.fsdecode(LATIN + b".csv")
    source.write_text("What should be better?\nthe queue\nthe stairs\n")
    made = command("new", path, "--team", "Bakery")
    assert (made.returncode, "caf\ufffd.cxw" in said(made)) == (0, True)
    assert command("import", path, source, "--yes").returncode == 0
    assert "the queue" in said(command("list", path))
    assert typed("undo", path) == typed("redo", path) == 0
    assert "caf\ufffd.cxw is whole" in said(command("verify", path))
    new = tmp_path / os.fsdecode(LATIN + b"-2.cxw")
    assert typed("recover", path, "--to", new) == 0
    assert "the stairs" in said(command("list", new))
    for name in (b"out.csv", b"out.md", b"out.ics"):
        target = tmp_path / os.fsdecode(LATIN + name)
        assert typed("export", path, "--to", target) == 0
        assert target.is_file()
    assert command("print", path, "--to", tmp_path / os.fsdecode(LATIN)).returncode == 0


def test_a_dialog_that_cannot_say_a_name_means_the_file_all_the_same(tmp_path):
    path = tmp_path / os.fsdecode(LATIN) / os.fsdecode(LATIN + b"-2.cxw")
    assert found(Path(shown(path))) == Path(shown(path))  # there is none
    path.parent.mkdir()
    assert found(Path(shown(path.parent)) / "new.cxw") == path.parent / "new.cxw"
    path.touch()
    assert found(Path(shown(path))) == path


@pytest.mark.parametrize("words", [("status",), ("undo",), ("verify",), ("list",)])
def test_a_missing_file_whose_name_is_no_utf8_is_said(tmp_path, words):
    done = command(*words, tmp_path / os.fsdecode(LATIN + b".cxw"))
    assert (done.returncode, "caf\ufffd.cxw" in said(done)) == (2, True)


def test_a_name_that_is_too_long_is_said(tmp_path):
    done = command("new", tmp_path / ("a" * 300 + ".cxw"), "--team", "Bakery")
    assert (done.returncode, len(said(done).splitlines())) == (2, 1)


@pytest.mark.parametrize("name", ["Team v1.5 March.cxw", "…….cxw", "a b. .cxw", "x" * 250 + ".cxw"])
def test_dots_and_length_are_kept(tmp_path, name):
    assert typed("new", tmp_path / name, "--team", "Bakery") == 0
    assert typed("say", tmp_path / name, "slow") == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.fixture
def as_anybody() -> list[str]:
    """What makes root obey the modes of files."""
    if os.geteuid():
        return []
    assert shutil.which("setpriv") is not None, "root may do everything: install util-linux"
    powers = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"]


def test_what_nobody_may_read_or_enter_gets_its_sentence(tmp_path, as_anybody):
    closed, mine = tmp_path / "closed", tmp_path / "mine.cxw"
    assert typed("new", mine, "--team", "Bakery") == 0
    mine.chmod(0)
    closed.mkdir(mode=0)
    asked = f"""
from pathlib import Path
from cxworkshop.cli import main
from cxworkshop.filenames import is_file, is_folder
main(["list", {str(mine)!r}])
main(["new", {str(closed / "new.cxw")!r}, "--team", "Bakery"])
assert not is_folder(Path({str(closed / "inner")!r})) and not is_file(Path({str(mine)!r}) / "x")
"""
    done = subprocess.run(
        [*as_anybody, sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stderr.decode().splitlines() == [
        "mine.cxw can’t be read. Is it a folder, or somebody else’s file?",
        "new.cxw can’t be saved there. Is the folder still there, not full and not read only? "
        "Choose another place for it.",
    ]


@pytest.mark.parametrize("team", ["", " . ", "\u200d", "\ufeff\u200d", "?/*", "\ud800"])
def test_a_team_whose_name_shows_nothing_gets_a_file_that_shows(team):
    assert safe_name(team, ".cxw", "Team") == "Team.cxw"
