"""The two commands that set everything up, in small checkouts of their own, without a network."""

from __future__ import annotations

import base64
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.linux]

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"
WHERE = "import os; print(os.getcwd())\n"
SHOWS = "import os, sys\nprint(__name__, __spec__.name, sys.argv[1:], os.environ['PYTHONUTF8'])\n"


# No Linux: nothing is asked of the system, whatever the computer is that runs these tests.
ELSEWHERE = "import shutil, subprocess, ctypes; sys.platform = 'darwin'\n"


class Checkout:
    """A program of three lines, with the real bootstrap.py and a wheelhouse of one wheel."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.environ = {k: v for k, v in os.environ.items() if k != "CXW_VENV"}
        for folder in ("packaging", "cxworkshop", "ui", "wheelhouse"):
            (root / folder).mkdir(parents=True)
        for name in (SCRIPT.name, "system_packages.py"):
            shutil.copy(SCRIPT.with_name(name), root / "packaging")
        self.pinned = f"greeting==1.0 --hash=sha256:{wheel(root / 'wheelhouse')}\n"
        (root / "packaging" / "requirements.txt").write_text(self.pinned)
        (root / "packaging" / "requirements-test.txt").write_text(self.pinned)
        for module in ("cxworkshop/__init__.py", "ui/__init__.py"):
            (root / module).touch()
        (root / "cxworkshop" / "tour.py").write_text("import greeting\n" + SHOWS)
        (root / "ui" / "__main__.py").write_text("import greeting\n" + SHOWS + WHERE)

    def bootstrap(self, *words: str, before: str = "") -> subprocess.CompletedProcess[str]:
        """Run it; `before` is what the computer is like, as Python run in the same process."""
        script = self.root / "packaging" / "bootstrap.py"
        code = f"import runpy, sys; sys.argv = {[str(script), *words]!r}\n"
        code += f"sys.path.insert(0, {str(script.parent)!r})\n{before}\n"
        code += f"runpy.run_path({str(script)!r}, run_name='__main__')"
        return subprocess.run(
            [sys.executable, "-c", code],
            env=self.environ, cwd=self.root.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip


def wheel(folder: Path) -> str:
    """Write greeting-1.0, a wheel of one module; its sha256."""
    meta = "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n"
    kind = "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {
        "greeting.py": "hello = 1\n",
        "greeting-1.0.dist-info/METADATA": meta,
        "greeting-1.0.dist-info/WHEEL": kind,
    }
    record = "".join(f"{file},{record_hash(text)},{len(text)}\n" for file, text in files.items())
    files["greeting-1.0.dist-info/RECORD"] = record + "greeting-1.0.dist-info/RECORD,,\n"
    path = folder / "greeting-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for file, text in files.items():
            packed.writestr(file, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def record_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "a folder of ours")


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A checkout in which `run` went well once, and found a venv of an older Python there."""
    checkout = Checkout(tmp_path_factory.mktemp("ready") / "checkout")
    python = checkout.venv / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho 3.10.4\n")
    python.chmod(0o755)
    (checkout.venv / "pyvenv.cfg").touch()
    done = checkout.bootstrap("run")
    assert done.returncode == 0, done.stderr
    return checkout


@pytest.fixture
def equipped(checkout, ready):
    """A checkout with a venv in which nothing is installed yet: making one takes seconds."""
    packages = shutil.ignore_patterns("greeting*", ".cxw-*")
    shutil.copytree(ready.venv, checkout.venv, symlinks=True, ignore=packages)
    return checkout


def one_sentence(done):
    """What it refused with: the last line; nothing else but what it was doing stands before."""
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert all(line.startswith("[cxworkshop] ") for line in lines), done.stderr
    return lines[-1]


def test_run_makes_everything_ready_and_goes_round_the_loop(ready):
    done = ready.bootstrap("run")
    assert done.stdout == "__main__ cxworkshop.tour [] 1\n"
    assert done.stderr == ""


def test_what_stands_after_the_dashes_goes_to_the_program_in_the_folder_one_is_in(ready):
    said = ready.bootstrap("run", "--", "status", "--json").stdout.splitlines()
    assert said == ["__main__ ui.__main__ ['status', '--json'] 1", str(ready.root.parent)]


def test_a_second_start_installs_nothing_and_a_changed_list_does(ready):
    shutil.move(ready.root / "wheelhouse", ready.root / "away")
    (ready.root / "wheelhouse").mkdir()
    lock = ready.root / "packaging" / "requirements.txt"
    try:
        assert ready.bootstrap("run").returncode == 0
        lock.write_text(ready.pinned.replace("1.0", "2.0"))
        assert "could not be installed" in one_sentence(ready.bootstrap("run"))
    finally:
        lock.write_text(ready.pinned)
        (ready.root / "wheelhouse").rmdir()
        shutil.move(ready.root / "away", ready.root / "wheelhouse")


