"""What kind of machine it is: nothing that names this one."""

from __future__ import annotations

import os
import platform
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.laps import MAXRSS_PER_MB
from tests.soak.pace import STEPS, seconds


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _qt() -> str:
    """Asked of another process: this one stays small."""
    code = "from PySide6.QtCore import qVersion; print(qVersion())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "none"


def kind() -> dict[str, str]:
    """CPU, cores, memory, system, the versions that matter, and how fast it was at the end."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MAXRSS_PER_MB
    return {
        "CPU": f"{_cpu()}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GB",
        "system": f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "Qt": _qt(),
        f"{STEPS:,} squares added up by Python, at the end": f"{seconds() * 1000:.0f} ms",
        "load at the end, its own included": f"{os.getloadavg()[0]:.1f}",
        "least that a process is said to hold": f"{own:.0f} MB, as much as what started it",
    }
