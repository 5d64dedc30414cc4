"""One of the two workshops of a merge: its rows with their stamps, and what it knows of commits.

A row's version is its stamp: the commit that wrote it last. A session's commits follow one another,
so whoever knows one of them knows all that came before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cxworkshop.model import (
    AgendaLine,
    Forgotten,
    ImportBatch,
    Person,
    Question,
    Round,
    Slot,
)
from cxworkshop.store.merging.record import Decided, MergeRecord, is_record, read_record
from cxworkshop.store.merging.units import Unit, units
from cxworkshop.store.tables.erasing import REWRITTEN
from cxworkshop.store.tables.layout import Record, layout


class Version(NamedTuple):
    """The commit that wrote a row, or a part of it."""

    seq: int
    by: str


OLDEST = Version(0, "")  # of what was there before the journal begins


class StampedRow(NamedTuple):
    """A row and the commit that wrote it."""

    record: Record
    version: Version


class RowNote(NamedTuple):
    """What a row was before an edit that is done; None for a new row."""

    edit: Version
    before: Record | None


_NAMES = {Person.table: "name", Question.table: "words", AgendaLine.table: "title"}

Rows = Mapping[str, StampedRow]  # of one table, by id
Key = tuple[str, str]  # a row's table and id
Days = Mapping[str, Sequence[tuple[int, str]]]  # for each session: from which commit on it was when


@dataclass(frozen=True)
class Side:
    """A workshop as a merge sees it. `name` is what people call it: its file.

    `edits` are the commits that its journal names; `undone` those of them that were taken back.
    `notes` is what its journal says of a row, the oldest first. `names` are the ids in this
    merge, by those in its file; `paired` are rows that have another id in the other file.
    `also_forgotten` are ids by which the other has somebody who was forgotten here.
    """

    name: str
    tables: Mapping[str, Rows]
    edits: frozenset[Version] = frozenset()
    undone: frozenset[Version] = frozenset()
    days: Days = field(default_factory=dict)
    notes: Mapping[Key, Sequence[RowNote]] = field(default_factory=dict)
    counters: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    paired: frozenset[Key] = frozenset()
    also_forgotten: frozenset[str] = frozenset()

    def rows(self, table: str) -> Rows:
        return self.tables.get(table, {})

    def find(self, key: Key) -> StampedRow | None:
        return self.rows(key[0]).get(key[1])

    def values(self, table: str) -> list[dict[str, object]]:
        """The rows of a table by column names."""
        names = layout(table).columns
        return [dict(zip(names, row.record, strict=True)) for row in self.rows(table).values()]

    @cached_property
    def records(self) -> list[tuple[MergeRecord, Version]]:
        """What it remembers of earlier merges, each with the commit that wrote it."""
        place = layout(ImportBatch.table).place("sha256")
        rows = self.rows(ImportBatch.table).values()
        found = [(read_record(str(row.record[place])), row.version) for row in rows]
        return [(record, version) for record, version in found if record is not None]

    @cached_property
    def seen(self) -> dict[str, int]:
        """For each session the newest of its commits that went into this workshop."""
        found: dict[str, int] = {}
        versions = {row.version for rows in self.tables.values() for row in rows.values()}
        for seq, by in (*versions, *self.edits):
            found[by] = max(seq, found.get(by, 0))
        for record, _version in self.records:
            for by, seq in record.seen.items():
                found[by] = max(seq, found.get(by, 0))
        return found

    def knows(self, version: Version) -> bool:
        """Whether this commit went into this workshop, whatever was made of it since."""
        return version.seq <= self.seen.get(version.by, 0)

    @cached_property
    def forgotten(self) -> frozenset[str]:
        """The ids that a person's request has erased here."""
        found = {*self.rows(Forgotten.table), *self.also_forgotten}
        parts = [name.rpartition("/") for name in found if name.startswith(REWRITTEN)]
        found |= {self.names[name] for name in found if name in self.names}
        found |= {f"{of}/{self.names[row]}" for of, _slash, row in parts if row in self.names}
        return frozenset(found)

    @cached_property
    def all_days(self) -> dict[str, list[tuple[int, str]]]:
        """`days`, and those that it remembers of other laptops."""
        found = {by: set(days) for by, days in self.days.items()}
        for record, _version in self.records:
            for by, days in record.days.items():
                found.setdefault(by, set()).update(days)
        return {by: sorted(days) for by, days in found.items()}

    def day(self, version: Version) -> str:
        """The day of a commit, "" where nobody knows it."""
        days = [day for seq, day in self.all_days.get(version.by, ()) if seq <= version.seq]
        return days[-1] if days else ""

    @cached_property
    def _decided(self) -> dict[tuple[Key, str], Decided]:
        """Who wrote the parts of rows that earlier merges have made, the newest merge's word."""
        found: dict[tuple[Key, str], Decided] = {}
        for record, version in sorted(self.records, key=lambda one: one[1]):
            for key, unit, (seq, by) in record.parts:
                name = key[0], self.names.get(key[1], key[1])
                found[name, unit] = Decided(Version(seq, by), version.seq)
        return found

    @cached_property
    def original_slots(self) -> dict[tuple[str, Version], int]:
        """The slot into which a commit put a pick, where a merge found it taken."""
        return {
            (self.names.get(key[1], key[1]), Version(*version)): int(number)
            for record, _version in self.records
            for key, number, version in record.parts
            if key[0] == Slot.table and number.isdecimal()
        }

    @cached_property
    def _merges(self) -> frozenset[Version]:
        return frozenset(version for _record, version in self.records)

    def version_of(self, key: Key, unit: Unit) -> Version:
        """The commit that wrote this part of a row."""
        wrote = self._wrote(key, unit)
        if key in self.paired and self._is_as_made(key, unit, wrote):
            return OLDEST  # both have made it, and nobody wrote this part by hand
        return wrote

    def _is_as_made(self, key: Key, unit: Unit, wrote: Version) -> bool:
        """Whether a part is as a file or the program made it, or empty since the row was made."""
        if wrote in self.imports or self._is_first_name(key, unit):
            return True
        row, notes = self.tables[key[0]][key[1]], self.notes.get(key, ())
        is_new = not notes or (notes[0].before is None and wrote in (notes[0].edit, row.version))
        return is_new and not any(row.record[place] for place in unit.places)

    def _is_first_name(self, key: Key, unit: Unit) -> bool:
        """Whether these are the words by which both have made the same, and nobody changed them."""
        if unit.name != _NAMES.get(key[0]) or key[1] in self.first_names:
            return False
        now = self.tables[key[0]][key[1]].record
        first = next((one.before for one in self.notes.get(key, ()) if one.before), now)
        return all(first[place] == now[place] for place in unit.places)

    @cached_property
    def first_names(self) -> dict[str, str]:
        """Hashes of the names that reworded lines had first, where a merge has told them."""
        told = [one for record, _version in self.records for one in record.reworded]
        return {self.names.get(row, row): name for row, name in told}

    @cached_property
    def imports(self) -> frozenset[Version]:
        """The commits that brought a file in or began a round, here or on a merged laptop: what
        they wrote is nobody's own words.
        """
        place = layout(ImportBatch.table).place("sha256")
        files, merges = set[Version](), set(self._merges)
        made = {key: notes[0].edit for key, notes in self.notes.items() if notes[0].before is None}
        for row_id, row in self.rows(ImportBatch.table).items():
            of_a_merge = is_record(str(row.record[place]))
            (merges if of_a_merge else files).add(row.version)
            if of_a_merge and (ImportBatch.table, row_id) in made:
                merges.add(made[ImportBatch.table, row_id])
        begun = {edit for key, edit in made.items() if key[0] in (ImportBatch.table, Round.table)}
        told = {Version(*one) for record, _version in self.records for one in record.imports}
        return frozenset((files | begun | told) - merges)

    def _wrote(self, key: Key, unit: Unit) -> Version:
        row, notes = self.tables[key[0]][key[1]], self.notes.get(key, ())
        if not notes or len(units(key[0])) == 1:
            latest = row.version  # nobody knows more of it
        else:
            latest = _last_change(row.record, notes, unit)
        decided = self._decided.get((key, unit.name))
        if decided is not None and decided.at >= latest.seq:
            return Version(*decided.version)
        return row.version if latest in self._merges else latest


def _last_change(record: Record, notes: Sequence[RowNote], unit: Unit) -> Version:
    """The last of these edits that changed this part of what the row is now."""
    after = record
    for edit, before in reversed(notes):
        if before is None or any(before[n] != after[n] for n in unit.places):
            return edit
        after = before
    return OLDEST
