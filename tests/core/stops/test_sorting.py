"""Sorting: one card after another, and what the room sees of it."""

from __future__ import annotations

import pytest

from cxworkshop.errors import AlreadyPicked, BadWords, NotFound


@pytest.fixture
def sorting(board, workshop):
    """Three cards in no group, two in a group, and sorting begun."""
    board.say("ring", "hold", "forms", "park", "queue")
    board.group("Phone", "ring hold")
    workshop.big_list.sorting.begin()
    return workshop.big_list.sorting


def seen(workshop, **near) -> str:
    """Like this: `1 of 3: forms | A Phone 2 | 0 sorted, 0 skipped`."""
    found = workshop.content.big_list.sorting(workshop.big_list.sorting.queue, **near)
    card = found.card.said[0] if found.card else "-"
    groups = ", ".join(f"{one.letter} {one.headline} {one.cards}" for one in found.targets)
    done = f"{found.sorted} sorted, {found.skipped} skipped"
    return f"{found.number} of {found.total}: {card} | {groups} | {done}"


def test_a_letter_a_new_group_and_a_skip_each_bring_the_next_card(board, workshop, sorting):
    assert seen(workshop) == "1 of 3: forms | A Phone 2 | 0 sorted, 0 skipped"
    sorting.skip()
    assert seen(workshop) == "2 of 3: park | A Phone 2 | 0 sorted, 1 skipped"
    sorting.put("A")
    assert seen(workshop) == "3 of 3: queue | A Phone 3 | 1 sorted, 1 skipped"
    sorting.put_in_new_group("Waiting")
    assert seen(workshop) == "3 of 3: forms | A Phone 3, B Waiting 1 | 2 sorted, 1 skipped"
    sorting.put_in_new_group()
    assert seen(workshop).startswith("3 of 3: - | A Phone 3, B Waiting 1, C forms 1 | 3 sorted")
    board.check("[Phone: ring hold park] [Waiting: queue] [forms: forms] | - - -")
    with pytest.raises(BadWords):
        sorting.put("A")


def test_back_takes_back_what_was_done_last_and_so_does_undo(board, workshop, sorting):
    sorting.put("A")
    sorting.skip()
    sorting.back()
    assert seen(workshop) == "2 of 3: park | A Phone 3 | 1 sorted, 0 skipped"
    sorting.put_in_new_group("Cars")
    workshop.undo()
    assert seen(workshop) == "2 of 3: park | A Phone 3 | 1 sorted, 0 skipped"
    sorting.back()  # not the step that was undone already: the one before
    assert seen(workshop) == "1 of 3: forms | A Phone 2 | 0 sorted, 0 skipped"
    with pytest.raises(BadWords, match="where you began"):
        sorting.back()
    board.check("[Phone: ring hold] forms park queue | - - -")


def test_chosen_cards_are_sorted_again_and_may_stay_where_they_are(board, workshop, sorting):
    workshop.big_list.sorting.begin(board.ids("ring forms"))
    before = workshop.seq
    sorting.put("A")
    assert workshop.seq == before  # it is there already
    assert seen(workshop) == "2 of 2: forms | A Phone 2 | 1 sorted, 0 skipped"
    sorting.back()
    assert seen(workshop) == "1 of 2: ring | A Phone 2 | 0 sorted, 0 skipped"
    assert workshop.seq == before


def test_what_was_put_last_and_what_is_near_are_shown_with_their_groups(board, workshop, sorting):
    sorting.put("A")
    near = board.ids("queue hold")
    found = workshop.content.big_list.sorting(sorting.queue, near)
    assert (found.near.code, found.near.letter, found.near.said) == ("2", "A", True)
    assert (found.last.code, found.last.words, found.last.letter) == ("3", "forms", "A")
    workshop.undo()
    assert workshop.content.big_list.sorting(sorting.queue).last is None


def test_what_the_rules_refuse_leaves_the_card_where_it_is(board, workshop, sorting):
    with pytest.raises(NotFound):
        sorting.put("Z")
    board.pick("forms")
    board.pick("Phone")
    with pytest.raises(AlreadyPicked):
        sorting.put("A")
    assert seen(workshop) == "1 of 3: forms | A Phone 2 | 0 sorted, 0 skipped"


def test_a_card_that_is_set_aside_meanwhile_has_had_its_turn(board, workshop, sorting):
    workshop.big_list.set_aside(board.ids("forms"))
    assert seen(workshop) == "2 of 3: park | A Phone 2 | 1 sorted, 0 skipped"


def test_without_anything_to_sort_a_sentence_says_why(board, workshop, sorting):
    sorting.end()
    with pytest.raises(BadWords, match="F8"):
        sorting.skip()
    board.group("Rest", "forms park queue")
    with pytest.raises(BadWords, match="Every card is in a group"):
        sorting.begin()
