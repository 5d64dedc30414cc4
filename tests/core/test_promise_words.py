"""A promise prints as the team says it, however it was typed, and to customers as to "you"."""

from __future__ import annotations

import pytest

from cxworkshop.customer_word import CustomerWord, calling_customers
from cxworkshop.promise_words import promise_of, promise_to_customers

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
