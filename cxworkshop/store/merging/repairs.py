"""Make the rows of a merge fit together: what one laptop took away and the other refers to, groups
that became empty or are wanted again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from cxworkshop.model import Card, Pick, Round, RoundCard, RoundGroup, Verbatim
from cxworkshop.store.merging.rows import MergedRow
from cxworkshop.store.merging.side import OLDEST, Key, Side
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import references
from cxworkshop.store.tables.value_rules import rule_of

if TYPE_CHECKING:
    from cxworkshop.store.merging.plan import MergePlan


class Repairs:
    """Looks at the rows as they will be, and completes the plan."""

    def __init__(self, ours: Side, theirs: Side, plan: MergePlan) -> None:
        self._ours, self._theirs, self._plan = ours, theirs, plan

    def find(self, key: Key) -> Record | None:
        """A row as it will be."""
        if key in self._plan.removed:
            return None
        written = self._plan.written.get(key)
        if written is not None:
            return written.record
        row = self._ours.find(key)
        return row and row.record

    def rows(self, table: str) -> Iterator[tuple[str, Record]]:
        """The rows of a table as they will be."""
        ids = dict.fromkeys(self._ours.rows(table))
        ids.update(dict.fromkeys(key[1] for key in self._plan.written if key[0] == table))
        for row_id in ids:
            found = self.find((table, row_id))
            if found is not None:
                yield row_id, found

    def end_references(self) -> None:
        """Bring back what is referred to; what was forgotten is not, and what needs it goes."""
        while self._end_some():
            pass

    def _end_some(self) -> bool:
        found = False
        removed = {key[0] for key in self._plan.removed}
        for one in references():
            place = layout(one.table).place(one.column)
            of_ours = self._ours.rows(one.table) if one.target in removed else ()
            keys = [key for key in self._plan.written if key[0] == one.table]
            for key in (*keys, *((one.table, row_id) for row_id in of_ours)):
                record = self.find(key)
                if record is None or record[place] is None:
                    continue
                target = (one.target, str(record[place]))
                if self.find(target) is None:
                    self._complete(key, record, place, target)
                    found = True
        return found

    def _complete(self, key: Key, record: Record, place: int, target: Key) -> None:
        if target in self._plan.removed:
            self._plan.removed.discard(target)
            return
        row = self._theirs.find(target)
        is_forgotten = target[1] in self._ours.forgotten
        if row is not None and not is_forgotten:
            self._plan.written[target] = MergedRow(row.record, row.version)
            return
        if row is not None and key[0] == Verbatim.table and target[0] == Card.table:
            # Others have said it too: it stays, without the words that were forgotten.
            card = layout(Card.table).changed(row.record, "headline", "")
            self._plan.written[target] = MergedRow(card, row.version)
            return
        if rule_of(key[0], layout(key[0]).columns[place], "TEXT").may_be_empty:
            written = self._plan.written.get(key, MergedRow(record, None))
            changed = (*record[:place], None, *record[place + 1 :])
            self._plan.written[key] = written._replace(record=changed)
        elif key in self._plan.written:
            del self._plan.written[key]
        else:
            self._plan.removed.add(key)

    def is_locked(self, pick: str) -> bool:
        """Whether a pick will be an improvement."""
        record = self.find((Pick.table, pick))
        return record is not None and layout(Pick.table).value(record, "locked_on") is not None

    def cards_of(self, pick: str) -> Collection[str]:
        """The cards that will stand in a pick, in its round."""
        record = self.find((Pick.table, pick))
        if record is None:
            return ()
        card = layout(Pick.table).value(record, "card")
        if card is not None:
            return (str(card),)
        group = str(layout(Pick.table).value(record, "card_group"))
        round_id = str(layout(Pick.table).value(record, "round"))
        places = self._places(number_of(round_id))
        return [card for card, place in places.items() if place == group] or [group]

    def _places(self, last: int) -> dict[str, str]:
        """The group of each card that stands in one on the list of a round."""
        names = ("card_group", "set_aside_on", "left")
        found = {}
        for card, record in self._standing(last).items():
            group, aside, left = (layout(RoundCard.table).value(record, name) for name in names)
            if group is not None and aside is None and left is None:
                found[card] = str(group)
        return found

    def _standing(self, last: int) -> dict[str, Record]:
        """What says where each card stands in a round."""
        return self._newest(RoundCard.table, "card", last)

    def _newest(self, table: str, of: str, last: int) -> dict[str, Record]:
        """The newest record, up to a round, of each card or group."""
        found: dict[str, tuple[int, Record]] = {}
        for _row_id, record in self.rows(table):
            thing = str(layout(table).value(record, of))
            number = number_of(str(layout(table).value(record, "round")))
            if number <= last and number > found.get(thing, (0, record))[0]:
                found[thing] = number, record
        return {thing: record for thing, (_number, record) in found.items()}

    def settle_groups(self) -> None:
        """Set groups aside that are empty now, and bring those back that have cards.

        The day is that on which the round began, which is the same on every laptop.
        """
        touched = self._touched_groups()
        if not touched:
            return
        begun = {
            int(str(layout(Round.table).value(record, "number"))): layout(Round.table).value(
                record, "started_on"
            )
            for _row_id, record in self.rows(Round.table)
        }
        current = max(begun)
        full = set(self._places(current).values())
        waiting = {
            layout(RoundCard.table).value(record, "card_group")
            for record in self._standing(current).values()
            if layout(RoundCard.table).value(record, "left") is not None
        }
        for group, record in self._newest(RoundGroup.table, "card_group", current).items():
            aside = layout(RoundGroup.table).value(record, "set_aside_on")
            if group in touched and group in full and aside is not None:
                self._settle(record, current, None)
            elif group in touched and aside is None and not {group} & (full | waiting):
                self._settle(record, current, str(begun[current]))

    def _touched_groups(self) -> set[object]:
        """The groups of which the merge has written cards, or how they are."""
        found: set[object] = set()
        moved: set[object] = set()
        for (table, _row_id), merged in self._plan.written.items():
            if table == RoundGroup.table:
                found.add(layout(table).value(merged.record, "card_group"))
            elif table == RoundCard.table:
                found.add(layout(table).value(merged.record, "card_group"))
                moved.add(layout(table).value(merged.record, "card"))
        for row in self._ours.rows(RoundCard.table).values():  # also where an earlier round says so
            if layout(RoundCard.table).value(row.record, "card") in moved:
                found.add(layout(RoundCard.table).value(row.record, "card_group"))
        return found - {None}

    def _settle(self, record: Record, current: int, aside: str | None) -> None:
        names = layout(RoundGroup.table).columns
        values = dict(zip(names, record, strict=True))
        round_id = f"round-{current}"
        row_id = f"{round_id}/{values['card_group']}"
        changed = {**values, "id": row_id, "round": round_id, "set_aside_on": aside}
        key, row = (RoundGroup.table, row_id), self._ours.find((RoundGroup.table, row_id))
        written = self._plan.written.get(key, MergedRow(record, row.version if row else None))
        # It follows from where the cards are: whoever has set it aside, or will, knows better.
        kept = [part for part in written.parts if part[1] != "set_aside_on"]
        parts = (*kept, (key, "set_aside_on", OLDEST))
        new = layout(RoundGroup.table).record(changed)
        self._plan.written[key] = written._replace(record=new, parts=parts)


def number_of(round_id: str) -> int:
    """The number in a round's id."""
    return int(round_id.removeprefix("round-"))
