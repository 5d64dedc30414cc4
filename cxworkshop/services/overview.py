"""How far each stop is, and what is missing there: the rail's rings and their second lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cxworkshop import days
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import (
    Criterion,
    CriterionAnswer,
    Person,
    Pick,
    Question,
    Served,
    StaffTest,
    Way,
)
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.queries.board import board
from cxworkshop.queries.feedback import asked_in, said_in
from cxworkshop.queries.progress import (
    judgements,
    latest_check,
    latest_staff_test,
    missing_criteria,
    missing_dates,
    missing_people,
    tellings,
)
from cxworkshop.queries.rounds import day_of, slots
from cxworkshop.still_open import promised
from cxworkshop.stops import STOPS
from cxworkshop.stops.share import is_paper
from cxworkshop.stops.stop import Stop


@dataclass(frozen=True)
class StopStatus:
    """How far a stop is, from 0.0 (not begun) to 1.0 (complete), and a short line about it.

    `is_due` says that the line is about something that is to be done by now.
    """

    key: str
    share: float
    note: str
    is_due: bool = False


class Overview(Stop):
    """All eight stops at a glance."""

    def stop_statuses(self) -> tuple[StopStatus, ...]:
        """The stops in their order."""
        return tuple(getattr(self, f"_{key}")() for key in STOPS)

    def day(self) -> int:
        """Days since the newest round's improvements were begun, or the round itself was."""
        starts = [pick.start_on for pick in self._picks() if pick.locked_on and pick.start_on]
        return day_of(min(starts, default=self._round.started_on), self._today())

    def thirty_days(self) -> str:
        """Where the round's thirty days are, in words; "" before a plan is locked."""
        starts = [pick.start_on for pick in self._picks() if pick.locked_on and pick.start_on]
        return days.of_thirty(min(starts), self._today()) if starts else ""

    def _picks(self) -> list[Pick]:
        taken = slots(self._store, self._round.id)
        return [self._store.get(Pick, taken[slot]) for slot in sorted(taken)]

    def _prepare(self) -> StopStatus:
        is_set = {
            _("whom do we serve?"): self._store.count(Served, serve=True, set_aside_on=None) > 0,
            _("no question is ticked"): self._store.count(
                Question, round=self._round.id, ticked=True
            )
            > 0,
            _("who has a say?"): self._store.count(Person, has_say=True) > 0,
        }
        missing = [words for words, fine in is_set.items() if not fine]
        return _stop_status(
            "prepare", len(is_set) - len(missing), len(is_set), missing, _("all set")
        )

    def _talk(self) -> StopStatus:
        said, customers, heard = self._heard_so_far()
        if not said:
            return StopStatus("talk", 0.0, _("nothing said yet"))
        silent = sum(way.id not in heard for way in self._store.rows(Way, hidden=False))
        note = ngettext(
            "{n} said by {heard} {customer}", "{n} said by {heard} {customers}", customers
        ).format(n=said, heard=customers)
        return StopStatus("talk", 1.0 if silent == 0 else max(0.1, 1 - silent / 10), note)

    def _heard_so_far(self) -> tuple[int, int, frozenset[str | None]]:
        """How much was said in this round, by how many customers, and about which ways."""

        def make() -> tuple[int, int, frozenset[str | None]]:
            said = said_in(self._store, self._round.id)
            ways = frozenset(verbatim.way for verbatim in said)
            return len(said), len(asked_in(self._store, self._round.id)), ways

        return self._store.cached(("heard so far", self._round.id), make)

    def _big_list(self) -> StopStatus:
        list_ = board(self._store, self._round)
        if not list_.cards:
            return StopStatus("big_list", 0.0, _("nothing on it yet"))
        grouped = len(list_.cards) - len(list_.loose)
        if list_.loose and not list_.groups:
            cards = ngettext("{n} card", "{n} cards", len(list_.cards))
            return StopStatus("big_list", 0.1, cards.format(n=len(list_.cards)))
        loose = len(list_.loose)
        note = ngettext("{n} not grouped yet", "{n} not grouped yet", loose).format(n=loose)
        done = ngettext("{n} group", "{n} groups", len(list_.groups)).format(n=len(list_.groups))
        return StopStatus("big_list", grouped / len(list_.cards), note if list_.loose else done)

    def _pick(self) -> StopStatus:
        picks = self._picks()
        if not picks:
            return StopStatus("pick", 0.0, _("nothing picked yet"))
        given = [judgements(self._store, pick.id) for pick in picks]
        yes = sum(row.answer is CriterionAnswer.YES for rows in given for row in rows.values())
        wanted = len(picks) * len(Criterion)
        open_ = wanted - yes
        text = ngettext("{n} criterion not yet a yes", "{n} criteria not yet a yes", open_)
        missing = [text.format(n=open_)]
        done = ngettext("{n} of 3 picked", "{n} of 3 picked", len(picks)).format(n=len(picks))
        return _stop_status("pick", yes, wanted, missing if open_ else [], done)

    def _make_better(self) -> StopStatus:
        picks = dict(zip(sorted(slots(self._store, self._round.id)), self._picks(), strict=True))
        locked = sum(pick.locked_on is not None for pick in picks.values())
        missing = [
            f"{slot}: {self._lacks(pick)}" for slot, pick in picks.items() if pick.locked_on is None
        ]
        done = _("all locked") if picks else ""
        status = _stop_status("make_better", locked, len(picks), missing, done)
        return status if missing else self._with_what_delays(status)

    def _lacks(self, pick: Pick) -> str:
        """What comes first before this plan is locked; stop 4 says itself what it lacks."""
        here = (*missing_people(self._store, pick), *missing_dates(pick))
        lacks = (*here, *missing_criteria(self._store, pick))
        return lacks[0] if lacks else _("not locked yet")

    def _with_what_delays(self, status: StopStatus) -> StopStatus:
        """Say which of this round's steps is due, or what is in the way, once all is locked."""
        texts = {OpenKind.STEP: _("a step, {when}"), OpenKind.BLOCKER: _("a blocker, {when}")}
        today = self._today()
        for thing in self._things():
            is_mine = thing.slot and thing.round_number == self._round.number
            if is_mine and thing.kind in texts and thing.is_due(today):
                text = texts[thing.kind].format(when=thing.when(today))
                return replace(status, note=f"{thing.slot}: {text}", is_due=True)
        return status

    def _check(self) -> StopStatus:
        checks = [latest_check(self._store, pick.id) for pick in self._picks()]
        judged = sum(check is not None and check.verdict is not None for check in checks)
        text = _("all asked") if judged == len(checks) else _("{n} of {all} asked")
        note = text.format(n=judged, all=len(checks)) if judged else ""
        share = judged / len(checks) if checks else 0.0
        first = self._first_open(OpenKind.CHECK, OpenKind.NEXT_STEP)
        look = self._first_open(OpenKind.LOOK_AGAIN)
        if look and look.is_due(self._today()) and (first is None or _day(look) < _day(first)):
            return self._with_open("check", share, look, _("look again"), note)
        return self._with_open("check", share, first, "", note)

    def _staff_test(self) -> StopStatus:
        tests = [latest_staff_test(self._store, pick.id) for pick in self._picks()]
        sure = sum(test is not None and bool(test.sure) for test in tests)
        unsure = sum(test is not None and not test.sure for test in tests)
        note = _("sure of {n}").format(n=sure) if sure else ""
        if unsure:
            note = ngettext("{n} not sure", "{n} not sure", unsure).format(n=unsure)
        share = sure / len(tests) if tests else 0.0
        first = self._first_open(OpenKind.STAFF_TEST, OpenKind.FIX)
        asked_before = first is not None and first.table == StaffTest.table
        doing = _("ask again") if asked_before else _("ask it")
        if first is not None and first.kind is OpenKind.FIX:
            doing = _("a fix")
        return self._with_open("staff_test", share, first, doing, note)

    def _share(self) -> StopStatus:
        rows = tellings(self._store, self._round.id)
        people = [row for row in rows if not is_paper(row)]
        told = sum(row.told_on is not None for row in people)
        share = told / len(people) if people else 0.0
        if told < len(people):
            text = ngettext("{n} still to be told", "{n} still to be told", len(people) - told)
            return StopStatus("share", share, text.format(n=len(people) - told))
        if earlier := [thing for thing in self._things() if thing.kind is OpenKind.TELLING]:
            number = earlier[0].round_number
            n = sum(thing.round_number == number for thing in earlier)
            text = ngettext("{n} to tell, round {round}", "{n} to tell, round {round}", n)
            return StopStatus("share", min(share, 0.99), text.format(n=n, round=number))
        return StopStatus("share", share, _("all told") if people else "")

    def _things(self) -> list[OpenThing]:
        """What is promised up to this round; of a finished round only what is its own."""
        things = promised(self._store)
        if self._round.ended_on is None:
            return things
        return [thing for thing in things if thing.round_number == self._round.number]

    def _first_open(self, *kinds: OpenKind) -> OpenThing | None:
        """What is due first; of the same day, the kind that is named first."""
        things = [thing for thing in self._things() if thing.kind in kinds]
        return min(things, key=lambda one: (_day(one), kinds.index(one.kind)), default=None)

    def _with_open(
        self, key: str, share: float, first: OpenThing | None, doing: str, note: str
    ) -> StopStatus:
        """Say what is open first, of any round; else how far this round is.

        What an earlier round left open keeps the stop from being complete.
        """
        if first is None:
            return StopStatus(key, share, note)
        when = first.when(self._today()) or _("decide how it goes on")
        text = _("{doing}, {when}").format(doing=doing, when=when) if doing else when
        is_due = first.is_due(self._today())
        return StopStatus(key, min(share, 0.99), text, is_due)


def _day(thing: OpenThing) -> date:
    return thing.due_on or date.max


def _stop_status(key: str, have: int, want: int, missing: list[str], done: str) -> StopStatus:
    share = have / want if want else 0.0
    return StopStatus(key, share, missing[0] if missing else done)
