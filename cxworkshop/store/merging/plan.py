"""Plan the merge of two copies of one workshop: which rows are written, and what they disagree on.

It looks at both and changes neither. The plan is the same whatever the order in which several
laptops are merged, but for numbers and letters of what is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from cxworkshop.model import NOUNS, Forgotten, FrozenVerbatim, ImportBatch, PrintedCode, Slot
from cxworkshop.store.merging.forgetting import without_forgotten
from cxworkshop.store.merging.newcomers import Newcomers, Renumbered
from cxworkshop.store.merging.record import MergeRecord, Part, is_record
from cxworkshop.store.merging.renamed_rows import add_renamed
from cxworkshop.store.merging.repairs import Repairs
from cxworkshop.store.merging.rows import Choices, Conflict, ConflictKey, MergedRow, RowMerge, Whose
from cxworkshop.store.merging.same_things import paired
from cxworkshop.store.merging.side import Key, Side, StampedRow, Version
from cxworkshop.store.merging.slots import SlotMerge
from cxworkshop.store.tables.layout import layout

_LASTING = frozenset(kind.table for kind in NOUNS if kind.lasts)


@dataclass
class MergePlan:
    """What a merge will do. `written` are rows of ours that it makes or changes.

    `left_out` are picks for which there is no room. `counters` must have come at least so far.
    `old_ids` are the ids that rows of ours have before the merge, by their new ones.
    """

    written: dict[Key, MergedRow] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)
    conflicts: list[Conflict] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    renumbered: list[Renumbered] = field(default_factory=list)
    left_out: tuple[str, ...] = ()
    counters: dict[str, int] = field(default_factory=dict)
    record: MergeRecord = field(default_factory=MergeRecord)
    least_seq: int = 0
    old_ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the other workshop has nothing that this one does not know."""
        return not (self.written or self.removed or self.record.seen)


def plan_merge(ours: Side, theirs: Side, choices: Choices | None = None) -> MergePlan:
    """The plan to put `theirs` into `ours`."""
    return _Planner(ours, theirs, choices or {}).plan()


