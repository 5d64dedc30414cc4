"""Take what was forgotten out of every copy of the workshop that this laptop has of its own.

Copies lie by the path of the file at that time, and a file may have been renamed, moved or copied
since. So all folders are looked through for copies of the same identity. A copy that lacks any of
the ids that were forgotten is from before: it goes. Steps that a killed session left on another
file are nowhere else: they are rebuilt without what was forgotten.

A folder that another window works in is left until that ends. What is left is remembered on the
disk, and finished when a workshop is closed or opened, also after a kill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cxworkshop import log, paths, private_files
from cxworkshop.store import refusals
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.live_copy import remove_live_copy
from cxworkshop.store.disk.lock import FileLock, Holder
from cxworkshop.store.disk.publish import Fingerprint, fingerprint, sync_folder, temporary_name
from cxworkshop.store.disk.session import KEPT_NAMES, Leftover, Session
from cxworkshop.store.forgetting import register
from cxworkshop.store.forgetting.copies import FolderNote, noted, read_copy
from cxworkshop.store.forgetting.register import EVERYWHERE, ForgottenIds

KINDS = ("sessions", "backups")
_RANDOM = 16  # characters of the shortest random id


def forget_everywhere(session: Session, image: bytes, seq: int) -> None:
    """Reach every copy of the workshop in this image, which its open session has made safe.

    A clean earlier copy is taken before the others go. Raises OSError.
    """
    copy = read_copy(image)
    if copy is None or not copy.forgotten:
        return
    known = register.load(copy.identity)
    if known.knows(copy.forgotten) and known.left != EVERYWHERE:
        return
    Backups(session.path).take(image, seq)
    with register.locked(patient=True):  # another program that takes longer has a slow disk
        known = register.load(copy.identity)
        entry = replace(known, ids=known.with_ids(copy.forgotten), left=EVERYWHERE)
        register.save(entry)
        _Sweep(entry, _Own(session, copy.forgotten)).run()


def finish_forgettings() -> None:
    """Reach the copies that an earlier forgetting has left; never raises."""
    with log.logged("finishing a forgetting"):
        if not register.unfinished():
            return
        with register.locked(patient=False) as is_ours:
            for entry in register.unfinished() if is_ours else ():
                _Sweep(entry, None).run()


@dataclass(frozen=True)
class _Place:
    """The folders of the sessions and of the backups that were made for one path."""

    name: str

    @property
    def folders(self) -> list[Path]:
        return [paths.data_folder() / kind / self.name for kind in KINDS]

    @property
    def notes(self) -> list[FolderNote]:
        return [note for folder in self.folders if (note := noted(folder)) is not None]

    def may_be_of(self, identity: str) -> bool:
        """Whether a copy that can't be read may be one of this workshop's."""
        notes = self.notes
        return not notes or any(note.may_hold(identity) for note in notes)

    def is_worth_looking(self, identity: str) -> bool:
        """Whether there may be copies of this workshop, readable or not."""
        return self.may_be_of(identity) or any(note.is_vague for note in self.notes)

    def files(self) -> Iterator[Path]:
        """Everything in them that may hold somebody's words."""
        for folder in self.folders:
            there = folder.iterdir() if folder.is_dir() else ()
            yield from (path for path in there if path.name not in KEPT_NAMES)


@dataclass(frozen=True)
class _Own:
    """The session that is open here, and what is forgotten in its workshop."""

    session: Session
    forgotten: Mapping[str, int]

    def is_at(self, place: _Place) -> bool:
        return place.name == self.session.folder.name


