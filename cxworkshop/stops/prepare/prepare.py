"""Stop 1, Prepare: whom we serve, what we ask, what an encounter adds, how the meetings run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    Deed,
    EncounterStep,
    Holiday,
    Served,
    Team,
)
from cxworkshop.queries.rounds import team
from cxworkshop.stops.prepare.meetings import Meeting
from cxworkshop.stops.prepare.questions import Asking
from cxworkshop.stops.stop import fitting, headline, needed


class Prepare(Asking, Meeting):
    """What the team decides before it meets a customer."""

    def team(self) -> Team:
        """The workshop's own row."""
        return team(self._store)

    def rename_team(self, name: str) -> None:
        """Give the team another name."""
        with self._store.edit(_("Rename the team")) as edit:
            edit.write(replace(self.team(), team=headline(needed(name))))

    def choose_paper(self, paper: str) -> None:
        """ "A4" or "Letter", for all that this team prints."""
        with self._store.edit(_("Choose the paper")) as edit:
            edit.write(replace(self.team(), paper=paper))

    def ask_before_many(self, *, asks: bool) -> None:
        """Whether a change of 20 cards or more asks first (R12)."""
        with self._store.edit(_("Ask before many cards change")) as edit:
            edit.write(replace(self.team(), ask_before_many=asks))

    def set_back_row(self, pixels: int | None) -> None:
        """The smallest text that the back row can read, in pixels of the Wall."""
        with self._store.edit(_("Back-row test")) as edit:
            edit.write(replace(self.team(), back_row_px=pixels))

    def served(self) -> list[Served]:
        """Whom we serve, and whom we accept we will not please."""
        return self._store.rows(Served, set_aside_on=None)

    def add_served(self, words: str) -> Served:
        """Write down a kind of customer that we serve."""
        return self._add_served(words, serve=True)

    def add_not_pleased(self, words: str) -> Served:
        """Write down whom we accept we will not please."""
        return self._add_served(words, serve=False)

    def _add_served(self, words: str, *, serve: bool) -> Served:
        place = self._store.count(Served)
        row = Served(id=new_id(), words=headline(needed(words)), serve=serve, position=place)
        with self._store.edit(_("Write down whom we serve")) as edit:
            edit.write(row)
        return row

    def reword_served(self, served: str, words: str) -> None:
        """Call a kind of customer something else."""
        was = self._store.get(Served, served)
        with self._store.edit(_("Reword whom we serve")) as edit:
            edit.write(replace(was, words=headline(needed(words))))

    def set_aside_served(self, served: str) -> None:
        """Put a kind of customer away."""
        was = self._store.get(Served, served)
        with self._store.edit(_("Set aside whom we serve")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))

    def deeds(self) -> list[Deed]:
        """What we promise, beside what customers say we do."""
        return self._store.rows(Deed, set_aside_on=None)

    def add_promise(self, promise: str, customers_say: str = "") -> Deed:
        """Write down a promise of ours."""
        row = Deed(id=new_id(), promise=needed(promise), customers_say=fitting(customers_say))
        with self._store.edit(_("Write down a promise")) as edit:
            edit.write(row)
        return row

    def reword_promise(self, deed: str, words: str) -> None:
        """Promise it in other words."""
        was = self._store.get(Deed, deed)
        with self._store.edit(_("Reword a promise")) as edit:
            edit.write(replace(was, promise=needed(words)))

    def set_aside_promise(self, deed: str) -> None:
        """We promise it no longer, or never did."""
        was = self._store.get(Deed, deed)
        with self._store.edit(_("Set aside a promise")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))

    def set_customers_say(self, deed: str, words: str) -> None:
        """What customers say of a promise."""
        was = self._store.get(Deed, deed)
        with self._store.edit(_("Put down what customers say of it")) as edit:
            edit.write(replace(was, customers_say=fitting(words)))

    def encounter(self) -> list[EncounterStep]:
        """The steps of meeting us, in their order, those that were dropped among them."""
        return self._store.rows(EncounterStep)

    def add_step(self, words: str, adds: str = "") -> EncounterStep:
        """One more step at the end, and what it adds in the customer's eyes."""
        place = self._store.count(EncounterStep)
        row = EncounterStep(id=new_id(), words=needed(words), adds=fitting(adds), position=place)
        with self._store.edit(_("Add a step of the encounter")) as edit:
            edit.write(row)
        return row

    def reword_step(self, step: str, words: str) -> None:
        """Call a step of the encounter something else."""
        was = self._store.get(EncounterStep, step)
        with self._store.edit(_("Reword a step of the encounter")) as edit:
            edit.write(replace(was, words=needed(words)))

    def set_step_adds(self, step: str, adds: str) -> None:
        """What a step adds in the customer's eyes; nothing when it adds nothing."""
        was = self._store.get(EncounterStep, step)
        with self._store.edit(_("Say what a step adds")) as edit:
            edit.write(replace(was, adds=fitting(adds)))

    def order_steps(self, order: Sequence[str]) -> None:
        """The encounter goes in this order."""
        with self._store.edit(_("Order the steps of the encounter")) as edit:
            for place, step in enumerate(order):
                edit.write(replace(self._store.get(EncounterStep, step), position=place))

    def drop_step(self, step: str, *, dropped: bool = True) -> None:
        """A step that adds nothing is dropped; it stays to be seen, and can be taken back."""
        was = self._store.get(EncounterStep, step)
        title = _("Drop a step of the encounter") if dropped else _("Take a step back in")
        with self._store.edit(title) as edit:
            edit.write(replace(was, dropped=dropped))

    def add_holiday(self, day: date, words: str = "") -> None:
        """A day on which this team does not work; checks move past it."""
        with self._store.edit(_("Add a holiday")) as edit:
            edit.write(Holiday(id=day.isoformat(), day=day, words=headline(words)))

    def remove_holiday(self, day: date) -> None:
        """Not a holiday after all."""
        holiday = self._store.find(Holiday, day.isoformat())
        if holiday is not None:
            with self._store.edit(_("Take out a holiday")) as edit:
                edit.remove(holiday)
