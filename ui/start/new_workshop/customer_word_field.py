"""What a new team calls its customers, and why a word can't be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.customer_word import CustomerWord
from cxworkshop.errors import BadWords
from cxworkshop.stops.prepare.customer_words import own_word
from ui.theme.theme import Theme
from ui.widgets.customer_choice import CustomerChoice
from ui.widgets.labels import Label


class CustomerWordField(QWidget):
    """The choice, and below it the refusal of the last word that was typed."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = CustomerChoice(theme, self._take)
        self._refusal = Label("", theme, "small", "amber")
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addWidget(self.choice)
        box.addWidget(self._refusal)

    def _take(self, word: CustomerWord) -> object:
        """Take the word, or say why it can't be."""
        try:
            own_word(*word)
        except BadWords as refusal:
            self._refusal.setText(refusal.sentence)
            self._refusal.show()
            return None
        self._refusal.hide()
        self.changed.emit()
        return word
