"""Opposites, what became of a line before, and customers' words at the steps of the encounter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cxworkshop.errors import AsksFirst, BadWords, NotFound
from cxworkshop.model import Mark, NextStep, Opposite, Verdict


def heard(workshop) -> dict[str, str]:
    """Each line to pick from with its counts, its opposites with theirs, and what was before."""
    lines = {}
    for line in workshop.pick.candidates():
        sides = [pair.opposite_of(line.subject) for pair in line.opposites]
        against = [f"against {side.subject.code} {side.heard.sentence}" for side in sides]
        before = [past.in_short for past in line.before]
        lines[line.subject.code] = " | ".join([line.heard.sentence, *against, *before])
    return lines


def test_both_sides_are_counted_and_how_many_we_serve(board, workshop):
    board.say("loud", "quiet")
    loud, quiet = board.ids("loud quiet")
    workshop.prepare.served.add("Regular")
    workshop.talk.agree(loud, kind="regular")
    workshop.talk.agree(loud, kind="tourist")
    workshop.talk.agree(quiet, kind="regular")
    workshop.pick.opposites.mark(workshop.pick.subject("2"), workshop.pick.subject("1"))
    one = "said by 3 customers, 1 of those we serve, 1 kind not known"
    other = "said by 2 customers, 1 of those we serve, 1 kind not known"
    assert heard(workshop) == {"1": f"{one} | against 2 {other}", "2": f"{other} | against 1 {one}"}


def test_the_order_does_not_matter_and_a_mark_comes_back(board, workshop):
    board.say("loud", "quiet")
    loud, quiet = workshop.pick.subject("1"), workshop.pick.subject("2")
    opposites = workshop.pick.opposites
    row = opposites.mark(loud, quiet)
    steps = len(workshop.history())
    assert opposites.mark(quiet, loud) == row
    assert len(workshop.history()) == steps  # marked already: no step
    opposites.decide(row.id, "for those who work here, until six")
    assert [pair.decided_for for pair in opposites.pairs()] == [
        "for those who work here, until six"
    ]
    opposites.take_back(row.id)
    assert opposites.pairs() == []
    opposites.mark(quiet, loud)
    assert len(opposites.pairs()) == len(workshop._store.rows(Opposite)) == 1


def test_nothing_is_its_own_opposite_nor_that_of_its_group(board, workshop):
    board.say("loud", "quiet")
    board.group("Noise", "loud quiet")
    for one, other in (("1", "1"), ("1", "A"), ("A", "A")):
        with pytest.raises(BadWords):
            workshop.pick.opposites.mark(workshop.pick.subject(one), workshop.pick.subject(other))


def test_a_group_has_the_opposites_of_its_cards(board, workshop):
    board.say("loud", "music", "quiet")
    board.group("Music", "loud music")
    workshop.pick.opposites.mark(workshop.pick.subject("1"), workshop.pick.subject("3"))
    assert "against 3 said by 1 customer" in heard(workshop)["A"]
    assert "against 1 said by 1 customer" in heard(workshop)["3"]
    workshop.big_list.set_aside(board.ids("quiet"))
    assert "against" not in heard(workshop)["A"]


def test_a_line_says_what_became_of_it_before(board, workshop):
    board.say("ring", "park")
    pick = board.locked("ring")
    workshop.check.record_answer(pick, "It rings", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.BACK)
    board.pick("park", 2)
    assert all("round" not in line for line in heard(workshop).values())
    workshop.rounds.start_next()
    assert heard(workshop)["1"].endswith("| round 1: tried, and learned")
    assert heard(workshop)["2"].endswith("| round 1: picked, and not begun")
    pick = board.locked("ring")
    workshop.check.record_answer(pick, "At once", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_sure(pick)
    workshop.today += timedelta(days=1)
    workshop.rounds.start_next()
    workshop.talk.agree(board.named["ring"])
    assert heard(workshop)["1"].endswith("| round 1: tried, and learned | kept in round 2")
    (line,) = (line for line in workshop.pick.candidates() if line.subject.code == "1")
    told = [(past.counted, past.said) for past in line.before]
    assert told == [
        ("0 of 1 customer notices.", "It rings"),
        ("1 of 1 customer notices.", "At once"),
    ]
    assert line.since == 1


def steps(workshop) -> list[str]:
    return [
        f"{step.words}: {' / '.join(quote.words for quote in step.said) or step.is_silent}"
        for step in workshop.content.prepare.encounter_map().steps
    ]


def test_words_stand_at_a_step_and_a_silent_one_says_so(board, workshop):
    board.say("ring", "hold", "park")
    board.group("Phone", "ring hold")
    encounter = workshop.prepare.encounter
    calls, comes = encounter.add("Calls us").id, encounter.add("Comes in").id
    assert steps(workshop) == ["Calls us: True", "Comes in: True"]
    encounter.put_words(workshop.pick.subject("A").cards, calls)
    assert steps(workshop) == ["Calls us: ring / hold", "Comes in: True"]
    encounter.put_words(board.ids("hold park"), comes)
    assert steps(workshop) == ["Calls us: ring", "Comes in: hold / park"]
    encounter.take_words_away(board.ids("park"))
    workshop.big_list.set_aside(board.ids("ring"))
    assert steps(workshop) == ["Calls us: True", "Comes in: hold"]
    assert [card.words for card in encounter.cards_at(comes)] == ["hold"]
    assert [card.words for card in encounter.cards_at_no_step()] == ["park"]
    encounter.set_worth_more(comes, "A hello")
    assert encounter.numbered(2).worth_more == "A hello"
    with pytest.raises(NotFound):
        encounter.numbered(3)


def test_twenty_cards_at_a_step_ask_first(board, workshop):
    names = [f"card{n}" for n in range(20)]
    board.say(*names)
    step = workshop.prepare.encounter.add("Comes in").id
    with pytest.raises(AsksFirst):
        workshop.prepare.encounter.put_words(board.ids(" ".join(names)), step)
    workshop.prepare.encounter.put_words(board.ids(" ".join(names)), step, sure=True)
    assert workshop.content.prepare.encounter_map().steps[0].customers == 20
