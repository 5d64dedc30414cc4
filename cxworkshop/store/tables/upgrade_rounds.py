"""Bring the rounds of formats 1 and 2 into today's form, as far as their rows tell what happened.

They copied every card's place, and every group, into each new round: what did not change goes, and
the copies of a group become one group. A pick that got another 30 days was one pick in two rounds,
overwritten when the second began: it becomes two, the first as it was when the second began.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cxworkshop.model import Left

Values = dict[str, Any]
Tables = dict[str, list[Values]]
Key = tuple[str, str]  # a table and an id

_OF_PICK = ("judgement", "override", "helper", "licence", "frozen_verbatim", "first_step",
            "blocker", "day_30_check", "staff_test")  # fmt: skip
_NAMED_BY_PICK = ("judgement", "helper", "licence", "frozen_verbatim", "day_30_check", "staff_test")


@dataclass
class OlderJournal:
    """What the journal of an older format tells: on which day a row was new, and what it was."""

    new_on: dict[Key, str] = field(default_factory=dict)
    before_round: dict[tuple[str, str], Values] = field(default_factory=dict)

    @classmethod
    def read(cls, tables: Tables) -> OlderJournal:
        """Read the edits that were not undone; `before_round` is keyed by round and pick."""
        found = cls()
        notes: defaultdict[str, list[Values]] = defaultdict(list)
        for note in tables["edit_row"]:
            notes[note["edit"]].append(note)
        for edit in sorted(tables["edit"], key=lambda row: row["id"]):
            if edit["state"] == 0:
                found._take(edit["day"], notes[edit["id"]])
        return found

    def _take(self, day: str, notes: list[Values]) -> None:
        new = [note for note in notes if note["other"] is None]
        for note in new:
            self.new_on.setdefault((note["tbl"], note["row"]), day)
        for begun in (note["row"] for note in new if note["tbl"] == "round"):
            for note in notes:
                if note["tbl"] == "pick" and note["other"] is not None:
                    self.before_round.setdefault((begun, note["row"]), json.loads(note["other"]))


def upgrade_rounds(tables: Tables) -> None:
    """Change the rows of a workshop, given by table; the journal's are only read."""
    journal = OlderJournal.read(tables)
    rounds = sorted(tables["round"], key=lambda row: row["number"])
    _Groups(tables, rounds).upgrade()
    _Picks(tables, rounds, journal).upgrade()
    for blocker in tables["blocker"]:
        blocker["came_up_on"] = journal.new_on.get(("blocker", blocker["id"].partition("~")[0]))
    for position, blocker in enumerate(sorted(tables["blocker"], key=lambda row: row["id"])):
        blocker["position"] = position


class _Groups:
    """Makes one group of its copies, and drops places and states that say nothing new."""

    def __init__(self, tables: Tables, rounds: list[Values]) -> None:
        self._tables, self._rounds = tables, rounds
        self._places: defaultdict[str, dict[str, Values]] = defaultdict(dict)
        for place in tables["round_card"]:
            self._places[place["round"]][place["card"]] = place
        self._groups: defaultdict[str, list[Values]] = defaultdict(list)
        for group in tables["card_group"]:
            self._groups[group["round"]].append(group)
        self._roots = self._find_roots()

    def upgrade(self) -> None:
        states, places = list(self._states()), list(self._changed_places())
        self._tables["round_group"] = states
        self._tables["round_card"] = places
        self._tables["card_group"] = [
            {**_stamped(group), "first_round": group["round"], "letter": group["letter"]}
            for group in self._tables["card_group"]
            if self._roots[group["id"]] == group["id"]
        ]
        for table in ("pick", "ballot"):
            for row in self._tables[table]:
                row["card_group"] = self._root(row["card_group"])
        for ballot in self._tables["ballot"]:
            ballot["id"] = f"{ballot['round']}/{ballot['card'] or ballot['card_group']}/ballot"

    def _root(self, group: str | None) -> str | None:
        return self._roots.get(group, group) if group else None

    def _find_roots(self) -> dict[str, str]:
        """For each group the first of its copies, by letter and by what they have in common."""
        roots: dict[str, str] = {}
        before: dict[str, Values] = {}
        for round_ in self._rounds:
            now = {group["letter"]: group for group in self._groups[round_["id"]]}
            for letter, group in now.items():
                parent = before.get(letter)
                same = parent is not None and self._are_same(parent, group)
                roots[group["id"]] = roots[parent["id"]] if parent and same else group["id"]
            before = now
        return roots

    def _are_same(self, one: Values, later: Values) -> bool:
        cards = self._cards_of(one) & self._cards_of(later)
        return bool(cards) or one["headline"] == later["headline"]

    def _cards_of(self, group: Values) -> set[str]:
        places = self._places[group["round"]].values()
        return {place["card"] for place in places if place["card_group"] == group["id"]}

    def _states(self) -> Iterator[Values]:
        standing: dict[str, Values] = {}
        for round_ in self._rounds:
            there = {self._roots[group["id"]]: group for group in self._groups[round_["id"]]}
            for root, group in there.items():
                state = self._state(group, root, round_["id"])
                if _says_the_same(state, standing.get(root)):
                    continue
                standing[root] = state
                yield state
            for root in [root for root in standing if root not in there]:
                ended = standing.pop(root)
                if ended["set_aside_on"] is None:  # it was not carried on
                    name = f"{round_['id']}/{root}"
                    gone = {"id": name, "round": round_["id"]}
                    yield {**ended, **gone, "set_aside_on": round_["started_on"]}

    def _state(self, group: Values, root: str, round_id: str) -> Values:
        own = {"id": f"{round_id}/{root}", "round": round_id, "card_group": root}
        kept = {name: group[name] for name in ("headline", "position", "set_aside_on")}
        return {**_stamped(group), **own, **kept}

    def _changed_places(self) -> Iterator[Values]:
        standing: dict[str, Values] = {}
        for round_ in self._rounds:
            there = self._places[round_["id"]]
            for card, old in there.items():
                place = {**old, "card_group": self._root(old["card_group"]), "left": None}
                if not _says_the_same(place, standing.get(card)):
                    standing[card] = place
                    yield place
            for card, place in standing.items():
                if card not in there and place["set_aside_on"] is None and place["left"] is None:
                    own = {"id": f"{round_['id']}/{card}", "round": round_["id"]}
                    standing[card] = {**place, **own, "left": Left.KEPT.value}
                    yield standing[card]


