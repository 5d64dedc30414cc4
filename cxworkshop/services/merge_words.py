"""Say in words what two laptops disagree on, part by part."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxworkshop import days
from cxworkshop.i18n import _, in_quotes, n_, with_commas
from cxworkshop.model import (
    NOUNS,
    Card,
    CardGroup,
    Customer,
    Letterhead,
    Person,
    Pick,
    RoundCard,
    Row,
    Team,
    Verbatim,
)
from cxworkshop.queries.texts import FIELDS, where
from cxworkshop.store.merging.plan import MergePlan
from cxworkshop.store.merging.rows import Conflict, ConflictKey, Whose
from cxworkshop.store.merging.side import Side
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import references
from cxworkshop.store.tables.query import StoreReader

_KINDS = {kind.table: kind for kind in NOUNS}
_TARGETS = {(one.table, one.column): one.target for one in references()}
_FIELDS = {
    "after": n_("how it goes on"), "answer": n_("answer"), "asked_on": n_("asked on"),
    "by_when": n_("by when"), "card": n_("card"), "card_group": n_("group"),
    "check_on": n_("check date"), "customer": n_("what we call a customer"),
    "customers": n_("what we call several customers"), "done_on": n_("done on"),
    "ended_on": n_("ended on"),
    "expectation": n_("what we expect {customers} to say"), "given_by": n_("given by"),
    "headline": n_("headline"), "kind": n_("kind"), "learned": n_("what we learned"),
    "accent": n_("colour"), "left": n_("left the list"), "logo": n_("logo"),
    "locked_on": n_("locked on"), "may": n_("licence"),
    "name": n_("name"), "notes": n_("notes"), "owner": n_("owner"), "pick": n_("pick"),
    "poster_says": n_("what the poster says"),
    "promise_we": n_("what we promise"), "promise_when": n_("when it holds"),
    "reason": n_("reason"), "remover": n_("who clears it"), "removed_on": n_("cleared on"),
    "said": n_("words"), "set_aside_on": n_("set aside on"), "start_on": n_("start date"),
    "step": n_("step of the encounter"), "sure": n_("sure"), "team": n_("team"),
    "ticked": n_("ticked"), "title": n_("title"), "told_on": n_("told on"),
    "until": n_("until"), "up_to": n_("up to"), "verdict": n_("verdict"), "votes": n_("votes"),
    "way": n_("way"), "who": n_("who"), "who_asks": n_("who asks"), "whom": n_("whom"),
    "words": n_("words"),
}  # fmt: skip

_NAMED_BY_PLACE = ("headline", "said")  # "Headline of card 17" says it


class ConflictLine(NamedTuple):
    """One thing that both laptops have changed, in words.

    `taken` stands after the merge; of the other it is said that it was not taken.
    """

    key: ConflictKey
    what: str
    field: str
    ours: str
    theirs: str
    our_day: str
    their_day: str
    taken: Whose

    @property
    def lost(self) -> str:
        """What was not taken."""
        return self.theirs if self.taken is Whose.OURS else self.ours

    def sentence(self, number: int, name: str) -> str:
        """The disagreement with its number in the list; `name` is the other laptop's file."""
        text = _("{n}. {what}: here {ours}{our_day}, in {name} {theirs}{their_day}. {taken}")
        taken = _("Ours was taken.") if self.taken is Whose.OURS else _("Theirs was taken.")
        return text.format(
            n=number,
            what=with_commas((self.what, self.field)) if self.field else self.what,
            ours=_quoted(self.ours),
            our_day=f" ({self.our_day})" if self.our_day else "",
            name=name,
            theirs=_quoted(self.theirs),
            their_day=f" ({self.their_day})" if self.their_day else "",
            taken=taken,
        )


