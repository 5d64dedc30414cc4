"""Writes what startup_cache.py reads: what the first window needs."""

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
MOST_READ_AHEAD = 16_000_000  # bytes
HEADER = 16  # bytes of a .pyc before its code
# It writes stubs for editors, and imports what nothing else here needs.
NOT_USED = "shibokensupport.signature.lib.pyi_generator"
# Where a module lies below the bundle's folder, whether it is a package, and its code, marshalled.
Module = tuple[str, bool, bytes]


def add(program: Path, root: Path, python: Path) -> None:
    """Put the cache into a bundle, and beside shiboken6 its own modules, compiled."""
    inside = program / "_internal"
    with tempfile.TemporaryDirectory() as home:
        noted, compiled = Path(home, "noted"), Path(home, "compiled")
        env = os.environ | dict.fromkeys(("HOME", "CXW_HOME", "XDG_CONFIG_HOME"), home)
        env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root), "PYTHONHASHSEED": "1"}
        subprocess.run([str(python), str(NOTE), str(noted), str(compiled)], env=env, check=True)
        names, patterns, libraries = marshal.loads(noted.read_bytes())
        shutil.copytree(compiled, inside / SHIBOKEN, dirs_exist_ok=True)
    modules = {name: module for name in names if (module := module_of(name, inside))}
    files = [path for name in libraries for path in places_of(name, inside)]
    files += sorted(inside.glob("resources/fonts/*.ttf"))
    ahead = [path.relative_to(inside).as_posix() for path in files if is_read_ahead(path)]
    (inside / startup_cache.FILE).write_bytes(cache_of(modules, patterns, ahead))


def places_of(library: str, inside: Path) -> list[Path]:
    """Where a bundle has a library of Qt, or one of Python that is known by its name."""
    return sorted([*inside.glob(library), *inside.glob(f"python*/lib-dynload/{library}")])


def is_read_ahead(file: Path) -> bool:
    """Whether a start needs most of a file: it touches two pages of ICU's 32 MB of tables."""
    return file.stat().st_size <= MOST_READ_AHEAD


def cache_of(
    modules: dict[str, Module],
    patterns: list[startup_cache.Pattern],
    files: list[str],
    python: tuple[bytes, int] = startup_cache.PYTHON,
) -> bytes:
    """The cache as it is read: the size of the list, the list, and the code of all modules."""
    listed: dict[str, startup_cache.Module] = {}
    end = 0
    for name, (place, is_package, code) in modules.items():
        listed[name] = place, is_package, end, end + len(code)
        end += len(code)
    # Version 2 marks no value as seen before, which would depend on who else holds it.
    written = marshal.dumps((python, listed, patterns, files), 2)
    size = len(written).to_bytes(startup_cache.SIZE, "little")
    return b"".join([size, written, *(code for _place, _is_package, code in modules.values())])


def module_of(name: str, inside: Path) -> Module | None:
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
