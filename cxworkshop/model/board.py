"""The big list: cards, where a round places them, and their groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cxworkshop.model.base import CardId, GroupId, RoundId, Row


@dataclass(frozen=True, kw_only=True)
class Card(Row):
    """Something that customers would like done better. Its code is never given again."""

    table: ClassVar[str] = "card"
    order: ClassVar[str] = "code, id"
    lasts: ClassVar[bool] = True

    id: CardId
    code: int
    first_round: RoundId
    headline: str = ""


@dataclass(frozen=True, kw_only=True)
class RoundCard(Row):
    """A card's place in one round; the id is made of both, so that it is unique."""

    table: ClassVar[str] = "round_card"
    order: ClassVar[str] = "position, id"

    round: RoundId
    card: CardId
    card_group: GroupId | None = None
    position: int = 0
    set_aside_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PrintedCode(Row):
    """A code that is printed somewhere and, after a merge, means this card."""

    table: ClassVar[str] = "printed_code"

    code: int
    card: CardId


@dataclass(frozen=True, kw_only=True)
class CardGroup(Row):
    """Cards of one round that belong together. An empty group is set aside and keeps its letter."""

    table: ClassVar[str] = "card_group"
    order: ClassVar[str] = "position, id"

    id: GroupId
    round: RoundId
    letter: str
    headline: str
    position: int = 0
    set_aside_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ballot(Row):
    """Votes typed from paper: advice to the doers, never a decision."""

    table: ClassVar[str] = "ballot"

    round: RoundId
    card: CardId | None = None
    card_group: GroupId | None = None
    votes: int
