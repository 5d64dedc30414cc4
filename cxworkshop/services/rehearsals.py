"""Rehearsals: workshops to try things out, which are thrown away at the end.

Each lies in a folder of its own in the program's data folder, which is what tells it from a real
workshop: on every page, on paper, and where earlier copies and recent workshops are listed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cxworkshop import paths
from cxworkshop.filenames import real_path
from cxworkshop.ids import new_session
from cxworkshop.store.disk.lock import FileLock, Holder
from cxworkshop.store.disk.session import folder_of


def _folder() -> Path:
    return paths.data_folder() / "rehearsal"


def is_rehearsal(path: Path) -> bool:
    """Whether the workshop at this path is a rehearsal."""
    return real_path(path).is_relative_to(real_path(_folder()))


def new_rehearsal() -> Path:
    """A new place for a rehearsal."""
    return _folder() / new_session() / "bakery.cxw"


def throw_rehearsals_away() -> None:
    """Remove all rehearsals that nobody has open, with their live copies and earlier copies.

    What can't be removed stays until the next time.
    """
    for path in list(_folder().glob("*/*.cxw")):
        with suppress(OSError):
            _throw_away(path)


def _throw_away(path: Path) -> None:
    from shutil import rmtree  # here: with it come libraries of four kinds of compression

    session, copies = folder_of(path, "sessions"), folder_of(path, "backups")
    lock = FileLock(session)
    if not lock.acquire(Holder.COMMAND):
        return  # another window rehearses
    lock.release()
    for folder in (path.parent, session, copies):
        rmtree(folder, ignore_errors=True)
