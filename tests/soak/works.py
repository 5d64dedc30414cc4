"""A program to be cut off: works on a workshop with one thread, and says what is promised.

    python works.py SCENARIO FOLDER

It says `SAFE seq digest` and `SAVED seq digest` when the store says so, and `DID seq digest` for
every edit that it makes, so that whoever looks later knows what each `seq` must hold; `AWAY` and
`BACK` when a person moves the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk import publish
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.disk_writer import DiskWriter
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.publish import sync_folder
from cxworkshop.store.refusals import CannotBegin
from cxworkshop.store.tables.journal import Commit
from cxworkshop.workshop import Workshop

FORGOTTEN = "zqxjkvwb"  # a name like no other


def say(words: str) -> None:
    """In one write, so that it is one line of the recording."""
    os.write(1, f"{words}\n".encode())


class Works:
    """A workshop whose edits go to the disk before the next one is made."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop, self.store = workshop, workshop._store
        self.file = workshop.file
        self.digests = {self.store.seq: self.store.digest}
        say(f"DID {self.store.seq} {self.store.digest}")
        self.custody = DiskWriter(self.file._session, self.store.seq, saved=not self.file.is_ahead)
        self.custody.take_image(self.store.image(), self.store.seq)
        self.custody.mend()
        self._tell()
        self.custody.publish(forced=True)
        self._tell()
        self.store.keep = self._keep

    def _keep(self, commit: Commit) -> None:
        self.digests[commit.seq] = self.store.digest
        say(f"DID {commit.seq} {self.store.digest}")
        assert self.custody.write([commit])
        self._tell()
        self.custody.publish(forced=True)
        self._tell()

    def _tell(self) -> None:
        say(f"SAFE {self.custody.safe} {self.digests[self.custody.safe]}")
        if self.custody.saved:
            say(f"SAVED {self.custody.saved} {self.digests[self.custody.saved]}")

    def end(self) -> None:
        """As `WorkshopFile.close` ends it."""
        self.custody.back_up()
        self.custody.close()
        self.file._session.forget_steps()
        self.file._session.end()


def begun(path: Path) -> Works:
    return Works(Workshop.resume(path, Holder.WINDOW))


def create(path: Path) -> None:
    """A new workshop and its first edits."""
    workshop = Workshop.new(path, "Corner Bakery")
    workshop.file._session.begin(Holder.WINDOW)
    works = Works(workshop)
    workshop.prepare.served.add("regulars")
    works.end()


def edits(path: Path) -> None:
    """Words, undo, redo, and a close."""
    works = begun(path)
    talk = works.workshop.talk
    for number in range(5):
        talk.say(f"words {number} " + "x" * 900 * number, talk.begin(talk.next_customer().id).id)
        if number % 2:
            works.workshop.undo()
    works.workshop.undo()
    works.workshop.redo()
    works.end()


def imports(path: Path) -> None:
    """500 answers at once, with an earlier copy before them."""
    works = begun(path)
    works.store.about_to_change_much = works.custody.back_up
    lines = "".join(f"Please mend thing {n} today,2026-11-01\n" for n in range(500))
    source = ImportFile("list.csv", f"Answer,Day\n{lines}".encode())
    works.workshop.importing.take(works.workshop.importing.prepare(source), sure=True)
    works.workshop.undo()
    works.end()


def rotate(path: Path) -> None:
    """More earlier copies than are kept."""
    works = begun(path)
    copies = Backups(path)
    now = datetime(2026, 11, 23, 9, 0, 0)  # noqa: DTZ001 - the room's own time
    for number in range(26):
        works.workshop.people.find_or_add(f"Person {number}")
        copies.take(works.custody._live.image(), works.store.seq, now + timedelta(hours=number))
    works.end()


def forget(path: Path) -> None:
    """A customer is forgotten after a while, with copies of the time before."""
    works = begun(path)
    talk = works.workshop.talk
    works.store.about_to_change_much = works.custody.back_up
    who = talk.next_customer(name=FORGOTTEN)
    talk.say(f"{FORGOTTEN} " + "x" * 5000, talk.begin(who.id).id)
    works.custody.back_up()
    talk.say("somebody else", talk.begin(talk.next_customer().id).id)
    works.workshop.privacy.forget(who.id)
    say("FORGOTTEN")
    works.workshop.people.find_or_add("Ana")
    works.end()


def migrate(path: Path) -> None:
    """A file of the first format is brought up and edited."""
    works = begun(path)
    works.workshop.people.find_or_add("Ana")
    works.end()


def resumes(path: Path) -> None:
    """The file is away for a while, the program is killed, and another goes on."""
    works = begun(path)
    say("AWAY")
    away = path.rename(path.with_name("away.cxw"))
    sync_folder(path.parent)
    works.workshop.people.find_or_add("Ana")
    works.workshop.people.find_or_add("Ben")
    works.custody.close()
    works.file._session.end()
    away.rename(path)
    sync_folder(path.parent)
    say("BACK")
    again = begun(path)
    again.workshop.people.find_or_add("Eva")
    again.end()


def commands(path: Path) -> None:
    """A command takes over what a killed window left, publishes once, and another follows."""
    works = begun(path)
    works.workshop.people.find_or_add("Ana")
    works.custody.close()
    works.file._session.end()
    for name in ("Ben", "Eva"):
        workshop = Workshop.resume(path, Holder.COMMAND)
        workshop.people.find_or_add(name)
        say(f"DID {workshop._store.seq} {workshop._store.digest}")
        workshop.save()
        say(f"SAFE {workshop._store.seq} {workshop._store.digest}")
        say(f"SAVED {workshop._store.seq} {workshop._store.digest}")
        workshop.close()


def through(path: Path) -> None:
    """Go on whatever the disk does, as the window does, until all is saved."""
    try:
        workshop = Workshop.resume(path, Holder.WINDOW)
    except CannotBegin:
        _say_apart("REFUSED")  # and nothing was promised
        return
    keeper = workshop.start_saving()
    digests = {workshop._store.seq: workshop._store.digest}

    def tell() -> None:
        said = [f"SAFE {keeper.safe} {digests[keeper.safe]}"]
        if keeper.saved:
            said.append(f"SAVED {keeper.saved} {digests[keeper.saved]}")
        _say_apart("\n".join(said))

    for number in range(6):
        workshop.people.find_or_add(f"Person {number}")
        digests[workshop._store.seq] = workshop._store.digest
        _say_apart(f"DID {workshop._store.seq} {workshop._store.digest}")
        workshop.file.resend_image()
        keeper.flush()
        tell()
    for _try in range(60):
        workshop.file.resend_image()
        if keeper.flush() is None and keeper.saved == workshop._store.seq:
            break
    tell()
    workshop.close()


def _say_apart(words: str) -> None:
    """By another call than files are written with: those may be made to fail."""
    os.writev(1, [f"{words}\n".encode()])


SCENARIOS = {
    "through": through,
    "create": create,
    "edits": edits,
    "import": imports,
    "rotate": rotate,
    "forget": forget,
    "migrate": migrate,
    "resume": resumes,
    "commands": commands,
}


def plant(fault: str) -> None:
    """A fault of ours for the harness to find, or none."""
    if fault == "unsynced":
        publish.flush_to_disk = lambda _handle: None
    elif fault == "hasty":
        DiskWriter.write = _claim


def _claim(custody: DiskWriter, commits: Sequence[Commit]) -> bool:
    custody.safe = commits[-1].seq
    return True


if __name__ == "__main__":
    plant(os.environ.get("CXW_PLANT", ""))
    SCENARIOS[sys.argv[1]](Path(sys.argv[2]) / "user" / "team.cxw")
