"""What every stop holds: the store it writes to, and the day it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Pick, Round, RoundId
from cxworkshop.queries.rounds import current_round, round_id_of
from cxworkshop.queries.subjects import pick_in_slot
from cxworkshop.store.tables.journal import Store
from cxworkshop.textual import MAX_HEADLINE, MAX_VERBATIM, clean


class Stop:
    """One of the eight places of a round. Stops know the store and the rules, never each other."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store, self._today = store, today

    @property
    def _round(self) -> Round:
        return current_round(self._store)

    def in_slot(self, slot: int, round_number: int | None = None) -> Pick:
        """The pick in a slot of this round, or of an earlier one; raises NotPickedYet."""
        return pick_in_slot(self._store, self._round_id(round_number), slot)

    def _round_id(self, number: int | None) -> RoundId:
        return round_id_of(self._store, number)


def needed(text: str, most: int = MAX_VERBATIM) -> str:
    """The text, cleaned; raises BadWords when nothing is left or it is too long to keep whole."""
    words = clean(text)
    if not words:
        raise BadWords(_("There are no words in it. Type what it should say."))
    return fitting(words, most)


def fitting(text: str, most: int = MAX_VERBATIM) -> str:
    """The text, cleaned, which may be empty; raises BadWords when it is too long."""
    words = clean(text)
    if len(words) > most:
        raise BadWords(
            _(
                "That is {length} characters, and {most} is the most. "
                "Split it into two; nothing was taken off."
            ).format(length=len(words), most=most)
        )
    return words


def headline(text: str) -> str:
    """A headline of ours: one line, at most 500 characters."""
    return fitting(" ".join(text.split()), MAX_HEADLINE)
