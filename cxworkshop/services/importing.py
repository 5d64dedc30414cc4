"""Bringing a file's words onto the big list: one import is one edit, however many cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cxworkshop.errors import BadWords
from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer, PlannedCard
from cxworkshop.exchange.pieces import PIECE
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    BatchId,
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    Forgotten,
    ImportAside,
    ImportBatch,
    Question,
    QuestionId,
    RoundCard,
    RoundId,
    Verbatim,
    VerbatimId,
)
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.rounds import team
from cxworkshop.queries.subjects import place_name
from cxworkshop.rules import ask_first
from cxworkshop.stops.stop import Stop, headline
from cxworkshop.store.tables.journal import Edit


class Importing(Stop):
    """The files that were read, and what was not taken from them."""

    def known(self) -> frozenset[str]:
        """The keys of every piece that an earlier import took or set aside, or that was forgotten.

        What was forgotten is known by its piece's own half alone.
        """
        taken = {verbatim.source_key for verbatim in self._store.rows(Verbatim)}
        aside = {row.source_key for row in self._store.rows(ImportAside)}
        gone = {row.id.removeprefix(PIECE) for row in self._store.rows(Forgotten)}
        return frozenset(key for key in taken | aside | gone if key)

    def batches(self) -> list[ImportBatch]:
        """The files that were imported."""
        return self._store.rows(ImportBatch)

    def aside(self) -> list[ImportAside]:
        """What was not taken, with its reason, and has not been brought back."""
        return self._store.rows(ImportAside, brought_back=None)

    def take(
        self, plan: ImportPlan, file_name: str, sha256: str, *, sure: bool = False
    ) -> ImportBatch:
        """Do what the plan says, in one edit. Raises AsksFirst from 20 cards on (R12)."""
        ask_first(team(self._store), len(plan.cards), sure=sure)
        if not (plan.cards or plan.praise or plan.aside):
            raise BadWords(_("There is nothing new in this file."))
        batch = ImportBatch(
            id=BatchId(new_id()), file_name=file_name, sha256=sha256, read_on=self._today()
        )
        self._store.about_to_change_much()
        with self._store.edit(_("Import {n} cards").format(n=len(plan.cards))) as edit:
            edit.write(batch)
            _Taking(self, edit, batch, plan).do()
        return batch

    def bring_back(self, aside: str, conversation: ConversationId | None = None) -> Card:
        """A piece that was set aside becomes a card after all."""
        row = self._store.get(ImportAside, aside)
        with self._store.edit(_("Bring back an answer that was set aside")) as edit:
            talk = conversation or self._own_talk(edit, row)
            card = Card(
                id=CardId(new_id()), code=edit.take_numbers("card"), first_round=self._round.id
            )
            verbatim = Verbatim(
                id=VerbatimId(new_id()), conversation=talk, said=row.words, card=card.id
            )
            edit.write(card)
            edit.write(self._place(card.id, self._store.count(RoundCard, round=self._round.id)))
            edit.write(verbatim)
            edit.write(replace(row, brought_back=verbatim.id))
        return card

    def _own_talk(self, edit: Edit, aside: ImportAside) -> ConversationId:
        customer = Customer(id=CustomerId(new_id()), number=self.next_number())
        talk = Conversation(
            id=ConversationId(new_id()),
            round=self._round.id,
            customer=customer.id,
            closed=True,
            import_batch=aside.import_batch,
        )
        edit.write(customer)
        edit.write(talk)
        return talk.id

    def next_number(self) -> int:
        """The number of the next customer."""
        return next_number(self._store)

    def _place(self, card: CardId, position: int) -> RoundCard:
        round_id = self._round.id
        name = place_name(round_id, card)
        return RoundCard(id=name, round=round_id, card=card, position=position)

    def places(self, cards: Iterable[Card]) -> Iterator[RoundCard]:
        """Where new cards stand on this round's list: behind all others."""
        first = self._store.count(RoundCard, round=self._round.id)
        for position, card in enumerate(cards, start=first):
            yield self._place(card.id, position)

    def questions(self, words: Iterable[str]) -> tuple[dict[str, QuestionId], list[Question]]:
        """The questions with these words, and those among them that are new."""
        round_id = self._round.id
        there = {row.words: row.id for row in self._store.rows(Question, round=round_id)}
        fresh: list[Question] = []
        for text in dict.fromkeys(headline(word[:500]) for word in words):
            if text and text not in there:
                row = Question(
                    id=QuestionId(new_id()),
                    round=round_id,
                    way=None,
                    words=text,
                    ticked=False,
                    position=len(there),
                )
                there[text] = row.id
                fresh.append(row)
        return there, fresh

    def current_round_id(self) -> RoundId:
        """Where the cards go."""
        return self._round.id


class _Taking:
    """One import on its way into the tables, kind after kind, in bulk."""

    def __init__(self, stop: Importing, edit: Edit, batch: ImportBatch, plan: ImportPlan) -> None:
        self._stop, self._edit, self._batch, self._plan = stop, edit, batch, plan
        self._talks: dict[str, ConversationId] = {}
        self._questions: dict[str, QuestionId] = {}

    def do(self) -> None:
        answers = [answer for card in self._plan.cards for answer in card.answers]
        taken = [*answers, *self._plan.praise]
        self._questions, fresh = self._stop.questions(answer.question for answer in taken)
        self._edit.insert_all(fresh)
        self._customers(taken)
        self._cards(self._plan.cards)
        self._edit.insert_all(self._verbatim(answer, None) for answer in self._plan.praise)
        self._aside()

    def _customers(self, taken: list[PlannedAnswer]) -> None:
        """One customer and one closed talk for each respondent of the file."""
        customers, talks = [], []
        number = self._stop.next_number()
        for answer in {answer.respondent: answer for answer in reversed(taken)}.values():
            customer = Customer(id=CustomerId(new_id()), number=number, kind=answer.kind)
            talk = Conversation(
                id=ConversationId(new_id()),
                round=self._stop.current_round_id(),
                customer=customer.id,
                day=answer.day,
                closed=True,
                import_batch=self._batch.id,
            )
            self._talks[answer.respondent] = talk.id
            customers.append(customer)
            talks.append(talk)
            number += 1
        self._edit.insert_all(customers)
        self._edit.insert_all(talks)

    def _cards(self, planned: tuple[PlannedCard, ...]) -> None:
        if not planned:
            return
        first = self._edit.take_numbers("card", by=len(planned))
        round_id = self._stop.current_round_id()
        cards = [
            Card(id=CardId(new_id()), code=code, first_round=round_id)
            for code, _card in enumerate(planned, start=first)
        ]
        places = list(self._stop.places(cards))
        self._edit.insert_all(cards)
        self._edit.insert_all(places)
        self._edit.insert_all(
            self._verbatim(answer, card.id)
            for card, plan in zip(cards, planned, strict=True)
            for answer in plan.answers
        )

    def _verbatim(self, answer: PlannedAnswer, card: CardId | None) -> Verbatim:
        return Verbatim(
            id=VerbatimId(new_id()),
            conversation=self._talks[answer.respondent],
            said=answer.words,
            card=card,
            question=self._questions.get(headline(answer.question[:500])),
            source_key=answer.key,
        )

    def _aside(self) -> None:
        self._edit.insert_all(
            ImportAside(
                id=new_id(),
                import_batch=self._batch.id,
                line=aside.line,
                words=aside.words,
                why=aside.why,
                source_key=aside.key,
            )
            for aside in self._plan.aside
        )
