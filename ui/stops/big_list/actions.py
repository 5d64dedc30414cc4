"""What can be done with cards of the big list: one call of the core each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxworkshop.i18n import _
from cxworkshop.model import CardId, EncounterStep, GroupId, StepId, Way
from cxworkshop.queries.board import Board
from cxworkshop.queries.gathering import Choice, Filter, Gathered, Wanted
from cxworkshop.queries.pile_lines import Piles
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW
from ui.stops.big_list.confirming import Confirming
from ui.stops.big_list.group_actions import SHORT, Answer, GroupActions
from ui.stops.big_list.opposite_actions import OppositeActions
from ui.widgets.answer_form import Writing


@dataclass(frozen=True)
class DropTarget:
    """Where cards can be dropped: a column, or a card that is in no group."""

    kind: str
    group: GroupId | None = None
    card: CardId | None = None
    words: str = ""


class BoardActions:
    """Changes the list; what asks first because of many cards (R12) is done by `confirming`.

    `answer_to` opens a form for the answer to a card or a group, by its code; `grouped` is told of
    each new group, for it wants a headline.
    Methods that return a bool say whether anything was done; a refusal goes to the bridge.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.opposites = OppositeActions(bridge)
        self.confirming = Confirming(bridge)
        self.groups = GroupActions(bridge, self.confirming)
        self.answer_to: Callable[[str, Writing], object] = lambda _code, _what: None
        self.grouped: Callable[[GroupId], object] = lambda _group: None

    @property
    def _workshop(self) -> Workshop:
        return self._bridge.workshop

    def board(self) -> Board:
        """The list as it is now."""
        return self._workshop.big_list.board()

    def captions(self) -> Captions:
        """What stands on cards and groups besides their words."""
        return Captions(
            self._workshop.talk.customers.kinds(),
            {way.id: way.name for way in self._workshop.prepare.ways()},
            self.opposites.captions(),
            self._slots(),
        )

    def prepare_search(self) -> None:
        """Get ready for a search."""
        self._workshop.big_list.prepare_search()

    def gather(self, wanted: Wanted) -> Gathered:
        """Gather the cards on the list that are wanted."""
        return self._workshop.big_list.gather(wanted)

    def choices(self, wanted: Wanted, filter_: Filter) -> list[Choice]:
        """What a filter can be set to among these cards."""
        return self._workshop.big_list.choices(wanted, filter_)

    def _slots(self) -> dict[str, int]:
        """The slots of this round by the groups in them."""
        picks = self._workshop.pick.slots()
        return {pick.card_group: slot for slot, pick in picks.items() if pick.card_group}

    def drop(self, cards: Sequence[CardId], target: DropTarget) -> bool:
        """Put cards where they are dropped; False if they are there already or it was refused."""
        if self._are_at(cards, target):
            return False
        if target.kind == ASIDE:
            return self.set_aside(cards)
        return self._ask(lambda sure: self._tell(self._drop(cards, target, sure=sure)))

    def answer(self, cards: Sequence[CardId], target: DropTarget) -> Answer:
        """Say what a drop would do, while the cards are still being dragged."""
        if not cards or self._are_at(cards, target):
            return "", ""
        why = self._workshop.big_list.why_not(lambda: self._drop(cards, target, sure=True))
        return ("no", str(why)) if why else ("yes", _drop_sentence(target))

    def group(self, cards: Sequence[CardId]) -> bool:
        """Put cards together in a new group."""
        return self._ask(lambda sure: self._tell(self._workshop.big_list.group(cards, sure=sure)))

    def ungroup(self, cards: Sequence[CardId]) -> bool:
        """Take cards out of their groups."""
        return self._ask(lambda sure: self._workshop.big_list.ungroup(cards, sure=sure))

    def set_aside(self, cards: Sequence[CardId]) -> bool:
        """Put cards into the drawer."""
        return self._ask(lambda sure: self._workshop.big_list.set_aside(cards, sure=sure))

    def bring_back(self, cards: Sequence[CardId]) -> bool:
        """Take cards out of the drawer."""
        return self._ask(lambda sure: self._workshop.big_list.bring_back(cards, sure=sure))

    def join(self, cards: Sequence[CardId]) -> bool:
        """Make one card of several that say the same."""
        return self._bridge.attempt(lambda: self._workshop.big_list.join(cards))

    def split(self, card: CardId) -> bool:
        """Make a card of its own of each of a card's sentences but the first."""

        def action() -> None:
            words = next(row.verbatims for row in self.board().cards if row.id == card)
            with self._workshop.as_one(_("Split a card")):
                for verbatim in words[1:]:
                    self._workshop.big_list.split(card, [verbatim.id])

        return self._bridge.attempt(action)

    def ways(self) -> list[Way]:
        """The ten ways, under the team's own names."""
        return self._workshop.prepare.ways()

    def tag(self, cards: Sequence[CardId], way: str | None) -> bool:
        """Say which way cards are about, or with None that they are about none."""
        return self._ask(lambda sure: self._workshop.talk.tag_cards(cards, way, sure=sure))

    def steps(self) -> list[EncounterStep]:
        """The steps of the encounter, in their order."""
        return self._workshop.prepare.encounter.steps()

    def put_at_step(self, cards: Sequence[CardId], step: StepId | None) -> bool:
        """Put the cards' words at a step of the encounter, or with None at none."""
        encounter = self._workshop.prepare.encounter
        if step is None:
            return self._ask(lambda sure: encounter.take_words_away(cards, sure=sure))
        return self._ask(lambda sure: encounter.put_words(cards, step, sure=sure))

    def way_name(self, way: str) -> str:
        """The team's own name for a way."""
        return next(row.name for row in self._workshop.prepare.ways() if row.id == way)

    def name_card(self, card: CardId, words: str) -> bool:
        """Give a card a headline of ours; "" shows the customer's words again."""
        return self._bridge.attempt(lambda: self._workshop.big_list.set_card_headline(card, words))

    def name_group(self, group: GroupId, words: str) -> bool:
        """Give a group another headline."""
        return self._bridge.attempt(lambda: self._workshop.big_list.rename(group, words))

    def dissolve(self, group: GroupId) -> bool:
        """Take a group apart."""
        return self._ask(lambda sure: self._workshop.big_list.dissolve(group, sure=sure))

    def group_pile(self, line: str) -> object:
        """Group one typed pile; None if it was refused, so that the line keeps its text."""
        piles = self._workshop.big_list.piles
        return self._ask(lambda sure: piles.group_line(line, sure=sure)) or None

    def preview_piles(self, lines: str) -> Piles:
        """Look up what typed piles would do."""
        return self._workshop.big_list.piles.preview(lines)

    def group_fitting(self, lines: str) -> bool:
        """Group what fits of typed piles."""

        def action(sure: bool) -> object:
            return self._workshop.big_list.piles.group(lines, sure=sure, but_these=True)

        return self._ask(action)

    def _tell(self, group: GroupId | None) -> None:
        if group is not None:
            self.grouped(group)

    def _drop(self, cards: Sequence[CardId], target: DropTarget, *, sure: bool) -> GroupId | None:
        """Put cards where they are dropped; returns a group that is new."""
        big_list = self._workshop.big_list
        if target.kind == ASIDE:
            big_list.set_aside(cards, sure=sure)
        elif target.card is not None:
            others = [card for card in cards if card != target.card]
            return big_list.group([target.card, *others], sure=sure)
        elif target.group is not None:
            big_list.add(cards, target.group, sure=sure)
        elif target.kind == NEW:
            return big_list.group(cards, sure=sure)
        else:
            big_list.ungroup(cards, sure=sure)
        return None

    def _are_at(self, cards: Sequence[CardId], target: DropTarget) -> bool:
        """Whether all of them are there already, so that a drop changes nothing."""
        board = self.board()
        if target.kind == NEW or target.card is not None:
            return False
        if target.kind == GROUP:
            cards_there = next(group.cards for group in board.groups if group.id == target.group)
        else:
            cards_there = board.loose if target.kind == LOOSE else board.aside
        return set(cards) <= {card.id for card in cards_there}

    def _ask(self, action: Callable[[bool], object]) -> bool:
        return self.confirming.ask(action)


def _drop_sentence(target: DropTarget) -> str:
    if target.kind == ASIDE:
        return _("Set aside")
    if target.group is not None or target.card is not None:
        words = target.words if len(target.words) <= SHORT else f"{target.words[:SHORT]}…"
        return _("Group with “{words}”").format(words=words)
    return _("A new group") if target.kind == NEW else _("Take out of the group")
