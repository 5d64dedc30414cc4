"""Where libraries look for others: never in folders of the computer that they were built on."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bundles.release import told_by


def forget_foreign_paths(program: Path) -> None:
    """Let every library of a bundle look only in the bundle, and in the system."""
    for path in sorted(program.rglob("*.so*")):
        if not path.is_symlink() and is_foreign(told_by("patchelf", "--print-rpath", str(path))):
            subprocess.run(["patchelf", "--remove-rpath", str(path)], check=True)


def is_foreign(search: str) -> bool:
    """Whether a list of folders, as libraries have it, names one outside the bundle."""
    return any(folder.startswith("/") for folder in search.strip().split(":"))
