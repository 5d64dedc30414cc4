"""Stop 4, Pick up to three: the doers choose at most three cards or groups, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.errors import (
    Locked,
    NeedsReason,
    NotFound,
    Refusal,
    SlotSpent,
    SlotTaken,
)
from cxworkshop.i18n import _
from cxworkshop.model import (
    MAX_PICKS,
    Criterion,
    CriterionAnswer,
    Decider,
    Judgement,
    PersonId,
    Pick,
    PickId,
    Slot,
)
from cxworkshop.on_demand import Part
from cxworkshop.queries.progress import judgements
from cxworkshop.queries.quotes import count_customers, heard_of
from cxworkshop.queries.rounds import slot_name, slots
from cxworkshop.queries.stories import last_time
from cxworkshop.queries.subjects import Subject, pick_in_slot, pick_subject, subject_for_code
from cxworkshop.rules import refuse_double, refuse_fourth_pick
from cxworkshop.stops.pick.candidates import Candidate, candidates
from cxworkshop.stops.pick.continuing import continue_pick
from cxworkshop.stops.stop import Stop, fitting
from cxworkshop.store.tables.edit import Edit

if TYPE_CHECKING:
    from cxworkshop.stops.pick.ballots import Ballots
    from cxworkshop.stops.pick.opposites import Opposites


class Picks(Stop):
    """The round's three slots, the four criteria, and who decides."""

    ballots: Part[Ballots] = Part("cxworkshop.stops.pick.ballots:Ballots")
    opposites: Part[Opposites] = Part("cxworkshop.stops.pick.opposites:Opposites")

    def subject(self, code: str) -> Subject:
        """Return the card or group with the code "17" or "B"; raises NotFound."""
        return subject_for_code(self._store, self._round.id, code)

    def candidates(self) -> list[Candidate]:
        """Return groups and loose cards, those that most customers said first."""
        return candidates(self._store, self._round)

    def slots(self, round_number: int | None = None) -> dict[int, Pick]:
        """Return a round's picks by the number of their slot; free slots are left out."""
        taken = slots(self._store, self._round_id(round_number))
        return {number: self._store.get(Pick, pick) for number, pick in taken.items()}

    def customers(self, pick: Pick) -> int:
        """How many customers said it; also where its card was grouped after it was picked."""
        return count_customers(self._store, heard_of(self._store, pick))

    def in_slot(self, slot: int, round_number: int | None = None) -> Pick:
        """Return the pick in a slot of this round or an earlier one; raises NotPickedYet."""
        return pick_in_slot(self._store, self._round_id(round_number), slot)

    def put(self, subject: Subject, slot: int | None = None) -> Pick:
        """Pick a card or a group, into this slot or the first that is free.

        What is in another slot already moves, or the two change places. Raises TooManyPicks (R1),
        SlotTaken and AlreadyPicked.
        """
        taken = slots(self._store, self._round.id)
        pick_id = self._pick_id(subject, taken)
        if pick_id in taken.values():
            return self._move(pick_id, slot, taken)
        number = self._free_slot(subject, slot, taken)
        with self._store.edit(_("Pick {name}").format(name=subject.in_title)) as edit:
            return self._fill(edit, subject, number)

    def why_not(self, subject: Subject, slot: int | None = None) -> Refusal | None:
        """Return the refusal that `put` would raise, or None; for a drag that still hovers."""
        taken = slots(self._store, self._round.id)
        if self._pick_id(subject, taken) in taken.values():
            return None
        try:
            self._free_slot(subject, slot, taken)
        except Refusal as refusal:
            return refusal
        return None

    def swap(self, subject: Subject, instead_of: Subject) -> Pick:
        """Pick a subject in place of another, which stays on the list with its plan."""
        taken = slots(self._store, self._round.id)
        old = self._pick_id(instead_of, taken)
        number = next((number for number, pick in taken.items() if pick == old), None)
        if number is None:
            raise NotFound(_("{name} is in no slot.").format(name=instead_of.name))
        title = _("Swap {old} for {new}").format(old=instead_of.in_title, new=subject.in_title)
        with self._store.edit(title) as edit:
            self._empty(edit, number)
            refuse_double(self._store, self._round.id, subject)
            return self._fill(edit, subject, number)

    def take_out(self, slot: int) -> None:
        """Free a slot; picked again, the subject gets its plan back. Raises SlotSpent."""
        name = pick_subject(self._store, self.in_slot(slot)).in_title
        with self._store.edit(_("Take {name} out").format(name=name)) as edit:
            self._empty(edit, slot)

    def judge(
        self, slot: int, criterion: Criterion, answer: CriterionAnswer, reason: str = ""
    ) -> None:
        """Answer one of the four criteria.

        Raises NeedsReason for a no or a not sure without a reason, and Locked.
        """
        pick = self.in_slot(slot)
        if pick.locked_on is not None:
            raise Locked
        words = fitting(reason)
        if answer is not CriterionAnswer.YES and not words:
            raise NeedsReason
        row = Judgement(
            id=f"{pick.id}/{criterion}",
            pick=pick.id,
            criterion=criterion,
            answer=answer,
            reason=words,
        )
        name = pick_subject(self._store, pick).in_title
        with self._store.edit(_("Answer a criterion of {name}").format(name=name)) as edit:
            edit.write(row)

    def judgements(self, slot: int) -> dict[Criterion, Judgement]:
        """Return the criteria of a slot that were answered."""
        return judgements(self._store, self.in_slot(slot).id)

    def set_deciders(self, people: list[PersonId]) -> None:
        """Set the doers who decide."""
        round_id = self._round.id
        wanted = {f"{round_id}/{person}": person for person in people}
        with self._store.edit(_("Tick who decides")) as edit:
            for row in self._store.rows(Decider, round=round_id):
                if row.id not in wanted:
                    edit.remove(row)
            for name, person in wanted.items():
                edit.write(Decider(id=name, round=round_id, person=person))

    def deciders(self) -> list[PersonId]:
        return [row.person for row in self._store.rows(Decider, round=self._round.id)]

    def _pick_id(self, subject: Subject, taken: dict[int, PickId]) -> PickId:
        """Return its pick of this round, also that of a group with the same cards."""
        for pick_id in taken.values():
            if pick_subject(self._store, self._store.get(Pick, pick_id)).cards == subject.cards:
                return pick_id
        return subject.pick_id(self._round.id)

    def _free_slot(self, subject: Subject, slot: int | None, taken: dict[int, PickId]) -> int:
        refuse_fourth_pick(self._store, self._round.id)
        refuse_double(self._store, self._round.id, subject)
        free = [number for number in range(1, MAX_PICKS + 1) if number not in taken]
        number = free[0] if slot is None else _checked_slot(slot)
        if number in taken:
            raise SlotTaken(number, free[0])
        return number

    def _fill(self, edit: Edit, subject: Subject, number: int) -> Pick:
        round_id = self._round.id
        pick = self._store.find(Pick, subject.pick_id(round_id)) or self._new_pick(edit, subject)
        self._set_slot(edit, number, pick.id)
        return pick

    def _new_pick(self, edit: Edit, subject: Subject) -> Pick:
        """A new plan; where the same was picked in an earlier round, a copy of that one."""
        before = last_time(self._store, subject, self._round.number)
        if before is not None:
            return continue_pick(self._store, edit, before, self._round.id, self._today())
        pick = Pick(
            id=subject.pick_id(self._round.id),
            round=self._round.id,
            card=subject.card,
            card_group=subject.card_group,
            picked_on=self._today(),
        )
        edit.write(pick)
        return pick

    def _set_slot(self, edit: Edit, number: int, pick: PickId) -> None:
        name = slot_name(self._round.id, number)
        edit.write(Slot(id=name, round=self._round.id, number=number, pick=pick))

    def _empty(self, edit: Edit, slot: int) -> None:
        pick = self.in_slot(slot)
        if pick.locked_on is not None:
            raise SlotSpent(pick_subject(self._store, pick).name)
        edit.remove(self._store.get(Slot, slot_name(self._round.id, slot)))

    def _move(self, pick_id: PickId, slot: int | None, taken: dict[int, PickId]) -> Pick:
        old = next(number for number, pick in taken.items() if pick == pick_id)
        pick = self._store.get(Pick, pick_id)
        new = old if slot is None else _checked_slot(slot)
        name = pick_subject(self._store, pick).in_title
        title = _("Move {name} to slot {slot}").format(name=name, slot=new)
        with self._store.edit(title) as edit:
            if new in taken:
                self._set_slot(edit, old, taken[new])
            elif new != old:
                edit.remove(self._store.get(Slot, slot_name(self._round.id, old)))
            self._set_slot(edit, new, pick_id)
        return pick


def _checked_slot(number: int) -> int:
    if number not in range(1, MAX_PICKS + 1):
        raise NotFound(_("There are three slots: 1, 2 and 3."))
    return number
