"""What a team calls its customers: one of a few words, or one of its own and its plural."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.customer_word import DEFAULT, PRESETS, CustomerWord, looks_like_several, plural_of
from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _, in_our_language
from cxworkshop.stops.prepare.customer_words import own_word
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

LEAST, MOST, AROUND = 112, 320, 24  # pixels at 100 %; a field is as wide as its word, within them


class CustomerChoice(QWidget):
    """The field for several is there once there is an own word; it proposes what is likely.

    `write` gets the word that was chosen, and returns None when it was refused. A word that can't
    stand inside a sentence never gets there: it stays in its field, with the reason below.
    """

    typed = Signal()  # in one of the fields
    passed = Signal()  # Enter was pressed, and the word was taken

    def __init__(self, theme: Theme, write: Callable[[CustomerWord], object]) -> None:
        super().__init__()
        self._theme = theme
        self._write, self._word, self._proposed = write, DEFAULT, ""
        box, flow = QVBoxLayout(self), FlowLayout(theme.px(4))
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addLayout(flow)
        self._choices: dict[CustomerWord, ChoiceButton] = {}
        for word in PRESETS:
            many = in_our_language(word).many
            choice = ChoiceButton(many[:1].upper() + many[1:], "alone")
            choice.clicked.connect(partial(self._choose, word))
            self._choices[word] = choice
            flow.addWidget(choice)
        self.one = self._field(_("Own word for one of them"), _("own word"))
        self.many = self._field(_("Own word for several of them"), "")
        for field in (self.one, self.many):
            flow.addWidget(field)
        self._refusal = Label("", theme, "small", "amber")
        self._refusal.hide()
        box.addWidget(self._refusal)
        self._note = Label("", theme, "small", "grey")
        self._note.hide()
        box.addWidget(self._note)
        self.one.textChanged.connect(self._propose)
        for field in (self.one, self.many):
            field.textChanged.connect(self._follow)
        self.show_word(DEFAULT)

    def _field(self, name: str, hint: str) -> Field:
        """Make a field that keeps a refused word, to be corrected."""
        field = Field(name, hint, self._write_own, stays=_is_refused)
        field.textChanged.connect(lambda _text: self._fit(field))
        field.returnPressed.connect(lambda: self._go_on(field))
        self._fit(field)
        return field

    def _fit(self, field: Field) -> None:
        """Make it as wide as its word."""
        px = self._theme.px
        wide = field.fontMetrics().horizontalAdvance(field.text()) + px(AROUND)
        field.setFixedWidth(max(px(LEAST), min(px(MOST), wide)))

    @property
    def word(self) -> CustomerWord:
        """What is chosen: the last word that was not refused."""
        return self._word

    @property
    def as_typed(self) -> CustomerWord:
        """What is in the fields, even if it is refused; what is chosen while they are empty."""
        one = " ".join(self.one.text().split())
        return CustomerWord(one, self.many.text().strip() or _several(one)) if one else self._word

    def accept(self) -> bool:
        """Take what is typed; if it is refused, say why and bring the keyboard to it."""
        if self._write_own(self.one.text()) is not None:
            return True
        (self.one if _is_refused(self.one.text()) else self.many).setFocus()
        return False

    def _go_on(self, field: Field) -> None:
        """Go on at Enter, to the word for several first: it is only a proposal."""
        if not self.accept():
            return
        if field is self.one and not self.many.isHidden():
            self.many.setFocus()
            self.many.selectAll()
        else:
            self.passed.emit()

    def show_word(self, word: CustomerWord) -> None:
        """Show the stored word; what is being typed, or was refused, stays."""
        self._word = word
        self._check(word)
        is_own = word not in self._choices
        self.one.show_text(word.one if is_own else "")
        self.many.show_text(word.many if is_own else "")
        self._follow()

    def type_again(self, word: CustomerWord) -> None:
        """Show a word that was typed on another page, and say so if it can't stand."""
        if word in self._choices:
            self._put(word)
        else:
            self.one.put(word.one)
            self.many.put(word.many)
            self._write_own(word.one)

    def _choose(self, word: CustomerWord, _on: object = None) -> None:
        self._put(word if self._write(word) is not None else self._word)

    def _write_own(self, _text: str) -> object:
        """Take the word in both fields, or say why not."""
        typed = self.as_typed
        try:
            word = own_word(*typed) if self.one.text().strip() else self._preset
        except BadWords as refusal:
            self._refusal.setText(refusal.sentence)
            self._refusal.show()
            announce(self, refusal.sentence)
            return None
        written = self._write(word)
        self._put(word if written is not None else self._word)
        return written

    @property
    def _preset(self) -> CustomerWord:
        """What is chosen while no word is typed."""
        return self._word if self._word in self._choices else DEFAULT

    def _put(self, word: CustomerWord) -> None:
        """Show this word in place of whatever is typed."""
        is_own = word not in self._choices
        self.one.put(word.one if is_own else "")
        self.many.put(word.many if is_own else "")
        self.show_word(word)

    def _check(self, word: CustomerWord) -> None:
        for preset, choice in self._choices.items():
            choice.setAutoExclusive(False)  # else the last that is on can't be turned off
            choice.setChecked(preset == word)
            choice.setAutoExclusive(True)

    def _propose(self, text: str) -> None:
        """Let the field for several follow, until somebody has typed another word there."""
        if self.many.text() in ("", self._proposed):
            self._proposed = _several(" ".join(text.split())) if text.strip() else ""
            self.many.put(self._proposed)

    def _follow(self) -> None:
        """Have the field for several while there is one; a refusal goes with what it was about."""
        one = self.one.text().strip()
        self.many.setVisible(bool(one))
        self._note.setVisible(_is_several(one))
        said = _("“{word}” looks like several of them. Type here what one is called.")
        self._note.setText(said.format(word=quoted(one)))
        if not (_is_refused(self.one.text()) or _is_refused(self.many.text())):
            self._refusal.hide()
        self.typed.emit()


def _is_several(word: str) -> bool:
    """Whether what was typed as the word for one is likely to be that for several."""
    return in_our_language(DEFAULT) == DEFAULT and looks_like_several(word)


def _several(word: str) -> str:
    """What several are likely to be called."""
    return word if _is_several(word) else plural_of(word)


def _is_refused(text: str) -> bool:
    """Whether a word can't stand inside a sentence."""
    try:
        own_word(text)
    except BadWords:
        return True
    return False
