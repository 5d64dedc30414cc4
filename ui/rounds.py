"""A round as its three places: kept, done but not sure, being done, free."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.theme.look import Look
from ui.theme.paint import ring

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from cxworkshop.stops.share import Story

PLACES = 3
WE_DID = "we did"  # the value of `Claim.WE_DID`


def ring_of(story: Story) -> str:
    """The ring of one improvement: a disc only for what is kept (R5)."""
    if story.kept:
        return "disc"
    return "open" if story.claim == WE_DID else "dot"


class RoundRings(QWidget):
    """Three small rings beside one another."""

    def __init__(self, states: Sequence[str], look: Look, name: str = "") -> None:
        super().__init__()
        self._states, self._look = states, look
        self.setFixedSize(QSize(look.px(72), look.px(24)))
        kept = sum(state == "disc" for state in states)
        spoken = _("{kept} of {n} kept").format(kept=kept, n=len(states))
        self.setAccessibleName(name or spoken)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """From left to right, the first place first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(PLACES):
            centre = QPointF(self._look.px(12 + 23 * n), self.height() / 2)
            state = self._states[n] if n < len(self._states) else "dotted"
            ring(painter, centre, self._look.px(19), state, "", self._look.tokens)
