"""Closed questions: which are flagged, and what wording is offered instead."""

from __future__ import annotations

import pytest

from cxworkshop import catalogue
from cxworkshop.suggest.wording import open_wording


@pytest.mark.parametrize(
    ("closed", "better"),
    [
        ("Do you like our tea?", "When do you like our tea, and when not?"),
        ("Is the door heavy?", "When is the door heavy, and when not?"),
        ("Did you find what you wanted?", "When did you find what you wanted, and when not?"),
        ("Have you ever complained?", "When have you complained, and when not?"),
        ("Wasn’t it slow?", "When was it slow, and when not?"),
        ("Can't we do it faster?", "When can we do it faster, and when not?"),
        ("And does the queue annoy you", "When does the queue annoy you, and when not?"),
        ("WOULD YOU recommend us?", "When would YOU recommend us, and when not?"),
    ],
)
def test_a_closed_question_is_offered_in_open_words(closed, better):
    assert open_wording(closed) == f"{better} Tell me about the last time."
    assert open_wording(open_wording(closed)) is None


@pytest.mark.parametrize(
    "words",
    [
        "What is it like to get hold of us?",
        "How was it?",
        "Tell me about the last time something went wrong.",
        "Is it quick or slow?",
        "Do it again",
        "Will power be enough?",
        "Hast du Zeit?",
        "Est-ce que vous êtes content ?",
        "Ha sido rápido?",
        "お待たせしましたか",
        "",
        "?",
        "Do",
    ],
)
def test_open_questions_and_other_texts_are_not_flagged(words):
    assert open_wording(words) is None


def test_none_of_our_own_questions_is_closed():
    ours = [question for way in catalogue.ways() for question in way.questions]
    ours += [catalogue.opening_question(), catalogue.check_question()]
    assert [question for question in ours if open_wording(question)] == []
