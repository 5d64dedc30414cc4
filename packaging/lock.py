"""Pin every package that the program and its tests need, with the hashes of all its wheels.

    python packaging/lock.py [--upgrade]

Writes packaging/requirements.txt and packaging/requirements-test.txt for Windows, macOS and Linux
at once. Needs uv, of the group "dev". No address of any server goes into the files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = "packaging/requirements.txt"
TEST = "packaging/requirements-test.txt"
HOW = [
    "--universal",
    "--generate-hashes",
    "--python-version=3.11",
    "--custom-compile-command=python packaging/lock.py",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
]


def lock(target: str, *more: str) -> int:
    """Write one list; the answer is uv's exit code."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *HOW]
    return subprocess.call([*command, "-o", target, *more], cwd=ROOT)


def main(options: list[str]) -> int:
    """The tests run with the very versions that the program ships with."""
    return lock(RUN, *options) or lock(TEST, "--group=test", f"--constraints={RUN}", *options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
