"""Numbers and letters for what the other laptop has added; ours stay as they are on our paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cxworkshop.ids import letter_number, letters
from cxworkshop.model import Card, CardGroup, Customer, PrintedCode
from cxworkshop.store.merging.side import Key, Side
from cxworkshop.store.tables.codec import Values
from cxworkshop.store.tables.layout import Record, layout


class Renumbered(NamedTuple):
    """A card, group or customer called otherwise here than on the other laptop's paper."""

    table: str
    row: str
    theirs: str
    ours: str


class Newcomers:
    """Names the cards, groups and customers that only the other workshop has."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self._ours, self._theirs = ours, theirs
        self.renumbered: list[Renumbered] = []
        self.counters: dict[str, int] = {}

    def named(self, new: Iterable[Key]) -> Iterator[tuple[Key, Record]]:
        """The rows of these that are called otherwise here, and the codes by which they are
        printed."""
        by_table: dict[str, list[str]] = {}
        for table, row_id in sorted(new):
            by_table.setdefault(table, []).append(row_id)
        yield from self._cards(by_table.get(Card.table, []))
        yield from self._groups(by_table.get(CardGroup.table, []))
        yield from self._customers(by_table.get(Customer.table, []))
        yield from self._paired()

    def _paired(self) -> Iterator[tuple[Key, Record]]:
        """The codes by which cards that both have are printed on the other laptop's paper."""
        for table, column in ((Card.table, "code"), (Customer.table, "number")):
            place = layout(table).place(column)
            for row_id in sorted(row for of, row in self._theirs.paired if of == table):
                sides = (self._theirs, self._ours)
                theirs, ours = (side.rows(table)[row_id].record[place] for side in sides)
                name = f"{row_id}/{theirs}"
                if theirs == ours or self._ours.find((PrintedCode.table, name)):
                    continue
                self.renumbered.append(Renumbered(table, row_id, str(theirs), str(ours)))
                if table == Card.table:
                    values: Values = {"id": name, "code": theirs, "card": row_id}
                    yield (PrintedCode.table, name), layout(PrintedCode.table).record(values)

    def _cards(self, new: list[str]) -> Iterator[tuple[Key, Record]]:
        of_ours = self._numbers(self._ours, Card.table, "code")
        of_ours |= self._numbers(self._ours, PrintedCode.table, "code")
        highest = self._highest(Card.table, "code", "card", of_ours)
        for row_id, code, place in self._taken(new, Card.table, "code", of_ours):
            highest += 1
            self.renumbered.append(Renumbered(Card.table, row_id, str(code), str(highest)))
            record = self._theirs.rows(Card.table)[row_id].record
            yield (Card.table, row_id), _changed(record, place, highest)
            name = f"{row_id}/{code}"
            values: Values = {"id": name, "code": code, "card": row_id}
            yield (PrintedCode.table, name), layout(PrintedCode.table).record(values)
        if new:
            self.counters["card"] = highest

    def _groups(self, new: list[str]) -> Iterator[tuple[Key, Record]]:
        names = layout(CardGroup.table).columns
        place, first = names.index("letter"), names.index("first_round")
        taken: dict[object, set[str]] = {}
        for side in (self._ours, self._theirs):
            for row in side.rows(CardGroup.table).values():
                taken.setdefault(row.record[first], set()).add(str(row.record[place]))
        ours = {
            (row.record[first], row.record[place])
            for row in self._ours.rows(CardGroup.table).values()
        }
        rows = self._theirs.rows(CardGroup.table)
        for row_id in sorted(new, key=lambda one: (str(rows[one].record[place]), one)):
            record = rows[row_id].record
            counter = f"group/{record[first]}"
            highest = max(map(letter_number, taken[record[first]]))
            highest = max(highest, self._ours.counters.get(counter, 0))
            if (record[first], record[place]) in ours:
                letter = letters(highest + 1)
                taken[record[first]].add(letter)
                highest += 1
                was = str(record[place])
                self.renumbered.append(Renumbered(CardGroup.table, row_id, was, letter))
                yield (CardGroup.table, row_id), _changed(record, place, letter)
            self.counters[counter] = highest

    def _customers(self, new: list[str]) -> Iterator[tuple[Key, Record]]:
        of_ours = self._numbers(self._ours, Customer.table, "number")
        highest = self._highest(Customer.table, "number", "customer", of_ours)
        for row_id, number, place in self._taken(new, Customer.table, "number", of_ours):
            highest += 1
            theirs, ours = str(number), str(highest)
            self.renumbered.append(Renumbered(Customer.table, row_id, theirs, ours))
            record = self._theirs.rows(Customer.table)[row_id].record
            yield (Customer.table, row_id), _changed(record, place, highest)

    def _highest(self, table: str, column: str, counter: str, of_ours: set[int]) -> int:
        """The highest number that either laptop has ever given."""
        given = of_ours | self._numbers(self._theirs, table, column)
        given |= {side.counters.get(counter, 0) for side in (self._ours, self._theirs)}
        return max(given)

    def _taken(
        self, new: list[str], table: str, column: str, of_ours: set[int]
    ) -> Iterator[tuple[str, int, int]]:
        """Those of the new rows whose number is one of ours: their ids, that, and its place."""
        rows, place = self._theirs.rows(table), layout(table).place(column)
        numbers = sorted((int(rows[row_id].record[place] or 0), row_id) for row_id in new)
        return ((row_id, number, place) for number, row_id in numbers if number in of_ours)

    def _numbers(self, side: Side, table: str, column: str) -> set[int]:
        place = layout(table).place(column)
        return {int(row.record[place] or 0) for row in side.rows(table).values()}


def _changed(record: Record, place: int, value: str | int) -> Record:
    return (*record[:place], value, *record[place + 1 :])
