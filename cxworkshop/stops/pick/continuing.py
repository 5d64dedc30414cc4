"""A pick that continues an earlier one: it begins with a copy of its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.ids import new_id
from cxworkshop.model import (
    Blocker,
    FirstStep,
    Helper,
    Judgement,
    Licence,
    Pick,
    PickId,
    Quote,
    RoundId,
)
from cxworkshop.queries.progress import put_down_of
from cxworkshop.queries.quotes import quote_name
from cxworkshop.queries.rounds import pick_name
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.query import StoreReader


def continue_pick(
    store: StoreReader, edit: Edit, old: Pick, round_id: RoundId, today: date
) -> Pick:
    """Write the same card's or group's pick of a later round, with all of the plan but its dates.

    Steps that are not done and blockers that are still in the way go along, but for what was put
    down with a reason.
    """
    subject = old.card or old.card_group
    assert subject is not None  # a pick is of one or the other
    new = replace(
        old,
        id=pick_name(round_id, subject),
        round=round_id,
        continues=old.id,
        picked_on=today,
        start_on=None,
        check_on=None,
        locked_on=None,
        frozen_headline="",
        we_did="",
        poster_says=None,
    )
    edit.write(new)
    _copy_plan(store, edit, old.id, new.id)
    _copy_what_is_open(store, edit, old.id, new.id)
    return new


def _copy_plan(store: StoreReader, edit: Edit, old: PickId, new: PickId) -> None:
    for row in store.rows(Judgement, pick=old):
        edit.write(replace(row, id=f"{new}/{row.criterion}", pick=new))
    for helper in store.rows(Helper, pick=old):
        edit.write(replace(helper, id=f"{new}/{helper.person}", pick=new))
    for quote in store.rows(Quote, pick=old):
        edit.write(replace(quote, id=quote_name(new), pick=new))
    for licence in store.rows(Licence, pick=old):
        edit.write(replace(licence, id=f"{new}/licence", pick=new, until=None))


def _copy_what_is_open(store: StoreReader, edit: Edit, old: PickId, new: PickId) -> None:
    for step in store.rows(FirstStep, pick=old, set_aside_on=None, done_on=None):
        if put_down_of(store, step) is None:
            edit.write(replace(step, id=new_id(), pick=new))
    for blocker in store.rows(Blocker, pick=old, set_aside_on=None, removed_on=None):
        if put_down_of(store, blocker) is None:
            edit.write(replace(blocker, id=new_id(), pick=new))
