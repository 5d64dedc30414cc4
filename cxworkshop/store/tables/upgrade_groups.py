"""Make one group of its copies, and drop places and states that say nothing new.

Formats 1 and 2 copied every card's place, and every group, into each new round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cxworkshop.model import Left
from cxworkshop.store.tables.older_journal import Tables, Values

_SOME_DAY = "2000-01-01"  # where the day on which a round began is lost


class GroupsUpgrade:
    """The groups and places of one workshop."""

    def __init__(self, tables: Tables, rounds: list[Values], *, is_whole: bool) -> None:
        self._tables, self._rounds, self._is_whole = tables, rounds, is_whole
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
                if self._is_whole and ended["set_aside_on"] is None:  # it was not carried on
                    name = f"{round_['id']}/{root}"
                    gone = {"id": name, "round": round_["id"]}
                    yield {**ended, **gone, "set_aside_on": round_["started_on"] or _SOME_DAY}

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
                if self._is_whole and card not in there and _is_on_list(place):
                    own = {"id": f"{round_['id']}/{card}", "round": round_["id"]}
                    standing[card] = {**place, **own, "left": Left.KEPT.value}
                    yield standing[card]


def _is_on_list(place: Values) -> bool:
    return place["set_aside_on"] is None and place["left"] is None


def _says_the_same(row: Values, standing: Values | None) -> bool:
    names = ("card_group", "headline", "position", "set_aside_on", "left")
    return standing is not None and all(row.get(name) == standing.get(name) for name in names)


def _stamped(row: Values) -> Values:
    """Its id and what says where it comes from, also for a rescue."""
    return {name: row[name] for name in ("id", "seq", "by", "_certain", "_page") if name in row}
