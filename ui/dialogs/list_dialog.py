"""A dialog with a title, a sentence about it, a list, and a button that closes it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList
from ui.widgets.tab_order import go_by_tab


class ListDialog(QDialog):
    """What goes above the list is added to `box`, then `finish` is called."""

    def __init__(self, title: str, about: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        fit_dialog(self, theme, 720, 600)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.box.setSpacing(theme.px(10))
        self.box.addWidget(Label(title, theme, "h1"))
        self.box.addWidget(Label(about, theme, "body", "grey"))
        self.lines = RowList(theme, title)

    def finish(self, below: QWidget | None = None) -> None:
        """Add the list, what goes below it, and the button."""
        self.box.addWidget(self.lines, 1)
        if below is not None:
            self.box.addWidget(below)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        self.box.addLayout(foot)

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab: rows that came later would come last, in Qt's own order."""
        return go_by_tab(self, forward=forward)
