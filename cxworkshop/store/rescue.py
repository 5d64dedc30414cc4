"""A new workshop from what can be read of a damaged one; the damaged file is only ever read.

Rows whose seal fits come as they were. What is doubtful, changed to fit or put in place of
something lost is marked, so that nobody takes it for a customer's words unseen. The undo history
does not come along: half of it would be worse than none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop.i18n import _, ngettext
from cxworkshop.ids import new_id, new_session
from cxworkshop.store import file, refusals
from cxworkshop.store.carve import carve
from cxworkshop.store.checks import problems
from cxworkshop.store.migrations import VERSION
from cxworkshop.store.publish import THERE_IS_NONE, publish
from cxworkshop.store.rows import Value, Values, content, stamp, statements, wrap
from cxworkshop.store.sorting import Found, Key, readable, sort, tables
from cxworkshop.store.stand_ins import StandIns
from cxworkshop.textual import clean

_STAYS_BEHIND = ("head", "edit", "edit_row")
# A card without words would be lost among the praise, so words whose card is gone get another.
_WANTED = (("verbatim", "card"),)


@dataclass(frozen=True)
class Rescued:
    """What came back. `cards` of the `cards_known`; `doubtful` rows are marked in the new file.

    `left_out` counts records that were there and could not be told what they are, or fit nothing.
    """

    name: str
    image: bytes
    rows: int
    cards: int
    cards_known: int
    doubtful: tuple[Key, ...]
    left_out: int

    def sentence(self) -> str:
        """What came back, in words."""
        cards = ngettext(
            "{n} of {known} card came back.", "{n} of {known} cards came back.", self.cards_known
        ).format(n=self.cards, known=self.cards_known)
        doubtful = ngettext(
            "{n} thing could not be read for certain and is marked.",
            "{n} things could not be read for certain and are marked.",
            len(self.doubtful),
        ).format(n=len(self.doubtful))
        left_out = ngettext(
            "{n} piece could not be told what it was.",
            "{n} pieces could not be told what they were.",
            self.left_out,
        ).format(n=self.left_out)
        said = [cards]
        said += [doubtful] if self.doubtful else []
        said += [left_out] if self.left_out else []
        return " ".join([*said, _("What could be undone stays behind.")])

    def save(self, to: Path) -> None:
        """Write the new workshop; raises a FileRefusal, FileIsThere among them."""
        publish(self.image, to.resolve(), THERE_IS_NONE)


def rescue(path: Path, today: date) -> Rescued:
    """Read what can be read; raises a FileRefusal when there is nothing of ours in it."""
    data = file.read(path)
    if not data:
        raise refusals.EmptyFile(path.name)
    found, unclear = sort(carve(data))
    if not any(row.is_certain for row in found.values()):
        raise refusals.NothingLeft(path.name)
    return _Rescue(found, today).done(path.name, unclear)


class _Rescue:
    """One rescue on its way: rows by key, and which of them are not as they were written."""

    def __init__(self, found: dict[Key, Found], today: date) -> None:
        self._found = {key: row for key, row in found.items() if key[0] not in _STAYS_BEHIND}
        self._rows: dict[Key, Values] = {}
        self._changed: set[Key] = set()
        self._left_out = 0
        self._made: set[Key] = set()
        self._impossible: set[Key] = set()
        for key, row in self._found.items():
            self._take(key, row)
        self._stand_ins = StandIns(self._rows, today)

    def done(self, name: str, unclear: int) -> Rescued:
        known = len({key for key in self._rows if key[0] == "card"} | self._cards_spoken_of())
        self._ground()
        while self._mend(self._stand_ins.make):
            continue
        self._place_cards()
        self._counters()
        self._own_codes()
        cards = [key for key in self._rows if key[0] == "card" and key not in self._made]
        marked = sorted(self._changed | self._made)
        image = self._image(marked)
        left_out = self._left_out + unclear
        return Rescued(name, image, len(self._rows), len(cards), known, tuple(marked), left_out)

    def _take(self, key: Key, row: Found) -> None:
        values = row.values if readable(row.table, row.values) else _without_riddles(row)
        if values is None or clean(key[1]) != key[1]:
            self._left_out += 1  # an id with a hole in it is nobody's
            return
        self._rows[key] = values
        if not row.is_certain or values is not row.values:
            self._rows[key] = {name: _cleaned(value) for name, value in values.items()}
            self._changed.add(key)

    def _cards_spoken_of(self) -> set[Key]:
        return {
            ("card", str(values["card"]))
            for (table, _id), values in self._rows.items()
            if table in ("round_card", "verbatim") and values["card"] is not None
        }

    def _ground(self) -> None:
        """What everything stands on: the team and a round."""
        for key, make in (
            (("workshop", "workshop"), self._stand_ins.team),
            (("round", "round-1"), self._stand_ins.first_round),
        ):
            if not any(there[0] == key[0] for there in self._rows):
                self._add(key, make())

    def _mend(self, make: Callable[[str, str], Values | None]) -> bool:
        """One round over all references; whether anything had to be done."""
        before = len(self._rows), len(self._changed), self._left_out
        for key in list(self._rows):
            for reference in tables()[key[0]].references:
                there = (reference.table, str(self._rows[key][reference.column]))
                if self._rows[key][reference.column] is None or there in self._rows:
                    continue
                wanted = reference.is_needed or (key[0], reference.column) in _WANTED
                made = make(*there) if wanted and there not in self._impossible else None
                if made is not None:
                    self._add(there, made)
                elif reference.is_needed:
                    self._leave_out(key)
                    break
                else:
                    self._rows[key] = {**self._rows[key], reference.column: None}
                    self._changed.add(key)
        return (len(self._rows), len(self._changed), self._left_out) != before

    def _add(self, key: Key, values: Values) -> None:
        self._rows[key] = values
        self._made.add(key)

    def _leave_out(self, key: Key) -> None:
        self._impossible.add(key)  # or a stand-in that can't stand would be made for ever
        del self._rows[key]
        self._changed.discard(key)
        self._made.discard(key)
        self._left_out += 1

    def _place_cards(self) -> None:
        """A card that stands in no round would never be seen."""
        placed = {values["card"] for key, values in self._rows.items() if key[0] == "round_card"}
        cards = [row_id for table, row_id in self._rows if table == "card"]
        for position, card in enumerate(card for card in cards if card not in placed):
            values = self._stand_ins.place(card, len(placed) + position)
            self._add(("round_card", str(values["id"])), values)

    def _counters(self) -> None:
        """Codes are given once for ever, also when the counter is lost."""
        codes = [int(v["code"] or 0) for key, v in self._rows.items() if key[0] == "card"]
        there = self._rows.get(("counter", "card"), {"last": 0})
        last = max([int(there["last"] or 0), *codes])
        if last != there["last"]:
            self._rows["counter", "card"] = {"id": "card", "last": last}
            self._made.add(("counter", "card"))

    def _own_codes(self) -> None:
        """No two cards have one code: the doubtful one gets another."""
        seen: set[Value] = set()
        cards = sorted(
            (key for key in self._rows if key[0] == "card"), key=self._changed.__contains__
        )
        for key in cards:
            if self._rows[key]["code"] in seen:
                self._rows[key] = {**self._rows[key], "code": self._stand_ins.next_code()}
                self._changed.add(key)
            seen.add(self._rows[key]["code"])

    def _image(self, marked: list[Key]) -> bytes:
        by, connection = new_session(), file.empty("")
        connection.execute("DELETE FROM head")
        seq = 1 + max((row.seq for row in self._found.values()), default=0)
        total = 0
        connection.execute("BEGIN")
        for key, values in [*self._rows.items(), *_marks(marked)]:
            total += content(key[0], values)
            was = self._found.get(key)
            as_it_was = was is not None and was.is_certain and key not in marked
            stamped = (was.seq, was.by) if was is not None and as_it_was else (seq, by)
            record = {**values, **_own(key[0], values, *stamped)}
            connection.execute(statements(key[0], tuple(values))[0], record)
        head: Values = {"id": "head", "digest": wrap(total)}
        connection.execute(
            statements("head", tuple(head))[0], {**head, **_own("head", head, seq, by)}
        )
        connection.execute("COMMIT")
        image = connection.serialize()
        assert not list(problems(connection, VERSION, image))
        connection.close()
        return image


def _cleaned(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


def _own(table: str, values: Values, seq: int, by: str) -> Values:
    return {"seq": seq, "by": by, "seal": wrap(content(table, values) + stamp(seq, by))}


def _marks(marked: list[Key]) -> list[tuple[Key, Values]]:
    made: list[tuple[Key, Values]] = []
    for table, row_id in marked:
        if table == "counter":
            continue  # a number that nobody reads
        mark: dict[str, Value] = {"id": new_id(), "tbl": table, "row": row_id, "settled_on": None}
        made.append((("doubtful", str(mark["id"])), mark))
    return made


def _without_riddles(row: Found) -> Values | None:
    """The row without the fields that nobody could show; None when it can't do without them."""
    values = dict(row.values)
    for column in row.table.columns:
        if not column.is_needed and not readable(row.table, values):
            values[column.name] = None
    return values if readable(row.table, values) else None
