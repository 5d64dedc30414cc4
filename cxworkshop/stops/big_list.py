"""Stop 3, Big list: the cards of a round, laid in groups, nothing thrown away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cxworkshop.errors import AsksFirst, BadWords, NotFound, Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.ids import letter_number, letters, new_id
from cxworkshop.model import (
    Card,
    CardGroup,
    CardId,
    GroupId,
    Pick,
    RoundCard,
    Verbatim,
    VerbatimId,
)
from cxworkshop.readings.board import Board, board
from cxworkshop.readings.rounds import slots, team
from cxworkshop.readings.search import Search
from cxworkshop.readings.subjects import (
    card_subject,
    group_subject,
    named,
    pick_subject,
    place_name,
)
from cxworkshop.rules import ask_first, refuse_double, refuse_if_picked
from cxworkshop.stops.stop import Stop, headline, needed
from cxworkshop.store.journal import Edit

_PAPER_LINE = re.compile(r"^(?P<headline>.*?)\s*:\s*(?P<codes>[#\d\s,;.]+)$", re.DOTALL)


class _TakenBack(Exception):
    """Ends an edit that was only asked about."""


class Placing(Stop):
    """How cards are put into groups and out of them, and what that must not do."""

    def _ask(self, cards: int, *, sure: bool) -> None:
        if not cards:
            raise BadWords(_("No card was chosen. Choose one or more first."))
        ask_first(team(self._store), cards, sure=sure)

    def _cards_with(self, codes: Sequence[int]) -> list[CardId]:
        unknown, twice = [], {code for code in codes if codes.count(code) > 1}
        cards = []
        for code in dict.fromkeys(codes):
            try:
                cards.append(named(self._store, self._round.id, str(code)).cards[0])
            except NotFound:
                unknown.append(code)
        if unknown or twice:
            raise NotFound(_wrong_codes(unknown, sorted(twice)))
        return cards

    def _title(self, title: str, cards: Sequence[CardId]) -> str:
        """Edit titles carry codes, never customers' words."""
        codes = [str(self._store.get(Card, card).code) for card in cards]
        if len(codes) > 6:
            text = ngettext("{n} card", "{n} cards", len(codes)).format(n=len(codes))
        else:
            text = ngettext("card {codes}", "cards {codes}", len(codes))
            text = text.format(codes=", ".join(codes))
        return title.format(codes=text)

    def _new_group(self, edit: Edit, words: str) -> CardGroup:
        round_id = self._round.id
        taken = [letter_number(row.letter) for row in self._store.rows(CardGroup, round=round_id)]
        number = edit.count_on(f"group/{round_id}", above=max(taken, default=0))
        group = CardGroup(
            id=GroupId(new_id()),
            round=round_id,
            letter=letters(number),
            headline=headline(needed(words)),
            position=number,
        )
        edit.put(group)
        return group

    def _place(self, card: CardId) -> RoundCard:
        name = place_name(self._round.id, card)
        place = self._store.find(RoundCard, name)
        if place is None:
            code = self._store.get(Card, card).code
            raise NotFound(_("Card {code} is not on this round's list.").format(code=code))
        return place

    def _change(
        self, edit: Edit, cards: Iterable[CardId], change: Callable[[RoundCard], RoundCard]
    ) -> None:
        for card in cards:
            edit.put(change(self._place(card)))

    def _move(self, edit: Edit, cards: Sequence[CardId], group: GroupId | None) -> None:
        before = len(self._store.rows(RoundCard, card_group=group)) if group else 0
        for place, card in enumerate(cards, start=before):
            row = replace(self._place(card), card_group=group, set_aside_on=None)
            edit.put(replace(row, position=place) if group else row)
        self._put_away_empty(edit)
        self._refuse_doubles()

    def _put_away_empty(self, edit: Edit) -> None:
        """A group without cards is set aside, its letter spent; not one that is in a slot."""
        for group in self._store.rows(CardGroup, round=self._round.id, set_aside_on=None):
            subject = group_subject(self._store, group.id)
            if not subject.cards:
                refuse_if_picked(self._store, self._round.id, subject)
                edit.put(replace(group, set_aside_on=self._today()))

    def _refuse_doubles(self) -> None:
        """Grouping must not bring a picked card into a picked group by the back door."""
        for pick_id in slots(self._store, self._round.id).values():
            pick = self._store.get(Pick, pick_id)
            if pick.round == self._round.id:
                subject = pick_subject(self._store, pick)
                refuse_double(self._store, self._round.id, subject)

    def _refuse_picked(self, cards: Iterable[CardId]) -> None:
        for card in cards:
            refuse_if_picked(self._store, self._round.id, card_subject(self._store, card))


