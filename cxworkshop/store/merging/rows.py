"""Merge one row that both workshops have and that is not the same in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from cxworkshop.model import Pick
from cxworkshop.store.merging.record import Part
from cxworkshop.store.merging.same_things import lasting_name
from cxworkshop.store.merging.side import Key, Side, StampedRow, Version
from cxworkshop.store.merging.units import QUIET, Unit, local_places, units
from cxworkshop.store.tables.codec import Value
from cxworkshop.store.tables.erasing import REWRITTEN
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import references


class Whose(StrEnum):
    """Whose words stand after a merge."""

    OURS = "ours"
    THEIRS = "theirs"


class ConflictKey(NamedTuple):
    """A part of a row, as choices name it."""

    table: str
    row: str
    part: str


Choices = Mapping[ConflictKey, Whose]


class Conflict(NamedTuple):
    """A part of a row that both laptops have changed, not knowing of one another.

    `ours` and `theirs` are the values of its columns, and the rows are whole; a row that is not
    there is None. `taken` stands after the merge, and the other is kept in the history.
    """

    key: ConflictKey
    columns: tuple[str, ...]
    ours: Record | None
    theirs: Record | None
    our_day: str
    their_day: str
    taken: Whose

    def value(self, whose: Whose, column: str) -> object:
        """What one of the laptops says in a column."""
        record = self.ours if whose is Whose.OURS else self.theirs
        return record and layout(self.key.table).value(record, column)


class MergedRow(NamedTuple):
    """A row after the merge. Without a version it is the merge that has written it.

    `lost` is the other laptop's row, for the journal. `parts` say who wrote what.
    """

    record: Record
    version: Version | None
    lost: Record | None = None
    parts: tuple[Part, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class _Choice(NamedTuple):
    """Whose part it is, who wrote it, and whether both had changed it."""

    unit: Unit
    taken: Whose
    version: Version
    conflict: Conflict | None


class RowMerge:
    """Decides about rows that both have. The same rule in whichever order laptops are merged.

    Where one knows of what the other has written, it is the newer. Else the later day, then the
    later commit, then the session's id decide, which is the same on every laptop.
    """

    def __init__(self, ours: Side, theirs: Side, choices: Choices) -> None:
        self._ours, self._theirs, self._choices = ours, theirs, choices

    def order(self, version: Version) -> tuple[str, int, str]:
        """What decides between versions that don't know of one another; the greater is taken."""
        day = max(self._ours.day(version), self._theirs.day(version))
        return day, version.seq, version.by

    def merged(self, key: Key) -> MergedRow | None:
        """The row after the merge; None where ours stays as it is."""
        a, b = self._ours.tables[key[0]][key[1]], self._theirs.tables[key[0]][key[1]]
        if a.version == b.version or self._ours.knows(b.version):
            return None
        if self._theirs.knows(a.version):
            return self._taken_over(key, a, b)
        chosen = [self._choose(key, unit, a, b) for unit in self._units(key[0], a, b)]
        return self._joined(key, a, b, chosen)

    def _units(self, table: str, a: StampedRow, b: StampedRow) -> tuple[Unit, ...]:
        """A plan that one of them has locked is merged as a whole."""
        names = layout(table).columns
        if table == Pick.table:
            place = names.index("locked_on")
            if (a.record[place] is None) is not (b.record[place] is None):
                return (Unit("locked_on", names[1:], tuple(range(1, len(names)))),)
        return units(table)

    def _taken_over(self, key: Key, a: StampedRow, b: StampedRow) -> MergedRow:
        """Their row, which goes on from ours."""
        record = self._with_our_own(key[0], a.record, b.record)
        kept = [unit for unit in units(key[0]) if self._was_rewritten(key, unit)]
        record = _with(record, a.record, kept)
        return MergedRow(record, b.version, parts=tuple(self.parts_of(key, b.version)))

    def parts_of(self, key: Key, version: Version) -> Iterator[Part]:
        """Who wrote the parts of a row of theirs, where the row itself does not say so."""
        if len(units(key[0])) == 1:
            return
        is_new = self._ours.find(key) is None
        for unit in units(key[0]):
            wrote = self._theirs.version_of(key, unit)
            if wrote != version or not is_new:
                yield key, unit.name, wrote

    def _choose(self, key: Key, unit: Unit, a: StampedRow, b: StampedRow) -> _Choice:
        va, vb = self._version(self._ours, key, unit), self._version(self._theirs, key, unit)
        if vb in self._ours.undone:
            va = a.version  # what they still have was taken back here
        if va in self._theirs.undone:
            vb = b.version
        differ = any(a.record[n] != b.record[n] for n in unit.places)
        a_is_new, b_is_new = not self._theirs.knows(va), not self._ours.knows(vb)
        if self._was_rewritten(key, unit):
            return _Choice(unit, Whose.OURS, va, None)
        if a_is_new != b_is_new:
            later = Whose.OURS if a_is_new else Whose.THEIRS
        elif va == vb:
            later = self._fuller(key[0], unit, a.record, b.record)
        else:
            later = self._later(key[0], a, b, va, vb)
        version = va if later is Whose.OURS else vb
        if not (differ and a_is_new and b_is_new):
            return _Choice(unit, later, version, None)
        return self._conflict(key, unit, (a, va), (b, vb), later)

    def _fuller(self, table: str, unit: Unit, a: Record, b: Record) -> Whose:
        """Choose a part where nobody wrote either by hand; every laptop chooses the same."""
        if unit.name == "first_round":
            return Whose.OURS if _length(a, unit) <= _length(b, unit) else Whose.THEIRS
        ours, theirs = _ranks(self._ours, table, unit, a), _ranks(self._theirs, table, unit, b)
        return Whose.OURS if ours <= theirs else Whose.THEIRS

    def _version(self, side: Side, key: Key, unit: Unit) -> Version:
        """Who wrote a part; of a plan that is one whole, who wrote the row."""
        if unit in units(key[0]):
            return side.version_of(key, unit)
        return side.tables[key[0]][key[1]].version

    def _later(self, table: str, a: StampedRow, b: StampedRow, va: Version, vb: Version) -> Whose:
        if table == Pick.table:
            place = layout(table).place("locked_on")
            locked = a.record[place] is not None, b.record[place] is not None
            if locked[0] != locked[1]:  # what was promised stands
                return Whose.OURS if locked[0] else Whose.THEIRS
        return Whose.OURS if self.order(va) >= self.order(vb) else Whose.THEIRS

    def _conflict(
        self,
        key: Key,
        unit: Unit,
        ours: tuple[StampedRow, Version],
        theirs: tuple[StampedRow, Version],
        later: Whose,
    ) -> _Choice:
        (a, va), (b, vb) = ours, theirs
        name = ConflictKey(*key, unit.name)
        taken = self._choices.get(name, later)
        columns = tuple(
            column
            for column, n in zip(unit.columns, unit.places, strict=True)
            if a.record[n] != b.record[n] and column not in QUIET
        )
        days = (
            max(self._ours.day(va), self._theirs.day(va)),
            max(self._ours.day(vb), self._theirs.day(vb)),
        )
        found = Conflict(name, columns, a.record, b.record, *days, taken) if columns else None
        version = va if taken is Whose.OURS else vb
        return _Choice(unit, taken, version if taken is later else NEW, found)

    def _was_rewritten(self, key: Key, unit: Unit) -> bool:
        """Whether a forgetting has changed these words here, and theirs are from before it."""
        names = (f"{REWRITTEN}{key[0]}/{column}/{key[1]}" for column in unit.columns)
        ours, theirs = self._ours.forgotten, self._theirs.forgotten
        return any(name in ours and name not in theirs for name in names)

    def _with_our_own(self, table: str, ours: Record, theirs: Record) -> Record:
        record = list(theirs)
        for place in local_places(table):
            record[place] = ours[place]
        return tuple(record)

    def _joined(
        self, key: Key, a: StampedRow, b: StampedRow, chosen: list[_Choice]
    ) -> MergedRow | None:
        taken = [choice.taken for choice in chosen]
        conflicts = tuple(choice.conflict for choice in chosen if choice.conflict)
        is_chosen = any(choice.version == NEW for choice in chosen)
        is_disputed = bool(conflicts) or is_chosen
        if not is_disputed and Whose.THEIRS not in taken:
            return None
        theirs = [choice.unit for choice in chosen if choice.taken is Whose.THEIRS]
        record = _with(a.record, b.record, theirs)
        parts: tuple[Part, ...] = tuple(
            (key, one.unit.name, one.version) for one in chosen if one.version != NEW
        )
        version = None
        if not is_chosen and Whose.OURS not in taken:
            version = b.version
        elif not is_chosen and Whose.THEIRS not in taken:
            version = a.version
        if len(chosen) == 1:  # the row is one whole, and says by its version who wrote it
            parts = self._parts_of_whole(key, a, b, version)
        kept = self._kept(key, b.record) if is_disputed else None
        return MergedRow(record, version, kept, parts, conflicts)

    def _parts_of_whole(
        self, key: Key, a: StampedRow, b: StampedRow, version: Version | None
    ) -> tuple[Part, ...]:
        """Who wrote the parts of a plan that was taken as a whole: it may be in parts next time."""
        if version == b.version:
            return tuple(self.parts_of(key, b.version))
        if version != a.version or len(units(key[0])) == 1:
            return ()
        return tuple((key, unit.name, self._ours.version_of(key, unit)) for unit in units(key[0]))

    def _kept(self, key: Key, theirs: Record) -> Record | None:
        """Their row for the journal, unless it holds what was to be forgotten."""
        if any(self._was_rewritten(key, unit) for unit in units(key[0])):
            return None
        return theirs


