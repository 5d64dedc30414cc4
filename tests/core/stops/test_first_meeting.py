"""What the first four stops refuse or count: day 1, planned talks, kinds, ways, wording."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cxworkshop.errors import AsksFirst, BadWords
from cxworkshop.model import Verbatim
from cxworkshop.suggest.wording import doubt_about
from tests.core.conftest import DAY_1


def locked(board, workshop):
    """A locked plan that starts a week after day 1."""
    board.say("parking")
    pick = workshop.pick.put(workshop.pick.subject("1")).id
    workshop.make_better.schedule(pick, DAY_1 + timedelta(days=7))
    workshop.make_better.lock(pick, reason="a test")


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(days=8), "a plan of this round is locked and starts on Mon 30 Nov 2026."),
        (timedelta(days=500), "a plan of this round is locked and starts on Mon 30 Nov 2026."),
        (timedelta(days=-400), "is more than a year before Mon 30 Nov 2026"),
    ],
)
def test_day_1_does_not_contradict_locked_plans(board, workshop, later, says):
    locked(board, workshop)
    board.try_(workshop.prepare.set_day_1, DAY_1 + later)
    assert says in board.message
    assert workshop.prepare.day_1() == DAY_1


def test_day_1_can_move_up_to_the_first_start_and_freely_before_a_plan_is_locked(board, workshop):
    workshop.prepare.set_day_1(DAY_1 + timedelta(days=500))
    workshop.prepare.set_day_1(DAY_1)
    locked(board, workshop)
    for days in (-30, 7):
        workshop.prepare.set_day_1(DAY_1 + timedelta(days=days))
        assert workshop.prepare.day_1() == DAY_1 + timedelta(days=days)


def test_a_round_does_not_begin_before_the_last_one(board, workshop):
    locked(board, workshop)
    workshop.rounds.start_next()
    board.try_(workshop.prepare.set_day_1, DAY_1 - timedelta(days=1))
    assert board.message.startswith("Round 1 began on Mon 23 Nov 2026, so round 2 can’t begin on")


def test_a_planned_talk_is_changed_in_each_part(workshop):
    talks, people = workshop.prepare.planned_talks, workshop.people
    talk = talks.add(people.find_or_add("Ben"), "two regulars").id
    talks.set_asker(talk, people.find_or_add("Mira"))
    talks.set_whom(talk, "three regulars")
    talks.set_by_when(talk, DAY_1)
    (row,) = talks.all()
    assert (people.name_of(row.asker), row.whom, row.by_when) == ("Mira", "three regulars", DAY_1)
    talks.set_by_when(talk, None)
    assert talks.all()[0].by_when is None
    with pytest.raises(BadWords):
        talks.set_whom(talk, " ")


@pytest.mark.parametrize(
    ("kinds", "says"),
    [
        (["", ""], "kind not known"),
        (["tourist"], "none of those we serve"),
        (["tourist", ""], "none of those we serve, 1 kind not known"),
        (["regular", ""], "1 of those we serve, 1 kind not known"),
    ],
)
def test_no_nought_stands_where_no_kind_is_known(workshop, kinds, says):
    workshop.prepare.served.add("regular")
    talks = [workshop.talk.begin(workshop.talk.next_customer(kind=kind).id).id for kind in kinds]
    card = workshop.talk.say("parking", talks[0])
    for talk in talks[1:]:
        workshop.talk.say_also("parking", talk, card.id)
    assert workshop.pick.candidates()[0].heard.whom == says


def test_the_kind_of_a_customer_we_know_can_be_said_later(workshop):
    who = workshop.talk.next_customer()
    workshop.talk.customers.set_kind(who.id, "regular")
    assert workshop.talk.customers.all()[0].kind == "regular"


def test_a_cards_way_is_that_of_what_was_said_first_and_none_takes_all_away(board, workshop):
    board.say("parking", "greeting")
    (parking, greeting) = board.ids("parking greeting")
    talk = workshop.talk.begin(workshop.talk.next_customer().id).id
    workshop.talk.tag(workshop.talk.say_also("no place", talk, parking).id, "cares")

    def ways() -> list[str | None]:
        rows = sorted(workshop._store.rows(Verbatim), key=lambda row: row.id)
        return [row.way for row in rows]

    workshop.talk.tag_cards([parking, greeting], "quick")
    assert ways() == ["quick", "quick", "cares"]
    workshop.talk.tag_cards([parking], None)
    assert ways() == [None, "quick", None]
    with pytest.raises(AsksFirst):
        workshop.talk.tag_cards([parking] * 20, "quick")


@pytest.mark.parametrize(
    ("question", "why", "offer"),
    [
        ("Do you like our tea?", "Yes or no answers this.", "When do you like our tea, and"),
        ("What did you like, and what did you miss?", "two things", "What did you like?"),
        ("What was good? What was bad?", "two things", "What was good?"),
        ("What " + "really " * 25 + "happened?", "long to say aloud", ""),
    ],
)
def test_a_question_is_doubted_with_a_reason_and_other_words(question, why, offer):
    doubt = doubt_about(question)
    assert doubt is not None
    assert why in doubt.why
    assert doubt.offer.startswith(offer)
    assert doubt_about("Which advice of ours was worth having, and which was not?") is None


def test_a_customers_long_words_are_short_as_a_title_and_whole_below_it(board, workshop):
    words = "Nobody could tell me why my appointment had been moved. " * 36
    board.say(words)
    title = workshop.share.outcome(workshop.pick.put(workshop.pick.subject("1")).id).title
    (plan,) = workshop.content.make_better.plans()
    assert title.endswith("had been moved. Nobody…")
    assert plan.title == title
    assert [quote.words for quote in plan.quotes] == [words.strip()]
