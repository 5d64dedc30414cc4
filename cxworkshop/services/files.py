"""Workshop files that are not open here: check one, get an earlier copy or unsaved steps back.

Screens and commands reach the store's functions on files through this module alone. All of them
raise a FileRefusal when the file can't be read, or the new one can't be written.
"""

from __future__ import annotations

from pathlib import Path

from cxworkshop.store.disk.backups import Backup, Backups, restore_backup
from cxworkshop.store.disk.file import FileReport, examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.long_change import LongChange
from cxworkshop.store.disk.move import Move
from cxworkshop.store.disk.resume import has_stranded_steps, has_unsaved_steps, save_leftover
from cxworkshop.store.disk.workshop_file import WorkshopFile
from cxworkshop.store.recovery.rescue import RescueResult
from cxworkshop.store.refusals import CannotWrite, FileIsThere
from cxworkshop.whole_files import replace_whole, write_new

__all__ = [
    "Backup",
    "FileReport",
    "Holder",
    "LongChange",
    "Move",
    "RescueResult",
    "WorkshopFile",
    "backups",
    "examine",
    "has_stranded_steps",
    "has_unsaved_steps",
    "replace_for_others",
    "restore_backup",
    "save_leftover",
    "write_for_others",
]


def write_for_others(path: Path, data: bytes) -> None:
    """Write a new file that is no workshop; raises FileIsThere or CannotWrite, and leaves none."""
    try:
        write_new(path, data)
    except FileExistsError:
        raise FileIsThere(path.name) from None
    except OSError:
        raise CannotWrite(path.name) from None


def replace_for_others(path: Path, data: bytes) -> None:
    """The same in place of what is there, which stays if that fails; raises CannotWrite."""
    try:
        replace_whole(path, data)
    except OSError:
        raise CannotWrite(path.name) from None


def backups(path: Path) -> list[Backup]:
    """The earlier copies of a workshop file, the newest first."""
    return Backups(path).all()
