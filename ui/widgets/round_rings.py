"""The rings of a round's three slots: kept, not sure, being done, tried or free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.stages import FREE, STAGE_WORDS, stage_word
from ui.theme.mirror import painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme

PLACES = 3
SHAPES = {
    "kept": "disc",
    "not_sure": "open",
    "doing": "dot",
    "tried": "thin",
    "picked": "dotted",  # with its number, which a free slot does not have
    FREE: "dotted",
}


def spoken(stages: Sequence[str]) -> str:
    """Describe a round's rings for screen readers: "1 kept, 2 being done"."""
    counted = Counter(stages)
    parts = [f"{counted[stage]} {stage_word(stage)}" for stage in STAGE_WORDS if counted[stage]]
    return with_commas(parts) or _("nothing picked yet")


class StageRing(QWidget):
    """One ring, for a legend or beside a title."""

    def __init__(self, stage: str, theme: Theme, size: int = 18, number: str = "") -> None:
        super().__init__()
        self._stage, self._theme, self._size, self._number = stage, theme, size, number
        self.setFixedSize(QSize(theme.px(size + 2), theme.px(size + 2)))
        self.setAccessibleName(stage_word(stage))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_stage(painter, middle, self._stage, self._theme, self._size, self._number)


def paint_stage(
    painter: QPainter, middle: QPointF, stage: str, theme: Theme, size: int, number: str = ""
) -> None:
    """Draw the ring of a stage; "being done" has a dot, and no number."""
    shape = SHAPES[stage]
    number = "" if shape == "dot" else number
    ring(painter, middle, theme.px(size), shape, number, theme.tokens)
