"""A customer is forgotten on request, and a copy leaves the house without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cxworkshop.exchange.pieces import PIECE
from cxworkshop.i18n import _
from cxworkshop.ids import new_session
from cxworkshop.model import (
    Conversation,
    Customer,
    CustomerId,
    Forgotten,
    ImportAside,
    ImportBatch,
    PersonId,
    Row,
    Verbatim,
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
    """What may be known of whom, and who decides it: the person who was asked."""

    def customers(self) -> list[tuple[Customer, int]]:
        """Everybody whom the file knows, by number, with how many things they said."""
        rows = self._store.rows(Verbatim)
        said = Counter(row.conversation for row in rows if row.said is not None)
        by_customer: Counter[CustomerId] = Counter()
        for talk in self._store.rows(Conversation):
            by_customer[talk.customer] += said[talk.id]
        return [(row, by_customer[row.id]) for row in self._store.rows(Customer)]

    def erasure_summary(self, customer: CustomerId) -> ErasureSummary:
        """What forgetting this customer takes away, to be read before it is done."""
        return erasure_summary(customer_data(self._store, customer))

    def remaining_mentions(self, customer: CustomerId) -> list[Mention]:
        """Where their name or pieces of their words would still stand, for a person to look at.

        Ask before forgetting: afterwards nobody knows what to look for.
        """
        return remaining_mentions(self._store, customer_data(self._store, customer))

    def forget(self, customer: CustomerId, cover: Iterable[Mention] = ()) -> ErasureSummary:
        """Erase all that is theirs, and cover what stands in these places. Nobody can undo it.

        A place is covered here and not by an edit, for an edit would keep the name in its journal.
        """
        gone = customer_data(self._store, customer)
        said = erasure_summary(gone)
        plan = Erasure(gone, cover, self._today())
        title = _("Forget customer {number}").format(number=gone.customer.number)
        with self._store.erasing(title) as erasing:
            for row in plan.change:
                erasing.rewrite(row)
            for row in plan.erase:
                erasing.erase(row)
            erasing.forget(*plan.ids)
            erasing.raise_counter("customer", gone.customer.number)
        return said

    def likely_names(self) -> list[PossibleName]:
        """What looks like a name, a mail address or a number in the words that a copy would hold.

        A person decides what is covered.
        """
        return possible_names(self._store)

    def share_copy(
        self, to: Path, cover: Collection[str] = (), people: Collection[PersonId] = ()
    ) -> LeftOut:
        """Write a new file without customers' names, history and imports; these pieces covered.

        The people named lose their names in it. Raises FileIsThere and CannotWrite. Rows keep
        their ids and stamps, so that a merge knows them again and takes no "…" for news.
        """
        image = self._store.image()
        copy = Store(
            file.load(image, to.name), by=new_session(), guard=refuse_destroying, today=self._today
        )
        try:
            left = _bare(copy, cover, people)
            publish(copy.image(), to.resolve(), NO_FILE)
        finally:
            copy.connection.close()
        return left


def _bare(copy: Store, cover: Collection[str], people: Collection[PersonId]) -> LeftOut:
    changed = {(row.table, row.id): row for row in redacted_rows(copy, cover, people)}
    named = [row for row in copy.rows(Customer) if row.name]
    left = LeftOut(names=len(named), covered=len(changed) - len(people), people=len(people))
    for row in _unmarked(copy):
        changed[row.table, row.id] = _without_marks(changed.get((row.table, row.id), row))
    with copy.erasing("") as erasing:
        for row in changed.values():
            erasing.redact(row)
        for aside in copy.rows(ImportAside):
            erasing.erase(aside)
        for gone in copy.rows(Forgotten):
            if gone.id.startswith(PIECE):
                erasing.erase(gone)
        erasing.end_history()
    return left


def _unmarked(copy: Store) -> Iterator[Row]:
    """Rows with a mark that tells whose words these were, or lets a guess be tested."""
    yield from (row for row in copy.rows(Customer) if row.name)
    yield from (row for row in copy.rows(Verbatim) if row.source_key)
    yield from copy.rows(ImportBatch)


def _without_marks(row: Row) -> Row:
    if isinstance(row, Customer):
        return replace(row, name=None)
    if isinstance(row, Verbatim):
        return replace(row, source_key=None)
    assert isinstance(row, ImportBatch)  # no other kind is marked
    return replace(row, file_name="", sha256="")
