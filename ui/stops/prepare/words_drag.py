"""Dragging a card to a step of the encounter, or away from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.stops.prepare.words_list import WordsList
from ui.theme.theme import Theme
from ui.widgets.drag_overlay import DragOverlay

Targets = Callable[[], list[tuple[QWidget, int]]]  # where a card can be dropped, with the step


class WordsDrag:
    """Drags lines of several lists; `put` writes what was dropped on one of the targets.

    A target is a widget with the number of its step, 0 for none.
    """

    def __init__(
        self, page: QWidget, theme: Theme, targets: Targets, put: Callable[[str, int], object]
    ) -> None:
        self._page, self._targets, self._put = page, targets, put
        self._overlay = DragOverlay(page, theme)

    def follow(self, words: WordsList) -> None:
        """Drag the lines of this list too."""
        words.carried.connect(partial(self._move, words))
        words.let_go.connect(partial(self._drop, words))
        words.put_back.connect(self._overlay.let_go)

    def _move(self, words: WordsList, row: int, place: QPoint) -> None:
        """Draw the line at this point of the screen, with what a drop would do."""
        number = self._step_at(words, place)
        answer = "" if number is None else "yes"
        sentence = _("Put it at step {n}").format(n=number) if number else ""
        if number == 0:
            sentence = _("Take it away from its step")
        if not self._overlay.isVisible():
            self._overlay.pick_up(words.text_at(row))
        self._overlay.carry(self._page.mapFromGlobal(place), answer, sentence)

    def _drop(self, words: WordsList, _row: int, place: QPoint) -> None:
        number, card = self._step_at(words, place), words.card
        self._overlay.let_go()
        if number is not None and card is not None:
            self._put(card, number)

    def _step_at(self, words: WordsList, place: QPoint) -> int | None:
        """Return the step below this point; None beside all of them, and where the card is now."""
        for target, number in self._targets():
            if _is_below(target, place):
                return None if target.isAncestorOf(words) else number
        return None


def _is_below(target: QWidget, place: QPoint) -> bool:
    """Whether this point of the screen is over what can be seen of a widget that may scroll."""
    part: QWidget | None = target
    while part is not None:
        if not part.isVisible() or not part.rect().contains(part.mapFromGlobal(place)):
            return False
        part = part.parentWidget()
    return True
