"""Put together what several photos show: each card under one headline, or among the doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.ids import letter_number
from cxworkshop.model import MAX_PICKS
from cxworkshop.paper_codes import PaperCode
from cxworkshop.services.photos.placing import PlacedCard, place_cards
from cxworkshop.services.photos.reading import Photo
from cxworkshop.value_object import ValueObject

NO_HEADLINE = "?"  # stands where somebody has to type one


class WallDoubt(ValueObject):
    """Something to look at: a sentence, or what is so of these cards, given by their numbers."""

    words: str
    cards: tuple[str, ...] = ()

    def sentence(self, settled: Collection[str] = ()) -> str:
        """All of it but the cards that are settled; "" where all of them are."""
        left = [card for card in self.cards if card not in settled]
        if not self.cards:
            return self.words
        return _("{what}: {cards}").format(what=self.words, cards=with_commas(left)) if left else ""


class WallFound(ValueObject):
    """What all photos show together.

    `piles` are lines such as `B: 3 17 22`, as people type them; in those of `open_piles` somebody
    must type the headline first. `votes` are lines such as `17: 9`. The numbers count what was
    seen, each card and each slip once.
    """

    piles: str = ""
    open_piles: str = ""
    votes: str = ""
    doubts: tuple[WallDoubt, ...] = ()
    cards: int = 0
    headlines: int = 0
    slips: int = 0


class PileGathering:
    """The cards of a wall under their headlines; those in `left_out` have their doubt already.

    `letters` says which letter the group of a printed headline has now; it has no headline whose
    group is not there, or not yet.
    """

    def __init__(
        self,
        photos: Sequence[Photo],
        letters: Mapping[PaperCode, str],
        left_out: Collection[str],
    ) -> None:
        self._letters = letters
        self._places: dict[str, list[PlacedCard]] = {}
        self._alone: dict[str, list[str]] = {}  # the cards of photos that show no headline
        for photo in photos:
            placed = [each for each in place_cards(photo) if each.card.code.code not in left_out]
            for each in placed:
                self._places.setdefault(each.card.code.code, []).append(each)
            if not any(seen.code.is_headline for seen in photo.codes):
                cards = {each.card.code.code for each in placed}
                self._alone[photo.path.name] = sorted(cards, key=int)
        self._sure = {card: self._sure_headlines(card) for card in sorted(self._places, key=int)}

    def lines(self) -> dict[str, list[str]]:
        """The cards of each group that is there, by its letter."""
        return self._piles(self._letters)

    def open_lines(self) -> Iterator[tuple[str, list[str]]]:
        """The cards of piles that have no headline here: under a new letter, or under none."""
        new = {code: code.code for codes in self._sure.values() for code in codes
               if code not in self._letters}  # fmt: skip
        yield from self._piles(new).items()
        for cards in self._alone.values():
            if alone := [card for card in cards if self._is_alone(card)]:
                yield NO_HEADLINE, alone

    def doubts(self) -> Iterator[WallDoubt]:
        """What somebody must look at."""
        for code in sorted({code for codes in self._sure.values() for code in codes}):
            if code not in self._letters:
                text = _("{letter} has no headline here yet. Type it in place of {letter}.")
                yield WallDoubt(text.format(letter=code.code))
        for name, cards in self._alone.items():
            if any(map(self._is_alone, cards)):
                text = _("{name} shows no headline. Type one in place of the question mark.")
                yield WallDoubt(text.format(name=shown(name)))
        unclear: dict[str, list[str]] = {}
        for card, headlines in self._sure.items():
            if len(headlines) != 1 and not self._is_alone(card):
                unclear.setdefault(self._unclear(card), []).append(card)
        for what, cards in unclear.items():
            yield WallDoubt(what, tuple(cards))

    def _piles(self, letters: Mapping[PaperCode, str]) -> dict[str, list[str]]:
        piles: dict[str, list[str]] = {}
        for card, headlines in self._sure.items():
            if len(headlines) == 1 and headlines[0] in letters:
                piles.setdefault(letters[headlines[0]], []).append(card)
        return {letter: piles[letter] for letter in sorted(piles, key=letter_number)}

    def _sure_headlines(self, card: str) -> list[PaperCode]:
        return sorted(
            {each.headline.code for each in self._places[card] if each.headline and each.is_sure}
        )

    def _is_alone(self, card: str) -> bool:
        """Whether no photo that shows it shows a headline."""
        shows = any(each.headline for each in self._places[card])
        return not shows and any(card in cards for cards in self._alone.values())

    def _unclear(self, card: str) -> str:
        places = self._places[card]
        near = {seen.code.code for each in places for seen in (each.headline, each.other) if seen}
        if not near:
            return _("Under no headline")
        if len(self._sure[card]) > 1:
            text = _("Under {letters}")
        else:
            text = _("Far below {letters}") if len(near) == 1 else _("Between {letters}")
        return text.format(letters=with_commas(sorted(near, key=letter_number)))


def count_votes(
    photos: Sequence[Photo], round_number: int
) -> tuple[dict[str, int], list[WallDoubt]]:
    """The votes of this round's ballots, each slip once, and what is wrong with some."""
    seen = [[each.code for each in photo.codes if each.code.ballot] for photo in photos]
    slips = {code for codes in seen for code in codes}
    ours = {code for code in slips if code.round_number == round_number}
    on_ballot = Counter(code.ballot for code in ours)
    twice = {code.ballot for codes in seen for code, n in Counter(codes).items() if n > 1}
    doubts = []
    for ballot in sorted(on_ballot):
        if on_ballot[ballot] > MAX_PICKS:
            text = _("Ballot {n} has more than three slips: none of them counts.")
            doubts.append(text.format(n=ballot))
        elif ballot in twice:
            text = _("Ballot {n} has a slip twice: were the ballots printed twice? It counts once.")
            doubts.append(text.format(n=ballot))
    if older := len(slips - ours):
        text = ngettext(
            "{n} slip is of another round’s ballots: it does not count.",
            "{n} slips are of another round’s ballots: they do not count.",
            older,
        )
        doubts.append(text.format(n=older))
    votes = Counter(code.code for code in ours if on_ballot[code.ballot] <= MAX_PICKS)
    return dict(votes.most_common()), [WallDoubt(text) for text in doubts]
