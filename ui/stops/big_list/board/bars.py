"""What is held and moved around the cards: scroll bars, and the border above the groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSettings, Qt

from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.painting import border_handle, groups_bar, small_bar
from ui.theme.kept_numbers import kept_number

WIDER = 4  # pixels around a bar that still hold it
FINGER = 12  # pixels above and below the border where a finger still holds it
STEP = 0.1  # of the height, by which Ctrl and an arrow move the border
LEAST, MOST = 0.15, 0.85
SHELF = "big_list/shelf"  # setting: which share of the height the shelf has


class BoardBars:
    """Moves the border between the shelf and the groups, and scrolls by what shows how far."""

    def __init__(self, layout: BoardLayout) -> None:
        self._layout = layout
        self._move: Callable[[QPoint], object] | None = None
        kept = kept_number(SHELF, 0)
        layout.ground.share = max(LEAST, min(kept, MOST)) if kept else None

    def press(self, point: QPoint) -> bool:
        """Take hold of what lies at a point; returns whether there is anything."""
        self._move = self._at(point)
        return self._move is not None

    def move(self, point: QPoint) -> bool:
        """Move what is held; returns whether anything is."""
        if self._move is None:
            self._layout.view.viewport().setCursor(self._cursor(point))
            return False
        self._move(point)
        return True

    def release(self) -> bool:
        """Let go; returns whether anything was held."""
        held, self._move = self._move is not None, None
        return held

    def step_border(self, step: int) -> None:
        """Move the border a step up (-1) or down."""
        shelf = self._layout.columns[0].area.height() if self._layout.columns else 0.0
        if border_handle(self._layout) is not None:
            self._set_border(shelf / max(1.0, self._layout.ground.height) + step * STEP)

    def border_mover(self, point: QPoint) -> Callable[[QPoint], object] | None:
        """What moves the border under a finger, which needs more room than the mouse."""
        handle = border_handle(self._layout)
        if handle is None or not handle.adjusted(0, -FINGER, 0, FINGER).contains(QPointF(point)):
            return None
        high, shelf = max(1.0, self._layout.ground.height), self._layout.columns[0].area.height()
        return lambda to: self._set_border((shelf + to.y() - point.y()) / high)

    def _set_border(self, share: float) -> None:
        share = max(LEAST, min(share, MOST))
        self._layout.ground.share = share
        QSettings().setValue(SHELF, share)
        self._layout.arrange()

    def _cursor(self, point: QPoint) -> Qt.CursorShape:
        handle = border_handle(self._layout)
        on_border = handle is not None and handle.contains(QPointF(point))
        return Qt.CursorShape.SizeVerCursor if on_border else Qt.CursorShape.ArrowCursor

    def _at(self, point: QPoint) -> Callable[[QPoint], object] | None:
        layout, ground, spot = self._layout, self._layout.ground, QPointF(point)
        handle, across = border_handle(layout), groups_bar(layout)
        if layout.is_small and ground.extent > ground.height and _holds(small_bar(layout), spot):
            return self._scroller(point, 0, ground.extent / ground.height)
        if across is not None and _holds(across, spot):
            return self._scroller(point, ground.extent / ground.pane, 0)
        if handle is not None and handle.contains(spot):
            return lambda to: self._set_border(to.y() / max(1.0, ground.height))
        column = layout.column_at(point)
        bar = column.bar() if column is not None and not layout.is_small else None
        if column is None or bar is None or not _holds(bar, spot):
            return None
        return self._scroller(point, 0, column.length / max(1.0, column.cards_area.height()))

    def _scroller(self, start: QPoint, right: float, down: float) -> Callable[[QPoint], object]:
        """Scroll what lies at `start` by so many pixels for each that the mouse moves."""
        last = QPoint(start)

        def move(to: QPoint) -> None:
            self._layout.scrolling.by(
                start, (to.x() - last.x()) * right, (to.y() - last.y()) * down
            )
            last.setX(to.x())
            last.setY(to.y())

        return move


def _holds(bar: QRectF, spot: QPointF) -> bool:
    return bar.adjusted(-WIDER, -WIDER, WIDER, WIDER).contains(spot)
