"""What any round promised and has not finished (R13), and what comes next.

A thing is open until it is done, or put down with a written reason. What a pick of a later round
took over with its plan is open there, and not twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cxworkshop.i18n import _, ngettext, spoken
from cxworkshop.looks import look_name, next_look
from cxworkshop.model import (
    Blocker,
    DayCheck,
    FirstStep,
    Fix,
    LookAgain,
    NextStep,
    PersonId,
    Pick,
    PutDown,
    RoundId,
    Row,
    StaffTest,
    Told,
    Verdict,
)
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.progress import ask_again_on, latest_check, latest_staff_test
from cxworkshop.queries.rounds import current_round, number_of, slots
from cxworkshop.queries.stories import continued_by, in_slot, is_left_untried, stories
from cxworkshop.rules import NOTICED, why_not_kept
from cxworkshop.store.tables.query import StoreReader


def still_open(store: StoreReader, today: date) -> list[OpenThing]:
    """Everything that is due, or was promised in an earlier round; what is latest comes first."""
    now = current_round(store).number
    found = (thing for thing in promised(store) if thing.is_due(today) or _is_left(thing, now))
    return sorted(found, key=lambda thing: thing.rank(today))


def coming(store: StoreReader, today: date) -> list[OpenThing]:
    """What is promised for a later day, the nearest first."""
    known = {thing.id for thing in still_open(store, today)}
    return [thing for thing in promised(store) if thing.id not in known]


def on_lines(things: Iterable[OpenThing], today: date) -> list[tuple[OpenThing, ...]]:
    """What one line says each: late first, then blockers by their days, what comes, and tellings.

    Those who wait to be told of one round share a line. How much is open is how many lines it is.
    """
    all_ = list(things)
    alone = [thing for thing in all_ if thing.kind is not OpenKind.TELLING]
    alone.sort(key=lambda thing: thing.rank(today))
    tellings: dict[int, list[OpenThing]] = {}
    for thing in all_:
        if thing.kind is OpenKind.TELLING:
            tellings.setdefault(thing.round_number, []).append(thing)
    return [*((thing,) for thing in alone), *map(tuple, tellings.values())]


def names_in_short(names: Sequence[str]) -> str:
    """ "A", "A and B", "A and 3 more"."""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return _("{first} and {second}").format(first=names[0], second=names[1])
    more = len(names) - 1
    text = ngettext("{first} and {n} more", "{first} and {n} more", more)
    return text.format(first=names[0], n=more)


def promised(store: StoreReader) -> list[OpenThing]:
    """Everything that is not done and not put down, in the order of its days."""
    return store.cached(("promised", *spoken()), lambda: _promised(store))


def _is_left(thing: OpenThing, current: int) -> bool:
    return thing.round_number < current and thing.kind is not OpenKind.LOOK_AGAIN


def _promised(store: StoreReader) -> list[OpenThing]:
    put_down = {row.id for row in store.rows(PutDown)}
    found = (*_of_picks(store), *_tellings(store), *_looks(store))
    return sorted((thing for thing in found if thing.id not in put_down), key=_order)


def _order(thing: OpenThing) -> tuple[date, date, str]:
    return (thing.due_on or date.max, thing.since or date.max, thing.id)


def _of_picks(store: StoreReader) -> Iterator[OpenThing]:
    for pick in store.rows(Pick):
        check = latest_check(store, pick.id)
        if check is None and not in_slot(store, pick):
            continue  # taken out before anything was promised
        yield from _OfPick(store, pick, check).things()


class _OfPick:
    """What is open of one pick."""

    def __init__(self, store: StoreReader, pick: Pick, check: DayCheck | None) -> None:
        self._store, self._pick, self._check = store, pick, check
        self._later = continued_by(store, pick.id)

    def things(self) -> Iterator[OpenThing]:
        if self._later is None and self._is_promised:
            yield from self._steps()
            yield from self._blockers()
        if self._check is not None:
            yield from self._checks(self._check)
        yield from self._fixes()

    @property
    def _is_promised(self) -> bool:
        """Whether the plan was locked, or is being made; a plan left behind promises nothing."""
        if self._check is not None and not self._is_at_its_end:
            return True
        return self._pick.round == current_round(self._store).id and not self._is_at_its_end

    @property
    def _is_at_its_end(self) -> bool:
        """Whether customers don't notice it, and so its steps are over."""
        return self._check is not None and self._check.after is not None

    def _thing(
        self,
        kind: OpenKind,
        row: Row,
        words: str,
        due: date | None = None,
        who: PersonId | None = None,
    ) -> OpenThing:
        taken = slots(self._store, self._pick.round)
        return OpenThing(
            kind=kind,
            table=row.table,
            row=row.id,
            round_number=number_of(self._pick.round),
            words=words,
            pick=self._pick.id,
            slot=next((n for n, pick in taken.items() if pick == self._pick.id), None),
            title=self._outcome.title,
            who=who,
            due_on=due,
            since=row.came_up_on if isinstance(row, Blocker) else None,
        )

    @property
    def _outcome(self) -> Outcome:
        return outcome_of(self._store, self._pick.id)

    def _steps(self) -> Iterator[OpenThing]:
        rows = self._store.rows(FirstStep, pick=self._pick.id, set_aside_on=None, done_on=None)
        for row in rows:
            if row.by_when is not None:
                yield self._thing(OpenKind.STEP, row, row.words, row.by_when, row.who)

    def _blockers(self) -> Iterator[OpenThing]:
        rows = self._store.rows(Blocker, pick=self._pick.id, set_aside_on=None, removed_on=None)
        for row in rows:
            yield self._thing(OpenKind.BLOCKER, row, row.words, who=row.remover)

    def _checks(self, check: DayCheck) -> Iterator[OpenThing]:
        if check.verdict is None:
            text = _("Ask {customers} what they notice")
            yield self._thing(OpenKind.CHECK, check, text, check.due_on)
            yield from self._test_of_before(check)
        elif check.verdict is Verdict.NONE:
            yield from self._next_step(check)
        elif why_not_kept(self._store, self._pick.id) is not None:
            yield from self._staff_test(check)

    def _test_of_before(self, check: DayCheck) -> Iterator[OpenThing]:
        """The staff test that an earlier check asked for, while its plan is checked once more."""
        before = [row for row in self._store.rows(DayCheck, pick=self._pick.id) if row != check]
        if before and before[-1].verdict in NOTICED:
            test = latest_staff_test(self._store, self._pick.id)
            if test is None or not test.sure:
                yield from self._staff_test(before[-1])

    def _next_step(self, check: DayCheck) -> Iterator[OpenThing]:
        if check.after is None:
            text = _("Decide: another 30 days, or back to the list")
            yield self._thing(OpenKind.NEXT_STEP, check, text)
        elif check.after is NextStep.AGAIN and is_left_untried(self._store, self._pick):
            yield self._thing(OpenKind.NEXT_STEP, check, _("Give it the 30 days it was promised"))

    def _staff_test(self, check: DayCheck) -> Iterator[OpenThing]:
        if self._later is not None and latest_staff_test(self._store, self._later.id) is not None:
            return  # it was asked again there
        test = latest_staff_test(self._store, self._pick.id)
        if test is None:
            text = _("Ask whether it stays without us")
            yield self._thing(OpenKind.STAFF_TEST, check, text, check.done_on)
            return
        text = _("Ask again whether it stays")
        again = ask_again_on(self._store, test)
        yield self._thing(OpenKind.STAFF_TEST, test, text, again)

    def _fixes(self) -> Iterator[OpenThing]:
        for test in self._store.rows(StaffTest, pick=self._pick.id):
            for fix in self._store.rows(Fix, staff_test=test.id, done_on=None):
                yield self._thing(OpenKind.FIX, fix, fix.words, fix.by_when, fix.who)


