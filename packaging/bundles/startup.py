"""Writes what startup_cache.py reads: which modules and patterns the first window needs."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from bundles import startup_cache

NOTE = Path(__file__).with_name("note_start.py")
SHIBOKEN = "shiboken6/files.dir"  # its own modules: it looks there before it unpacks them
HEADER = 16  # bytes of a .pyc before its code
# It writes stubs for editors, and imports what nothing else here needs.
NOT_USED = "shibokensupport.signature.lib.pyi_generator"


def add(program: Path, root: Path, python: Path) -> None:
    """Put the cache into a bundle, and beside shiboken6 its own modules, compiled."""
    inside = program / "_internal"
    with tempfile.TemporaryDirectory() as home:
        noted, compiled = Path(home, "noted"), Path(home, "compiled")
        env = os.environ | dict.fromkeys(("HOME", "CXW_HOME", "XDG_CONFIG_HOME"), home)
        env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root), "PYTHONHASHSEED": "1"}
        subprocess.run([str(python), str(NOTE), str(noted), str(compiled)], env=env, check=True)
        names, patterns = marshal.loads(noted.read_bytes())
        shutil.copytree(compiled, inside / SHIBOKEN, dirs_exist_ok=True)
    modules = {name: module for name in names if (module := module_of(name, inside))}
    cache = startup_cache.PYTHON, modules, patterns
    # Version 2 marks no value as seen before, which would depend on who else holds it.
    (inside / startup_cache.FILE).write_bytes(marshal.dumps(cache, 2))


def module_of(name: str, inside: Path) -> startup_cache.Module | None:
    """What the cache has of a module, or None for one of machine code, or of Python itself."""
    place = name.replace(".", "/")
    if place.startswith("shibokensupport"):
        place = f"{SHIBOKEN}/{place}"
    if name == NOT_USED:
        return f"{place}.pyc", False, marshal.dumps(compile("", name, "exec"), 2)
    for path, is_package in ((f"{place}/__init__.pyc", True), (f"{place}.pyc", False)):
        if (inside / path).is_file():
            return path, is_package, (inside / path).read_bytes()[HEADER:]
    return None
