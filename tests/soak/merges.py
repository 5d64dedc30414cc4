"""Random laptops are merged: nothing is lost without a word, and the order does not matter."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import Self

from cxworkshop.errors import Refusal
from cxworkshop.model import NOUNS, ImportBatch, PickId, PrintedCode, Slot
from cxworkshop.services.import_reading import ImportFile
from cxworkshop.store.disk.file import copy_of
from cxworkshop.store.disk.resume import OpenedFile
from cxworkshop.store.disk.session import Session
from cxworkshop.store.merging.applying import apply_merge
from cxworkshop.store.merging.plan import MergePlan, plan_merge
from cxworkshop.store.merging.reading import read_sides
from cxworkshop.store.merging.rows import Conflict, RowMerge
from cxworkshop.store.merging.same_things import paired
from cxworkshop.store.merging.side import Key, Side
from cxworkshop.store.merging.units import QUIET, local_places, units
from cxworkshop.store.tables.checks import problems
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import VERSION
from cxworkshop.workshop import Workshop
from tests.soak.histories import Year
from tests.soak.table import Row

BEFORE, AFTER = (4, 30), (1, 9)  # actions before the copies are made, and on each of them
ANSWERS = (
    "Ann Ash,The queue at the counter is far too long",
    "Bo Beech,Nobody said goodbye to me",
    "Cy Cedar,I could not find the right door",
    "Di Dogwood,The form asks it all twice",
)
PAIRS_OF_A_TRIPLE = 40  # of so many pairs one is a triple: 500 of 20,000
# What differs by the order on purpose: which codes are printed, and what merges remember.
_OWN = (ImportBatch, PrintedCode)


class Laptop(Year):
    """A copy of a workshop on another laptop, and what is done there."""

    def __init__(self, seed: object, of: Year) -> None:
        self.chance = random.Random(str(seed))
        self.people, self.finished, self.put_down_of = of.people, set(), 0
        self._finishes_earlier = True
        image = of.workshop._store.image()
        opened = OpenedFile(Session(Path("copy.cxw")), copy_of(image), is_ahead=True)
        self.workshop = Workshop._with(opened, of.workshop.today)

    def work(self, *, undoes: bool = True) -> Self:
        """What a person does on it in a while."""
        for _n in range(self.chance.randint(*AFTER)):
            with suppress(Refusal):
                if self.chance.random() < 0.3:
                    self.do_the_same()
                if undoes and self.chance.random() < 0.1:
                    self.workshop.undo()
                elif self.chance.random() < 0.4:
                    self.change_words()
                else:
                    self.act()
        return self

    def do_the_same(self) -> None:
        """What two people may both do, not knowing of one another."""
        said = "\n".join(("Name,What could be better?", *self.chance.sample(ANSWERS, 3)))
        file = ImportFile("answers.csv", said.encode())
        take = self.workshop.importing
        ways = (
            lambda: take.take(take.prepare(file), sure=True),
            self._name_somebody,
            lambda: self.workshop.prepare.agenda.add(1, "Thanks", self.chance.choice((5, 10))),
        )
        self.chance.choice(ways)()

    def _name_somebody(self) -> None:
        """Type a name, unless somebody has it who may be called otherwise by now."""
        name, people = self.chance.choice(("Dora", "Emil")), self.workshop.people
        if not any(one.startswith(name) for one in people.names()):
            people.find_or_add(name)

    def _rename_somebody(self) -> None:
        somebody = self.chance.choice(self.workshop.people.all())
        name = f"{somebody.name.split()[0]} {self.chance.randint(1, 5)}"
        self.workshop.people.rename(somebody.id, name)

    def change_words(self) -> None:
        """What two people are most likely to do both: headlines, names, plans."""
        word = f"Words {self.chance.randint(1, 5)}"
        cards, better = self._cards(), self.workshop.make_better
        ways = (
            lambda: self.workshop.big_list.set_card_headline(self.chance.choice(cards[:3]), word),
            lambda: self.workshop.prepare.rename_team(word),
            self._rename_somebody,
            lambda: self.workshop.prepare.call_customers(word),
            lambda: self.workshop.pick.set_deciders(
                self.chance.sample(self.people, self.chance.randint(0, 2))
            ),
            lambda: self.workshop.share.say_on_poster(self._any_pick(), word),
            lambda: self._choose_quote(self._any_pick()),
            lambda: better.set_words(self._any_pick(), promise_we=word),
            lambda: better.set_words(self._any_pick(), expectation=word),
            lambda: better.assign_owner(self._any_pick(), self.chance.choice(self.people)),
            lambda: self.workshop.big_list.rename(
                self.chance.choice(self.workshop.big_list.board().groups).id, word
            ),
        )
        with suppress(IndexError):  # there are no groups yet
            self.chance.choice(ways)()

    def _choose_quote(self, pick: PickId) -> None:
        said = self.chance.choice(self.workshop.make_better.quotes.said_of(pick))
        part = (said.words or "").split()[0] if self.chance.random() < 0.5 else ""
        self.workshop.make_better.quotes.choose(pick, said.verbatim, part)


def sides(into: Laptop, other: Laptop) -> tuple[Side, Side]:
    """Both as a merge reads them."""
    ours, theirs = into.workshop._store, other.workshop._store
    return read_sides((ours.connection, "A"), (theirs.connection, "B"))


def merge(into: Laptop, other: Laptop) -> MergePlan:
    """Merge as the program does."""
    plan = plan_merge(*sides(into, other))
    apply_merge(into.workshop._store, plan, "Merge", "B.cxw", into.workshop.today)
    return plan


def contents(laptop: Laptop, *, slots: bool = True) -> dict[Key, Record]:
    """All rows, without the codes given to newcomers."""
    found: dict[Key, Record] = {}
    for kind in NOUNS:
        if kind in _OWN or (kind is Slot and not slots):
            continue
        names = ", ".join(f'"{name}"' for name in layout(kind.table).columns)
        rows = laptop.workshop._store.connection.execute(f'SELECT {names} FROM "{kind.table}"')
        for row in rows:
            record = list(row)
            for place in local_places(kind.table):
                record[place] = None
            found[kind.table, row[0]] = tuple(record)
    return found


def lost(before: tuple[Side, Side], after: Laptop, plan: MergePlan) -> str:
    """What either laptop had written and nobody sees any more, without a word; "" for nothing.

    Each part of each row stands, or its own laptop wrote it before the other's came, or it is
    listed among what they disagree on, or the row was taken away on purpose.
    """
    ours, theirs = before
    told = {(one.key.table, one.key.row) for one in plan.conflicts}
    now = contents(after)
    for side, other in ((ours, theirs), (theirs, ours)):
        for table, rows in side.tables.items():
            for row_id, row in rows.items():
                key = (table, row_id)
                if table in {kind.table for kind in (*_OWN, Slot)} or key in told:
                    continue
                if other.knows(row.version):
                    continue  # the other has seen it, and gone on from it
                if key not in now:
                    return f"{key} is gone"
                if not _stands(key, side, now[key], other):
                    return f"{key} says {now[key]}, not {row.record}"
    return ""


def _stands(key: Key, side: Side, now: Record, other: Side) -> bool:
    """Whether what one has written stands, part by part, but for what the other went on from."""
    wrote = side.tables[key[0]][key[1]].record
    quiet = [n for n, name in enumerate(layout(key[0]).columns) if name in QUIET]
    return all(
        all(wrote[n] == now[n] for n in unit.places if n not in quiet)
        or other.knows(side.version_of(key, unit))
        or unit.name == "set_aside_on"  # a group follows its cards
        for unit in units(key[0])
    )


def keeps_losers(laptop: Laptop, conflicts: list[Conflict]) -> bool:
    """Whether the history has what was not taken."""
    past = laptop.workshop._store.past
    for one in conflicts:
        if one.ours is None or one.theirs is None:
            continue
        known = {*past.former(one.key.table, one.key.row)}
        stands = laptop.workshop._store._ledger().stored(one.key.table, one.key.row)
        assert stands is not None
        place = [layout(one.key.table).columns.index(name) for name in one.columns]
        said = {tuple(record[n] for n in place) for record in (*known, stands.record)}
        for record in (one.ours, one.theirs):
            if tuple(record[n] for n in place) not in said:
                return False
    return True


def try_pair(seed: object, found: Counter[str]) -> str:
    """What was wrong with one pair, merged both ways, again, and undone; "" for nothing."""
    with Year(f"{seed}/base") as base:
        for _n in range(base.chance.randint(*BEFORE)):
            base.act()
        a, b = Laptop(f"{seed}/a", base).work(), Laptop(f"{seed}/b", base).work()
        b.workshop.today = a.workshop.today = max(a.workshop.today, b.workshop.today)
        c, d = Laptop("", a), Laptop("", b)
        try:
            return _wrong_pair(a, b, (d, c), found)
        finally:
            for one in (a, b, c, d):
                one.workshop.file.leave()


def _wrong_pair(a: Laptop, b: Laptop, back: tuple[Laptop, Laptop], found: Counter[str]) -> str:
    both, was = sides(a, b), contents(a)
    before = paired(*both)[:2]
    plan, other = merge(a, b), merge(*back)
    found["conflicts"] += len(plan.conflicts)
    found["rows"] += plan.added.total() + plan.changed.total()
    store = a.workshop._store
    checks = (
        lambda: next(problems(store.connection, VERSION, store.image()), ""),
        lambda: lost(before, a, plan),
        lambda: _differ(len(plan.conflicts), len(other.conflicts), "other conflicts back"),
        lambda: "" if keeps_losers(a, plan.conflicts) else "a loser is not in the history",
        lambda: _differ(contents(a), contents(back[0]), "not the same the other way round"),
        lambda: _again(a, b),
        lambda: "" if plan.is_empty else _undone(a, was),
    )
    return next(filter(None, (check() for check in checks)), "")


def _differ(one: object, other: object, what: str) -> str:
    return "" if one == other else what


def _again(a: Laptop, b: Laptop) -> str:
    after = contents(a)
    is_same = merge(a, b).is_empty and contents(a) == after
    return "" if is_same else "not the same when merged again"


def _undone(a: Laptop, was: dict[Key, Record]) -> str:
    after = contents(a)
    a.workshop.undo()
    undone = contents(a)
    a.workshop.redo()
    return _differ((undone, contents(a)), (was, after), "not undone and redone")


def try_triple(seed: object, found: Counter[str]) -> str:
    """What was wrong with three laptops merged in all six orders; "" for nothing."""
    with Year(f"{seed}/base") as base:
        for _n in range(base.chance.randint(*BEFORE)):
            base.act()
        # What one undoes, another takes away and a third still has may come back or not.
        three = [Laptop(f"{seed}/{n}", base).work(undoes=False) for n in range(3)]
        if base.chance.random() < 0.3:  # they have met before, and gone on
            merge(three[0], three[1])
            three[0].work(undoes=False)
        today = max(one.workshop.today for one in three)
        digests, full = [], False
        for first, second, third in permutations(three):
            into = Laptop("", first)
            into.workshop.today = today
            plans = [merge(into, second), merge(into, third)]
            full = full or any(plan.left_out for plan in plans)
            digests.append((contents(into), contents(into, slots=False)))
            into.workshop.file.leave()
        for one in three:
            one.workshop.file.leave()
        found["triples"] += 1
        # Which three of four picks stay may depend on the order.
        same = [without if full else whole for whole, without in digests]
        return "" if all(one == same[0] for one in same) else "another digest in another order"


def run(times: int, seed: int) -> list[Row]:
    """Merge so many pairs, and a fortieth of that triples."""
    found: Counter[str] = Counter()
    pairs = [try_pair(f"{seed}/{n}", found) for n in range(times)]
    wrong = [(n, said) for n, said in enumerate(pairs) if said]
    triples = [
        try_triple(f"{seed}/{n}/three", found) for n in range(max(1, times // PAIRS_OF_A_TRIPLE))
    ]
    wrong_triples = [(n, said) for n, said in enumerate(triples) if said]
    missed = 0 if _sees_a_fault(seed) else 1
    note = _note(wrong) or f"{found['rows']} rows, {found['conflicts']} conflicts"
    three, in_order = "three laptops in all six orders", _note(wrong_triples)
    return [
        Row("two laptops merged, again, back, undone", len(pairs), len(wrong), note),
        Row(three, len(triples), len(wrong_triples), in_order),
        Row("planted: a merge that drops changes", 1, missed),
    ]


def _sees_a_fault(seed: int) -> bool:
    """Whether it is noticed when a merge drops what the other laptop has changed."""
    right = RowMerge.merged
    RowMerge.merged = lambda *_given: None
    try:
        return any(try_pair(f"{seed}/fault {n}", Counter()) for n in range(12))
    finally:
        RowMerge.merged = right


def _note(wrong: list[tuple[int, str]]) -> str:
    return "; ".join(f"{n}: {said}" for n, said in wrong[:3])
