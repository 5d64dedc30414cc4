"""Keys one below the other, each with what it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop.keys import Key
from ui.theme.theme import Theme
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Label


class KeyList(QWidget):
    """A column of key caps and a column of words."""

    def __init__(self, keys: Sequence[Key], theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(keys):
            grid.addWidget(KeyCap(key.name, theme), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(key.does, theme, "field"), place, 1)
