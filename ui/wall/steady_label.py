"""A label that is as high as the longest that it may say, so that nothing below it moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from ui.theme.theme import Theme
from ui.widgets.labels import Label


class SteadyLabel(Label):
    """`may_say` are its longest texts: somebody presses a button and finds it at its place."""

    def __init__(
        self, theme: Theme, may_say: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        self._may_say = tuple(may_say)
        super().__init__("", theme, "small", "grey", parent=parent)

    @override
    def heightForWidth(self, width: int) -> int:
        room, flags = QRect(0, 0, max(width, 1), 1 << 20), int(Qt.TextFlag.TextWordWrap)
        metrics = self.fontMetrics()
        longest = (metrics.boundingRect(room, flags, words).height() for words in self._may_say)
        return max(super().heightForWidth(width), *longest)
