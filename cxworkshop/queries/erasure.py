"""Plan the erasure of a customer: which rows change, which go, and which ids to remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from cxworkshop.exchange.pieces import PIECE, own_half
from cxworkshop.i18n import _
from cxworkshop.model import (
    Answer,
    Ballot,
    BatchId,
    Conversation,
    DayCheck,
    Different,
    ImportAside,
    ImportBatch,
    Opposite,
    Pick,
    PrintedCode,
    RoundCard,
    RoundGroup,
    Row,
)
from cxworkshop.queries.customer_data import CustomerData, quoting
from cxworkshop.queries.places import latest_state
from cxworkshop.queries.remaining_mentions import Mention
from cxworkshop.queries.texts import Text
from cxworkshop.suggest.names import COVER

R = TypeVar("R", bound=Row)


class Erasure:
    """`change` are rows that stay with other words, `erase` rows that go, `ids` stay known.

    All of it is gathered before the first row is touched.
    """

    def __init__(self, data: CustomerData, cover: Iterable[Mention], today: date) -> None:
        self._data, self._store = data, data.store
        self._changed: dict[tuple[str, str], Row] = {}
        self._places = _places(data)
        for place in cover:
            for text in place.texts:
                self._set_words(text, place.covered)
        self._change_headlines()
        self._change_checks()
        for state in self._emptied_groups():
            self._changed[state.table, state.id] = replace(self._current(state), set_aside_on=today)
        self.erase = tuple(self._rows_to_erase())
        self.change = tuple(self._changed.values())
        self.ids = tuple(self._ids_to_remember())

    def _current(self, row: R) -> R:
        """The row with the changes made so far."""
        changed = self._changed.get((row.table, row.id))
        return changed if isinstance(changed, type(row)) else row

    def _set_words(self, text: Text, words: str) -> None:
        current = Text(self._current(text.row), text.field)
        self._changed[text.row.table, text.row.id] = current.with_words(words)

    def _change_headlines(self) -> None:
        """Let words of others head the card, or say that words were removed."""
        removed = _("Words removed on request")
        for card in self._data.headline_cards:
            self._set_words(Text(card, "headline"), "")
        for row in (*self._data.wordless_cards, *self._data.groups):
            self._set_words(Text(row, "headline"), removed)
        for pick in self._data.picks:
            if self._data.is_own(pick.title):
                self._set_words(Text(pick, "title"), "")
            if self._data.is_own(pick.frozen_headline):
                self._set_words(Text(pick, "frozen_headline"), removed)
        for question, quote in self._data.questions:
            words = quoting(quote).sub(rf"\1{COVER}", self._current(question).words)
            self._set_words(Text(question, "words"), words)

    def _change_checks(self) -> None:
        """No check says any longer that an answer that goes says it best."""
        for verbatim in self._data.verbatims:
            for check in self._store.rows(DayCheck, best=verbatim.id):
                self._changed[check.table, check.id] = replace(self._current(check), best=None)

    def _emptied_groups(self) -> Iterator[RoundGroup]:
        """The newest state of groups that lose their last card and were never picked."""
        going = {place.id for place in self._places}
        for group_id in {place.card_group for place in self._places if place.card_group}:
            places = self._store.rows(RoundCard, card_group=group_id, set_aside_on=None)
            picked = self._store.one(Pick, card_group=group_id)
            state = latest_state(self._store, group_id)
            if picked is None and state.set_aside_on is None and all(p.id in going for p in places):
                yield state

    def _rows_to_erase(self) -> Iterator[Row]:
        data = self._data
        yield from (data.customer, *data.talks, *data.verbatims, *data.frozen, *data.aside)
        yield from (*data.quotes, *data.cards, *self._places, *self._batches())
        for card in data.cards:
            yield from self._store.rows(PrintedCode, card=card.id)
            yield from self._store.rows(Ballot, card=card.id)
            yield from self._store.rows(Answer, card=card.id)
            yield from self._store.rows(Opposite, card=card.id)
            yield from self._store.rows(Opposite, other_card=card.id)
            yield from self._store.rows(Different, card=card.id)
            yield from self._store.rows(Different, other_card=card.id)

    def _batches(self) -> Iterator[ImportBatch]:
        """Imported files with nothing but their words: a file's name may hold theirs."""
        talks, aside = set(self._data.talks), set(self._data.aside)
        batches: set[BatchId] = {talk.import_batch for talk in talks if talk.import_batch}
        for batch in batches:
            others = set(self._store.rows(Conversation, import_batch=batch)) - talks
            if not others and not set(self._store.rows(ImportAside, import_batch=batch)) - aside:
                yield self._store.get(ImportBatch, batch)

    def _ids_to_remember(self) -> Iterator[str]:
        data = self._data
        rows: tuple[Row, ...] = (data.customer, *data.talks, *data.verbatims, *data.cards)
        yield from (row.id for row in (*rows, *data.aside, *self._batches()))
        keys = [row.source_key for row in data.verbatims] + [row.source_key for row in data.aside]
        yield from (PIECE + own_half(key) for key in keys if key)


def _places(data: CustomerData) -> list[RoundCard]:
    """The places on the rounds' lists of the cards that go."""
    return [place for card in data.cards for place in data.store.rows(RoundCard, card=card.id)]