class _Sweep:
    """One look through all folders."""

    def __init__(self, entry: ForgottenIds, own: _Own | None) -> None:
        self._entry, self._own = entry, own
        self._marks = [name.encode() for name in entry.ids if _is_random(name)]

    def run(self) -> None:
        """Reach what can be reached now, and remember the rest. Raises OSError."""
        left = tuple(place.name for place in self._places() if not self._reach(place))
        if self._own is not None:
            self._clear_beside(self._own)
        register.save(replace(self._entry, left=left))

    def _places(self) -> list[_Place]:
        folders = [paths.data_folder() / kind for kind in KINDS]
        names = {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()}
        if self._entry.left != EVERYWHERE:
            names &= set(self._entry.left)
        return [_Place(name) for name in sorted(names)]

    def _reach(self, place: _Place) -> bool:
        """Look through one place; False when it has to wait."""
        if not place.is_worth_looking(self._entry.identity):
            return True
        if self._own is not None and self._own.is_at(place):
            is_clear = self._clear(place, self._own.session.live_files)
            return is_clear and self._own.forgotten.keys() >= self._entry.ids.keys()
        lock = FileLock(place.folders[0])
        try:
            if not lock.acquire(Holder.COMMAND):
                return False
            return self._rebuild_steps(place) and self._clear(place)
        except OSError as error:
            log.failure("forgetting in a copy", error)
            return False
        finally:
            lock.release()

    def _clear(self, place: _Place, kept: Iterable[Path] = ()) -> bool:
        keeping, gone = frozenset(kept), True
        # Copies come last: those that are there still tell whose the half-typed words are.
        for path in sorted(place.files(), key=lambda path: (path.suffix == ".cxw", path)):
            if path not in keeping and self._must_go(path, place):
                gone = _removed(path) and gone
        for note in place.notes:
            gone = _removed(temporary_name(note.path)) and gone
        return gone

    def _must_go(self, path: Path, place: _Place) -> bool:
        if not private_files.is_regular(path):
            return False
        if path.suffix != ".cxw":  # half-typed words, or what a kill left of writing
            return self._is_place_ours(place)
        return self._is_from_before(path.read_bytes(), place)

    def _is_place_ours(self, place: _Place) -> bool:
        """Whether words that name no workshop may be of ours."""
        if place.notes:
            return place.may_be_of(self._entry.identity)
        copies = [path for path in place.files() if path.suffix == ".cxw"]
        read = [read_copy(path.read_bytes()) for path in copies]
        others = [copy for copy in read if copy is not None and not self._is_ours(copy.identity)]
        return len(others) < len(copies) or not copies

    def _is_ours(self, identity: str) -> bool:
        return identity == self._entry.identity

    def _is_from_before(self, image: bytes, place: _Place) -> bool:
        """Whether it is of our workshop and lacks something that was forgotten.

        What can't be read goes unless it is known to be another workshop's. A copy of an older
        format has no identity, but the ids of the same rows.
        """
        copy = read_copy(image)
        if copy is not None and self._is_ours(copy.identity):
            return not self._wanted(place).keys() <= copy.forgotten.keys()
        if copy is not None:
            return copy.is_derived and self._has_our_rows(image)
        is_named = self._entry.identity.encode() in image
        return is_named or self._has_our_rows(image) or place.may_be_of(self._entry.identity)

    def _wanted(self, place: _Place) -> Mapping[str, int]:
        """What a copy must know to be clean: beside an open window, no more than that knows."""
        is_own = self._own is not None and self._own.is_at(place)
        return self._own.forgotten if self._own is not None and is_own else self._entry.ids

    def _has_our_rows(self, image: bytes) -> bool:
        return any(mark in image for mark in self._marks)

    def _rebuild_steps(self, place: _Place) -> bool:
        """Rebuild the steps of a killed session; False when that fails on the disk."""
        session = Session.in_folder(place.folders[0])
        leftover = session.leftover() if session is not None else None
        if session is None or leftover is None or not self._is_from_before(leftover.image, place):
            return True
        try:
            image = _without_forgotten(leftover.image, self._entry)
        except refusals.FileRefusal:
            image = None
        if image is None or _is_in_file(leftover, session.path):
            session.discard_steps()
            return True
        session.take_over(leftover)
        session.create_live_copy(image).close()
        return True

    def _clear_beside(self, own: _Own) -> None:
        """Remove what kills left of writing beside the file, also under other names."""
        path = own.session.path
        _removed(temporary_name(path))
        pattern = temporary_name(path.with_name("*")).name
        for temporary in path.parent.glob(pattern):
            name = temporary.name[1:].removesuffix(pattern.rpartition("*")[2])
            place = _Place(Session(path.with_name(name)).folder.name)
            is_left = private_files.is_regular(temporary) and not _is_open(place)
            if is_left and self._is_from_before(temporary.read_bytes(), place):
                _removed(temporary)


def _is_random(name: str) -> bool:
    return "/" not in name and len(name) >= _RANDOM


def _without_forgotten(image: bytes, entry: ForgottenIds) -> bytes:
    from cxworkshop.store.recovery.rescue import without_forgotten  # rarely needed: opens sooner

    return without_forgotten(image, entry.ids, date.today())  # noqa: DTZ011 - the room's own day


def _is_in_file(leftover: Leftover, path: Path) -> bool:
    """Whether the user's file is just what the live copy is: then no step is lost with it."""
    try:
        return fingerprint(path) == Fingerprint.of(leftover.image)
    except OSError:
        return False


def _is_open(place: _Place) -> bool:
    """Whether another program works on the file for which this place is."""
    lock = FileLock(place.folders[0])
    try:
        return place.folders[0].is_dir() and not lock.acquire(Holder.COMMAND)
    finally:
        lock.release()


def _removed(path: Path) -> bool:
    """Remove a file so that it stays removed after a power cut; False when that fails."""
    try:
        if path.suffix == ".cxw":
            remove_live_copy(path)
        elif path.is_file():
            path.unlink()
            sync_folder(path.parent)
    except OSError as error:
        log.failure("forgetting in a copy", error)
        return False
    return True
