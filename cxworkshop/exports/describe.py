"""Describe the workshop as plain values for scripts; see docs/json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxworkshop.queries.rounds import day_of

if TYPE_CHECKING:
    from cxworkshop.model import Round
    from cxworkshop.outcomes import Outcome
    from cxworkshop.workshop import Workshop


def code_of(code: str) -> int | str:
    """A card's code as a number, a group's as a letter."""
    return int(code) if code.isdecimal() else code


def status(workshop: Workshop) -> dict[str, Any]:
    """The state of the workshop; see docs/json/status.schema.json."""
    round_ = workshop.rounds.current()
    board = workshop.big_list.board()
    said, customers = workshop.talk.answers.counts()
    slots, told = workshop.share.outcomes(), workshop.share.stories()
    outcomes = {outcome.pick.id: outcome for story in told for outcome in story.outcomes}
    return {
        "team": workshop.prepare.team().team,
        "round": round_.number,
        "day": day_of(round_.started_on, workshop.today),
        "customers": customers,
        "verbatims": said,
        "cards": len(board.cards),
        "groups": len(board.groups),
        "set_aside": len(board.aside),
        "picks": [code_of(story.subject.code) for story in slots],
        "stories": {"picked": len(told), "kept": sum(story.kept for story in told)},
        "still_open": _still_open(workshop),
        "improvements": [
            _improvement(workshop, round_, slot, outcomes[pick.id])
            for round_ in workshop.rounds.all()
            for slot, pick in sorted(workshop.pick.slots(round_.number).items())
        ],
        "undo": workshop.undo_title(),
        "redo": workshop.redo_title(),
        "digest": f"{workshop.digest:016x}",
    }


def _still_open(workshop: Workshop) -> dict[str, int]:
    late = [thing.days_late(workshop.today) > 0 for thing in workshop.open_promises.now()]
    return {"all": len(late), "late": sum(late)}


def _improvement(workshop: Workshop, round_: Round, slot: int, story: Outcome) -> dict[str, Any]:
    pick, verdict = story.pick, story.check.verdict if story.check else None
    test = workshop.staff_test.latest(pick.id)
    return {
        "round": round_.number,
        "slot": slot,
        "card": code_of(story.subject.code),
        "title": story.title,
        "owner": workshop.people.name_of(pick.owner) or None,
        "start": pick.start_on and pick.start_on.isoformat(),
        "check_on": pick.check_on and pick.check_on.isoformat(),
        "locked": pick.locked_on is not None,
        "missing": list(workshop.make_better.missing(pick.id)),
        "verdict": verdict.value if verdict else None,
        "staff_test": None if test is None else ("sure" if test.sure else "not sure"),
        "kept": story.kept,
    }


def big_list(workshop: Workshop) -> list[dict[str, Any]]:
    """Every card of this round; see docs/json/list.schema.json."""
    board = workshop.big_list.board()
    state = workshop.big_list.states()
    letters = {group.id: group.letter for group in board.groups}
    return [
        {
            "code": card.code,
            "headline": card.words,
            "verbatims": [verbatim.said for verbatim in card.verbatims if verbatim.said],
            "customers": len(card.customers),
            "way": card.way,
            "group": letters.get(card.group) if card.group else None,
            "state": state[card.id],
            "rounds": card.rounds,
        }
        for card in board.all_cards()
    ]
