"""The customers we have talked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.model import ConversationId, Customer, CustomerId, Verbatim
from cxworkshop.queries.feedback import asked_until, customer_of, kinds_by_talk
from cxworkshop.stops.stop import StopPart, headline
from cxworkshop.textual import MAX_HEADLINE


class CustomerList(StopPart):
    """Everybody we have talked to, in all rounds."""

    def all(self) -> list[Customer]:
        """Return the customers by number."""
        return sorted(self._store.rows(Customer), key=lambda row: row.number)

    def with_number(self, number: int) -> Customer | None:
        return self._store.one(Customer, number=number)

    def find(self, who: str) -> Customer | None:
        """Return the customer with this number ("9", "#9") or this name, if we know them."""
        number = who.strip().removeprefix("#")
        if number.isdecimal():
            return self.with_number(int(number))
        name = " ".join(who.split())
        is_name = 0 < len(name) <= MAX_HEADLINE  # `headline` refuses what is longer
        return self._store.one(Customer, name=headline(name)) if is_name else None

    def set_wants_to_hear(self, customer: CustomerId, *, wants: bool = True) -> None:
        """Note whether they want to hear what becomes of their wishes."""
        row = self._store.get(Customer, customer)
        title = (
            _("{Customer} {number} wants to hear")
            if wants
            else _("{Customer} {number} need not hear")
        )
        with self._store.edit(title.format(number=row.number)) as edit:
            edit.write(replace(row, wants_to_hear=wants))

    def set_kind(self, customer: CustomerId, kind: str) -> None:
        """Say what kind of customer they are; "" when that is not known."""
        row = self._store.get(Customer, customer)
        title = _("Kind of {customer} {number}").format(number=row.number)
        with self._store.edit(title) as edit:
            edit.write(replace(row, kind=headline(kind)))

    def who_said(self, verbatim: Verbatim) -> Customer:
        return customer_of(self._store, verbatim.conversation)

    def kinds(self) -> Mapping[ConversationId, str]:
        """Return the kind of customer of each conversation."""
        return kinds_by_talk(self._store)

    def asked_so_far(self) -> int:
        """Count the customers we have talked to up to and including this round."""
        return len(asked_until(self._store, self._round))
