"""What a forgetting changes, takes away and remembers, gathered before the first row is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from cxworkshop.exchange.pieces import PIECE, own_half
from cxworkshop.i18n import _
from cxworkshop.model import (
    Ballot,
    BatchId,
    CardGroup,
    Conversation,
    ImportAside,
    ImportBatch,
    Pick,
    PrintedCode,
    RoundCard,
    Row,
)
from cxworkshop.queries.customer_data import CustomerData
from cxworkshop.queries.remaining_mentions import Mention
from cxworkshop.queries.texts import Text
from cxworkshop.suggest.names import COVER

R = TypeVar("R", bound=Row)


class Erasure:
    """`put` are rows that stay with other words, `erase` rows that go, `ids` what is remembered."""

    def __init__(self, gone: CustomerData, cover: Iterable[Mention], today: date) -> None:
        self._gone, self._store = gone, gone.store
        self._changed: dict[tuple[str, str], Row] = {}
        self._places = _on_lists(gone)
        for place in cover:
            for text in place.texts:
                self._say(text, place.covered)
        self._heads()
        for group in self._emptied():
            self._changed[group.table, group.id] = replace(self._now(group), set_aside_on=today)
        self.erase = tuple(self._erased())
        self.put = tuple(self._changed.values())
        self.ids = tuple(self._ids())

    def _now(self, row: R) -> R:
        """The row with what was changed of it so far."""
        return self._changed.get((row.table, row.id), row)  # type: ignore[return-value]

    def _say(self, text: Text, words: str) -> None:
        now = Text(self._now(text.row), text.field)
        self._changed[text.row.table, text.row.id] = now.saying(words)

    def _heads(self) -> None:
        """Headlines that were theirs: others' words come to the top, or an honest line does."""
        removed = _("Words removed on request")
        for card in self._gone.headed:
            self._say(Text(card, "headline"), "")
        for row in (*self._gone.unnamed, *self._gone.groups):
            self._say(Text(row, "headline"), removed)
        for pick in self._gone.picks:
            if self._gone.is_theirs(pick.title):
                self._say(Text(pick, "title"), "")
            if self._gone.is_theirs(pick.frozen_headline):
                self._say(Text(pick, "frozen_headline"), removed)
        for question, quote in self._gone.questions:
            words = self._now(question).words.replace(f"“{quote}”", f"“{COVER}”")
            self._say(Text(question, "words"), words)

    def _emptied(self) -> Iterator[CardGroup]:
        """Groups that lose their last card are set aside; not one that was picked."""
        going = {place.id for place in self._places}
        for group_id in {place.card_group for place in self._places if place.card_group}:
            left = self._store.rows(RoundCard, card_group=group_id, set_aside_on=None)
            picked = self._store.one(Pick, card_group=group_id)
            group = self._store.get(CardGroup, group_id)
            if picked is None and group.set_aside_on is None and all(p.id in going for p in left):
                yield group

    def _erased(self) -> Iterator[Row]:
        gone = self._gone
        yield from (gone.customer, *gone.talks, *gone.verbatims, *gone.frozen, *gone.aside)
        yield from (*gone.cards, *self._places, *self._batches())
        for card in gone.cards:
            yield from self._store.rows(PrintedCode, card=card.id)
            yield from self._store.rows(Ballot, card=card.id)

    def _batches(self) -> Iterator[ImportBatch]:
        """Files that brought nothing but their words: a file's name may be their own."""
        talks, aside = set(self._gone.talks), set(self._gone.aside)
        batches: set[BatchId] = {talk.import_batch for talk in talks if talk.import_batch}
        for batch in batches:
            left = set(self._store.rows(Conversation, import_batch=batch)) - talks
            if not left and not set(self._store.rows(ImportAside, import_batch=batch)) - aside:
                yield self._store.get(ImportBatch, batch)

    def _ids(self) -> Iterator[str]:
        gone = self._gone
        rows: tuple[Row, ...] = (gone.customer, *gone.talks, *gone.verbatims, *gone.cards)
        yield from (row.id for row in rows)
        keys = [row.source_key for row in gone.verbatims] + [row.source_key for row in gone.aside]
        yield from (PIECE + own_half(key) for key in keys if key)


def _on_lists(gone: CustomerData) -> list[RoundCard]:
    """Where the cards that go stand on the rounds' lists."""
    return [place for card in gone.cards for place in gone.store.rows(RoundCard, card=card.id)]
