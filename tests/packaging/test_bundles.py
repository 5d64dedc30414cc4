"""What bundles are made of: which files go in, what is said of them, and what lies beside them."""

from __future__ import annotations

import ast
import configparser
import importlib
import io
import json
import os
import plistlib
import re
import subprocess
import sys
import tarfile
import zipfile
from xml.etree import ElementTree

import pytest
from PIL import Image

from cxworkshop.filenames import FONT_PACK, WORKSHOP
from cxworkshop.sheets.typesetting import hyphens
from tests.packaging.test_project import ROOT, script

PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
MODULES = (
    *("appdir", "archive", "debian", "icons", "image_files", "libraries", "macos", "offline"),
    *("parts_list", "release", "search_paths", "system_parts", "windows"),
)


@pytest.fixture(scope="module")
def bundles():
    """The package `bundles` of packaging/, all its modules imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        for name in MODULES:
            importlib.import_module(f"bundles.{name}")
        yield importlib.import_module("bundles")


@pytest.fixture
def release(bundles):
    return bundles.release.Release("1.2.3", 1_700_000_000, "amd64")


# --- which files go in ---

FOUND = [
    ("libpython3.11.so.1.0", "/py/libpython3.11.so.1.0", "BINARY"),
    ("Qt/lib/libQt6Core.so.6", "/qt/libQt6Core.so.6", "BINARY"),
    ("libQt6Core.so.6", "Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ("QtCore.abi3.so", "/qt/QtCore.abi3.so", "EXTENSION"),
    ("Qt/plugins/printsupport/libcupsprintersupport.so", "/qt/cups", "BINARY"),
    ("libcups.so.2", "/lib/libcups.so.2", "BINARY"),
    ("libgnutls.so.30", "/lib/libgnutls.so.30", "BINARY"),
    ("libxcb-cursor.so.0", "/lib/libxcb-cursor.so.0", "BINARY"),
    ("libxcb-old.so.0", "/lib/libxcb-old.so.0", "BINARY"),
    ("libold.so", "libxcb-old.so.0", "SYMLINK"),
]
NEEDS = {
    "/qt/QtCore.abi3.so": ["libQt6Core.so.6", "libc.so.6"],
    "/qt/libQt6Core.so.6": ["libxcb-cursor.so.0"],
    "/qt/cups": ["libcups.so.2"],
    "/lib/libcups.so.2": ["libgnutls.so.30"],
}


def test_libraries_go_in_that_something_needs_and_the_system_may_lack(bundles):
    kept = bundles.libraries.needed(FOUND, lambda source: NEEDS.get(source, []))
    assert [place for place, _source, _kind in kept] == [
        "libpython3.11.so.1.0",
        "Qt/lib/libQt6Core.so.6",
        "libQt6Core.so.6",
        "QtCore.abi3.so",
        "Qt/plugins/printsupport/libcupsprintersupport.so",
        "libxcb-cursor.so.0",
    ]


def test_what_nothing_of_ours_uses_stays_out_and_what_it_shows_goes_in(bundles):
    places = [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtwebengine_locales/de.pak",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "resources/locale/cxworkshop.pot",
        "click-8.5.1.dist-info/licenses/LICENSE.txt",
        "pyphen/dictionaries/hyph_hu_HU.dic",
        *(f"pyphen/dictionaries/hyph_{name}.dic" for name in hyphens.PATTERNS.values()),
    ]
    used = bundles.libraries.used([(place, place, "DATA") for place in places])
    assert [place for place, _source, _kind in used] == [
        places[at] for at in (1, 3, 5, 7, *range(9, 15))
    ]


def test_a_list_of_files_does_not_say_where_it_was_built(bundles, tmp_path):
    listed = tmp_path / "_internal" / "budoux-0.10.1.dist-info" / "RECORD"
    listed.parent.mkdir(parents=True)
    ours = "budoux/__init__.py,sha256=ab,12\nbudoux-0.10.1.dist-info/LICENSE,sha256=cd,9\n"
    listed.write_text(f"../../../bin/budoux,sha256=ef,261\n{ours}")
    bundles.search_paths.forget_scripts(tmp_path)
    assert listed.read_text() == ours


def test_nothing_that_the_program_imports_is_excluded(bundles):
    ours = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "cxworkshop").rglob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in ours)
    imported = set(re.findall(r"^\s*(?:import|from) ([\w.]+)", text, re.MULTILINE))
    assert imported & set(bundles.libraries.EXCLUDED) == set()
    assert "PySide6.QtWidgets" in imported


def test_no_library_looks_in_a_folder_of_whoever_built_it(bundles):
    assert bundles.search_paths.is_foreign("$ORIGIN:/home/builder/lib\n")
    assert not bundles.search_paths.is_foreign("$ORIGIN/../lib:$ORIGIN\n")
    assert not bundles.search_paths.is_foreign("\n")


# --- what is said of them ---


def test_qt_finds_its_plugins_by_a_file_beside_the_program(bundles, tmp_path):
    bundles.search_paths.lead_to_plugins(tmp_path)
    told = configparser.ConfigParser()
    told.read(tmp_path / "qt.conf")
    assert told["Paths"]["Prefix"] == "_internal/PySide6/Qt"


def test_the_list_of_parts_names_what_goes_along_with_its_licence(bundles, release):
    package = {"name": "Click", "version": "8.5", "license_expression": "BSD-3-Clause"}
    tool = {"name": "pyinstaller", "version": "6", "license": "GPL"}
    inspected = json.dumps({"installed": [{"metadata": package}, {"metadata": tool}]})
    system = bundles.system_parts.Part(
        "libffi8", "3.4", "Expat", "libffi8.txt", "pkg:deb/debian/libffi8@3.4?arch=amd64"
    )
    made = [
        bundles.parts_list.cyclone_dx(inspected, ["click"], [system], release) for _each in range(2)
    ]
    listed = json.loads(made[0])
    assert made[0] == made[1]
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.5")
    found = {each["name"]: each for each in listed["components"]}
    assert found["Click"]["purl"] == "pkg:pypi/click@8.5"
    assert found["Click"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert found["libffi8"]["licenses"] == [{"license": {"name": "Expat"}}]
    assert "Qt" in found
    assert "pyinstaller" not in found
    assert all(each.get("licenses") and each["purl"] for each in listed["components"])


def test_an_archive_of_the_same_folder_has_the_same_bytes(bundles, release, tmp_path):
    program = tmp_path / "cxworkshop"
    made = []
    for moment in (1_000_000_000, 1_100_000_000):
        (program / "_internal").mkdir(parents=True, exist_ok=True)
        for name in ("cxworkshop", "_internal/libQt.so", "_internal/a.txt"):
            (program / name).write_text(name)
            (program / name).chmod(0o700)
            os.utime(program / name, (moment, moment))
        bundles.archive.settle(program, release)
        archive = bundles.archive.build_archive(program, tmp_path / f"{moment}.tar.xz", release)
        made.append(archive.read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "1000000000.tar.xz") as packed:
        rights = {entry.name: entry.mode for entry in packed if entry.isfile()}
    top = release.name
    assert rights == {
        f"{top}/_internal/a.txt": 0o644,
        f"{top}/_internal/libQt.so": 0o644,
        f"{top}/cxworkshop": 0o755,
    }


def test_windows_gets_the_parts_of_a_wheel_that_are_used(bundles, tmp_path):
    wheel = tmp_path / "PySide6.whl"
    used = ("PySide6/QtGui.pyd", "PySide6/Qt6Gui.dll", "PySide6/plugins/platforms/qwindows.dll")
    unused = ("PySide6/Qt6Quick.dll", "PySide6/qml/a.qml", "PySide6/plugins/tls/q.dll", "a.pyi")
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in (*used, *unused, "x.data/purelib/x.py", "x.data/scripts/x.exe"):
            packed.writestr(name, "")
    bundles.windows.unpack(wheel, tmp_path / "lib")
    found = {p.relative_to(tmp_path / "lib").as_posix() for p in (tmp_path / "lib").rglob("*.*")}
    assert found == {*used, "x.py"}


def test_only_an_embeddable_python_goes_along_to_windows(bundles, tmp_path):
    for name in ("python312._pth", "setup.exe"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as packed:
            packed.writestr(name, "")
    assert bundles.windows.python_version(tmp_path / "python312._pth.zip") == "3.12"
    with pytest.raises(ValueError, match="no embeddable Python"):
        bundles.windows.python_version(tmp_path / "setup.exe.zip")


def test_the_guide_goes_along_to_windows_and_into_the_offline_edition(bundles, tmp_path):
    guide, payload = tmp_path / "guide", tmp_path / "payload"
    (guide / "de").mkdir(parents=True)
    (guide / "de" / "index.html").touch()
    with zipfile.ZipFile(tmp_path / "python.zip", "w") as packed:
        packed.writestr("python312._pth", "")
    payload.mkdir()
    bundles.windows.lay_out(payload, tmp_path / "python.zip", tmp_path, guide)
    assert (payload / "app" / "resources" / "guide" / "de" / "index.html").is_file()
    assert list(bundles.offline.pages(guide)) == ["build/guide/de/index.html"]


def test_the_windows_edition_has_a_list_of_its_parts(bundles, release, tmp_path):
    told = "Metadata-Version: 2.4\nName: {}\nVersion: 2.0\n{}\n\nwords"
    licences = {"lxml": "License: BSD-3-Clause", "pip": "", "py_x": "License-Expression: MIT"}
    for name, licence in licences.items():
        with zipfile.ZipFile(tmp_path / f"{name}-2.0-py3-none-any.whl", "w") as packed:
            packed.writestr(f"{name}-2.0.dist-info/METADATA", told.format(name, licence))
    listed = json.loads(bundles.windows.cyclone_dx(tmp_path, "3.12", release))
    found = {each["purl"]: each.get("licenses") for each in listed["components"]}
    assert found["pkg:pypi/lxml@2.0"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert found["pkg:pypi/py-x@2.0"] == [{"expression": "MIT"}]
    assert "pkg:generic/python@3.12" in found
    assert not [url for url in found if "pip" in url or "icu" in url]
    assert listed["bomFormat"] == "CycloneDX"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is made on Linux")
def test_an_appdir_has_what_appimagetool_looks_for(bundles, release, tmp_path, monkeypatch):
    def drawn(wanted, _python):
        for _drawing, path, _size in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"PNG")

    monkeypatch.setattr(bundles.icons, "draw", drawn)
    program = tmp_path / "cxworkshop"
    (program / "_internal").mkdir(parents=True)
    started = program / "cxworkshop"
    started.write_text('#!/bin/sh\necho "$CXW_PORTABLE" "$@"\n', "utf-8")
    for _twice in range(2):
        appdir = bundles.appdir.build_appdir(program, tmp_path / "a.AppDir", release, ROOT)
    top = {path.name for path in appdir.iterdir()}
    assert top == {
        "AppRun",
        ".DirIcon",
        f"{bundles.icons.ID}.desktop",
        f"{bundles.icons.ID}.svg",
        "usr",
    }
    told = subprocess.run([appdir / "AppRun", "a b"], capture_output=True, text=True, check=True)
    assert told.stdout == " a b\n"
    (tmp_path / "portable").mkdir()
    image = {"APPIMAGE": str(tmp_path / "cxw.AppImage"), "PATH": os.environ["PATH"]}
    told = subprocess.run(
        [appdir / "AppRun"], capture_output=True, text=True, check=True, env=image
    )
    assert told.stdout == f"{tmp_path}/portable\n"


def test_pillow_reads_the_icons_of_windows_and_macos(bundles):
    pngs = {size: png(size) for size in (16, 256)}
    icons = Image.open(io.BytesIO(bundles.image_files.ico(pngs)))
    assert icons.info["sizes"] == {(16, 16), (256, 256)}
    icons = Image.open(io.BytesIO(bundles.image_files.icns(pngs)))
    assert {side for side, *_more in icons.info["sizes"]} == {16, 256}


def png(size):
    written = io.BytesIO()
    Image.new("RGBA", (size, size), "teal").save(written, "PNG")
    return written.getvalue()


def test_the_offline_edition_has_all_that_is_under_version_control(bundles, release):
    names = {path.relative_to(ROOT).as_posix() for path in bundles.offline.sources()}
    assert {"pyproject.toml", "packaging/bootstrap.py", "packaging/requirements.txt"} <= names
    assert not [name for name in names if name.startswith((".venv/", "dist/", ".git/"))]
    entry = bundles.offline._entry("a.whl", ROOT / "pyproject.toml", release)
    assert entry.filename == "cxworkshop-1.2.3/a.whl"
    assert entry.date_time == (2023, 11, 14, 22, 13, 20)


def test_every_licence_that_a_bundle_shows_is_shipped():
    licences = ROOT / "resources" / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (licences / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (licences / "GPL-3.0.txt").read_text("utf-8")
    notices = (licences / "Qt-notices.txt").read_text("utf-8")
    inside = ("harfbuzz-ng", "pcre2", "libpng", "libjpeg", "zlib", "freetype", "ICU, which")
    assert [name for name in inside if name not in notices] == []


# --- what lies beside them ---


def test_the_desktop_opens_workshops_and_font_packs_with_the_program(bundles):
    name = bundles.icons.ID
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / f"{name}.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    kinds = ElementTree.parse(LINUX / f"{name}.xml").getroot()
    kind, pack = kinds
    mark = kind.find(".//{*}match[@offset='68']")
    assert told["Exec"] == "cxworkshop %f"
    assert told["Icon"] == name
    assert told["Actions"] == "guide;"
    assert entry["Desktop Action guide"]["Exec"] == "cxworkshop --guide"
    assert told["MimeType"] == f"{kind.get('type')};{pack.get('type')};"
    endings = [one.find("{*}glob").get("pattern") for one in kinds]
    assert endings == [f"*{WORKSHOP}", f"*{FONT_PACK}"]
    assert mark is not None
    assert mark.get("value") == "CXWS"
    about = ElementTree.parse(LINUX / f"{name}.metainfo.xml").getroot()
    assert about.findtext("id") == name
    assert about.findtext("launchable") == f"{name}.desktop"
    offered = [one.text for one in about.iterfind("provides/mediatype")]
    assert offered == [kind.get("type"), pack.get("type")]


def test_windows_opens_what_the_desktop_opens_and_forgets_it_again():
    told = (PACKAGING / "windows" / "installer.nsi").read_text("utf-8")
    opened = re.findall(r'!insertmacro OPEN_BY_US "(\S+)" "(\S+)"', told)
    assert [ending for ending, _kind in opened] == [WORKSHOP, FONT_PACK]
    assert re.findall(r'!insertmacro OPEN_BY_US_NO_MORE "(\S+)" "(\S+)"', told) == opened


def test_macos_opens_workshops_and_font_packs_with_the_program(bundles):
    told = bundles.macos.info("1.2.3")
    kinds, opened = told["UTExportedTypeDeclarations"], told["CFBundleDocumentTypes"]
    assert told["CFBundleShortVersionString"] == "1.2.3"
    ids = [[kind["UTTypeIdentifier"]] for kind in kinds]
    assert [one["LSItemContentTypes"] for one in opened] == ids
    tags = [kind["UTTypeTagSpecification"]["public.filename-extension"] for kind in kinds]
    assert tags == [[WORKSHOP.removeprefix(".")], [FONT_PACK.removeprefix(".")]]
    granted = plistlib.loads(bundles.macos.ENTITLEMENTS.read_bytes())
    assert not [name for name in granted if "network" in name]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is made on Linux")
def test_the_script_for_macos_can_be_read_and_names_files_that_are_there():
    path = PACKAGING / "macos" / "build.sh"
    subprocess.run(["bash", "-n", str(path)], check=True)
    named = re.findall(r"packaging/[\w./-]+", path.read_text("utf-8"))
    assert len(named) > 4
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_specification_is_python(bundles):
    text = (PACKAGING / "cxworkshop.spec").read_text("utf-8")
    used = {node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)}
    names = {"needed", "used", "EXCLUDED", "HOOKS", "HOOKS_OF_QT"}
    assert names <= used
    for name in names:
        assert hasattr(bundles.libraries, name)


def test_the_package_names_its_version_and_machine(bundles, release, tmp_path):
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr" / "file").write_bytes(b"x" * 2048)
    bundles.debian.write_control(tmp_path, release)
    control = (tmp_path / "DEBIAN" / "control").read_text("utf-8")
    assert "Version: 1.2.3\nArchitecture: amd64\n" in control
    assert "Installed-Size: 2\n" in control
    assert "@" not in control.replace("@cxworkshop.example", "")
    sums = (tmp_path / "DEBIAN" / "md5sums").read_text("utf-8")
    assert sums.endswith("  usr/file\n")
    assert "Expat" in bundles.debian.copyright_file()
    assert "1.2.3" in bundles.debian.changelog(release)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it names Linux's files")
def test_help_is_printed_for_what_can_not_be_built(capsys, bundles):
    build = script("build")
    with pytest.raises(SystemExit) as ended:
        build.main(["amiga"])
    assert ended.value.code == 2
    assert "linux" in capsys.readouterr().err
    assert "pip" not in build.shipped()
    assert "sqlite-utils" in build.shipped()
