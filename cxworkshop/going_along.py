"""How many cards go along to the next round."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.looks import kept_on
from cxworkshop.model import CardId, Round
from cxworkshop.queries.board import board
from cxworkshop.queries.rounds import current_round, number_of
from cxworkshop.queries.stories import stories
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.wishes import kept_on_list


def cards_going_along(store: StoreReader) -> int:
    """The cards that the next round begins with; of a finished round, that it began with."""
    round_ = current_round(store)
    leaving = kept_on_list(store) if round_.ended_on is None else set(_left(store, round_))
    return len({card.id for card in board(store, round_).cards} - leaving)


def _left(store: StoreReader, round_: Round) -> Iterator[CardId]:
    """The cards of what was kept (R5) while the round went on: later days change nothing (R14)."""
    assert round_.ended_on is not None
    for pick in (pick for story in stories(store) for pick in story):
        day = kept_on(store, pick.id)
        if number_of(pick.round) > round_.number or day is None:
            continue
        if round_.started_on <= day <= round_.ended_on:
            yield from pick_subject(store, pick).cards
