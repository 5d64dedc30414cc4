"""Search gathers cards by words and filters; pairs that look the same are decided once."""

from __future__ import annotations

import pytest

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.model import Different, PrintedCode
from cxworkshop.queries.gathering import Filter, Wanted
from tests.opened import opened


@pytest.fixture
def said(board, workshop):
    """Four cards by three kinds of customers, two of them in a group."""
    for words, kind in (("phone rings", "regular"), ("the phone", "student"), ("forms", "student")):
        talk = workshop.talk.begin(workshop.talk.next_customer(kind=kind).id)
        board.named[words.split()[-1]] = workshop.talk.say(words, talk.id).id
    board.say("parking")
    board.group("Paper", "forms phone")
    return board


def found(workshop, words: str = "", **only: str) -> str:
    wanted = Wanted(words)
    for name, value in only.items():
        wanted = wanted.with_only(Filter(name), [value])
    gathered = workshop.big_list.gather(wanted)
    cards = (f"{card.words}{gathered.letters.get(card.id, '')}" for card in gathered.cards)
    return f"{len(gathered.customers)}: {', '.join(cards)}"


def choices(workshop, filter_: Filter, words: str = "") -> dict[str, int]:
    return {one.words: one.cards for one in workshop.big_list.choices(Wanted(words), filter_)}


def test_words_gather_cards_in_no_group_first_and_say_where_the_others_are(said, workshop):
    assert found(workshop, "phone") == "2: phone rings, the phoneA"
    assert workshop.big_list.gather(Wanted("phone")).loose == 1
    assert found(workshop, "nowhere") == "0: "
    assert found(workshop, " ") == "0: "


def test_filters_work_without_words_and_together(said, workshop):
    assert found(workshop, kind="student") == "2: formsA, the phoneA"
    assert found(workshop, "phone", kind="student") == "1: the phoneA"
    assert found(workshop, round="1", kind="regular") == "1: phone rings"
    assert found(workshop, kind="") == "1: parking"


def test_a_filter_says_how_many_cards_each_of_its_values_has(said, workshop):
    assert choices(workshop, Filter.KIND, "phone") == {"regular": 1, "student": 1}
    assert choices(workshop, Filter.ROUND) == {"1": 4}
    verbatim = workshop.big_list.board().cards[0].verbatims[0]
    workshop.talk.tag(verbatim.id, "quick")
    assert choices(workshop, Filter.WAY) == {"Quick": 1, "": 3}
    step = workshop.prepare.encounter.add("Coming in")
    workshop.prepare.encounter.put_words(said.ids("rings"), step.id)
    assert choices(workshop, Filter.STEP) == {"Coming in": 1, "": 3}
    assert found(workshop, step=step.id) == "1: phone rings"


def test_the_code_of_a_card_whose_words_moved_finds_the_card_they_are_on(said, workshop):
    first, other = said.ids("rings phone")
    workshop.big_list.join([first, other])
    assert found(workshop, "#2") == found(workshop, "1") == "2: phone rings"
    assert workshop.pick.subject("2").card == first
    workshop.undo()
    assert workshop.pick.subject("2").card == other
    assert workshop._store.rows(PrintedCode) == []


def test_a_card_that_is_only_set_aside_is_not_taken_for_another(said, workshop):
    workshop.big_list.set_aside(said.ids("parking"))
    with pytest.raises(NotFound, match="Card 4 is set aside"):
        workshop.pick.subject("4")


def pairs(workshop) -> list[str]:
    code = {card.id: card.code for card in workshop.big_list.board().cards}
    found_pairs = filter(None, workshop.similarity.similar_pairs())
    return [f"{code[one]} {code[other]}" for one, other in found_pairs]


def test_a_pair_judged_different_is_not_offered_again_also_in_the_file(board, workshop):
    board.say("The queue on Saturday is too long", "More rye bread")
    board.say("The queue on Saturdays is too long!", "the queue on SATURDAY is too long")
    assert pairs(workshop) == ["1 3", "1 4"]
    one, other = (card.id for card in workshop.big_list.board().cards if card.code in (1, 3))
    workshop.big_list.pairs.mark_different(other, one)
    workshop.big_list.pairs.mark_different(one, other)
    assert workshop.undo_title() == "Keep cards 1 and 3 apart"
    assert len(workshop._store.rows(Different)) == 1
    assert pairs(workshop) == ["1 4"]
    workshop.save()
    again = opened(workshop.path)
    assert pairs(again) == pairs(workshop)
    workshop.undo()
    assert pairs(workshop) == ["1 3", "1 4"]
    with pytest.raises(BadWords):
        workshop.big_list.pairs.mark_different(one, one)


def test_forgetting_a_customer_takes_what_was_judged_about_their_card(board, workshop):
    board.say("The queue on Saturday is too long", "The queue on Saturdays is too long!")
    one, other = (card.id for card in workshop.big_list.board().cards)
    workshop.big_list.pairs.mark_different(one, other)
    workshop.privacy.forget(workshop.talk.customers.all()[1].id)
    assert workshop._store.rows(Different) == []
    assert [card.id for card in workshop.big_list.board().cards] == [one]
