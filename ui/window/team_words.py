"""The team's word for its customers, in everything that the window says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cxworkshop.customer_word import call_customers, customer_word
from ui.bridge import Bridge


class TeamWords(QObject):
    """Calls customers as the team of the workshop in front does, undo and redo included.

    `renamed` says that what is shown must be built anew. It hears of a change before the pages do.
    """

    renamed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        call_customers(bridge.whole.prepare.customer_word())
        bridge.changed.connect(self._follow)

    def _follow(self, _changes: object) -> None:
        word = self._bridge.whole.prepare.customer_word()
        if word != customer_word():
            call_customers(word)
            self.renamed.emit()
