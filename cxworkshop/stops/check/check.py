"""Stop 6, the 30-day check: customers' answers, our expectation, the verdict and the next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cxworkshop.errors import BadWords, NobodyAsked
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    CheckId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    DayCheck,
    Mark,
    NextStep,
    PersonId,
    PickId,
    Verbatim,
    VerbatimId,
    Verdict,
)
from cxworkshop.outcomes import expectation_of, marks_of, marks_without_words
from cxworkshop.queries.counts_in_words import few_answers, without_words
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.queries.room import refuse_without_room
from cxworkshop.rules import refuse_mark_of_nobody, refuse_verdict_without_words
from cxworkshop.stops.check.conclusions import Conclusions
from cxworkshop.stops.check.corrections import CheckCorrections
from cxworkshop.stops.check.said import AskedList, CheckWords, asked_list, said_in
from cxworkshop.stops.check.sheets import CheckSheets
from cxworkshop.stops.stop import Stop, fitting
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store


class Check(Stop):
    """The 30-day checks. Every method works on the latest check of an improvement.

    That may be one of any round. `sheets` takes whole check sheets from paper.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__(store, today)
        self.sheets = CheckSheets(store, self.latest, self.record_answer)
        self.corrections = CheckCorrections(store, today)
        self.conclusions = Conclusions(store, today)

    def latest(self, pick: PickId) -> DayCheck:
        """Return the check that is due or done; raises NobodyAsked before the first lock."""
        check = latest_check(self._store, pick)
        if check is None:
            raise NobodyAsked
        return check

    def record_answer(
        self,
        pick: PickId,
        words: str,
        mark: Mark,
        *,
        customer: CustomerId | None = None,
        kind: str = "",
        asked_by: PersonId | None = None,
    ) -> Verbatim:
        """Write what one customer says now, and the mark.

        Without a `customer`, the answer is that of a new one of this `kind`. Raises BadWords for a
        mark without words of which nobody said whose it is.
        """
        check, said = self.latest(pick), fitting(words) or None
        refuse_mark_of_nobody(said, customer, kind)
        refuse_without_room(self._store, [said or ""])
        with self._store.edit(_("Add an answer to the 30-day check")) as edit:
            who = customer or self._new_customer(edit, kind)
            talk = self._talk(who, check.id, asked_by)
            new = VerbatimId(new_id())
            row = Verbatim(id=new, conversation=talk.id, said=said, notices=mark)
            edit.write(talk)
            edit.write(row)
        return row

    def answers(self, pick: PickId) -> list[Verbatim]:
        """Return the answers so far."""
        return answers_of(self._store, self.latest(pick))

    def said_now(self, pick: PickId) -> list[CheckWords]:
        """Return the answers so far, with who gave them and when."""
        return said_in(self._store, self.latest(pick))

    def asked(self, pick: PickId) -> AskedList:
        """Return those who said it with their answers now, and the answers of others."""
        return asked_list(self._store, self.latest(pick))

    def to_ask(self, pick: PickId) -> list[Customer]:
        """Return those who said it first and have not answered yet, by their numbers."""
        return [row.customer for row in self.asked(pick).rows if not row.is_asked]

    def marks(self, pick: PickId) -> Counter[Mark]:
        """Count the customers who answered in words, by their marks."""
        return marks_of(self._store, self.latest(pick))

    def without_words(self, pick: PickId) -> str:
        """Return how many gave nothing but a mark, "2 marks without words"; "" for none.

        They uncover no expectation and carry no verdict.
        """
        return without_words(marks_without_words(self._store, self.latest(pick)))

    def mark_all_in(self, pick: PickId) -> None:
        """Uncover the expectation before three answers are in: "These are all we have"."""
        with self._store.edit(_("These are all we have")) as edit:
            edit.write(replace(self.latest(pick), all_in=True))

    def expectation(self, pick: PickId) -> str | None:
        """Return what we expected to hear; None until three answers are in or there are no more."""
        return expectation_of(self._store, self.latest(pick))

    def few_answers(self, pick: PickId) -> str | None:
        """Return the sentence for a check that only one or two customers have answered (R4)."""
        return few_answers(self.marks(pick).total()) or None

    def give_verdict(self, pick: PickId, verdict: Verdict) -> DayCheck:
        """Judge the answers as a whole; raises NoAnswersYet (R4).

        From now on corrections of the answers keep their first version (R2).
        """
        check = self.latest(pick)
        refuse_verdict_without_words(self._store, check)
        row = replace(check, verdict=verdict, done_on=self._today())
        if verdict is not Verdict.NONE:
            row = replace(row, after=None)
        with self._store.edit(_("Give the verdict of the 30-day check")) as edit:
            edit.write(row)
            self._take_up_again(edit, row)
            for talk in self._store.rows(Conversation, day_30_check=check.id):
                edit.write(replace(talk, closed=True))
        return row

    def choose_next_step(self, pick: PickId, after: NextStep) -> DayCheck:
        """Choose another 30 days, or back to the list.

        Raises BadWords unless the verdict is that customers don't notice.
        """
        check = self.latest(pick)
        if check.verdict is not Verdict.NONE:
            raise BadWords(
                _("That choice is for when {customers} don’t notice. Give the verdict first.")
            )
        row = replace(check, after=after)
        self._write_and_take_up(row, _("Decide how to go on"))
        return row

    def write_note(self, pick: PickId, notes: str) -> None:
        """Write our own view, which is no verdict."""
        with self._store.edit(_("Note our own view")) as edit:
            edit.write(replace(self.latest(pick), notes=fitting(notes)))

    def _talk(self, who: CustomerId, check: CheckId, asked_by: PersonId | None) -> Conversation:
        # It belongs to the check, so that its customer is not counted as heard once more.
        return Conversation(
            id=ConversationId(new_id()),
            round=self._round.id,
            customer=who,
            day=self._today(),
            asked_by=asked_by,
            day_30_check=check,
        )

    def _new_customer(self, edit: Edit, kind: str) -> CustomerId:
        number = next_number(self._store)
        customer = Customer(id=CustomerId(new_id()), number=number, kind=fitting(kind))
        edit.write(customer)
        return customer.id
