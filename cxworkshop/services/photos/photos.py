"""What photos of the wall say about this round's list, and taking it as one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Card, CardGroup, PrintedCode
from cxworkshop.paper_codes import PaperCode, short_identity
from cxworkshop.queries.places import group_in, place_of
from cxworkshop.queries.rounds import round_id_of, team
from cxworkshop.services.photos.gathering import (
    PileGathering,
    WallDoubt,
    WallFound,
    count_votes,
)
from cxworkshop.services.photos.reading import Photo
from cxworkshop.stops.big_list.piles import TypedPiles
from cxworkshop.stops.pick.ballots import Ballots
from cxworkshop.stops.stop import StopPart


class Photos(StopPart):
    """Photos of cards, headlines and ballots that were printed with codes."""

    def look(self, photos: Sequence[Photo]) -> WallFound:
        """What they show together, as lines to group and to count by; nothing is changed yet."""
        ours = [self._ours(photo) for photo in photos]
        codes = {seen.code for photo in ours for seen in photo.codes}
        letters = {code: letter for code in codes if (letter := self._letter_now(code))}
        unclear = [*self._unclear(codes)]
        piles = PileGathering(ours, letters, {card for doubt in unclear for card in doubt.cards})
        votes, of_votes = count_votes(ours, self._round.number)
        return WallFound(
            piles=_lines(piles.lines().items()),
            open_piles="\n".join(
                f"{name}: {' '.join(cards)}" for name, cards in piles.open_lines()
            ),
            votes="\n".join(f"{code}: {n}" for code, n in votes.items()),
            doubts=(*piles.doubts(), *unclear, *of_votes, *self._of_photos(photos)),
            cards=sum(not code.round_number for code in codes),
            headlines=sum(code.is_headline for code in codes),
            slips=sum(bool(code.ballot) for code in codes),
        )

    def take(
        self,
        piles: str,
        votes: str = "",
        *,
        sure: bool = False,
        but_these: bool = False,
        again: bool = False,
    ) -> None:
        """Group by these lines and count these votes, all in one step or none of it.

        Raises what typed piles and ballots raise: WrongLines unless `but_these` may be left out,
        AsksFirst from 20 cards on (R12), and VotesAreThere unless they are counted `again`.
        """
        if not (piles.strip() or votes.strip()):
            raise BadWords(_("There is nothing in these photos to take."))
        with self._store.edit(_("Take what the photos show")):
            if piles.strip():
                typed = TypedPiles(self._store, self._today)
                if typed.preview(piles).doing or not but_these:
                    typed.group(piles, sure=sure, but_these=but_these)
            if votes.strip():
                ballots = Ballots(self._store, self._today)
                ballots.record(votes.splitlines(), again=again, but_these=but_these)

    @property
    def identity(self) -> str:
        """What the codes of this workshop begin with."""
        return short_identity(team(self._store).identity)

    def _ours(self, photo: Photo) -> Photo:
        """The photo without the codes of other workshops."""
        codes = tuple(seen for seen in photo.codes if seen.code.workshop == self.identity)
        return replace(photo, codes=codes)

    def _letter_now(self, code: PaperCode) -> str:
        """The letter of the group of which it is the headline; "" where that is not there."""
        if not code.is_headline:
            return ""
        try:
            then = round_id_of(self._store, code.round_number)
        except NotFound:
            return ""
        for row in self._store.rows(CardGroup, letter=code.code):
            now = group_in(self._store, self._round.id, row.id)
            is_it = group_in(self._store, then, row.id) is not None
            if is_it and now is not None and now.set_aside_on is None:
                return now.letter
        return ""

    def _unclear(self, codes: Collection[PaperCode]) -> Iterator[WallDoubt]:
        """The cards whose numbers do not say which card they are."""
        unknown, doubled = [], []
        for number in sorted(int(code.code) for code in codes if not code.round_number):
            card = self._store.one(Card, code=number)
            printed = self._store.one(PrintedCode, code=number)
            if card is None and printed is None:
                unknown.append(str(number))
            elif card is not None and printed is not None and self._is_there(card, printed):
                doubled.append(str(number))
        if unknown:
            yield WallDoubt(_("Not in this workshop"), tuple(unknown))
        if doubled:
            words = _("On two cards since copies were merged, so look which one it is")
            yield WallDoubt(words, tuple(doubled))

    def _is_there(self, card: Card, printed: PrintedCode) -> bool:
        """Whether it is another card than the one with that number on its paper, and on the list.

        A card that was joined with another is set aside, and its paper means the other.
        """
        place = place_of(self._store, self._round.id, card.id)
        return printed.card != card.id and place is not None and place.set_aside_on is None

    def _of_photos(self, photos: Sequence[Photo]) -> Iterator[WallDoubt]:
        """What is wrong with single photos."""
        for photo in photos:
            name = shown(photo.path.name)
            foreign = sum(seen.code.workshop != self.identity for seen in photo.codes)
            if foreign:
                text = ngettext(
                    "{name}: {n} code is of another workshop.",
                    "{name}: {n} codes are of another workshop.",
                    foreign,
                )
                yield WallDoubt(text.format(name=name, n=foreign))
            if n := len(photo.unread):
                text = ngettext(
                    "{name}: {n} code can’t be read.", "{name}: {n} codes can’t be read.", n
                )
                yield WallDoubt(text.format(name=name, n=n))
            if not photo.codes and not photo.unread:
                text = _("{name} shows no codes. Print cards with codes, and go nearer.")
                yield WallDoubt(text.format(name=name))


def _lines(piles: Iterable[tuple[str, list[str]]]) -> str:
    return "\n".join(f"{headline}: {' '.join(cards)}" for headline, cards in piles)
