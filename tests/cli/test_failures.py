"""A mistake of ours on the command line: one sentence that names the log, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxworkshop import log, paths
from cxworkshop.stops.talk import Talk

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Zqxjk"


def fails(*_given, **_named):
    raise ValueError(WORDS)


def test_a_failure_ends_with_one_sentence_that_names_the_log(typed, monkeypatch):
    before = (typed.folder / "w.cxw").read_bytes()
    monkeypatch.setattr(Talk, "say", fails)
    code = typed.run(f"say w.cxw '{WORDS} was rude' --kind regular")
    assert code not in (0, 2)
    assert typed.out == ""
    assert typed.err == (
        f"Something went wrong that should not have. Details are in {log.path()}.\n"
    )
    assert (typed.folder / "w.cxw").read_bytes() == before
    text = log.path().read_text(encoding="utf-8")
    assert "command failed" in text
    assert "cxworkshop.commands.talk" in text
    assert WORDS not in text


def test_without_a_log_it_says_so(typed, monkeypatch):
    (paths.data_folder() / "log").write_text("in the way")
    monkeypatch.setattr(Talk, "say", fails)
    assert typed.run("say w.cxw words --kind regular") == 1
    assert typed.err.endswith("and the log can't be written either.\n")


@pytest.mark.parametrize("module", ["cxworkshop", "ui"])
def test_what_goes_wrong_before_there_is_a_command_is_said_in_the_same_way(module, tmp_path):
    broken = tmp_path / "click"
    broken.mkdir()
    (broken / "__init__.py").write_text(f"raise RuntimeError('{WORDS}')")
    done = subprocess.run(
        [sys.executable, "-m", module, "status", "w.cxw"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"Something went wrong that should not have. Details are in {log.path()}.\n"
    )
    assert WORDS not in log.path().read_text(encoding="utf-8")
