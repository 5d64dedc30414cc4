"""R13: what was promised stays in sight until it is done or put down."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.model import Mark, Verdict
from cxworkshop.still_open import OpenKind
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
