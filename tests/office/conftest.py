"""The office's tool as a person types it, beside the sample's four rounds."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from cxworkshop.cli import main as app
from cxworkshop.office.cli import main

Typed = Callable[[str], str]


class OfficeShell:
    """Types commands in one folder; `out` and `err` are what came of the last."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capture = folder, capture
        self.out = self.err = ""

    def run(self, line: str) -> int:
        code = main(shlex.split(line))
        self.out, self.err = self._capture.readouterr()
        return code

    def ok(self, line: str) -> str:
        """It works, and says nothing on standard error."""
        assert (self.run(line), self.err) == (0, "")
        return self.out

    def refused(self, line: str) -> str:
        """It ends with 2 and one sentence, and no traceback."""
        assert self.run(line) == 2
        assert len(self.err.splitlines()) == 1, self.err
        assert "Traceback" not in self.err
        return self.err.strip()

    def app(self, line: str) -> None:
        """Type a command of the app itself."""
        assert app(shlex.split(line)) == 0
        self._capture.readouterr()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "bakery.cxw"
    assert app(["sample", str(path)]) == 0
    return path.read_bytes()


@pytest.fixture
def office(tmp_path, monkeypatch, capsys, sample_bytes) -> OfficeShell:
    """A folder with the sample, `bakery.cxw`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bakery.cxw").write_bytes(sample_bytes)
    capsys.readouterr()
    return OfficeShell(tmp_path, capsys)
