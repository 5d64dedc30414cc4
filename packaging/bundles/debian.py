"""A program that PyInstaller put together, as a Debian package."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from bundles.archive import settle
from bundles.icons import ID, add_icons
from bundles.release import ROOT, SOURCES, Release

LINUX = SOURCES / "linux"
MAINTAINER = "CX Workshop contributors <contributors@cxworkshop.example>"
# Where the files of packaging/linux lie on a computer.
PLACES = {
    f"{ID}.desktop": f"applications/{ID}.desktop",
    f"{ID}.metainfo.xml": f"metainfo/{ID}.metainfo.xml",
    f"{ID}.xml": f"mime/packages/{ID}.xml",
    "cxworkshop.lintian": "lintian/overrides/cxworkshop",
}


def build_package(program: Path, scratch: Path, to: Path, release: Release, python: Path) -> Path:
    """Write the .deb into a folder; the same program and time make the same bytes."""
    tree = scratch / "package"
    lay_out(program, tree, release)
    add_icons(tree / "usr/share/icons/hicolor", python)
    write_control(tree, release)
    settle(tree, release)
    package = to / f"cxworkshop_{release.version}_{release.machine}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(package)]
    # How xz cuts a file for several processors would depend on how many there are.
    env = os.environ | {"SOURCE_DATE_EPOCH": str(release.made_at), "DPKG_DEB_THREADS_MAX": "1"}
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return package


def lay_out(program: Path, tree: Path, release: Release) -> None:
    """Lay the files out as they lie on a computer, all but the icons."""
    shutil.copytree(program, tree / "usr/lib/cxworkshop", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/cxworkshop").symlink_to("../lib/cxworkshop/cxworkshop")
    share = tree / "usr/share"
    for source, place in PLACES.items():
        put(share / place, release.filled_in(LINUX / source).encode())
    put(share / "man/man1/cxworkshop.1.gz", zipped(release.filled_in(LINUX / "cxworkshop.1")))
    documents = share / "doc/cxworkshop"
    put(documents / "changelog.gz", zipped(changelog(release)))
    put(documents / "NEWS.gz", zipped((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    put(documents / "copyright", copyright_file().encode())


def write_control(tree: Path, release: Release) -> None:
    """Write what dpkg reads of a package."""
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) // 1024
    control = release.filled_in(LINUX / "control").replace("@MACHINE@", release.machine)
    put(tree / "DEBIAN/control", control.replace("@SIZE@", str(size)).encode())
    sums = (
        f"{digest(path)}  {path.relative_to(tree).as_posix()}\n"
        for path in sorted(files)
        if "DEBIAN" not in path.parts
    )
    put(tree / "DEBIAN/md5sums", "".join(sums).encode())


def digest(path: Path) -> str:
    """As dpkg checks it; no secret."""
    from hashlib import md5

    return md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def changelog(release: Release) -> str:
    """In Debian's form, one entry: what changed for people stands in NEWS."""
    when = format_datetime(datetime.fromtimestamp(release.made_at, UTC))
    return (
        f"cxworkshop ({release.version}) stable; urgency=medium\n\n"
        f"  * Version {release.version}; what is new in it stands in NEWS.gz.\n\n"
        f" -- {MAINTAINER}  {when}\n"
    )


def copyright_file() -> str:
    """Debian's file of licences: ours in full, and where those of the parts stand."""
    text = (LINUX / "copyright").read_text(encoding="utf-8")
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8").split("\n\n", 2)[2]
    return text + "\n".join(f" {line}" if line else " ." for line in ours.splitlines()) + "\n"


def put(path: Path, data: bytes) -> None:
    """Write a file, and make its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def zipped(text: str) -> bytes:
    """As gzip, without a name or time in it."""
    return gzip.compress(text.encode(), mtime=0)
