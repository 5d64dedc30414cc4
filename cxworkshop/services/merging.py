"""Merge another laptop's copy of this workshop into it: plan, choose, do it in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, n_, ngettext, with_commas
from cxworkshop.model import Card, CardGroup, Customer, Team, Verbatim
from cxworkshop.queries.room import refuse_more
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first
from cxworkshop.services.merge_words import ConflictLine, MergeWords
from cxworkshop.services.privacy import Privacy
from cxworkshop.stops.stop import Stop
from cxworkshop.store.disk.resume import OpenedFile, open_readonly
from cxworkshop.store.merging.applying import apply_merge
from cxworkshop.store.merging.forgetting import forgotten_customers
from cxworkshop.store.merging.newcomers import Renumbered
from cxworkshop.store.merging.plan import MergePlan, plan_merge
from cxworkshop.store.merging.reading import read_sides
from cxworkshop.store.merging.rows import ConflictKey, Whose
from cxworkshop.store.merging.side import Side
from cxworkshop.store.tables.layout import layout

__all__ = [
    "ConflictKey",
    "ConflictLine",
    "Merging",
    "OtherCopy",
    "PreparedMerge",
    "Renumbered",
    "Whose",
]


_RENUMBERED = {
    Card.table: n_("Their card {theirs} is card {ours} here."),
    CardGroup.table: n_("Their group {theirs} is group {ours} here."),
    Customer.table: n_("Their {customer} {theirs} is {customer} {ours} here."),
}


class AnotherWorkshop(Refusal):
    """A file that is no copy of the workshop it is to be merged into."""

    def __init__(self, name: str) -> None:
        text = _(
            "“{name}” is another team’s workshop, not a copy of this one. "
            "To bring in what its {customers} said, export it as .csv and import that."
        )
        super().__init__(text.format(name=shown(name)))


class MergeForgets(Refusal):
    """A customer was forgotten on the other laptop, and is forgotten here too with the merge."""

    def __init__(self, numbers: list[int]) -> None:
        text = ngettext(
            "{Customer} {numbers} was forgotten on request on the other laptop. Merging forgets "
            "them here too, and that can’t be undone.",
            "{Customers} {numbers} were forgotten on request on the other laptop. Merging forgets "
            "them here too, and that can’t be undone.",
            len(numbers),
        )
        super().__init__(text.format(numbers=with_commas(map(str, numbers))))


@dataclass(frozen=True)
class PreparedMerge:
    """What a merge would do, in figures and in words.

    `cards` and `words` are new; `changed` counts other rows that change. `forgets` are the numbers
    of customers who were forgotten on the other laptop. `left_out` are picks that find no slot.
    """

    path: Path
    plan: MergePlan
    conflicts: tuple[ConflictLine, ...]
    forgets: tuple[int, ...]
    left_out: tuple[str, ...]

    @property
    def name(self) -> str:
        """The other file's name."""
        return shown(self.path.name)

    @property
    def sentence(self) -> str:
        """ "3 new cards, 5 things said by 2 new customers, 4 other changes"."""
        n, said, who, others = self.cards, self.words, self.customers, self.others
        parts = {
            ngettext("{n} new card", "{n} new cards", n).format(n=n): n,
            ngettext("{n} thing said", "{n} things said", said).format(n=said): said,
            ngettext("{n} new {customer}", "{n} new {customers}", who).format(n=who): who,
            ngettext("{n} other change", "{n} other changes", others).format(n=others): others,
        }
        return with_commas(words for words, count in parts.items() if count) or _("nothing new")

    @property
    def cards(self) -> int:
        return self.plan.added[Card.table]

    @property
    def words(self) -> int:
        return self.plan.added[Verbatim.table]

    @property
    def customers(self) -> int:
        return self.plan.added[Customer.table]

    @property
    def others(self) -> int:
        """How many other things are new, changed or taken away."""
        counted = (Card.table, Verbatim.table, Customer.table)
        new = sum(n for table, n in self.plan.added.items() if table not in counted)
        return new + self.plan.changed.total() + len(self.plan.removed)

    @property
    def renumbered(self) -> list[Renumbered]:
        """What is called otherwise here than on the other laptop and its paper."""
        return self.plan.renumbered

    @property
    def notes(self) -> list[str]:
        """What a person with the other laptop's paper should know, and what finds no room."""
        found = [
            _(_RENUMBERED[one.table]).format(theirs=one.theirs, ours=one.ours)
            for one in self.renumbered
        ]
        text = _("Three is the most for one round: {name} stays on the list.")
        return [*found, *(text.format(name=name) for name in self.left_out)]

    @property
    def rows(self) -> int:
        """How many rows it writes."""
        return len(self.plan.written) + len(self.plan.removed)

    @property
    def is_empty(self) -> bool:
        """Whether everything in the other file is here already."""
        return not (self.plan.written or self.plan.removed or self.forgets)


