"""A box to tick without words of its own, which stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from cxworkshop.compat import override
from ui.theme.theme import Theme

SIDE = 32  # pixels at 100 %: what a finger needs at the least


class Tick(QCheckBox):
    """Can be pressed all over its place in a row, which is larger than the box."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._side = theme.px(SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.MinimumExpanding)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._side, self._side))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: object) -> bool:
        return True
