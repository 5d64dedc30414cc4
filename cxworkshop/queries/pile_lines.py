"""What lines typed from the real wall would do to a round's list; writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from cxworkshop.errors import NotFound, Refusal, quoted
from cxworkshop.exchange.paper_lines import PileLine, pile_lines
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Card, CardId, GroupId, Round, RoundCard
from cxworkshop.queries.places import StandingGroup, groups_in
from cxworkshop.queries.subjects import card_on_list
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import MAX_HEADLINE, fold


@dataclass(frozen=True)
class Pile:
    """One typed line: where its cards would go, which they are, and what does not fit.

    `group` is None for a new group, and `first_line` the number of an earlier line that makes the
    same one. `cards` are those that would be put there, with their `codes`; `moved` are those among
    them that leave another group, as code and letter; `already_there` are codes of cards that need
    not move. `letter` is the one that the group has, or would get.
    """

    number: int
    text: str
    headline: str
    group: GroupId | None = None
    first_line: int = 0
    letter: str = ""
    cards: tuple[CardId, ...] = ()
    codes: tuple[int, ...] = ()
    moved: tuple[tuple[int, str], ...] = ()
    already_there: tuple[int, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piles:
    """All lines of a text."""

    lines: tuple[Pile, ...] = ()

    @property
    def cards(self) -> int:
        """How many cards would be put into groups."""
        return sum(len(pile.cards) for pile in self.lines)

    @property
    def doing(self) -> tuple[Pile, ...]:
        """The lines that would do something."""
        return tuple(pile for pile in self.lines if pile.cards)

    @property
    def groups(self) -> int:
        """How many groups would get cards."""
        return len({pile.letter for pile in self.doing})

    @property
    def troubles(self) -> tuple[tuple[int, str], ...]:
        """What does not fit, each with the number of its line."""
        return tuple((pile.number, text) for pile in self.lines for text in pile.troubles)


def piles(store: StoreReader, round_: Round, text: str) -> Piles:
    """Look the lines of a text up on this round's list."""
    return _Lookup(store, round_, pile_lines(text)).piles()


class _Lookup:
    """The round's cards and groups by what people type."""

    def __init__(self, store: StoreReader, round_: Round, lines: Sequence[PileLine]) -> None:
        self._store, self._round, self._lines = store, round_, lines
        groups = [row for row in groups_in(store, round_.id) if row.set_aside_on is None]
        self._by_letter = {row.letter: row for row in reversed(groups)}
        self._by_headline = {fold(row.headline): row for row in reversed(groups)}
        self._letters = {row.id: row.letter for row in groups}
        codes = {*chain(*(line.codes for line in lines))}
        self._places = {code: self._place(code) for code in codes}
        self._line_count = Counter(chain(*(set(self._cards_of(line)) for line in lines)))

    def piles(self) -> Piles:
        return Piles(tuple(self._pile(line) for line in self._lines))

    def _place(self, code: int) -> RoundCard | Refusal:
        try:
            place = card_on_list(self._store, self._round.id, code)
        except NotFound as refusal:
            return refusal
        return place

    def _cards_of(self, line: PileLine) -> list[CardId]:
        places = (self._places[code] for code in line.codes)
        return [place.card for place in places if isinstance(place, RoundCard)]

    def _pile(self, line: PileLine) -> Pile:
        wrong = self._form_error(line)
        group = self._group(line.headline)
        places = {} if wrong else self._movable(line)
        new = {code: place for code, place in places.items() if _moves(place, group)}
        return Pile(
            number=line.number,
            text=line.text,
            headline=group.headline if group else line.headline,
            group=group.id if group else None,
            letter=group.letter if group else "",
            cards=tuple(place.card for place in new.values()),
            codes=tuple(new),
            moved=tuple(
                (code, letter) for code, row in new.items() if (letter := self._letter(row))
            ),
            already_there=tuple(code for code in places if code not in new),
            troubles=(wrong,) if wrong else tuple(self._troubles(line)),
        )

    def _letter(self, place: RoundCard) -> str:
        return self._letters.get(place.card_group, "") if place.card_group else ""

    def _group(self, words: str) -> StandingGroup | None:
        """The group with this letter, as "B" or "Group B", or else with this headline."""
        for letter, group in self._by_letter.items():
            if fold(words) in (fold(letter), fold(_("Group {code}").format(code=letter))):
                return group
        return self._by_headline.get(fold(words))

    def _form_error(self, line: PileLine) -> str:
        """Why a line can't be read at all; "" when it can."""
        words = line.headline
        if not words or not (line.codes or line.strange):
            return _("Type a headline, a colon and the cards’ numbers, like this: Waiting: 3 17 22")
        if words.replace(" ", "").isdecimal():
            return _("“{words}” is no headline. It needs a word or two.").format(
                words=quoted(words)
            )
        if len(words) == 1 and words.isascii() and self._group(words) is None:
            return _("There is no group {letter}.").format(letter=words.upper())
        if len(words) > MAX_HEADLINE:
            return _(
                "Its headline has {n} characters, {over} too many: {most} is the most."
            ).format(n=len(words), over=len(words) - MAX_HEADLINE, most=MAX_HEADLINE)
        return ""

    def _movable(self, line: PileLine) -> dict[int, RoundCard]:
        """The cards of a line that can be moved, by the codes that they have now.

        An older code may stand on their paper.
        """
        found: dict[int, RoundCard] = {}
        for code in line.codes:
            place = self._places[code]
            if isinstance(place, Refusal) or place.set_aside_on is not None or place.left:
                continue
            if self._line_count[place.card] == 1:
                found[self._store.get(Card, place.card).code] = place
        return found

    def _troubles(self, line: PileLine) -> Iterable[str]:
        codes = list(dict.fromkeys(line.codes))
        cards = Counter(self._cards_of(line))
        unknown = [code for code in codes if isinstance(self._places[code], Refusal)]
        rows = {code: row for code in codes if isinstance(row := self._places[code], RoundCard)}
        aside = [code for code, row in rows.items() if row.set_aside_on is not None]
        left = [code for code, row in rows.items() if row.left and row.set_aside_on is None]
        twice = [code for code, row in rows.items() if cards[row.card] > 1]
        if unknown:
            yield _("not on the list: {codes}").format(codes=_listed(unknown))
        if aside:
            yield _("set aside: {codes}").format(codes=_listed(aside))
        if left:
            yield _("not on the list any more: {codes}").format(codes=_listed(left))
        if twice:
            yield _("there twice: {codes}").format(codes=_listed(twice))
        yield from self._in_other_lines(line, rows)
        if line.strange:
            yield _("no numbers of cards: {words}").format(words=with_commas(line.strange))

    def _in_other_lines(self, line: PileLine, rows: dict[int, RoundCard]) -> Iterable[str]:
        for other in self._lines:
            theirs = {*self._cards_of(other)} if other is not line else set()
            shared = [code for code, row in rows.items() if row.card in theirs]
            if shared:
                text = ngettext("in line {n} as well: {codes}", "in line {n} as well: {codes}",
                                len(shared))  # fmt: skip
                yield text.format(n=other.number, codes=_listed(shared))


def _moves(place: RoundCard, group: StandingGroup | None) -> bool:
    return group is None or place.card_group != group.id


def _listed(codes: Iterable[int]) -> str:
    return with_commas(map(str, codes))
