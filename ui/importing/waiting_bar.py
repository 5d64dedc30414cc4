"""The bar above every stop while an import waits behind them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.widgets.band import Band
from ui.widgets.labels import Label, small_button


class WaitingImportBar(Band):
    """`back_wanted` asks for the import, `left` says that it is not to be done."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Label("", theme, "strong", "accent")
        leave = small_button(_("Don’t import it"), "quiet")
        leave.clicked.connect(lambda _on=False: self.left.emit())
        back = small_button(_("Back to the import"))
        back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        self.line.addWidget(self._words, 1)
        self.line.addWidget(leave)
        self.line.addWidget(back)

    def show_file(self, name: str) -> None:
        """Say that this file waits."""
        words = _("{name} waits here. Nothing of it is imported yet.").format(name=name)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        announce(self, words)