@dataclass(frozen=True)
class OtherCopy:
    """Another laptop's copy, read and checked; nothing is written into it. Close it at the end."""

    path: Path
    opened: OpenedFile

    @classmethod
    def read(cls, path: Path) -> OtherCopy:
        """Read a file, in any thread; raises a FileRefusal."""
        return cls(path, open_readonly(path))

    def close(self) -> None:
        """Let go of its rows."""
        self.opened.connection.close()


class Merging(Stop):
    """Another laptop's copy of this workshop, put into it."""

    def prepare(
        self, other: OtherCopy, choices: Mapping[ConflictKey, Whose] | None = None
    ) -> PreparedMerge:
        """Plan the merge; nothing is changed. Of what both have changed `choices` says which one
        is taken; without one it is what was written later.

        Raises AnotherWorkshop, and TooManyAnswers or WorkshopFull where there is no room.
        """
        path = other.path
        theirs = other.opened.connection, shown(path.name)
        sides = read_sides((self._store.connection, ""), theirs)
        self._refuse_another(path, *sides)
        plan = plan_merge(*sides, choices)
        self._refuse_without_room(plan)
        words = MergeWords(self._store, *sides, plan)
        lines = [line for conflict in plan.conflicts for line in words.lines(conflict)]
        forgets = [row.number for row in self._to_forget(*sides)]
        left_out = tuple(map(words.pick, plan.left_out))
        return PreparedMerge(path, plan, tuple(lines), tuple(forgets), left_out)

    def merge(
        self,
        others: Sequence[OtherCopy],
        choices: Mapping[ConflictKey, Whose] | None = None,
        *,
        sure: bool = False,
    ) -> list[PreparedMerge]:
        """Merge these copies, one after another in one undo step, and return what was done.

        Raises MergeForgets and AsksFirst (R12) unless `sure`, and what `prepare` raises. What the
        other laptop has forgotten is forgotten here too: that is no part of the step.
        """
        first = [self.prepare(other, choices) for other in others]
        forgets = sorted({number for one in first for number in one.forgets})
        if forgets and not sure:
            raise MergeForgets(forgets)
        ask_first(team(self._store), sum(one.cards for one in first), sure=sure)
        if all(one.is_empty for one in first):
            return first
        self._store.about_to_change_much()
        for number in forgets:
            self._forget(number)
        title = _("Merge {name}").format(name=with_commas(one.name for one in first))
        done: list[PreparedMerge] = []
        with self._store.edit(title, above=max(one.plan.least_seq for one in first)):
            for other in others:
                one = self.prepare(other, choices)
                apply_merge(self._store, one.plan, title, other.path.name, self._today())
                done.append(replace(one, forgets=first[len(done)].forgets))
        return done

    def _forget(self, number: int) -> None:
        customer = self._store.one(Customer, number=number)
        if customer is not None:
            Privacy(self._store, self._today).forget(customer.id)

    def _to_forget(self, ours: Side, theirs: Side) -> list[Customer]:
        names = forgotten_customers(ours, theirs)
        return [row for row in self._store.rows(Customer) if row.id in names]

    def _refuse_another(self, path: Path, ours: Side, theirs: Side) -> None:
        place = layout(Team.table).place("identity")
        names = [side.rows(Team.table)[Team.id].record[place] for side in (ours, theirs)]
        if names[0] != names[1] and not ours.seen.keys() & theirs.seen.keys():
            raise AnotherWorkshop(path.name)

    def _refuse_without_room(self, plan: MergePlan) -> None:
        size = sum(
            sum(len(str(value)) for value in merged.record) + len(merged.record)
            for merged in plan.written.values()
        )
        refuse_more(self._store, plan.added[Verbatim.table], 2 * size)
