#!/usr/bin/env python3
"""Set up CX Workshop from a source checkout and start it. Needs nothing but Python.

    python3 packaging/bootstrap.py run  [-- arguments]          go round the loop, or do as told
    python3 packaging/bootstrap.py test [-- pytest arguments]   every check, then every test

CXW_VENV names another folder for the packages than .venv; with a folder wheelhouse/ beside
pyproject.toml it installs from there, without a network.
"""
# Read by whatever Python a computer has, so that an old one is refused in a sentence: no syntax
# and no annotation here that Python 3.6 would stumble over.

import ctypes
import hashlib
import importlib
import importlib.util
import os
import platform
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("CXW_VENV") or ROOT / ".venv")
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
# A worker for each processor; a file stays with one worker, since its tests share what they made.
# The order is that of tests/conftest.py: long files first.
ALL_TESTS = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
# The least that the tests must take of all lines and branches, in percent, and how it is measured.
# Only on Linux: elsewhere some tests are left out.
FLOORS = {"cxworkshop": 90, "ui": 90} if sys.platform.startswith("linux") else {}
MEASURED = ["--cov", "--cov-report="] if FLOORS else []
LONGEST = 30 * 60  # seconds for one check: a worker that dies can leave the others waiting for ever
LOCKS = {"run": "requirements.txt", "test": "requirements-test.txt"}

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
}
TEST_FILES = {"/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core"}
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

CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format --check": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
}


def main(words: "list[str]") -> int:
    """Do one verb; the answer is the exit code."""
    if sys.version_info < OLDEST:
        refuse("Python 3.11 or newer is needed, and this is " + platform.python_version() + ".")
    if not words or words[0] not in LOCKS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    verb, rest = words[0], words[1:]
    prepare_system(verb)
    prepare_packages(verb)
    return {"run": run, "test": test}[verb](rest[1:] if rest[:1] == ["--"] else rest)


def run(arguments: "list[str]") -> int:
    """The command line when there are arguments; else the window, or without a screen the tour."""
    if arguments:
        return python(["-m", "ui", *arguments])
    return python(["-m", "ui", "--example"] if has_screen() else ["-m", "cxworkshop.tour"])


def has_screen() -> bool:
    """Whether a window could be seen: always, but for a Linux without a display."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")


def test(arguments: "list[str]") -> int:
    """All checks, whichever fail, then pytest; the worst exit code of them all.

    What the tests reach is measured when all of them were run, and passed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    say("Python " + venv_version() + ", in " + str(VENV))
    steps = dict(CHECKS, pytest=["-m", "pytest", *(arguments or ALL_TESTS + MEASURED)])
    codes = {name: announced(name, words) for name, words in steps.items()}
    if not arguments and codes["pytest"] == 0:
        codes.update({name: announced(name, words) for name, words in floors().items()})
    failed = [name for name, code in codes.items() if code]
    if failed:
        say("not passed: " + ", ".join(failed))
    return max(codes.values())


def floors() -> "dict[str, list[str]]":
    """A step for each package: what share of it the tests reached, and whether that is enough."""
    report = ["-m", "coverage", "report", "--format=total", "--precision=1"]
    return {
        f"coverage of {name}, at least {floor} %": [
            *report, f"--include={name}/*", f"--fail-under={floor}"
        ]
        for name, floor in FLOORS.items()
    }  # fmt: skip


def announced(name: str, words: "list[str]") -> int:
    say(name)
    return python(words, LONGEST)


def python(words: "list[str]", longest: "float | None" = None) -> int:
    """Run the venv's Python in the checkout; a death by signal counts as 128 and its number.

    After `longest` seconds it is ended, with all that it started, and the answer is 124.
    """
    command, whole = [str(PYTHON), *words], longest is not None
    ours = subprocess.Popen(command, cwd=str(ROOT), env=environment(), start_new_session=whole)
    try:
        code = ours.wait(longest)
    except subprocess.TimeoutExpired as why:
        end_with_all_it_started(ours)
        say(f"stopped after {why.timeout / 60:.0f} minutes")
        return 124
    except KeyboardInterrupt:  # what has a session of its own has not heard it
        end_with_all_it_started(ours) if whole else ours.wait()
        raise
    return code if code >= 0 else 128 - code


