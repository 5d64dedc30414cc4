"""What photos of the wall say about this round's list, and taking it as one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
        unclear = [doubt for code in sorted(codes) if (doubt := self._unclear(code))]
        piles = PileGathering(ours, letters, [doubt.card for doubt in unclear])
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
    def _identity(self) -> str:
        return short_identity(team(self._store).identity)

    def _ours(self, photo: Photo) -> Photo:
        """The photo without the codes of other workshops."""
        codes = tuple(seen for seen in photo.codes if seen.code.workshop == self._identity)
        return Photo(photo.path, photo.size, codes, photo.unread)

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

    def _unclear(self, code: PaperCode) -> WallDoubt | None:
        """Why a card's number does not say which card it is; None where it does."""
        if code.round_number:
            return None
        card = self._store.one(Card, code=int(code.code))
        printed = self._store.one(PrintedCode, code=int(code.code))
        if card is None and printed is None:
            text = _("Card {card} is not in this workshop.")
            return WallDoubt(text.format(card=code.code), code.code)
        if card is None or printed is None or printed.card == card.id:
            return None
        place = place_of(self._store, self._round.id, card.id)
        if place is None or place.set_aside_on is not None:
            return None
        text = _("{card} stands on two cards since copies were merged. Look which one it is.")
        return WallDoubt(text.format(card=code.code), code.code)

    def _of_photos(self, photos: Sequence[Photo]) -> Iterator[WallDoubt]:
        """What is wrong with single photos."""
        for photo in photos:
            name = shown(photo.path.name)
            foreign = sum(seen.code.workshop != self._identity for seen in photo.codes)
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
