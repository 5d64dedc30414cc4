"""Which columns of a row belong together: two laptops may change different ones, and keep both."""

from __future__ import annotations

from functools import cache

from cxworkshop.model import (
    AgendaLine,
    Blocker,
    Card,
    CardGroup,
    Customer,
    Deed,
    EncounterStep,
    FirstStep,
    Licence,
    Person,
    Pick,
    Question,
    Round,
    RoundGroup,
    Served,
    Team,
    Verbatim,
)
from cxworkshop.store.tables.layout import layout
from cxworkshop.value_object import ValueObject

# Rows of these kinds are merged part by part, each column by itself but for those in `_TOGETHER`.
# Of all others the whole row is one: a verdict without its day, or a place without its group,
# would say what nobody has said.
_BY_PARTS = (
    *(AgendaLine, Blocker, Card, Customer, Deed, EncounterStep, FirstStep, Licence, Person, Pick),
    *(Question, Round, RoundGroup, Served, Team, Verbatim),
)
_TOGETHER = {
    Blocker.table: (("came_up_on", "days_lost", "removed_on"),),
    Pick.table: (("start_on", "check_on"), ("promise_when", "promise_we")),
    Team.table: (("customer", "customers"),),
    Verbatim.table: (("said", "first_said"),),
}
# What is a workshop's own: numbers and letters that stand on its paper.
LOCAL = {
    Card.table: ("code",),
    CardGroup.table: ("letter",),
    Customer.table: ("number",),
    Team.table: ("identity",),
}
QUIET = frozenset({"position"})  # of no interest to anybody who reads what the laptops disagree on


class Unit(ValueObject):
    """Columns that belong together; `name` is the first of them."""

    name: str
    columns: tuple[str, ...]
    places: tuple[int, ...]


@cache
def units(table: str) -> tuple[Unit, ...]:
    """The parts of a table's rows, without the id and what is a workshop's own."""
    names = layout(table).columns
    local = LOCAL.get(table, ())
    shared = [name for name in names[1:] if name not in local]
    if table not in {kind.table for kind in _BY_PARTS}:
        together = [tuple(shared)]
    else:
        joined = _TOGETHER.get(table, ())
        alone = [(name,) for name in shared if not any(name in some for some in joined)]
        together = [*joined, *alone]
    found = [Unit(some[0], some, tuple(map(names.index, some))) for some in together if some]
    return tuple(found)


@cache
def local_places(table: str) -> tuple[int, ...]:
    """Where the columns stand that are a workshop's own."""
    return tuple(map(layout(table).columns.index, LOCAL.get(table, ())))
