"""Rows that a rescue could not read for certain, until a person has checked them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from cxworkshop.i18n import _, n_
from cxworkshop.model import (
    NOUNS,
    Card,
    Conversation,
    Customer,
    Doubtful,
    RoundCard,
    Row,
    Verbatim,
)
from cxworkshop.queries.subjects import card_subject
from cxworkshop.stops.stop import Stop

# What a row is called.
_NAMES = {
    "verbatim": n_("what {a_customer} said"),
    "frozen_verbatim": n_("what {a_customer} said"),
    "card": n_("a card"),
    "card_group": n_("a group"),
    "round_card": n_("where a card stands"),
    "customer": n_("{a_customer}"),
    "conversation": n_("a talk with {a_customer}"),
    "person": n_("one of us"),
    "question": n_("a question"),
    "pick": n_("a plan"),
    "workshop": n_("the team"),
    "round": n_("a round"),
}
_OTHER = n_("something else")
_KINDS = {kind.table: kind for kind in NOUNS}
_WORDS = ("said", "headline", "words", "name", "title", "promise", "team", "notes")


@dataclass(frozen=True)
class UnverifiedRow:
    """One marked row: what it is, and the words in it."""

    id: str
    what: str
    words: str


class Unverified(Stop):
    """The marks that a rescue left on doubtful rows."""

    def unverified_rows(self) -> list[UnverifiedRow]:
        """The rows that nobody has checked yet."""
        return [self._unverified(mark) for mark in self._store.rows(Doubtful, settled_on=None)]

    def settle(self, mark_id: str) -> None:
        """Remove the mark: somebody has checked or corrected the row."""
        mark = self._store.get(Doubtful, mark_id)
        with self._store.edit(_("Settle what was not read for certain")) as edit:
            edit.write(replace(mark, settled_on=self._today()))

    def settle_all(self) -> None:
        """Remove all marks, in one step."""
        with self._store.edit(_("Settle what was not read for certain")) as edit:
            for mark in self._store.rows(Doubtful, settled_on=None):
                edit.write(replace(mark, settled_on=self._today()))

    def _unverified(self, mark: Doubtful) -> UnverifiedRow:
        kind = _KINDS.get(mark.tbl)
        row = self._store.find(kind, mark.row) if kind is not None else None
        what = _(_NAMES.get(mark.tbl, _OTHER))
        return UnverifiedRow(mark.id, what, self._words(row) if row is not None else "")

    def _words(self, row: Row) -> str:
        if isinstance(row, Card | RoundCard):
            subject = card_subject(self._store, row.id if isinstance(row, Card) else row.card)
            return f"{subject.name}: {subject.headline}"
        if isinstance(row, Conversation | Customer):
            who = row.customer if isinstance(row, Conversation) else row.id
            return _("{customer} {n}").format(n=self._store.get(Customer, who).number)
        if isinstance(row, Verbatim) and row.card is not None:
            code = self._store.get(Card, row.card).code
            return _("card {code}: {words}").format(code=code, words=row.said or "")
        names = {field.name for field in fields(row)}
        said = (getattr(row, name) for name in _WORDS if name in names)
        return next((str(words) for words in said if words), "")
