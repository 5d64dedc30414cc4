"""What goes on the sheet of stop 2."""

from __future__ import annotations

from cxworkshop.content.values import BlankCards
from cxworkshop.model import Way
from cxworkshop.queries.rounds import team
from cxworkshop.stops.stop import Stop


class TalkPapers(Stop):
    """The values of the cards that customers' words are written on."""

    def blank_cards(self) -> BlankCards:
        """The ways under the team's own names; those that it hides are left out."""
        ways = self._store.rows(Way, hidden=False)
        return BlankCards(
            team=team(self._store).team,
            round_number=self._round.number,
            ways=tuple(f"{(way.position + 1) % 10} {way.name}" for way in ways),
        )
