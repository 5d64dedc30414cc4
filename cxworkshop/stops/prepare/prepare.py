"""Stop 1, Prepare: the team, its calendar, the ten ways, and the parts of the preparation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cxworkshop import days
from cxworkshop.customer_word import DEFAULT, CustomerWord
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.model import Holiday, Round, Team, Way
from cxworkshop.on_demand import Part
from cxworkshop.queries.rounds import customer_word_of, team
from cxworkshop.queries.workdays import check_day
from cxworkshop.stops.prepare.customer_words import own_word, renamed_lines
from cxworkshop.stops.prepare.first_day import refuse_day_1
from cxworkshop.stops.stop import Stop, headline, needed

if TYPE_CHECKING:
    from cxworkshop.stops.prepare.agenda import Agenda
    from cxworkshop.stops.prepare.encounter import Encounter
    from cxworkshop.stops.prepare.letterheads import Letterheads
    from cxworkshop.stops.prepare.planned_talks import PlannedTalks
    from cxworkshop.stops.prepare.promises import Promises
    from cxworkshop.stops.prepare.questions import Questions
    from cxworkshop.stops.prepare.served_customers import ServedCustomers


class Prepare(Stop):
    """What the team decides before it meets a customer."""

    served: Part[ServedCustomers] = Part(
        "cxworkshop.stops.prepare.served_customers:ServedCustomers"
    )
    questions: Part[Questions] = Part("cxworkshop.stops.prepare.questions:Questions")
    agenda: Part[Agenda] = Part("cxworkshop.stops.prepare.agenda:Agenda")
    encounter: Part[Encounter] = Part("cxworkshop.stops.prepare.encounter:Encounter")
    promises: Part[Promises] = Part("cxworkshop.stops.prepare.promises:Promises")
    letterhead: Part[Letterheads] = Part("cxworkshop.stops.prepare.letterheads:Letterheads")
    planned_talks: Part[PlannedTalks] = Part("cxworkshop.stops.prepare.planned_talks:PlannedTalks")

    def team(self) -> Team:
        """Return the workshop's own row."""
        return team(self._store)

    def rename_team(self, name: str) -> None:
        with self._store.edit(_("Rename the team")) as edit:
            edit.write(replace(self.team(), team=headline(needed(name))))

    def set_good_at(self, words: str) -> None:
        """Write what we are good at, in one sentence; "" takes it back."""
        with self._store.edit(_("Say what we are good at")) as edit:
            edit.write(replace(self.team(), good_at=headline(words)))

    def set_experience(self, words: str) -> None:
        """Write the experience that we want to offer, in one sentence; "" takes it back."""
        with self._store.edit(_("Say what experience we want to offer")) as edit:
            edit.write(replace(self.team(), experience=headline(words)))

    def customer_word(self) -> CustomerWord:
        """Return what the team calls its customers."""
        return customer_word_of(self._store)

    def call_customers(self, one: str, many: str = "") -> None:
        """Write what the team calls a customer, and several; raises BadWords.

        Without `many` it is made of the word as English does; "customer" is what all begin with.
        What the agenda still says in our own words follows.
        """
        before, word = self.customer_word(), own_word(one, many)
        if word == before:
            return
        one_kept, many_kept = (None, None) if word == DEFAULT else word
        with self._store.edit(_("Say what we call our customers")) as edit:
            edit.write(replace(self.team(), customer=one_kept, customers=many_kept))
            for line in renamed_lines(self._store, before, word):
                edit.write(line)

    def choose_paper(self, paper: str) -> None:
        """Set the paper size of everything this team prints: "A4" or "Letter"."""
        with self._store.edit(_("Choose the paper")) as edit:
            edit.write(replace(self.team(), paper=paper))

    def choose_language(self, code: str) -> None:
        """Say in which language paper is printed ("de", "pt_BR")."""
        with self._store.edit(_("Choose the language of the paper")) as edit:
            edit.write(replace(self.team(), language=code))

    def set_ask_before_many(self, *, asks: bool) -> None:
        """Set whether a change of 20 cards or more asks first (R12)."""
        with self._store.edit(_("Ask before many cards change")) as edit:
            edit.write(replace(self.team(), ask_before_many=asks))

    def set_back_row(self, pixels: int | None) -> None:
        """Set the smallest text that the back row can read, in pixels of the Wall."""
        with self._store.edit(_("Back-row test")) as edit:
            edit.write(replace(self.team(), back_row_px=pixels))

    def ways(self) -> list[Way]:
        """Return the ten ways under the team's own names."""
        return self._store.rows(Way)

    def rename_way(self, way: str, name: str) -> None:
        """Rename one of the ten ways; its digit stays."""
        row = self._store.get(Way, way)
        with self._store.edit(_("Rename one of the ten ways")) as edit:
            edit.write(replace(row, name=headline(needed(name))))

    def day_1(self) -> date:
        """Return the day on which this round begins."""
        return self._round.started_on

    def day_30(self) -> date:
        """Return day 1 plus thirty days, moved to the next working day."""
        return check_day(self._store, self.day_1())

    def day_1_note(self) -> str:
        """Return a sentence where the team does not work on day 1; "" where it does."""
        off = self._store.find(Holiday, self.day_1().isoformat())
        if off is None:
            return days.weekend_note(self.day_1())
        if off.words:
            return _("That is a day off: {words}.").format(words=off.words)
        return _("That is one of the team’s days off.")

    def set_day_1(self, day: date) -> None:
        """Set when this round begins; raises BadWords for a day that its plans rule out."""
        refuse_day_1(self._store, self._round, day)
        with self._store.edit(_("Choose day 1")) as edit:
            edit.write(replace(self._store.get(Round, self._round.id), started_on=day))

    def add_holiday(self, day: date, words: str = "") -> None:
        """Add a day on which this team does not work; checks move past it.

        A day off that is known already keeps its name where none is given.
        """
        if not words and self._store.find(Holiday, day.isoformat()):
            return
        with self._store.edit(_("Add a holiday")) as edit:
            edit.write(Holiday(id=day.isoformat(), day=day, words=headline(words)))

    def name_holiday(self, day: date, words: str) -> None:
        """Say what day off it is, or "" for nothing; raises NotFound for a working day."""
        row = self._holiday(day)
        with self._store.edit(_("Name a holiday")) as edit:
            edit.write(replace(row, words=headline(words)))

    def holidays(self) -> list[Holiday]:
        """Return the days on which this team does not work, in their order."""
        return sorted(self._store.rows(Holiday), key=lambda row: row.day)

    def remove_holiday(self, day: date) -> None:
        """Make it a working day again; raises NotFound when it is one."""
        holiday = self._holiday(day)
        with self._store.edit(_("Take out a holiday")) as edit:
            edit.remove(holiday)

    def _holiday(self, day: date) -> Holiday:
        holiday = self._store.find(Holiday, day.isoformat())
        if holiday is None:
            raise NotFound(_("{day} is no day off.").format(day=days.full(day)))
        return holiday
