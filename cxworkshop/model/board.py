"""The big list: cards, where a round places them, and their groups."""

from datetime import date
from typing import Annotated, ClassVar

from cxworkshop.model.answers import Left
from cxworkshop.model.base import CardId, GroupId, RoundId, Row, StepId
from cxworkshop.model.limits import NUMBERS, Matching


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
    step: StepId | None = None  # of the encounter, to which it belongs


class RoundCard(Row):
    """A card's place from this round on, until a later round has another.

    A card that `left` the list is not on it; one that is set aside is in the drawer.
    """

    table: ClassVar[str] = "round_card"
    order: ClassVar[str] = "position, id"
    id_form: ClassVar[str] = "{round}/{card}"

    round: RoundId
    card: CardId
    card_group: GroupId | None = None
    position: int = 0
    set_aside_on: date | None = None
    left: Left | None = None


class PrintedCode(Row):
    """A code that is printed somewhere and, after a merge, means this card."""

    table: ClassVar[str] = "printed_code"

    code: Annotated[int, NUMBERS]
    card: CardId


class CardGroup(Row):
    """Cards that belong together, under a letter; it is the same group in all later rounds."""

    table: ClassVar[str] = "card_group"
    lasts: ClassVar[bool] = True
    unique: ClassVar[tuple[str, ...]] = ("first_round", "letter")

    id: GroupId
    first_round: RoundId
    letter: Annotated[str, Matching("[A-Z]{1,6}")]


class RoundGroup(Row):
    """How a group is from this round on, until a later round changes it.

    An empty group is set aside; its letter is free again in the next round.
    """

    table: ClassVar[str] = "round_group"
    order: ClassVar[str] = "position, id"
    id_form: ClassVar[str] = "{round}/{card_group}"

    round: RoundId
    card_group: GroupId
    headline: str
    position: int = 0
    set_aside_on: date | None = None


class Ballot(Row):
    """Votes typed from paper: advice to the doers, never a decision."""

    table: ClassVar[str] = "ballot"
    id_form: ClassVar[str] = "{round}/{card|card_group}/ballot"
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("card", "card_group"),)

    round: RoundId
    card: CardId | None = None
    card_group: GroupId | None = None
    votes: int


class Opposite(Row):
    """Two cards or groups of which customers want the contrary, and for whom the team decided."""

    table: ClassVar[str] = "opposite"
    id_form: ClassVar[str] = "{card|card_group}/{other_card|other_group}"
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("card", "card_group"),
        ("other_card", "other_group"),
    )

    card: CardId | None = None
    card_group: GroupId | None = None
    other_card: CardId | None = None
    other_group: GroupId | None = None
    decided_for: str = ""
    set_aside_on: date | None = None


class Different(Row):
    """Two cards that look the same and were judged different; nobody is asked about them again."""

    table: ClassVar[str] = "different"
    id_form: ClassVar[str] = "{card}/{other_card}"

    card: CardId
    other_card: CardId


class Answer(Row):
    """That we can't, and who can; or whom a wish was handed on to, and what they answered.

    With it the card leaves the list. It is over, and stays to be read, when customers raise the
    wish again.
    """

    table: ClassVar[str] = "answer"
    lasts: ClassVar[bool] = True

    round: RoundId
    card: CardId
    left: Left
    given_on: date
    why: str = ""
    who_can: str = ""
    handed_to: str = ""
    asked_on: date | None = None
    their_answer: str = ""
    raised_again_on: date | None = None
