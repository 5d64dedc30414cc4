"""Find what both laptops have made of the same thing: an answer of a file that both imported, a
person, a question or a line of the agenda that both typed.

Each has an id of its own on each laptop. Before the merge both are called by the lesser of the two,
which is the same whatever the order of several laptops; the merge then sees a row that both have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from cxworkshop.blake2 import blake2b
from cxworkshop.model import (
    AgendaLine,
    Card,
    Conversation,
    Customer,
    ImportAside,
    ImportBatch,
    Person,
    Question,
    Verbatim,
)
from cxworkshop.store.merging.record import is_record
from cxworkshop.store.merging.renaming import renamed
from cxworkshop.store.merging.side import Key, Side
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.textual import fold

Same = tuple[str, str]  # two ids of one thing
_Name = Callable[[Record], tuple[str, ...] | None]
_NameOf = Callable[[Side, Key], tuple[str, ...] | None]  # now, or when it was made
_MADE_WITH_A_ROUND = (Question.table, AgendaLine.table)
_KNOWN_BY_FIRST_NAME = (*_MADE_WITH_A_ROUND, Person.table)


class Paired(NamedTuple):
    """Both sides with one id for each thing. `found` are the pairs that no earlier merge knew,
    `reworded` what the next merge can't know from the journal: hashes of first names.
    """

    ours: Side
    theirs: Side
    found: tuple[Same, ...]
    reworded: tuple[tuple[str, str], ...]


def paired(ours: Side, theirs: Side) -> Paired:
    """Give both laptops' rows of one thing the same id."""
    known = [pair for side in (ours, theirs) for record, _v in side.records for pair in record.same]
    before = _least(known)
    found = _Pairs(renamed(ours, before), renamed(theirs, before)).all()
    names = _least([*known, *found])
    a, b = renamed(ours, names), renamed(theirs, names)
    both = frozenset(_both(a, ours, b, theirs))
    told = tuple(sorted({*_reworded(a), *_reworded(b)}))
    return Paired(replace(a, paired=both), replace(b, paired=both), tuple(found), told)


def lasting_name(side: Side, key: Key) -> tuple[str, ...] | None:
    """What a row is called on every laptop that made it, whatever its id; None without a name."""
    if key[0] not in _NAMES or side.find(key) is None:
        return None
    if key[0] not in _KNOWN_BY_FIRST_NAME:
        return _name_now(_NAMES[key[0]], side, key)
    name = _first_name(_NAMES[key[0]], side, key)
    if name is None or key[0] not in _MADE_WITH_A_ROUND:
        return name
    return (str(layout(key[0]).value(_current(side, key), "round")), *name)


def _reworded(side: Side) -> Iterator[tuple[str, str]]:
    """What was renamed, where no earlier merge has recorded the first name."""
    for key in side.notes:
        if key[0] in _KNOWN_BY_FIRST_NAME and side.find(key) and key[1] not in side.first_names:
            first, now = _NAMES[key[0]](_first(side, key)), _NAMES[key[0]](_current(side, key))
            if first and first != now:
                yield key[1], _hash(first)


def _hash(name: tuple[str, ...]) -> str:
    text = "\0".join(name)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _both(a: Side, ours: Side, b: Side, theirs: Side) -> Iterator[Key]:
    """The rows that both have, and that one of them has under another id in its file."""
    for table, rows in a.tables.items():
        was, other = ours.rows(table), theirs.rows(table)
        for row_id in rows.keys() & b.rows(table).keys():
            if row_id not in was or row_id not in other:
                yield table, row_id


def _least(pairs: list[Same]) -> dict[str, str]:
    """The least id for each of those that mean the same."""
    found: dict[str, str] = {}

    def least(row_id: str) -> str:
        while (other := found.get(row_id, row_id)) != row_id:
            row_id = other
        return row_id

    for one, other in pairs:
        low, high = sorted((least(one), least(other)))
        found[high] = low
    return {row_id: least(row_id) for row_id in found}


