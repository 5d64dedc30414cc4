"""The rail says at each stop what is there or missing."""

from __future__ import annotations

from datetime import timedelta

from cxworkshop.model import Mark, Verdict
from cxworkshop.sample import bakery


def drawn(workshop) -> dict[str, tuple[float, str]]:
    return {s.key: (round(s.share, 2), s.note) for s in workshop.overview.stop_statuses()}


def test_an_empty_workshop_says_what_is_missing_first(workshop):
    assert drawn(workshop) == {
        "prepare": (0.33, "whom do we serve?"),
        "talk": (0.0, "nothing said yet"),
        "big_list": (0.0, "nothing on it yet"),
        "pick": (0.0, "nothing picked yet"),
        "make_better": (0.0, ""),
        "check": (0.0, ""),
        "staff_test": (0.0, ""),
        "share": (0.0, ""),
    }


def test_every_stop_fills_as_its_work_is_done(board, workshop):
    board.say("phone", "forms", "parking")
    board.group("Calls", "phone forms")
    assert drawn(workshop)["talk"][1] == "3 said by 3 customers"
    assert drawn(workshop)["big_list"] == (0.67, "1 not grouped yet")
    board.pick("Calls")
    assert drawn(workshop)["pick"] == (0.0, "4 criteria not yet a yes")
    assert drawn(workshop)["make_better"] == (0.0, "1: no owner")
    pick = board.ready()
    assert drawn(workshop)["make_better"] == (0.0, "1: not locked yet")
    workshop.make_better.lock(pick)
    assert drawn(workshop)["pick"] == (1.0, "1 of 3 picked")
    assert drawn(workshop)["make_better"] == (1.0, "all locked")
    assert drawn(workshop)["check"] == (0.0, "due in 30 days")
    workshop.today = workshop.today + timedelta(days=31)
    assert drawn(workshop)["check"] == (0.0, "1 day late")
    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_sure(pick)
    assert drawn(workshop)["check"] == (1.0, "all asked")
    assert drawn(workshop)["staff_test"] == (1.0, "sure of 1")
    workshop.share.note_printed(["poster", "action-plan"])
    assert [row.who for row in workshop.share.to_tell()] == ["The poster"]
    assert drawn(workshop)["share"] == (0.0, "")  # paper is nobody who was told
    told = workshop.share.add_to_tell("night shift")
    assert drawn(workshop)["share"] == (0.0, "1 still to be told")
    workshop.share.mark_told(told.id)
    assert drawn(workshop)["share"] == (1.0, "all told")


def test_the_bakery_is_on_day_12_with_its_open_blockers(workshop):
    bakery(workshop)
    assert workshop.overview.day() == 12
    assert workshop.overview.thirty_days() == "Day 12 of 30"
    things = workshop.open_promises.now()
    assert [thing.words for thing in things if thing.since] == [
        "No sockets for the second scanner",
        "The landlord has to agree",
    ]


def test_what_is_missing_names_the_slot_that_it_stands_in(board, workshop):
    board.say("phone", "forms")
    for words, slot in (("phone", 1), ("forms", 2)):
        workshop.pick.put(workshop.pick.subject(board.code(words)), slot)
    workshop.pick.take_out(1)
    assert drawn(workshop)["make_better"] == (0.0, "2: no owner")


def test_what_is_late_stands_at_its_stop(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = board.ready()
    workshop.make_better.lock(pick)
    mira, soon = workshop.people.find_or_add("Mira"), workshop.today + timedelta(days=2)
    workshop.make_better.steps.add(pick, "a list by the phone", mira, soon)
    assert drawn(workshop)["make_better"] == (1.0, "all locked")
    workshop.today = soon + timedelta(days=3)
    assert drawn(workshop)["make_better"] == (1.0, "1: a step, 3 days late")
    (step,) = workshop.make_better.steps.of(pick)
    workshop.make_better.steps.finish(step.id)
    workshop.make_better.blockers.add(pick, "no key", mira, reason="a test")
    assert drawn(workshop)["make_better"] == (1.0, "1: a blocker, new")
    workshop.make_better.blockers.clear(pick, 1)

    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    day = workshop.today + timedelta(days=7)
    workshop.staff_test.mark_not_sure(pick, "write it down", mira, day)
    assert drawn(workshop)["staff_test"] == (0.0, "ask again, due in 7 days")
    workshop.staff_test.mark_sure(pick)
    workshop.today = day + timedelta(days=2)
    assert drawn(workshop)["staff_test"] == (0.99, "a fix, 2 days late")
    workshop.staff_test.finish_fix(workshop.staff_test.fixes(pick)[0].id)
    assert drawn(workshop)["staff_test"] == (1.0, "sure of 1")
    (look,) = workshop.open_promises.coming()
    workshop.today = look.due_on + timedelta(days=1)
    assert drawn(workshop)["check"] == (0.99, "look again, 1 day late")


def test_whom_we_will_not_please_is_not_whom_we_serve(workshop):
    workshop.prepare.served.add_not_pleased("bargain hunters")
    assert drawn(workshop)["prepare"] == (0.33, "whom do we serve?")
