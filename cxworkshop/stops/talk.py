"""Stop 2, Talk to customers: what they said, in their words, one conversation after another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    PersonId,
    QuestionId,
    RoundCard,
    Verbatim,
    VerbatimId,
    Way,
)
from cxworkshop.queries.feedback import (
    asked_in,
    asked_until,
    customer_of,
    kinds_by_talk,
    next_number,
)
from cxworkshop.queries.subjects import place_name
from cxworkshop.rules import corrected
from cxworkshop.stops.stop import Stop, fitting, headline, needed
from cxworkshop.store.tables.journal import Edit


@dataclass(frozen=True)
class RecordedAnswer:
    """One thing that a customer said; `code` is that of its card, None for praise."""

    verbatim: Verbatim
    customer: int
    code: int | None


class TalkReader(Stop):
    """Who was talked to in this round, and what was said."""

    def customers(self) -> list[Customer]:
        """Everybody we have ever talked to, by number."""
        return sorted(self._store.rows(Customer), key=lambda row: row.number)

    def customer(self, number: int) -> Customer | None:
        """The customer with this number."""
        return self._store.one(Customer, number=number)

    def known(self, who: str) -> Customer | None:
        """The customer with this number ("9", "#9") or this name."""
        number = who.strip().removeprefix("#")
        if number.isdecimal():
            return self.customer(int(number))
        return self._store.one(Customer, name=headline(who)) if who.strip() else None

    def customer_of(self, verbatim: Verbatim) -> Customer:
        """Who said it."""
        return customer_of(self._store, verbatim.conversation)

    def kinds(self) -> dict[ConversationId, str]:
        """Of what kind the customer of each conversation is."""
        return kinds_by_talk(self._store)

    def exists(self, conversation: ConversationId) -> bool:
        """Whether a talk has not been undone meanwhile."""
        return self._store.find(Conversation, conversation) is not None

    def counts(self) -> tuple[int, int]:
        """How many things were said in this round, by how many customers."""
        return len(self._said()), len(asked_in(self._store, self._round.id))

    def counts_by_way(self) -> Counter[str]:
        """How many things were said in this round of each of the ten ways."""
        return Counter(row.way for row in self._said() if row.way)

    def customers_asked(self) -> int:
        """How many customers we have talked to up to this round, in earlier ones too."""
        return len(asked_until(self._store, self._round))

    def unanswered_ways(self) -> list[Way]:
        """The ways of which no customer has said anything in this round."""
        said = self.counts_by_way()
        return [way for way in self._store.rows(Way, hidden=False) if way.id not in said]

    def latest(self, most: int) -> list[RecordedAnswer]:
        """What was said last in this round, the newest first; agreements and praise among it."""
        newest = sorted(self._said(), key=lambda row: row.id, reverse=True)[:most]
        return [
            RecordedAnswer(
                verbatim=row,
                customer=self.customer_of(row).number,
                code=self._store.get(Card, row.card).code if row.card else None,
            )
            for row in newest
        ]

    def _said(self) -> list[Verbatim]:
        talks = {row.id for row in self._store.rows(Conversation, round=self._round.id)}
        rows = self._store.rows(Verbatim, set_aside_on=None)
        return [row for row in rows if row.conversation in talks]


class Talk(TalkReader):
    """Conversations and what is said in them."""

    def next_customer(
        self, *, kind: str = "", name: str | None = None, number: int | None = None
    ) -> Customer:
        """Somebody we have not talked to before; the next number, unless one is given."""
        if number is None:
            number = next_number(self._store)
        customer = Customer(
            id=CustomerId(new_id()),
            number=number,
            kind=headline(kind),
            name=headline(name) if name else None,
        )
        with self._store.edit(_("Next customer")) as edit:
            edit.write(customer)
        return customer

    def begin(
        self, customer: CustomerId, *, asked_by: PersonId | None = None, day: date | None = None
    ) -> Conversation:
        """A talk with this customer; the one that is still open, if there is one."""
        row = self._store.one(
            Conversation, round=self._round.id, customer=customer, closed=False, day_30_check=None
        )
        same = row is not None and asked_by in (None, row.asked_by) and day in (None, row.day)
        if row is not None and same:
            return row
        talk = Conversation(
            id=ConversationId(new_id()),
            round=self._round.id,
            customer=customer,
            day=day or self._today(),
            asked_by=asked_by,
        )
        with self._store.edit(_("Begin a conversation")) as edit:
            edit.write(talk)
        return talk

    def end(self, conversation: ConversationId) -> None:
        """Close a talk: from now on corrections keep the first version (R2)."""
        was = self._store.get(Conversation, conversation)
        with self._store.edit(_("End a conversation")) as edit:
            edit.write(replace(was, closed=True))

    def say(
        self,
        words: str,
        talk: ConversationId,
        *,
        way: str | None = None,
        question: QuestionId | None = None,
    ) -> Card:
        """What this customer would like done better: a new card on the big list."""
        said = needed(words)
        with self._store.edit(_("Add a card")) as edit:
            card = self._new_card(edit)
            self._put_words(edit, said, talk, card=card.id, way=self._way(way), question=question)
        return card

    def say_also(self, words: str, talk: ConversationId, card: CardId) -> Verbatim:
        """Another customer's words for a card that is there already."""
        code = self._store.get(Card, card).code
        with self._store.edit(_("Add words to card {code}").format(code=code)) as edit:
            self._place(edit, card)
            return self._put_words(edit, needed(words), talk, card=card)

    def agree(self, card: CardId, *, kind: str = "") -> Customer:
        """Another customer said the same: a new customer, with no words of their own."""
        code = self._store.get(Card, card).code
        title = _("Another customer said card {code}").format(code=code)
        with self._store.edit(title) as edit:
            customer = self.next_customer(kind=kind)
            self._place(edit, card)
            self._put_words(edit, None, self.begin(customer.id).id, card=card)
        return customer

    def praise(self, words: str, talk: ConversationId) -> Verbatim:
        """What was good: words without a card."""
        with self._store.edit(_("Add what was good")) as edit:
            return self._put_words(edit, needed(words), talk)

    def correct(self, verbatim: VerbatimId, words: str) -> Verbatim:
        """Put typing right; once its talk is closed, the first version is kept (R2)."""
        was = self._store.get(Verbatim, verbatim)
        talk = self._store.get(Conversation, was.conversation)
        row = corrected(was, talk, fitting(words))
        with self._store.edit(_("Correct what was typed")) as edit:
            edit.write(row)
        return row

    def tag(self, verbatim: VerbatimId, way: str | None) -> None:
        """Which of the ten ways it is about."""
        was = self._store.get(Verbatim, verbatim)
        with self._store.edit(_("Tag one of the ten ways")) as edit:
            edit.write(replace(was, way=self._way(way)))

    def set_aside(self, verbatim: VerbatimId) -> None:
        """Put one answer away; it can come back."""
        self._aside(verbatim, self._today(), _("Set an answer aside"))

    def bring_back(self, verbatim: VerbatimId) -> None:
        """Take an answer out of the drawer."""
        self._aside(verbatim, None, _("Bring an answer back"))

    def _aside(self, verbatim: VerbatimId, day: date | None, title: str) -> None:
        was = self._store.get(Verbatim, verbatim)
        with self._store.edit(title) as edit:
            edit.write(replace(was, set_aside_on=day))

    def _way(self, key: str | None) -> str | None:
        if key is not None and self._store.find(Way, key) is None:
            keys = ", ".join(way.id for way in self._store.rows(Way))
            raise NotFound(
                _("“{key}” is none of the ten ways. They are: {keys}.").format(key=key, keys=keys)
            )
        return key

    def _new_card(self, edit: Edit) -> Card:
        round_id = self._round.id
        card = Card(id=CardId(new_id()), code=edit.take_numbers("card"), first_round=round_id)
        edit.write(card)
        self._place(edit, card.id)
        return card

    def _place(self, edit: Edit, card: CardId) -> None:
        """On this round's list, back from the drawer if need be: customers raised it again."""
        name = place_name(self._round.id, card)
        place = self._store.find(RoundCard, name)
        if place is None:
            count = self._store.count(RoundCard, round=self._round.id)
            place = RoundCard(id=name, round=self._round.id, card=card, position=count)
        edit.write(replace(place, set_aside_on=None))

    def _put_words(
        self,
        edit: Edit,
        said: str | None,
        talk: ConversationId,
        *,
        card: CardId | None = None,
        way: str | None = None,
        question: QuestionId | None = None,
    ) -> Verbatim:
        verbatim = Verbatim(
            id=VerbatimId(new_id()),
            conversation=talk,
            said=said,
            card=card,
            way=way,
            question=question,
        )
        edit.write(verbatim)
        return verbatim
