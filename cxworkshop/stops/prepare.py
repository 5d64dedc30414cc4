"""Stop 1, Prepare: whom we serve, what we ask, what an encounter adds, how the meetings run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    AgendaLine,
    Deed,
    EncounterStep,
    Holiday,
    PersonId,
    PlannedTalk,
    Question,
    QuestionId,
    Served,
    Team,
    Way,
)
from cxworkshop.readings.rounds import team
from cxworkshop.stops.stop import Stop, fitting, headline, needed


class Prepare(Stop):
    """What the team decides before it meets a customer."""

    def team(self) -> Team:
        """The workshop's own row."""
        return team(self._store)

    def rename_team(self, name: str) -> None:
        """Give the team another name."""
        with self._store.edit(_("Rename the team")) as edit:
            edit.put(replace(self.team(), team=headline(needed(name))))

    def choose_paper(self, paper: str) -> None:
        """ "A4" or "Letter", for all that this team prints."""
        with self._store.edit(_("Choose the paper")) as edit:
            edit.put(replace(self.team(), paper=paper))

    def ask_before_many(self, *, asks: bool) -> None:
        """Whether a change of 20 cards or more asks first (R12)."""
        with self._store.edit(_("Ask before many cards change")) as edit:
            edit.put(replace(self.team(), ask_before_many=asks))

    def back_row(self, pixels: int | None) -> None:
        """The smallest text that the back row can read, in pixels of the Wall."""
        with self._store.edit(_("Back-row test")) as edit:
            edit.put(replace(self.team(), back_row_px=pixels))

    def served(self) -> list[Served]:
        """Whom we serve, and whom we accept we will not please."""
        return self._store.rows(Served, set_aside_on=None)

    def serve(self, words: str) -> Served:
        """Write down a kind of customer that we serve."""
        return self._add_served(words, serve=True)

    def not_please(self, words: str) -> Served:
        """Write down whom we accept we will not please."""
        return self._add_served(words, serve=False)

    def _add_served(self, words: str, *, serve: bool) -> Served:
        place = self._store.count(Served)
        row = Served(id=new_id(), words=headline(needed(words)), serve=serve, position=place)
        with self._store.edit(_("Write down whom we serve")) as edit:
            edit.put(row)
        return row

    def set_aside_served(self, served: str) -> None:
        """Put a kind of customer away."""
        was = self._store.get(Served, served)
        with self._store.edit(_("Set aside whom we serve")) as edit:
            edit.put(replace(was, set_aside_on=self._today()))

    def deeds(self) -> list[Deed]:
        """What we promise, beside what customers say we do."""
        return self._store.rows(Deed, set_aside_on=None)

    def promise(self, promise: str, customers_say: str = "") -> Deed:
        """Write down a promise of ours."""
        row = Deed(id=new_id(), promise=needed(promise), customers_say=fitting(customers_say))
        with self._store.edit(_("Write down a promise")) as edit:
            edit.put(row)
        return row

    def customers_say(self, deed: str, words: str) -> None:
        """What customers say of a promise."""
        was = self._store.get(Deed, deed)
        with self._store.edit(_("Put down what customers say of it")) as edit:
            edit.put(replace(was, customers_say=fitting(words)))

    def encounter(self) -> list[EncounterStep]:
        """The steps of meeting us, in their order, those that were dropped among them."""
        return self._store.rows(EncounterStep)

    def add_step(self, words: str, adds: str = "") -> EncounterStep:
        """One more step at the end, and what it adds in the customer's eyes."""
        place = self._store.count(EncounterStep)
        row = EncounterStep(id=new_id(), words=needed(words), adds=fitting(adds), position=place)
        with self._store.edit(_("Add a step of the encounter")) as edit:
            edit.put(row)
        return row

    def drop_step(self, step: str) -> None:
        """A step that adds nothing is dropped; it stays to be seen."""
        was = self._store.get(EncounterStep, step)
        with self._store.edit(_("Drop a step of the encounter")) as edit:
            edit.put(replace(was, dropped=True))

    def ways(self) -> list[Way]:
        """The ten ways, under the team's own names."""
        return self._store.rows(Way)

    def questions(self) -> list[Question]:
        """This round's questions, ticked and not; those that an import brought are left out."""
        found = self._store.rows(Question, round=self._round.id)
        return [question for question in found if question.way is not None or question.ticked]

    def questions_of(self, way: str) -> list[Question]:
        """A way's questions in this round, those that are ticked first."""
        questions = [question for question in self.questions() if question.way == way]
        return sorted(questions, key=lambda question: not question.ticked)

    def add_question(self, words: str, way: str | None = None) -> Question:
        """A question of our own, ticked."""
        question = Question(
            id=QuestionId(new_id()),
            round=self._round.id,
            way=way,
            words=headline(needed(words)),
            ticked=True,
            position=self._store.count(Question),
        )
        with self._store.edit(_("Add a question")) as edit:
            edit.put(question)
        return question

    def reword(self, question: QuestionId, words: str) -> None:
        """Ask it in our own words."""
        was = self._store.get(Question, question)
        with self._store.edit(_("Reword a question")) as edit:
            edit.put(replace(was, words=headline(needed(words))))

    def tick(self, question: QuestionId, *, ticked: bool) -> None:
        """Whether it is asked this round."""
        was = self._store.get(Question, question)
        with self._store.edit(_("Tick a question")) as edit:
            edit.put(replace(was, ticked=ticked))

    def order_questions(self, order: list[QuestionId]) -> None:
        """Ask them in this order; those not named keep their places behind."""
        with self._store.edit(_("Order the questions")) as edit:
            for place, question in enumerate(order):
                edit.put(replace(self._store.get(Question, question), position=place))

    def agenda(self) -> list[AgendaLine]:
        """Both meetings' lines, day 1 before day 30."""
        return self._store.rows(AgendaLine, round=self._round.id, set_aside_on=None)

    def minutes(self, day: int) -> int:
        """How long a meeting takes in all."""
        return sum(line.minutes for line in self.agenda() if line.day == day)

    def set_minutes(self, line: str, minutes: int) -> None:
        """Give a line of the agenda more time or less."""
        was = self._store.get(AgendaLine, line)
        with self._store.edit(_("Change the agenda")) as edit:
            edit.put(replace(was, minutes=max(0, minutes)))

    def plan_talk(self, asker: PersonId, whom: str, by_when: date | None = None) -> PlannedTalk:
        """Who talks to whom by when."""
        row = PlannedTalk(
            id=new_id(), round=self._round.id, asker=asker, whom=needed(whom), by_when=by_when
        )
        with self._store.edit(_("Plan a talk with customers")) as edit:
            edit.put(row)
        return row

    def planned_talks(self) -> list[PlannedTalk]:
        """The talks that this round plans."""
        return self._store.rows(PlannedTalk, round=self._round.id)

    def add_holiday(self, day: date, words: str = "") -> None:
        """A day on which this team does not work; checks move past it."""
        with self._store.edit(_("Add a holiday")) as edit:
            edit.put(Holiday(id=day.isoformat(), day=day, words=headline(words)))

    def work_on(self, day: date) -> None:
        """Not a holiday after all."""
        holiday = self._store.find(Holiday, day.isoformat())
        if holiday is not None:
            with self._store.edit(_("Take out a holiday")) as edit:
                edit.remove(holiday)
