"""What a start needs, in one file beside the program: the bundle reads it before anything else.

The file has the code of the modules that the first window imports, as they lie in the bundle, the
patterns that they compile, and which files it reads. Without it, or with one of another Python,
the modules are found one by one. packaging/bundles/startup.py makes it.
"""

from __future__ import annotations

# Only what Python has in itself, or has imported by now: anything else comes out of the cache.
import _sre  # type: ignore[import-not-found]
import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourcelessFileLoader

TYPE_CHECKING = False  # as typing has it
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

FILE = "startup.cache"
SIZE = 4  # bytes at its beginning: the size of the list, which lies before the modules' code
PYTHON = (MAGIC_NUMBER, _sre.MAGIC)  # that can use it

# Where a module lies below the bundle's folder, whether it is a package, and where its code,
# marshalled, begins and ends behind the list.
Module = tuple[str, bool, int, int]
# What `re` calls a pattern by: itself and its flags; and what `_sre.compile` makes it of.
Pattern = tuple[tuple[object, int], tuple[object, ...]]


def use(folder: str) -> None:
    """Let modules and patterns be taken from the cache in this folder, if it has one that fits."""
    try:
        # Read whole: marshal would ask an open file for each number on its own.
        with open(f"{folder}/{FILE}", "rb") as file:  # noqa: PTH123 - pathlib is not imported yet
            cache = memoryview(file.read())
        code = SIZE + int.from_bytes(cache[:SIZE], "little")
        python, modules, patterns, files = marshal.loads(cache[SIZE:code])
    except (OSError, EOFError, ValueError, TypeError):
        return
    if python == PYTHON:
        read_ahead(folder, files)
        sys.meta_path.insert(0, CachedModules(folder, modules, cache[code:]))
        remember(patterns)


def read_ahead(folder: str, files: list[str]) -> None:
    """Let the disk bring libraries and fonts meanwhile: each page would be waited for."""
    if not hasattr(os, "posix_fadvise"):  # macOS has none
        return
    for place in files:
        try:
            file = os.open(f"{folder}/{place}", os.O_RDONLY)
        except OSError:
            continue
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
        os.close(file)


def remember(patterns: list[Pattern]) -> None:
    """Let `re` take these as compiled."""
    import re

    known: dict[Any, Any] = re._cache  # type: ignore[attr-defined]
    for (pattern, flags), compiled in patterns:
        known[type(pattern), pattern, flags] = _sre.compile(*compiled)


class CachedModules:
    """Finds modules in the cache: a finder, as `sys.meta_path` has them."""

    def __init__(self, folder: str, modules: dict[str, Module], code: memoryview) -> None:
        self._folder, self._modules, self._code = folder, modules, code

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        """Say where a module lies, and give it a loader that has its code."""
        found = self._modules.get(name)
        if found is None:
            return None
        place, is_package, begin, end = found
        file = f"{self._folder}/{place}"
        loader = CachedLoader(name, file, self._code[begin:end])
        spec = ModuleSpec(name, loader, origin=file, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [file.rpartition("/")[0]]
        return spec


class CachedLoader(SourcelessFileLoader):
    """Has the code of a module, and reads other files beside it as any loader does."""

    def __init__(self, name: str, file: str, code: memoryview) -> None:
        super().__init__(name, file)
        self._code = code

    def get_code(self, _fullname: str) -> CodeType:  # type: ignore[explicit-override]
        """The code as it was compiled."""
        code: CodeType = marshal.loads(self._code)
        return code
