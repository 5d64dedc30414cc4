"""Stop 8, Share and repeat: what was said, what we did, what customers notice, who is told."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Pick, PickId, Round, Told
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.rounds import slots
from cxworkshop.rules import refuse_we_did
from cxworkshop.stops.stop import Stop, fitting, needed


class Share(Stop):
    """What may be told, to whom, and how the year looks."""

    def outcomes(self, round_number: int | None = None) -> list[Outcome]:
        """The picks of a round, in the order of their slots."""
        taken = slots(self._store, self._round_id(round_number))
        return [self.outcome(taken[number]) for number in sorted(taken)]

    def outcome(self, pick_id: PickId) -> Outcome:
        """One pick, improvement or not yet."""
        return outcome_of(self._store, pick_id)

    def write_we_did(self, pick_id: PickId, words: str) -> None:
        """Our own sentence for the poster; raises NotOursToSay before customers notice (R6)."""
        pick = self._store.get(Pick, pick_id)
        refuse_we_did(self._store, pick)
        with self._store.edit(_("Write what we did")) as edit:
            edit.write(replace(pick, we_did=fitting(words)))

    def to_tell(self) -> list[Told]:
        """Who is to hear how it went, those who have among them."""
        return self._store.rows(Told, round=self._round.id)

    def add_to_tell(self, who: str) -> Told:
        """Somebody who is to hear it."""
        row = Told(id=new_id(), round=self._round.id, who=needed(who))
        with self._store.edit(_("Add somebody to tell")) as edit:
            edit.write(row)
        return row

    def mark_told(self, told: str) -> None:
        """They have heard it, today."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Tick somebody who was told")) as edit:
            edit.write(replace(was, told_on=self._today()))

    def unmark_told(self, told: str) -> None:
        """The tick was a slip: they have not heard it yet."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Take off a tick")) as edit:
            edit.write(replace(was, told_on=None))

    def year(self) -> dict[Round, list[Outcome]]:
        """Every round with its stories, the first round first."""
        rounds = self._store.rows(Round)
        return {round_: self.outcomes(round_.number) for round_ in rounds}