class BigList(Placing):
    """Groups and cards of the round that the team is in."""

    _search: Search | None = None  # made when somebody looks for something

    def board(self) -> Board:
        """Everything on this round's list: groups, cards, and the drawer."""
        return board(self._store, self._round)

    def find(self, words: str) -> list[CardId]:
        """The cards in which all these words stand, in the drawer too."""
        self._search = self._search or Search(self._store)
        return self._search.cards(words)

    def group(self, cards: Sequence[CardId], words: str = "", *, sure: bool = False) -> GroupId:
        """Put cards together in a new group. Groups that this empties are set aside.

        Raises AsksFirst from 20 cards on (R12) and AlreadyPicked.
        """
        self._ask(len(cards), sure=sure)
        with self._store.edit(self._title(_("Put {codes} together"), cards)) as edit:
            group = self._new_group(edit, words or self._words_of(cards[0]))
            self._move(edit, cards, group.id)
        return group.id

    def add(self, cards: Sequence[CardId], group: GroupId, *, sure: bool = False) -> None:
        """Put cards into a group that is there."""
        self._ask(len(cards), sure=sure)
        letter = self._store.get(CardGroup, group).letter
        title = _("Put {codes} into group {letter}").replace("{letter}", letter)
        with self._store.edit(self._title(title, cards)) as edit:
            self._move(edit, cards, group)

    def ungroup(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Take cards out of their groups; they stay on the list."""
        self._ask(len(cards), sure=sure)
        with self._store.edit(self._title(_("Ungroup {codes}"), cards)) as edit:
            self._move(edit, cards, None)

    def dissolve(self, group: GroupId, *, sure: bool = False) -> None:
        """Take a whole group apart; its letter is spent."""
        self.ungroup(group_subject(self._store, group).cards, sure=sure)

    def merge(self, groups: Sequence[GroupId], *, sure: bool = False) -> GroupId:
        """Put all into the first, which keeps its headline and its letter."""
        first, *others = groups
        cards = [card for group in others for card in group_subject(self._store, group).cards]
        self._ask(len(cards), sure=sure)
        codes = ", ".join(group_subject(self._store, group).code for group in groups)
        with self._store.edit(_("Merge groups {codes}").format(codes=codes)) as edit:
            self._move(edit, cards, first)
        return first

    def paper_line(self, line: str, *, sure: bool = False) -> GroupId:
        """`Waiting on the phone: 3 17 22`: one pile from a real wall, typed as one line.

        A headline that a group has already adds to that group. Raises BadWords for a line of
        another form, NotFound for unknown, doubled and set-aside codes; then nothing was done.
        """
        words, codes = _split_line(line)
        cards = self._cards_with(codes)
        there = self._store.one(CardGroup, round=self._round.id, headline=words, set_aside_on=None)
        if there is not None:
            self.add(cards, there.id, sure=sure)
            return there.id
        return self.group(cards, words, sure=sure)

    def rename(self, group: GroupId, words: str) -> None:
        """Give a group another headline."""
        was = self._store.get(CardGroup, group)
        with self._store.edit(_("Name group {letter}").format(letter=was.letter)) as edit:
            edit.put(replace(was, headline=headline(needed(words))))

    def head_card(self, card: CardId, words: str) -> None:
        """Give a card a headline of ours; none brings the customer's words back to the top."""
        was = self._store.get(Card, card)
        with self._store.edit(_("Name card {code}").format(code=was.code)) as edit:
            edit.put(replace(was, headline=headline(words)))

    def headline_from(self, group: GroupId, verbatim: VerbatimId) -> None:
        """A customer's sentence becomes the group's headline."""
        self.rename(group, self._store.get(Verbatim, verbatim).said or "")

    def set_aside(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Put cards into the drawer; raises PickedStays for one that is in a slot."""
        self._ask(len(cards), sure=sure)
        self._refuse_picked(cards)
        with self._store.edit(self._title(_("Set aside {codes}"), cards)) as edit:
            self._change(edit, cards, lambda place: replace(place, set_aside_on=self._today()))
            self._put_away_empty(edit)

    def bring_back(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Take cards out of the drawer, into no group."""
        self._ask(len(cards), sure=sure)
        with self._store.edit(self._title(_("Bring back {codes}"), cards)) as edit:
            self._change(
                edit, cards, lambda place: replace(place, set_aside_on=None, card_group=None)
            )

    def move(self, card: CardId, position: int) -> None:
        """Put a card at another place among the round's cards."""
        with self._store.edit(self._title(_("Move {codes}"), [card])) as edit:
            self._change(edit, [card], lambda place: replace(place, position=position))

    def why_not(self, action: Callable[[], object]) -> Refusal | None:
        """What an action on the list would refuse, asked while a hand still hovers.

        The action is done in an edit that is taken back at once, so nothing is left of it and no
        rule is written twice. What only asks first (R12) is no refusal.
        """
        try:
            with self._store.edit(""):
                action()
                raise _TakenBack
        except (_TakenBack, AsksFirst):
            return None
        except Refusal as refusal:
            return refusal

    def split(self, card: CardId, verbatims: Sequence[VerbatimId]) -> CardId:
        """Some of a card's words become a card of their own, beside it."""
        place = self._place(card)
        with self._store.edit(self._title(_("Split {codes}"), [card])) as edit:
            new = Card(id=CardId(new_id()), code=edit.count_on("card"), first_round=place.round)
            edit.put(new)
            edit.put(replace(place, id=place_name(place.round, new.id), card=new.id))
            for verbatim in verbatims:
                edit.put(replace(self._store.get(Verbatim, verbatim), card=new.id))
        return new.id

    def join(self, cards: Sequence[CardId]) -> CardId:
        """The same thing said twice: all words go to the first card, the others are set aside."""
        first, *others = cards
        self._refuse_picked(others)
        with self._store.edit(self._title(_("Join {codes}"), cards)) as edit:
            for card in others:
                for verbatim in self._store.rows(Verbatim, card=card):
                    edit.put(replace(verbatim, card=first))
            self._change(edit, others, lambda place: replace(place, set_aside_on=self._today()))
            self._put_away_empty(edit)
        return first

    def codes(self, codes: Iterable[str]) -> list[CardId]:
        """The cards that "17" or "B" stand for; a letter stands for its whole group."""
        found = [named(self._store, self._round.id, code).cards for code in codes]
        return [card for cards in found for card in cards]

    def _words_of(self, card: CardId) -> str:
        return headline(card_subject(self._store, card).headline[:200])


def _split_line(line: str) -> tuple[str, list[int]]:
    found = _PAPER_LINE.match(line.strip())
    codes = [int(code) for code in re.findall(r"\d+", found["codes"])] if found else []
    if found is None or not found["headline"] or not codes:
        raise BadWords(
            _("Type a headline, a colon and the cards' numbers, like this: Waiting: 3 17 22")
        )
    return headline(found["headline"]), codes


def _wrong_codes(unknown: Sequence[int], twice: Sequence[int]) -> str:
    parts = []
    if unknown:
        parts.append(_("not on the list: {codes}").format(codes=", ".join(map(str, unknown))))
    if twice:
        parts.append(_("there twice: {codes}").format(codes=", ".join(map(str, twice))))
    return _("Nothing was grouped, for some numbers don't fit; {parts}.").format(
        parts="; ".join(parts)
    )
