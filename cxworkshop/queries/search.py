"""Search for words: a plain scan of folded text, fast enough for each key and without an index."""

from __future__ import annotations

from cxworkshop.model import Card, CardId, Verbatim
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import fold


class Search:
    """Finds cards by what customers said or by our headline, whatever the case or Unicode form.

    The folded texts are kept until the workshop's `seq` changes.
    """

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self._seq = -1
        self._folded: list[tuple[str, CardId]] = []
        self._by_words: dict[str, str] = {}  # most texts stay the same in an edit

    def cards(self, words: str) -> list[CardId]:
        """The cards that contain all these words, each once, in the order of their codes."""
        wanted = fold(words).split()
        if not wanted:
            return []
        found = (card for text, card in self._texts() if all(word in text for word in wanted))
        return list(dict.fromkeys(found))

    def prepare(self) -> None:
        """Fold what has changed, so that the first search need not."""
        self._texts()

    def _texts(self) -> list[tuple[str, CardId]]:
        if self._seq != self._store.seq:
            self._folded = self._fold_all()
            self._seq = self._store.seq
        return self._folded

    def _fold_all(self) -> list[tuple[str, CardId]]:
        said: dict[CardId, list[str]] = {}
        for verbatim in self._store.rows(Verbatim, set_aside_on=None):
            if verbatim.card is not None and verbatim.said:
                said.setdefault(verbatim.card, []).append(verbatim.said)
        cards = self._store.rows(Card)
        before, self._by_words = self._by_words, {}
        found = []
        for card in cards:
            words = "\n".join((card.headline, *said.get(card.id, ())))
            self._by_words[words] = before[words] if words in before else fold(words)
            found.append((self._by_words[words], card.id))
        return found
