"""One open workshop, the one door to the core: open, close, subscribe, undo, redo.

It holds the stops and services, which do the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar, cast

from cxworkshop.ids import new_session
from cxworkshop.model import Changes, HistoryLine, Round, Row
from cxworkshop.on_demand import Part, load_parts
from cxworkshop.queries.room import room_warning
from cxworkshop.queries.rounds import round_id_of
from cxworkshop.rules import refuse_destroying, refuse_rewriting
from cxworkshop.services.rehearsals import is_rehearsal
from cxworkshop.store.disk import file
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.resume import OpenedFile, open_readonly, resume
from cxworkshop.store.disk.session import Session
from cxworkshop.store.disk.workshop_file import WorkshopFile
from cxworkshop.store.tables.journal import Listener, Store
from cxworkshop.store.tables.round_view import RoundView

if TYPE_CHECKING:
    from cxworkshop.content.gather import ContentGatherer
    from cxworkshop.services.answers import Answers
    from cxworkshop.services.importing import Importing
    from cxworkshop.services.looking_again import LookingAgain
    from cxworkshop.services.merging import Merging
    from cxworkshop.services.open_promises import OpenPromises
    from cxworkshop.services.overview import Overview
    from cxworkshop.services.people import People
    from cxworkshop.services.privacy import Privacy
    from cxworkshop.services.rounds import Rounds
    from cxworkshop.services.similarity import Similarity
    from cxworkshop.services.unverified import Unverified
    from cxworkshop.stops.big_list import BigList
    from cxworkshop.stops.check import Check
    from cxworkshop.stops.make_better import MakeBetter
    from cxworkshop.stops.pick import Picks
    from cxworkshop.stops.prepare import Prepare
    from cxworkshop.stops.share import Share
    from cxworkshop.stops.staff_test import StaffTests
    from cxworkshop.stops.talk import Talk
    from cxworkshop.store.disk.keeper import Keeper
    from cxworkshop.store.disk.long_change import LongChange
    from cxworkshop.store.recovery.rescue import RescueResult

T = TypeVar("T")


class Workshop:
    """One open workshop. `today` is the day it believes in; set it for rehearsals and tests.

    What many commands do without is imported when it is first asked for: a third of the start.
    In a `with` statement it is closed at the end; after an exception it is left as it is.
    """

    overview: Part[Overview] = Part("cxworkshop.services.overview:Overview")
    people: Part[People] = Part("cxworkshop.services.people:People")
    prepare: Part[Prepare] = Part("cxworkshop.stops.prepare:Prepare")
    talk: Part[Talk] = Part("cxworkshop.stops.talk:Talk")
    importing: Part[Importing] = Part("cxworkshop.services.importing:Importing")
    big_list: Part[BigList] = Part("cxworkshop.stops.big_list:BigList")
    similarity: Part[Similarity] = Part("cxworkshop.services.similarity:Similarity")
    pick: Part[Picks] = Part("cxworkshop.stops.pick:Picks")
    make_better: Part[MakeBetter] = Part("cxworkshop.stops.make_better:MakeBetter")
    check: Part[Check] = Part("cxworkshop.stops.check:Check")
    staff_test: Part[StaffTests] = Part("cxworkshop.stops.staff_test:StaffTests")
    share: Part[Share] = Part("cxworkshop.stops.share:Share")
    answers: Part[Answers] = Part("cxworkshop.services.answers:Answers")
    rounds: Part[Rounds] = Part("cxworkshop.services.rounds:Rounds")
    open_promises: Part[OpenPromises] = Part("cxworkshop.services.open_promises:OpenPromises")
    looking_again: Part[LookingAgain] = Part("cxworkshop.services.looking_again:LookingAgain")
    unverified: Part[Unverified] = Part("cxworkshop.services.unverified:Unverified")
    privacy: Part[Privacy] = Part("cxworkshop.services.privacy:Privacy")
    merging: Part[Merging] = Part("cxworkshop.services.merging:Merging")

    def __init__(self, store: Store, file: WorkshopFile, clock: Clock) -> None:
        self._store, self.file, self._today = store, file, clock

    @cached_property
    def content(self) -> ContentGatherer:
        """What the papers and the Wall say."""
        from cxworkshop.content.gather import ContentGatherer

        return ContentGatherer(self._store)

    @classmethod
    def new(
        cls, path: Path, team: str, today: date | None = None, *, made_up: bool = False
    ) -> Workshop:
        """Make a workshop with its first round; `save` or `start_saving` writes its file.

        One that is `made_up` says so wherever workshops are listed.
        """
        from cxworkshop.services.first_round import create_first_round

        opened = OpenedFile(Session(path), file.new_database(new_session()), is_ahead=True)
        workshop = cls._with(opened, today)
        try:
            create_first_round(workshop._store, team, workshop.today, made_up=made_up)
        except BaseException:
            workshop.file.leave()
            raise
        return workshop

    @classmethod
    def open(cls, path: Path, today: date | None = None) -> Workshop:
        """Open a file to read it; others may work on it meanwhile. Raises a FileRefusal."""
        return cls._with(open_readonly(path), today)

    @classmethod
    def resume(cls, path: Path, holder: Holder, today: date | None = None) -> Workshop:
        """Open a file to work on it until `close`, with the steps that a killed session left.

        Raises a FileRefusal: OpenElsewhere and BeingChanged while another program has the file;
        ChangedWithLeftover and MissingWithLeftover when such steps fit no file any more.
        """
        return cls._with(resume(path, holder), today)

    @staticmethod
    def rescue(path: Path, today: date | None = None) -> RescueResult:
        """Read what can be read of a damaged file, without changing it; raises a FileRefusal."""
        from cxworkshop.store.recovery.rescue import rescue

        return rescue(path, Clock(today)())

    @classmethod
    def _with(cls, opened: OpenedFile, today: date | None) -> Workshop:
        clock = Clock(today)
        try:
            store = Store(opened.connection, by=new_session(), guard=refuse_destroying, today=clock)
            workshop_file = WorkshopFile(store, opened.session, ahead=opened.is_ahead)
            return cls(store, workshop_file, clock)
        except BaseException:
            opened.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_why: object) -> None:
        if kind is None:
            self.close()
        else:
            self.file.leave()

    def in_round(self, number: int) -> Workshop:
        """This workshop as an earlier round sees it, to read it, print it, and finish its checks.

        What is written through it is written here; what would rewrite the round raises
        RoundIsOver (R14). Raises NotFound for a round that is not there.
        """
        is_over = self._store.get(Round, round_id_of(self._store, number)).ended_on is not None
        guard = partial(refuse_rewriting, self._store, number) if is_over else _allow
        view = cast("Store", RoundView(self._store, number, guard))
        return Workshop(view, self.file, self._today)

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def is_rehearsal(self) -> bool:
        """Whether it is only tried out, and thrown away at the end."""
        return is_rehearsal(self.path)

    @property
    def today(self) -> date:
        return self._today()

    @today.setter
    def today(self, day: date | None) -> None:
        self._today.day = day

    @property
    def seq(self) -> int:
        """The number of the last change; rises with every one, undo and redo included."""
        return self._store.seq

    @property
    def digest(self) -> int:
        """A checksum of everything in it, 64 bits: the same contents, the same number."""
        return self._store.digest & (2**64 - 1)

    @contextmanager
    def as_one(self, title: str) -> Iterator[None]:
        """Make several calls one undo step; a refusal in any of them undoes them all."""
        with self._store.edit(title):
            yield

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each change; returns a function that ends this."""
        self._store.listeners.append(listener)
        return lambda: self._store.listeners.remove(listener)

    def begin_long(self, action: Callable[[Workshop], T]) -> LongChange[T]:
        """Begin a change of many rows; it is made on a copy, in any thread, and then taken over.

        `action` gets the copy, in its newest round.
        """
        from cxworkshop.store.disk.long_change import LongChange

        clock = Clock(self.today)
        return LongChange(self._store, lambda copy: action(Workshop(copy, self.file, clock)))

    def rows_within(self, steps: int) -> int:
        """About how many rows so many steps back (below 0) or forward change; a few count as 0."""
        return self._store.past.rows_within(steps)

    def undo(self) -> Changes:
        """Undo the last action; raises NothingToUndo."""
        return self._store.undo()

    def redo(self) -> Changes:
        """Redo the action that was undone last; raises NothingToRedo."""
        return self._store.redo()

    def undo_title(self) -> str | None:
        """The title of the action that `undo` would take back."""
        return self._store.past.undo_title()

    def redo_title(self) -> str | None:
        """The title of the action that `redo` would bring back."""
        return self._store.past.redo_title()

    def history(self) -> list[HistoryLine]:
        """Every action of the workshop's life, the oldest first."""
        return self._store.past.lines()

    def room_warning(self) -> str:
        """A sentence once it is half as full as it may be, else ""."""
        return room_warning(self._store)

    def start_saving(self) -> Keeper:
        """Write each edit to the disk from now on; see `WorkshopFile.start_saving`.

        It is for long work, so what a command would import when it needs it is imported here.
        """
        load_parts(Workshop)
        return self.file.start_saving()

    def save(self) -> None:
        """Write everything to the file; raises a FileRefusal, and then the file is as it was."""
        self.file.save()

    def close(self) -> None:
        """Save and close; raises the Refusal that prevents saving, and then it stays open."""
        self.file.close()


class Clock:
    """Today's date, unless another day was set."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day or date.today()  # noqa: DTZ011 - the room's own calendar day is meant


def _allow(_row: Row) -> None:
    """The round goes on."""
