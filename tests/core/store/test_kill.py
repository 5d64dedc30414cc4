"""The program killed at any moment: the file is whole, and nothing that was safe is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxworkshop.store.disk.file import examine
from cxworkshop.workshop import Workshop
from tests.opened import new, opened

ROOT = Path(__file__).parents[3]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.2, 0.3, 0.4, 0.5, 0.6, 0.8])
def test_a_killed_import_is_there_whole_or_not_at_all(tmp_path, seconds):
    path = tmp_path / "team.cxw"
    new(path, "Corner Bakery").save()
    source = tmp_path / "list.csv"
    source.write_text(
        "Answer,Day\n" + "".join(f"Please mend thing {n} today,2026-11-01\n" for n in range(3000))
    )
    command = [sys.executable, "-m", "cxworkshop", "import", str(path), str(source), "--yes"]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL) as importing:
        time.sleep(seconds)
        importing.kill()
    examine(path)
    assert len(opened(path).big_list.board().cards) in (0, 3000)


def test_the_keeper_says_what_is_saved_and_close_waits_for_it(tmp_path):
    path = tmp_path / "team.cxw"
    workshop = Workshop.new(path, "Corner Bakery")
    keeper = workshop.start_saving()
    for number in range(50):
        workshop.prepare.served.add(f"kind {number}")
    seq = workshop._store.seq
    workshop.close()
    assert keeper.saved == seq == examine(path).seq
    assert len(opened(path).prepare.served.all()) == 50


@pytest.mark.slow
def test_many_commands_at_once_wait_for_one_another(tmp_path):
    path = tmp_path / "team.cxw"
    new(path, "Corner Bakery").save()
    command = [sys.executable, "-m", "cxworkshop", "say", str(path)]
    running = [
        subprocess.Popen(
            [*command, f"words {n}"],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(5)
    ]
    ended = [(program.communicate(), program.returncode) for program in running]
    assert [(err, code) for (_out, err), code in ended] == [("", 0)] * 5  # one after the other
    assert len(opened(path).big_list.board().cards) == 5
    assert [name.name for name in tmp_path.iterdir()] == [path.name]