class MergeWords:
    """Describes the conflicts of one merge; names are looked up on both laptops."""

    def __init__(self, store: StoreReader, ours: Side, theirs: Side, plan: MergePlan) -> None:
        self._store, self._ours, self._theirs, self._plan = store, ours, theirs, plan

    def lines(self, conflict: Conflict) -> list[ConflictLine]:
        """One line for each column on which they disagree."""
        what = self._what(conflict)
        our_day, their_day = _day(conflict.our_day), _day(conflict.their_day)
        taken = conflict.taken
        if not conflict.columns:
            gone, changed = _("taken away"), _("changed")
            here, there = (gone, changed) if conflict.ours is None else (changed, gone)
            return [ConflictLine(conflict.key, what, "", here, there, our_day, their_day, taken)]
        found = []
        for column in conflict.columns:
            label = _FIELDS.get(column)
            name = _(label) if label else column.replace("_", " ")
            if column in _NAMED_BY_PLACE:
                name = ""
            ours = self._said(conflict, Whose.OURS, column)
            theirs = self._said(conflict, Whose.THEIRS, column)
            found.append(
                ConflictLine(conflict.key, what, name, ours, theirs, our_day, their_day, taken)
            )
        return found

    def pick(self, pick: str) -> str:
        """What a pick is called."""
        return self._named(Pick.table, pick)

    def _what(self, conflict: Conflict) -> str:
        record = conflict.ours or conflict.theirs
        assert record is not None  # one of them has it
        old = self._plan.old_ids  # rows are looked up before the merge
        record = tuple(
            old.get(value, value) if isinstance(value, str) else value for value in record
        )
        row: Row = codec(_KINDS[conflict.key.table]).decode(record)
        if isinstance(row, Team):
            return _("The workshop")
        if isinstance(row, Letterhead):
            return _("Logo and colour of our paper")
        if isinstance(row, RoundCard):
            return _("Where {card} stands").format(card=self._named(Card.table, row.card))
        if isinstance(row, Verbatim | Customer | Card) or type(row) in FIELDS:
            try:
                return where(self._store, row)
            except KeyError:  # what it belongs to comes with the merge
                pass
        return _("A plan") if getattr(row, "pick", None) else _("Something else")

    def _said(self, conflict: Conflict, whose: Whose, column: str) -> str:
        value = conflict.value(whose, column)
        if value is None or value == "":
            return _("nothing")
        if (conflict.key.table, column) == (Letterhead.table, "logo"):
            return _("a picture")
        target = _TARGETS.get((conflict.key.table, column))
        if target is not None:
            return self._named(target, str(value))
        hint = str(_KINDS[conflict.key.table].__dataclass_fields__[column].type)
        if "bool" in hint:
            return _("yes") if value else _("no")
        return _day(str(value)) if "date" in hint else str(value)

    def _named(self, table: str, row_id: str) -> str:
        key = (table, row_id)
        found = self._ours.find(key) or self._plan.written.get(key) or self._theirs.find(key)
        if found is None:
            return row_id
        record = found.record
        if table == Person.table:
            return str(layout(table).value(record, "name"))
        if table == Card.table:
            return _("card {code}").format(code=layout(table).value(record, "code"))
        if table == CardGroup.table:
            return _("group {letter}").format(letter=layout(table).value(record, "letter"))
        if table == Pick.table:
            return self._of_pick(record)
        names = layout(table).columns
        said = next((name for name in ("said", "words", "name") if name in names), None)
        return str(layout(table).value(record, said)) if said else row_id

    def _of_pick(self, record: Record) -> str:
        title = str(layout(Pick.table).value(record, "title") or "")
        card = layout(Pick.table).value(record, "card")
        if title:
            return title
        if card is not None:
            return self._named(Card.table, str(card))
        return self._named(CardGroup.table, str(layout(Pick.table).value(record, "card_group")))


def _day(text: str) -> str:
    return days.full(date.fromisoformat(text)) if text else ""


def _quoted(words: str) -> str:
    return in_quotes(" ".join(words.split()))
