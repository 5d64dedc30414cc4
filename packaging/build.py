"""Make what is put on laptops that have no Python.

    python packaging/build.py linux [--to FOLDER]
    python packaging/build.py appdir [--to FOLDER]
    python packaging/build.py windows --python-zip FILE [--to FOLDER]
    python packaging/build.py offline [--to FOLDER]

For Linux that is cxworkshop_VERSION_MACHINE.deb for Debian and its relatives, and
cxworkshop-VERSION-linux-MACHINE.tar.xz, which is unpacked anywhere, a stick too: with a folder
`portable` beside the program all that it keeps stays there. Beside them lies the list of their
parts (CycloneDX). They are made from this checkout, by packages that it installs under build/, and
the same checkout makes the same bytes: the time in them is that of the last commit, or
SOURCE_DATE_EPOCH.

An AppDir is the same as a folder, cxworkshop-VERSION-linux-MACHINE.AppDir, of which appimagetool
makes one file that starts by a click.

For Windows, FILE is the embeddable Python for 64 bits of the version that shall go along; made are
an installer for one user, by makensis, and the same as a zip with a portable folder.

The offline edition, cxworkshop-offline-VERSION-….zip, is for computers like this one that have
Python and no network: the source, with all its packages for every Python that is promised.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
GUIDE = BUILD / "guide"  # packaging/cxworkshop.spec takes it from there
os.environ["CXW_VENV"] = str(BUILD / "venv")  # bootstrap.py makes it; nothing of the tests is in it

import bootstrap  # noqa: E402
import lock  # noqa: E402
import system_packages  # noqa: E402
from bundles import (  # noqa: E402
    appdir as app_folder,
    parts_list,
    release,
    startup,
    system_parts,
    windows as windows_edition,
)
from bundles.archive import build_archive, settle  # noqa: E402
from bundles.checks import check_package  # noqa: E402
from bundles.debian import build_package  # noqa: E402
from bundles.offline import build_offline  # noqa: E402
from bundles.search_paths import forget_foreign_paths, forget_scripts, lead_to_plugins  # noqa: E402

TOOLS = {
    "dpkg-deb": "dpkg",
    "objdump": "binutils",
    "strip": "binutils",
    "patchelf": "patchelf",
}


def main(words: list[str]) -> int:
    """Make one kind of bundle; the answer is the exit code."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("kind", choices=("linux", "appdir", "windows", "offline"))
    asked.add_argument("--to", type=Path, default=Path("dist"))
    asked.add_argument("--python-zip", type=Path)
    given = asked.parse_args(words)
    if not sys.platform.startswith("linux"):
        bootstrap.refuse("This is made on Linux.")
    given.to.mkdir(parents=True, exist_ok=True)
    this, to = release.this_release(), given.to.resolve()
    if given.kind != "windows":
        return {"linux": linux, "appdir": appdir, "offline": offline}[given.kind](this, to)
    if given.python_zip is None:
        asked.error("windows needs --python-zip FILE")
    return windows(this, to, given.python_zip)


def linux(this: release.Release, to: Path) -> int:
    """Package and archive, once all tools are there."""
    prepare(TOOLS)
    return build_linux(this, to)


def appdir(this: release.Release, to: Path) -> int:
    """What appimagetool makes an AppImage of."""
    prepare(TOOLS)
    program = put_together(this, to)
    folder = app_folder.build_appdir(program, to / f"{this.name}.AppDir", this, bootstrap.PYTHON)
    bootstrap.say(f"{folder.name}, for appimagetool")
    return 0


def windows(this: release.Release, to: Path, python_zip: Path) -> int:
    """Installer and zip, with the wheels for Windows."""
    prepare({"makensis": "nsis"})
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        payload, wheels, drawings = (Path(folder, name) for name in ("payload", "wheels", "icons"))
        for each in (payload, wheels, drawings):
            each.mkdir()
        version = windows_edition.python_version(python_zip)
        windows_edition.download(wheels, bootstrap.PYTHON, version)
        windows_edition.lay_out(payload, python_zip, wheels, GUIDE)
        windows_edition.add_icons(payload, drawings, bootstrap.PYTHON)
        name = f"cxworkshop-{this.version}-windows-x64"
        listed = to / f"{name}.cdx.json"
        listed.write_text(windows_edition.cyclone_dx(wheels, version, this), "utf-8")
        say_size(windows_edition.build_zip(payload, to / f"{name}.zip", this))
        say_size(windows_edition.build_installer(payload, to / f"{name}-setup.exe", this))
    return 0


