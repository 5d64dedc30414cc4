"""R13: what was promised stays in sight until it is done or put down."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.model import (
    Blocker,
    FirstStep,
    Fix,
    Heading,
    Left,
    Mark,
    RoundId,
    Told,
    Verdict,
)
from cxworkshop.open_thing import OpenKind
from cxworkshop.queries.places import left_as
from cxworkshop.queries.subjects import pick_subject
from tests.opened import until_the_test_ends
from tests.soak.histories import Year


@pytest.fixture
def year():
    """One improvement, unlocked, whose customers noticed it all the same."""
    found = Year("small")
    until_the_test_ends(found.workshop)
    found.pick()
    found.go_on()
    found.unlock()
    pick = found.workshop.pick.in_slot(1).id
    found.workshop.check.record_answer(pick, "Now it is warm", Mark.NOTICES, kind="guest")
    found.workshop.check.give_verdict(pick, Verdict.NOTICE)
    return found


def kinds(year):
    promises = year.workshop.open_promises
    return sorted(thing.kind for thing in (*promises.now(), *promises.coming()))


def test_locking_again_after_a_verdict_keeps_the_staff_test_in_sight(year):
    assert kinds(year) == [OpenKind.STAFF_TEST]
    year.go_on()
    assert kinds(year) == [OpenKind.CHECK, OpenKind.STAFF_TEST]


def test_a_staff_test_not_sure_stays_in_sight_until_it_is_sure(year):
    year.go_on()
    pick, tests = year.workshop.pick.in_slot(1).id, year.workshop.staff_test
    tests.mark_not_sure(pick, "Write it down", year.people[0], date(2026, 2, 1))
    assert kinds(year) == [OpenKind.CHECK, OpenKind.FIX, OpenKind.STAFF_TEST]
    year.finish_fix()
    tests.mark_sure(pick)
    assert kinds(year) == [OpenKind.CHECK]


def test_what_was_put_down_then_done_is_open_again_when_the_done_is_taken_back(year):
    year.go_on()
    workshop, ada = year.workshop, year.people[0]
    pick = workshop.pick.in_slot(1).id
    workshop.staff_test.mark_not_sure(pick, "Write it down", ada, workshop.today)
    workshop.make_better.steps.add(pick, "Call back", ada, workshop.today)
    workshop.make_better.blockers.add(pick, "No key", year.people[2])
    workshop.share.add_to_tell("The landlord")
    better, share, tests = workshop.make_better, workshop.share, workshop.staff_test
    ways = {
        FirstStep: (better.steps.finish, better.steps.reopen),
        Blocker: (lambda _row: better.blockers.clear(pick, 1), better.blockers.reopen),
        Fix: (tests.finish_fix, tests.reopen_fix),
        Told: (share.mark_told, share.unmark_told),
    }
    for kind, (finish, reopen) in ways.items():
        row = workshop._store.rows(kind)[-1].id
        workshop.open_promises.put_down(f"{kind.table}/{row}", "They closed")
        before = kinds(year)
        finish(row)
        assert workshop.open_promises.put_downs() == []
        reopen(row)
        assert workshop.open_promises.put_downs() == []
        assert len(kinds(year)) == len(before) + 1
        workshop.undo()  # a tick by mistake: it is as before, with its reason
        workshop.undo()
        (down,) = workshop.open_promises.put_downs()
        assert (kinds(year), down.reason) == (before, "They closed")
        finish(row)


def test_what_was_put_down_is_open_again_once_somebody_goes_on_with_it(year):
    year.go_on()
    workshop, (ada, _ben, cleo) = year.workshop, year.people
    pick, better = workshop.pick.in_slot(1).id, workshop.make_better
    step = better.steps.add(pick, "Call back", ada, workshop.today).id
    blocker = better.blockers.add(pick, "No key", cleo).id
    ways = {
        "another day": (step, lambda: better.steps.set_day(step, date(2026, 3, 2))),
        "another name": (step, lambda: better.steps.assign(step, cleo)),
        "set aside and back": (step, lambda: _aside_and_back(better.steps, step)),
        "another remover": (blocker, lambda: better.blockers.assign(blocker, year.people[1])),
        "no blocker and one": (blocker, lambda: _aside_and_back(better.blockers, blocker)),
    }
    for how, (row, go_on) in ways.items():
        table = FirstStep.table if row == step else Blocker.table
        workshop.open_promises.put_down(f"{table}/{row}", "They closed")
        go_on()
        assert workshop.open_promises.put_downs() == [], how


def _aside_and_back(part, row):
    part.set_aside(row)
    part.bring_back(row)


def test_what_left_as_kept_is_known_round_by_round_and_comes_back_when_raised_again(year):
    year.go_on()
    workshop, pick = year.workshop, year.workshop.pick.in_slot(1)
    workshop.check.record_answer(pick.id, "Still warm", Mark.NOTICES, kind="guest")
    workshop.check.give_verdict(pick.id, Verdict.NOTICE)
    workshop.staff_test.add_answer(pick.id, Heading.WRITTEN, "On the list", "At the door")
    workshop.staff_test.mark_sure(pick.id)
    (card,) = pick_subject(workshop._store, pick).cards
    store, (first, second) = workshop._store, (RoundId("round-1"), RoundId("round-2"))
    workshop.rounds.start_next()
    assert [left_as(store, one, Left.KEPT) for one in (first, second)] == [set(), {card}]
    workshop.rounds.start_next()
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say_also("It is back", talk.id, card)
    third = workshop.rounds.current().id
    assert [left_as(store, one, Left.KEPT) for one in (second, third)] == [{card}, set()]


def test_what_is_late_comes_first_then_what_is_in_the_way_then_what_is_due(year):
    year.go_on()
    workshop, better = year.workshop, year.workshop.make_better
    pick, ada = workshop.pick.in_slot(1).id, year.people[0]
    workshop.today = date(2026, 1, 12)
    better.steps.add(pick, "Due today", ada, workshop.today)
    better.steps.add(pick, "Late", ada, date(2026, 1, 10))
    better.blockers.add(pick, "In the way", year.people[2])
    wanted, words = ("Late", "In the way", "Due today"), workshop.open_promises.now()
    assert tuple(thing.words for thing in words if thing.words in wanted) == wanted