def _tellings(store: StoreReader) -> Iterator[OpenThing]:
    for row in store.rows(Told, told_on=None):
        yield OpenThing(
            kind=OpenKind.TELLING,
            table=row.table,
            row=row.id,
            round_number=number_of(row.round),
            words=_("Tell {who}").format(who=row.who),
        )


def _looks(store: StoreReader) -> Iterator[OpenThing]:
    """The next look at each improvement that is kept: only the nearest, so that none piles up."""
    for story in stories(store):
        pick = story[-1]
        due = next_look(store, pick)
        if due is not None:
            months, day = due
            text = ngettext("Look again after {n} month", "Look again after {n} months", months)
            yield OpenThing(
                kind=OpenKind.LOOK_AGAIN,
                table=LookAgain.table,
                row=look_name(pick.id, months),
                round_number=number_of(pick.round),
                words=text.format(n=months),
                pick=pick.id,
                title=outcome_of(store, pick.id).title,
                due_on=day,
            )


def was_open(store: StoreReader, thing_id: str) -> OpenThing | None:
    """What was put down, as it would be open again; None if it would not."""
    found = (*_of_picks(store), *_tellings(store))
    return next((thing for thing in found if thing.id == thing_id), None)


def open_of_round(store: StoreReader, round_id: RoundId) -> list[OpenThing]:
    """What is not finished of one round."""
    return [thing for thing in promised(store) if thing.round_number == number_of(round_id)]
