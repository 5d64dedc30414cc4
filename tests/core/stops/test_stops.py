"""What a facilitator does at each stop, and what the board looks like afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxworkshop import errors
from cxworkshop.model import Criterion, CriterionAnswer, Heading, Mark, NextStep, Verbatim, Verdict
from cxworkshop.services.importing import ImportFile

# 1 Prepare


def test_a_new_workshop_has_ten_ways_questions_and_two_meetings(workshop):
    assert [way.id for way in workshop.prepare.ways()][:2] == ["quick", "easy"]
    assert len(workshop.prepare.ways()) == 10
    ticked = [question for question in workshop.prepare.questions.all() if question.ticked]
    assert {question.way for question in ticked} == {way.id for way in workshop.prepare.ways()}
    for day in (1, 30):
        meeting = workshop.prepare.agenda.meeting(day)
        assert meeting.minutes == sum(row.line.minutes for row in meeting.lines) > 0


def test_the_next_rounds_meetings_begin_when_the_last_ones_did(workshop):
    workshop.prepare.agenda.set_start(1, 9 * 60)
    workshop.prepare.agenda.set_start(30, 14 * 60 + 30)
    workshop.rounds.start_next()
    meetings = [workshop.prepare.agenda.meeting(day) for day in (1, 30)]
    assert [meeting.clock(0) for meeting in meetings] == ["9:00", "14:30"]


def test_questions_are_reworded_added_ticked_and_ordered(workshop):
    first = workshop.prepare.questions.all()[0]
    workshop.prepare.questions.reword(first.id, "What takes too long?")
    own = workshop.prepare.questions.add("What would you tell a friend?", "trust")
    workshop.prepare.questions.tick(first.id, ticked=False)
    workshop.prepare.questions.reorder([own.id, first.id])
    found = workshop.prepare.questions.all()[:2]
    assert [(q.words, q.ticked) for q in found] == [
        ("What would you tell a friend?", True),
        ("What takes too long?", False),
    ]


def test_whom_we_serve_promises_and_the_encounter(workshop):
    regulars = workshop.prepare.served.add("regulars")
    workshop.prepare.served.add_not_pleased("those in a hurry")
    deed = workshop.prepare.promises.add("Fresh bread until six")
    workshop.prepare.promises.set_customers_say(deed.id, "until four")
    step = workshop.prepare.encounter.add("Waiting in line", "nothing")
    workshop.prepare.encounter.drop(step.id)
    assert [(row.words, row.serve) for row in workshop.prepare.served.all()] == [
        ("regulars", True),
        ("those in a hurry", False),
    ]
    assert workshop.prepare.promises.all()[0].customers_say == "until four"
    assert workshop.prepare.encounter.steps()[0].dropped
    workshop.prepare.served.set_aside(regulars.id)
    assert len(workshop.prepare.served.all()) == 1


# 2 Talk to customers


def test_one_more_who_said_the_same_is_a_new_customer_without_words(board, workshop):
    board.say("phone")
    workshop.talk.agree(board.named["phone"], kind="regular")
    card = workshop.big_list.board().cards[0]
    assert (len(card.customers), [v.said for v in card.verbatims]) == (2, ["phone", None])


def test_the_same_customer_twice_counts_once(workshop):
    customer = workshop.talk.next_customer()
    talk = workshop.talk.begin(customer.id)
    card = workshop.talk.say("phone", talk.id)
    workshop.talk.say_also("the phone, again", talk.id, card.id)
    assert len(workshop.big_list.board().cards[0].customers) == 1


def test_praise_is_heard_but_is_no_card(board, workshop):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.praise("the smell of bread", talk.id)
    board.check(" | - - -")
    assert workshop.talk.answers.counts() == (1, 1)


def test_the_ways_that_nobody_spoke_of_are_named(workshop):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("too slow", talk.id, way="quick")
    assert next(way.id for way in workshop.talk.answers.unanswered_ways()) == "easy"
    assert len(workshop.talk.answers.unanswered_ways()) == 9


def test_an_answer_that_is_set_aside_is_not_counted_and_comes_back(board, workshop):
    board.say("phone")
    verbatim = workshop._store.rows(Verbatim)[0]
    workshop.talk.set_aside(verbatim.id)
    assert not workshop.big_list.board().cards[0].customers
    workshop.talk.bring_back(verbatim.id)
    assert len(workshop.big_list.board().cards[0].customers) == 1


# 3 Big list


def test_cards_are_grouped_merged_split_and_taken_out_again(board, workshop):
    board.say("ring", "hold", "forms", "park")
    board.group("Phone", "ring hold")
    board.group("Rest", "forms park")
    board.check("[Phone: ring hold] [Rest: forms park] | - - -")
    first, second = (group.id for group in workshop.big_list.board().groups)
    workshop.big_list.merge([first, second])
    board.check("[Phone: ring hold forms park] | - - -")
    workshop.undo()
    board.check("[Phone: ring hold] [Rest: forms park] | - - -")
    workshop.big_list.ungroup(board.ids("ring"))
    board.check("[Phone: hold] [Rest: forms park] ring | - - -")
    workshop.big_list.dissolve(second)
    board.check("[Phone: hold] ring forms park | - - -")


def test_a_group_without_cards_goes_and_its_letter_is_spent(board, workshop):
    board.say("ring", "hold")
    board.group("Phone", "ring hold")
    workshop.big_list.ungroup(board.ids("ring hold"))
    board.group("Calls", "ring hold")
    assert [group.letter for group in workshop.big_list.board().groups] == ["B"]


def test_the_paper_line_groups_and_adds_to_a_group_of_that_name(board, workshop):
    board.say("ring", "hold", "forms")
    workshop.big_list.piles.group_line("Phone: 1 2")
    workshop.big_list.piles.group_line("Phone: #3")
    board.check("[Phone: ring hold forms] | - - -")


@pytest.mark.parametrize("line", ["Phone: 1 9", "Phone: 1 1", "Phone: 1 2 2 9 10"])
def test_a_paper_line_with_wrong_codes_does_nothing_at_all(board, workshop, line):
    board.say("ring", "hold")
    board.try_(workshop.big_list.piles.group_line, line)
    assert board.message.startswith("Nothing was grouped, for some numbers don’t fit;")
    board.check("ring hold | - - -")


def test_a_card_is_split_and_joined_without_losing_a_word(board, workshop):
    board.say("ring")
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    second = workshop.talk.say_also("and no music please", talk.id, board.named["ring"])
    new = workshop.big_list.split(board.named["ring"], [second.id])
    board.check("ring and no music please | - - -")
    workshop.big_list.join([board.named["ring"], new])
    assert [v.said for v in workshop.big_list.board().cards[0].verbatims] == [
        "ring",
        "and no music please",
    ]


def test_letters_go_on_after_z():
    from cxworkshop.ids import letter_number, letters

    assert [letters(n) for n in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
    assert all(letter_number(letters(n)) == n for n in range(1, 2000))


# 4 Pick up to three


def test_a_pick_moves_between_slots_and_changes_places(board, workshop):
    board.say("a", "b")
    board.pick("a", 1)
    board.pick("b", 2)
    board.pick("a", 2)
    assert [workshop.pick.in_slot(n).card for n in (1, 2)] == board.ids("b a")
    board.pick("a", 3)
    assert sorted(workshop.pick.slots()) == [1, 3]


def test_a_taken_slot_names_the_free_one(board):
    board.say("a", "b")
    board.pick("a", 1)
    board.pick("b", 1)
    assert board.message == "Slot 1 is taken. Slot 2 is free, or swap the two."


def test_what_comes_back_to_a_slot_finds_its_plan_again(board, workshop):
    board.say("a", "b")
    board.pick("a")
    board.ready()
    board.swap("b", instead_of="a")
    board.swap("a", instead_of="b")
    assert workshop.make_better.missing(workshop.pick.in_slot(1).id) == ()


def test_an_improvement_keeps_its_slot(board, workshop):
    board.say("a", "b")
    board.locked("a")
    board.try_(workshop.pick.take_out, 1)
    assert board.message.startswith("Card 1 is locked: work on it has begun.")
    board.swap("b", instead_of="a")
    assert board.message.startswith("Card 1 is locked")


def test_candidates_come_by_customers_and_count_those_we_serve(board, workshop):
    workshop.prepare.served.add("Regular")
    board.say("a", "b")
    for kind in ("regular", "new"):
        workshop.talk.agree(board.named["b"], kind=kind)
    workshop.pick.ballots.record(["2: 9", "1: 4"])
    found = [(c.subject.code, c.customers, c.served, c.votes) for c in workshop.pick.candidates()]
    assert found == [("2", 3, 1, 9), ("1", 1, 0, 4)]


def test_one_wrong_ballot_takes_none(board, workshop):
    board.say("a")
    board.try_(workshop.pick.ballots.record, ["1: 4", "7: 2"])
    assert board.message.startswith("There is no card 7.")


def test_the_doers_who_chose_are_ticked(workshop):
    people = [workshop.people.find_or_add(name) for name in ("Ana", "Ben", "Mira")]
    workshop.pick.set_deciders(people[:2])
    workshop.pick.set_deciders(people[1:])
    assert workshop.pick.deciders() == people[1:]


# 5 Make it better


@pytest.mark.parametrize(
    ("start", "check"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2026, 11, 26), date(2026, 12, 28)),  # a Saturday
        (date(2026, 11, 27), date(2026, 12, 28)),  # a Sunday
    ],
)
def test_the_check_is_start_plus_thirty_days_on_a_working_day(board, workshop, start, check):
    board.say("a")
    board.pick("a")
    assert workshop.make_better.schedule(workshop.pick.in_slot(1).id, start).check_on == check


def test_a_holiday_of_the_team_moves_the_check(board, workshop):
    board.say("a")
    board.pick("a")
    workshop.prepare.add_holiday(date(2026, 12, 23), "stock-taking")
    pick = workshop.pick.in_slot(1).id
    assert workshop.make_better.schedule(pick, workshop.today).check_on == date(2026, 12, 24)
    workshop.prepare.remove_holiday(date(2026, 12, 23))
    assert workshop.make_better.schedule(pick, workshop.today).check_on == date(2026, 12, 23)


def test_locked_words_stay_as_they_were(board, workshop):
    board.say("phone", "forms")
    board.group("Calls", "phone forms")
    board.locked("Calls")
    workshop.big_list.rename(workshop.big_list.board().groups[0].id, "Something else")
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say_also("added later", talk.id, board.named["phone"])
    page = workshop.content.make_better.plans()[0]
    assert (page.title, [quote.words for quote in page.quotes]) == ("Calls", ["phone", "forms"])
    assert page.heard == 2


def test_a_locked_plan_does_not_change(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    board.try_(workshop.make_better.rename, pick, "Another title")
    assert board.message.startswith("This plan is locked.")
    board.try_(workshop.pick.judge, 1, Criterion.CAN, CriterionAnswer.YES)
    assert board.message.startswith("This plan is locked.")


def test_a_plan_is_unlocked_only_before_the_first_customer_has_answered(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.make_better.unlock(pick)
    workshop.make_better.rename(pick, "Another title")
    workshop.make_better.lock(pick)
    workshop.check.record_answer(pick, "better", Mark.NOTICES)
    board.try_(workshop.make_better.unlock, pick)
    assert board.message.startswith("A customer has answered already")


def test_blockers_are_removed_and_the_days_they_cost_are_kept(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.make_better.blockers.add(pick, "no socket", workshop.people.find_or_add("Jan"))
    workshop.make_better.blockers.clear(pick, 1, days_lost=3)
    row = workshop.make_better.blockers.of(pick)[0]
    assert row.removed_on == workshop.today
    assert workshop.make_better.blockers.days_lost(row.id) == 3
    board.try_(workshop.make_better.blockers.clear, pick, 2)
    assert board.message == "There is no blocker 2 here."


# 6 30-day check


def test_the_expectation_stays_covered_until_three_answers_are_in(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = board.ready()
    workshop.make_better.set_words(pick, expectation="they ring once")
    workshop.make_better.lock(pick)
    for _answer in range(2):
        workshop.check.record_answer(pick, "hm", Mark.CANNOT_TELL)
        assert workshop.check.expectation(pick) is None
    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    assert workshop.check.expectation(pick) == "they ring once"


def test_these_are_all_we_have_uncovers_it_too(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.mark_all_in(pick)
    assert workshop.check.expectation(pick) == ""


def test_back_to_the_list_spends_the_slot_of_this_round(board, workshop):
    board.say("a", "b", "c", "d")
    pick = board.locked("a")
    workshop.check.record_answer(pick, "no", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.BACK)
    for name in ("b", "c", "d"):
        board.pick(name)
    assert board.message.startswith("Three is the most")
    workshop.rounds.start_next()
    board.check("a b c d | - - -")


def test_another_thirty_days_is_for_what_nobody_notices(board, workshop):
    board.say("a")
    pick = board.locked("a")
    board.try_(workshop.check.choose_next_step, pick, NextStep.AGAIN)
    assert board.message.startswith("That choice is for when customers don’t notice.")


def test_a_pick_that_is_not_locked_has_no_check(board, workshop):
    board.say("a")
    board.pick("a")
    board.try_(workshop.check.record_answer, workshop.pick.in_slot(1).id, "x", Mark.NOTICES)
    assert board.message.startswith("There is no 30-day check yet.")


# 7 Replace-the-staff test


def test_not_sure_wants_a_fix_a_name_and_a_date(board, workshop):
    board.say("a")
    pick = board.locked("a")
    who = workshop.people.find_or_add("Ana")
    for given in (("", who, workshop.today), ("fix", None, workshop.today), ("fix", who, None)):
        board.try_(workshop.staff_test.mark_not_sure, pick, *given)
        assert board.message.startswith("Not sure is an honest answer.")


def test_answers_of_all_attempts_stand_together_with_where_to_find_them(board, workshop):
    board.say("a")
    pick = board.locked("a")
    workshop.staff_test.add_answer(pick, Heading.WRITTEN, "on the wall", "by the door")
    workshop.staff_test.mark_not_sure(
        pick, "show newcomers", workshop.people.find_or_add("A"), workshop.today
    )
    workshop.staff_test.add_answer(pick, Heading.NEWCOMERS, "week one", "starter sheet")
    workshop.staff_test.mark_sure(pick)
    assert [row.heading for row in workshop.staff_test.answers(pick)] == ["written", "newcomers"]
    assert [row.sure for row in workshop.staff_test.attempts(pick)] == [False, True]
    fix = workshop.staff_test.fixes(pick)[0]
    workshop.staff_test.finish_fix(fix.id)
    assert workshop.staff_test.fixes(pick)[0].done_on == workshop.today


def test_what_is_only_picked_is_not_tested(board, workshop):
    board.say("a")
    board.pick("a")
    board.try_(workshop.staff_test.mark_sure, workshop.pick.in_slot(1).id)
    assert board.message.startswith("This is not locked yet.")


# 8 Share and repeat


def test_the_next_round_carries_the_list_with_age_customers_and_letters(board, workshop):
    board.say("ring", "hold", "forms")
    board.group("Phone", "ring hold")
    workshop.big_list.set_aside(board.ids("forms"))
    workshop.today = workshop.today + timedelta(days=35)
    new = workshop.rounds.start_next()
    board.check("[Phone: ring hold] (forms) | - - -")
    found = workshop.big_list.board()
    assert (new.number, found.groups[0].letter) == (2, "A")
    assert [(card.code, card.rounds, len(card.customers)) for card in found.cards] == [
        (1, 2, 1),
        (2, 2, 1),
    ]
    board.group("More", "hold")
    assert [group.letter for group in workshop.big_list.board().groups] == ["A", "B"]


def test_what_was_kept_comes_back_when_customers_raise_it_again(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_sure(pick)
    workshop.rounds.start_next()
    board.check(" | - - -")
    workshop.talk.agree(board.named["phone"])
    board.check("phone | - - -")


def test_an_unsure_staff_test_delays_neither_sharing_nor_the_next_round(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_not_sure(
        pick, "write", workshop.people.find_or_add("A"), workshop.today
    )
    assert workshop.share.outcome(pick).claim == "we did"
    workshop.rounds.start_next()
    board.check("phone | - - -")
    workshop.staff_test.mark_sure(pick)
    assert workshop.share.outcome(pick).kept


def test_the_next_round_asks_whether_it_is_still_true(board, workshop):
    board.say("phone")
    board.pick("phone")
    workshop.rounds.start_next()
    words = [question.words for question in workshop.prepare.questions.all()]
    assert "Last time we heard: “phone” What is it like now?" in words


def test_it_quotes_customers_and_not_our_headlines(board, workshop):
    board.say("phone", "hold", "forms")
    workshop.big_list.set_card_headline(board.named["forms"], "Fewer forms")
    board.group("The line", "phone hold")
    workshop.pick.put(workshop.pick.subject("A"), 1)
    workshop.pick.put(workshop.pick.subject("3"), 2)
    workshop.rounds.start_next()
    asked = [row.words for row in workshop.prepare.questions.all() if row.way is None]
    said = [words.removeprefix("Last time we heard: “").partition("”")[0] for words in asked]
    assert said[0] in ("phone", "hold")
    assert said[1] == "forms"


def test_people_to_tell_are_ticked_off(workshop):
    told = workshop.share.add_to_tell("the night shift")
    workshop.share.mark_told(told.id)
    assert workshop.share.to_tell()[0].told_on == workshop.today


def test_a_tick_that_was_a_slip_is_taken_off_again(workshop):
    told = workshop.share.add_to_tell("the night shift")
    workshop.share.mark_told(told.id)
    workshop.share.unmark_told(told.id)
    assert workshop.share.to_tell()[0].told_on is None
    workshop.undo()
    assert workshop.share.to_tell()[0].told_on == workshop.today


def test_the_years_rings_tell_kept_from_not_sure_from_tried_from_doing(board, workshop):
    board.say("a", "b", "c")
    rings = {}
    for slot, (name, verdict) in enumerate(
        (("a", Verdict.NOTICE), ("b", Verdict.NONE), ("c", None)), start=1
    ):
        pick = board.locked(name, slot)
        if verdict:
            workshop.check.record_answer(pick, "what I see", Mark.NOTICES)
            workshop.check.give_verdict(pick, verdict)
        rings[name] = pick
    assert [story.stage for story in workshop.share.outcomes()] == ["not_sure", "tried", "doing"]
    workshop.staff_test.mark_sure(rings["a"])
    assert [story.stage for story in workshop.share.outcomes()] == ["kept", "tried", "doing"]


def test_the_year_shows_every_round_with_its_picks(board, workshop):
    board.say("a", "b")
    board.locked("a")
    workshop.rounds.start_next()
    board.pick("b")
    heads = [[story.subject.headline for story in row] for row in workshop.share.year().values()]
    assert heads == [["a"], ["b"]]


# People and names


def test_a_person_is_known_by_name_whatever_the_capitals(workshop):
    mira = workshop.people.find_or_add("Mira K.")
    assert workshop.people.find_or_add("  mira k. ") == mira
    workshop.people.rename(mira, "Mira Klein")
    assert workshop.people.name_of(mira) == "Mira Klein"
    with pytest.raises(errors.BadWords):
        workshop.people.find_or_add("   ")


def test_nobody_gets_the_name_of_another(board, workshop):
    mira, ben = workshop.people.find_or_add("Mira"), workshop.people.find_or_add("Ben")
    board.try_(workshop.people.rename, ben, " mira ")
    assert board.message.startswith("mira is named here already.")
    workshop.people.rename(mira, "MIRA")
    assert [person.name for person in workshop.people.all()] == ["MIRA", "Ben"]


def test_what_was_set_aside_by_an_import_can_be_brought_back(board, workshop):
    source = ImportFile("list.txt", b"Please mend the door of the shop\nnothing\n")
    workshop.importing.take(workshop.importing.prepare(source))
    aside = workshop.importing.aside()
    assert [(row.line, row.words, row.why) for row in aside] == [(2, "nothing", "says nothing")]
    workshop.importing.bring_back(aside[0].id)
    board.check("Please mend the door of the shop nothing | - - -")
    assert workshop.importing.aside() == []
