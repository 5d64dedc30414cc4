"""A session's notes: which live copy counts, and what the user's file holds or is about to hold.

Anybody may have changed them, or they may be lost; then the live copy is still there.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.store.disk.publish import Fingerprint, Known, write_atomically
from cxworkshop.store.forgetting.copies import noted
from cxworkshop.value_object import ValueObject

NOTES = "session.json"


class SessionNotes(ValueObject):
    """What `session.json` in the folder of the live copy says."""

    known: Known
    live_copy: Path

    @property
    def number(self) -> int:
        """The number in the live copy's name."""
        return _number_of(self.live_copy)

    def write(self, path: Path) -> None:
        """Write them for a session on this file. Raises OSError."""
        entries = [entry and asdict(entry) for entry in self.known]
        notes = {"path": str(path), "live": self.live_copy.name, "known": entries}
        write_atomically(self.live_copy.with_name(NOTES), json.dumps(notes).encode())


def read_notes(folder: Path) -> SessionNotes | None:
    """The notes in a session's folder, or what is known without them: the newest live copy.

    `known` is empty then. None when no live copy is named and none is there.
    """
    notes = _read(folder)
    if notes is not None and private_files.is_regular(notes.live_copy):
        return notes
    there = (path for path in folder.glob("live-*.cxw") if private_files.is_regular(path))
    newest = max(there, key=_number_of, default=None)
    return SessionNotes((), newest) if newest is not None and _number_of(newest) else notes


def noted_paths(folder: Path) -> list[Path]:
    """For which file a session's folder is, by the notes in it."""
    note = noted(folder)
    try:
        own = Path(str(private_files.read_json(folder / NOTES)["path"]))
    except (OSError, ValueError, KeyError, TypeError):
        return [note.path] if note else []
    return [own, *([note.path] if note else [])]


def _read(folder: Path) -> SessionNotes | None:
    try:
        notes = private_files.read_json(folder / NOTES)
        known = tuple(entry and Fingerprint(**entry) for entry in notes["known"])
        live_copy = folder / Path(str(notes["live"])).name
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return SessionNotes(known, live_copy) if _number_of(live_copy) else None


def _number_of(live_copy: Path) -> int:
    """The number in a live copy's name, from 1 on; 0 for any other name."""
    number = live_copy.stem.removeprefix("live-")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 0