def test_the_test_command_does_every_check_in_order_although_they_fail(ready):
    done = ready.bootstrap("test", "--", "-k", "nothing", before=ELSEWHERE)
    said = [line for line in done.stderr.splitlines() if line.startswith("[cxworkshop] ")]
    assert [line.removeprefix("[cxworkshop] ") for line in said][-6:] == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "pytest",
        "not passed: ruff check, ruff format --check, mypy, lint-imports, pytest",
    ]
    assert done.returncode == 1


def test_the_worst_exit_code_of_the_checks_is_the_answer(ready):
    (ready.root / "mypy.py").write_text("import sys; sys.exit(7)")
    try:
        assert ready.bootstrap("test", before=ELSEWHERE).returncode == 7
    finally:
        (ready.root / "mypy.py").unlink()


def test_the_tests_write_into_memory_where_there_is_room_and_leave_nothing(ready):
    (ready.root / "pytest.py").write_text("import tempfile; print(tempfile.gettempdir())")
    room = "import shutil\nshutil.disk_usage = lambda _path: type('Disk', (), {{'free': {}}})\n"
    try:
        full, free = (
            ready.bootstrap("test", "--", "-k", "nothing", before=room.format(free))
            for free in (1, 10**12)
        )
    finally:
        (ready.root / "pytest.py").unlink()
    assert full.stdout.splitlines()[-1] == tempfile.gettempdir()
    used = Path(free.stdout.splitlines()[-1])
    memory = Path("/dev/shm")
    runs_programs = memory.exists() and not os.statvfs(memory).f_flag & os.ST_NOEXEC
    assert (used.parent == memory, used.exists()) == (runs_programs, not runs_programs)


def test_a_venv_that_was_broken_off_is_mended(ready):
    for part in next(ready.venv.rglob("site-packages")).glob("pip*"):
        shutil.rmtree(part)
    (ready.venv / ".cxw-run").unlink()
    done = ready.bootstrap("run")
    assert done.returncode == 0, done.stderr


def test_a_venv_of_another_python_is_made_anew(ready):
    assert (ready.venv / "pyvenv.cfg").read_text()
    assert not (ready.venv / "bin" / "python").read_bytes().startswith(b"#!")


def test_the_test_command_says_with_which_python(ready):
    done = ready.bootstrap("test", before=ELSEWHERE)
    said = f"[cxworkshop] Python {platform.python_version()}, in {ready.venv}"
    assert said in done.stderr.splitlines()


def test_another_folder_for_the_packages_can_be_named(equipped, tmp_path):
    elsewhere = equipped.venv.rename(tmp_path / "elsewhere")
    equipped.environ["CXW_VENV"] = str(elsewhere)
    assert equipped.bootstrap("run").returncode == 0
    assert (elsewhere / ".cxw-run").exists()
    assert not equipped.venv.exists()


def test_a_package_that_is_not_the_pinned_one_is_refused(equipped):
    lock = equipped.root / "packaging" / "requirements.txt"
    lock.write_text(f"greeting==1.0 --hash=sha256:{'0' * 64}\n")
    assert "could not be installed" in one_sentence(equipped.bootstrap("run"))
    assert "HASH" in (equipped.venv / "pip.log").read_text().upper()
    assert not (equipped.venv / ".cxw-run").exists()


def test_a_list_without_hashes_is_refused(equipped):
    (equipped.root / "packaging" / "requirements.txt").write_text("greeting==1.0\n")
    assert "could not be installed" in one_sentence(equipped.bootstrap("run"))


def test_without_a_network_it_says_what_can_be_done(equipped):
    shutil.rmtree(equipped.root / "wheelhouse")
    for name in [name for name in equipped.environ if name.startswith("PIP_")]:
        del equipped.environ[name]
    equipped.environ.update(PIP_CONFIG_FILE=os.devnull, PIP_RETRIES="0", PIP_NO_INDEX="1")
    said = one_sentence(equipped.bootstrap("run"))
    assert "is the network up" in said
    assert "wheelhouse/" in said


def test_an_old_python_is_refused_in_a_sentence(checkout):
    done = checkout.bootstrap("run", before="sys.version_info = (3, 9, 2, 'final', 0)")
    assert one_sentence(done).startswith("[cxworkshop] Python 3.11 or newer is needed")


