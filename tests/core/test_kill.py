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

from cxworkshop.store.alone import Holder
from cxworkshop.store.file import examine
from cxworkshop.store.publish import name_beside
from cxworkshop.workshop import Workshop

ROOT = Path(__file__).parents[2]
EDITOR = Path(__file__).with_name("keeps_editing.py")
KILLS = 40


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def kill_while_editing(path: Path, seconds: float) -> tuple[int, int]:
    """Start the editor, kill it with no warning, and return the last that it said: safe, saved."""
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
    safe, saved = whole[-1].split() if whole else ("0", "0")
    return int(safe), int(saved)


def test_forty_kills_break_no_file_and_lose_nothing_that_was_safe(tmp_path):
    path = tmp_path / "team.cxw"
    Workshop.new(path, "Corner Bakery").save()
    chance = random.Random(20261123)
    edits = resumed = 0
    for _kill in range(KILLS):
        before = examine(path).seq
        safe, saved = kill_while_editing(path, chance.uniform(0.0, 0.15))
        assert examine(path).seq >= max(before, saved)
        workshop = Workshop.resume(path, Holder.COMMAND)
        assert workshop.store.seq >= safe
        resumed += workshop.file.is_restored
        workshop.save()
        workshop.close()
        edits += examine(path).seq - before
    assert edits > KILLS  # or the kills came before anything was done
    assert resumed > 0
    left = {name.name for name in tmp_path.iterdir()} - {path.name, name_beside(path).name}
    assert left <= {f".~{path.name}.open"}


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


def test_many_commands_at_once_wait_for_one_another(tmp_path):
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
    assert [(err, code) for (_out, err), code in ended] == [("", 0)] * 8  # one after the other
    assert len(Workshop.open(path).big_list.board().cards) == 8
    assert [name.name for name in tmp_path.iterdir()] == [path.name]
