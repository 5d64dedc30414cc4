"""Written reasons that pass over R9 or R10; every one of them is printed."""

from __future__ import annotations

from cxworkshop.ids import new_id
from cxworkshop.model import Override, PersonId, PickId
from cxworkshop.rules import refuse_own_road
from cxworkshop.stops.stop import needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.query import StoreReader


def write_override(edit: Edit, pick: PickId, rule: str, reason: str) -> None:
    """Write the reason for passing over a rule ("R9", "R10"); raises BadWords without one."""
    edit.write(Override(id=new_id(), pick=pick, rule=rule, reason=needed(reason)))


def check_own_road(
    store: StoreReader,
    edit: Edit,
    pick: PickId,
    owner_and_helper: tuple[PersonId | None, PersonId | None],
    reason: str,
) -> None:
    """Apply R10 to a plan's owner and somebody who clears their way.

    When both are the same person, a written reason becomes an override; without one it raises
    ClearsOwnRoad.
    """
    owner, helper = owner_and_helper
    if reason.strip() and owner is not None and owner == helper:
        write_override(edit, pick, "R10", reason)
    else:
        refuse_own_road(store, owner, helper)
