"""Stop 6, the 30-day check: customers' answers, our expectation, the verdict and the next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cxworkshop.errors import BadWords, NobodyAsked, WrongLines
from cxworkshop.i18n import _, ngettext
from cxworkshop.ids import new_id
from cxworkshop.model import (
    CheckId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    DayCheck,
    FrozenVerbatim,
    Mark,
    NextStep,
    PersonId,
    Pick,
    PickId,
    Verbatim,
    VerbatimId,
    Verdict,
)
from cxworkshop.outcomes import ENOUGH_ANSWERS, few_answers, marks_of
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow, check_sheet
from cxworkshop.queries.feedback import customer_of, next_number
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.rules import Medium, refuse_verdict_without_words, said_by
from cxworkshop.stops.stop import Stop, fitting
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store


@dataclass(frozen=True)
class CheckWords:
    """A customer's words as the Desk shows them; "" where they only agreed or only gave a mark."""

    words: str
    customer: Customer
    who: str
    day: date | None
    mark: Mark | None


class Check(Stop):
    """The 30-day checks. Every method works on the latest check of an improvement.

    `sheets` takes whole check sheets from paper.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__(store, today)
        self.sheets = CheckSheets(store, self)

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

        Without a `customer`, the answer is that of a new one of this `kind`.
        """
        check = self.latest(pick)
        with self._store.edit(_("Add an answer to the 30-day check")) as edit:
            who = customer or self._new_customer(edit, kind)
            talk = self._talk(who, check.id, asked_by)
            said = fitting(words) or None
            new = VerbatimId(new_id())
            row = Verbatim(id=new, conversation=talk.id, said=said, notices=mark)
            edit.write(talk)
            edit.write(row)
        return row

    def answers(self, pick: PickId) -> list[Verbatim]:
        """Return the answers so far."""
        return answers_of(self._store, self.latest(pick))

    def said_before(self, pick: PickId) -> list[CheckWords]:
        """Return what customers said before, frozen when the plan was locked."""
        frozen = self._store.rows(FrozenVerbatim, pick=pick)
        return [self._said(self._store.get(Verbatim, row.verbatim), row.words) for row in frozen]

    def said_now(self, pick: PickId) -> list[CheckWords]:
        """Return the answers so far, with who gave them and when."""
        return [self._said(row, row.said) for row in self.answers(pick)]

    def to_ask(self, pick: PickId) -> list[Customer]:
        """Return those who said it first and have not answered yet, by their numbers."""
        answered = {said.customer.id for said in self.said_now(pick)}
        first = {said.customer.id: said.customer for said in self.said_before(pick)}
        waiting = [row for name, row in first.items() if name not in answered]
        return sorted(waiting, key=lambda row: row.number)

    def marks(self, pick: PickId) -> Counter[Mark]:
        """Count the customers who gave each mark."""
        return marks_of(self._store, self.latest(pick))

    def mark_all_in(self, pick: PickId) -> None:
        """Uncover the expectation before three answers are in: "These are all we have"."""
        with self._store.edit(_("These are all we have")) as edit:
            edit.write(replace(self.latest(pick), all_in=True))

    def expectation(self, pick: PickId) -> str | None:
        """Return what we expected to hear; None until three answers are in or there are no more."""
        check = self.latest(pick)
        if not check.all_in and len(self.answers(pick)) < ENOUGH_ANSWERS:
            return None
        return self._store.get(Pick, pick).expectation

    def few_answers(self, pick: PickId) -> str | None:
        """Return the sentence for a check that only one or two customers have answered (R4)."""
        count = sum(answer.said is not None for answer in self.answers(pick))
        return few_answers(count) or None

    def give_verdict(self, pick: PickId, verdict: Verdict) -> DayCheck:
        """Judge the answers as a whole; raises NoAnswersYet (R4)."""
        check = self.latest(pick)
        refuse_verdict_without_words(self._store, check)
        row = replace(check, verdict=verdict, done_on=self._today())
        if verdict is not Verdict.NONE:
            row = replace(row, after=None)
        with self._store.edit(_("Give the verdict of the 30-day check")) as edit:
            edit.write(row)
        return row

    def choose_next_step(self, pick: PickId, after: NextStep) -> DayCheck:
        """Choose another 30 days, or back to the list.

        Raises BadWords unless the verdict is that customers don't notice.
        """
        check = self.latest(pick)
        if check.verdict is not Verdict.NONE:
            raise BadWords(
                _("That choice is for when customers don’t notice. Give the verdict first.")
            )
        row = replace(check, after=after)
        with self._store.edit(_("Decide how to go on")) as edit:
            edit.write(row)
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

    def _said(self, row: Verbatim, words: str | None) -> CheckWords:
        talk = self._store.get(Conversation, row.conversation)
        customer = customer_of(self._store, talk.id)
        who = said_by(customer, Medium.DESK, names=False)
        return CheckWords(words or "", customer, who, talk.day, row.notices)

    def _new_customer(self, edit: Edit, kind: str) -> CustomerId:
        number = next_number(self._store)
        customer = Customer(id=CustomerId(new_id()), number=number, kind=fitting(kind))
        edit.write(customer)
        return customer.id


class CheckSheets:
    """Check sheets filled in on paper: each is taken whole, as one step, or not at all."""

    def __init__(self, store: Store, check: Check) -> None:
        self._store, self._check = store, check

    def preview(self, pick: PickId, rows: Sequence[SheetRow]) -> CheckSheet:
        """Match each row with its customer, and find what is missing or does not fit."""
        return check_sheet(self._store, self._check.latest(pick), rows)

    def take(
        self, pick: PickId, rows: Sequence[SheetRow], *, but_these: bool = False
    ) -> list[Verbatim]:
        """Record the answer in each row; empty rows are left out.

        Raises WrongLines, and takes nothing, if a row has words without a mark, or a customer who
        is unknown, stands in two rows or has answered already. `but_these` leaves such rows out
        and takes the others. Raises BadWords if all rows are empty.
        """
        sheet = self.preview(pick, rows)
        if not sheet.rows:
            raise BadWords(_("The sheet is empty so far. Type what stands on it."))
        if sheet.troubles and not (but_these and sheet.complete):
            raise WrongLines(_sentence(sheet), len(sheet.complete))
        n = len(sheet.complete)
        title = ngettext("Type in {n} answer of a check sheet",
                         "Type in {n} answers of a check sheet", n)  # fmt: skip
        with self._store.edit(title.format(n=n)):
            return [
                self._check.record_answer(
                    pick, one.row.words, one.row.mark, customer=one.customer, kind=one.kind
                )
                for one in sheet.complete
                if one.row.mark is not None  # for the type checker: a complete row has one
            ]


def _sentence(sheet: CheckSheet) -> str:
    rows = [_("Row {n}: {what}").format(n=n, what=what) for n, what in sheet.troubles]
    return " ".join([_("Nothing was taken yet, for some rows don’t fit."), *rows])