NO_ENSUREPIP = "sys.modules['ensurepip'] = None\n"
NOT_ROOT = "import os; os.geteuid = lambda: 1000\n"
PACKAGE = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def only_these_programs(checkout, folder, **scripts):
    """A PATH on which nothing is found but these shell scripts."""
    folder.mkdir()
    for name, text in scripts.items():
        (folder / name.replace("_", "-")).write_text("#!/bin/sh\n" + text)
        (folder / name.replace("_", "-")).chmod(0o755)
    checkout.environ["PATH"] = str(folder)


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt_get", f"sudo apt-get install -y {PACKAGE}"),
        ("dnf", f"sudo dnf install -y {PACKAGE}"),
        ("pacman", f"sudo pacman -S --needed {PACKAGE}"),
    ],
)
def test_without_root_it_gives_one_line_to_run(checkout, tmp_path, manager, line):
    only_these_programs(checkout, tmp_path / "bin", **{manager: "exit 1"})
    done = checkout.bootstrap("run", before=NO_ENSUREPIP + NOT_ROOT)
    assert one_sentence(done).endswith(line)
    assert not checkout.venv.exists()


def test_on_a_system_it_does_not_know_it_names_what_is_lacking(checkout, tmp_path):
    only_these_programs(checkout, tmp_path / "bin")
    assert PACKAGE in one_sentence(checkout.bootstrap("run", before=NO_ENSUREPIP))


def test_root_on_debian_gets_it_installed_with_fresh_lists_when_the_old_ones_fail(
    checkout, tmp_path
):
    log = tmp_path / "log"
    chatter = "echo debconf: delaying configuration >&2"
    apt_get = f'{chatter}; echo "$1 $*" >> {log}; test "$1" = update\n'
    only_these_programs(checkout, tmp_path / "bin", apt_get=apt_get)
    done = checkout.bootstrap("run", before=NO_ENSUREPIP + AS_ROOT)
    assert one_sentence(done).endswith(f": apt-get install -y {PACKAGE}")
    calls = log.read_text().splitlines()
    assert [call.split()[0] for call in calls] == ["install", "update", "install"]
    assert all(call.endswith(PACKAGE) for call in calls if call.startswith("install"))
    assert "--no-install-recommends" in calls[0]


AS_ROOT = "import os; os.geteuid = lambda: 0\n"
NO_LIBRARY = """
import ctypes
ctypes.CDLL = lambda name: (_ for _ in ()).throw(OSError(name))
"""
BARE = f"""{NO_LIBRARY}
import subprocess
from pathlib import Path
sys.platform = "linux"
Path.exists = lambda path: False
"""
FOR_TESTS = ("xvfb", "xdotool", "dbus-daemon", "at-spi2-core", "python3-pyatspi")


def test_on_linux_the_tests_want_a_screen_a_mouse_and_names(checkout, tmp_path):
    only_these_programs(checkout, tmp_path / "bin", apt_get="exit 1")
    said = one_sentence(checkout.bootstrap("test", before=BARE + NOT_ROOT)).split()
    assert set(FOR_TESTS) <= set(said)
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon-x11-0"} <= set(said)
    assert "sudo apt-get install -y" in " ".join(said)


def test_root_on_debian_gets_them_installed(checkout, tmp_path):
    log = tmp_path / "log"
    only_these_programs(checkout, tmp_path / "bin", apt_get=f'echo "$*" >> {log}')
    one_sentence(checkout.bootstrap("test", before=NO_ENSUREPIP + BARE + AS_ROOT))
    (asked,) = log.read_text().splitlines()
    assert set(FOR_TESTS) <= set(asked.split())


def test_while_the_system_gets_what_it_lacks_the_pinned_packages_go_in(equipped, tmp_path):
    gone_in = f"test -e '{equipped.venv / '.cxw-run'}'"
    wait = f"n=0; until {gone_in} || test $n = 2000; do sleep 0.01; n=$((n+1)); done\n"
    only_these_programs(
        equipped, tmp_path / "bin", apt_get=f"{wait}{gone_in} && echo yes > {tmp_path}/in\n"
    )
    equipped.environ["PATH"] += os.pathsep + os.environ["PATH"]
    equipped.environ["DISPLAY"] = ":1"
    done = equipped.bootstrap("run", before=NO_LIBRARY + AS_ROOT)
    assert "apt-get install" in one_sentence(done)  # for ours installs no library
    assert (tmp_path / "in").exists(), done.stderr


def test_another_system_is_told_its_own_names(checkout, tmp_path):
    only_these_programs(checkout, tmp_path / "bin", pacman="exit 1")
    said = one_sentence(checkout.bootstrap("test", before=BARE + NOT_ROOT)).split()
    assert {"xorg-server-xvfb", "xdotool", "python-atspi", "dbus"} <= set(said)


