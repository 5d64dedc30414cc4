"""What was forgotten in each workshop of this laptop, and where copies still have to be swept.

One file for each workshop, by its identity. It holds random ids and hashes, nobody's words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cxworkshop import paths, private_files
from cxworkshop.blake2 import blake2b
from cxworkshop.store.disk.lock import FileLock, Holder
from cxworkshop.store.disk.publish import make_folder, write_atomically

EVERYWHERE = ("*",)
_MOST_BYTES = 64 * 1024 * 1024
_PATIENCE = 20.0  # seconds to wait for another program that is at it


@dataclass(frozen=True)
class ForgottenIds:
    """The ids that were forgotten in one workshop, with the highest known `seq` of each.

    `left` names the folders that may hold copies from before; EVERYWHERE: nobody has looked yet.
    """

    identity: str
    ids: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    def knows(self, ids: Mapping[str, int]) -> bool:
        """Whether none of these is new."""
        return all(self.ids.get(name, -1) >= seq for name, seq in ids.items())

    def with_ids(self, ids: Mapping[str, int]) -> Mapping[str, int]:
        """These ids and its own."""
        return {name: max(seq, self.ids.get(name, 0)) for name, seq in {**self.ids, **ids}.items()}


def load(identity: str) -> ForgottenIds:
    """What was forgotten in this workshop, as far as this laptop knows."""
    found = _read(_file(identity))
    return found if found and found.identity == identity else ForgottenIds(identity)


def save(entry: ForgottenIds) -> None:
    """Remember it; it is on the disk when this returns. Raises OSError."""
    make_folder(_folder())
    data = {"identity": entry.identity, "ids": dict(entry.ids), "left": list(entry.left)}
    write_atomically(_file(entry.identity), json.dumps(data).encode())


def unfinished() -> list[ForgottenIds]:
    """The workshops with copies that still have to be swept."""
    found = (_read(path) for path in sorted(_folder().glob("*.json")))
    return [entry for entry in found if entry is not None and entry.left]


@contextmanager
def locked(*, patient: bool) -> Iterator[bool]:
    """Let one program at a time look through the copies; yields False when another is at it.

    Raises OSError.
    """
    lock = FileLock(_folder())
    is_ours = lock.acquire(Holder.COMMAND, _PATIENCE if patient else 0.0)
    try:
        yield is_ours
    finally:
        lock.release()


def _folder() -> Path:
    return paths.data_folder() / "forgotten"


def _file(identity: str) -> Path:
    name = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return _folder() / f"{name}.json"


def _read(path: Path) -> ForgottenIds | None:
    try:
        data = private_files.read_json(path, _MOST_BYTES)
        identity, ids, left = data["identity"], data["ids"], data["left"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_ours = isinstance(identity, str) and path == _file(identity)
    if not is_ours or not isinstance(ids, dict) or not isinstance(left, list):
        return None
    known = {name: seq for name, seq in ids.items() if type(seq) is int}
    return ForgottenIds(identity, known, tuple(name for name in left if isinstance(name, str)))
