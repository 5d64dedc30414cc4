"""What the Wall says at the first meeting, at stops 1 to 4."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.content.values import SortingContent
from cxworkshop.queries.meeting_now import LineAsItGoes


@dataclass(frozen=True, kw_only=True)
class WallEmpty:
    """The team's name, and what will be here."""

    team: str
    sentence: str = ""


@dataclass(frozen=True, kw_only=True)
class WallAgenda:
    """Today's meeting, line by line; `lead` and `cost` say what an overrun costs.

    `now` is the time of day while one of the lines is on."""

    lines: tuple[LineAsItGoes, ...]
    until: str = ""
    lead: str = ""
    cost: str = ""
    now: str = ""


@dataclass(frozen=True, kw_only=True)
class WallServed:
    """Whom we serve and whom we accept not to please."""

    serve: tuple[str, ...]
    not_please: tuple[str, ...]
    good_at: str
    experience: str


@dataclass(frozen=True, kw_only=True)
class WallAsk:
    """One question, large, as that of the evening."""

    lead: str
    question: str


@dataclass(frozen=True, kw_only=True)
class SilentWay:
    """One of the ten ways that nobody spoke of, with a question to ask next."""

    name: str
    question: str


@dataclass(frozen=True, kw_only=True)
class WallTalk:
    """What customers said last, newest first. `planned` is 0 where nobody planned any talk."""

    said: tuple[str, ...]
    things: int
    customers: int
    planned: int
    silent: tuple[SilentWay, ...]


@dataclass(frozen=True, kw_only=True)
class WallLine:
    """A group or a loose card. `said` is true where the words are a customer's own."""

    words: str
    said: bool
    customers: int


@dataclass(frozen=True, kw_only=True)
class WallBigList:
    """Groups and loose cards, heard from most customers first; `more` loose ones are left out."""

    lines: tuple[WallLine, ...]
    customers: int  # whom we asked
    things: int
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class WallSaid:
    """A card with its headline of ours, if any, and customers' sentences."""

    code: str
    headline: str
    said: tuple[str, ...]
    customers: int


@dataclass(frozen=True, kw_only=True)
class WallOpened:
    """A group that is opened, or one card; `letter` is that of the group, "" for a card.

    `more` cards of a large group are left out.
    """

    letter: str
    headline: str
    customers: int
    asked: int
    cards: tuple[WallSaid, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class WallSorting:
    """Sorting, as the Desk sees it but for words that are held back."""

    content: SortingContent


@dataclass(frozen=True, kw_only=True)
class WallSlot:
    """One of the three slots."""

    number: int
    headline: str
    customers: int
    quote: str


@dataclass(frozen=True, kw_only=True)
class WallRefusal:
    """R1: what was refused as a fourth pick stays on the list."""

    lead: str
    sentence: str
    code: str
    words: str
    customers: int


@dataclass(frozen=True, kw_only=True)
class WallSlots:
    """The slots that are taken, by number."""

    slots: tuple[WallSlot, ...]
    criteria: tuple[str, ...]
    refusal: WallRefusal | None = None
