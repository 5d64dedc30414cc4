"""Stop 8, Share and repeat: what was said, what we did, what customers notice, who is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Mark, Pick, PickId, Round, Told
from cxworkshop.readings.progress import answers_of, latest_check
from cxworkshop.readings.rounds import slots
from cxworkshop.readings.subjects import Subject, pick_subject
from cxworkshop.rules import Claim, claim, refuse_we_did, why_not_kept
from cxworkshop.stops.stop import Stop, fitting, needed


class Stage(StrEnum):
    """How far an improvement came: what the year's rings show."""

    KEPT = "kept"
    NOT_SURE = "not_sure"  # customers notice; whether it stays without us is not known yet
    DOING = "doing"
    TRIED = "tried"  # customers don't notice: changed, or back on the list


@dataclass(frozen=True)
class Story:
    """One improvement as it may be told: what is claimed is decided by R6, `kept` by R5."""

    pick: Pick
    subject: Subject
    claim: Claim
    marks: Counter[Mark]
    why_not_kept: str | None

    @property
    def kept(self) -> bool:
        """Customers notice it, and we are sure that it stays."""
        return self.why_not_kept is None

    @property
    def stage(self) -> Stage:
        """How far it came."""
        if self.kept:
            return Stage.KEPT
        by_claim = {Claim.WE_DID: Stage.NOT_SURE, Claim.WE_TRIED: Stage.TRIED}
        return by_claim.get(self.claim, Stage.DOING)

    @property
    def words(self) -> str:
        """What we say of it: our own sentence if there is one, else the promise or the title."""
        return self.pick.we_did or self.pick.promise_we or self.pick.title or self.subject.headline


class Share(Stop):
    """What may be told, to whom, and how the year looks."""

    def stories(self, round_number: int | None = None) -> list[Story]:
        """The picks of a round, in the order of their slots."""
        taken = slots(self._store, self._round_id(round_number))
        return [self.story(taken[number]) for number in sorted(taken)]

    def story(self, pick_id: PickId) -> Story:
        """One pick, improvement or not yet."""
        pick = self._store.get(Pick, pick_id)
        check = latest_check(self._store, pick_id)
        answers = answers_of(self._store, check) if check else []
        return Story(
            pick=pick,
            subject=pick_subject(self._store, pick),
            claim=claim(self._store, pick),
            marks=Counter(answer.notices for answer in answers if answer.notices),
            why_not_kept=why_not_kept(self._store, pick_id),
        )

    def we_did(self, pick_id: PickId, words: str) -> None:
        """Our own sentence for the poster; raises NotOursToSay before customers notice (R6)."""
        pick = self._store.get(Pick, pick_id)
        refuse_we_did(self._store, pick)
        with self._store.edit(_("Write what we did")) as edit:
            edit.put(replace(pick, we_did=fitting(words)))

    def to_tell(self) -> list[Told]:
        """Who is to hear how it went, those who have among them."""
        return self._store.rows(Told, round=self._round.id)

    def add_to_tell(self, who: str) -> Told:
        """Somebody who is to hear it."""
        row = Told(id=new_id(), round=self._round.id, who=needed(who))
        with self._store.edit(_("Add somebody to tell")) as edit:
            edit.put(row)
        return row

    def tell(self, told: str) -> None:
        """They have heard it, today."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Tick somebody who was told")) as edit:
            edit.put(replace(was, told_on=self._today()))

    def not_told(self, told: str) -> None:
        """The tick was a slip: they have not heard it yet."""
        was = self._store.get(Told, told)
        with self._store.edit(_("Take off a tick")) as edit:
            edit.put(replace(was, told_on=None))

    def year(self) -> dict[Round, list[Story]]:
        """Every round with its stories, the first round first."""
        rounds = self._store.rows(Round)
        return {round_: self.stories(round_.number) for round_ in rounds}
