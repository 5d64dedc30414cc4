"""The offline edition: the source with all its packages, for a computer that has Python alone."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from bundles.release import ROOT, Release, told_by

LISTS = ("packaging/requirements.txt",)  # what `bootstrap.py run` installs


def build_offline(
    to: Path, release: Release, python: Path, pythons: list[str], guide: Path
) -> Path:
    """Write it for this kind of computer, with the guide, and the wheels of these Pythons."""
    packed = to / f"{release.name.replace('cxworkshop', 'cxworkshop-offline', 1)}.zip"
    with tempfile.TemporaryDirectory() as scratch:
        for version in pythons:
            download(Path(scratch), python, version)
        files = {path.relative_to(ROOT).as_posix(): path for path in sources()}
        files |= pages(guide)
        files |= {f"wheelhouse/{path.name}": path for path in Path(scratch).iterdir()}
        with zipfile.ZipFile(packed, "w") as target:
            for name, path in sorted(files.items()):
                target.writestr(_entry(name, path, release), path.read_bytes())
    return packed


def download(folder: Path, python: Path, version: str) -> None:
    """Fetch the pinned wheels for a Python, checked by their hashes."""
    command = [str(python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", f"--python-version={version}"]
    command += ["--dest", str(folder)]
    for name in LISTS:
        subprocess.run([*command, "-r", str(ROOT / name)], check=True)


def sources() -> list[Path]:
    """The files of this checkout that are under version control, or all of an unpacked archive."""
    try:
        names = told_by("git", "-C", str(ROOT), "ls-files", "-z").split("\0")
    except (OSError, subprocess.CalledProcessError):
        skipped = re.compile(r"/(\.venv|build|dist|wheelhouse|__pycache__)(/|$)")
        return [p for p in ROOT.rglob("*") if p.is_file() and not skipped.search(p.as_posix())]
    return [path for path in (ROOT / name for name in names if name) if path.is_file()]


def pages(guide: Path) -> dict[str, Path]:
    """The files of the guide, under the names where a checkout looks for it."""
    found = (path for path in guide.rglob("*") if path.is_file())
    return {f"build/guide/{path.relative_to(guide).as_posix()}": path for path in found}


def _entry(name: str, path: Path, release: Release) -> zipfile.ZipInfo:
    """The same for the same file, whenever it was written; wheels are packed already."""
    moment = datetime.fromtimestamp(release.made_at, UTC).timetuple()[:6]
    entry = zipfile.ZipInfo(f"cxworkshop-{release.version}/{name}", moment)
    entry.external_attr = (0o755 if os.access(path, os.X_OK) else 0o644) << 16
    is_packed = path.suffix in {".whl", ".png", ".docx", ".xlsx", ".zip"}
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    return entry
