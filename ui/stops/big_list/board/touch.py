"""The board under a finger: a tap adds to what is chosen, a hold takes it into the hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.dragging import BoardInHand
from ui.theme.theme import Theme
from ui.widgets.gestures import watch


class BoardTouched(BoardInHand):
    """Fingers have no Ctrl key: one tap chooses a card, another lets it go."""

    def __init__(self, theme: Theme, deeds: BoardActions) -> None:
        super().__init__(theme, deeds)
        finger = watch(self)
        finger.tapped.connect(self._tap)
        finger.tapped_twice.connect(self._tap_twice)
        finger.held.connect(self._hold)
        finger.carried.connect(self._carry_by_touch)
        finger.let_go.connect(self._let_go_by_touch)
        finger.lost.connect(self.put_back)

    def edit_at(self, place: QPoint) -> None:
        """Write the headline of what lies there."""
        raise NotImplementedError

    def _tap(self, here: QPoint) -> None:
        if self.mode == "place":
            self._let_go(here)
            return
        self.setFocus()
        card = self.card_at(here)
        if card is None:
            self.scene().clearSelection()
        else:
            was = card.isSelected()
            if not self._by_space:  # something was done with what is still chosen
                self.scene().clearSelection()
            self._by_space = True
            card.setSelected(not was)
            card.setFocus()

    def _tap_twice(self, here: QPoint) -> None:
        self.edit_at(here)

    def _hold(self, here: QPoint) -> None:
        card = self.card_at(here)
        if card is None or self.mode:
            return
        self.setFocus()
        if not card.isSelected():
            self.choose_only(card)
        card.setFocus()
        self.pick_up("drag")
        self._carry(here)

    def _carry_by_touch(self, here: QPoint) -> None:
        if self.mode:
            self._carry(here)

    def _let_go_by_touch(self, here: QPoint) -> None:
        if self.mode == "drag":
            self._let_go(here)
