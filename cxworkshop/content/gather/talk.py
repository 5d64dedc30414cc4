"""Gather the content of the sheets of stop 2, and all that was said for other programs."""

from __future__ import annotations

from datetime import timedelta

from cxworkshop import catalogue
from cxworkshop.content.gather.all_words import all_words
from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.values import (
    AllWordsContent,
    BlankCardsContent,
    CounterCardContent,
    SignUpContent,
)
from cxworkshop.model import Way
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.queries.workdays import check_day
from cxworkshop.store.tables.query import StoreReader

KEPT_AFTER = timedelta(days=30)  # after the check, when those who helped have been told


class TalkGatherer:
    """Cards that customers' words are written on, how we ask for them, and the words."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def blank_cards(self) -> BlankCardsContent:
        """The ways under the team's own names, without hidden ones."""
        ways = self._store.rows(Way, hidden=False)
        return BlankCardsContent(
            team=team(self._store).team,
            round_number=current_round(self._store).number,
            ways=tuple(map(way_label, ways)),
        )

    def sign_up(self) -> SignUpContent:
        """How long names and addresses are kept: a month after customers are asked again."""
        round_ = current_round(self._store)
        back_on = check_day(self._store, round_.started_on)
        return SignUpContent(
            team=team(self._store).team,
            round_number=round_.number,
            keep_until=back_on + KEPT_AFTER,
        )

    def counter_card(self) -> CounterCardContent:
        """The question that every conversation begins with."""
        question = catalogue.opening_question()
        return CounterCardContent(team=team(self._store).team, question=question)

    def all_words(self, *, names: bool = False) -> AllWordsContent:
        """What customers said in all rounds, by customer, with the group and the way of each."""
        return all_words(self._store, names=names)
