"""A team changes the deck of ideas and adds its own; steps keep the name of what they came from."""

from __future__ import annotations

from cxworkshop import catalogue
from cxworkshop.queries.texts import texts
from tests.opened import opened


def deck(workshop) -> dict[int, str]:
    return {idea.number: idea.words for idea in workshop.make_better.ideas.deck()}


def test_an_idea_is_reworded_set_aside_and_brought_back_to_ours(workshop):
    ideas, ours = workshop.make_better.ideas, catalogue.deck()[16].words
    ideas.reword("17", "Patience first")
    assert deck(workshop)[17] == "Patience first"
    assert (ideas.find("17").is_reworded, ideas.find("17").ours) == (True, ours)
    ideas.set_aside("17")
    assert 17 not in deck(workshop)
    assert [idea.words for idea in ideas.aside()] == ["Patience first"]
    ideas.bring_back("17")
    ideas.restore("17")
    assert deck(workshop) == {idea.number: idea.words for idea in catalogue.deck()}
    for _step in range(4):
        workshop.undo()
    assert workshop.undo_title() is None
    assert deck(workshop)[17] == ours


def test_an_own_idea_ends_its_group_and_its_number_stays(board, workshop):
    ideas = workshop.make_better.ideas
    first, second = ideas.add("easy", "A bell at the door"), ideas.add("Give them something", "Jam")
    assert (first.number, second.number, second.is_own) == (57, 58, True)
    in_group = [idea.words for idea in ideas.deck() if idea.group_key == "easy"]
    assert in_group[-1] == "A bell at the door"
    ideas.set_aside("57")
    assert deck(workshop)[58] == "Jam"
    board.try_(ideas.add, "cheap", "Less")
    assert board.message.startswith("There is no group “cheap” of ideas; there are: person, easy")
    board.try_(ideas.reword, "58", "  ")
    assert board.message.startswith("There are no words in it.")
    board.try_(ideas.restore, "58")
    assert board.message == "This idea is your own; the catalogue has no words for it."
    board.try_(ideas.set_aside, "59")
    assert board.message == "There is no idea “59” in the deck."


def test_what_changes_nothing_is_no_step_of_undo(workshop):
    ideas = workshop.make_better.ideas
    ideas.reword("17", catalogue.deck()[16].words)
    ideas.restore("17")
    ideas.bring_back("17")
    assert workshop.undo_title() is None


def test_a_step_from_an_own_idea_keeps_its_name(board, workshop):
    board.say("phone")
    pick, ideas = board.locked("phone"), workshop.make_better.ideas
    own = ideas.add("speed", "A second phone")
    step = workshop.make_better.steps.add_idea(pick, str(own.number))
    ideas.reword(own.key, "Two phones")
    ideas.set_aside(own.key)
    assert step.words == "A second phone"
    assert ideas.find(workshop.make_better.steps.of(pick)[0].idea).words == "Two phones"


def test_the_deck_is_in_the_file_and_on_the_cards(workshop, tmp_path):
    ideas = workshop.make_better.ideas
    ideas.add("speed", "A second phone")
    ideas.reword("17", "Patience first")
    ideas.set_aside("1")
    workshop.save()
    again = opened(workshop.path)
    printed = {card.number: card.words for card in again.content.big_list.ideas()}
    assert (printed[57], printed[17], len(printed)) == ("A second phone", "Patience first", 56)
    assert 1 not in printed
    assert "A second phone" in [text.words for text in texts(again._store)]
