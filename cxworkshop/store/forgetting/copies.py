"""Whose copy some bytes are: the identity of the workshop, and what it knows to be forgotten.

A small note beside the copies in a folder names the workshops they are of, for the day on which
one of them can't be read any more.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.model import Forgotten
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import write_atomically
from cxworkshop.value_object import ValueObject

NOTE = "workshops.json"
_WITH_IDENTITY = 3  # the first format that holds it
# In a note: some copy could not be told; and before an identity that is derived.
_UNKNOWN, _DERIVED = "?", "~"


class WorkshopCopy(ValueObject):
    """The workshop that a copy is of; `forgotten` are the ids in it and the `seq` of each.

    `is_derived`: its format holds no identity, so that it was made from its oldest rows.
    """

    identity: str
    is_derived: bool
    forgotten: Mapping[str, int]


def read_copy(image: bytes) -> WorkshopCopy | None:
    """What these bytes are a copy of; None when that can't be read.

    They are not checked as `file.load` does: a damaged copy must be recognised too.
    """
    from cxworkshop.store.tables.upgrade import identity_of_older

    try:
        version = file.recognise(image, "")
        with closing(file.hardened_connection()) as connection:
            connection.deserialize(image)
            forgotten = connection.execute(f"SELECT id, seq FROM {Forgotten.table}").fetchall()  # noqa: S608
            is_derived = version < _WITH_IDENTITY
            identity = identity_of_older(connection) if is_derived else _stored(connection)
    except (refusals.FileRefusal, sqlite3.Error, UnicodeError, OverflowError):
        return None
    return WorkshopCopy(identity, is_derived, dict(forgotten)) if identity else None


def _stored(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT identity FROM workshop").fetchone()
    return str(found[0]) if found else ""


def note_copy(folder: Path, path: Path, image: bytes) -> None:
    """Note in a folder that it holds copies of this workshop, made for this path. Raises OSError.

    Copies that an older program left there without a note are looked at first.
    """
    known = noted(folder)
    identities = {*(known.identities if known else _identities(folder)), _identity(image)}
    if known is None or identities != known.identities:
        note = {"path": str(path), "identities": sorted(identities)}
        write_atomically(folder / NOTE, json.dumps(note).encode())


class FolderNote(ValueObject):
    """For which file a folder's copies were made, and of which workshops they are."""

    path: Path
    identities: frozenset[str]

    def may_hold(self, identity: str) -> bool:
        """Whether something of this workshop that can't be told may be among them."""
        return not self.identities.isdisjoint({identity, _DERIVED + identity, _UNKNOWN})

    @property
    def is_vague(self) -> bool:
        """Whether a look at the copies themselves may tell more."""
        return any(one.startswith((_DERIVED, _UNKNOWN)) for one in self.identities)

    @property
    def workshops(self) -> set[str]:
        """The identities that are named, also those that were derived."""
        return {one.removeprefix(_DERIVED) for one in self.identities} - {_UNKNOWN}


def noted(folder: Path) -> FolderNote | None:
    """The note in a folder; None when there is none that can be read."""
    try:
        note = private_files.read_json(folder / NOTE)
        return FolderNote(Path(str(note["path"])), frozenset(map(str, note["identities"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _identities(folder: Path) -> Iterator[str]:
    for path in copies_in(folder):
        with suppress(OSError):
            yield _identity(path.read_bytes())


def copies_in(folder: Path) -> Iterable[Path]:
    """Every file with a workshop's pages in it, also what a kill left half written."""
    return [path for path in folder.glob("*.cxw") if private_files.is_regular(path)]


def _identity(image: bytes) -> str:
    """What to note of a copy."""
    copy = read_copy(image)
    if copy is None:
        return _UNKNOWN
    return _DERIVED + copy.identity if copy.is_derived else copy.identity