class _Picks:
    """Gives each round its own picks, and says which continues which."""

    def __init__(self, tables: Tables, rounds: list[Values], journal: OlderJournal) -> None:
        self._tables, self._journal = tables, journal
        self._numbers = {row["id"]: row["number"] for row in rounds}
        self._started = {row["id"]: row["started_on"] for row in rounds}
        self._tests = {row["id"]: row["pick"] for row in tables["staff_test"]}
        self._talks = {row["id"]: self._numbers[row["round"]] for row in tables["conversation"]}
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
            if slot["pick"] == pick["id"] and slot["round"] != pick["round"]
        }
        rounds = [pick["round"], *sorted(later, key=self._numbers.__getitem__)]
        subject = pick["card"] or pick["card_group"]
        turns: list[_Turn] = []
        for place, round_id in enumerate(rounds):
            until = rounds[place + 1] if place + 1 < len(rounds) else None
            row = self._row(pick, round_id, until)
            row |= {"id": f"{round_id}/{subject}", "round": round_id}
            row["continues"] = turns[-1].row["id"] if turns else None
            row["picked_on"] = self._picked_on(pick, round_id)
            turns.append(_Turn(row, self._started[round_id] if place else "", until))
        for turn in turns:
            turn.ends_on = self._started[turn.until] if turn.until else ""
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
        started = self._started[round_id]
        known = {"check_on": due[0], "locked_on": started} if due else {}
        return {**pick, "start_on": started, **known, "we_did": ""}

    def _picked_on(self, pick: Values, round_id: str) -> str | None:
        if round_id != pick["round"]:
            return str(self._started[round_id])
        return self._journal.new_on.get(("pick", pick["id"]))

    def _shared_out(self, table: str, row: Values, turns: list[_Turn]) -> Iterator[Values]:
        """A row of the plan under each pick that it belongs to, with a name of its own."""
        for place, turn in enumerate(turns):
            if not self._belongs(table, row, turn, is_last=place == len(turns) - 1):
                continue
            name = _renamed(table, row, turn.row["id"])
            if table not in _NAMED_BY_PICK and place:
                name = f"{name}~{self._numbers[turn.row['round']]}"
            self._names.setdefault((table, row["id"]), name)
            yield {**turn.as_it_was(row), "id": name, "pick": turn.row["id"]}

    def _belongs(self, table: str, row: Values, turn: _Turn, *, is_last: bool) -> bool:
        if table == "day_30_check":
            return bool(row["round"] == turn.row["round"])
        if table == "staff_test":
            day = row["asked_on"]
            return is_last if day is None else turn.had(day)
        if table == "frozen_verbatim":
            is_early = self._said_in.get(row["verbatim"], 0) <= self._numbers[turn.row["round"]]
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
            slot["pick"] = ids[slot["round"], subjects[slot["pick"]]]

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
        for pick in sorted(self._new["pick"], key=lambda row: self._numbers[row["round"]]):
            subject = pick["card"] or pick["card_group"]
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


def _says_the_same(row: Values, standing: Values | None) -> bool:
    names = ("card_group", "headline", "position", "set_aside_on", "left")
    return standing is not None and all(row.get(name) == standing.get(name) for name in names)


def _stamped(row: Values) -> Values:
    return {name: row[name] for name in ("id", "seq", "by")}
