"""Part of stop 1: the ten ways under the team's own names, and the questions it asks."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Question, QuestionId, Way
from cxworkshop.stops.stop import Stop, headline, needed


class Asking(Stop):
    """The deck of questions, and which of them are asked in this round."""

    def ways(self) -> list[Way]:
        """The ten ways, under the team's own names."""
        return self._store.rows(Way)

    def rename_way(self, way: str, name: str) -> None:
        """Call one of the ten ways something else; its digit stays."""
        was = self._store.get(Way, way)
        with self._store.edit(_("Rename one of the ten ways")) as edit:
            edit.write(replace(was, name=headline(needed(name))))

    def questions(self) -> list[Question]:
        """This round's questions, ticked and not; those that an import brought are left out."""
        found = self._store.rows(Question, round=self._round.id)
        return [question for question in found if question.way is not None or question.ticked]

    def asked(self) -> list[Question]:
        """What is asked in this round, in the order in which it is asked."""
        return [question for question in self.questions() if question.ticked]

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
            edit.write(question)
        return question

    def reword(self, question: QuestionId, words: str) -> None:
        """Ask it in our own words."""
        was = self._store.get(Question, question)
        with self._store.edit(_("Reword a question")) as edit:
            edit.write(replace(was, words=headline(needed(words))))

    def tick(self, question: QuestionId, *, ticked: bool) -> None:
        """Whether it is asked this round."""
        was = self._store.get(Question, question)
        with self._store.edit(_("Tick a question")) as edit:
            edit.write(replace(was, ticked=ticked))

    def order_questions(self, order: list[QuestionId]) -> None:
        """Ask them in this order; those not named keep their order behind them."""
        named = set(order)
        behind = [row.id for row in self._store.rows(Question, round=self._round.id)]
        with self._store.edit(_("Order the questions")) as edit:
            for place, question in enumerate([*order, *(q for q in behind if q not in named)]):
                edit.write(replace(self._store.get(Question, question), position=place))
