"""What the big list says to the core: one method for each thing that can be done with cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxworkshop.errors import AsksFirst
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board
from cxworkshop.queries.pile_lines import Piles
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW

SHORT = 44  # letters of a card's words in a sentence of ours


@dataclass(frozen=True)
class DropTarget:
    """Where cards can be let go: a column, or a card that is in no group."""

    kind: str
    group: GroupId | None = None
    card: CardId | None = None
    words: str = ""


class BoardActions:
    """Changes the list; what many cards at once ask first (R12) can be done again with `sure`."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.again: Callable[[], object] | None = None

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self._bridge.workshop

    def board(self) -> Board:
        """The list as it is now."""
        return self.workshop.big_list.board()

    def kinds(self, found: Board) -> dict[CardId, str]:
        """Of what kind the customer is who said a card first."""
        kind_of = self.workshop.talk.customers.kinds()
        cards = (card for card in (*found.cards, *found.aside) if card.verbatims)
        return {card.id: kind_of[card.verbatims[0].conversation] for card in cards}

    def find(self, text: str, found: Board) -> list[CardId]:
        """Cards on the list by number, "17" or "#17"; else by words."""
        number = text.lstrip("#")
        by_code = [card.id for card in found.cards if str(card.code) == number]
        there = {card.id for card in found.cards}
        return by_code or [card for card in self.workshop.big_list.find(text) if card in there]

    def drop(self, cards: Sequence[CardId], target: DropTarget) -> bool:
        """Put cards where a hand lets them go."""
        if self._stays(cards, target):
            return False
        if target.kind == ASIDE:
            return self.set_aside(cards)
        return self._ask(lambda sure: self._put(cards, target, sure=sure))

    def says(self, cards: Sequence[CardId], target: DropTarget) -> tuple[str, str]:
        """What a place answers to cards that hang over it: "yes", "no" or "", and a sentence."""
        if not cards or self._stays(cards, target):
            return "", ""
        why = self.workshop.big_list.why_not(lambda: self._put(cards, target, sure=True))
        return ("no", str(why)) if why else ("yes", self._would(target))

    def group(self, cards: Sequence[CardId]) -> bool:
        """Put cards together: in the group that one of them is in, or in a new one."""
        return self._ask(lambda sure: self.workshop.big_list.group(cards, sure=sure))

    def ungroup(self, cards: Sequence[CardId]) -> bool:
        """Take cards out of their groups."""
        return self._ask(lambda sure: self.workshop.big_list.ungroup(cards, sure=sure))

    def set_aside(self, cards: Sequence[CardId]) -> bool:
        """Into the drawer."""
        return self._ask(lambda sure: self.workshop.big_list.set_aside(cards, sure=sure))

    def bring_back(self, cards: Sequence[CardId]) -> bool:
        """Out of the drawer."""
        return self._ask(lambda sure: self.workshop.big_list.bring_back(cards, sure=sure))

    def join(self, cards: Sequence[CardId]) -> bool:
        """The same thing said twice becomes one card."""
        return self._bridge.attempt(lambda: self.workshop.big_list.join(cards))

    def split(self, card: CardId) -> bool:
        """Each of a card's sentences but the first becomes a card of its own."""

        def action() -> None:
            words = next(row.verbatims for row in self.board().cards if row.id == card)
            with self.workshop.as_one(_("Split a card")):
                for verbatim in words[1:]:
                    self.workshop.big_list.split(card, [verbatim.id])

        return self._bridge.attempt(action)

    def tag(self, card: CardId, way: str) -> bool:
        """What was said first on a card is about this way."""
        words = next(row.verbatims for row in self.board().cards if row.id == card)
        return self._bridge.attempt(lambda: self.workshop.talk.tag(words[0].id, way))

    def way_name(self, way: str) -> str:
        """The team's own name for it."""
        return next(row.name for row in self.workshop.prepare.ways() if row.id == way)

    def name_card(self, card: CardId, words: str) -> bool:
        """A headline of ours; "" shows the customer's words again."""
        return self._bridge.attempt(lambda: self.workshop.big_list.set_card_headline(card, words))

    def name_group(self, group: GroupId, words: str) -> bool:
        """Another headline."""
        return self._bridge.attempt(lambda: self.workshop.big_list.rename(group, words))

    def dissolve(self, group: GroupId) -> bool:
        """Take a group apart."""
        return self._ask(lambda sure: self.workshop.big_list.dissolve(group, sure=sure))

    def merge(self, group: GroupId, into: GroupId) -> bool:
        """All of a group's cards go to another, which keeps its letter and headline."""
        return self._ask(lambda sure: self.workshop.big_list.merge([into, group], sure=sure))

    def paper_line(self, line: str) -> object:
        """A pile from the real wall; None when it was refused."""
        return self._ask(lambda sure: self.workshop.big_list.group_pile(line, sure=sure)) or None

    def look_at(self, lines: str) -> Piles:
        """What typed piles would do."""
        return self.workshop.big_list.preview_piles(lines)

    def pile_up(self, lines: str) -> bool:
        """Of these piles, all that fits."""

        def action(sure: bool) -> object:
            return self.workshop.big_list.group_piles(lines, sure=sure, but_these=True)

        return self._ask(action)

    def _put(self, cards: Sequence[CardId], target: DropTarget, *, sure: bool) -> None:
        big_list = self.workshop.big_list
        if target.kind == ASIDE:
            big_list.set_aside(cards, sure=sure)
        elif target.card is not None:
            others = [card for card in cards if card != target.card]
            big_list.group([target.card, *others], sure=sure)
        elif target.group is not None:
            big_list.add(cards, target.group, sure=sure)
        elif target.kind == NEW:
            big_list.group(cards, sure=sure)
        else:
            big_list.ungroup(cards, sure=sure)

    def _stays(self, cards: Sequence[CardId], target: DropTarget) -> bool:
        """Whether all of them are there already, so that letting go changes nothing."""
        found = self.board()
        if target.kind == NEW or target.card is not None:
            return False
        if target.kind == GROUP:
            there = next(group.cards for group in found.groups if group.id == target.group)
        else:
            there = found.loose if target.kind == LOOSE else found.aside
        return set(cards) <= {card.id for card in there}

    def _would(self, target: DropTarget) -> str:
        if target.kind == ASIDE:
            return _("Set aside")
        if target.group is not None or target.card is not None:
            words = target.words if len(target.words) <= SHORT else f"{target.words[:SHORT]}…"
            return _("Group with “{words}”").format(words=words)
        return _("A new group") if target.kind == NEW else _("Take out of the group")

    def _ask(self, action: Callable[[bool], object]) -> bool:
        self.again = lambda: action(True)  # noqa: FBT003 - "sure"
        return self._bridge.attempt(lambda: action(False))  # noqa: FBT003

    def yes(self) -> None:
        """Do once more, and surely, what asked first."""
        if self.again is not None:
            self._bridge.do(self.again)

    def asks(self, refusal: object) -> bool:
        """Whether a refusal only asks first."""
        return isinstance(refusal, AsksFirst) and self.again is not None
