"""The big list: cards, where a round places them, and their groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from cxworkshop.model.base import CardId, GroupId, RoundId, Row
from cxworkshop.model.limits import NUMBERS, Matching


@dataclass(frozen=True, kw_only=True)
class Card(Row):
    """Something that customers would like done better. Its code is never given again."""

    table: ClassVar[str] = "card"
    order: ClassVar[str] = "code, id"
    lasts: ClassVar[bool] = True
    unique: ClassVar[tuple[str, ...]] = ("code",)
    counted_by: ClassVar[str] = "card"

    id: CardId
    code: Annotated[int, NUMBERS]
    first_round: RoundId
    headline: str = ""


@dataclass(frozen=True, kw_only=True)
class RoundCard(Row):
    """A card's place in one round; the id is made of both, so that it is unique."""

    table: ClassVar[str] = "round_card"
    order: ClassVar[str] = "position, id"
    id_form: ClassVar[str] = "{round}/{card}"

    round: RoundId
    card: CardId
    card_group: GroupId | None = None
    position: int = 0
    set_aside_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PrintedCode(Row):
    """A code that is printed somewhere and, after a merge, means this card."""

    table: ClassVar[str] = "printed_code"

    code: Annotated[int, NUMBERS]
    card: CardId


@dataclass(frozen=True, kw_only=True)
class CardGroup(Row):
    """Cards of one round that belong together. An empty group is set aside and keeps its letter."""

    table: ClassVar[str] = "card_group"
    order: ClassVar[str] = "position, id"
    unique: ClassVar[tuple[str, ...]] = ("round", "letter")

    id: GroupId
    round: RoundId
    letter: Annotated[str, Matching("[A-Z]{1,6}")]
    headline: str
    position: int = 0
    set_aside_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ballot(Row):
    """Votes typed from paper: advice to the doers, never a decision."""

    table: ClassVar[str] = "ballot"
    id_form: ClassVar[str] = "{round}/{card|card_group}/ballot"
    one_of: ClassVar[tuple[str, ...]] = ("card", "card_group")

    round: RoundId
    card: CardId | None = None
    card_group: GroupId | None = None
    votes: int
