"""Stop 8, Share and repeat: what was said, what we did, what customers notice, who is told."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Pick, PickId, Round, Told
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.stories import Story, story_of
from cxworkshop.rules import refuse_we_did
from cxworkshop.stops.stop import Stop, fitting, needed


class Share(Stop):
    """What may be told of the improvements, to whom, and the year."""

    def outcomes(self, round_number: int | None = None) -> list[Outcome]:
        """Return the outcomes of a round, in the order of their slots."""
        taken = slots(self._store, self._round_id(round_number))
        return [self.outcome(taken[number]) for number in sorted(taken)]

    def outcome(self, pick_id: PickId) -> Outcome:
        """Return the outcome of a pick, locked or not."""
        return outcome_of(self._store, pick_id)

    def story(self, pick_id: PickId) -> Story:
        """Return the picks that continue one another, this one among them, the oldest first."""
        return story_of(self._store, self._store.get(Pick, pick_id))

    def write_we_did(self, pick_id: PickId, words: str) -> None:
        """Write our own sentence for the poster; raises NotOursToSay (R6)."""
        pick = self._store.get(Pick, pick_id)
        refuse_we_did(self._store, pick)
        with self._store.edit(_("Write what we did")) as edit:
            edit.write(replace(pick, we_did=fitting(words)))

    def to_tell(self) -> list[Told]:
        """Return all who are to be told, including those who have been."""
        return self._store.rows(Told, round=self._round.id)

    def add_to_tell(self, who: str) -> Told:
        """Add somebody to tell."""
        row = Told(id=new_id(), round=self._round.id, who=needed(who))
        with self._store.edit(_("Add somebody to tell")) as edit:
            edit.write(row)
        return row

    def mark_told(self, told: str) -> None:
        """Record that they were told today."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Tick somebody who was told")) as edit:
            edit.write(replace(was, told_on=self._today()))

    def unmark_told(self, told: str) -> None:
        """Take back that they were told."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Take off a tick")) as edit:
            edit.write(replace(was, told_on=None))

    def year(self) -> dict[Round, list[Outcome]]:
        """Return all rounds with their outcomes, the first round first."""
        rounds = self._store.rows(Round)
        return {round_: self.outcomes(round_.number) for round_ in rounds}
