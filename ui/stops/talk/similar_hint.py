"""Cards that say something similar to what is being typed: a hint, never done by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, in_quotes, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.subjects import Subject
from cxworkshop.services.similarity import Similarity
from ui.accessible.announce import announce
from ui.stops.talk.capture_box import CaptureBox
from ui.theme.theme import Theme
from ui.widgets.footer import Footer, Tool
from ui.widgets.labels import Label, Panel, QuoteLabel, clear, small_button

PAUSE = 250  # milliseconds without a key before similar cards are looked up


class SimilarHint(Panel):
    """Similar cards, each with a button that says it is the same. Hidden while there is none."""

    same = Signal(str)
    asked = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="sunken")
        self._why_left: Callable[[CardId], str] = lambda _card: ""
        self.box.addWidget(Label(_("Said before?"), theme, "label", "accent"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self.box.addLayout(self._rows)
        key = _("Alt+Enter: the same as the first")
        self.box.addWidget(Label(key, theme, "small", "grey"))
        self._shown: tuple[Subject, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.asked)
        self.hide()

    def typed(self) -> None:
        """Restart the pause after which similar cards are looked up."""
        self._timer.start()

    def connect_box(self, box: CaptureBox, similarity: Similarity) -> None:
        """Follow what is typed into a box, and say beside a card why it is not on the list."""
        self._why_left = similarity.why_left
        box.textChanged.connect(self.typed)
        box.same_again.connect(self.take_first)

    def take_first(self) -> None:
        """Add the words to the card on top, if there is one: the one key for it."""
        if self._shown and self.isVisible():
            self._say_same(self._shown[0])

    def show_cards(self, cards: Sequence[Subject]) -> None:
        """Show these cards or none; rows that are shown already keep their widgets."""
        self._timer.stop()
        if tuple(cards) != self._shown:
            self._shown = tuple(cards)
            clear(self._rows)
            for subject in cards:
                self._rows.addWidget(self._row(subject))
            self._tell()
            self.changed.emit()
        self.setVisible(bool(cards))

    def _tell(self) -> None:
        """Tell of the card on top: whoever types hears nothing of what is shown below."""
        if self._shown:
            first = self._shown[0]
            words = _("Said before? Card {code}, {words}. Alt+Enter: the same")
            announce(self, words.format(code=first.code, words=first.headline))

    def footer(self) -> Footer | None:
        """The card on top, for where the panel is out of sight; None while there is none."""
        if not self._shown:
            return None
        first = self._shown[0]
        why = self._why_left(first.card) if first.card else ""
        words = _("The same as {code}").format(code=first.code)
        same = Tool(words, self.take_first, _("Alt+Enter"), "primary")
        return Footer(why or _("Said before?"), in_quotes(first.headline), tools=(same,))

    def _row(self, subject: Subject) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        code = Label(subject.code, self._theme, "label")
        code.setWordWrap(False)
        row.addWidget(code)
        words = QVBoxLayout()
        words.addWidget(QuoteLabel(subject.headline, self._theme))
        why = self._why_left(subject.card) if subject.card else ""
        if why:
            words.addWidget(Label(why, self._theme, "label", "accent"))
        row.addLayout(words, 1)
        button = small_button(_("The same"))
        if subject is self._shown[0]:
            button.setToolTip(_("Alt+Enter"))
        said = _("The same as card {code}, {words}")
        said = said.format(code=subject.code, words=subject.headline)
        button.setAccessibleName(with_commas((said, why)) if why else said)
        button.clicked.connect(partial(self._say_same, subject))
        row.addWidget(button)
        return widget

    def _say_same(self, subject: Subject, _on: object = None) -> None:
        self.same.emit(subject.card)
