"""Each hard rule, by every method through which a person can meet it.

The command line's route to the same rules is tests/cli/test_refusals.py.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from cxworkshop import errors
from cxworkshop.model import (
    Card,
    Conversation,
    Criterion,
    CriterionAnswer,
    Customer,
    Mark,
    NextStep,
    Person,
    Row,
    Verbatim,
    Verdict,
)
from cxworkshop.rules import Claim, Medium, said_by
from cxworkshop.services.importing import ImportFile
from cxworkshop.sheets import PrintOptions, jobs_for
from cxworkshop.sheets.preflight import preflight

THREE_IS_MOST = (
    "Three is the most for one round. Do these, ask your customers, then come back for this one. "
    "It stays on the list."
)


# R1: never more than three picks in a round


@pytest.mark.parametrize("slot", [None, 1, 2, 3])
def test_a_fourth_card_stays_on_the_big_list(board, slot):
    board.say("parking", "greeting", "forms", "phone")
    for name in ("parking", "greeting", "forms"):
        board.pick(name)
    board.pick("phone", slot)
    assert board.message == THREE_IS_MOST
    board.check("parking greeting forms phone | parking greeting forms")


def test_a_group_counts_as_one_of_three(board):
    board.say("parking", "greeting", "forms", "ring", "hold")
    board.group("Phone", "ring hold")
    for name in ("parking", "greeting", "forms", "Phone"):
        board.pick(name)
    assert board.message == THREE_IS_MOST


def test_a_swap_keeps_it_at_three(board):
    board.say("parking", "greeting", "forms", "phone")
    for name in ("parking", "greeting", "forms"):
        board.pick(name)
    board.swap("phone", instead_of="greeting")
    board.check("parking greeting forms phone | parking phone forms")


def test_what_goes_on_for_another_30_days_takes_one_of_the_three(board, workshop):
    board.say("a", "b", "c", "d")
    pick = board.locked("a")
    workshop.check.record_answer(pick, "nothing new", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.AGAIN)
    workshop.rounds.start_next()
    for name in ("b", "c", "d"):
        board.pick(name)
    assert board.message == THREE_IS_MOST
    board.check("a b c d | a b c")


# R2: a verbatim never changes silently


def test_typing_errors_are_free_until_the_conversation_is_closed(workshop):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    card = workshop.talk.say("the fone", talk.id)
    said = workshop._store.one(Verbatim, card=card.id)
    assert workshop.talk.correct(said.id, "the phone").first_said is None


def test_after_the_conversation_is_closed_the_first_version_is_kept_through_every_correction(
    workshop,
):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    card = workshop.talk.say("the fone", talk.id)
    said = workshop._store.one(Verbatim, card=card.id)
    workshop.talk.end(talk.id)
    workshop.talk.correct(said.id, "the phon")
    again = workshop.talk.correct(said.id, "the phone")
    assert (again.said, again.first_said) == ("the phone", "the fone")


def test_an_imported_answer_is_closed_from_the_start(workshop):
    take(workshop, b"Answer\nThe fone is never answered\nSecond one here\n")
    said = workshop._store.rows(Verbatim)[0]
    row = workshop.talk.correct(said.id, "The phone is never answered")
    assert row.first_said == "The fone is never answered"


def test_a_customers_words_are_not_emptied(board, workshop):
    board.say("phone")
    said = workshop._store.rows(Verbatim)[0]
    board.try_(workshop.talk.correct, said.id, "  \n ")
    assert "not emptied" in board.message


# R3: nothing is destroyed


@pytest.mark.parametrize("kind", [Card, Customer, Verbatim, Conversation, Person])
def test_rows_that_last_are_never_removed(board, workshop, kind: type[Row]):
    board.say("phone")
    workshop.people.find_or_add("Mira")
    row = workshop._store.rows(kind)[0]
    with (
        pytest.raises(errors.NothingIsDestroyed, match="Set it aside"),
        workshop._store.edit("Throw away") as edit,
    ):
        edit.remove(row)
    assert workshop._store.find(kind, row.id) == row


def test_what_is_set_aside_comes_back_with_its_words(board, workshop):
    board.say("phone", "forms")
    workshop.big_list.set_aside(board.ids("phone"))
    board.check("forms (phone) | - - -")
    workshop.big_list.bring_back(board.ids("phone"))
    board.check("phone forms | - - -")


# R4: a verdict needs customers' words from this check


@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_verdict_without_customers_words(board, workshop, verdict):
    board.say("phone")
    pick = board.locked("phone")
    board.try_(workshop.check.give_verdict, pick, verdict)
    assert board.message.startswith("No customer’s answer is in yet.")


def test_a_mark_without_words_is_no_answer(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    board.try_(workshop.check.record_answer, pick, "", Mark.NOTICES)
    assert board.message.startswith("Whose mark is it?")
    workshop.check.record_answer(pick, "", Mark.NOTICES, kind="regular")
    board.try_(workshop.check.give_verdict, pick, Verdict.NOTICE)
    assert board.message.startswith("No customer’s answer is in yet.")


def test_words_of_an_earlier_check_do_not_count_for_this_one(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "nothing", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.AGAIN)
    workshop.rounds.start_next()
    again = workshop.pick.in_slot(1)
    assert again.continues == pick
    board.try_(workshop.check.record_answer, again.id, "now", Mark.NOTICES)
    assert board.message.startswith("There is no 30-day check yet.")
    workshop.make_better.lock(again.id)
    assert workshop.check.latest(again.id).attempt == 2
    board.try_(workshop.check.give_verdict, again.id, Verdict.NOTICE)
    assert board.message.startswith("No customer’s answer is in yet.")


def test_with_one_or_two_answers_the_sheet_says_so(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "better", Mark.NOTICES)
    assert workshop.check.few_answers(pick) == "Only 1 answered so far."


# R5: kept means that customers notice and that we are sure


@pytest.mark.parametrize(
    ("verdict", "sure", "kept"),
    [
        (Verdict.NOTICE, True, True),
        (Verdict.SOME, True, True),
        (Verdict.NONE, True, False),
        (Verdict.NOTICE, False, False),
        (Verdict.NOTICE, None, False),
        (None, True, False),
    ],
)
def test_kept_needs_customers_who_notice_and_a_sure_staff_test(
    board, workshop, verdict, sure, kept
):
    board.say("phone")
    pick = board.locked("phone")
    if verdict:
        workshop.check.record_answer(pick, "what I see", Mark.NOTICES)
        workshop.check.give_verdict(pick, verdict)
    if sure:
        workshop.staff_test.mark_sure(pick)
    elif sure is False:
        who = workshop.people.find_or_add("Ana")
        workshop.staff_test.mark_not_sure(pick, "write it down", who, workshop.today)
    assert workshop.share.outcome(pick).kept is kept


def test_the_latest_staff_test_decides(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "yes", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_sure(pick)
    who = workshop.people.find_or_add("Ana")
    workshop.staff_test.mark_not_sure(pick, "write it down", who, workshop.today)
    assert not workshop.share.outcome(pick).kept
    assert [test.attempt for test in workshop.staff_test.attempts(pick)] == [1, 2]


def test_what_is_not_kept_can_not_be_left_off_the_next_list(board, workshop):
    board.say("phone", "forms")
    pick = board.locked("phone")
    board.try_(workshop.rounds.start_next, [pick])
    assert board.message.startswith("Not kept yet: customers have not been asked.")


def test_what_is_kept_leaves_the_list_and_what_is_not_goes_on(board, workshop):
    board.say("phone", "forms", "parking")
    for slot, name in enumerate(("phone", "forms"), start=1):
        pick = board.locked(name, slot)
        workshop.check.record_answer(pick, "yes", Mark.NOTICES)
        workshop.check.give_verdict(pick, Verdict.NOTICE)
        if name == "phone":
            workshop.staff_test.mark_sure(pick)
    workshop.rounds.start_next()
    board.check("forms parking | - - -")


# R6: "we did" only where customers notice


@pytest.mark.parametrize(
    ("verdict", "claim"),
    [
        (Verdict.NOTICE, Claim.WE_DID),
        (Verdict.SOME, Claim.WE_DID),
        (Verdict.NONE, Claim.WE_TRIED),
        (None, Claim.DOING),
    ],
)
def test_we_did_is_said_only_of_what_customers_notice(board, workshop, verdict, claim):
    board.say("phone")
    pick = board.locked("phone")
    if verdict:
        workshop.check.record_answer(pick, "what I see", Mark.NOTICES)
        workshop.check.give_verdict(pick, verdict)
    assert workshop.share.outcome(pick).claim is claim


def test_done_and_not_asked_yet_says_that_we_are_asking(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = board.ready()
    step = workshop.make_better.steps.add(pick, "buy a second phone")
    workshop.make_better.lock(pick)
    workshop.make_better.steps.finish(step.id)
    assert workshop.share.outcome(pick).claim is Claim.ASKING


def test_our_own_we_did_waits_for_customers(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    board.try_(workshop.share.write_we_did, pick, "We answer the phone.")
    assert "for what customers notice" in board.message
    workshop.check.record_answer(pick, "yes!", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.share.write_we_did(pick, "We answer the phone.")
    assert workshop.share.outcome(pick).words == "We answer the phone."


# R7: names


def test_names_are_on_paper_only_when_turned_on_and_never_on_the_wall():
    berg = Customer(id="c", number=1, kind="regular", name="Mrs Berg")
    assert said_by(berg, Medium.PAPER, names=False) == "regular"
    assert said_by(berg, Medium.PAPER, names=True) == "Mrs Berg, regular"
    assert said_by(berg, Medium.WALL, names=False) == "regular"
    with pytest.raises(errors.NamesStayOff, match="off the Wall"):
        said_by(berg, Medium.WALL, names=True)


def test_the_plan_names_no_customer_unless_turned_on(workshop):
    customer = workshop.talk.next_customer(kind="regular", name="Mrs Berg")
    card = workshop.talk.say("Nobody rang me", workshop.talk.begin(customer.id).id)
    workshop.pick.put(workshop.pick.subject(str(card.code)))
    assert [q.said_by for q in workshop.content.make_better.plans()[0].quotes] == ["regular"]
    shown = workshop.content.make_better.plans(names=True)[0].quotes
    assert [q.said_by for q in shown] == ["Mrs Berg, regular"]


def test_a_likely_name_inside_the_words_is_shown_before_printing(workshop):
    customer = workshop.talk.next_customer(name="Berg")
    talk = workshop.talk.begin(customer.id).id
    card = workshop.talk.say("Dr Patel said that Berg has to call 030 1234567 again", talk)
    workshop.pick.put(workshop.pick.subject(str(card.code)))
    jobs = jobs_for(workshop, ["action-plan"], PrintOptions())
    found = preflight(jobs, workshop.content.customers_names()).names
    assert found == ("Dr Patel", "030 1234567", "Berg")


# R9: locking


@pytest.mark.parametrize("left_out", ["criterion", "owner", "giver", "start", "check"])
def test_a_plan_is_locked_only_when_it_is_whole(board, workshop, left_out):
    board.say("phone")
    board.pick("phone")
    whole_but(workshop, left_out)
    board.try_(workshop.make_better.lock, workshop.pick.in_slot(1).id)
    lacks = {
        "criterion": "3 of 4 criteria are a yes",
        "owner": "no owner",
        "giver": "no licence giver",
        "start": "no start date",
        "check": "no check date",
    }
    assert board.message.startswith(f"Not ready to lock: {lacks[left_out]}")


@pytest.mark.parametrize("left_out", ["criterion", "owner", "giver"])
def test_a_written_reason_passes_over_people_and_criteria_and_is_printed(board, workshop, left_out):
    board.say("phone")
    board.pick("phone")
    whole_but(workshop, left_out)
    pick = workshop.pick.in_slot(1).id
    board.try_(workshop.make_better.lock, pick, "   ")
    assert board.message
    workshop.make_better.lock(pick, "Helena is away until Friday")
    assert workshop.content.make_better.plans()[0].overrides == ("Helena is away until Friday",)


@pytest.mark.parametrize("left_out", ["start", "check"])
def test_no_reason_passes_over_the_dates(board, workshop, left_out):
    board.say("phone")
    board.pick("phone")
    whole_but(workshop, left_out)
    board.try_(workshop.make_better.lock, workshop.pick.in_slot(1).id, "a good reason")
    assert "date" in board.message


# R10: nobody clears their own road; the check is within 35 days


def test_the_owner_removes_no_blocker_and_gives_no_licence(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = board.ready()
    mira = workshop.people.find_or_add("Mira")
    board.try_(workshop.make_better.blockers.add, pick, "no second phone", mira)
    assert board.message.startswith("Mira owns this improvement")
    board.try_(workshop.make_better.grant_licence, pick, "anything", mira)
    assert board.message.startswith("Mira owns this improvement")


@pytest.mark.parametrize("role", ["remover", "giver"])
def test_who_removes_a_blocker_or_gives_the_licence_does_not_become_the_owner(
    board, workshop, role
):
    board.say("phone")
    board.pick("phone")
    pick = workshop.pick.in_slot(1).id
    ana = workshop.people.find_or_add("Ana")
    if role == "remover":
        workshop.make_better.blockers.add(pick, "no second phone", ana)
    else:
        workshop.make_better.grant_licence(pick, "anything", ana)
    board.try_(workshop.make_better.assign_owner, pick, workshop.people.find_or_add(" ANA "))
    assert board.message.startswith("Ana owns this improvement")


def test_a_written_reason_lets_the_owner_clear_the_road_and_is_printed(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = board.ready()
    mira = workshop.people.find_or_add("Mira")
    workshop.make_better.blockers.add(pick, "no second phone", mira, "she has the only key")
    assert workshop.content.make_better.plans()[0].overrides == ("she has the only key",)


def test_the_check_is_within_35_days_or_has_a_reason(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = workshop.pick.in_slot(1).id
    start = workshop.today
    workshop.make_better.schedule(pick, start, start + timedelta(days=35))
    board.try_(workshop.make_better.schedule, pick, start, start + timedelta(days=36))
    assert board.message.startswith("The check is 36 days after the start; 35 is the most.")
    workshop.make_better.schedule(pick, start, start + timedelta(days=36), "the shop is closed")
    assert workshop.content.make_better.plans()[0].overrides == ("the shop is closed",)


def test_the_check_never_comes_before_the_start(board, workshop):
    board.say("phone")
    board.pick("phone")
    pick = workshop.pick.in_slot(1).id
    board.try_(workshop.make_better.schedule, pick, workshop.today, workshop.today)
    assert board.message.startswith("The check can’t come before the start.")


# R12: 20 cards or more at once


MANY = [f"card{n}" for n in range(20)]


@pytest.mark.parametrize("action", ["group", "add", "ungroup", "set_aside", "bring_back", "merge"])
def test_twenty_cards_at_once_ask_first(board, workshop, action):
    board.say("one", "two", *MANY)
    workshop.big_list.group(board.ids("one"), "First")
    group = workshop.big_list.board().groups[0].id
    cards = board.ids(" ".join(MANY))
    if action == "bring_back":
        workshop.big_list.set_aside(cards, sure=True)
    other = workshop.big_list.group(cards, "Many", sure=True) if action == "merge" else None
    doing = {
        "group": lambda **yes: workshop.big_list.group(cards, "Many", **yes),
        "add": lambda **yes: workshop.big_list.add(cards, group, **yes),
        "ungroup": lambda **yes: workshop.big_list.ungroup(cards, **yes),
        "set_aside": lambda **yes: workshop.big_list.set_aside(cards, **yes),
        "bring_back": lambda **yes: workshop.big_list.bring_back(cards, **yes),
        "merge": lambda **yes: workshop.big_list.merge([group, other], **yes),
    }[action]
    board.try_(doing)
    assert board.message.startswith("This changes 20 cards at once.")
    doing(sure=True)


def test_nineteen_cards_do_not_ask(board, workshop):
    board.say(*MANY[:19])
    workshop.big_list.set_aside(board.ids(" ".join(MANY[:19])))
    assert len(workshop.big_list.board().aside) == 19


def test_the_question_can_be_turned_off(board, workshop):
    board.say(*MANY)
    workshop.prepare.set_ask_before_many(asks=False)
    workshop.big_list.set_aside(board.ids(" ".join(MANY)))
    assert len(workshop.big_list.board().aside) == 20


def test_an_import_of_twenty_cards_asks_first(board, workshop):
    lines = "\n".join(f"please mend thing number {n}" for n in range(20))
    board.try_(take, workshop, lines.encode())
    assert board.message.startswith("This changes 20 cards at once.")


# A card inside a picked group can't be picked as well


def test_a_card_of_a_picked_group_is_not_picked_again(board):
    board.say("ring", "hold", "forms")
    board.group("Phone", "ring hold")
    board.pick("Phone")
    board.pick("ring")
    assert board.message == "Card 1 is already part of group A in slot 1. Once is enough."


def test_a_picked_card_is_not_grouped_into_a_picked_group(board, workshop):
    board.say("ring", "hold", "forms")
    board.group("Phone", "ring")
    board.pick("Phone")
    board.pick("hold")
    group = workshop.big_list.board().groups[0].id
    board.try_(workshop.big_list.add, board.ids("hold"), group)
    assert "Once is enough" in board.message


@pytest.mark.parametrize("action", ["set_aside", "join"])
def test_a_picked_card_is_neither_set_aside_nor_joined(board, workshop, action):
    board.say("ring", "hold")
    board.pick("hold")
    if action == "set_aside":
        board.try_(workshop.big_list.set_aside, board.ids("hold"))
    else:
        board.try_(workshop.big_list.join, board.ids("ring hold"))
    assert board.message.startswith("Card 2 is in slot 1. Take it out of the slot first")


def test_a_picked_group_is_not_taken_apart(board, workshop):
    board.say("ring", "hold")
    board.group("Phone", "ring hold")
    board.pick("Phone")
    board.try_(workshop.big_list.dissolve, workshop.big_list.board().groups[0].id)
    assert board.message.startswith("Group A is in slot 1.")


def test_a_no_or_a_not_sure_wants_its_reason(board, workshop):
    board.say("ring")
    board.pick("ring")
    for answer in (CriterionAnswer.NO, CriterionAnswer.UNSURE):
        board.try_(workshop.pick.judge, 1, Criterion.CAN, answer)
        assert board.message.startswith("A no or a not sure wants its reason.")
    workshop.pick.judge(1, Criterion.CAN, CriterionAnswer.NO, "the landlord says no")


def whole_but(workshop, left_out: str) -> None:
    """A plan in slot 1 that lacks one thing."""
    pick = workshop.pick.in_slot(1).id
    better, people = workshop.make_better, workshop.people
    for criterion in Criterion:
        if (left_out, criterion) != ("criterion", Criterion.STAY):
            workshop.pick.judge(1, criterion, CriterionAnswer.YES)
    if left_out != "owner":
        better.assign_owner(pick, people.find_or_add("Mira"))
    if left_out != "giver":
        better.grant_licence(pick, "All but money", people.find_or_add("Helena"))
    if left_out not in ("start", "check"):
        better.schedule(pick, workshop.today)
    elif left_out == "start":
        put_dates(workshop, pick, check_on=workshop.today)
    else:
        put_dates(workshop, pick, start_on=workshop.today)


def put_dates(workshop, pick, **dates) -> None:
    """Half of the dates, which no screen can leave behind but a merge could."""
    from dataclasses import replace

    with workshop._store.edit("Half of the dates") as edit:
        edit.write(replace(workshop.make_better.plan(pick), **dates))


def take(workshop, data: bytes) -> None:
    workshop.importing.take(workshop.importing.prepare(ImportFile("list.txt", data)))
