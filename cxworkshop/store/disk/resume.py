"""Open a file to work on it, with the steps that a killed session left beside it, if any."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from cxworkshop.filenames import real_path
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.publish import NO_FILE, Fingerprint, publish
from cxworkshop.store.disk.session import Leftover, Session, TargetState
from cxworkshop.store.tables.checks import is_stamped, tables
from cxworkshop.store.tables.migrations import VERSION
from cxworkshop.value_object import ValueObject

_STAMP = 'SELECT seq, "by" FROM head'  # of the last commit


class OpenedFile(ValueObject):
    """A workshop's session and rows; `is_ahead`: the rows have steps that the file lacks."""

    session: Session
    connection: sqlite3.Connection
    is_ahead: bool = False

    def release(self) -> None:
        """Unlock the file and close the rows."""
        self.session.end()
        self.connection.close()


def open_readonly(path: Path) -> OpenedFile:
    """Open a file to read it, without locking it. Raises a FileRefusal."""
    data = file.read(path)
    session = Session(path, (Fingerprint.of(data),))
    return OpenedFile(session, file.load(data, path.name))


def resume(path: Path, holder: Holder) -> OpenedFile:
    """Open and lock a file to work on it; raises a FileRefusal, and then it is unlocked again.

    ChangedWithLeftover and MissingWithLeftover are about steps of a killed session that fit no
    file any more: `save_leftover` writes them to a file of their own.
    """
    _finish_forgettings()
    session = Session(path)
    session.begin(holder)
    try:
        return _open_leftover(session) or _open_file(session, holder)
    except BaseException:
        session.end()
        raise


def _finish_forgettings() -> None:
    from cxworkshop.store.forgetting.sweep import finish_forgettings

    finish_forgettings()


def save_leftover(path: Path, to: Path) -> None:
    """Write the steps that a killed session left to a file of their own.

    Raises a FileRefusal, such as FileIsThere, or NoSuchFile when there are no such steps.
    """
    _finish_forgettings()
    session = Session(path)
    session.begin(Holder.COMMAND)
    try:
        leftover = session.leftover()
        if leftover is None:
            raise refusals.NoSuchFile(path.name)
        publish(leftover.image, real_path(to), NO_FILE)
        session.discard_steps()
    finally:
        session.end()


def back_up_leftover(session: Session) -> None:
    """Keep the steps of another session on this path as an earlier copy: nobody asked for them."""
    leftover = session.leftover()
    if leftover is not None:
        Backups(session.path).take(leftover.image, leftover.seq)
    with suppress(OSError):
        session.set_unreadable_aside()


def has_unsaved_steps(path: Path) -> bool:
    """Whether a session on this file was killed, or is open right now."""
    return Session(path).has_unsaved_steps


def has_stranded_steps(path: Path) -> bool:
    """Whether a killed session has steps that fit no file any more, see `save_leftover`."""
    if not has_unsaved_steps(path):
        return False
    try:
        opened = resume(path, Holder.COMMAND)
    except (refusals.ChangedWithLeftover, refusals.MissingWithLeftover):
        return True
    except refusals.FileRefusal:
        return False
    opened.release()
    return False


def _open_file(session: Session, holder: Holder) -> OpenedFile:
    data = file.read(session.path)
    session.known = (Fingerprint.of(data),)
    version = file.recognise(data, session.path.name)
    connection = file.load(data, session.path.name)
    with file.closed_on_error(connection):
        if version < VERSION or holder is Holder.COMMAND:
            _back_up(session.path, data, connection, always=version < VERSION)
    return OpenedFile(session, connection)


def _back_up(path: Path, data: bytes, connection: sqlite3.Connection, *, always: bool) -> None:
    """Take a copy: always before an upgrade, and before a command when one is due."""
    backups = Backups(path)
    if always or backups.is_due():
        backups.take(data, connection.execute("SELECT seq FROM head").fetchone()[0])


def _open_leftover(session: Session) -> OpenedFile | None:
    """Open a killed session's live copy, if it has steps which the file lacks."""
    leftover = session.leftover()
    rows = _loaded(leftover.image, session.path) if leftover is not None else None
    if leftover is None or rows is None:
        with suppress(OSError):
            session.set_unreadable_aside()
        return None
    with file.closed_on_error(rows):
        if leftover.target is TargetState.GONE:
            raise refusals.MissingWithLeftover(session.path.name)
        if _has_last_commit(session.path, rows):
            rows.close()
            session.discard_steps()
            return None
        if not leftover.known:
            leftover = _going_on(leftover, session.path, rows)
        if leftover is None:
            rows.close()
            back_up_leftover(session)
            return None
        if leftover.target is TargetState.CHANGED:
            raise refusals.ChangedWithLeftover(session.path.name)
        session.take_over(leftover)
    return OpenedFile(session, rows, is_ahead=True)


def _going_on(leftover: Leftover, path: Path, live_copy: sqlite3.Connection) -> Leftover | None:
    """A live copy whose notes are lost, if it goes on from the file; else nobody can tell."""
    try:
        data = file.read(path)
        connection = file.load(data, path.name)
    except refusals.FileRefusal:
        return None
    with closing(connection):
        stamp = connection.execute(_STAMP).fetchone()
        newest = live_copy.execute(_STAMP).fetchone()
    if newest[0] <= stamp[0] or not _has_stamp(live_copy, stamp):
        return None
    return replace(leftover, known=(Fingerprint.of(data),), target=TargetState.OURS)


def _loaded(live_copy: bytes, path: Path) -> sqlite3.Connection | None:
    """A live copy; None if it can't be read. Raises NewerFile or NewerSteps: it stays for those
    who can read it."""
    try:
        return file.load(live_copy, path.name)
    except refusals.NewerFile:
        file.recognise(file.read(path), path.name)  # which may be of a newer format too
        raise refusals.NewerSteps(path.name) from None
    except refusals.FileRefusal:
        return None


def _has_last_commit(path: Path, live_copy: sqlite3.Connection) -> bool:
    """Whether the file has the live copy's last commit, and so all of its steps.

    A commit is recognised by its stamp, which the rows that it wrote carry.
    """
    try:
        connection = file.load(file.read(path), path.name)
    except refusals.FileRefusal:
        return False
    with closing(connection):
        return _has_stamp(connection, live_copy.execute(_STAMP).fetchone())


def _has_stamp(connection: sqlite3.Connection, stamp: tuple[int, str]) -> bool:
    return any(is_stamped(connection, table, *stamp) for table in ("head", *tables(connection)))