def offline(this: release.Release, to: Path) -> int:
    """The source with its packages."""
    make_guide()
    bootstrap.say("fetching the packages")
    say_size(build_offline(to, this, bootstrap.PYTHON, lock.pythons(), GUIDE))
    return 0


def say_size(path: Path) -> None:
    bootstrap.say(f"{path.name}, {path.stat().st_size / 1e6:.1f} MB")


def prepare(tools: dict[str, str]) -> None:
    """Install these programs, by their Debian packages, and our own; or say how."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lacks = sorted({deb for tool, deb in tools.items() if not shutil.which(tool)})
    if lacks and not (system_packages.is_root() and bootstrap.apt_install(lacks)):
        bootstrap.refuse(system_packages.line_for(lacks))
    bootstrap.prepare_system("run")
    make_guide()


def make_guide() -> None:
    """Install the packages under build/, and make the guide by them; end where it has a fault."""
    bootstrap.prepare_packages("build")
    bootstrap.say("making the guide")
    code = bootstrap.python(["packaging/build_guide.py", str(GUIDE)])
    if code:
        raise SystemExit(code)


def build_linux(this: release.Release, to: Path) -> int:
    """Write archive, package and list of parts into a folder, and have them checked."""
    program = put_together(this, to)
    bootstrap.say("packing")
    with tempfile.TemporaryDirectory(dir=BUILD) as scratch:
        package = build_package(program, Path(scratch), to, this, bootstrap.PYTHON)
    archive = build_archive(program, to / f"{this.name}.tar.xz", this)
    for path in (package, archive):
        say_size(path)
    return check_package(package)


def put_together(this: release.Release, to: Path) -> Path:
    """The folder that runs without Python; the list of its parts is written beside the bundles."""
    bootstrap.say("putting the program together")
    program = freeze(this)
    forget_foreign_paths(program)
    forget_scripts(program)
    lead_to_plugins(program)
    startup.add(program, ROOT, bootstrap.PYTHON)
    parts = system_parts.collect(libraries(), program, bootstrap.PYTHON)
    listed = to / f"{this.name}.cdx.json"
    listed.write_text(parts_list.cyclone_dx(inspected(), shipped(), parts, this), "utf-8")
    say_size(listed)
    settle(program, this)
    return program


def freeze(this: release.Release) -> Path:
    """Let PyInstaller put the program into a folder; the folder."""
    for name in ("work", "frozen"):
        shutil.rmtree(BUILD / name, ignore_errors=True)
    command = [str(bootstrap.PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    command += ["--distpath", str(BUILD / "frozen"), "--workpath", str(BUILD / "work")]
    env = bootstrap.environment()
    env |= {"SOURCE_DATE_EPOCH": str(this.made_at), "PYTHONHASHSEED": "1"}
    spec = str(ROOT / "packaging" / "cxworkshop.spec")
    subprocess.run([*command, spec], cwd=ROOT, env=env, check=True)
    return BUILD / "frozen" / "cxworkshop"


def libraries() -> list[Path]:
    """The files of machine code that went in, where they came from; the spec notes them."""
    noted = json.loads(
        (BUILD / "work" / "cxworkshop" / "binaries.json").read_text(encoding="utf-8")
    )
    return [Path(each) for each in noted]


def inspected() -> str:
    """What pip says of the installed packages, as JSON."""
    return release.told_by(str(bootstrap.PYTHON), "-m", "pip", "inspect", "--local")


def shipped() -> list[str]:
    """The packages that go along: all that the program runs with but pip, which installs them."""
    pinned = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    return [name for name in re.findall(r"^([a-z0-9-]+)==", pinned, re.MULTILINE) if name != "pip"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
