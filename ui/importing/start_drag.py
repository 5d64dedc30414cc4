"""Drag the line above the first answers: a click on a row, or a drag to it."""

from __future__ import annotations

from collections.abc import Callable


class StartDrag:
    """Where the mouse was pressed, and over which row it is.

    `can_start` says whether a row can be the first with answers.
    """

    def __init__(self, can_start: Callable[[int], bool]) -> None:
        self._can_start = can_start
        self._pressed: int | None = None
        self._over: int | None = None

    @property
    def row(self) -> int | None:
        """The row that would be the first, while the mouse is dragged to another one."""
        return self._over if self._over != self._pressed else None

    @property
    def is_on(self) -> bool:
        """Whether the mouse is pressed on a row."""
        return self._pressed is not None

    def press(self, row: int | None) -> None:
        """Begin at a row."""
        self._pressed = self._over = row

    def move(self, row: int | None) -> bool:
        """Go on over a row; return whether that moves the line.

        A row that can't be the first leaves the line where it is.
        """
        if not self.is_on or row is None or row == self._over or not self._can_start(row):
            return False
        self._over = row
        return True

    def end(self) -> int | None:
        """Let go; return the row of the click, or to which the line was dragged."""
        row, self._pressed, self._over = self._over, None, None
        return row
