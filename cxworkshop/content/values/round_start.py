"""What the page says with which a round ends and the next one starts."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.share import PosterContent
from cxworkshop.value_object import ValueObject


class ThankedPerson(ValueObject):
    """Somebody to thank, and for what: "led it", "cleared: no sockets"."""

    name: str
    did: tuple[str, ...]


class KeptThing(ValueObject):
    """What was kept (R5) in the round, and whom to thank for it."""

    title: str
    round_number: int  # of its pick: an earlier round, where the staff test was settled later
    counted: str
    thanks: tuple[ThankedPerson, ...]


class OpenPromise(ValueObject):
    """What goes along: a still_open.OpenKind, the thing, whose it is, and when it is due.

    `since` is the day on which a blocker came up.
    """

    kind: str
    words: str
    title: str
    round_number: int
    who: str
    due_on: date | None
    since: date | None


class ToldLine(ValueObject):
    """Who is to hear how it went; `told_on` is None while they have not."""

    who: str
    told_on: date | None
    how: str


class RoundStartContent(ValueObject):
    """The end of a round. `improvements` are its picks, with customers' words then and now."""

    team: str
    round_number: int
    day: date  # on which it is looked at
    kept: tuple[KeptThing, ...]
    open: tuple[OpenPromise, ...]
    told: tuple[ToldLine, ...]
    improvements: tuple[PosterContent, ...]
    cards: int  # on the list that goes along
