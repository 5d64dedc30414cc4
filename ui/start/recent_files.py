"""The list of workshops that were open last, in the program's own data folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from cxworkshop import paths, private_files

MOST = 12  # files


def _list_file() -> Path:
    return paths.data_folder() / "recent.json"


def recent() -> list[Path]:
    """The newest first. Missing files stay on it: they may be on a stick that comes back."""
    try:
        found = private_files.read_json(_list_file())
    except (OSError, ValueError):
        return []
    names = found if isinstance(found, list) else []
    return [Path(name) for name in names if _is_path(name)][:MOST]


def _is_path(name: object) -> bool:
    """Whether `remember` could have written it: anybody may have changed the list."""
    if not isinstance(name, str) or "\0" in name or not Path(name).is_absolute():
        return False
    try:
        return bool(os.fsencode(name))
    except UnicodeError:
        return False


def remember(path: Path) -> None:
    """Put a workshop at the top of the list."""
    path = path.absolute()  # not `resolve`: the disk of a file that was open may not answer now
    _write([path, *(other for other in recent() if other != path)])


def forget(path: Path) -> None:
    """Take a workshop off the list; its file stays where it is."""
    _write([other for other in recent() if other != path])


def _write(found: list[Path]) -> None:
    names = [str(path) for path in found[:MOST]]
    try:
        private_files.write(_list_file(), json.dumps(names).encode())
    except OSError:
        return  # losing this list is not worth a message
