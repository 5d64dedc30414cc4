"""Pin every package that the program and its tests need, with the hashes of all its wheels.

    python packaging/lock.py [--upgrade]

Writes packaging/requirements.txt, requirements-test.txt and, for what bundles are made with,
requirements-build.txt: for Windows, macOS and Linux at once. Asks whether each of them can be
installed from wheels with every Python that the project promises. Needs uv, of the group "dev". No
address of any server goes into the files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = "Programming Language :: Python :: 3."  # a classifier for each version that is promised
RUN = "packaging/requirements.txt"
TEST = "packaging/requirements-test.txt"
BUILD = "packaging/requirements-build.txt"
# Where each list must be installable; the Linux is the oldest that Qt's wheels run on.
PLATFORMS = {
    RUN: ("x86_64-manylinux_2_34", "aarch64-apple-darwin", "x86_64-apple-darwin", "windows"),
    TEST: ("x86_64-manylinux_2_34", "aarch64-apple-darwin", "windows"),
    BUILD: ("x86_64-manylinux_2_34", "aarch64-apple-darwin", "windows"),
}


def pythons() -> list[str]:
    """The versions that pyproject.toml promises, the oldest first: "3.11" and so on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [name for name in project["classifiers"] if name.startswith(PYTHON)]
    return [f"3.{minor}" for minor in sorted(int(name.removeprefix(PYTHON)) for name in promised)]


def header() -> str:
    """The line that a lock gets when all its wheels were found; a test looks for it."""
    return f"# Wheels were found for Python {', '.join(pythons())}.\n"


def uv(*words: str) -> int:
    """Ask uv; the answer is its exit code."""
    return subprocess.call([sys.executable, "-m", "uv", "pip", *words, "--quiet"], cwd=ROOT)


def lock(target: str, *more: str) -> int:
    """Write one list and look for its wheels; the answer is uv's exit code."""
    how = ["--universal", "--generate-hashes", f"--python-version={pythons()[0]}"]
    how += ["--custom-compile-command=python packaging/lock.py", "--no-annotate"]
    how += ["--no-emit-index-url", "--no-emit-find-links"]
    code = uv("compile", "pyproject.toml", *how, "-o", target, *more) or look_for_wheels(target)
    if code == 0:
        path = ROOT / target
        path.write_text(header() + path.read_text(encoding="utf-8"), encoding="utf-8")
    return code


def look_for_wheels(target: str) -> int:
    """Install the list everywhere, without doing it: nobody shall need a compiler."""
    how = ["--dry-run", "--require-hashes", "--only-binary=:all:", "-r", target]
    with tempfile.TemporaryDirectory() as nowhere:
        for python in pythons():
            for platform in PLATFORMS[target]:
                where = [f"--target={nowhere}", f"--python-platform={platform}"]
                code = uv("install", *how, *where, f"--python-version={python}")
                if code:
                    print(f"No wheels for Python {python} on {platform}: {target}", file=sys.stderr)
                    return code
    return 0


def main(options: list[str]) -> int:
    """The tests run with the very versions that the program ships with, and so do the bundles."""
    groups = ((TEST, "test"), (BUILD, "bundle"))
    return lock(RUN, *options) or max(
        lock(target, f"--group={group}", f"--constraints={RUN}", *options)
        for target, group in groups
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
