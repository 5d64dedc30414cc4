"""Random laptops merge without a loss, in any order; the soak tries 20,000 of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import permutations

import pytest

from cxworkshop.store.merging.rows import RowMerge
from tests.soak.histories import Year
from tests.soak.merges import Laptop, contents, merge, try_pair, try_triple


@contextmanager
def laptops(of: Year, count: int) -> Iterator[list[Laptop]]:
    """So many copies of a workshop, let go of at the end."""
    made = [Laptop("", of) for _n in range(count)]
    try:
        yield made
    finally:
        for one in made:
            one.workshop.file.leave()


@pytest.mark.parametrize("seed", ["a", "b"])
def test_two_laptops_merged_both_ways_and_again_and_undone_lose_nothing(seed):
    assert try_pair(seed, Counter()) == ""


def test_three_laptops_end_the_same_in_all_six_orders():
    assert try_triple("a", Counter()) == ""


def test_a_pick_gets_the_slot_that_another_laptop_has_freed_in_any_order():
    with Year("slots") as base, laptops(base, 2) as (a, b):
        b.workshop.pick.put(b.workshop.pick.subject("1"), 1)
        a.workshop.today += timedelta(days=1)
        a.workshop.pick.put(a.workshop.pick.subject("2"), 1)
        with laptops(b, 1) as (c,), laptops(a, 2) as (one, other):
            c.workshop.pick.take_out(1)
            merge(one, b)
            assert set(one.workshop.pick.slots()) == {1, 2}
            merge(one, c)
            merge(other, c)
            merge(other, b)
            assert set(one.workshop.pick.slots()) == {1}
            assert contents(one) == contents(other)


def test_what_one_takes_away_and_another_works_on_is_said_in_both_directions():
    with Year("both") as base:
        base.workshop.pick.set_deciders(base.people)
        with laptops(base, 2) as (a, b), laptops(a, 1) as (c,):
            for one, people in ((a, ()), (b, ()), (b, base.people[:1])):
                one.workshop.pick.set_deciders([*people])
            merge(c, a)
            here, there = merge(c, b).conflicts, merge(b, a).conflicts
            assert [one.ours is None for one in (*here, *there)] == [True, False]
            assert c.workshop.pick.deciders() == b.workshop.pick.deciders() == base.people[:1]


def test_words_that_a_lock_froze_are_no_conflict_beside_their_plan():
    with Year("frozen") as base:
        pick = base.workshop.pick.put(base.workshop.pick.subject("1"), 1).id
        base.go_on()
        with laptops(base, 2) as (a, b):
            a.workshop.make_better.unlock(pick)
            a.workshop.make_better.lock(pick)
            b.workshop.make_better.unlock(pick)
            assert {one.key.table for one in merge(b, a).conflicts} == {"pick"}


def rename(laptop: Laptop, was: str, name: str) -> None:
    laptop.workshop.people.rename(laptop.workshop.people.find_or_add(was), name)


def decide(laptop: Laptop, name: str) -> None:
    laptop.workshop.pick.set_deciders([laptop.workshop.people.find_or_add(name)])


def called(laptop: Laptop) -> tuple[list[str], list[str]]:
    """All people, and those who decide."""
    people = laptop.workshop.people
    return sorted(people.names()), [people.name_of(one) for one in laptop.workshop.pick.deciders()]


def test_a_person_whom_one_laptop_has_renamed_is_one_person_in_any_order():
    """Ada was there before the copies were made; three laptops have typed Dora."""
    with Year("people") as base, laptops(base, 3) as (a, b, c):
        rename(a, "Ada", "Ada Adams")
        rename(a, "Dora", "Dora Diaz")
        decide(b, "dora")
        decide(c, "Ada")
        c.workshop.people.find_or_add("Dora")
        found = []
        for first, second, third in permutations((a, b, c)):
            with laptops(first, 1) as (one,):
                names = {key.table for key, *_rest in merge(one, second).conflicts}
                names |= {key.table for key, *_rest in merge(one, third).conflicts}
                assert names <= {"decider"}
                assert merge(one, second).is_empty
                found.append((called(one), contents(one)))
        assert found[0][0][0] == ["Ada Adams", "Ben", "Cleo", "Dora Diaz"]
        assert found == [found[0]] * 6


def test_a_person_whom_both_have_renamed_is_one_and_a_choice_is_shown():
    with Year("people") as base, laptops(base, 2) as (a, b):
        for one, name in ((a, "Dora Diaz"), (b, "Dora Dent")):
            rename(one, "Dora", name)
            rename(one, "Ada", f"Ada {name}")
        with laptops(a, 1) as (c,):
            here, there = merge(c, b).conflicts, merge(b, a).conflicts
            assert [(one.key.table, one.columns) for one in here] == [("person", ("name",))] * 2
            assert {one.value(one.taken, "name") for one in (*here, *there)} == set(
                called(c)[0]
            ) - {"Ben", "Cleo"}
            assert called(c) == called(b)
            assert contents(c) == contents(b)


def test_a_question_that_both_have_typed_and_one_has_reworded_stands_as_reworded():
    with Year("people") as base, laptops(base, 2) as (a, b):
        for one in (a, b):
            one.workshop.prepare.questions.add("When did you wait?", "quick")
        question = a.workshop.prepare.questions.all()[-1]
        a.workshop.prepare.questions.reword(question.id, "Where did you wait?")
        assert merge(b, a).conflicts == []
        words = [row.words for row in b.workshop.prepare.questions.all()]
        assert "Where did you wait?" in words
        assert "When did you wait?" not in words


def test_a_merge_that_drops_what_the_other_wrote_is_noticed(monkeypatch):
    """The harness sees the fault that it is there for."""
    monkeypatch.setattr(RowMerge, "merged", lambda *_given: None)
    assert any(try_pair(f"fault {n}", Counter()) for n in range(12))
