"""Write the rows of one import, kind after kind, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer, PlannedCard, SkippedPiece
from cxworkshop.ids import new_id, new_ids
from cxworkshop.model import (
    BatchId,
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    ImportAside,
    Question,
    QuestionId,
    RoundCard,
    RoundId,
    Verbatim,
)
from cxworkshop.queries.comebacks import cards_by_words
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.imported import ImportedPeople
from cxworkshop.queries.places import place_name
from cxworkshop.stops.stop import headline
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store
from cxworkshop.textual import fold


class ImportWriter:
    """Writes what a plan says into an edit: questions, customers, cards, words, and the rest.

    No nouns are made of what there are thousands of: they would take as much time as all the rest,
    and as much memory again.
    """

    def __init__(self, store: Store, edit: Edit, round_id: RoundId, batch: BatchId) -> None:
        self._store, self._edit, self._round, self._batch = store, edit, round_id, batch
        self._talks: dict[str, ConversationId] = {}
        self._questions: dict[str, QuestionId] = {}
        self.come_back: list[CardId] = []  # cards that left the list and were raised again

    def write(self, plan: ImportPlan) -> None:
        """Write everything that the plan takes or sets aside."""
        answers = [answer for card in plan.cards for answer in card.answers]
        taken = [*answers, *plan.praise]
        self._write_questions(answer.question for answer in taken)
        self._write_customers(taken, ImportedPeople.of(self._store).known(plan.seen, taken))
        self._write_cards(self._write_comebacks(plan))
        self._write_words([(answer, None) for answer in plan.praise])
        self._edit.insert_all(self._aside(piece) for piece in plan.aside)

    def _write_questions(self, words: Iterable[str]) -> None:
        """Those that this round does not have yet."""
        asked = {row.words: row.id for row in self._store.rows(Question, round=self._round)}
        fresh: list[Question] = []
        for text in dict.fromkeys(_question_words(word) for word in words):
            if text and text not in asked:
                row = Question(
                    id=QuestionId(new_id()),
                    round=self._round,
                    way=None,
                    words=text,
                    ticked=False,
                    position=len(asked),
                )
                asked[text] = row.id
                fresh.append(row)
        self._questions = asked
        self._edit.insert_all(fresh)

    def _write_customers(self, taken: Sequence[PlannedAnswer], known: Mapping[str, str]) -> None:
        """One closed talk for each respondent of the file, and a customer for each who is new.

        They are numbered as they stand in the file.
        """
        people: dict[str, PlannedAnswer] = {}
        for answer in sorted(taken, key=lambda answer: answer.line):
            people.setdefault(answer.respondent, answer)
        talks = new_ids(len(people))
        self._talks = {name: ConversationId(talk) for name, talk in zip(people, talks, strict=True)}
        fresh = [name for name in people if name not in known]
        made = dict(zip(fresh, new_ids(len(fresh)), strict=True))
        first = next_number(self._store)
        numbers = range(first, first + len(fresh))
        kinds = [people[name].kind for name in fresh]
        self._edit.insert_columns(
            Customer, {"id": [*made.values()], "number": numbers, "kind": kinds}
        )
        customers = [made.get(name) or known[name] for name in people]
        days = [answer.day for answer in people.values()]
        self._edit.insert_columns(
            Conversation,
            {"id": talks, "customer": customers, "day": days},
            round=self._round,
            closed=True,
            import_batch=self._batch,
        )

    def _write_comebacks(self, plan: ImportPlan) -> Sequence[PlannedCard]:
        """Add words to the cards that left the list saying the same; return the other cards.

        The cards come back, each with its code and its story.
        """
        left = cards_by_words(self._store, self._round) if plan.cards else {}
        if not left:
            return plan.cards
        fresh = []
        for planned in plan.cards:
            card = left.get(fold(planned.answers[0].words))
            if card is None:
                fresh.append(planned)
                continue
            self.come_back.append(card)
            self._write_words([(answer, card) for answer in planned.answers])
        return fresh

    def _write_cards(self, planned: Sequence[PlannedCard]) -> None:
        """Behind all others on this round's list."""
        if not planned:
            return
        first = self._edit.take_numbers("card", by=len(planned))
        behind = self._store.count(Card)
        cards = [CardId(card) for card in new_ids(len(planned))]
        codes = range(first, first + len(cards))
        self._edit.insert_columns(Card, {"id": cards, "code": codes}, first_round=self._round)
        places = [place_name(self._round, card) for card in cards]
        positions = range(behind, behind + len(cards))
        self._edit.insert_columns(
            RoundCard, {"id": places, "card": cards, "position": positions}, round=self._round
        )
        both = zip(cards, planned, strict=True)
        self._write_words([(answer, card) for card, plan in both for answer in plan.answers])

    def _write_words(self, said: Sequence[tuple[PlannedAnswer, CardId | None]]) -> None:
        self._edit.insert_columns(
            Verbatim,
            {
                "id": new_ids(len(said)),
                "conversation": [self._talks[answer.respondent] for answer, _card in said],
                "said": [answer.words for answer, _card in said],
                "card": [card for _answer, card in said],
                "question": [
                    self._questions.get(_question_words(answer.question)) for answer, _card in said
                ],
                "source_key": [answer.key for answer, _card in said],
            },
        )

    def _aside(self, piece: SkippedPiece) -> ImportAside:
        return ImportAside(
            id=new_id(),
            import_batch=self._batch,
            line=piece.line,
            words=piece.words,
            why=piece.why,
            source_key=piece.key,
        )


@lru_cache(maxsize=1000)  # there are few questions, and each answer names its own
def _question_words(text: str) -> str:
    return headline(text[:500])
