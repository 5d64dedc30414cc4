"""What is made: which version, when, and for what machine."""

from __future__ import annotations

import os
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "packaging"  # of what is laid beside the program


@dataclass(frozen=True)
class Release:
    """`made_at` is the time in all files, in seconds since 1970; `machine` is Debian's word."""

    version: str
    made_at: int
    machine: str

    @property
    def day(self) -> str:
        """The day of the release, as 2026-11-30."""
        return datetime.fromtimestamp(self.made_at, UTC).date().isoformat()

    @property
    def name(self) -> str:
        """How files for Linux begin."""
        return f"cxworkshop-{self.version}-linux-{self.machine}"

    def filled_in(self, path: Path) -> str:
        """The text of a file of ours, with version and day."""
        text = path.read_text(encoding="utf-8")
        return text.replace("@VERSION@", self.version).replace("@DATE@", self.day)


def this_release() -> Release:
    """Of this checkout, on this machine."""
    return Release(version(), made_at(), machine())


def version() -> str:
    """The version in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def made_at() -> int:
    """As SOURCE_DATE_EPOCH says, else of the last commit, else of pyproject.toml."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    try:
        return int(told_by("git", "-C", str(ROOT), "log", "-1", "--format=%ct"))
    except (OSError, subprocess.CalledProcessError, ValueError):  # unpacked from an archive
        return int((ROOT / "pyproject.toml").stat().st_mtime)


def machine() -> str:
    """As Debian names it: amd64, arm64."""
    return told_by("dpkg", "--print-architecture").strip()


def told_by(*command: str) -> str:
    """What a program prints; raises CalledProcessError."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
