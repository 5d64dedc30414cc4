"""The cards that were found, as Qt's item views want them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxworkshop.compat import override
from cxworkshop.i18n import _, begun_small, in_quotes, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.board import BoardCard
from cxworkshop.queries.gathering import Gathered, Wanted
from ui.stops.big_list.board.captions import Captions

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()


@dataclass(frozen=True)
class FoundCard:
    """A card with the letter of its group, "" for none, and the words of its kind and its way."""

    card: BoardCard
    letter: str
    kind: str
    way: str

    @property
    def said(self) -> tuple[str, ...]:
        """Customers' sentences, each once, in quotation marks."""
        said = (verbatim.said for verbatim in self.card.verbatims if verbatim.said)
        return tuple(in_quotes(words) for words in dict.fromkeys(said))

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        count = ngettext("{n} {customer}", "{n} {customers}", len(self.card.customers))
        parts = (
            _("Card {code}").format(code=self.card.code),
            self.card.words,
            count.format(n=len(self.card.customers)),
            self.kind,
            begun_small(self.way),
            _("in group {letter}").format(letter=self.letter) if self.letter else "",
        )
        return with_commas(part for part in parts if part)


class GatheredModel(QAbstractListModel):
    """One row a card; `hits` finds in their words what was searched for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gathered, self._captions = Gathered(Wanted()), Captions({}, {}, {})
        self.hits: re.Pattern[str] | None = None

    def show_gathered(self, gathered: Gathered, captions: Captions) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._gathered, self._captions = gathered, captions
        self.hits = _pattern(gathered.wanted.words)
        self.endResetModel()

    def card_at(self, row: int) -> BoardCard:
        """The card of a row."""
        return self._gathered.cards[row]

    def found_at(self, row: int) -> FoundCard:
        """The card of a row, with what stands beside its words."""
        card = self._gathered.cards[row]
        letter = self._gathered.letters.get(card.id, "")
        return FoundCard(card, letter, self._captions.kind(card), self._captions.way(card))

    def rows_of(self, cards: set[CardId]) -> list[int]:
        """The rows of these cards, as far as they are there."""
        return [n for n, card in enumerate(self._gathered.cards) if card.id in cards]

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._gathered.cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.found_at(index.row()).spoken
        return None


def _pattern(words: str) -> re.Pattern[str] | None:
    """A pattern for any of these words, whatever their case; None for none."""
    wanted = sorted(set(words.split()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE) if wanted else None
