"""Words that repeat what left the list: found whatever else was said on the same card."""

from __future__ import annotations

from cxworkshop.model import Mark, Verdict
from cxworkshop.services import similarity


def keep(board, workshop, name: str) -> None:
    pick = board.locked(name)
    workshop.check.record_answer(pick, "At once", Mark.NOTICES)
    workshop.check.give_verdict(pick, Verdict.NOTICE)
    workshop.staff_test.mark_sure(pick)
    workshop.rounds.start_next()


def codes(workshop, *lines: str) -> dict[str, str]:
    found = workshop.similarity.raised_again(lines)
    return {line: subject.code for line, subject in found.items()}


def test_each_thing_said_on_a_kept_card_finds_it_again(board, workshop):
    board.say("ring", "park")
    talk = workshop.talk.begin(workshop.talk.next_customer().id).id
    for words in ("Nobody rings me back", "I waited at the counter", "Your line is dead at noon"):
        workshop.talk.say_also(words, talk, board.named["ring"])
    assert codes(workshop, "ring", "Nobody rings me back") == {}
    keep(board, workshop, "ring")
    said = ("Ring!", "nobody rings me back, again", "park", "A bench by the door")
    assert codes(workshop, *said) == {"Ring!": "1", "nobody rings me back, again": "1"}
    assert [one.code for one in workshop.similarity.similar_to_words("ring")] == ["1"]
    assert workshop.similarity.similar_to_words("") == []
    workshop.talk.say_also("ring", workshop.talk.begin(workshop.talk.next_customer().id).id,
                           board.named["ring"])  # fmt: skip
    assert codes(workshop, *said) == {}


def test_after_an_import_the_index_is_brought_up_to_date_in_steps(workshop, monkeypatch):
    monkeypatch.setattr(similarity, "AT_ONCE", 3)
    said = ["The queue on Saturday is too long", "More rye", "Open at eight", "A bench outside"]
    said.append("The queue on Saturdays is too long!")
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
    for words in said:
        workshop.talk.say(words, talk.id)
    near = workshop.similarity
    assert near.is_behind
    assert near.similar_to_words("the long queue on Saturday") == []
    steps = near.catch_up()
    next(steps)
    workshop.talk.say("Mend the door", talk.id)  # what is there stays, and this comes too
    assert sum(1 for _step in steps) >= 5
    assert not near.is_behind
    found = near.similar_to_words("the long queue on Saturday")
    assert {one.code for one in found} == {"1", "5"}
    assert [one.code for one in near.similar_to_words("mend the door")] == ["6"]
    assert len([pair for pair in near.similar_pairs() if pair]) == 1


def test_what_is_no_longer_said_is_not_suggested_while_the_index_is_behind(workshop, monkeypatch):
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
    near = workshop.similarity
    assert near.similar_to_words("The queue on Saturday is too long") == []
    for words in ("The queue on Saturday is too long", "The queue on Saturdays is far too long"):
        workshop.talk.say(words, talk.id)
    assert len(near.similar_to_words("The queue on Saturday is too long")) == 2
    monkeypatch.setattr(similarity, "AT_ONCE", 0)
    workshop.undo()
    workshop.undo()
    assert near.is_behind
    assert near.similar_to_words("The queue on Saturday is too long") == []
    list(near.catch_up())
    assert not near.is_behind