@pytest.mark.parametrize("screen", ["", ":7"])
def test_a_run_wants_none_of_them_and_libraries_only_for_a_screen(checkout, tmp_path, screen):
    checkout.environ.update(DISPLAY=screen, WAYLAND_DISPLAY="")
    only_these_programs(checkout, tmp_path / "bin", apt_get="exit 1")
    said = one_sentence(checkout.bootstrap("run", before=BARE + NOT_ROOT)).split()
    assert not set(FOR_TESTS) & set(said)
    assert ("libxcb-cursor0" in said) is bool(screen)


def test_what_is_there_is_not_asked_for_again(checkout, tmp_path):
    only_these_programs(checkout, tmp_path / "bin", apt_get="exit 1", Xvfb="", xdotool="")
    said = one_sentence(checkout.bootstrap("test", before=BARE + NOT_ROOT)).split()
    assert not {"xvfb", "xdotool"} & set(said)
    assert "dbus-daemon" in said


@pytest.mark.parametrize(("words", "code"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_without_a_verb_it_explains_itself(checkout, words, code):
    done = checkout.bootstrap(*words)
    assert done.returncode == code
    assert "bootstrap.py test [-- pytest arguments]" in done.stderr
    assert not checkout.venv.exists()


@pytest.fixture
def measuring(ready):
    """Every check passes, and `coverage` says what it was asked; `ui` is below its floor."""
    script = ready.root / "packaging" / "bootstrap.py"
    whole = script.read_text()
    script.write_text(whole.replace("    prepare_system(verb)\n", ""))
    fine = "import sys; print(*sys.argv[1:])"
    names = ("ruff", "mypy", "pytest")
    made = {ready.root / f"{name}.py": fine for name in names}
    made[ready.root / "importlinter" / "__init__.py"] = ""
    made[ready.root / "importlinter" / "cli.py"] = "lint_imports_command = print"
    made[ready.root / "coverage.py"] = fine + "; sys.exit(2 * any('=ui/' in w for w in sys.argv))"
    for path, text in made.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    yield ready
    script.write_text(whole)
    for path in made:
        path.unlink()


LINUX = "sys.platform = 'linux'\n"
WHOLE = f"-n {(os.cpu_count() or 1) + 1} --dist loadfile --no-loadscope-reorder"


def test_after_the_whole_suite_each_package_has_to_reach_its_floor(measuring):
    done = measuring.bootstrap("test", before=LINUX)
    assert done.stdout.splitlines()[-3] == f"{WHOLE} --cov --cov-report="
    core, screens = done.stdout.splitlines()[-2:]
    assert re.search(r"^report .*--include=cxworkshop/\* --fail-under=\d\d$", core)
    assert re.search(r"^report .*--include=ui/\* --fail-under=\d\d$", screens)
    assert done.returncode == 2
    assert re.search(r"not passed: coverage of ui, at least \d\d %\n$", done.stderr)


def test_a_part_of_the_suite_or_a_suite_that_failed_is_not_measured(measuring):
    assert "coverage" not in measuring.bootstrap("test", "--", "tests", before=LINUX).stderr
    (measuring.root / "pytest.py").write_text("import sys; sys.exit(1)")
    done = measuring.bootstrap("test", before=LINUX)
    assert done.stderr.endswith("not passed: pytest\n")


def test_elsewhere_than_on_linux_nothing_is_measured(measuring):
    done = measuring.bootstrap("test", before=ELSEWHERE)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == WHOLE


def _runs(pid: str) -> bool:
    state = Path("/proc", pid, "stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_check_that_hangs_is_ended_with_all_it_started(equipped, tmp_path):
    script, child = equipped.root / "packaging" / "bootstrap.py", "import time; time.sleep(60)"
    (equipped.root / "pytest.py").write_text(
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {child!r}])\n"
        f"open({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    for before, after in (("30 * 60", "2"), ("2", "20")):  # a busy machine starts nothing in two
        script.write_text(script.read_text().replace(f"LONGEST = {before}", f"LONGEST = {after}"))
        done = equipped.bootstrap("test", before=ELSEWHERE)
        assert done.returncode == 124
        assert "[cxworkshop] stopped after 0 minutes" in done.stderr
        assert "not passed: " in done.stderr
        if (tmp_path / "child").exists():
            break
    pid = (tmp_path / "child").read_text()
    for _turn in range(100):  # a killed process ends when it is next given time
        if not _runs(pid):
            return
        time.sleep(0.1)
    pytest.fail("the child outlived the check")
