"""Keep what was forgotten out of a workshop that is built from rows of any age.

A damaged file may hold a page from before a forgetting, and a killed session may have left steps of
another copy, made before it. Rows that the tombstones name are left out, with all that belongs to
them; where a customer's words may stand in a row that stays, they are redacted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cxworkshop.exchange.pieces import PIECE, own_half
from cxworkshop.model import (
    Card,
    Customer,
    Forgotten,
    FrozenVerbatim,
    ImportAside,
    Person,
    Pick,
    Quote,
    RoundGroup,
    Verbatim,
)
from cxworkshop.store.recovery.customer_words import CustomerWords
from cxworkshop.store.recovery.identify import Identified, IdentifiedRow, Key, tables
from cxworkshop.store.tables.codec import Value, Values, codec
from cxworkshop.store.tables.erasing import REWRITTEN
from cxworkshop.suggest.names import COVER

_TOMBSTONES = Forgotten.table
_SAID = (Verbatim.table, FrozenVerbatim.table, Quote.table, ImportAside.table)
_NOT_OURS = (*_SAID, Person.table, Customer.table)  # others may use the same words
_HEADS = (Card.table, RoundGroup.table, Pick.table)
_SAY_A_CARD = (Verbatim.table, Pick.table)  # a card stays as long as one of these names it


@dataclass(frozen=True)
class WithoutForgotten:
    """Rows without what was forgotten, and how many had to go or to change for that."""

    identified: Identified
    forgotten: int


def forgotten_ids(identified: Identified) -> dict[str, int]:
    """The ids that these rows say are forgotten, with their `seq`."""
    found = identified.rows.items()
    return {name: row.seq for (table, name), row in found if table == _TOMBSTONES}


def leave_out_forgotten(
    identified: Identified, known: Mapping[str, int], *, elsewhere: bool = False
) -> WithoutForgotten:
    """Take away what was forgotten; `known` are ids that this laptop knows beside those rows.

    `elsewhere`: the rows are of another copy, so that their `seq` does not say what came first.
    """
    ids = {**known, **forgotten_ids(identified)}
    if not ids:
        return WithoutForgotten(identified, 0)
    forgotten_rows = _ForgottenRows(identified.rows, ids)
    gone = forgotten_rows.keys()
    words = _Redaction(ids, forgotten_rows.words(), elsewhere=elsewhere)
    stay = {key: words.covered(row) for key, row in identified.rows.items() if key not in gone}
    changed = sum(row is not identified.rows[key] for key, row in stay.items())
    rows = {**stay, **_missing_tombstones(identified, ids)}
    return WithoutForgotten(replace(identified, rows=rows), len(gone) + changed)


def _missing_tombstones(identified: Identified, ids: Mapping[str, int]) -> dict[Key, IdentifiedRow]:
    """A tombstone for each id that only this laptop knows, so that the new file obeys it too."""
    stamps = [(row.seq, row.by) for row in identified.rows.values() if row.is_certain]
    seq, by = max(stamps, default=(0, ""))
    missing = ids.keys() - forgotten_ids(identified).keys()
    made = (
        IdentifiedRow(tables()[_TOMBSTONES], {"id": name}, seq, by, is_certain=True, page=0)
        for name in sorted(missing)
    )
    return {row.key: row for row in made}


class _ForgottenRows:
    """Finds the rows that go: what was said first, then the cards, then what needs those."""

    def __init__(self, found: Mapping[Key, IdentifiedRow], ids: Mapping[str, int]) -> None:
        self._found, self._ids = found, ids
        self._gone: set[Key] = set()
        self._still_mentioned: set[Value] = set()  # cards that somebody else speaks of

    def keys(self) -> set[Key]:
        """The keys of all that go."""
        tombs = {key for key in self._found if key[0] == _TOMBSTONES}
        cards = {key for key in self._found if key[0] == Card.table}
        rest = self._found.keys() - tombs - cards
        self._spread(rest, over_cards=False)
        stay = (self._found[key].values for key in rest - self._gone if key[0] in _SAY_A_CARD)
        self._still_mentioned = {values["card"] for values in stay}
        customer_words = self.words()
        self._gone |= {key for key in cards if self._is_left_alone(key, customer_words)}
        self._spread(rest, over_cards=True)
        return self._gone

    def words(self) -> CustomerWords:
        """What those rows hold, and no other row."""
        others = (key for key in self._found.keys() - self._gone if key[0] in _SAID)
        return CustomerWords(map(self._values, self._gone), map(self._values, others))

    def _values(self, key: Key) -> Values:
        return self._found[key].values

    def _spread(self, keys: set[Key], *, over_cards: bool) -> None:
        """Add rows until none is left that needs one which is gone."""
        before = -1
        while before != len(self._gone):
            before = len(self._gone)
            self._gone |= {key for key in keys if self._goes(key, over_cards=over_cards)}

    def _goes(self, key: Key, *, over_cards: bool) -> bool:
        row = self._found[key]
        piece = row.values.get("source_key")
        if key[1] in self._ids or (piece and PIECE + own_half(str(piece)) in self._ids):
            return True
        needed = (
            (reference.table, str(row.values.get(reference.column)))
            for reference in row.table.references
            if reference.is_needed and (over_cards or reference.table != Card.table)
        )
        return any(self._is_lost(target) for target in needed)

    def _is_lost(self, target: Key) -> bool:
        is_still_mentioned = target[0] == Card.table and target[1] in self._still_mentioned
        return target in self._gone or (target[1] in self._ids and not is_still_mentioned)

    def _is_left_alone(self, card: Key, customer_words: CustomerWords) -> bool:
        """Whether a card was forgotten, or had only their words."""
        if card[1] in self._still_mentioned:
            return False
        said = (self._found[key].values for key in self._gone if key[0] == Verbatim.table)
        was_customer_words = any(values["card"] == card[1] for values in said)
        headline = self._found[card].values["headline"]
        has_other_words = headline and not customer_words.are(str(headline))
        return card[1] in self._ids or (was_customer_words and not has_other_words)


class _Redaction:
    """Covers their words in the rows that stay, and ends references to rows that went."""

    def __init__(
        self, ids: Mapping[str, int], customer_words: CustomerWords, *, elsewhere: bool
    ) -> None:
        self._ids, self._customer_words, self._elsewhere = ids, customer_words, elsewhere
        self._newest = max(ids.values(), default=0)
        self._rewritten = _rewritten(ids)

    def covered(self, row: IdentifiedRow) -> IdentifiedRow:
        """The row itself, or one that is doubtful and has other values."""
        if row.table.noun is None or row.table.name == _TOMBSTONES:
            return row
        values = {**row.values, **dict(self._changes(row))}
        return row if values == row.values else replace(row, values=values, is_certain=False)

    def _changes(self, row: IdentifiedRow) -> Iterator[tuple[str, Value]]:
        optional = {r.column for r in row.table.references if not r.is_needed}
        texts = _text_columns(row)
        for name, value in row.values.items():
            if not isinstance(value, str):
                continue
            if name in optional and value in self._ids and name != "card":
                yield name, None
            elif name in texts:
                yield name, self._text(row, name, value)

    def _text(self, row: IdentifiedRow, name: str, words: str) -> str:
        rewritten_at = self._rewritten.get((row.table.name, name, row.key[1]), 0)
        if row.seq < rewritten_at or (rewritten_at and self._elsewhere):
            return COVER
        if row.seq < self._newest or self._elsewhere:
            return self._without_customer_words(row.table.name, words)
        return words

    def _without_customer_words(self, table: str, words: str) -> str:
        if table in _HEADS and self._customer_words.are(words):
            return COVER
        named = self._customer_words.without_name(words, parts=self._elsewhere)
        return named if table in _NOT_OURS else self._customer_words.without_words(named)


def _rewritten(ids: Mapping[str, int]) -> dict[tuple[str, str, str], int]:
    """The texts that were rewritten at a forgetting, by table, column and id, and its `seq`."""
    found: dict[tuple[str, str, str], int] = {}
    for name, seq in ids.items():
        table, column, row_id = [*name.removeprefix(REWRITTEN).split("/", 2), "", ""][:3]
        if name.startswith(REWRITTEN):
            found[table, column, row_id] = seq
    return found


def _text_columns(row: IdentifiedRow) -> set[str]:
    """The columns with text that a person may have typed."""
    assert row.table.noun is not None
    row_codec = codec(row.table.noun)
    read_otherwise = {row_codec.columns[place] for place, _decode in row_codec.decoders}
    references = {reference.column for reference in row.table.references}
    return {column.name for column in row.table.columns} - read_otherwise - references - {"id"}