NEW = Version(-1, "")  # what a person has chosen in this merge


def _length(record: Record, unit: Unit) -> tuple[int, str]:
    """Orders rounds by their ids: round-9 comes before round-10."""
    text = str(record[unit.places[0]])
    return len(text), text


def _ranks(side: Side, table: str, unit: Unit, record: Record) -> list[object]:
    """Orders the parts of rows. Another row counts by what it is: its id may be a lesser one by
    the time that a third laptop comes, which has made the same thing.
    """
    found: list[object] = []
    for column, place in zip(unit.columns, unit.places, strict=True):
        value = record[place]
        named = _named_in(table).get(column)
        name = lasting_name(side, (named, str(value))) if named and value else None
        found.append(_rank(value) if name is None else _rank("\0".join(name)))
    return found


@cache
def _named_in(table: str) -> Mapping[str, str]:
    """The tables of the rows that a row names, by its columns."""
    return {one.column: one.target for one in references() if one.table == table}


def _rank(value: Value) -> tuple[bool, bool, int, str]:
    """Orders the values of a column, nothing last; the least id comes first, as in `paired`."""
    number = value if isinstance(value, int) else 0
    return value is None, not value, -number, str(value)


def _with(record: Record, other: Record, taken: list[Unit]) -> Record:
    values = list(record)
    for unit in taken:
        for place in unit.places:
            values[place] = other[place]
    return tuple(values)