class _Planner:
    """Makes one plan, step by step."""

    def __init__(self, ours: Side, theirs: Side, choices: Choices) -> None:
        self._before = ours
        self._ours, self._theirs, self._same, self._reworded = paired(
            *without_forgotten(ours, theirs)
        )
        self._choices = choices
        self._rows = RowMerge(self._ours, self._theirs, choices)
        self._plan = MergePlan()

    def plan(self) -> MergePlan:
        for kind in NOUNS:
            if kind is not Slot:
                self._table(kind.table)
        self._name_newcomers()
        repairs = Repairs(self._ours, self._theirs, self._plan)
        repairs.end_references()
        repairs.settle_groups()
        self._slots(repairs)
        self._count()
        add_renamed(self._plan, self._before, self._ours)
        self._plan.old_ids = {now: was for was, now in self._ours.names.items()}
        self._remember()
        return self._plan

    def _table(self, table: str) -> None:
        ours, theirs = self._ours.rows(table), self._theirs.rows(table)
        for row_id, row in theirs.items():
            key = (table, row_id)
            if row_id not in ours:
                self._theirs_alone(key, row)
            elif row != ours[row_id]:
                merged = self._rows.merged(key)
                if merged is not None:
                    self._plan.written[key] = merged
                    self._plan.conflicts += merged.conflicts
        if table not in _LASTING:
            for row_id, row in ours.items():
                if row_id not in theirs:
                    self._ours_alone((table, row_id), row)

    def _theirs_alone(self, key: Key, row: StampedRow) -> None:
        if key[1] in self._ours.forgotten and key[0] != Forgotten.table:
            return
        if _was_removed(key, row, self._ours):
            return
        parts = tuple(self._rows.parts_of(key, row.version))
        merged = MergedRow(row.record, row.version, parts=parts)
        if key[0] == Forgotten.table:  # as if it were forgotten now: older copies have to go
            merged = MergedRow(row.record, None)
        elif (removed := _removed_meanwhile(key, self._ours, self._theirs)) is not None:
            days = self._ours.day(removed), self._theirs.day(row.version)
            found = Conflict(_whole(key), (), None, row.record, *days, Whose.THEIRS)
            self._plan.conflicts.append(found)
            merged = merged._replace(conflicts=(found,))
        self._plan.written[key] = merged

    def _ours_alone(self, key: Key, row: StampedRow) -> None:
        """They have taken a row away that we have."""
        if key[1] in self._ours.forgotten:
            return
        if _was_removed(key, row, self._theirs):
            self._plan.removed.add(key)
        elif (removed := _removed_meanwhile(key, self._theirs, self._ours)) is not None:
            days = self._ours.day(row.version), self._theirs.day(removed)
            found = Conflict(_whole(key), (), row.record, None, *days, Whose.OURS)
            self._plan.conflicts.append(found)

    def _name_newcomers(self) -> None:
        new = [key for key in self._plan.written if self._ours.find(key) is None]
        newcomers = Newcomers(self._ours, self._theirs)
        for key, record in newcomers.named(new):
            known = self._plan.written.get(key)
            if known is not None:
                self._plan.written[key] = known._replace(record=record)
            elif key[0] == PrintedCode.table and self._ours.find(key) is None:
                self._plan.written[key] = MergedRow(record, None)
        self._plan.renumbered = newcomers.renumbered
        self._plan.counters = newcomers.counters
        for counter, last in self._theirs.counters.items():
            if last > self._ours.counters.get(counter, 0):
                self._plan.counters[counter] = max(last, self._plan.counters.get(counter, 0))

    def _slots(self, repairs: Repairs) -> None:
        merge = SlotMerge(
            self._ours, self._theirs, self._rows.order, repairs.is_locked, repairs.cards_of
        )
        found = merge.merged()
        ours = self._ours.rows(Slot.table)
        for row_id, row in found.rows.items():
            if repairs.find(("pick", str(layout(Slot.table).value(row.record, "pick")))) is None:
                continue
            if row_id not in ours or ours[row_id] != row:
                parts = found.moved.get(row_id, ())
                self._plan.written[Slot.table, row_id] = MergedRow(
                    row.record, row.version, parts=parts
                )
        gone = {(Slot.table, row_id) for row_id in ours if row_id not in found.rows}
        self._plan.removed |= gone
        self._plan.left_out = found.left_out

    def _count(self) -> None:
        for key, merged in self._plan.written.items():
            was = self._ours.find(key)
            if _is_of_a_merge(key, merged):
                continue
            if was is None:
                self._plan.added[key[0]] += 1
            elif was.record != merged.record:
                self._plan.changed[key[0]] += 1

    def _remember(self) -> None:
        """Remember the commits that came along, unless all of them were known."""
        ours, theirs = self._ours, self._theirs
        seen = {by: n for by, n in theirs.seen.items() if n > ours.seen.get(by, -1)}
        days = {by: theirs.all_days[by] for by in seen if by in theirs.all_days}
        parts: list[Part] = []
        for merged in self._plan.written.values():
            parts += merged.parts
        imports = sorted(ours.imports | theirs.imports) if self._same else ()
        self._plan.record = MergeRecord(seen, days, parts, self._same, imports, self._reworded)
        self._plan.least_seq = max(theirs.seen.values(), default=0)


def _is_of_a_merge(key: Key, merged: MergedRow) -> bool:
    """Whether a row only tells what an earlier merge took."""
    if key[0] != ImportBatch.table:
        return False
    place = layout(ImportBatch.table).place("sha256")
    return is_record(str(merged.record[place]))


def _was_removed(key: Key, row: StampedRow, by: Side) -> bool:
    """Whether a side that does not have this row has taken it away, and not only undone it."""
    if key[0] in _LASTING:
        return False
    return by.knows(row.version) and row.version not in by.undone


def _removed_meanwhile(key: Key, by: Side, other: Side) -> Version | None:
    """The commit by which one side took away what the other has worked on, not knowing of it.

    It stays, as somebody has worked on it. Words that a lock froze go by their plan, which says so.
    """
    notes = by.notes.get(key, ())
    if key[0] == FrozenVerbatim.table or all(other.knows(one.edit) for one in notes):
        return None
    return notes[-1].edit


def _whole(key: Key) -> ConflictKey:
    return ConflictKey(*key, "")
