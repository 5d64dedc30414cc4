"""What one card of the board says, and its name for screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxworkshop import days
from cxworkshop.i18n import _, begun_small, in_quotes, ngettext, with_commas
from cxworkshop.queries.board import BoardCard

MOST_SAID = 4  # sentences on one card; below them stands how many more customers there are


@dataclass(frozen=True)
class CardFace:
    """What a card shows: the core's values, and the names of the customer's kind and of the way."""

    card: BoardCard
    kind: str
    way: str
    group: str = ""
    opposite: str = ""  # "Opposite of card 52: 4 here, 2 there"

    def is_of(self, card: BoardCard, kind: str, way: str, opposite: str) -> bool:
        """Whether it looks as one made of these would."""
        return (self.kind, self.way, self.opposite) == (kind, way, opposite) and self.card == card

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Customers' sentences, each once, in quotation marks and never cut."""
        said = (verbatim.said for verbatim in self.card.verbatims if verbatim.said)
        return tuple(in_quotes(words) for words in list(dict.fromkeys(said))[:MOST_SAID])

    @cached_property
    def more(self) -> str:
        """How many customers there are besides those whose words are shown; "" for none."""
        if len(self.card.customers) < 2:
            return ""
        rows = self.card.verbatims
        shown = {in_quotes(row.said): row.conversation for row in rows if row.said}
        others = len(self.card.customers) - len({shown[words] for words in self.said})
        if others < 1 or not self.said:
            return ""
        text = ngettext("and {n} more {customer}", "and {n} more {customers}", others)
        return text.format(n=others)

    @property
    def aside(self) -> str:
        """Since when the card has been set aside; "" for a card on the list."""
        day = self.card.set_aside_on
        return _("set aside {day}").format(day=days.short(day)) if day else ""

    @property
    def age(self) -> str:
        """Since which round it has been on the list; "" for a card of this round."""
        card = self.card
        return _("since round {number}").format(number=card.since) if card.rounds > 1 else ""

    @property
    def doubt(self) -> str:
        """A note on a card from a damaged file that nobody has confirmed; "" on others."""
        return _("not read for certain") if self.card.is_doubtful else ""

    def spoken(self, *, selected: bool) -> str:
        """The card's name for screen readers."""
        count = ngettext("{n} {customer}", "{n} {customers}", len(self.card.customers))
        parts = [
            _("Card {code}").format(code=self.card.code),
            self.card.words,
            count.format(n=len(self.card.customers)),
            begun_small(self.way),
            _("in group {headline}").format(headline=self.group) if self.group else "",
            self.age,
            self.opposite.replace("\n", ", "),
            self.aside,
            self.doubt,
            _("selected") if selected else "",
        ]
        return with_commas(part for part in parts if part)
