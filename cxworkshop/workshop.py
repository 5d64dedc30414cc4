"""The one door: open, close, subscribe, undo, redo. It holds the stops and does nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from cxworkshop.ids import new_session
from cxworkshop.model import Changes
from cxworkshop.rules import refuse_destroying
from cxworkshop.stops.big_list import BigList
from cxworkshop.stops.check import Check
from cxworkshop.stops.importing import Importing
from cxworkshop.stops.make_better import MakeBetter
from cxworkshop.stops.overview import Overview
from cxworkshop.stops.people import People
from cxworkshop.stops.pick import Picking
from cxworkshop.stops.prepare import Prepare
from cxworkshop.stops.printing import Printing
from cxworkshop.stops.privacy import Privacy
from cxworkshop.stops.rounds import Rounds, found
from cxworkshop.stops.share import Share
from cxworkshop.stops.staff_test import StaffTesting
from cxworkshop.stops.talk import Talk
from cxworkshop.store import file
from cxworkshop.store.file import Fingerprint
from cxworkshop.store.journal import Commit, HistoryLine, Listener, Store
from cxworkshop.store.keeper import Keeper, Publisher


class Workshop:
    """One open workshop. `today` is the day it believes in; set it for rehearsals and tests."""

    def __init__(self, store: Store, path: Path, on_disk: Fingerprint | None, clock: Clock) -> None:
        self.store, self.path = store, path
        self._on_disk, self._clock = on_disk, clock
        self.keeper: Keeper | None = None
        self.overview = Overview(store, clock)
        self.people = People(store, clock)
        self.prepare = Prepare(store, clock)
        self.talk = Talk(store, clock)
        self.importing = Importing(store, clock)
        self.big_list = BigList(store, clock)
        self.pick = Picking(store, clock)
        self.make_better = MakeBetter(store, clock)
        self.check = Check(store, clock)
        self.staff_test = StaffTesting(store, clock)
        self.share = Share(store, clock)
        self.printing = Printing(store, clock)
        self.rounds = Rounds(store, clock)
        self.privacy = Privacy(store, clock)

    @classmethod
    def new(cls, path: Path, team: str, today: date | None = None) -> Workshop:
        """A new workshop with its first round; the file comes with the first `save`."""
        clock, by = Clock(today), new_session()
        store = Store(file.empty(by), by=by, guard=refuse_destroying, today=clock)
        found(store, team, clock())
        return cls(store, path, None, clock)

    @classmethod
    def open(cls, path: Path, today: date | None = None) -> Workshop:
        """The workshop in this file; raises a FileRefusal that says what is wrong with it."""
        data, on_disk = file.read_marked(path)
        clock, by = Clock(today), new_session()
        connection = file.load(data, path.name)
        store = Store(connection, by=by, guard=refuse_destroying, today=clock)
        return cls(store, path, on_disk, clock)

    @property
    def today(self) -> date:
        """The day that this workshop believes in."""
        return self._clock()

    @today.setter
    def today(self, day: date | None) -> None:
        self._clock.day = day

    @contextmanager
    def as_one(self, title: str) -> Iterator[None]:
        """Several calls, one undo step; a refusal in any of them takes back all."""
        with self.store.edit(title):
            yield

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell the listener of each change from now on; what is returned ends that."""
        self.store.listeners.append(listener)
        return lambda: self.store.listeners.remove(listener)

    def undo(self) -> Changes:
        """Take back the last action; raises NothingToUndo."""
        return self.store.undo()

    def redo(self) -> Changes:
        """Bring back what was undone last; raises NothingToRedo."""
        return self.store.redo()

    def undo_title(self) -> str | None:
        """What `undo` would take back."""
        return self.store.undo_title()

    def redo_title(self) -> str | None:
        """What `redo` would bring back."""
        return self.store.redo_title()

    def history(self) -> list[HistoryLine]:
        """Every action of the workshop's life."""
        return self.store.history()

    def keep(self) -> Keeper:
        """From now on a keeper carries each finished edit to the disk, in its own thread."""
        self.save()
        self.keeper = Publisher(self.store.image, self.path, self._on_disk, self.store.seq)
        self.store.keep = self.keeper.keep
        return self.keeper

    def save(self) -> None:
        """Publish now; raises a FileRefusal, and then the file is as it was."""
        image = self.store.image()
        self._on_disk = file.publish(image, self.path, self._on_disk)

    def close(self) -> None:
        """Wait for the keeper; raises the trouble that it could not get over."""
        if self.keeper is not None:
            self.keeper.close()
            self.store.keep = _nobody
            trouble, self.keeper = self.keeper.trouble, None
            if trouble is not None:
                raise trouble
        self.store.connection.close()


class Clock:
    """The day it is, unless another was set."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day

    def __call__(self) -> date:
        """The day that was set, or the computer's own."""
        return self.day or date.today()  # noqa: DTZ011 - the room's own calendar day is meant


def _nobody(_commit: Commit) -> None:
    """Nobody keeps the edits of a closed workshop."""
