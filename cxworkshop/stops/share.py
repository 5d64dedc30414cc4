"""Stop 8, Share and repeat: what was said, what we did, what customers notice, who is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cxworkshop.i18n import _, n_
from cxworkshop.ids import new_id
from cxworkshop.model import Blocker, Person, Pick, PickId, Round, Told
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.progress import doers_of, licence_of, tellings
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.stories import Story, story_of
from cxworkshop.rules import refuse_we_did
from cxworkshop.stops.stop import Stop, fitting, headline, needed
from cxworkshop.story_outcomes import StoryOutcome, kept_in_round, story_outcomes
from cxworkshop.textual import fold
from cxworkshop.value_object import ValueObject

PAPERS: Mapping[str, str] = {
    "poster": n_("The poster"),
    "poster-a3": n_("The poster"),
    "poster-tiled": n_("The poster"),
    "staff-page": n_("The page for all staff"),
    "answers": n_("The answers"),
}  # by the sheet: what tells others how it went, and is noted when it is printed


def is_paper(row: Told) -> bool:
    """Whether it is a paper of ours that was printed, and nobody who was told."""
    return fold(row.who) in {fold(_(name)) for name in PAPERS.values()}


class Thanks(ValueObject):
    """An improvement that was kept: who did the work, cleared its road and gave the licence."""

    outcome: Outcome
    people: tuple[Person, ...]


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

    def say_on_poster(self, pick_id: PickId, words: str) -> None:
        """Write how the poster says what we are doing; "" is the promise again."""
        pick = self._store.get(Pick, pick_id)
        with self._store.edit(_("Write what the poster says")) as edit:
            edit.write(replace(pick, poster_says=fitting(words) or None))

    def to_tell(self, round_number: int | None = None) -> list[Told]:
        """Return all who are to be told of a round, including those who have been.

        Whom to tell was put down for is not among them.
        """
        return tellings(self._store, self._round_id(round_number))

    def add_to_tell(self, who: str, round_number: int | None = None) -> Told:
        """Add somebody to tell of a round, of this one without a number."""
        row = Told(id=new_id(), round=self._round_id(round_number), who=needed(who))
        with self._store.edit(_("Add somebody to tell")) as edit:
            edit.write(row)
        return row

    def mark_told(self, told: str, how: str = "") -> None:
        """Record that they were told today, and how; of those who were, only how is changed."""
        was = self._store.get(Told, told)
        day = was.told_on or self._today()
        with self._store.edit(_("Tick somebody who was told")) as edit:
            edit.write(replace(was, told_on=day, how=headline(how) or was.how))

    def unmark_told(self, told: str) -> None:
        """Take back that they were told; how is forgotten with it."""
        row = replace(self._store.get(Told, told), told_on=None, how="")
        self._write_and_take_up(row, _("Take off a tick"))

    def tell(self, who: str, how: str = "", round_number: int | None = None) -> list[Told]:
        """Record that somebody was told today, of each round of which they had not heard.

        Who is on no list is added to this round's. `round_number` means that round alone.
        """
        name = needed(who)
        with self._store.edit(_("Tick somebody who was told")):
            waiting = [row for row in self._untold(round_number) if fold(row.who) == fold(name)]
            rows = waiting or [self.add_to_tell(name, round_number)]
            for row in rows:
                self.mark_told(row.id, how)
        return [self._store.get(Told, row.id) for row in rows]

    def not_noted(self, sheets: Iterable[str]) -> list[str]:
        """Return the papers among these sheets of which this round does not say that they are out.

        They are named as people read it; other sheets tell nobody anything.
        """
        names = dict.fromkeys(_(PAPERS[sheet]) for sheet in sheets if sheet in PAPERS)
        noted = {fold(row.who) for row in self.to_tell() if row.told_on is not None}
        return [name for name in names if fold(name) not in noted]

    def note_printed(self, sheets: Iterable[str]) -> None:
        """Note the papers among these sheets as printed today, unless they were before."""
        if names := self.not_noted(sheets):
            with self._store.edit(_("Note what was printed")):
                for name in names:
                    self.tell(name, _("printed"), self._round.number)

    def _untold(self, round_number: int | None) -> list[Told]:
        if round_number is None:
            return self._store.rows(Told, told_on=None)
        return self._store.rows(Told, round=self._round_id(round_number), told_on=None)

    def to_thank(self, round_number: int | None = None) -> list[Thanks]:
        """Return what was kept in a round, and whom to thank for it.

        What an earlier round left to settle counts in the round in which it was.
        """
        round_ = self._store.get(Round, self._round_id(round_number))
        return [
            Thanks(outcome, self._contributors(outcome.pick))
            for outcome in kept_in_round(self._store, round_)
        ]

    def _contributors(self, pick: Pick) -> tuple[Person, ...]:
        blockers = self._store.rows(Blocker, pick=pick.id, set_aside_on=None)
        people = [
            *doers_of(self._store, pick.id),
            *(row.remover for row in blockers if row.removed_on),
            licence_of(self._store, pick.id).given_by,
        ]
        once = dict.fromkeys(who for who in people if who is not None)
        return tuple(self._store.get(Person, who) for who in once)

    def stories(self) -> list[StoryOutcome]:
        """Return each thing that was picked, told once through its rounds."""
        return story_outcomes(self._store)

    def year(self) -> dict[Round, list[Outcome]]:
        """Return all rounds with their outcomes, the first round first."""
        rounds = self._store.rows(Round)
        return {round_: self.outcomes(round_.number) for round_ in rounds}
