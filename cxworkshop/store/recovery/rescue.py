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
from cxworkshop.model import RoundId, Team
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import THERE_IS_NONE, publish
from cxworkshop.store.recovery.carve import carve
from cxworkshop.store.recovery.identify import (
    Identified,
    IdentifiedRow,
    Key,
    Reference,
    identify,
    tables,
)
from cxworkshop.store.recovery.placeholders import Placeholders
from cxworkshop.store.recovery.repair import RowRepair, is_sound, round_number, rounds_in
from cxworkshop.store.tables.checks import problems
from cxworkshop.store.tables.codec import Value, Values, content, stamp, statements, wrap
from cxworkshop.store.tables.migrations import VERSION

_STAYS_BEHIND = ("head", "edit", "edit_row")
# A card without words would be lost among the praise, so words whose card is gone get another; a
# pick of nothing can't be shown; cards that were put together stay together.
_WANTED = (
    ("verbatim", "card"),
    ("pick", "card"),
    ("pick", "card_group"),
    ("round_card", "card_group"),
)


@dataclass(frozen=True)
class RescueResult:
    """What came back. `cards` of the `cards_known`; `doubtful` rows are marked in the new file.

    `left_out` counts records that were there and could not be told what they are, or fit nothing;
    `foreign` those of another workshop, whose bytes got into this file.
    """

    name: str
    image: bytes
    rows: int
    cards: int
    cards_known: int
    doubtful: tuple[Key, ...]
    left_out: int
    foreign: int

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
        foreign = ngettext(
            "{n} piece is another workshop’s and was left out.",
            "{n} pieces are another workshop’s and were left out.",
            self.foreign,
        ).format(n=self.foreign)
        said = [cards]
        said += [doubtful] if self.doubtful else []
        said += [left_out] if self.left_out else []
        said += [foreign] if self.foreign else []
        return " ".join([*said, _("What could be undone stays behind.")])

    def save(self, to: Path) -> None:
        """Write the new workshop; raises a FileRefusal, FileIsThere among them."""
        publish(self.image, to.resolve(), THERE_IS_NONE)


def rescue(path: Path, today: date) -> RescueResult:
    """Read what can be read; raises a FileRefusal when there is nothing of ours in it."""
    data = file.read(path)
    if not data:
        raise refusals.EmptyFile(path.name)
    found = identify(carve(data))
    if not any(row.is_certain for row in found.rows.values()):
        raise refusals.NothingLeft(path.name)
    return _Rescue(found, today).done(path.name)


