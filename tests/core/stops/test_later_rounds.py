"""Stops 5 to 8 from month to month: what is changed, asked again, learned and told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxworkshop import catalogue
from cxworkshop.errors import BadWords
from cxworkshop.model import Blocker, Expected, Look, Mark, NextStep, PickId, Verdict
from cxworkshop.open_thing import OpenKind
from cxworkshop.rules import Claim
from cxworkshop.stages import Stage


def later(workshop, days: int) -> None:
    workshop.today = workshop.today + timedelta(days=days)


def heard(workshop, pick: PickId, *marks: Mark) -> None:
    for number, mark in enumerate(marks, start=1):
        workshop.check.record_answer(pick, f"Answer {number}", mark)


def noticed(workshop, pick: PickId) -> None:
    heard(workshop, pick, Mark.NOTICES, Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)


def not_noticed(workshop, pick: PickId, after: NextStep) -> None:
    heard(workshop, pick, Mark.NO_DIFFERENCE, Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, after)


@pytest.fixture
def twice(board, workshop) -> tuple[PickId, PickId]:
    """ "phone": nobody noticed it in round 1, everybody asked does in round 2; kept."""
    board.say("phone", "forms")
    first = board.locked("phone")
    later(workshop, 30)
    not_noticed(workshop, first, NextStep.AGAIN)
    workshop.rounds.start_next()
    second = workshop.pick.in_slot(1).id
    workshop.make_better.lock(second)
    later(workshop, 30)
    noticed(workshop, second)
    workshop.staff_test.mark_sure(second)
    return first, second


# 5 Make it better


def words_of(rows) -> list[str]:
    return [row.words for row in rows]


def test_steps_of_a_locked_plan_are_reworded_given_dated_ordered_and_set_aside(board, workshop):
    board.say("phone")
    pick, steps = board.locked("phone"), workshop.make_better.steps
    one, two, three = (steps.add(pick, words).id for words in ("one", "two", "three"))
    steps.reword(one, "first")
    mira = workshop.people.find_or_add("Mira")
    steps.assign(one, mira)
    steps.set_day(one, date(2026, 12, 4))
    steps.reorder(pick, [three, one])
    assert words_of(steps.of(pick)) == ["three", "first", "two"]
    row = next(row for row in steps.of(pick) if row.id == one)
    assert (row.who, row.by_when) == (mira, date(2026, 12, 4))
    steps.set_aside(two)
    assert (words_of(steps.of(pick)), words_of(steps.aside(pick))) == (["three", "first"], ["two"])
    steps.bring_back(two)
    steps.finish(two)
    steps.reopen(two)
    assert [row.done_on for row in steps.of(pick)] == [None] * 3
    board.try_(steps.reword, one, "  ")
    assert board.message.startswith("There are no words in it.")


def test_an_idea_becomes_a_step_and_keeps_its_name_and_practising_is_one_call(board, workshop):
    board.say("phone")
    pick, steps = board.locked("phone"), workshop.make_better.steps
    idea = catalogue.deck()[16]
    step = steps.add_idea(pick, str(idea.number))
    steps.reword(step.id, "Ask them at the door")
    steps.add_practice(pick)
    assert words_of(steps.of(pick)) == ["Ask them at the door", "Try it on one another"]
    kept = workshop.make_better.ideas.find(steps.of(pick)[0].idea)
    assert (step.words, kept.number) == (idea.words, idea.number)
    board.try_(steps.add_idea, pick, "57")
    assert board.message == "There is no idea “57” in the deck."


def test_blockers_are_edited_and_nobody_clears_their_own_road(board, workshop):
    board.say("phone")
    pick, blockers = board.locked("phone"), workshop.make_better.blockers
    jan, ana = (workshop.people.find_or_add(name) for name in ("Jan", "Ana"))
    socket, key = (blockers.add(pick, words, jan).id for words in ("no socket", "no key"))
    blockers.reword(socket, "no socket by the till")
    blockers.assign(socket, ana)
    blockers.reorder(pick, [key])
    assert words_of(blockers.of(pick)) == ["no key", "no socket by the till"]
    assert blockers.of(pick)[1].remover == ana
    mira = workshop.make_better.plan(pick).owner
    board.try_(blockers.assign, socket, mira)
    assert board.message.startswith("Mira owns this improvement")
    blockers.assign(socket, mira, "she has the key")
    assert workshop.content.make_better.plans()[0].overrides == ("she has the key",)
    blockers.set_aside(key)
    assert (words_of(blockers.of(pick)), words_of(blockers.aside(pick))) == (
        ["no socket by the till"],
        ["no key"],
    )
    blockers.bring_back(key)
    assert len(blockers.of(pick)) == 2


def test_it_is_asked_again_in_two_weeks_on_a_day_on_which_the_team_works(workshop):
    workshop.today = date(2026, 12, 11)  # a Friday
    assert workshop.staff_test.day_to_propose() == date(2026, 12, 25)
    workshop.prepare.add_holiday(date(2026, 12, 25), "Christmas")
    assert workshop.staff_test.day_to_propose() == date(2026, 12, 28)


def test_days_lost_count_themselves_from_the_day_on_which_it_came_up(board, workshop):
    board.say("phone")
    pick, blockers = board.locked("phone"), workshop.make_better.blockers
    row = blockers.add(pick, "no socket", workshop.people.find_or_add("Jan"))
    assert (row.came_up_on, blockers.days_lost(row.id)) == (workshop.today, 0)
    later(workshop, 4)
    assert blockers.days_lost(row.id) == 4
    blockers.clear(pick, 1)
    later(workshop, 9)
    assert blockers.days_lost(row.id) == 4
    assert workshop.content.make_better.plans()[0].blockers[0].days_lost == 4
    blockers.reopen(row.id)
    assert blockers.days_lost(row.id) == 13


def test_a_blocker_of_an_older_file_keeps_the_days_that_were_typed(board, workshop):
    board.say("phone")
    pick, blockers = board.locked("phone"), workshop.make_better.blockers
    row = blockers.add(pick, "no socket", workshop.people.find_or_add("Jan"))
    with workshop._store.edit("As format 2 had it") as edit:
        edit.write(Blocker(id=row.id, pick=pick, words=row.words, remover=row.remover))
    blockers.clear(pick, 1, days_lost=3)
    later(workshop, 5)
    assert blockers.days_lost(row.id) == 3


# 6 30-day check


def test_figures_and_sentences_count_answers_in_words_and_marks_stand_apart(board, workshop):
    board.say("phone")
    pick, check = board.locked("phone"), workshop.check
    check.record_answer(pick, "Somebody answered", Mark.NOTICES)
    check.record_answer(pick, "", Mark.NOTICES, kind="regular")
    check.record_answer(pick, "", Mark.WORSE, kind="new")
    outcome = workshop.share.outcome(pick)
    assert outcome.counted == "1 of 1 customer notices."
    assert (outcome.answered, outcome.others, check.marks(pick).total()) == (1, "", 1)
    assert check.few_answers(pick) == "Only 1 answered so far."
    assert check.without_words(pick) == "2 marks without words"
    assert check.expectation(pick) is None
    book = workshop.content.books.round_book().picks[0].checks[0]
    assert (book.counted, book.few) == (outcome.counted, "Only 1 answered so far.")
    assert book.without_words == "2 marks without words"


def test_a_customer_who_answers_twice_is_counted_once(board, workshop):
    board.say("phone")
    pick, check = board.locked("phone"), workshop.check
    who = workshop.talk.next_customer().id
    check.record_answer(pick, "", Mark.WORSE, customer=who)
    check.record_answer(pick, "I see nothing", Mark.NO_DIFFERENCE, customer=who)
    check.record_answer(pick, "Now I do", Mark.NOTICES, customer=who)
    assert workshop.share.outcome(pick).counted == "1 of 1 customer notices."
    assert check.without_words(pick) == ""


def test_those_who_said_it_stand_in_a_list_with_their_words_then_and_now(board, workshop):
    board.say("phone")
    agreed = workshop.talk.agree(board.named["phone"])
    pick, check = board.locked("phone"), workshop.check
    check.record_answer(pick, "better", Mark.NOTICES, customer=agreed.id)
    check.record_answer(pick, "what phone?", Mark.CANNOT_TELL, kind="new")
    asked = check.asked(pick)
    assert asked.counted == "2 said it, 1 asked"
    assert [(row.before, [now.words for now in row.now]) for row in asked.rows] == [
        (("phone",), []),
        ((), ["better"]),
    ]
    assert [said.words for said in asked.others] == ["what phone?"]


def test_what_was_learned_is_a_sentence_of_a_check_that_nobody_notices(board, workshop):
    board.say("phone")
    pick, conclusions = board.locked("phone"), workshop.check.conclusions
    board.try_(conclusions.write_learned, pick, "They write")
    assert board.message.startswith("What we learned is for when customers don’t notice.")
    not_noticed(workshop, pick, NextStep.BACK)
    assert workshop.share.outcome(pick).words == "Our promise was: When you ring, we answer."
    conclusions.write_learned(pick, "People write;\nthey do not ring")
    poster = workshop.content.share.posters()[0]
    assert (poster.lead, poster.ours) == (
        "We tried, and learned",
        "People write; they do not ring.",
    )
    board.try_(conclusions.write_learned, pick, "x" * 501)
    assert "500 is the most" in board.message


def test_the_answer_that_says_it_best_comes_first_on_the_poster(board, workshop):
    board.say("phone", "forms")
    pick, check = board.locked("phone"), workshop.check
    check.record_answer(pick, "Yes", Mark.NOTICES)
    bare = check.record_answer(pick, "", Mark.NOTICES, kind="new")
    best = check.record_answer(pick, "Somebody picked up at once, at noon!", Mark.NOTICES)
    check.give_verdict(pick, Verdict.NOTICE)
    assert workshop.content.share.posters()[0].answers[0].words == "Yes"
    check.conclusions.choose_best(pick, best.id)
    assert workshop.content.share.posters()[0].answers[0].words == best.said
    elsewhere = workshop.check.record_answer(board.locked("forms", 2), "Short", Mark.NOTICES)
    for wrong in (bare, elsewhere):
        board.try_(check.conclusions.choose_best, pick, wrong.id)
        assert board.message == "Choose an answer of this check that has words."
    check.corrections.set_aside(best.id)
    assert check.conclusions.best(pick) is None


def test_the_answer_that_says_it_best_goes_with_a_customer_who_is_forgotten(board, workshop):
    board.say("phone")
    pick, anna = board.locked("phone"), workshop.talk.next_customer(name="Anna")
    answer = workshop.check.record_answer(pick, "Lovely", Mark.NOTICES, customer=anna.id)
    workshop.check.conclusions.choose_best(pick, answer.id)
    workshop.privacy.forget(anna.id)
    assert workshop.check.latest(pick).best is None


def test_whether_we_had_been_right_is_said_once_the_expectation_is_uncovered(board, workshop):
    board.say("phone", "forms")
    board.pick("phone")
    pick = board.ready()
    workshop.make_better.set_words(pick, expectation="they ring once")
    workshop.make_better.lock(pick)
    compare = workshop.check.conclusions.compare
    board.try_(compare, pick, Expected.RIGHT)
    assert board.message.startswith("What we expected is still covered.")
    workshop.check.mark_all_in(pick)
    assert compare(pick, Expected.PARTLY).expected is Expected.PARTLY
    nothing = board.locked("forms", 2)
    workshop.check.mark_all_in(nothing)
    board.try_(compare, nothing, Expected.RIGHT)
    assert board.message.startswith("Nobody wrote down what we expected")


def test_an_answer_is_corrected_freely_until_the_verdict_and_openly_after_it(board, workshop):
    board.say("phone")
    pick, corrections = board.locked("phone"), workshop.check.corrections
    row = workshop.check.record_answer(pick, "beter", Mark.WORSE)
    corrections.correct(row.id, "better")
    corrections.change_mark(row.id, Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    corrected = corrections.correct(row.id, "much better")
    assert (corrected.said, corrected.first_said, corrected.notices) == (
        "much better",
        "better",
        Mark.NOTICES,
    )
    assert workshop.talk.correct(row.id, "better!").first_said == "better"
    board.try_(corrections.correct, row.id, "")
    assert board.message.startswith("These are a customer’s words")


def test_answers_are_set_aside_and_come_back_but_a_verdict_never_stands_alone(board, workshop):
    board.say("phone")
    pick, corrections = board.locked("phone"), workshop.check.corrections
    first = workshop.check.record_answer(pick, "better", Mark.NOTICES)
    second = workshop.check.record_answer(pick, "worse", Mark.WORSE)
    workshop.check.give_verdict(pick, Verdict.SOME)
    corrections.set_aside(second.id)
    assert workshop.share.outcome(pick).counted == "1 of 1 customer notices."
    assert [row.id for row in corrections.aside(pick)] == [second.id]
    board.try_(corrections.set_aside, first.id)
    assert board.message.startswith("The verdict rests on this answer alone.")
    corrections.bring_back(second.id)
    assert workshop.share.outcome(pick).counted == "1 of 2 customers notice."


def test_a_check_is_finished_two_rounds_later_and_is_that_rounds_still(board, workshop):
    board.say("phone", "forms")
    pick = board.locked("phone")
    for _nth in range(2):
        later(workshop, 35)
        workshop.rounds.start_next()
    noticed(workshop, pick)
    check = workshop.check.latest(pick)
    assert (check.verdict, check.done_on) == (Verdict.NOTICE, workshop.today)
    assert workshop.share.outcomes(1)[0].claim is Claim.WE_DID
    assert workshop.talk.answers.counts() == (0, 0)


def test_earlier_checks_of_the_story_stand_beside_it_with_their_days(workshop, twice):
    _first, second = twice
    earlier = workshop.check.conclusions.earlier(second)
    assert [(one.round_number, one.counted, one.day) for one in earlier] == [
        (1, "0 of 2", date(2026, 12, 23))
    ]
    assert workshop.check.conclusions.counted(second) == "0 of 2, then 2 of 2"
    assert workshop.check.conclusions.counted(_first) == "0 of 2"


# 7 Replace-the-staff test


def test_what_pulls_against_it_belongs_to_its_attempt(board, workshop):
    board.say("phone")
    pick, test = board.locked("phone"), workshop.staff_test
    test.write_pulls_against(pick, "We count calls per hour")
    test.mark_not_sure(pick, "Count callers", workshop.people.find_or_add("Ana"), workshop.today)
    test.write_pulls_against(pick, "We reward short calls")
    later(workshop, 40)
    test.write_pulls_against(pick, "Nothing any more")
    test.mark_sure(pick)
    assert [row.pulls_against for row in test.attempts(pick)] == [
        "We reward short calls",
        "Nothing any more",
    ]
    assert test.pulls_against(pick) == "Nothing any more"


def test_somebody_who_did_not_do_it_is_asked_and_it_is_asked_again_in_a_later_round(
    board, workshop
):
    board.say("phone")
    pick, test = board.locked("phone"), workshop.staff_test
    ben, ana = (workshop.people.find_or_add(name) for name in ("Ben", "Ana Sousa"))
    workshop.make_better.add_helper(pick, ben)
    assert [row.name for row in test.did_not_do_it(pick)] == ["Helena", "Ana Sousa"]
    fixed_by = workshop.today + timedelta(days=40)
    test.mark_not_sure(pick, "write it down", ana, fixed_by, asked_of="ben")
    later(workshop, 35)
    workshop.rounds.start_next()
    assert test.ask_again_on(pick) == fixed_by
    later(workshop, 5)
    test.mark_sure(pick, asked_of="Ana Sousa")
    assert [row.asked_of for row in test.asked_of_others(pick)] == ["Ana Sousa"]
    assert [(row.attempt, row.sure) for row in test.attempts(pick)] == [(1, False), (2, True)]
    assert test.ask_again_on(pick) is None


def test_the_question_is_asked_with_the_words_of_the_promise(board, workshop):
    board.say("phone", "forms")
    board.locked("phone")
    board.pick("forms", 2)
    first, second = workshop.content.staff_test.staff_tests()
    assert first.own_question == (
        "How do we know that a customer who rings can still count on it: we answer?"
    )
    assert second.own_question == ""


def test_names_of_staff_in_an_answer_are_found_where_they_stand(workshop):
    for name in ("Ana Sousa", "Ben T."):
        workshop.people.find_or_add(name)
    words = "Ana Sousa shows newcomers; without ana, Ben’s list hangs by the bench"
    found = [words[begin:end] for begin, end in workshop.staff_test.names_in(words)]
    assert found == ["Ana Sousa", "ana", "Ben"]
    assert workshop.staff_test.names_in("the list by the door") == ()


def test_a_fix_that_was_ticked_by_mistake_is_open_again(board, workshop):
    board.say("phone")
    pick, ana = board.locked("phone"), workshop.people.find_or_add("Ana")
    fix = workshop.staff_test.mark_not_sure(pick, "write it down", ana, workshop.today)
    workshop.staff_test.finish_fix(fix.id)
    workshop.staff_test.reopen_fix(fix.id)
    assert workshop.staff_test.fixes(pick)[0].done_on is None


# 8 Share and repeat


def test_people_are_told_in_the_next_round_and_how_is_written_down(workshop):
    share = workshop.share
    night = share.add_to_tell("the night shift")
    workshop.rounds.start_next()
    assert share.to_tell() == []
    assert [row.id for row in share.tell("The Night Shift", "at the handover")] == [night.id]
    told = share.to_tell(1)[0]
    assert (told.told_on, told.how) == (workshop.today, "at the handover")
    new = share.tell("Mrs Berg", "by letter")[0]
    assert [row.id for row in share.to_tell()] == [new.id]
    share.unmark_told(new.id)
    assert (share.to_tell()[0].told_on, share.to_tell()[0].how) == (None, "")


def test_whom_to_thank_for_what_was_kept(workshop, twice):
    _first, second = twice
    workshop.make_better.add_helper(second, workshop.people.find_or_add("Ben"))
    workshop.make_better.steps.add(second, "again", workshop.people.find_or_add("Mira"))
    thanks = workshop.share.to_thank(2)
    assert [[person.name for person in one.people] for one in thanks] == [["Mira", "Ben", "Helena"]]
    assert workshop.share.to_thank(1) == []


def kept(workshop) -> tuple[list[str], list[str]]:
    """What came to be kept in this round, on the screen and on paper."""
    start = workshop.content.round_start.round_start(workshop.today)
    thanks = workshop.share.to_thank()
    return [one.outcome.title for one in thanks], [one.title for one in start.kept]


def test_what_is_settled_late_is_thanked_for_in_the_round_that_settled_it(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    later(workshop, 30)
    noticed(workshop, pick)
    ben = workshop.people.find_or_add("Ben")
    workshop.staff_test.mark_not_sure(pick, "a list", ben, workshop.today)
    workshop.rounds.start_next()
    assert kept(workshop) == ([], [])
    workshop.staff_test.mark_sure(pick)
    assert kept(workshop) == (["phone"], ["phone"])
    later(workshop, 30)
    workshop.rounds.start_next()
    assert kept(workshop) == ([], [])
    assert kept(workshop.in_round(2)) == (["phone"], ["phone"])


def test_what_was_kept_on_the_day_of_the_start_is_not_kept_in_the_next_round(workshop, twice):
    assert kept(workshop) == (["phone"], ["phone"])
    workshop.rounds.start_next()
    assert kept(workshop) == ([], [])


def test_another_30_days_that_never_began_stay_open_in_the_rounds_after(board, workshop):
    board.say("phone")
    first = board.locked("phone")
    later(workshop, 30)
    not_noticed(workshop, first, NextStep.AGAIN)
    workshop.rounds.start_next()
    assert workshop.open_promises.now() == []  # its plan is being made
    workshop.rounds.start_next()
    (thing,) = workshop.open_promises.now()
    assert (thing.kind, thing.pick) == (OpenKind.NEXT_STEP, first)
    workshop.pick.put(workshop.pick.subject(board.code("phone")))
    assert workshop.open_promises.now() == []


def letters(workshop) -> dict[str, str]:
    """The groups of this round by their letters."""
    return {group.letter: group.headline for group in workshop.big_list.board().groups}


def test_a_kept_group_that_slips_comes_back_as_the_same_group_and_goes_on(board, workshop):
    board.say("phone", "ring", "forms", "signs")
    board.group("Ringing back", "phone ring")
    first = board.locked("Ringing back")
    later(workshop, 30)
    noticed(workshop, first)
    workshop.staff_test.mark_sure(first)
    workshop.rounds.start_next()
    assert letters(workshop) == {}
    board.group("Paper", "forms signs")
    assert letters(workshop) == {"B": "Paper"}  # A waits for the group that may come back
    later(workshop, 92)
    workshop.looking_again.record_answer(first, "Nobody rings any more.")
    workshop.looking_again.judge(first, Look.SLIPPING)
    assert letters(workshop) == {"A": "Ringing back", "B": "Paper"}
    (line,) = (one for one in workshop.pick.candidates() if one.subject.code == "A")
    (before,) = line.before
    assert before.in_short == "kept in round 1; after 3 months: slipping"
    assert (before.counted, before.said) == ("", "Nobody rings any more.")
    again = workshop.pick.put(workshop.pick.subject("A"))
    assert again.continues == first
    assert letters(workshop.in_round(1)) == {"A": "Ringing back"}


def test_a_group_that_was_answered_comes_back_with_the_wish_that_is_raised_again(board, workshop):
    board.say("phone", "ring")
    board.group("Ringing back", "phone ring")
    workshop.answers.cant(workshop.answers.subject("A"), "no phone", "")
    assert letters(workshop) == {}
    workshop.rounds.start_next()
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say_also("Ring me!", talk.id, board.ids("ring")[0])
    assert letters(workshop) == {"A": "Ringing back"}
    assert [len(group.cards) for group in workshop.big_list.board().groups] == [1]


def test_a_round_keeps_the_answer_that_it_gave(board, workshop):
    board.say("phone")
    workshop.answers.cant(workshop.answers.subject("1"), "no phone")
    later(workshop, 30)
    workshop.rounds.start_next()
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say_also("Ring me!", talk.id, board.ids("phone")[0])
    given = [workshop.in_round(1).answers.to_everybody().wishes[0].sentences]
    workshop.answers.cant(workshop.answers.subject("1"), "no line", "the landlord")
    given.append(workshop.in_round(1).answers.to_everybody().wishes[0].sentences)
    assert given == [("no phone.",)] * 2
    now = workshop.answers.to_everybody().wishes[0].sentences
    assert now == ("no line.", "Who can: the landlord.")


def test_a_round_does_not_begin_before_the_last_one(workshop):
    later(workshop, -1)
    with pytest.raises(BadWords, match="can’t begin before that"):
        workshop.rounds.start_next()
    assert workshop.rounds.current().number == 1


def test_paper_counts_the_talks_of_the_round_and_the_cards_that_go_along(workshop, twice):
    workshop.answers.cant(workshop.answers.subject("2"), "no room", "")
    start, staff = (
        workshop.content.round_start.round_start(workshop.today),
        workshop.content.share.staff_page(),
    )
    assert start.cards == workshop.rounds.cards_going_along() == 0
    assert (staff.verbatims, staff.customers) == workshop.talk.answers.counts() == (0, 0)
    then = workshop.in_round(1)
    staff = then.content.share.staff_page()
    assert (staff.verbatims, staff.customers) == then.talk.answers.counts() == (2, 2)


def test_a_pick_that_was_never_locked_is_not_what_we_are_doing(board, workshop):
    board.say("phone")
    board.pick("phone")
    outcome = workshop.share.outcomes()[0]
    assert (outcome.claim, outcome.stage, outcome.lead) == (
        Claim.PICKED,
        Stage.PICKED,
        "Picked, and not begun",
    )
    staff = workshop.content.share.staff_page()
    assert staff.improvements[0].lead == "Picked, and not begun"
    assert staff.next_steps[0] == "phone: picked, and not begun yet."
    assert staff.improvements[0].coming == ""
    pick = board.ready()
    workshop.make_better.lock(pick)
    assert workshop.share.outcomes()[0].claim is Claim.DOING
    workshop.make_better.unlock(pick)
    assert workshop.share.outcomes()[0].claim is Claim.DOING  # it was begun, and promised


def test_a_story_is_counted_and_told_once(workshop, twice):
    year = workshop.content.year.year(workshop.today)
    assert (year.picked, year.kept, len(year.stories)) == (1, 1, 1)
    story = year.stories[0]
    assert (story.rounds, story.counted, story.stage) == ((1, 2), "0 of 2, then 2 of 2", "kept")
    assert [(c.round_number, c.attempt, c.notice, c.answered) for c in story.checks] == [
        (1, 1, 0, 2),
        (2, 2, 2, 2),
    ]
    book = workshop.content.books.year_book()
    assert (book.picked, book.kept, book.stayed) == (1, 1, ("phone",))
    assert [len(round_.picks) for round_ in book.rounds] == [1, 1]
    then = workshop.in_round(1).content.year.year(workshop.today)
    assert (then.picked, then.kept, then.stories[0].counted) == (1, 0, "0 of 2")


def test_the_year_says_what_stayed_and_what_slipped(workshop, twice):
    _first, second = twice
    later(workshop, 95)
    workshop.looking_again.record_answer(second, "I wait again")
    workshop.looking_again.judge(second, Look.SLIPPING)
    story = workshop.content.year.year(workshop.today).stories[0]
    assert [(look.months, look.found) for look in story.looks] == [(3, "slipping")]
    assert story.kept
    assert workshop.content.books.year_book().stayed == ()


def test_the_year_counts_days_and_how_often_we_had_been_right(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick, better = board.ready(), workshop.make_better
    better.set_words(pick, expectation="quicker")
    better.lock(pick)
    late, early = (better.steps.add(pick, words).id for words in ("one", "two"))
    jan = workshop.people.find_or_add("Jan")
    later(workshop, 2)
    better.blockers.add(pick, "no socket", jan)
    later(workshop, 3)
    better.steps.finish(early)
    better.blockers.clear(pick, 1)
    better.blockers.add(pick, "no key", jan)
    later(workshop, 25)
    better.steps.finish(late)
    not_noticed(workshop, pick, NextStep.AGAIN)
    workshop.check.mark_all_in(pick)
    workshop.check.conclusions.compare(pick, Expected.WRONG)
    workshop.rounds.start_next()
    again = workshop.pick.in_slot(1).id
    later(workshop, 10)
    better.blockers.clear(again, 1)
    year = workshop.content.year.year(workshop.today)
    assert year.stories[0].days_to_first_step == 5
    assert year.days_lost == year.stories[0].days_lost == 3 + 35
    assert (year.expected, year.expected_right, year.expected_partly) == (1, 0, 0)


def test_the_ten_ways_are_ten_lines_over_the_rounds(workshop):
    talk = workshop.talk
    for number, ways in enumerate((("quick", "quick", "easy"), ("easy",)), start=1):
        begun = talk.begin(talk.next_customer().id)
        for way in ways:
            talk.say("so slow", begun.id, way=way)
        other = talk.begin(talk.next_customer().id)
        talk.say("so slow too", other.id, way="quick")
        if number == 1:
            workshop.rounds.start_next()
    ways = {way.key: way.customers for way in workshop.content.year.year(workshop.today).ways}
    assert len(ways) == 10
    assert (ways["quick"], ways["easy"], ways["trust"]) == ((2, 1), (1, 1), (0, 0))


def test_whom_it_was_put_down_to_tell_is_on_no_list(board, workshop):
    board.say("phone")
    board.locked("phone")
    for who in ("Ben", "The landlord"):
        workshop.share.add_to_tell(who)
    (landlord,) = [row for row in workshop.share.to_tell() if row.who == "The landlord"]
    workshop.open_promises.put_down(f"told/{landlord.id}", "He has moved away")
    assert [row.who for row in workshop.share.to_tell()] == ["Ben"]
    assert workshop.overview.stop_statuses()[-1].note == "1 still to be told"
    content = workshop.content
    assert "Still to be told: Ben." in content.share.staff_page().next_steps
    told = content.round_start.round_start(workshop.today).told
    assert [line.who for line in told] == ["Ben"]
    workshop.open_promises.take_up_again(f"told/{landlord.id}")
    assert len(workshop.share.to_tell()) == 2


def test_a_staff_test_or_a_fix_that_was_put_down_is_not_promised_to_colleagues(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    later(workshop, 30)
    noticed(workshop, pick)
    ben = workshop.people.find_or_add("Ben")
    workshop.staff_test.mark_not_sure(pick, "Write it down", ben, workshop.today)
    said = workshop.content.share.staff_page
    assert "Write it down (Ben" in said().next_steps[0]
    (fix,) = workshop.staff_test.fixes(pick)
    workshop.open_promises.put_down(f"fix/{fix.id}", "The list is gone")
    assert said().next_steps[0].startswith("phone: would it stay this good without us?")
    workshop.open_promises.put_down(f"staff_test/{fix.staff_test}", "The shop is sold")
    assert not any("phone" in text for text in said().next_steps)


def test_it_is_looked_at_again_on_a_day_on_which_the_team_works(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.today = date(2027, 1, 3)
    noticed(workshop, pick)
    workshop.staff_test.mark_sure(pick)
    (look,) = workshop.open_promises.coming()
    assert (look.kind, look.due_on) == (OpenKind.LOOK_AGAIN, date(2027, 4, 5))  # 3 April: Saturday
    workshop.prepare.add_holiday(date(2027, 4, 5), "Easter Monday")
    (look,) = workshop.open_promises.coming()
    assert look.due_on == date(2027, 4, 6)
