"""The command line as a person types it."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from cxworkshop.cli import main


@dataclass
class Shell:
    """Types commands in one folder; `say` and `err` are what came of the last."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def run(self, line: str) -> int:
        code = main(shlex.split(line))
        self.out, self.err = self.capture.readouterr()
        return code

    def ok(self, line: str) -> str:
        """It works, and says nothing on standard error."""
        assert (self.run(line), self.err) == (0, "")
        return self.out

    def refused(self, line: str) -> str:
        """It ends with 2 and one sentence; no file in the folder is changed."""
        before = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        assert self.run(line) == 2
        assert len(self.err.splitlines()) == 1
        assert "Traceback" not in self.err
        after = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        assert after == before
        return self.err.strip()

    def json(self, line: str):
        return json.loads(self.ok(f"{line} --json"))


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


@pytest.fixture
def typed(shell: Shell) -> Shell:
    """A new workshop `w.cxw` with four cards: 1 parking, 2 greeting, 3 forms, 4 phone."""
    shell.ok("new w.cxw --team 'Corner Bakery' --today 2026-11-23")
    for words in ("parking", "greeting", "forms", "phone"):
        shell.ok(f"say w.cxw {words} --kind regular")
    return shell
