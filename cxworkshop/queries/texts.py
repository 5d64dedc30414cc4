"""Every text that a person typed, one by one, and where it is, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from cxworkshop.i18n import _
from cxworkshop.model import (
    AgendaLine,
    Answer,
    Blocker,
    Card,
    CardGroup,
    Customer,
    DayCheck,
    Deed,
    EncounterStep,
    FirstStep,
    Fix,
    FrozenVerbatim,
    Holiday,
    ImportAside,
    ImportBatch,
    Judgement,
    KeptRecipe,
    Licence,
    Opposite,
    Override,
    Person,
    Pick,
    PickId,
    PlannedTalk,
    PutDown,
    Question,
    Quote,
    RoundGroup,
    Row,
    Served,
    StaffTest,
    StaffTestId,
    Team,
    TeamIdea,
    TestAnswer,
    Told,
    Verbatim,
    Way,
)
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader


def _fields_of_text(kind: type[Row]) -> tuple[str, ...]:
    """Return the fields of type `str`, also where it may be None; ids have types of their own."""
    return tuple(field.name for field in fields(kind) if is_text(field.type))


def is_text(hint: Any) -> bool:
    """Whether a field of this type is for text; it may declare limits, and may be None."""
    if isinstance(hint, str):
        raise TypeError(hint)  # the model's annotations are types, never postponed
    plain = {_without_limits(part) for part in _parts(_without_limits(hint))}
    return plain - {type(None)} == {str}


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _without_limits(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


FIELDS: Mapping[type[Row], tuple[str, ...]] = {
    Team: ("team", "good_at", "experience", "customer", "customers"),
    Person: ("name", "role"),
    Served: ("words",),
    Deed: ("promise", "customers_say"),
    AgendaLine: ("title",),
    EncounterStep: ("words", "adds", "worth_more"),
    TeamIdea: ("words",),
    Way: ("name",),
    Question: ("words",),
    PlannedTalk: ("whom",),
    Told: ("who", "how"),
    Holiday: ("words",),
    Customer: ("kind", "name"),
    Verbatim: ("said", "first_said"),
    ImportBatch: ("file_name",),
    ImportAside: ("words",),
    KeptRecipe: ("choices",),
    Card: ("headline",),
    RoundGroup: ("headline",),
    Opposite: ("decided_for",),
    Answer: ("why", "who_can", "handed_to", "their_answer"),
    Pick: _fields_of_text(Pick),
    FrozenVerbatim: ("words",),
    Quote: ("excerpt",),
    Judgement: ("reason",),
    Override: ("reason",),
    Licence: ("may", "up_to"),
    FirstStep: ("words", "idea"),
    Blocker: ("words",),
    DayCheck: ("learned", "notes"),
    StaffTest: ("asked_of", "pulls_against"),
    TestAnswer: ("words", "where_to_find"),
    Fix: ("words",),
    PutDown: ("reason",),
}


@dataclass(frozen=True)
class Text:
    """One field of one row, typed by a person."""

    row: Row
    field: str

    @property
    def words(self) -> str:
        """The text; "" for none."""
        return str(getattr(self.row, self.field) or "")

    def with_words(self, words: str) -> Row:
        """The row with other words in this field."""
        change: dict[str, str] = {self.field: words}
        return replace(self.row, **change)


def texts(store: StoreReader) -> Iterator[Text]:
    """Every text that is not empty, kind after kind."""
    for kind, names in FIELDS.items():
        for row in store.rows(kind):
            found = (Text(row, name) for name in names)
            yield from (text for text in found if text.words)


def where(store: StoreReader, row: Row) -> str:
    """Where a text of this row is, as a person would say it."""
    if isinstance(row, Verbatim):
        number = customer_of(store, row.conversation).number
        return _("What {customer} {number} said").format(number=number)
    if isinstance(row, Customer):
        return _("{Customer} {number}").format(number=row.number)
    if isinstance(row, Card | RoundGroup | Answer):
        return _on_list(store, row)
    pick = _pick_of(store, row)
    if pick is not None:
        subject = pick_subject(store, store.get(Pick, pick))
        return _of_improvement(row).format(name=subject.in_title)
    return _label(row)


def _on_list(store: StoreReader, row: Card | RoundGroup | Answer) -> str:
    if isinstance(row, RoundGroup):
        letter = store.get(CardGroup, row.card_group).letter
        return _("Headline of group {letter}").format(letter=letter)
    if isinstance(row, Answer):
        return _("Our answer to card {code}").format(code=store.get(Card, row.card).code)
    return _("Headline of card {code}").format(code=row.code)


def _pick_of(store: StoreReader, row: Row) -> PickId | None:
    if isinstance(row, Pick):
        return row.id
    test: StaffTestId | None = getattr(row, "staff_test", None)
    return store.get(StaffTest, test).pick if test else getattr(row, "pick", None)


def _of_improvement(row: Row) -> str:
    if isinstance(row, DayCheck):
        return _("Notes of the 30-day check of {name}")
    if isinstance(row, StaffTest | TestAnswer | Fix):
        return _("Replace-the-staff test of {name}")
    if isinstance(row, FrozenVerbatim | Quote):
        return _("{Customers_s} words in the plan of {name}")
    return _("Plan of {name}")


def _label(row: Row) -> str:
    names: Mapping[type[Row], Callable[[], str]] = {
        Team: lambda: _("The team’s name"),
        Person: lambda: _("One of our people"),
        Served: lambda: _("Whom we serve"),
        Deed: lambda: _("Our promises"),
        AgendaLine: lambda: _("The agenda"),
        EncounterStep: lambda: _("The encounter"),
        TeamIdea: lambda: _("The ideas"),
        Way: lambda: _("The ten ways"),
        Question: lambda: _("A question"),
        PlannedTalk: lambda: _("Who talks to whom"),
        Told: lambda: _("Whom to tell"),
        Holiday: lambda: _("A holiday"),
        ImportBatch: lambda: _("The name of an imported file"),
        ImportAside: lambda: _("Set aside from an imported file"),
        KeptRecipe: lambda: _("The columns of an imported file"),
        Opposite: lambda: _("What {customers} want both ways"),
        PutDown: lambda: _("Why something was put down"),
    }
    return names[type(row)]()
