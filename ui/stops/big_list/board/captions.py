"""What stands on cards and groups besides their words: kinds, ways, opposites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxworkshop.model import ConversationId
from cxworkshop.queries.board import BoardCard


@dataclass(frozen=True)
class Captions:
    """`kinds` are those of customers, by conversation, `ways` are the team's names by key.

    `opposites` are sentences, by the id of a card or a group; `slots` are those of picked groups.
    """

    kinds: Mapping[ConversationId, str]
    ways: Mapping[str, str]
    opposites: Mapping[str, str]
    slots: Mapping[str, int] = field(default_factory=dict)

    def kind(self, card: BoardCard) -> str:
        """The kind of the customer who said a card first; "" if it is not known."""
        said = card.verbatims
        return self.kinds.get(said[0].conversation, "") if said else ""

    def way(self, card: BoardCard) -> str:
        """The name of the way that a card is about; "" for none."""
        return self.ways.get(card.way or "", "")

    def opposite(self, row_id: str) -> str:
        """The sentence about the opposites of a card or a group; "" for none."""
        return self.opposites.get(row_id, "")
