"""Beginning to work on a file: with what it holds, or with what a killed session has beyond it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.publish import THERE_IS_NONE, Fingerprint, publish
from cxworkshop.store.disk.session import Session, TargetState
from cxworkshop.store.tables.checks import is_stamped, tables
from cxworkshop.store.tables.migrations import VERSION


@dataclass(frozen=True)
class OpenedFile:
    """A workshop's file and its rows; `is_ahead`: they have what the file does not have yet."""

    session: Session
    connection: sqlite3.Connection
    is_ahead: bool = False

    def let_go(self) -> None:
        """Let others have the file."""
        self.session.end()
        self.connection.close()


def open_readonly(path: Path) -> OpenedFile:
    """Only to read: nobody is kept from the file. Raises a FileRefusal."""
    data = file.read(path)
    session = Session(path, (Fingerprint.of(data),))
    return OpenedFile(session, file.load(data, path.name))


def resume(path: Path, holder: Holder) -> OpenedFile:
    """To work on it; raises a FileRefusal, and then it is free for others again.

    LeftElsewhere and LeftAlone stand for steps that are safe here and fit no file: `keep_apart`
    puts them into one of their own.
    """
    session = Session(path)
    session.begin(holder)
    try:
        return _where_it_broke_off(session) or _from_the_file(session, holder)
    except BaseException:
        session.end()
        raise


def keep_apart(path: Path, to: Path) -> None:
    """Put the steps that a broken-off session left into a file of their own.

    Raises a FileRefusal: FileIsThere, and NoSuchFile when there is nothing left over.
    """
    session = Session(path)
    session.begin(Holder.COMMAND)
    try:
        left = session.leftover()
        if left is None:
            raise refusals.NoSuchFile(path.name)
        publish(left.image, to.resolve(), THERE_IS_NONE)
        session.forget_steps()
    finally:
        session.end()


def set_apart(session: Session) -> None:
    """Steps of another session on this path go among the earlier copies; nobody asked for them."""
    left = session.leftover()
    if left is not None:
        Backups(session.path).take(left.image, left.seq)
    with suppress(OSError):
        session.put_away()


def has_steps(path: Path) -> bool:
    """Whether a session on this file was broken off, or goes on right now."""
    return Session(path).has_steps


def is_left_over(path: Path) -> bool:
    """Whether a broken-off session has steps that fit no file any more, see `keep_apart`."""
    if not has_steps(path):
        return False
    try:
        begun = resume(path, Holder.COMMAND)
    except (refusals.LeftElsewhere, refusals.LeftAlone):
        return True
    except refusals.FileRefusal:
        return False
    begun.let_go()
    return False


def _from_the_file(session: Session, holder: Holder) -> OpenedFile:
    data = file.read(session.path)
    session.known = (Fingerprint.of(data),)
    version = file.recognise(data, session.path.name)
    connection = file.load(data, session.path.name)
    with file.closed_on_error(connection):
        if version < VERSION or holder is Holder.COMMAND:
            _back_up(session.path, data, connection, always=version < VERSION)
    return OpenedFile(session, connection)


def _back_up(path: Path, data: bytes, connection: sqlite3.Connection, *, always: bool) -> None:
    """Before an upgrade, and before a command when the last copy is not of just now."""
    backups = Backups(path)
    if always or backups.is_due():
        backups.take(data, connection.execute("SELECT seq FROM head").fetchone()[0])


def _where_it_broke_off(session: Session) -> OpenedFile | None:
    """Its live copy, when that has steps which the file lacks, and the file is still ours."""
    left = session.leftover()
    live = _loaded(left.image, session.path.name) if left is not None else None
    if left is None or live is None:
        with suppress(OSError):
            session.put_away()
        return None
    with file.closed_on_error(live):
        if left.target is TargetState.GONE:
            raise refusals.LeftAlone(session.path.name)
        if _has_last_step(session.path, live):
            live.close()
            session.forget_steps()
            return None
        if left.target is TargetState.ELSEWHERE:
            raise refusals.LeftElsewhere(session.path.name)
        session.take_over(left)
    return OpenedFile(session, live, is_ahead=True)


def _loaded(image: bytes, name: str) -> sqlite3.Connection | None:
    try:
        return file.load(image, name)
    except refusals.FileRefusal:
        return None


def _has_last_step(path: Path, live: sqlite3.Connection) -> bool:
    """Whether the file holds the live copy's last commit: then it comes after it, or is it.

    A commit is known by its stamp, which the rows that it wrote carry.
    """
    try:
        connection = file.load(file.read(path), path.name)
    except refusals.FileRefusal:
        return False
    stamp = live.execute('SELECT seq, "by" FROM head').fetchone()
    with closing(connection):
        return any(is_stamped(connection, table, *stamp) for table in ("head", *tables(connection)))
