"""The weekly look at a plan says what is in the way, as long as it is."""

from __future__ import annotations

from datetime import timedelta

from cxworkshop.model import Mark, NextStep, Verdict


def test_what_goes_on_in_the_next_round_or_was_put_down_is_in_nobodys_way(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick, better = board.ready(), workshop.make_better
    mira, ben = workshop.people.find_or_add("Mira"), workshop.people.find_or_add("Ben")
    better.steps.add(pick, "a list", mira, workshop.today)
    better.blockers.add(pick, "no key", ben)
    better.blockers.add(pick, "no socket", ben)
    better.lock(pick)
    workshop.today += timedelta(days=32)
    look = workshop.content.make_better.weekly_look
    words = [thing.words for thing in look(pick, workshop.today).in_the_way]
    assert words == ["no key", "no socket", "a list"]
    named = [thing.id for thing in workshop.open_promises.now() if thing.words == "no socket"]
    workshop.open_promises.put_down(named[0], "there is one in the hall")
    workshop.check.record_answer(pick, "no change", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.AGAIN)
    workshop.rounds.start_next()
    assert look(pick, workshop.today).in_the_way == ()
    again = workshop.pick.in_slot(1).id
    words = [thing.words for thing in look(again, workshop.today).in_the_way]
    assert words == ["no key", "a list"]
