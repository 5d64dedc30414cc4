"""Quiet suggestions: cards that say nearly the same, the way that a card is probably about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cxworkshop import catalogue
from cxworkshop.model import Card, CardId, RoundCard, Verbatim
from cxworkshop.queries.subjects import Subject, card_subject
from cxworkshop.stops.stop import Stop
from cxworkshop.suggest.similarity import SimilarityIndex

NEAR, SAME, SURE = 0.3, 0.75, 0.12  # how much alike: worth a hint, nearly the same, a way
NEIGHBOURS = 5
TOO_SHORT = 8  # letters: less says nothing yet
OFTEN = 2  # neighbours that must agree before a way is named


class Similarity(Stop):
    """Only ever suggests; nothing here writes. What it knows follows the workshop's `seq`."""

    _seq = -1
    _of_round = ""

    def similar_to_words(
        self, words: str, *, most: int = 3, but: CardId | None = None
    ) -> list[Subject]:
        """Cards of this round's list that say something like it, the likest first."""
        if len(words.strip()) < TOO_SHORT:
            return []
        found = self._index().matches(words, most=most + 1, least=NEAR)
        return [card_subject(self._store, one.key) for one in found if one.key != but][:most]

    def similar_to_card(self, card: CardId, *, most: int = 3) -> list[Subject]:
        """Cards of this round's list that say something like what this one says."""
        self._index()
        return self.similar_to_words(self._texts.get(card, ""), most=most, but=card)

    def similar_pairs(self) -> Iterator[tuple[CardId, CardId] | None]:
        """Pairs that say nearly the same. It goes on for as long as it is asked.

        Yields None after each card that has no twin, so that a caller can do something else.
        """
        index, seen = self._index(), set[CardId]()
        for card, text in list(self._texts.items()):
            seen.add(card)
            near = index.matches(text, most=3, least=SAME)
            pairs = [(one.key, card) for one in near if one.key in seen and one.key != card]
            yield pairs[0] if pairs else None

    def likely_way(self, words: str) -> str | None:
        """The key of the way that these words are probably about: as the team tagged the like.

        Until it has tagged enough, what the ten ways say of themselves is all there is to go by.
        """
        if len(words.strip()) < TOO_SHORT:
            return None
        self._index()
        votes: dict[str, float] = defaultdict(float)
        for one in self._tagged.matches(words, most=NEIGHBOURS, least=SURE):
            votes[self._ways[one.key]] += one.how
        best = sorted(votes.items(), key=lambda vote: -vote[1])
        clear = best and (len(best) == 1 or best[0][1] >= OFTEN * best[1][1])
        return best[0][0] if clear else None

    def _index(self) -> SimilarityIndex[CardId]:
        """The cards' words as they are now."""
        if self._seq == -1:
            self._alike, self._tagged = SimilarityIndex[CardId](), SimilarityIndex[str]()
        if (self._seq, self._of_round) != (self._store.seq, self._round.id):
            self._read()
            self._seq, self._of_round = self._store.seq, self._round.id
        return self._alike

    def _read(self) -> None:
        places = self._store.rows(RoundCard, round=self._round.id, set_aside_on=None)
        on_list = {place.card for place in places}
        texts = {row.id: row.headline for row in self._store.rows(Card) if row.id in on_list}
        tagged, ways = _by_themselves()
        for row in self._store.rows(Verbatim, set_aside_on=None):
            if row.said and row.card in texts:
                texts[row.card] = f"{texts[row.card]}\n{row.said}".strip()
            if row.said and row.way:
                tagged[row.id], ways[row.id] = row.said, row.way
        self._texts = texts
        self._ways = ways
        self._alike.add(texts)
        self._tagged.add(tagged)


def _by_themselves() -> tuple[dict[str, str], dict[str, str]]:
    """What the ten ways say of themselves, and which of them says it."""
    texts, ways = {}, {}
    for way in catalogue.ways():
        for n, words in enumerate((f"{way.title} {way.meaning}", *way.questions)):
            texts[f"{way.key}/{n}"], ways[f"{way.key}/{n}"] = words, way.key
    return texts, ways
