"""Gather the content of the sheet of stop 2."""

from __future__ import annotations

from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.values import BlankCardsContent
from cxworkshop.model import Way
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.store.tables.query import StoreReader


class TalkGatherer:
    """Cards that customers' words are written on."""

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
