"""The Windows edition: an installer for one user, and the same as a zip to be unpacked anywhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path

from bundles import parts_list
from bundles.archive import settle
from bundles.image_files import ICO_SIZES, drawn, ico
from bundles.libraries import OTHER_HYPHENS
from bundles.release import ROOT, SOURCES, Release
from bundles.system_parts import Part

WINDOWS = SOURCES / "windows"
FOLDER = "CX Workshop"  # in the zip
PORTABLE = "CX Workshop keeps all of its own here; without this folder, on the computer.\r\n"
# Of Qt, what the program uses; all else of PySide6 is left out.
MODULES = ("Core", "Gui", "Widgets", "Svg", "PrintSupport")
PLUGINS = ("platforms", "styles", "iconengines", "imageformats", "printsupport")
METADATA = re.compile(r"[^/]+\.dist-info/METADATA")
UNUSED = re.compile(
    r"^(bin|include|share|pip|pip-[\d.]+\.dist-info|_yaml)/"
    r"|\.dist-info/sboms/|\.pyi$|\.(lib|exe|pdb|cmake)$"
    r"|^PySide6/(?!(plugins|translations|support)/)[^/]+/"
    r"|^PySide6/translations/(?!qtbase_)"
    rf"|^PySide6/plugins/(?!({'|'.join(PLUGINS)})/)"
    r"|^PySide6/plugins/imageformats/q(gif|icns|tga|tiff|wbmp|webp|pdf)\."
    rf"|^PySide6/Qt6(?!({'|'.join(MODULES)})\.dll)\w+\.dll$"
    rf"|^PySide6/Qt(?!({'|'.join(MODULES)})\.pyd)\w+\.pyd$"
    r"|^PySide6/(opengl32sw|avcodec|avformat|avutil|swresample|swscale|d3dcompiler)"
    rf"|{OTHER_HYPHENS}"
    r"|^PySide6/pyside6qml|^PIL/_(avif|imagingcms|imagingft|imagingtk)\."
)


def lay_out(payload: Path, python_zip: Path, wheels: Path, guide: Path) -> None:
    """Put Python, packages, program and guide into a folder, as they lie on a computer."""
    with zipfile.ZipFile(python_zip) as packed:
        packed.extractall(payload / "python")
    for wheel in sorted(wheels.glob("*.whl")):
        unpack(wheel, payload / "lib")
    for package in ("cxworkshop", "ui", "resources"):
        skipped = shutil.ignore_patterns("__pycache__", "*.pyc", "*.pot")
        shutil.copytree(ROOT / package, payload / "app" / package, ignore=skipped)
    shutil.copytree(guide, payload / "app" / "resources" / "guide")
    shutil.copy(ROOT / "LICENSE", payload / "app")
    shutil.copy(WINDOWS / "cxworkshop.pyw", payload)
    (search_path,) = (payload / "python").glob("python*._pth")
    search_path.write_text(f"{search_path.stem}.zip\n.\n..\\lib\n..\\app\n", encoding="utf-8")


def unpack(wheel: Path, folder: Path) -> None:
    """Unpack of a wheel what is used."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            place = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", name)
            if not UNUSED.search(place) and ".data/" not in place and not name.endswith("/"):
                target = folder / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(name))


def python_version(python_zip: Path) -> str:
    """Of an embeddable Python, such as 3.11; raises a ValueError for another zip."""
    with zipfile.ZipFile(python_zip) as packed:
        found = [re.fullmatch(r"python3(\d+)\._pth", name) for name in packed.namelist()]
    minors = [match[1] for match in found if match]
    if len(minors) != 1:
        raise ValueError(f"{python_zip.name} is no embeddable Python for Windows")
    return f"3.{minors[0]}"


def cyclone_dx(wheels: Path, version: str, release: Release) -> str:
    """The list of parts: what the wheels say of themselves, and Python of this version."""
    said = [_said_of_itself(wheel) for wheel in sorted(wheels.glob("*.whl"))]
    inspected = json.dumps({"installed": [{"metadata": one} for one in said]})
    python = Part("Python", version, "PSF-2.0", "", f"pkg:generic/python@{version}")
    names = [one["name"] for one in said if one["name"] != "pip"]
    inside = [one for one in parts_list.INSIDE if one[0] != "ICU"]  # Windows has its own
    return parts_list.cyclone_dx(inspected, names, [python], release, inside)


def _said_of_itself(wheel: Path) -> dict[str, str]:
    """Name, version and licence, under the names that `pip inspect` has for them."""
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (name for name in packed.namelist() if METADATA.fullmatch(name))
        told = HeaderParser().parsestr(packed.read(name).decode("utf-8"))
    fields = ("Name", "Version", "License", "License-Expression")
    return {each.lower().replace("-", "_"): str(told.get(each, "")) for each in fields}


def download(folder: Path, python: Path, version: str) -> None:
    """Fetch the pinned wheels for Windows, checked by their hashes."""
    command = [str(python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", f"--python-version={version}"]
    command += ["--platform=win_amd64", "--dest", str(folder)]
    subprocess.run([*command, "-r", str(SOURCES / "requirements.txt")], check=True)


def add_icons(payload: Path, scratch: Path, python: Path) -> None:
    """Put the icons of the program and of its files beside it."""
    for name in ("cxworkshop", "workshop-file"):
        pngs = drawn(SOURCES / "icons" / f"{name}.svg", ICO_SIZES, scratch, python)
        (payload / f"{name}.ico").write_bytes(ico(pngs))


def build_installer(payload: Path, target: Path, release: Release) -> Path:
    """Let makensis pack it, with the time of the release: it notes that of every file."""
    settle(payload, release)
    named = {
        "VERSION": release.version,
        "PAYLOAD": str(payload),
        "ICON": str(payload / "cxworkshop.ico"),
        "TARGET": str(target),
    }
    words = [f"-D{name}={value}" for name, value in named.items()]
    env = os.environ | {"SOURCE_DATE_EPOCH": str(release.made_at)}
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(WINDOWS / "installer.nsi")]
    subprocess.run(command, env=env, check=True)
    return target


def build_zip(payload: Path, target: Path, release: Release) -> Path:
    """Pack the folder, in the order of its names and with the time of the release."""
    moment = datetime.fromtimestamp(release.made_at, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        note = zipfile.ZipInfo(f"{FOLDER}/portable/README.txt", moment)
        packed.writestr(note, PORTABLE)
        for path in sorted(path for path in payload.rglob("*") if path.is_file()):
            name = f"{FOLDER}/{path.relative_to(payload).as_posix()}"
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return target
