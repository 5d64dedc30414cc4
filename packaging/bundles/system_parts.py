"""Parts of a bundle that are no Python packages, with their licences, for About and the SBOM."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sysconfig
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from bundles.release import told_by

# A list of Part as JSON, which the program reads, and the texts that it names.
FOLDER = "licences/bundle"
LIST = "parts.json"


@dataclass(frozen=True)
class Part:
    """`text` is a file beside the list; `url` names the package as SBOMs do (purl)."""

    name: str
    version: str
    licence: str
    text: str
    url: str


def collect(libraries: Iterable[Path], program: Path, python: Path) -> list[Part]:
    """Write the list and the texts into the resources of a program; `libraries` is what went in.

    Raises a RuntimeError where a licence is not found: nothing goes out without it.
    """
    folder = program / "_internal" / "resources" / FOLDER
    folder.mkdir(parents=True)
    parts = [_python(folder), _starter(folder, python)]
    packages = sorted({package for path in libraries for package in _package_of(path)})
    parts += [_debian(package, folder) for package in packages]
    listed = json.dumps([asdict(part) for part in parts], indent=1, ensure_ascii=False)
    (folder / LIST).write_text(listed + "\n", encoding="utf-8")
    return parts


def _python(folder: Path) -> Part:
    version = platform.python_version()
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return _written(
        folder,
        text,
        Part("Python", version, "PSF-2.0", "Python.txt", f"pkg:generic/python@{version}"),
    )


def _starter(folder: Path, python: Path) -> Part:
    """The small program that PyInstaller puts before ours."""
    (found,) = python.parent.parent.glob("[Ll]ib/**/pyinstaller-*.dist-info")
    version = metadata.PathDistribution(found).version
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    url = f"pkg:pypi/pyinstaller@{version}"
    return _written(
        folder,
        found / "licenses" / "COPYING.txt",
        Part("PyInstaller", version, licence, "PyInstaller.txt", url),
    )


def _debian(package: str, folder: Path) -> Part:
    asked = "${Version}\t${Architecture}"
    version, machine = told_by("dpkg-query", "-W", f"-f={asked}", package).split("\t")
    name = package.partition(":")[0]
    text = Path("/usr/share/doc", name, "copyright")
    licences = re.findall(r"^License: *(\S.*)$", text.read_text(encoding="utf-8"), re.MULTILINE)
    licence = licences[0].strip() if licences else "see its text"
    url = f"pkg:deb/debian/{name}@{version}?arch={machine}"
    return _written(folder, text, Part(name, version, licence, f"{name}.txt", url))


def _written(folder: Path, text: Path, part: Part) -> Part:
    if not text.is_file():
        raise RuntimeError(f"No licence of {part.name} at {text}")
    (folder / part.text).write_bytes(text.read_bytes())
    return part


def _package_of(library: Path) -> list[str]:
    """The Debian package of a library, or [] where a Python package brought it."""
    if not library.is_relative_to("/lib") and not library.is_relative_to("/usr"):
        return []
    real = str(library.resolve())
    for path in (real, real.removeprefix("/usr"), str(library)):
        try:
            return [told_by("dpkg", "-S", path).rpartition(": ")[0]]
        except subprocess.CalledProcessError:
            continue
    return []
