"""What customers said, now and in the rounds that a plan continues."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.content.values import CustomerQuote, PlanBefore, PlanContent
from cxworkshop.i18n import _, in_quotes, ngettext
from ui.theme.theme import Theme
from ui.widgets.labels import Label, QuoteLabel, clear, small_button

MOST_QUOTES = 3


class SaidColumn(QWidget):
    """Customers' own words; the rest of them is on paper. Which are quoted can be chosen."""

    quote_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        label = Label(_("What {customers} said"), theme, "label", "accent")
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        column.addLayout(self._list)
        self.choose = small_button(_("Choose the quote …"), "link")
        self.choose.clicked.connect(lambda _on=False: self.quote_wanted.emit())
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_page(self, page: PlanContent) -> None:
        clear(self._list)
        self.choose.setVisible(bool(page.quotes))
        best = page.best_quotes(MOST_QUOTES) if page.chosen else page.quotes
        self._quote(best, len(page.quotes))
        if not page.quotes:
            self._say(_("Nobody’s own words are on this card yet."))
        for before in page.before:
            self._show_before(before)

    def _show_before(self, before: PlanBefore) -> None:
        became = before.became[:1].upper() + before.became[1:]
        self._list.addWidget(Label(became, self._theme, "label"))
        if before.counted:
            self._say(_("{Customers} said then: {count}").format(count=before.counted))
        self._quote(before.quotes, len(before.quotes))

    def _quote(self, quotes: Sequence[CustomerQuote], of: int) -> None:
        for quote in quotes[:MOST_QUOTES]:
            self._list.addWidget(QuoteLabel(in_quotes(quote.words), self._theme))
        more = of - MOST_QUOTES
        if more > 0:
            text = ngettext("and {n} more, on paper", "and {n} more, all of them on paper", more)
            self._say(text.format(n=more))

    def _say(self, words: str) -> None:
        self._list.addWidget(Label(words, self._theme, "small", "grey"))
