"""What the sheets of stop 3 say: cards for the wall, everything said, the deck of ideas."""

from __future__ import annotations

from cxworkshop.value_object import ValueObject


class WallCard(ValueObject):
    """One card to cut out. `words` are our headline, or a customer's own where `said` is true."""

    code: str
    words: str
    said: bool
    customers: int
    way: str = ""  # its digit and its short name: "3 Gets it right"
    letter: str = ""  # of its group


class WallCardsContent(ValueObject):
    """All cards of a round's list, ordered by code; `workshop` is its short identity."""

    team: str
    workshop: str
    round_number: int
    cards: tuple[WallCard, ...]


class PileHeadline(ValueObject):
    """A group as it hangs above its pile; `customers` counts distinct customers."""

    letter: str
    headline: str
    customers: int


class PileHeadlinesContent(ValueObject):
    """The groups of a round, and the letters that its next groups will have.

    `workshop` is its short identity.
    """

    team: str
    workshop: str
    round_number: int
    groups: tuple[PileHeadline, ...]
    next_letters: tuple[str, ...]


class SaidVerbatim(ValueObject):
    """A customer's own words, who said them as far as paper may tell, and their way.

    `code` is the card that they belong to, for words that are listed apart from their card.
    """

    words: str
    said_by: str
    way: str = ""
    code: str = ""


class SaidCard(ValueObject):
    """A card with all that was said of it; `agreed` customers said the same without words.

    `left` says why it is not on the list any more, as "handed on"; "" for one that is on it.
    """

    code: str
    headline: str
    customers: int
    agreed: int
    said: tuple[SaidVerbatim, ...]
    left: str = ""


class SaidGroup(ValueObject):
    """A group with its cards; `customers` counts distinct customers, not cards."""

    letter: str
    headline: str
    customers: int
    cards: tuple[SaidCard, ...]


class EverythingSaidContent(ValueObject):
    """All that customers said, sorted as the big list is now; what is set aside comes last.

    `verbatims` and `customers` count what is on the list and what left it; `asked` are all whom we
    talked to, those too who said nothing of it.
    """

    team: str
    round_number: int
    verbatims: int
    customers: int
    asked: int
    groups: tuple[SaidGroup, ...]
    loose: tuple[SaidCard, ...]
    praise: tuple[SaidVerbatim, ...]
    left: tuple[SaidCard, ...]
    aside: tuple[SaidCard, ...]
    answers_aside: tuple[SaidVerbatim, ...]


class IdeaCard(ValueObject):
    """An idea of the deck, with its number and its group."""

    number: int
    words: str
    group: str


class SortCard(ValueObject):
    """The card whose turn it is; customers' sentences each once, the first of them the largest.

    `headline` is ours, "" for none. `kinds` are those of the customers who said it. `since` is the
    round of which it is, 0 for a card of this round.
    """

    code: str
    headline: str
    said: tuple[str, ...]
    customers: int
    kinds: tuple[str, ...]
    way: str = ""
    since: int = 0


class SortTarget(ValueObject):
    """A group as a place for the card; `slot` is 0 while it is not picked."""

    letter: str
    headline: str
    cards: int
    customers: int
    slot: int = 0


class SortedCard(ValueObject):
    """Another card, with the letter of its group."""

    code: str
    words: str
    said: bool
    letter: str


class SortingContent(ValueObject):
    """Sorting as the room sees it. `card` is None when all are sorted.

    `near` is a card that says something like it and is in a group already; `last` the one that was
    put into a group last.
    """

    number: int
    total: int
    sorted: int
    skipped: int
    card: SortCard | None
    targets: tuple[SortTarget, ...]
    near: SortedCard | None = None
    last: SortedCard | None = None


class PairSide(ValueObject):
    """One of two cards that look the same; `more` customers said it besides the first.

    `whom` counts those whom we serve, "" where nobody is named. `since` is the round of which it
    is, 0 for a card of this round.
    """

    code: str
    headline: str
    said: str
    more: int
    customers: int
    whom: str
    kinds: tuple[str, ...]
    way: str = ""
    since: int = 0


class PairContent(ValueObject):
    """Two cards side by side, and how many customers they have together, each once."""

    one: PairSide
    other: PairSide
    customers: int
