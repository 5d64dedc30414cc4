"""Give each round its own picks, and say which continues which.

In formats 1 and 2 a pick that got another 30 days was one pick in two rounds, overwritten when the
second began. It becomes two, the first as it was when the second began.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxworkshop.store.tables.older_journal import Key, OlderJournal, Tables, Values

_OF_PICK = ("judgement", "override", "helper", "licence", "frozen_verbatim", "first_step",
            "blocker", "day_30_check", "staff_test")  # fmt: skip
_NAMED_BY_PICK = ("judgement", "helper", "licence", "frozen_verbatim", "day_30_check", "staff_test")


class PicksUpgrade:
    """The picks of one workshop, with all that belongs to them."""

    def __init__(self, tables: Tables, rounds: list[Values], journal: OlderJournal) -> None:
        self._tables, self._journal = tables, journal
        self._numbers = {row["id"]: int(row["number"]) for row in rounds}
        self._started = {row["id"]: row["started_on"] for row in rounds}
        self._tests = {row["id"]: row["pick"] for row in tables["staff_test"]}
        self._talks = {row["id"]: self._number(row["round"]) for row in tables["conversation"]}
        self._said_in = {
            row["id"]: self._talks.get(row["conversation"], 0) for row in tables["verbatim"]
        }
        self._new: Tables = {name: [] for name in (*_OF_PICK, "pick")}
        self._names: dict[Key, str] = {}  # what checks and tests are called now

    def upgrade(self) -> None:
        of_pick = {table: _by_pick(self._tables[table]) for table in _OF_PICK}
        for pick in self._tables["pick"]:
            turns = self._turns(pick)
            for turn in turns:
                self._new["pick"].append(turn.row)
            for table in _OF_PICK:
                for row in of_pick[table][pick["id"]]:
                    self._new[table] += self._shared_out(table, row, turns)
        self._name_slots()
        self._tables.update(self._new)
        self._refer_anew()
        self._say_what_continues()

    def _turns(self, pick: Values) -> list[_Turn]:
        """The pick of its own round and, where it got another 30 days, those of later rounds."""
        later = {
            slot["round"]
            for slot in self._tables["slot"]
            if slot["pick"] == pick["id"] and self._number(slot["round"]) > self._of(pick)
        }
        rounds = [pick["round"], *sorted(later, key=self._number)]
        subject = pick["card"] or pick["card_group"]
        turns: list[_Turn] = []
        for place, round_id in enumerate(rounds):
            until = rounds[place + 1] if place + 1 < len(rounds) else None
            row = self._row(pick, round_id, until)
            row |= {"id": f"{round_id}/{subject}", "round": round_id}
            row["continues"] = turns[-1].row["id"] if turns else None
            row["picked_on"] = self._picked_on(pick, round_id)
            turns.append(_Turn(row, self._started_on(round_id) if place else "", until))
        for turn in turns:
            turn.ends_on = self._started_on(turn.until) if turn.until else ""
        return turns

    def _row(self, pick: Values, round_id: str, until: str | None) -> Values:
        """The pick as it was when the round `until` began; as it is, for its last."""
        if until is None:
            return dict(pick)
        was = self._journal.before_round.get((until, pick["id"]))
        if was is not None:
            return {**pick, **was, "card_group": pick["card_group"]}
        checks = [row for row in self._tables["day_30_check"] if row["pick"] == pick["id"]]
        due = [row["due_on"] for row in checks if row["round"] == round_id]
        started = self._started.get(round_id)
        known = {"check_on": due[0], "locked_on": started} if due else {}
        return {**pick, "start_on": started, **known, "we_did": ""}

    def _picked_on(self, pick: Values, round_id: str) -> str | None:
        if round_id != pick["round"]:
            return self._started.get(round_id)
        return self._journal.new_on.get(("pick", pick["id"]))

    def _shared_out(self, table: str, row: Values, turns: list[_Turn]) -> Iterator[Values]:
        """A row of the plan under each pick that it belongs to, with a name of its own."""
        for place, turn in enumerate(turns):
            if not self._belongs(table, row, turn, is_last=place == len(turns) - 1):
                continue
            name = _renamed(table, row, turn.row["id"])
            if table not in _NAMED_BY_PICK and place:
                name = f"{name}~{self._of(turn.row)}"
            self._names.setdefault((table, row["id"]), name)
            yield {**turn.as_it_was(row), "id": name, "pick": turn.row["id"]}

    def _belongs(self, table: str, row: Values, turn: _Turn, *, is_last: bool) -> bool:
        if table == "day_30_check":
            return bool(row["round"] == turn.row["round"] or (is_last and not turn.begins_on))
        if table == "staff_test":
            day = row["asked_on"]
            return is_last if day is None else turn.had(day)
        if table == "frozen_verbatim":
            is_early = self._said_in.get(row["verbatim"], 0) <= self._of(turn.row)
            return bool(turn.row["locked_on"]) and is_early
        if table in ("first_step", "blocker"):
            new_on = self._journal.new_on.get((table, row["id"]), "")
            done_on = row["done_on"] if table == "first_step" else row["removed_on"]
            return turn.overlaps(new_on, done_on)
        return table != "override" or not turn.begins_on

    def _name_slots(self) -> None:
        ids = {(row["round"], row["card"] or row["card_group"]): row["id"]
               for row in self._new["pick"]}  # fmt: skip
        subjects = {row["id"]: row["card"] or row["card_group"] for row in self._tables["pick"]}
        for slot in self._tables["slot"]:
            subject = subjects.get(slot["pick"])
            slot["pick"] = ids.get((slot["round"], subject), slot["pick"])

    def _number(self, round_id: str) -> int:
        return self._numbers.get(round_id, 0)

    def _of(self, pick: Values) -> int:
        return self._number(pick["round"])

    def _started_on(self, round_id: str) -> str:
        return str(self._started.get(round_id) or "")

    def _refer_anew(self) -> None:
        for talk in self._tables["conversation"]:
            check = talk["day_30_check"]
            talk["day_30_check"] = self._names.get(("day_30_check", check), check)
        for table in ("test_answer", "fix"):
            for row in self._tables[table]:
                test = row["staff_test"]
                row["staff_test"] = self._names.get(("staff_test", test), test)
        for check in self._tables["day_30_check"]:
            check.pop("round", None)

    def _say_what_continues(self) -> None:
        """What was picked again in a later round continues the last pick of the same."""
        in_slots = {slot["pick"] for slot in self._tables["slot"]}
        last: dict[str, str] = {}
        for pick in sorted(self._new["pick"], key=self._of):
            subject = str(pick["card"] or pick["card_group"])
            pick["continues"] = pick["continues"] or last.get(subject)
            if pick["id"] in in_slots:
                last[subject] = pick["id"]


@dataclass
class _Turn:
    """A pick in one of its rounds: from the day on which that began to the day of the next."""

    row: Values
    begins_on: str  # "" for the first
    until: str | None
    ends_on: str = ""  # "" for the last

    def had(self, day: str) -> bool:
        """Whether something of this day is its own; the day on which a round ends is the old's."""
        return (not self.begins_on or day > self.begins_on) and (
            not self.ends_on or day <= self.ends_on
        )

    def overlaps(self, new_on: str, done_on: str | None) -> bool:
        """Whether something that was new on a day, and done on another, was there in it."""
        begun = not self.ends_on or new_on <= self.ends_on
        return begun and (not self.begins_on or done_on is None or done_on > self.begins_on)

    def as_it_was(self, row: Values) -> Values:
        """The row without what happened to it after this turn."""
        for name in ("done_on", "removed_on"):
            day = row.get(name)
            if day and self.ends_on and day > self.ends_on and "due_on" not in row:
                return {**row, name: None}
        return row


def _by_pick(rows: Iterable[Values]) -> defaultdict[str, list[Values]]:
    found: defaultdict[str, list[Values]] = defaultdict(list)
    for row in rows:
        found[row["pick"]].append(row)
    return found


def _renamed(table: str, row: Values, pick: str) -> str:
    if table not in _NAMED_BY_PICK:
        return str(row["id"])
    return pick + str(row["id"]).removeprefix(str(row["pick"]))
