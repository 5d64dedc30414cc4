"""One of two cards that look the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from cxworkshop.content.values import PairSide
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from ui.stops.big_list.sorting.card_panel import age_words, customers_words, roomy
from ui.theme.theme import Theme
from ui.widgets.code_tag import CodeTag
from ui.widgets.labels import Hairline, Label, Panel, QuoteLabel, clear
from ui.widgets.people_count import HeardBy


class PairSidePanel(Panel):
    """The card's words large; below them how many of its customers we serve."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        pad = theme.px(roomy(theme, 24, 12))
        self.box.setContentsMargins(pad, theme.px(roomy(theme, 20, 8)), pad, theme.px(10))
        self.box.setSpacing(theme.px(roomy(theme, 14, 8)))
        self._tag, self._age = CodeTag(theme, "strong"), Label("", theme, "small", "grey")
        self._heard = HeardBy(theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self._tag)
        head.addWidget(self._age, 1)
        head.addWidget(self._heard)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(10))
        self._more = Label("", theme, "field", "grey")
        self._whom, self._way = Label("", theme, "field", "grey"), Label("", theme, "field")
        self._way.setWordWrap(False)
        foot = QHBoxLayout()
        foot.addWidget(self._whom, 1)
        foot.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(head)
        self.box.addLayout(self._words)
        self.box.addWidget(self._more)
        self.box.addStretch(1)
        self.box.addWidget(Hairline(theme))
        self.box.addLayout(foot)

    def show_side(self, side: PairSide) -> None:
        """Show a card."""
        self._tag.show_code(side.code)
        self._age.setText(age_words(side.since) or _("new this round"))
        self._heard.show_count(side.customers)
        clear(self._words)
        if side.headline:
            self._words.addWidget(Label(side.headline, self._theme, "question"))
        if side.said:
            role = "verbatim_further" if side.headline else "verbatim_sort"
            self._words.addWidget(QuoteLabel(in_quotes(side.said), self._theme, role))
        more = ngettext("and {n} more {customer}", "and {n} more {customers}", side.more)
        self._more.setText(more.format(n=side.more) if side.said and side.more else "")
        self._whom.setText(with_commas(filter(None, (*side.kinds, side.whom))))
        self._way.setText(side.way)
        self.setAccessibleName(spoken(side))


def spoken(side: PairSide) -> str:
    """A card of a pair for screen readers."""
    parts = (
        _("Card {code}").format(code=side.code),
        side.headline,
        side.said,
        customers_words(side.customers),
        *side.kinds,
        side.whom,
        side.way,
    )
    return with_commas(part for part in parts if part)
