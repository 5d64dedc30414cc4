"""Where libraries look for others: nothing in a bundle names a folder where it was built."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bundles.release import told_by

QT_CONF = """[Paths]
Prefix = _internal/PySide6/Qt
"""


def lead_to_plugins(program: Path) -> None:
    """Let Qt find its plugins: it looks for this file beside the program."""
    (program / "qt.conf").write_text(QT_CONF, encoding="utf-8")


def forget_foreign_paths(program: Path) -> None:
    """Let every library of a bundle look only in the bundle, and in the system."""
    for path in sorted(program.rglob("*.so*")):
        if not path.is_symlink() and is_foreign(told_by("patchelf", "--print-rpath", str(path))):
            subprocess.run(["patchelf", "--remove-rpath", str(path)], check=True)


def forget_scripts(program: Path) -> None:
    """Leave out of the lists of packages' files the scripts, which stay behind: they begin with
    the path of the Python for which they were installed, and so does what is said of them."""
    for listed in sorted(program.rglob("*.dist-info/RECORD")):
        lines = listed.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("../")]
        listed.write_text("".join(kept), encoding="utf-8", newline="")


def is_foreign(search: str) -> bool:
    """Whether a list of folders, as libraries have it, names one outside the bundle."""
    return any(folder.startswith("/") for folder in search.strip().split(":"))
