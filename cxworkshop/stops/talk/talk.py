"""Stop 2, Talk to customers: conversations, and what customers say in them, word for word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cxworkshop.errors import NotFound, quoted
from cxworkshop.i18n import _, with_commas
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
    Verbatim,
    VerbatimId,
    Way,
)
from cxworkshop.on_demand import Part
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.room import refuse_without_room
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first, corrected
from cxworkshop.stops.stop import Stop, fitting, headline, needed
from cxworkshop.store.tables.edit import Edit

if TYPE_CHECKING:
    from cxworkshop.stops.talk.answers import RoundAnswers
    from cxworkshop.stops.talk.customers import CustomerList


class Talk(Stop):
    """Write down conversations and what is said in them."""

    customers: Part[CustomerList] = Part("cxworkshop.stops.talk.customers:CustomerList")
    answers: Part[RoundAnswers] = Part("cxworkshop.stops.talk.answers:RoundAnswers")

    def next_customer(
        self, *, kind: str = "", name: str | None = None, number: int | None = None
    ) -> Customer:
        """Add a customer we have not talked to before, with the next number unless one is given."""
        if number is None:
            number = next_number(self._store)
        customer = Customer(
            id=CustomerId(new_id()),
            number=number,
            kind=headline(kind),
            name=headline(name) if name else None,
        )
        with self._store.edit(_("Next {customer}")) as edit:
            edit.write(customer)
        return customer

    def begin(
        self, customer: CustomerId, *, asked_by: PersonId | None = None, day: date | None = None
    ) -> Conversation:
        """Begin a conversation, or return the one with this customer that is still open."""
        open_talk = self._store.one(
            Conversation, round=self._round.id, customer=customer, closed=False, day_30_check=None
        )
        if (
            open_talk is not None
            and asked_by in (None, open_talk.asked_by)
            and day in (None, open_talk.day)
        ):
            return open_talk
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

    def exists(self, conversation: ConversationId) -> bool:
        """Return whether a conversation exists; an undo may have removed it."""
        return self._store.find(Conversation, conversation) is not None

    def end(self, conversation: ConversationId) -> None:
        """Close a conversation; from now on corrections keep the first version (R2)."""
        row = self._store.get(Conversation, conversation)
        with self._store.edit(_("End a conversation")) as edit:
            edit.write(replace(row, closed=True))

    def refuse_without_room(self, answers: Collection[str]) -> None:
        """Refuse so many more answers before the first is taken.

        Raises TooManyAnswers and WorkshopFull.
        """
        refuse_without_room(self._store, answers)

    def say(
        self,
        words: str,
        talk: ConversationId,
        *,
        way: str | None = None,
        question: QuestionId | None = None,
    ) -> Card:
        """Add what this customer would like done better, as a new card on the big list."""
        said = needed(words)
        with self._store.edit(_("Add a card")) as edit:
            card = self._new_card(edit)
            self._write_verbatim(
                edit, said, talk, card=card.id, way=self._known_way(way), question=question
            )
        return card

    def say_also(self, words: str, talk: ConversationId, card: CardId) -> Verbatim:
        """Add another customer's words to an existing card."""
        code = self._store.get(Card, card).code
        with self._store.edit(_("Add words to card {code}").format(code=code)) as edit:
            self._put_on_list(edit, card)
            return self._write_verbatim(edit, needed(words), talk, card=card)

    def agree(self, card: CardId, *, kind: str = "") -> Customer:
        """Add a new customer who said the same, with no words of their own."""
        code = self._store.get(Card, card).code
        title = _("Another {customer} said card {code}").format(code=code)
        with self._store.edit(title) as edit:
            customer = self.next_customer(kind=kind)
            self._put_on_list(edit, card)
            self._write_verbatim(edit, None, self.begin(customer.id).id, card=card)
        return customer

    def praise(self, words: str, talk: ConversationId) -> Verbatim:
        """Add what was good: words without a card."""
        with self._store.edit(_("Add what was good")) as edit:
            return self._write_verbatim(edit, needed(words), talk)

    def correct(self, verbatim: VerbatimId, words: str) -> Verbatim:
        """Correct the typing; in a closed conversation the first version is kept (R2)."""
        typed = self._store.get(Verbatim, verbatim)
        talk = self._store.get(Conversation, typed.conversation)
        row = corrected(typed, talk, fitting(words))
        with self._store.edit(_("Correct what was typed")) as edit:
            edit.write(row)
        return row

    def move_to_praise(self, verbatim: VerbatimId) -> None:
        """Take an answer from its card: it was meant as praise. The card is left as it is."""
        row = self._store.get(Verbatim, verbatim)
        with self._store.edit(_("Add what was good")) as edit:
            edit.write(replace(row, card=None, way=None))

    def move_to_card(self, verbatim: VerbatimId) -> Card:
        """Put praise on a new card of the big list: it was meant as a wish."""
        row = self._store.get(Verbatim, verbatim)
        with self._store.edit(_("Add a card")) as edit:
            card = self._new_card(edit)
            edit.write(replace(row, card=card.id))
        return card

    def tag(self, verbatim: VerbatimId, way: str | None) -> None:
        """Set which of the ten ways it is about; raises NotFound for an unknown one."""
        row = self._store.get(Verbatim, verbatim)
        with self._store.edit(_("Tag one of the ten ways")) as edit:
            edit.write(replace(row, way=self._known_way(way)))

    def tag_cards(self, cards: Collection[CardId], way: str | None, *, sure: bool = False) -> None:
        """Tag what was said first on these cards, or with None untag all that was said.

        A card is about the first way that its words have. Raises AsksFirst from 20 cards on (R12).
        """
        ask_first(team(self._store), len(cards), sure=sure)
        way = self._known_way(way)
        with self._store.edit(_("Tag one of the ten ways")) as edit:
            for card in cards:
                rows = self._store.rows(Verbatim, card=card, set_aside_on=None)
                for row in sorted(rows, key=lambda row: row.id)[: 1 if way else None]:
                    edit.write(replace(row, way=way))

    def set_aside(self, verbatim: VerbatimId) -> Verbatim:
        """Set one answer aside, its card left as it is; `bring_back` takes it out again."""
        return self._set_aside_on(verbatim, self._today(), _("Set an answer aside"))

    def bring_back(self, verbatim: VerbatimId) -> Verbatim:
        return self._set_aside_on(verbatim, None, _("Bring an answer back"))

    def _set_aside_on(self, verbatim: VerbatimId, day: date | None, title: str) -> Verbatim:
        row = replace(self._store.get(Verbatim, verbatim), set_aside_on=day)
        with self._store.edit(title) as edit:
            edit.write(row)
        return row

    def _known_way(self, key: str | None) -> str | None:
        if key is not None and self._store.find(Way, key) is None:
            keys = with_commas(way.id for way in self._store.rows(Way))
            text = _("“{key}” is none of the ten ways. They are: {keys}.")
            raise NotFound(text.format(key=quoted(key), keys=keys))
        return key

    def _new_card(self, edit: Edit) -> Card:
        round_id = self._round.id
        card = Card(id=CardId(new_id()), code=edit.take_numbers("card"), first_round=round_id)
        edit.write(card)
        self._put_on_list(edit, card.id)
        return card

    def _write_verbatim(
        self,
        edit: Edit,
        said: str | None,
        talk: ConversationId,
        *,
        card: CardId | None = None,
        way: str | None = None,
        question: QuestionId | None = None,
    ) -> Verbatim:
        self.refuse_without_room([said or ""])
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
