"""Below a question: why it is better asked in other words, and a button that takes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.suggest.wording import doubt_about
from ui.accessible.announce import announce
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button


class WordingHint(QWidget):
    """Follows what is typed; hidden while nothing is wrong. `use` takes the offered words."""

    def __init__(self, theme: Theme, use: Callable[[str], object], indent: int = 0) -> None:
        super().__init__()
        self._offer = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(*margins(theme.px(indent), 0, 0, theme.px(4)))
        self._words = Label("", theme, "small", "amber")
        line.addWidget(self._words, 1)
        self._use = small_button(_("Ask it so"))
        self._use.clicked.connect(lambda _on=False: use(self._offer))
        line.addWidget(self._use)
        self.hide()

    def look_at(self, question: str) -> None:
        """Say what is wrong with these words, as far as they are typed."""
        doubt = doubt_about(question)
        self._offer = doubt.offer if doubt else ""
        why = doubt.why if doubt else ""
        rather = _("{why} Rather: “{offer}”").format(why=why, offer=self._offer)
        words = rather if self._offer else why
        if doubt is not None and (self.isHidden() or words != self._words.text()):
            announce(self, words)
        self._words.setText(words)
        self._use.setVisible(bool(self._offer))
        self._use.setAccessibleName(_("Ask it so: {offer}").format(offer=self._offer))
        self.setVisible(doubt is not None)
