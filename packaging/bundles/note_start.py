"""Start the program up to its first window, and note what it imported, compiled and loaded.

    python packaging/bundles/note_start.py FILE FOLDER

FILE gets the names of the modules, the patterns and the libraries, FOLDER the compiled modules that
shiboken6 has inside it. It is a program of its own: only a process that has imported nothing can
tell.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

_sre, _compiler = import_module("_sre"), import_module("re._compiler")
_compile = _compiler.compile
SCREEN = "offscreen"  # what Qt shows windows on here; on a laptop it has another
asked: list[tuple[object, int]] = []  # the pattern and the flags that are being compiled
patterns: list[tuple[tuple[object, int], tuple[object, ...]]] = []


def noting(pattern: object, flags: int = 0) -> object:
    """Compile a pattern, and know what `re` will call it by."""
    asked.append((pattern, int(flags)))
    try:
        return _compile(pattern, flags)
    finally:
        asked.pop()


class NotingSre:
    """What the compiler of patterns calls; it passes on all but `compile`, which it notes."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_sre, name)

    def compile(self, pattern: object, flags: int, code: list[int], *rest: object) -> object:
        """Note what makes this pattern without compiling it again."""
        plain = [int(each) for each in code]  # `re` has names for them, and marshal has not
        patterns.append((asked[-1], (pattern, int(flags), plain, *rest)))
        return _sre.compile(pattern, flags, code, *rest)


def open_window() -> None:
    """Do what a start does until its first window has been painted."""
    import_module("ui.__main__")
    from ui.app import application, first_window

    app = application()
    window = first_window(app)
    app.processEvents()
    assert window.isVisible()


def libraries() -> list[str]:
    """What this process has loaded: Qt's where they lie beside PySide6, Python's by their names."""
    packages = Path(import_module("PySide6").__path__[0]).parent
    mapped = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    files = {Path(line.split(maxsplit=5)[5]) for line in mapped if ".so" in line}
    of_qt = [file for file in files if file.is_relative_to(packages) and SCREEN not in file.name]
    of_python = [file.name for file in files if file.parent.name == "lib-dynload"]
    return sorted([*of_python, *(file.relative_to(packages).as_posix() for file in of_qt)])


def compile_shiboken(folder: Path) -> None:
    """Write the modules that shiboken6 has as a zip inside its library, compiled."""
    packed = vars(import_module("shibokensupport"))["__loader__"].zfile
    to_pyc = import_module("importlib._bootstrap_external")._code_to_timestamp_pyc
    for name in packed.namelist():
        if name.endswith(".py") and "/" in name:
            path = (folder / name).with_suffix(".pyc")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(to_pyc(compile(packed.read(name), name, "exec", dont_inherit=True)))


if __name__ == "__main__":
    vars(_compiler).update(compile=noting, _sre=NotingSre())
    re.purge()
    open_window()
    Path(sys.argv[1]).write_bytes(marshal.dumps((sorted(sys.modules), patterns, libraries()), 2))
    compile_shiboken(Path(sys.argv[2]))
    os._exit(0)  # nothing of the window is needed any more
