"""A customer is forgotten on request, and a copy leaves the house without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cxworkshop.exchange.pieces import PIECE
from cxworkshop.filenames import real_path
from cxworkshop.i18n import _
from cxworkshop.ids import identity_from, new_session
from cxworkshop.model import (
    Conversation,
    Customer,
    CustomerId,
    Forgotten,
    ImportAside,
    ImportBatch,
    KeptRecipe,
    PersonId,
    Row,
    Team,
    Verbatim,
    WorkshopIdentity,
)
from cxworkshop.queries.customer_data import customer_data
from cxworkshop.queries.erasure import Erasure
from cxworkshop.queries.erasure_summary import ErasureSummary, erasure_summary
from cxworkshop.queries.redaction import PossibleName, possible_names, redacted_rows
from cxworkshop.queries.remaining_mentions import Mention, remaining_mentions
from cxworkshop.rules import refuse_destroying
from cxworkshop.stops.stop import Stop
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import NO_FILE, publish
from cxworkshop.store.tables.journal import Store


@dataclass(frozen=True)
class LeftOut:
    """What a share copy does not hold: names, and rows in which something was covered."""

    names: int
    covered: int
    people: int


class Privacy(Stop):
    """Forgetting customers, and copies of the workshop without names."""

    def customers(self) -> list[tuple[Customer, int]]:
        """All customers by number, each with how many things they said."""
        rows = self._store.rows(Verbatim)
        said = Counter(row.conversation for row in rows if row.said is not None)
        by_customer: Counter[CustomerId] = Counter()
        for talk in self._store.rows(Conversation):
            by_customer[talk.customer] += said[talk.id]
        return [(row, by_customer[row.id]) for row in self._store.rows(Customer)]

    def erasure_summary(self, customer: CustomerId) -> ErasureSummary:
        """What forgetting this customer would erase."""
        return erasure_summary(customer_data(self._store, customer))

    def remaining_mentions(self, customer: CustomerId) -> list[Mention]:
        """Where their name or pieces of their words would remain, for a person to decide.

        Ask before forgetting: afterwards nobody knows what to look for.
        """
        return remaining_mentions(self._store, customer_data(self._store, customer))

    def forget(self, customer: CustomerId, cover: Iterable[Mention] = ()) -> ErasureSummary:
        """Erase everything of theirs, and cover these mentions. It can't be undone.

        Mentions are covered here and not by an edit: an edit would keep the name in the journal.
        """
        data = customer_data(self._store, customer)
        summary = erasure_summary(data)
        plan = Erasure(data, cover, self._today())
        title = _("Forget {customer} {number}").format(number=data.customer.number)
        with self._store.erasing(title) as erasing:
            for row in plan.change:
                erasing.rewrite(row)
            for row in plan.erase:
                erasing.erase(row)
            erasing.forget(*plan.ids)
            erasing.raise_counter("customer", data.customer.number)
        return summary

    def likely_names(self) -> list[PossibleName]:
        """What looks like a name, a mail address or a number in the texts of a share copy."""
        return possible_names(self._store)

    def share_copy(
        self, to: Path, cover: Collection[str] = (), people: Collection[PersonId] = ()
    ) -> LeftOut:
        """Write a new file without customers' names, history and imports, these pieces covered.

        The given people lose their names in it. Raises FileIsThere and CannotWrite. Rows keep
        their ids and stamps, so that a merge recognises them and takes no "…" for a change. The
        copy has an identity of its own: it is given away, and no later forgetting reaches it.
        """
        image = self._store.image()
        copy = Store(
            file.load(image, to.name), by=new_session(), guard=refuse_destroying, today=self._today
        )
        try:
            left_out = _anonymise(copy, cover, people)
            publish(copy.image(), real_path(to), NO_FILE)
        finally:
            copy.connection.close()
        return left_out


def _anonymise(copy: Store, cover: Collection[str], people: Collection[PersonId]) -> LeftOut:
    changed = {(row.table, row.id): row for row in redacted_rows(copy, cover, people)}
    named = [row for row in copy.rows(Customer) if row.name]
    left_out = LeftOut(names=len(named), covered=len(changed) - len(people), people=len(people))
    for row in _marked_rows(copy):
        changed[row.table, row.id] = _without_marks(changed.get((row.table, row.id), row))
    given_away = WorkshopIdentity(identity_from(copy.session))
    team = changed.get((Team.table, Team.id), copy.get(Team, Team.id))
    assert isinstance(team, Team)
    changed[team.table, team.id] = replace(team, identity=given_away)
    with copy.erasing("") as erasing:
        for row in changed.values():
            erasing.redact(row)
        for row in (*copy.rows(ImportAside), *copy.rows(KeptRecipe)):
            erasing.erase(row)
        for forgotten in copy.rows(Forgotten):
            if forgotten.id.startswith(PIECE):
                erasing.erase(forgotten)
        erasing.end_history()
    return left_out


def _marked_rows(copy: Store) -> Iterator[Row]:
    """Rows that tell whose words these are, or by which a guess could be tested."""
    yield from (row for row in copy.rows(Customer) if row.name)
    yield from (row for row in copy.rows(Verbatim) if row.source_key)
    yield from copy.rows(ImportBatch)


def _without_marks(row: Row) -> Row:
    if isinstance(row, Customer):
        return replace(row, name=None)
    if isinstance(row, Verbatim):
        return replace(row, source_key=None)
    assert isinstance(row, ImportBatch)  # `_marked_rows` yields no other kind
    return replace(row, file_name="", sha256="")
