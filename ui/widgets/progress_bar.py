"""A thin bar that shows a share."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from cxworkshop.i18n import _
from ui.theme.theme import Theme


class ProgressBar(QProgressBar):
    """Hidden until there is a share to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(theme.px(6))
        self.setAccessibleName(_("Progress"))
        self.hide()

    def show_share(self, done: int, of: int) -> None:
        """Show a share; where `of` is 0 there is no bar, for none may move by itself."""
        self.setRange(0, max(of, 1))
        self.setValue(done)
        self.setVisible(of > 0)