class _Rescue:
    """One rescue on its way: rows by key, and which of them are not as they were written."""

    def __init__(self, sorted_: Identified, today: date) -> None:
        found, self._foreign = sorted_.rows, sorted_.foreign
        self._seq = 1 + max((row.seq for row in found.values() if row.is_certain), default=0)
        self._found = {key: row for key, row in found.items() if key[0] not in _STAYS_BEHIND}
        self._today = today
        self._rows: dict[Key, Values] = {}
        self._changed: set[Key] = set()
        self._left_out = sorted_.untold
        self._made: set[Key] = set()
        self._impossible: set[Key] = set()
        self._rounds = rounds_in(self._found.values())
        self._take_all()
        newest = max(self._rounds, key=lambda name: round_number(name) or 0)
        self._stand_ins = Placeholders(self._rows, RoundId(newest), today)

    def done(self, name: str) -> RescueResult:
        known = len({key for key in self._rows if key[0] == "card"} | self._cards_spoken_of())
        self._ground()
        while self._mend():
            continue
        self._place_cards()
        self._own_codes()
        self._own_letters()
        self._counters()
        cards = [key for key in self._rows if key[0] == "card" and key not in self._made]
        marked = sorted(key for key in self._changed | self._made if key[0] != "counter")
        image = self._image(marked)
        return RescueResult(
            name,
            image,
            rows=len(self._rows),
            cards=len(cards),
            cards_known=known,
            doubtful=tuple(marked),
            left_out=self._left_out,
            foreign=self._foreign,
        )

    def _take_all(self) -> None:
        """Certain rows first: they say what the others may be."""
        doubtful: list[IdentifiedRow] = []
        for key, row in self._found.items():
            if row.is_certain and is_sound(row.table, row.values):
                self._rows[key] = row.values
            elif key[0] != "counter":  # a wrong one would give away codes by the thousand
                doubtful.append(row)
        sense = RowRepair(self._rounds, frozenset(self._rows))
        for row in doubtful:
            values = sense.made_of(row.table, row.values, self._today)
            key = (row.table.name, str(values["id"])) if values else row.key
            if values is None or key in self._rows:
                self._left_out += 1
                continue
            self._rows[key] = values
            self._changed.add(key)

    def _cards_spoken_of(self) -> set[Key]:
        return {
            ("card", str(values["card"]))
            for (table, _id), values in self._rows.items()
            if table in ("round_card", "verbatim") and values["card"] is not None
        }

    def _ground(self) -> None:
        """What everything stands on: the team and the rounds."""
        if ("workshop", Team.id) not in self._rows:
            self._add(("workshop", Team.id), self._stand_ins.team())
        for name in self._rounds:
            if ("round", name) not in self._rows:
                made = self._stand_ins.make("round", name, {})
                assert made is not None  # `_rounds` knows no other names
                self._add(("round", name), made)

    def _mend(self) -> bool:
        """One turn over all references; whether anything had to be done."""
        before = len(self._rows), len(self._changed), self._left_out
        for key in list(self._rows):
            for reference in tables()[key[0]].references:
                there = (reference.table, str(self._rows[key][reference.column]))
                if self._rows[key][reference.column] is None or there in self._rows:
                    continue
                made = self._stand_in(key, reference, there)
                if made is not None:
                    self._add(there, made)
                elif reference.is_needed:
                    self._leave_out(key)
                    break
                else:
                    self._rows[key] = {**self._rows[key], reference.column: None}
                    self._changed.add(key)
        return (len(self._rows), len(self._changed), self._left_out) != before

    def _stand_in(self, key: Key, reference: Reference, there: Key) -> Values | None:
        wanted = reference.is_needed or (key[0], reference.column) in _WANTED
        if not wanted or there in self._impossible:
            return None
        if key[0] == "round_card" and there[0] == "card_group" and key in self._changed:
            return None  # what a doubtful place says of its group is no reason to make one
        return self._stand_ins.make(*there, self._rows[key])

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
        self._own("card", lambda values: values["code"], lambda _v: self._stand_ins.next_code())

    def _own_letters(self) -> None:
        """Nor have two groups of a round one letter."""
        stand_ins = self._stand_ins
        self._own(
            "card_group",
            lambda values: values["letter"] and f"{values['round']} {values['letter']}",
            lambda values: stand_ins.next_letter(str(values["round"])),
        )

    def _own(
        self, table: str, said: Callable[[Values], Value], other: Callable[[Values], Value]
    ) -> None:
        column = "code" if table == "card" else "letter"
        seen: set[Value] = set()
        keys = [key for key in self._rows if key[0] == table]
        for key in sorted(keys, key=self._changed.__contains__):
            values = self._rows[key]
            if not said(values) or said(values) in seen:
                values = self._rows[key] = {**values, column: other(values)}
                self._changed.add(key)
            seen.add(said(values))

    def _image(self, marked: list[Key]) -> bytes:
        by, connection = new_session(), file.empty("")
        connection.execute("DELETE FROM head")
        seq, total, unsure = self._seq, 0, frozenset(marked)
        connection.execute("BEGIN")
        for key, values in [*self._rows.items(), *_marks(marked)]:
            total += content(key[0], values)
            was = self._found.get(key)
            as_it_was = was is not None and was.is_certain and key not in unsure
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


def _own(table: str, values: Values, seq: int, by: str) -> Values:
    return {"seq": seq, "by": by, "seal": wrap(content(table, values) + stamp(seq, by))}


def _marks(marked: list[Key]) -> list[tuple[Key, Values]]:
    made: list[tuple[Key, Values]] = []
    for table, row_id in marked:
        mark: dict[str, Value] = {"id": new_id(), "tbl": table, "row": row_id, "settled_on": None}
        made.append((("doubtful", str(mark["id"])), mark))
    return made
