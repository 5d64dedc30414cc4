"""What the program needs of the system, and the packages of Linux distributions that have it."""
# Read by whatever Python a computer has, as bootstrap.py is.

import ctypes
import importlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# What the wheels expect of the system, and the Debian package that has it.
LIBRARIES = {"libstdc++.so.6": "libstdc++6"}
# What a window needs beside them: always for the tests, for a run only where there is a screen.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What only the tests use, and its Debian package: a screen, a mouse, names to find things by, and
# disks that fail.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "strace": "strace",
    "openssl": "openssl",
}
TEST_FILES = {
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
    "/usr/lib/postgresql": "postgresql",  # whatever its version; the tests start a server of theirs
}
TEST_MODULES = {"pyatspi": "python3-pyatspi"}  # of the system's own Python: no wheel has it
SYSTEM_PYTHON = "/usr/bin/python3"
# Debian's name of a package where another system calls it something else.
ELSEWHERE = {
    "dnf": {
        "libstdc++6": "libstdc++",
        "libegl1": "mesa-libEGL",
        "libgl1": "mesa-libGL",
        "libdbus-1-3": "dbus-libs",
        "libfontconfig1": "fontconfig",
        "libglib2.0-0": "glib2",
        "libxkbcommon0": "libxkbcommon",
        "libxcb-cursor0": "xcb-util-cursor",
        "libxcb-icccm4": "xcb-util-wm",
        "libxcb-keysyms1": "xcb-util-keysyms",
        "libxcb-shape0": "libxcb",
        "libxkbcommon-x11-0": "libxkbcommon-x11",
        "xvfb": "xorg-x11-server-Xvfb",
    },
    "zypper": {
        "libegl1": "libEGL1",
        "libgl1": "libGL1",
        "libglib2.0-0": "libglib-2_0-0",
        "libfontconfig1": "fontconfig",
        "xvfb": "xorg-x11-server-Xvfb",
        "dbus-daemon": "dbus-1-daemon",
        "python3-pyatspi": "python3-atspi",
    },
    "pacman": {
        "libstdc++6": "gcc-libs",
        "libegl1": "libglvnd",
        "libgl1": "libglvnd",
        "libdbus-1-3": "dbus",
        "libfontconfig1": "fontconfig",
        "libglib2.0-0": "glib2",
        "libxkbcommon0": "libxkbcommon",
        "libxcb-cursor0": "xcb-util-cursor",
        "libxcb-icccm4": "xcb-util-wm",
        "libxcb-keysyms1": "xcb-util-keysyms",
        "libxcb-shape0": "libxcb",
        "libxkbcommon-x11-0": "libxkbcommon-x11",
        "xvfb": "xorg-server-xvfb",
        "dbus-daemon": "dbus",
        "python3-pyatspi": "python-atspi",
    },
}
INSTALL = {
    "apt-get": "apt-get install -y",
    "dnf": "dnf install -y",
    "zypper": "zypper install -y",
    "pacman": "pacman -S --needed",
}


def lacking(*, for_tests: bool, with_screen: bool) -> "list[str]":
    """The Debian packages that are needed and not there; none elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(LIBRARIES, **QT_LIBRARIES, **X11_LIBRARIES) if with_screen else LIBRARIES
    found = [deb for name, deb in wanted.items() if not loads(name)]
    return found + (missing_tools() if for_tests else [])


def missing_tools() -> "list[str]":
    """What the end-to-end tests need; elsewhere than on Linux they are left out."""
    lacking = [deb for name, deb in TEST_TOOLS.items() if not shutil.which(name)]
    lacking += [deb for name, deb in TEST_FILES.items() if not Path(name).exists()]
    return lacking + [deb for name, deb in TEST_MODULES.items() if not imports(name)]


def imports(module: str) -> bool:
    """Whether the system's own Python has it."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    command = [SYSTEM_PYTHON, "-c", "import " + module]
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) == 0


def can_make_venv() -> bool:
    """Debian and Ubuntu keep ensurepip in a package of its own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def venv_package() -> str:
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def line_for(packages: "list[str]") -> str:
    """The one line that brings these packages on this system."""
    for manager, install in INSTALL.items():
        if shutil.which(manager):
            names = [ELSEWHERE.get(manager, {}).get(name, name) for name in packages]
            sudo = "" if is_root() else "sudo "
            line = sudo + install + " " + " ".join(shlex.quote(name) for name in names)
            return "Something is missing here. Run this once, then start me again: " + line
    return "This computer lacks " + ", ".join(packages) + ". Install that, then start me again."
