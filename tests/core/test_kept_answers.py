"""What is kept in memory until a table is written is what a fresh opening would find."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.model import Criterion, CriterionAnswer
from cxworkshop.workshop import Workshop

DAY = date(2026, 11, 23)


def looks(workshop: Workshop) -> tuple[object, ...]:
    """Everything that is kept, and what is made of it."""
    return (
        workshop.big_list.board(),
        workshop.pick.candidates(),
        workshop.pick.opposites.pairs(),
        workshop.overview.stop_statuses(),
        workshop.answers.to_everybody(),
        workshop.open_promises.now(),
        workshop.share.stories(),
    )


def _say(workshop: Workshop) -> None:
    talk = workshop.talk
    talk.say("Phone", talk.begin(talk.next_customer(kind="regular").id).id)


def _agree(workshop: Workshop) -> None:
    workshop.talk.agree(workshop.big_list.board().cards[0].id, kind="new")


def _group(workshop: Workshop) -> None:
    workshop.big_list.group([card.id for card in workshop.big_list.board().loose[:1]], "Waiting")


def _mark(workshop: Workshop) -> None:
    one, two = (workshop.pick.candidates()[n].subject for n in (0, 1))
    workshop.pick.opposites.mark(one, two)


def _serve(workshop: Workshop) -> None:
    workshop.prepare.served.add("regular")


def _pick(workshop: Workshop) -> None:
    workshop.pick.put(workshop.pick.candidates()[0].subject)


def _judge(workshop: Workshop) -> None:
    workshop.pick.judge(1, Criterion.CAN, CriterionAnswer.YES)


def _take_out(workshop: Workshop) -> None:
    workshop.pick.take_out(1)


def _set_aside(workshop: Workshop) -> None:
    workshop.big_list.set_aside([workshop.big_list.board().loose[0].id])


def _next_round(workshop: Workshop) -> None:
    workshop.rounds.start_next()


STEPS = (
    *(_say, _say, _agree, _say, _group, _mark, _serve, _pick, _judge, Workshop.undo),
    *(Workshop.undo, Workshop.redo, _next_round, _say, _pick, _take_out, _set_aside),
    *(_pick, _next_round, Workshop.undo, _agree),
)


@pytest.mark.parametrize("looked", [True, False], ids=["looked at always", "looked at once"])
def test_what_is_kept_is_what_a_fresh_opening_finds(tmp_path, looked):
    path = tmp_path / "team.cxw"
    workshop = Workshop.new(path, "Bakery", DAY)
    first = looks(workshop)
    assert first[1] == []
    for step in STEPS:
        step(workshop)
        if not looked and step is not STEPS[-1]:
            continue
        workshop.save()
        with Workshop.open(path, DAY) as fresh:
            assert looks(workshop) == looks(fresh), step
    past = workshop.in_round(1)
    with Workshop.open(path, DAY) as fresh:
        assert looks(past) == looks(fresh.in_round(1))
    workshop.close()