def end_with_all_it_started(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def environment() -> "dict[str, str]":
    """UTF-8 everywhere, also on a Windows whose code page can't write the customers’ words."""
    return dict(os.environ, PYTHONUTF8="1")


# The system: the few things that pip can't bring.


def prepare_system(verb: str) -> None:
    """Install what the system lacks, or say in one line how; exit 2 when it still lacks it."""
    lacking = missing(verb)
    if lacking and is_root() and shutil.which("apt-get"):
        apt_install(lacking)
        lacking = missing(verb)
    if lacking:
        refuse(line_for(lacking))


def missing(verb: str) -> "list[str]":
    """The Debian packages that this verb needs and this system lacks."""
    importlib.invalidate_caches()
    lacking = [] if PYTHON.exists() or can_make_venv() else [venv_package()]
    if sys.platform.startswith("linux"):
        lacking += [deb for name, deb in libraries(verb).items() if not loads(name)]
        lacking += missing_tools() if verb == "test" else []
    return lacking


def missing_tools() -> "list[str]":
    """What the end-to-end tests need; elsewhere than on Linux they are left out."""
    lacking = [deb for name, deb in TEST_TOOLS.items() if not shutil.which(name)]
    lacking += [deb for name, deb in TEST_FILES.items() if not Path(name).exists()]
    return lacking + [deb for name, deb in TEST_MODULES.items() if not imports(name)]


def imports(module: str) -> bool:
    """Whether the system's own Python has it."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return quietly([SYSTEM_PYTHON, "-c", "import " + module])[0] == 0


def libraries(verb: str) -> "dict[str, str]":
    """The shared libraries that this verb needs, and their Debian packages."""
    if verb == "run" and not has_screen():
        return LIBRARIES
    return dict(LIBRARIES, **QT_LIBRARIES, **X11_LIBRARIES)  # the tests bring a screen of their own


def can_make_venv() -> bool:
    """Debian and Ubuntu keep ensurepip in a package of its own."""
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


def apt_install(packages: "list[str]") -> bool:
    """Try with the lists that are there, then once more with fresh ones."""
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    install += ["-o", "DPkg::Lock::Timeout=300", *packages]
    say("installing with apt-get: " + " ".join(packages))
    for command in (install, ["apt-get", "update", "-qq"], install):
        code = subprocess.call(
            command, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )
        if command is install and code == 0:
            return True
    return False


def line_for(packages: "list[str]") -> str:
    """The one line that brings these packages on this system."""
    for manager, install in INSTALL.items():
        if shutil.which(manager):
            names = [ELSEWHERE.get(manager, {}).get(name, name) for name in packages]
            sudo = "" if is_root() else "sudo "
            line = sudo + install + " " + " ".join(shlex.quote(name) for name in names)
            return "Something is missing here. Run this once, then start me again: " + line
    return "This computer lacks " + ", ".join(packages) + ". Install that, then start me again."


# The packages: pinned, checked, and put in once.


def prepare_packages(verb: str) -> None:
    """Make the venv and install the pinned packages, unless the very same went in before."""
    lock = ROOT / "packaging" / LOCKS[verb]
    stamp = VENV / (".cxw-" + verb)
    wanted = fingerprint(lock)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    make_venv()
    install(lock)
    stamp.write_text(wanted)


def fingerprint(lock: Path) -> str:
    """Of the pinned list, this Python and this machine: any of them asks for a fresh install."""
    parts = lock.read_bytes(), sys.version.encode(), platform.machine().encode()
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_venv() -> None:
    """Also mends a venv that was broken off before pip was in it, or is of another Python."""
    another = (VENV / "pyvenv.cfg").exists() and is_of_another_python()
    if PYTHON.exists() and not another and quietly([str(PYTHON), "-m", "pip", "--version"])[0] == 0:
        return
    say("making " + str(VENV))
    clear = ["--clear"] if another else []
    code, said = quietly([sys.executable, "-m", "venv", *clear, str(VENV)])
    if code:
        refuse("A folder for the packages could not be made: " + last_line(said))


def venv_version() -> str:
    """Of the Python in the venv, such as 3.13.0; "" when it does not start."""
    if not PYTHON.exists():
        return ""
    ask = "import platform; print(platform.python_version())"
    code, said = quietly([str(PYTHON), "-c", ask])
    return "" if code else said.strip()


def is_of_another_python() -> bool:
    """Whether the venv was made by a 3.11, say, and this is a 3.13."""
    ours = platform.python_version_tuple()[:2]
    return tuple(venv_version().split(".")[:2]) != ours


def install(lock: Path) -> None:
    """With hashes, and never building from source; the machine's own pip settings are kept."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    house = ROOT / "wheelhouse"
    if house.is_dir():
        command += ["--no-index", "--find-links", str(house)]
    say("installing the packages of packaging/" + lock.name + ", once")
    began = time.monotonic()
    code, said = quietly(command)
    if code:
        refuse_packages(said)
    say(f"installed in {time.monotonic() - began:.0f} s")


def refuse_packages(said: str) -> None:
    """Keep what pip said where it can be read, and say what can be done."""
    log = VENV / "pip.log"
    log.write_text(said, encoding="utf-8")
    refuse(
        "The packages could not be installed: is the network up, or is there a complete "
        "wheelhouse/ folder? What pip said is in " + str(log) + "."
    )


def quietly(command: "list[str]") -> "tuple[int, str]":
    """The exit code, and what it printed."""
    done = subprocess.run(
        command,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason was given."])[-1]


def say(words: str) -> None:
    print("[cxworkshop] " + words, file=sys.stderr, flush=True)


def refuse(sentence: str) -> None:
    """End with one sentence, for a person, and exit code 2."""
    say(sentence)
    raise SystemExit(2)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
