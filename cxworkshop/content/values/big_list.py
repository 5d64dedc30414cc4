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
class WallCardsContent:
    """All cards of a round's list, ordered by code."""

    team: str
    round_number: int
    cards: tuple[WallCard, ...]


@dataclass(frozen=True, kw_only=True)
class SaidVerbatim:
    """A customer's own words, who said them as far as paper may tell, and their way.

    `code` is the card that they belong to, for words that are listed apart from their card.
    """

    words: str
    said_by: str
    way: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidCard:
    """A card with all that was said of it; `agreed` customers said the same without words.

    `left` says why it is not on the list any more, as "handed on"; "" for one that is on it.
    """

    code: str
    headline: str
    customers: int
    agreed: int
    said: tuple[SaidVerbatim, ...]
    left: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidGroup:
    """A group with its cards; `customers` counts distinct customers, not cards."""

    letter: str
    headline: str
    customers: int
    cards: tuple[SaidCard, ...]


@dataclass(frozen=True, kw_only=True)
class EverythingSaidContent:
    """All that customers said, sorted as the big list is now; what is set aside comes last.

    `verbatims` and `customers` count what is on the list and what left it.
    """

    team: str
    round_number: int
    verbatims: int
    customers: int
    groups: tuple[SaidGroup, ...]
    loose: tuple[SaidCard, ...]
    praise: tuple[SaidVerbatim, ...]
    left: tuple[SaidCard, ...]
    aside: tuple[SaidCard, ...]
    answers_aside: tuple[SaidVerbatim, ...]
    names_shown: bool = False


@dataclass(frozen=True, kw_only=True)
class IdeaCard:
    """One of the 56 ideas, with its number and its group."""

    number: int
    words: str
    group: str
