"""A promise prints as the team says it, however it was typed, and to customers as to "you"."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxworkshop.customer_word import CustomerWord, calling_customers
from cxworkshop.model import Heading, Look, Mark, Verdict
from cxworkshop.promise_words import promise_of, promise_to_customers

DAY = date(2026, 11, 23)
PATIENT = CustomerWord("patient", "patients")
TELLS = "When a patient waits, we tell them how long."
TELLS_YOU = "When you wait, we tell you how long."


@pytest.fixture(autouse=True)
def patients():
    with calling_customers(PATIENT):
        yield


@pytest.mark.parametrize(
    ("when", "we"),
    [
        ("waits", "tell them how long"),
        ("Waits,", "Tell them how long."),
        ("a patient waits", "we tell them how long"),
        ("When a patient waits", "We tell them how long."),
        ("when a customer waits, we", "… tell them how long"),
        ("When A Patient  waits,", "we\ntell them how long "),
        ("", "When a patient waits, we tell them how long."),
        ("When a patient waits, we tell them how long", ""),
        ("When a patient waits, we tell them how long", "we tell them how long"),
    ],
)
def test_whole_or_in_halves_it_is_the_same_sentence(when, we):
    assert promise_of(when, we).sentence == TELLS
    assert promise_to_customers(when, we) == TELLS_YOU


@pytest.mark.parametrize(
    ("when", "we", "said"),
    [
        ("When parents wait", "greet them", "When parents wait, we greet them."),
        ("Patients ring", "answer", "When patients ring, we answer."),
        ("it is late", "call", "When it is late, we call."),
        ("If a patient rings", "we’ll answer", "If a patient rings, we’ll answer."),
        ("the IT fails", "one of us comes", "When the IT fails, one of us comes."),
        ("rings and is afraid", "listen!", "When a patient rings and is afraid, we listen!"),
        ("brings papers", "call them back", "When a patient brings papers, we call them back."),
        ("loses their key", "call them", "When a patient loses their key, we call them."),
        ("comes", "know the patient’s name", "When a patient comes, we know the patient’s name."),
        ("", "answer within a minute", "We answer within a minute."),
        ("rings", "", ""),
        ("", "", ""),
        ("When …", "we …", ""),
    ],
)  # fmt: skip
def test_what_can_not_be_known_for_certain_stays_as_the_team_says_it(when, we, said):
    assert promise_of(when, we).sentence == said
    assert promise_to_customers(when, we) == said


@pytest.mark.parametrize(
    ("does", "you_do"),
    [
        ("has to wait", "have to wait"),
        ("isn’t well", "aren’t well"),
        ("tries the door", "try the door"),
        ("misses the bus", "miss the bus"),
        ("goes home", "go home"),
        ("cannot come", "cannot come"),
        ("hands over a form", "hand over a form"),
    ],
)
def test_a_customer_reads_what_you_do(does, you_do):
    assert promise_to_customers(does, "help") == f"When you {you_do}, we help."


def test_what_was_kept_and_is_gone_is_no_promise_in_the_present_tense(board, workshop):
    board.say("phone")
    pick = board.locked("phone")
    workshop.check.record_answer(pick, "You rang!", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.add_answer(pick, Heading.SETUP, "The phone rings at two desks", "there")
    workshop.staff_test.mark_sure(pick)
    assert workshop.share.outcome(pick).words == "When you ring, we answer."
    assert workshop.share.outcome(pick).words_among_us == "When a patient rings, we answer."
    workshop.today = DAY + timedelta(days=120)
    workshop.rounds.start_next()
    workshop.looking_again.record_answer(pick, "Nobody rings any more", kind="new")
    workshop.looking_again.judge(pick, Look.GONE)
    assert workshop.share.outcome(pick).words == "Our promise was: When you ring, we answer."


def test_what_is_kept_in_mind_of_texts_follows_the_word(board, workshop):
    board.say("phone", "forms")
    board.locked("phone")

    def said() -> list[str]:
        with calling_customers(workshop.prepare.customer_word()):
            return [thing.words for thing in workshop.open_promises.coming()]

    assert "Ask customers what they notice" in said()
    workshop.prepare.call_customers("guest")
    assert "Ask guests what they notice" in said()
