#!/usr/bin/env python3
"""Set up CX Workshop from a source checkout and start it. Needs nothing but Python.

    python3 packaging/bootstrap.py run  [-- arguments]          go round the loop, or do as told
    python3 packaging/bootstrap.py test [-- pytest arguments]   every check, then every test

CXW_VENV names another folder for the packages than .venv; with a folder wheelhouse/ beside
pyproject.toml it installs from there, without a network.
"""
# Read by whatever Python a computer has, so that an old one is refused in a sentence: no syntax
# and no annotation here that Python 3.6 would stumble over.

import contextlib
import hashlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from system_packages import can_make_venv, is_root, lacking, line_for, venv_package

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("CXW_VENV") or ROOT / ".venv")
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
# A worker more than there are processors, for some tests wait for a disk, a program or the clock; a
# file stays with one worker, since its tests share what they made. The order is that of
# tests/conftest.py: long files first.
WORKERS = str((os.cpu_count() or 1) + 1)
ALL_TESTS = ["-n", WORKERS, "--dist", "loadfile", "--no-loadscope-reorder"]
# The least that the tests must take of all lines and branches, in percent, and how it is measured.
# Only on Linux: elsewhere some tests are left out.
FLOORS = {"cxworkshop": 90, "ui": 90} if sys.platform.startswith("linux") else {}
MEASURED = ["--cov", "--cov-report="] if FLOORS else []
# Where Linux keeps files in memory, and the bytes that have to be free there for the folders of the
# tests: they write thousands of files for good, and each would wait for the disk.
MEMORY, ROOM = "/dev/shm", 6 * 1024**3
LONGEST = 30 * 60  # seconds for one check: a worker that dies can leave the others waiting for ever
VERBS = ("run", "test")
LOCKS = {
    "run": "requirements.txt",
    "test": "requirements-test.txt",
    "build": "requirements-build.txt",  # asked for by build.py alone
}

# Done at the same time, for each of them takes but one processor.
CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format --check": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
}
# Meanwhile the tests are read once: pytest keeps what it makes of them, which each worker would
# make for itself on a fresh checkout.
COLLECTED = {"collect": ["-m", "pytest", "--collect-only", "-qq"]}


def main(words: "list[str]") -> int:
    """Do one verb; the answer is the exit code."""
    if sys.version_info < OLDEST:
        refuse("Python 3.11 or newer is needed, and this is " + platform.python_version() + ".")
    if not words or words[0] not in VERBS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    verb, rest = words[0], words[1:]
    prepare_system(verb, meanwhile=lambda: prepare_packages(verb))
    prepare_packages(verb)
    return {"run": run, "test": test}[verb](rest[1:] if rest[:1] == ["--"] else rest)


def run(arguments: "list[str]") -> int:
    """The command line when there are arguments; else the window, or without a screen the tour.

    Files are looked for in the folder that somebody is in, whichever the checkout is in.
    """
    if arguments:
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        found = dict(environment(), PYTHONPATH=path)
        return finish(start(["-P", "-m", "ui", *arguments], cwd=None, env=found), None)
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
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of programs would compile it all
    say("Python " + venv_version() + ", in " + str(VENV))
    codes = side_by_side(CHECKS, {} if arguments else COLLECTED)
    with scratch_in_memory():
        words = ["-m", "pytest", *(arguments or ALL_TESTS + MEASURED)]
        codes["pytest"] = announced("pytest", words)
    if not arguments and codes["pytest"] == 0:
        codes.update(side_by_side(floors(), {}))
    failed = [name for name, code in codes.items() if code]
    if failed:
        say("not passed: " + ", ".join(failed))
    return max(codes.values())


@contextlib.contextmanager
def scratch_in_memory() -> "Iterator[None]":
    """Let the tests write into memory where it has the room, and programs in it may run."""
    can = sys.platform.startswith("linux") and os.access(MEMORY, os.W_OK)
    if not can or os.statvfs(MEMORY).f_flag & os.ST_NOEXEC or shutil.disk_usage(MEMORY).free < ROOM:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="cxworkshop-tests-", dir=MEMORY) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as somebody else, and has a folder in it
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            os.environ.pop("TMPDIR")
            if before is not None:
                os.environ["TMPDIR"] = before


def side_by_side(
    steps: "dict[str, list[str]]", besides: "dict[str, list[str]]"
) -> "dict[str, int]":
    """Do all at the same time; what the steps print is shown in their order. Their exit codes."""
    with contextlib.ExitStack() as stack:
        begun = {}
        for name, words in [*steps.items(), *besides.items()]:
            printed = stack.enter_context(tempfile.TemporaryFile())
            process = start(words, stdout=printed, stderr=subprocess.STDOUT, start_new_session=True)
            stack.callback(end_if_it_runs, process)
            begun[name] = process, printed
        codes = {}
        for name, (process, printed) in begun.items():
            if name in steps:
                say(name)
            codes[name] = finish(process, LONGEST)
            if name in steps:
                printed.seek(0)
                sys.stdout.write(printed.read().decode("utf-8", "replace"))
                sys.stdout.flush()
    return {name: codes[name] for name in steps}


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
    return finish(start(words, start_new_session=longest is not None), longest)


def start(words: "list[str]", **given: Any) -> "subprocess.Popen[bytes]":
    """Start the venv's Python, in the checkout unless `given` says otherwise to Popen."""
    given = dict({"cwd": str(ROOT), "env": environment()}, **given)
    return subprocess.Popen([str(PYTHON), *words], **given)


def finish(ours: "subprocess.Popen[bytes]", longest: "float | None") -> int:
    """Wait for it, at most so many seconds; its exit code, as `python` says."""
    try:
        code = ours.wait(longest)
    except subprocess.TimeoutExpired as why:
        end_with_all_it_started(ours)
        say(f"stopped after {why.timeout / 60:.0f} minutes")
        return 124
    except KeyboardInterrupt:  # what has a session of its own has not heard it
        end_with_all_it_started(ours) if longest is not None else ours.wait()
        raise
    return code if code >= 0 else 128 - code


def end_if_it_runs(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        end_with_all_it_started(process)


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


def prepare_system(verb: str, meanwhile: "Callable[[], None]" = lambda: None) -> None:
    """Install what the system lacks, or say in one line how; exit 2 when it still lacks it.

    `meanwhile` is what can be done while that goes on, once a venv can be made.
    """
    lacks = lacked_packages(verb)
    if lacks and is_root() and shutil.which("apt-get"):
        with ThreadPoolExecutor(1) as beside:
            beside.submit(apt_install, lacks)
            if venv_is_possible():
                meanwhile()
        lacks = lacked_packages(verb)
    if lacks:
        refuse(line_for(lacks))


def lacked_packages(verb: str) -> "list[str]":
    """The Debian packages that this verb needs and this system lacks."""
    needs_screen = verb == "test" or has_screen()  # the tests bring a screen of their own
    found = lacking(for_tests=verb == "test", with_screen=needs_screen)
    return found if venv_is_possible() else [venv_package(), *found]


def venv_is_possible() -> bool:
    return PYTHON.exists() or can_make_venv()


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
    """With hashes, and never building from source; the machine's own pip settings are kept.

    Python compiles a module when it is first used; pip would take half as long again for all.
    """
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-compile"]
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
