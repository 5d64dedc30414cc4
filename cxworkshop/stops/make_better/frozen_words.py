"""The customers' words of a locked pick, copied as they were on the day it was locked."""

from __future__ import annotations

from cxworkshop.model import FrozenVerbatim, Pick
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.query import StoreReader


def freeze_words(store: StoreReader, edit: Edit, pick: Pick) -> None:
    """Copy the pick's verbatims as they are now, in place of an earlier copy."""
    remove_frozen_words(store, edit, pick)
    cards = pick_subject(store, pick).cards
    verbatims = [verbatim for card in cards for verbatim in words_of(store, card)]
    for position, verbatim in enumerate(verbatims):
        edit.write(
            FrozenVerbatim(
                id=f"{pick.id}/{verbatim.id}",
                pick=pick.id,
                verbatim=verbatim.id,
                words=verbatim.said,
                position=position,
            )
        )


def remove_frozen_words(store: StoreReader, edit: Edit, pick: Pick) -> None:
    for frozen in store.rows(FrozenVerbatim, pick=pick.id):
        edit.remove(frozen)
