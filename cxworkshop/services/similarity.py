"""Suggestions: cards that say nearly the same, the way that a card is probably about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain

from cxworkshop import catalogue
from cxworkshop.i18n import _, n_
from cxworkshop.model import Card, CardId, Left, Verbatim
from cxworkshop.outcomes import outcomes_before
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.opposites import answered_pairs
from cxworkshop.queries.places import place_of, places
from cxworkshop.queries.rounds import number_of
from cxworkshop.queries.subjects import Subject, card_subject
from cxworkshop.stops.stop import Stop
from cxworkshop.store.tables.journal import Store
from cxworkshop.suggest.pairs import PairFinder
from cxworkshop.suggest.similarity import LONGEST, SimilarityIndex
from cxworkshop.textual import fold

# Least similarity, from 0 to 1, for a hint, for a pair that looks the same, and for a way.
NEAR, SAME, SURE = 0.3, 0.75, 0.12
AGAIN, EQUAL = 0.5, 0.95  # for one of the things said on a card that left the list
NEIGHBOURS = 5  # most similar verbatims that vote for a way
TOO_SHORT = 8  # characters: fewer say nothing yet
_LEFT = {
    Left.KEPT: n_("kept in round {n}: has it slipped?"),
    Left.CANT: n_("round {n}: we said that we can’t"),
    Left.HANDED_ON: n_("round {n}: handed on"),
}
AT_ONCE = 400  # texts that are taken into the index, or out, while somebody waits
_END = object()
OFTEN = 2  # times the votes of the second way that the first one needs


class Similarity(Stop):
    """Only suggests and never writes; its index follows the workshop's `seq`.

    After an import it would keep the screen waiting for seconds: then what it has found so far is
    suggested, until somebody takes the steps of `catch_up`.
    """

    _seq = -1
    _of_round = ""
    _is_far_behind = False

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__(store, today)
        self._finder = PairFinder(SAME)
        self._folded: dict[str, str] = {}

    @property
    def is_behind(self) -> bool:
        """Whether many texts are not in the index yet, or still in it."""
        self._follow()
        return self._is_far_behind

    def catch_up(self) -> Iterator[None]:
        """Bring the index up to date; a caller can stop after any step."""
        self._follow()
        while next(self._steps, _END) is not _END:
            yield
            self._follow()
        self._is_far_behind = False

    def similar_to_words(
        self, words: str, *, most: int = 3, but: CardId | None = None
    ) -> list[Subject]:
        """The cards most similar to these words, those that left the list among them."""
        is_short = len(words.strip()) < TOO_SHORT
        again = self._said_again(words, EQUAL if is_short else AGAIN)
        found = [] if is_short else self._index().matches(words, most=most + 1, least=NEAR)
        there = (one.key for one in found if one.key in self._texts)
        cards = [card for card in (again, *there) if card not in (None, but)]
        return [card_subject(self._store, card) for card in dict.fromkeys(cards) if card][:most]

    def raised_again(self, lines: Sequence[str]) -> dict[str, Subject]:
        """By line, the card that left the list of which it nearly repeats one thing said."""
        found = {}
        for line in lines:
            card = self._said_again(line, AGAIN)
            if card is not None:
                found[line] = card_subject(self._store, card)
        return found

    def _said_again(self, words: str, least: float) -> CardId | None:
        self._follow()
        best = self._left.matches(words, most=1, least=least)
        return self._card_of[best[0].key] if best else None

    def why_left(self, card: CardId) -> str:
        """ "kept in round 1: has it slipped?" for a card that left the list; else ""."""
        place = place_of(self._store, self._round.id, card)
        if place is None or place.left is None:
            return ""
        number = number_of(place.round)
        if place.left is Left.KEPT:
            subject = card_subject(self._store, card)
            kept = [row for row in outcomes_before(self._store, subject, number) if row.kept]
            number = number_of(kept[-1].pick.round) if kept else number - 1
        return _(_LEFT[place.left]).format(n=number)

    def similar_to_card(self, card: CardId, *, most: int = 3) -> list[Subject]:
        """Cards of this round's list that say something similar to this one."""
        self._follow()
        return self.similar_to_words(self._texts.get(card, ""), most=most, but=card)

    def similar_pairs(self) -> Iterator[tuple[CardId, CardId] | None]:
        """Yield pairs that say nearly the same, the older card first, in steps of milliseconds.

        Yields None after a step that found none, so that a caller can stop after any. Opposites and
        cards judged different are no pair: that question is answered. Where nothing was said since
        the last time, all of it is quick.
        """
        texts: dict[CardId, str] = {}
        big_list = board(self._store, self._round)
        for card in (*big_list.cards, *big_list.left):
            texts[card.id] = self._folded_text(card)
            yield None
        for _step in self._finder.follow(filter(None, texts.values())):
            yield None
        answered, left = answered_pairs(self._store), {card.id for card in big_list.left}
        with_text: dict[str, list[CardId]] = defaultdict(list)
        for card_id, text in texts.items():
            near = (other for one in (text, *self._finder.near(text)) for other in with_text[one])
            if text:
                yield next(
                    (
                        (other, card_id)
                        for other in near
                        if not {other, card_id} <= left
                        and frozenset((other, card_id)) not in answered
                    ),
                    None,
                )
                with_text[text].append(card_id)

    def _folded_text(self, card: BoardCard) -> str:
        said = (verbatim.said for verbatim in card.verbatims if verbatim.said)
        words = "\n".join((card.headline, *said))[:LONGEST]
        if words not in self._folded:
            self._folded[words] = fold(words)
        return self._folded[words]

    def _likely_way(self, words: str) -> str | None:
        """The key of the way that these words are probably about, by how the team tagged others.

        Until the team has tagged enough, the words of the ten ways in the catalogue decide.
        """
        if len(words.strip()) < TOO_SHORT:
            return None
        self._index()
        votes: dict[str, float] = defaultdict(float)
        for one in self._tagged.matches(words, most=NEIGHBOURS, least=SURE):
            if one.key in self._ways:
                votes[self._ways[one.key]] += one.score
        best = sorted(votes.items(), key=lambda vote: -vote[1])
        clear = best and (len(best) == 1 or best[0][1] >= OFTEN * best[1][1])
        return best[0][0] if clear else None

    def likely_way_of_card(self, card: CardId) -> str | None:
        """The key of the way that a card is probably about; None if it is tagged already."""
        verbatims = self._store.rows(Verbatim, card=card, set_aside_on=None)
        if any(verbatim.way for verbatim in verbatims):
            return None
        return self._likely_way("\n".join(row.said for row in verbatims if row.said))

    def _index(self) -> SimilarityIndex[CardId]:
        """The index of the cards' words, brought up to date unless it is behind."""
        if not self.is_behind:
            for _step in self.catch_up():
                pass
        return self._cards

    def _follow(self) -> None:
        """Read the texts that are to be in the index, if they may have changed."""
        if self._seq == -1:
            self._cards, self._tagged = SimilarityIndex[CardId](), SimilarityIndex[str]()
            self._left = SimilarityIndex[str]()
        if (self._seq, self._of_round) != (self._store.seq, self._round.id):
            self._read()
            self._seq, self._of_round = self._store.seq, self._round.id

    def _read(self) -> None:
        rows = places(self._store, self._round.id).values()
        on_list = {place.card for place in rows if place.set_aside_on is None}
        left = {place.card for place in rows if place.left is not None} & on_list
        texts = {row.id: row.headline for row in self._store.rows(Card) if row.id in on_list}
        tagged, ways = _catalogue_texts()
        gone: dict[str, str] = {}
        self._card_of: dict[str, CardId] = {}
        for row in self._store.rows(Verbatim, set_aside_on=None):
            if row.said and row.card in texts:
                texts[row.card] = f"{texts[row.card]}\n{row.said}".strip()
            if row.said and row.card in left:
                gone[row.id], self._card_of[row.id] = row.said, row.card
            if row.said and row.way:
                tagged[row.id], ways[row.id] = row.said, row.way
        self._texts = texts
        self._ways = ways
        self._left.set_texts(gone)
        self._steps = chain(self._cards.catch_up(texts), self._tagged.catch_up(tagged))
        changed = self._cards.differences(texts) + self._tagged.differences(tagged)
        self._is_far_behind = self._is_far_behind or changed > AT_ONCE


def _catalogue_texts() -> tuple[dict[str, str], dict[str, str]]:
    """The catalogue's words on the ten ways, and the way that each text is about; by key."""
    texts, ways = {}, {}
    for way in catalogue.ways():
        for n, words in enumerate((f"{way.title} {way.meaning}", *way.questions)):
            texts[f"{way.key}/{n}"], ways[f"{way.key}/{n}"] = words, way.key
    return texts, ways
