"""What the sheets of stop 3 say: cards for the wall, everything said, the deck of ideas."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class WallCard:
    """One card to cut out. `words` are our headline, or a customer's own where `said` is true."""

    code: str
    words: str
    said: bool
    customers: int
    way: str = ""  # its digit and its short name: "3 Gets it right"
    letter: str = ""  # of its group


@dataclass(frozen=True, kw_only=True)
class WallCards:
    """All cards of a round's list, by their codes."""

    team: str
    round_number: int
    cards: tuple[WallCard, ...]


@dataclass(frozen=True, kw_only=True)
class SaidVerbatim:
    """A customer's own words, who said them as far as paper may tell, and of which way they are.

    `code` is the card that they belong to, where that is not clear from the place.
    """

    words: str
    said_by: str
    way: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidCard:
    """A card with all that was said of it; `agreed` customers said the same without words."""

    code: str
    headline: str
    customers: int
    agreed: int
    said: tuple[SaidVerbatim, ...]


@dataclass(frozen=True, kw_only=True)
class SaidGroup:
    """A group with its cards; it counts customers, not cards."""

    letter: str
    headline: str
    customers: int
    cards: tuple[SaidCard, ...]


@dataclass(frozen=True, kw_only=True)
class EverythingSaid:
    """All that customers said, as it is sorted now; what is set aside stands last."""

    team: str
    round_number: int
    things: int
    customers: int
    groups: tuple[SaidGroup, ...]
    loose: tuple[SaidCard, ...]
    praise: tuple[SaidVerbatim, ...]
    aside: tuple[SaidCard, ...]
    answers_aside: tuple[SaidVerbatim, ...]
    names_shown: bool = False


@dataclass(frozen=True, kw_only=True)
class IdeaCard:
    """One of the 56 ideas, with its number and its group."""

    number: int
    words: str
    group: str
