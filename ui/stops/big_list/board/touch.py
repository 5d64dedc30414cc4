"""One finger on the board: taps select, two quick ones edit, a hold drags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from ui.stops.big_list.board.bars import BoardBars
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection
from ui.theme.mirror import is_mirrored
from ui.widgets.gestures import watch


class BoardTouch:
    """Turns gestures into selections and drags; `edit_at` opens the headline at a point."""

    def __init__(
        self,
        layout: BoardLayout,
        selection: BoardSelection,
        drag: BoardDrag,
        bars: BoardBars,
        edit_at: Callable[[QPoint], None],
    ) -> None:
        self._layout, self._selection, self._drag = layout, selection, drag
        self._bars, self._swipe_from = bars, QPoint()
        self._move_border: Callable[[QPoint], object] | None = None
        self._border_at = QPoint()
        gestures = watch(layout.view, self._scroll)
        for signal, do in (
            (gestures.tapped, self._tap),
            (gestures.tapped_twice, edit_at),
            (gestures.held, self._hold),
            (gestures.carried, self._move),
            (gestures.let_go, self._release),
        ):
            signal.connect(lambda point, do=do: do(layout.reckoned(point)))
        gestures.lost.connect(drag.cancel)

    def _scroll(self, point: QPoint, right: float, down: float) -> bool:
        """Scroll what lies where the swipe began; from the border, move that."""
        layout = self._layout
        if point is not self._swipe_from:  # another swipe
            self._swipe_from, self._border_at = point, layout.reckoned(point)
            self._move_border = self._bars.border_mover(self._border_at)
        if self._move_border is not None:
            # A new point: `-=` would change the one from which the border reckons.
            self._border_at = self._border_at - QPoint(0, round(down))
            self._move_border(self._border_at)
            return True
        return layout.scrolling.by(layout.reckoned(point), -right if is_mirrored() else right, down)

    def _tap(self, point: QPoint) -> None:
        if self._drag.mode == "place":
            self._drag.drop_at(point)
            return
        self._layout.view.setFocus()
        card = self._layout.card_at(point)
        if card is None:
            self._selection.clear()
        else:
            self._selection.toggle_by_tap(card)

    def _hold(self, point: QPoint) -> None:
        card = self._layout.card_at(point)
        if card is None or self._drag.mode:
            return
        self._layout.view.setFocus()
        if not self._selection.is_selected(card.face.card.id):
            self._selection.select_only(card)
        self._selection.focus(card)
        self._drag.begin(self._selection.cards(), "drag")
        self._drag.move_to(point)

    def _move(self, point: QPoint) -> None:
        if self._drag.mode:
            self._drag.move_to(point)

    def _release(self, point: QPoint) -> None:
        if self._drag.mode == "drag":
            self._drag.drop_at(point)
