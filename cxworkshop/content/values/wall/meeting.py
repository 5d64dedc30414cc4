"""What the Wall says at the first meeting, at stops 1 to 4."""

from __future__ import annotations

from cxworkshop.content.values import SortingContent
from cxworkshop.queries.meeting_now import LineAsItGoes
from cxworkshop.value_object import ValueObject


class WallEmpty(ValueObject):
    """The team's name, and what will be here."""

    team: str
    sentence: str = ""


class WallAgenda(ValueObject):
    """Today's meeting, line by line; `lead` and `cost` say what an overrun costs.

    `now` is the time of day while one of the lines is on."""

    lines: tuple[LineAsItGoes, ...]
    until: str = ""
    lead: str = ""
    cost: str = ""
    now: str = ""


class WallServed(ValueObject):
    """Whom we serve and whom we accept not to please."""

    serve: tuple[str, ...]
    not_please: tuple[str, ...]
    good_at: str
    experience: str


class WallAsk(ValueObject):
    """One question, large, as that of the evening."""

    lead: str
    question: str


class SilentWay(ValueObject):
    """One of the ten ways that nobody spoke of, with a question to ask next."""

    name: str
    question: str


class WallTalk(ValueObject):
    """What customers said last, newest first. `planned` is 0 where nobody planned any talk."""

    said: tuple[str, ...]
    things: int
    customers: int
    planned: int
    silent: tuple[SilentWay, ...]


class WallLine(ValueObject):
    """A group or a loose card. `said` is true where the words are a customer's own."""

    words: str
    said: bool
    customers: int


class WallBigList(ValueObject):
    """Groups and loose cards, heard from most customers first; `more` loose ones are left out."""

    lines: tuple[WallLine, ...]
    customers: int  # whom we asked
    things: int
    more: int = 0


class WallSaid(ValueObject):
    """A card with its headline of ours, if any, and customers' sentences."""

    code: str
    headline: str
    said: tuple[str, ...]
    customers: int


class WallOpened(ValueObject):
    """A group that is opened, or one card; `letter` is that of the group, "" for a card.

    `more` cards of a large group are left out.
    """

    letter: str
    headline: str
    customers: int
    asked: int
    cards: tuple[WallSaid, ...]
    more: int = 0


class WallSorting(ValueObject):
    """Sorting, as the Desk sees it but for words that are held back."""

    content: SortingContent


class WallSlot(ValueObject):
    """One of the three slots; `judged` is the share of its criteria, 0 to 1, that are a yes."""

    number: int
    headline: str
    customers: int
    quote: str
    judged: float = 1


class WallRefusal(ValueObject):
    """R1: what was refused as a fourth pick stays on the list."""

    lead: str
    sentence: str
    code: str
    words: str
    customers: int


class WallSlots(ValueObject):
    """The slots that are taken, by number."""

    slots: tuple[WallSlot, ...]
    criteria: tuple[str, ...]
    refusal: WallRefusal | None = None
