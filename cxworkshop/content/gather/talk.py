"""Gather the content of the sheet of stop 2, and all that was said for other programs."""

from __future__ import annotations

from cxworkshop.content.gather.all_words import all_words
from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.values import AllWordsContent, BlankCardsContent
from cxworkshop.model import Way
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.store.tables.query import StoreReader


class TalkGatherer:
    """Cards that customers' words are written on, and the words."""

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

    def all_words(self, *, names: bool = False) -> AllWordsContent:
        """What customers said in all rounds, by customer, with the group and the way of each."""
        return all_words(self._store, names=names)
