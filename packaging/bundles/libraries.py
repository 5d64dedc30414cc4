"""Which files of those that PyInstaller found are needed; packaging/cxworkshop.spec asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

# As PyInstaller says it: the place in the bundle, the file (of a symlink, its target), the kind.
Entry = tuple[str, str, str]

# Where words of languages that no paper of ours is in may be divided: most of pyphen.
OTHER_HYPHENS = r"(^|/)pyphen/dictionaries/(?!(README_)?hyph_(de|de_DE|en_US|es|fr|nl_NL|pl_PL)\.)"
# What nothing of ours uses.
UNUSED = re.compile(
    r"(^|/)(libQt6(EglFS|Network|OpenGL|Pdf|Qml|Quick|Sql|Test|VirtualKeyboard)|libqgtk3|libqeglfs"
    r"|libqglib|libqlinuxfb|libqminimal|libqnetworklistmanager|libqpdf|libqtvirtualkeyboard"
    r"|libqvkkhr|libqvnc|libq(gif|icns|tga|tiff|wbmp|webp)\.)"
    r"|plugins/(tls|networkinformation|egldeviceintegrations|generic|qmltooling|designer|sqldrivers)/"
    r"|Qt/translations/(?!qtbase_)"
    r"|\.dist-info/sboms/"
    r"|docx/templates/default-docx-template/"
    r"|resources/locale/[^/]*\.pot$"
    rf"|{OTHER_HYPHENS}"
)

# Modules that something imports if they are there, and that nothing of ours needs. Without
# _hashlib, Python takes its own BLAKE2 and SHA instead of OpenSSL's.
EXCLUDED = [
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk"),
    *("PIL.AvifImagePlugin", "PIL.ImageCms", "PIL.ImageQt", "PIL.ImageTk"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax", "lxml.cssselect"),
    *("_hashlib", "_ssl", "ssl", "readline", "_curses", "curses", "tkinter"),
    *("doctest", "pdb", "pip", "pydoc", "setuptools", "unittest", "numpy", "rlPyCairo"),
]

# What PyInstaller would run before the program, for modules that ours does not use so: it reads no
# source of its own and starts no Python. They import ten modules at each start.
HOOKS = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil")
# On Linux, qt.conf says what this one would, without importing Qt before the startup cache is open,
# and without a QT_PLUGIN_PATH for every other program that ours starts.
HOOKS_OF_QT = ("pyi_rth_pyside6",)

# What every computer with a desktop has, and what must fit its screen, its drivers and its
# printers. The Debian package asks for it (packaging/linux/control).
OF_THE_SYSTEM = re.compile(
    r"^(lib(c|m|dl|rt|pthread|util|resolv)\.so|ld-linux"
    r"|lib(stdc\+\+|gcc_s|EGL|GL|GLX|GLdispatch|OpenGL|X11|X11-xcb|xcb|Xau|Xdmcp|bsd|md)\.so"
    r"|lib(fontconfig|freetype|expat|png16|brotlidec|brotlicommon|z|uuid)\.so"
    r"|lib(dbus-1|glib-2\.0|gthread-2\.0|pcre2-8|systemd|gcrypt|gpg-error|lz4|zstd|cap)\.so"
    r"|lib(wayland-(client|cursor|egl)|cups|drm|gbm)\.so)"
)

# They are opened by name, so that no other file says that it needs them.
LOADED = re.compile(r"^lib(python3[\d.]*\.(so|dylib)|pdfium\.)")


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out what nothing of ours uses."""
    return [one for one in entries if not UNUSED.search(one[0])]


def needed(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out libraries of the system, and those that no program, module or plugin needs.

    `needs` tells which libraries a file wants, by their names. A symlink goes with its target.
    """
    ours = [one for one in entries if not OF_THE_SYSTEM.match(_name(one[0]))]
    files = [one for one in ours if one[2] != "SYMLINK"]
    libraries: dict[str, list[Entry]] = {}
    for one in files:
        libraries.setdefault(_name(one[0]), []).append(one)
    kept: set[str] = set()
    waiting = [one for one in files if _is_loaded(one)]
    while waiting:
        place, source, _kind = waiting.pop()
        if place not in kept:
            kept.add(place)
            waiting += [lib for name in needs(source) for lib in libraries.get(_name(name), ())]
    return [one for one in ours if (one[1] if one[2] == "SYMLINK" else one[0]) in kept]


def _is_loaded(entry: Entry) -> bool:
    """Whether Python or Qt opens it by itself."""
    place, _source, kind = entry
    return kind != "BINARY" or "/plugins/" in place or bool(LOADED.match(_name(place)))


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name
