"""Words that repeat what left the list: found whatever else was said on the same card."""

from __future__ import annotations

from cxworkshop.model import Mark, Verdict


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
