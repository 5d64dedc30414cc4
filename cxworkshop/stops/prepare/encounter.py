"""The encounter, step by step: what a customer goes through, and what each step adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Card, CardId, EncounterStep, StepId
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first
from cxworkshop.stops.stop import StopPart, fitting, needed


class Encounter(StopPart):
    """The steps of meeting us."""

    def steps(self) -> list[EncounterStep]:
        """Return the steps in their order, dropped ones included."""
        return self._store.rows(EncounterStep)

    def numbered(self, number: int) -> EncounterStep:
        """Return the step with this number, counted from 1; raises NotFound."""
        steps = self.steps()
        if number not in range(1, len(steps) + 1):
            raise NotFound(_("There is no step {number} of the encounter.").format(number=number))
        return steps[number - 1]

    def cards_at(self, step: StepId) -> tuple[BoardCard, ...]:
        """Return the cards whose words belong to a step; none when nobody spoke of it."""
        return board(self._store, self._round).at_step(step)

    def cards_at_no_step(self) -> tuple[BoardCard, ...]:
        """Return the cards on the list that are at no step yet, by their codes."""
        cards = board(self._store, self._round).cards
        return tuple(sorted((c for c in cards if c.step is None), key=lambda card: card.code))

    def put_words(self, cards: Sequence[CardId], step: StepId, *, sure: bool = False) -> None:
        """Put cards at a step, to which their words belong; raises AsksFirst from 20 on (R12)."""
        number = self.steps().index(self._store.get(EncounterStep, step)) + 1
        title = _("Put {customers_s} words at step {number}").format(number=number)
        self._set_step(cards, step, title, sure=sure)

    def take_words_away(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Take cards away from their steps; raises AsksFirst from 20 on (R12)."""
        self._set_step(cards, None, _("Take {customers_s} words away from a step"), sure=sure)

    def _set_step(
        self, cards: Sequence[CardId], step: StepId | None, title: str, *, sure: bool
    ) -> None:
        ask_first(team(self._store), len(cards), sure=sure)
        with self._store.edit(title) as edit:
            for card in cards:
                edit.write(replace(self._store.get(Card, card), step=step))

    def add(self, words: str, adds: str = "") -> EncounterStep:
        """Append a step; `adds` is what it is worth in the customer's eyes."""
        position = self._store.count(EncounterStep)
        row = EncounterStep(
            id=StepId(new_id()), words=needed(words), adds=fitting(adds), position=position
        )
        with self._store.edit(_("Add a step of the encounter")) as edit:
            edit.write(row)
        return row

    def reword(self, step: str, words: str) -> None:
        row = self._store.get(EncounterStep, step)
        with self._store.edit(_("Reword a step of the encounter")) as edit:
            edit.write(replace(row, words=needed(words)))

    def set_adds(self, step: str, adds: str) -> None:
        """Write what a step adds in the customer's eyes; "" when it adds nothing."""
        row = self._store.get(EncounterStep, step)
        with self._store.edit(_("Say what a step adds")) as edit:
            edit.write(replace(row, adds=fitting(adds)))

    def set_worth_more(self, step: str, words: str) -> None:
        """Write what would make a step worth more; "" takes it back."""
        row = self._store.get(EncounterStep, step)
        with self._store.edit(_("Say what would make a step worth more")) as edit:
            edit.write(replace(row, worth_more=fitting(words)))

    def reorder(self, order: Sequence[str]) -> None:
        """Put the steps into this order."""
        with self._store.edit(_("Order the steps of the encounter")) as edit:
            for position, step in enumerate(order):
                edit.write(replace(self._store.get(EncounterStep, step), position=position))

    def drop(self, step: str, *, dropped: bool = True) -> None:
        """Drop a step that adds nothing, or take it back; a dropped step stays visible."""
        row = self._store.get(EncounterStep, step)
        title = _("Drop a step of the encounter") if dropped else _("Take a step back in")
        with self._store.edit(title) as edit:
            edit.write(replace(row, dropped=dropped))
