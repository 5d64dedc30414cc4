"""What a team calls its customers: one of a few words, or one of its own and its plural."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cxworkshop.customer_word import DEFAULT, PRESETS, CustomerWord, plural_of
from cxworkshop.i18n import _, in_our_language
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout

OWN_WIDTH = 112  # pixels at 100 %


class CustomerChoice(QWidget):
    """The field for several is there once there is an own word; it proposes what is likely.

    `write` gets the word that was chosen, and returns None when it was refused.
    """

    def __init__(self, theme: Theme, write: Callable[[CustomerWord], object]) -> None:
        super().__init__()
        self._write, self._word = write, DEFAULT
        flow = FlowLayout(theme.px(4))
        self.setLayout(flow)
        self._choices: dict[CustomerWord, ChoiceButton] = {}
        for word in PRESETS:
            many = in_our_language(word).many
            choice = ChoiceButton(many[:1].upper() + many[1:], "alone")
            choice.clicked.connect(partial(self._choose, word))
            self._choices[word] = choice
            flow.addWidget(choice)
        self.one = Field(_("Own word for one of them"), _("own word"), self._write_one)
        self.many = Field(_("Own word for several of them"), "", self._write_many)
        for field in (self.one, self.many):
            field.setFixedWidth(theme.px(OWN_WIDTH))
            flow.addWidget(field)
        self.show_word(DEFAULT)

    @property
    def word(self) -> CustomerWord:
        """What is chosen, or typed so far."""
        typed = self.one.text().strip()
        if not typed:
            return self._word if self._word in self._choices else DEFAULT
        return CustomerWord(typed, self.many.text().strip() or plural_of(typed))

    def show_word(self, word: CustomerWord) -> None:
        """Show what is so."""
        self._word = word
        for preset, choice in self._choices.items():
            choice.setAutoExclusive(False)  # else the last that is on can't be turned off
            choice.setChecked(preset == word)
            choice.setAutoExclusive(True)
        is_own = word not in self._choices
        self.one.show_text(word.one if is_own else "")
        self.many.show_text(word.many if is_own else "")
        self.many.setVisible(is_own)

    def _choose(self, word: CustomerWord, _on: object = None) -> None:
        if self._write(word) is None:
            word = self._word
        self.show_word(word)

    def _write_one(self, text: str) -> object:
        text = text.strip()
        return self._take(CustomerWord(text, plural_of(text)) if text else DEFAULT)

    def _write_many(self, text: str) -> object:
        one = self.one.text().strip() or DEFAULT.one
        return self._take(CustomerWord(one, text.strip() or plural_of(one)))

    def _take(self, word: CustomerWord) -> object:
        written = self._write(word)
        if written is not None:
            self.show_word(word)
        return written
