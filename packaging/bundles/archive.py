"""The archive that is unpacked anywhere, a stick too."""

from __future__ import annotations

import lzma
import os
import tarfile
from pathlib import Path

from bundles.release import Release

PROGRAM = "cxworkshop"  # alone may be run
# Machine code packs better when its jumps are written as places; other code is not changed much.
FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]


def build_archive(program: Path, archive: Path, release: Release) -> Path:
    """Pack a folder in the order of its names; the same folder makes the same bytes."""

    def plain(found: tarfile.TarInfo) -> tarfile.TarInfo:
        found.uid, found.gid, found.uname, found.gname = 0, 0, "", ""
        return found

    with (
        lzma.open(archive, "wb", filters=FILTERS) as packing,
        tarfile.open(fileobj=packing, mode="w|") as packed,
    ):
        for path in sorted([program, *program.rglob("*")]):
            name = Path(release.name) / path.relative_to(program)
            packed.add(path, name, recursive=False, filter=plain)
    return archive


def settle(tree: Path, release: Release) -> None:
    """Give all files the time of the release, and the rights that everybody's files have."""
    for path in (*tree.rglob("*"), tree):
        if not path.is_symlink():
            is_program = path.name == PROGRAM and path.with_name("_internal").is_dir()
            may_run = path.is_dir() or is_program
            path.chmod(0o755 if may_run else 0o644)
        os.utime(path, (release.made_at, release.made_at), follow_symlinks=False)