class _Pairs:
    """Collects pairs of rows, none of which the other laptop has under the same id."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self._ours, self._theirs = ours, theirs
        self._pairs: dict[str, str] = {}  # theirs by ours
        self._theirs_used: set[str] = set()

    def all(self) -> list[Same]:
        """Every pair."""
        self._imported()
        for table in _MADE_WITH_A_ROUND:  # as they stood when it began
            self._add_all(table, partial(_first_name, _NAMES[table]))
        for table, name in _NAMES.items():
            self._add_all(table, partial(_name_now, name))
        # Behind those who are called the same now: somebody new may have the old name.
        self._add_all(Person.table, partial(_first_name, _NAMES[Person.table]))
        return list(self._pairs.items())

    def _add_all(self, table: str, name: _NameOf) -> None:
        for one, other in self._alike(table, name):
            self._add(table, one, other)

    def _imported(self) -> None:
        """The same answer is said in the same talk by the same customer, and is on one card."""
        for one, other in self._alike(Verbatim.table, partial(_name_now, _source_key)):
            ours, theirs = _came_with(self._ours, one), _came_with(self._theirs, other)
            for table, row_id in ours.items():
                self._add(table, row_id, theirs[table])

    def _alike(self, table: str, name: _NameOf) -> list[Same]:
        """Rows that only one laptop has, and that have no other yet, in pairs of the same name."""
        ours, theirs = self._ours.rows(table), self._theirs.rows(table)
        here = _by_name(self._ours, table, theirs.keys() | self._pairs.keys(), name)
        there = _by_name(self._theirs, table, ours.keys() | self._theirs_used, name)
        both = sorted(here.keys() & there.keys())
        return [pair for key in both for pair in zip(here[key], there[key], strict=False)]

    def _add(self, table: str, one: str, other: str) -> None:
        if one in self._pairs or other in self._theirs_used:
            return
        if one in self._theirs.rows(table) or other in self._ours.rows(table):
            return
        if one in self._ours.rows(table) and other in self._theirs.rows(table):
            self._pairs[one] = other
            self._theirs_used.add(other)


def _by_name(
    side: Side, table: str, without: Set[str], name: _NameOf
) -> dict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for row_id in sorted(side.rows(table).keys() - without):
        key = name(side, (table, row_id))
        if key is not None:
            found[key].append(row_id)
    return found


def _name_now(name: _Name, side: Side, key: Key) -> tuple[str, ...] | None:
    return name(_current(side, key))


def _first_name(name: _Name, side: Side, key: Key) -> tuple[str, ...] | None:
    first = name(_first(side, key))
    return (side.first_names.get(key[1]) or _hash(first),) if first else None


def _current(side: Side, key: Key) -> Record:
    return side.tables[key[0]][key[1]].record


def _first(side: Side, key: Key) -> Record:
    """What the row was first, as far as the journal knows."""
    befores = (one.before for one in side.notes.get(key, ()) if one.before is not None)
    return next(befores, _current(side, key))


def _came_with(side: Side, verbatim: str) -> dict[str, str]:
    """An answer, its talk, who said it, and the card on which it came, if any: ids by table."""
    record = _current(side, (Verbatim.table, verbatim))
    talk = str(layout(Verbatim.table).value(record, "conversation"))
    said_in = _current(side, (Conversation.table, talk))
    return {
        Verbatim.table: verbatim,
        Conversation.table: talk,
        Customer.table: str(layout(Conversation.table).value(said_in, "customer")),
        Card.table: _first_card(side, verbatim),
    }


def _first_card(side: Side, verbatim: str) -> str:
    """The card with which the words came: somebody may have put them on another one since."""
    place = layout(Verbatim.table).place("card")
    key = (Verbatim.table, verbatim)
    return str(_first(side, key)[place] or _current(side, key)[place] or "")


def _source_key(record: Record) -> tuple[str, ...] | None:
    key = layout(Verbatim.table).value(record, "source_key")
    return (str(key),) if key else None


def _named(table: str, folded: str, *columns: str) -> _Name:
    """The name of a row whose text, without regard to case, makes it the same thing."""
    names = layout(table).columns
    text, places = names.index(folded), [names.index(column) for column in columns]

    def name(record: Record) -> tuple[str, ...] | None:
        words = fold(str(record[text]))
        return (words, *(str(record[place]) for place in places)) if words else None

    return name


def _file(record: Record) -> tuple[str, ...] | None:
    sha256 = str(layout(ImportBatch.table).value(record, "sha256"))
    return None if not sha256 or is_record(sha256) else (sha256,)


_NAMES: dict[str, _Name] = {
    ImportBatch.table: _file,
    ImportAside.table: _named(ImportAside.table, "words", "source_key", "line"),
    Person.table: _named(Person.table, "name"),
    Question.table: _named(Question.table, "words", "round"),
    AgendaLine.table: _named(AgendaLine.table, "title", "round", "day"),
}
