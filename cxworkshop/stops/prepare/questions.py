"""The questions of a round, and which of them are asked."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Question, QuestionId
from cxworkshop.stops.stop import StopPart, headline, needed


class Questions(StopPart):
    """The deck of questions; those that are ticked are asked in this round."""

    def all(self) -> list[Question]:
        """Return this round's questions, ticked or not, without those of an import."""
        rows = self._store.rows(Question, round=self._round.id)
        return [question for question in rows if question.way is not None or question.ticked]

    def ticked(self) -> list[Question]:
        """Return what is asked in this round, in the order in which it is asked."""
        return [question for question in self.all() if question.ticked]

    def of_way(self, way: str) -> list[Question]:
        """Return a way's questions in this round, ticked ones first."""
        questions = [question for question in self.all() if question.way == way]
        return sorted(questions, key=lambda question: not question.ticked)

    def add(self, words: str, way: str | None = None) -> Question:
        """Append a question of our own, ticked."""
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
        row = self._store.get(Question, question)
        with self._store.edit(_("Reword a question")) as edit:
            edit.write(replace(row, words=headline(needed(words))))

    def tick(self, question: QuestionId, *, ticked: bool) -> None:
        """Set whether it is asked in this round."""
        row = self._store.get(Question, question)
        with self._store.edit(_("Tick a question")) as edit:
            edit.write(replace(row, ticked=ticked))

    def reorder(self, order: list[QuestionId]) -> None:
        """Ask them in this order; those not named follow in the order they have."""
        named = set(order)
        others = [row.id for row in self._store.rows(Question, round=self._round.id)]
        with self._store.edit(_("Order the questions")) as edit:
            for position, question in enumerate([*order, *(q for q in others if q not in named)]):
                edit.write(replace(self._store.get(Question, question), position=position))
