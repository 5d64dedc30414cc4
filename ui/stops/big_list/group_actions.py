"""What can be done with whole groups of the big list: put in order, merged."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.i18n import _
from cxworkshop.model import GroupId
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.stops.big_list.confirming import Confirming

Answer = tuple[str, str]  # what a drop would do: "yes", "no" or "" for nothing, and a sentence
SHORT = 44  # letters of a card's words in a sentence of ours


@dataclass(frozen=True)
class GroupTarget:
    """Where a group can be dropped: into another one, or before (-1) or behind (1) it."""

    group: GroupId
    side: int = 0
    words: str = ""


class GroupActions:
    """Changes the order of groups, and makes one of two."""

    def __init__(self, bridge: Bridge, confirming: Confirming) -> None:
        self._bridge, self._confirming = bridge, confirming

    @property
    def _workshop(self) -> Workshop:
        return self._bridge.workshop

    def drop(self, group: GroupId, target: GroupTarget) -> bool:
        """Merge a group into another, or put it beside that."""
        if not target.side:
            return self.merge(group, target.group)
        order = self._order_with(group, target)
        if order == self._order():
            return False
        return self._bridge.attempt(lambda: self._workshop.big_list.order_groups(order))

    def answer(self, group: GroupId, target: GroupTarget) -> Answer:
        """Say what a drop would do, while the group is still being dragged."""
        big_list = self._workshop.big_list
        if target.side:
            moves = self._order_with(group, target) != self._order()
            return ("yes", _("Put it here")) if moves else ("", "")
        why = big_list.why_not(lambda: big_list.merge([target.group, group], sure=True))
        if why:
            return "no", str(why)
        words = target.words if len(target.words) <= SHORT else f"{target.words[:SHORT]}…"
        return "yes", _("One group with “{words}”").format(words=words)

    def move(self, group: GroupId, step: int) -> bool:
        """Put a group so many places further to the right, or to the left if negative."""
        order = self._order()
        place = order.index(group) + step
        if not 0 <= place < len(order):
            return False
        order.remove(group)
        order.insert(place, group)
        return self._bridge.attempt(lambda: self._workshop.big_list.order_groups(order))

    def merge(self, group: GroupId, into: GroupId) -> bool:
        """Move all of a group's cards into another, which keeps its letter and headline."""
        return self._confirming.ask(
            lambda sure: self._workshop.big_list.merge([into, group], sure=sure)
        )

    def _order(self) -> list[GroupId]:
        return [group.id for group in self._workshop.big_list.board().groups]

    def _order_with(self, group: GroupId, target: GroupTarget) -> list[GroupId]:
        order = [one for one in self._order() if one != group]
        order.insert(order.index(target.group) + (target.side > 0), group)
        return order
