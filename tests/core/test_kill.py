"""The program killed at any moment: the file is whole, and nothing that was safe is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from cxworkshop.store.file import examine
from cxworkshop.workshop import Workshop

ROOT = Path(__file__).parents[2]
EDITOR = Path(__file__).with_name("keeps_editing.py")
KILLS = 40


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def kill_while_editing(path: Path, seconds: float) -> int:
    """Start the editor, kill it with no warning, and return the last `seq` that it called safe."""
    command = [sys.executable, str(EDITOR), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as editor:
        assert editor.stdout is not None
        assert editor.stdout.readline() == "ready\n"
        said: list[str] = []
        reading = threading.Thread(target=lambda: said.extend(editor.stdout))
        reading.start()
        time.sleep(seconds)
        editor.send_signal(signal.SIGKILL)
        editor.wait()
        reading.join()
    whole = [line for line in said if line.endswith("\n")]
    return int(whole[-1]) if whole else 0


def test_forty_kills_break_no_file_and_lose_nothing_that_was_safe(tmp_path):
    path = tmp_path / "team.cxw"
    Workshop.new(path, "Corner Bakery").save()
    chance = random.Random(20261123)
    edits = 0
    for _kill in range(KILLS):
        before = examine(path).seq
        safe = kill_while_editing(path, chance.uniform(0.0, 0.12))
        found = examine(path)
        assert found.seq >= max(before, safe)
        edits += found.seq - before
    assert edits > KILLS  # or the kills came before anything was done
    left = [name.name for name in tmp_path.iterdir() if name.name != path.name]
    assert all(name.startswith(f".{path.name}.") and name.endswith(".tmp") for name in left)


@pytest.mark.parametrize("seconds", [0.2, 0.3, 0.4, 0.5, 0.6, 0.8])
def test_a_killed_import_is_there_whole_or_not_at_all(tmp_path, seconds):
    path = tmp_path / "team.cxw"
    Workshop.new(path, "Corner Bakery").save()
    source = tmp_path / "list.csv"
    source.write_text(
        "Answer,Day\n" + "".join(f"Please mend thing {n} today,2026-11-01\n" for n in range(3000))
    )
    command = [sys.executable, "-m", "cxworkshop", "import", str(path), str(source), "--yes"]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL) as importing:
        time.sleep(seconds)
        importing.kill()
    examine(path)
    assert len(Workshop.open(path).big_list.board().cards) in (0, 3000)


def test_the_keeper_says_what_is_saved_and_close_waits_for_it(tmp_path):
    path = tmp_path / "team.cxw"
    workshop = Workshop.new(path, "Corner Bakery")
    keeper = workshop.keep()
    for number in range(50):
        workshop.prepare.serve(f"kind {number}")
    seq = workshop.store.seq
    workshop.close()
    assert keeper.saved == seq == examine(path).seq
    assert len(Workshop.open(path).prepare.served()) == 50


def test_the_keepers_trouble_is_told_and_the_work_goes_on(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    workshop = Workshop.new(folder / "team.cxw", "Corner Bakery")
    keeper = workshop.keep()
    (folder / "team.cxw").unlink()
    folder.rmdir()
    workshop.prepare.serve("regulars")
    with pytest.raises(Exception, match="can't be saved there"):
        workshop.close()
    assert "can't be saved there" in str(keeper.trouble)


def test_many_programs_at_once_lose_no_edit_that_they_called_done(tmp_path):
    path = tmp_path / "team.cxw"
    Workshop.new(path, "Corner Bakery").save()
    command = [sys.executable, "-m", "cxworkshop", "say", str(path)]
    running = [
        subprocess.Popen(
            [*command, f"words {n}"],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(8)
    ]
    ended = [(program.communicate(), program.returncode) for program in running]
    done = [out for (out, _err), code in ended if code == 0]
    refused = [(out, err) for (out, err), code in ended if code == 2]
    assert len(done) + len(refused) == 8
    assert all(out == "" and "was changed elsewhere" in err for out, err in refused)
    assert len(Workshop.open(path).big_list.board().cards) == len(done) >= 1
    assert [name.name for name in tmp_path.iterdir()] == [path.name]
