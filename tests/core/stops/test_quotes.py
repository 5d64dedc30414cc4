"""Which of customers' words an improvement is told with."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.errors import NotFound
from cxworkshop.exchange.choosing import ImportChoices
from cxworkshop.model import Criterion, CriterionAnswer
from cxworkshop.services.importing import ImportFile
from cxworkshop.workshop import Workshop
from tests.opened import new, opened

LONG = "I came on a Monday. Nobody told me how long it takes, and my ride was gone by then."
SHORT = "Tell us how long it takes."
DAY = date(2026, 11, 24)


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    made = new(tmp_path / "w.cxw", "Ward 7", DAY)
    for words in (SHORT, LONG):
        talk = made.talk.begin(made.talk.next_customer().id)
        made.talk.say(words, talk.id)
    cards = [card.id for card in made.big_list.board().cards]
    made.big_list.group(cards, "How long")
    made.pick.put(made.pick.subject("A"))
    return made


@pytest.fixture
def pick(workshop):
    return workshop.pick.in_slot(1).id


def told(workshop: Workshop) -> str:
    """What the poster quotes."""
    quote = workshop.content.share.posters()[0].quote
    return quote.words if quote else ""


def test_the_program_chooses_until_a_person_does(workshop, pick):
    assert told(workshop) == workshop.make_better.quotes.words(pick) == SHORT
    workshop.make_better.quotes.choose_words(pick, "Nobody told me how long it takes")
    cut = "…\u00a0Nobody told me how long it takes\u00a0…"
    assert told(workshop) == workshop.make_better.quotes.words(pick) == cut
    plan = workshop.content.make_better.plans()[0]
    assert plan.quote is not None
    assert (plan.quote.words, [row.words for row in plan.best_quotes(1)]) == (cut, [cut])
    assert [row.words for row in plan.quotes] == [SHORT, LONG]  # books have all of them
    workshop.undo()
    assert told(workshop) == SHORT


def test_the_choice_can_be_given_back_and_all_of_the_words_be_quoted(workshop, pick):
    workshop.make_better.quotes.choose_words(pick, LONG)
    assert told(workshop) == LONG
    workshop.make_better.quotes.let_program_choose(pick)
    assert told(workshop) == SHORT
    assert workshop.make_better.quotes.chosen(pick) is None


def test_only_what_a_customer_said_of_it_is_quoted(workshop, pick):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("more parking", talk.id)
    for words in ("more parking", "nobody told me how long", ""):
        with pytest.raises(NotFound):
            workshop.make_better.quotes.choose_words(pick, words)
    assert told(workshop) == SHORT


def test_a_straight_apostrophe_finds_a_curly_one(workshop, pick):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    card = workshop.talk.say("I don’t know how long", talk.id)
    workshop.big_list.add([card.id], workshop.big_list.board().groups[0].id)
    workshop.make_better.quotes.choose_words(pick, "I don't know")
    assert told(workshop) == "I don’t know\u00a0…"


def test_a_quote_whose_words_were_corrected_or_went_is_no_more(workshop, pick):
    said = next(row for row in workshop.make_better.quotes.said_of(pick) if row.words == LONG)
    workshop.make_better.quotes.choose(pick, said.verbatim, "my ride was gone")
    other = "I came on a Tuesday and nobody told me anything at all."
    workshop.talk.correct(said.verbatim, other)
    assert told(workshop) == other
    workshop.big_list.ungroup(workshop.pick.subject("A").cards[1:])
    assert told(workshop) == SHORT


def test_a_new_pick_of_the_same_goes_on_with_the_quote(workshop, pick):
    workshop.make_better.quotes.choose_words(pick, "my ride was gone by then.")
    for criterion in Criterion:
        workshop.pick.judge(1, criterion, CriterionAnswer.YES)
    workshop.rounds.start_next()
    again = workshop.pick.put(workshop.pick.subject("A")).id
    assert again != pick
    assert workshop.make_better.quotes.words(again) == "…\u00a0my ride was gone by then."
    asked = [row.words for row in workshop.prepare.questions.all()]
    assert [words for words in asked if f"“{LONG}”" in words]


def test_the_choices_of_an_import_lie_in_the_file(workshop, tmp_path):
    """A colleague who opens the file on another laptop has them, and undo takes them back."""
    table = b"who,best,worst\nA,the nurses,the waiting room is cold\nB,,no clock on the wall\n"
    wanted = ImportChoices(columns=("worst",), praise=("best",), respondent="who")
    prepared = workshop.importing.prepare(ImportFile("may.csv", table), wanted=wanted)
    workshop.importing.take(prepared)
    workshop.save()
    workshop.close()
    again = opened(tmp_path / "w.cxw", DAY)
    assert [recipe.titles for recipe in again.importing.recipes()] == [("who", "best", "worst")]
    again.undo()
    assert again.importing.recipes() == []
