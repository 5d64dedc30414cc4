"""The worked example: what its four rounds have to tell, whatever the day."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.model import Look, NextStep
from cxworkshop.open_thing import OpenKind
from cxworkshop.sample import bakery
from cxworkshop.stages import Stage
from cxworkshop.wishes import AnswerKind
from cxworkshop.workshop import Workshop
from tests.opened import new, until_the_test_ends
from tests.told_once import bakery_of

DAY = date(2026, 11, 23)
DAYS = [DAY, date(2026, 1, 4), date(2028, 2, 29), date(2027, 6, 30)]  # a leap day, year's turns


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    return until_the_test_ends(bakery_of(tmp_path / "bakery.cxw", DAY))


def test_its_four_rounds_tell_seven_stories_by_round_and_slot(workshop):
    told = [(story.last.title, story.counted) for story in workshop.share.stories()]
    assert told == [
        ("Show what is in every bread, where it is sold", "3 of 4"),
        ("Say today what we keep for you tomorrow", "0 of 3, then 3 of 4"),
        ("One slip for every cake, and a text the day before", "2 of 3"),
        ("The same hours wherever they look", "0 of 3, then 2 of 3"),
        ("An invoice with a line for every day", "1 of 2"),
        ("A place at the counter for what is paid", ""),
        ("A door that a child can open", ""),
    ]
    rings = {n: [one.stage for one in workshop.share.outcomes(n)] for n in range(1, 5)}
    assert rings == {
        1: [Stage.KEPT, Stage.TRIED],
        2: [Stage.KEPT, Stage.KEPT, Stage.TRIED],
        3: [Stage.KEPT, Stage.NOT_SURE],
        4: [Stage.DOING, Stage.DOING],
    }


def test_what_was_tried_goes_on_or_goes_back_and_is_picked_again(workshop):
    _nuts, kept_back, _cakes, hours, *_others = workshop.share.stories()
    assert [check.after for check in kept_back.checks] == [NextStep.AGAIN, None]
    assert [check.after for check in hours.checks] == [NextStep.BACK, None]
    assert all(story.checks[0].learned for story in (kept_back, hours))
    assert all(story.stayed for story in (kept_back, hours))


def test_what_was_unsure_is_settled_two_rounds_on(workshop):
    cakes = workshop.share.stories()[2].picks[-1]
    attempts = workshop.staff_test.attempts(cakes.id)
    assert [(test.attempt, test.sure) for test in attempts] == [(1, False), (2, False), (3, True)]
    begun = [row.started_on for row in workshop.rounds.all()]
    assert begun[1] < attempts[0].asked_on < begun[2] < attempts[1].asked_on < begun[3]
    assert attempts[2].asked_on > begun[3]
    assert all(fix.done_on for fix in workshop.staff_test.fixes(cakes.id))
    thanked = [one.outcome.pick.id for one in workshop.share.to_thank()]
    assert thanked == [cakes.id]
    assert cakes.id not in {one.outcome.pick.id for one in workshop.share.to_thank(3)}


def test_every_wish_has_an_answer_and_each_kind_but_one_is_there(workshop):
    wishes = workshop.answers.to_everybody().wishes
    assert {wish.kind for wish in wishes} == set(AnswerKind) - {AnswerKind.TRIED}
    assert len(workshop.answers.to_hear()) == 7
    (pair,) = workshop.pick.opposites.pairs()
    assert pair.decided_for


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_any_day_it_is_day_12_of_round_4_and_something_has_slipped(tmp_path, day):
    workshop = new(tmp_path / "bakery.cxw", "Corner Bakery", day)
    bakery(workshop)
    assert workshop.today == day
    assert (workshop.rounds.current().number, workshop.overview.day()) == (4, 12)
    bread = workshop.share.stories()[0]
    assert [(look.months, look.found) for look in bread.looks] == [(3, Look.SLIPPING)]
    back = set(bread.last.subject.cards)
    lines = {frozenset(line.subject.cards): line for line in workshop.pick.candidates()}
    assert len(lines[frozenset(back)].before) == 1  # the same group, with its story
    still = {thing.kind for thing in workshop.open_promises.now()}
    assert still == {
        *(OpenKind.STEP, OpenKind.BLOCKER, OpenKind.FIX),
        *(OpenKind.STAFF_TEST, OpenKind.TELLING),
    }


def test_what_happens_stands_in_the_history_in_the_order_of_its_days(workshop):
    days = [line.day for line in workshop.history()]
    assert days == sorted(days)
    assert days[-1] <= DAY
