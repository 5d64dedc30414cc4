"""How far an improvement is: its latest check and staff test, and what its plan lacks."""

from __future__ import annotations

from datetime import date

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import (
    Conversation,
    Criterion,
    CriterionAnswer,
    DayCheck,
    FirstStep,
    Fix,
    Helper,
    Judgement,
    Licence,
    LookId,
    PersonId,
    Pick,
    PickId,
    PutDown,
    RoundId,
    Row,
    StaffTest,
    Told,
    Verbatim,
)
from cxworkshop.store.tables.query import StoreReader


def latest_check(store: StoreReader, pick: PickId) -> DayCheck | None:
    """Return the latest check, which is the one the rules look at."""
    return next(reversed(store.rows(DayCheck, pick=pick)), None)


def put_down_of(store: StoreReader, row: Row) -> PutDown | None:
    """Return the written reason for which what the row promised is not finished (R13)."""
    return store.find(PutDown, f"{row.table}/{row.id}")


def tellings(store: StoreReader, round_id: RoundId) -> list[Told]:
    """Return who was told of a round, and who still is to be: not whom that was put down for."""
    rows = store.rows(Told, round=round_id)
    return [row for row in rows if row.told_on or put_down_of(store, row) is None]


def latest_staff_test(store: StoreReader, pick: PickId) -> StaffTest | None:
    """Return the latest staff test that was decided; an open one decides nothing."""
    decided = [test for test in store.rows(StaffTest, pick=pick) if test.sure is not None]
    return decided[-1] if decided else None


def answers_of(store: StoreReader, check: DayCheck) -> list[Verbatim]:
    """Return what customers said or marked in one check, in the order in which it came in."""
    # Years have more talks than the answers that a store keeps.
    found = store.cached(("answers of", check.id), lambda: _answers_of(store, check))
    return list(found)


def _answers_of(store: StoreReader, check: DayCheck) -> tuple[Verbatim, ...]:
    talks = store.rows(Conversation, day_30_check=check.id)
    answers = [store.rows(Verbatim, conversation=talk.id, set_aside_on=None) for talk in talks]
    return tuple(answer for talk in answers for answer in talk)


def answers_of_look(store: StoreReader, look: LookId) -> list[Verbatim]:
    """Return what customers said at one look again, in the order in which it came in."""
    talks = store.rows(Conversation, look_again=look)
    answers = [store.rows(Verbatim, conversation=talk.id, set_aside_on=None) for talk in talks]
    return [answer for talk in answers for answer in talk]


def ask_again_on(store: StoreReader, test: StaffTest) -> date | None:
    """Return the day on which the last fix of a test that is not sure is due."""
    days = [fix.by_when for fix in store.rows(Fix, staff_test=test.id)]
    return max(days, default=test.asked_on)


def doers_of(store: StoreReader, pick: PickId) -> list[PersonId]:
    """Return who does the work, each once: the owner, the helpers, those with a step."""
    owner = store.get(Pick, pick).owner
    helpers = [row.person for row in store.rows(Helper, pick=pick)]
    steps = [row.who for row in store.rows(FirstStep, pick=pick, set_aside_on=None)]
    return list(dict.fromkeys(who for who in (owner, *helpers, *steps) if who is not None))


def judgements(store: StoreReader, pick: PickId) -> dict[Criterion, Judgement]:
    """Return the criteria that were answered."""
    return {row.criterion: row for row in store.rows(Judgement, pick=pick)}


def licence_of(store: StoreReader, pick: PickId) -> Licence:
    """Return the licence of a pick, an empty one where nobody has given any."""
    found = store.find(Licence, f"{pick}/licence")
    return found or Licence(id=f"{pick}/licence", pick=pick)


def missing_to_lock(store: StoreReader, pick: Pick) -> tuple[str, ...]:
    """Return all that R9 asks for and is not there, as phrases in the order of the plan's page."""
    return (*missing_criteria(store, pick), *missing_people(store, pick), *missing_dates(pick))


def missing_criteria(store: StoreReader, pick: Pick) -> tuple[str, ...]:
    """Return how far R9's four times yes is away, as a phrase; a written reason passes over it."""
    given = judgements(store, pick.id)
    yes = sum(row.answer is CriterionAnswer.YES for row in given.values())
    if yes == len(Criterion):
        return ()
    text = ngettext("{n} of 4 criteria is a yes", "{n} of 4 criteria are a yes", yes)
    return (text.format(n=yes),)


def missing_people(store: StoreReader, pick: Pick) -> tuple[str, ...]:
    """Return whom R9 misses, as phrases; a written reason passes over them."""
    lacks = []
    if pick.owner is None:
        lacks.append(_("no owner"))
    if licence_of(store, pick.id).given_by is None:
        lacks.append(_("no licence giver"))
    return tuple(lacks)


def missing_dates(pick: Pick) -> tuple[str, ...]:
    """Return which dates R9 misses, as phrases; no reason passes over them."""
    lacks = []
    if pick.start_on is None:
        lacks.append(_("no start date"))
    if pick.check_on is None:
        lacks.append(_("no check date"))
    return tuple(lacks)
