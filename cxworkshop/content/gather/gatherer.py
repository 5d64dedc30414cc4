"""The values of all sheets behind one door; each stop's own are in a module of theirs."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.gather.books import BookPapers
from cxworkshop.content.gather.check import AfterPapers
from cxworkshop.content.gather.pick import PickPapers
from cxworkshop.content.gather.prepare import PreparePapers
from cxworkshop.content.gather.talk import TalkPapers
from cxworkshop.model import Customer
from cxworkshop.queries.rounds import team


class ContentGatherer(PreparePapers, TalkPapers, PickPapers, AfterPapers, BookPapers):
    """What goes on paper, with names only where they were turned on (R7)."""

    def team_name(self) -> str:
        """Whose paper this is."""
        return team(self._store).team

    def language(self) -> str:
        """The language that this team's paper is printed in."""
        return team(self._store).language

    def day(self) -> date:
        """The date that a PDF of this round bears: the round's own, so that bytes stay the same."""
        return self._round.started_on

    def round_number(self) -> int:
        """Which turn of the loop this is."""
        return self._round.number

    def customers_names(self) -> tuple[str, ...]:
        """Names that customers gave us: looked for inside words before they go on paper (R7)."""
        return tuple(row.name for row in self._store.rows(Customer) if row.name)
