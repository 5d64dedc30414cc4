"""Look again: months after, customers say whether they still notice what was kept."""

from __future__ import annotations

from cxworkshop.errors import NotFound, quoted
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.looks import look_name, next_look
from cxworkshop.model import (
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    Look,
    LookAgain,
    LookId,
    PersonId,
    Pick,
    PickId,
    Verbatim,
    VerbatimId,
)
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.progress import answers_of_look
from cxworkshop.queries.room import refuse_without_room
from cxworkshop.queries.stories import stories
from cxworkshop.queries.subjects import pick_subject, subject_for_story
from cxworkshop.rules import refuse_look_without_words
from cxworkshop.stops.stop import Stop, fitting
from cxworkshop.store.tables.edit import Edit


class LookingAgain(Stop):
    """The looks at kept improvements; each is one row, written with the first answer."""

    def kept(self) -> list[Outcome]:
        """The improvements that are kept and looked at again, in the order of their stories."""
        picks = (story[-1] for story in stories(self._store))
        return [outcome_of(self._store, pick.id) for pick in picks if next_look(self._store, pick)]

    def find(self, code: str) -> Pick:
        """The kept improvement of the card or group "17" or "B"; raises NotFound."""
        wanted = subject_for_story(self._store, code)
        for outcome in self.kept():
            if (outcome.pick.card, outcome.pick.card_group) == wanted:
                return outcome.pick
        raise NotFound(
            _("There is nothing to look at again under {code}.").format(code=quoted(code))
        )

    def record_answer(
        self,
        pick: PickId,
        words: str,
        *,
        customer: CustomerId | None = None,
        kind: str = "",
        asked_by: PersonId | None = None,
    ) -> Verbatim:
        """Write what one customer says now, of a new one of this `kind` without a `customer`."""
        said = fitting(words) or None
        refuse_without_room(self._store, [said or ""])
        with self._store.edit(_("Add an answer to a look again")) as edit:
            look = self._open(edit, pick)
            talk = Conversation(
                id=ConversationId(new_id()),
                round=self._round.id,
                customer=customer or self._new_customer(edit, kind),
                day=self._today(),
                asked_by=asked_by,
                look_again=look.id,
            )
            row = Verbatim(id=VerbatimId(new_id()), conversation=talk.id, said=said)
            edit.write(talk)
            edit.write(row)
        return row

    def answers(self, look: LookId) -> list[Verbatim]:
        """What customers said at a look, in the order in which it came in."""
        return answers_of_look(self._store, look)

    def judge(self, pick: PickId, found: Look) -> LookAgain:
        """Say what the answers say together; raises NoAnswersYet without customers' words.

        What is slipping or gone goes back on the list, with its story.
        """
        look_id = self._next_name(pick)
        refuse_look_without_words(self._store, look_id)
        with self._store.edit(_("Look again at what was kept")) as edit:
            look = LookAgain(
                id=look_id,
                pick=pick,
                months=self._next(pick),
                asked_on=self._today(),
                found=found,
            )
            edit.write(look)
            if found is not Look.NOTICED:
                for card in pick_subject(self._store, self._store.get(Pick, pick)).cards:
                    self._put_on_list(edit, card)
        return look

    def looks(self, pick: PickId) -> list[LookAgain]:
        """The looks at an improvement so far, the earliest first."""
        return self._store.rows(LookAgain, pick=pick)

    def _next(self, pick: PickId) -> int:
        due = next_look(self._store, self._store.get(Pick, pick))
        if due is None:
            raise NotFound(_("It is not kept, or {customers} have been asked for the last time."))
        return due[0]

    def _next_name(self, pick: PickId) -> LookId:
        return look_name(pick, self._next(pick))

    def _open(self, edit: Edit, pick: PickId) -> LookAgain:
        months = self._next(pick)
        name = look_name(pick, months)
        look = self._store.find(LookAgain, name) or LookAgain(id=name, pick=pick, months=months)
        edit.write(look)
        return look

    def _new_customer(self, edit: Edit, kind: str) -> CustomerId:
        number = next_number(self._store)
        customer = Customer(id=CustomerId(new_id()), number=number, kind=fitting(kind))
        edit.write(customer)
        return customer.id
