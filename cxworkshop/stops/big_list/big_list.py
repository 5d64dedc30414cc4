"""Stop 3, Big list: the cards of a round, laid in groups, nothing thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cxworkshop.errors import AsksFirst, Refusal
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Card, CardGroup, CardId, GroupId, Verbatim, VerbatimId
from cxworkshop.queries.board import Board, board, state_of
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.search import Search
from cxworkshop.queries.subjects import card_subject, group_subject, place_name
from cxworkshop.stops.big_list.piles import Piling
from cxworkshop.stops.big_list.placement import DryRunEnds
from cxworkshop.stops.stop import headline, needed


class BigList(Piling):
    """Groups and cards of the round that the team is in."""

    _search: Search | None = None  # made when somebody looks for something

    def board(self) -> Board:
        """Everything on this round's list: groups, cards, and the drawer."""
        return board(self._store, self._round)

    def states(self) -> dict[CardId, str]:
        """ "picked", "list" or "aside" for each card of this round."""
        return state_of(self._store, self.board())

    def card(self, card: CardId) -> Card:
        """The card itself, of whatever round."""
        return self._store.get(Card, card)

    def verbatims_of(self, card: CardId) -> list[Verbatim]:
        """What customers said on this card, without what was set aside."""
        return words_of(self._store, card)

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

    def rename(self, group: GroupId, words: str) -> None:
        """Give a group another headline."""
        was = self._store.get(CardGroup, group)
        with self._store.edit(_("Name group {letter}").format(letter=was.letter)) as edit:
            edit.write(replace(was, headline=headline(needed(words))))

    def set_card_headline(self, card: CardId, words: str) -> None:
        """Give a card a headline of ours; none brings the customer's words back to the top."""
        was = self._store.get(Card, card)
        with self._store.edit(_("Name card {code}").format(code=was.code)) as edit:
            edit.write(replace(was, headline=headline(words)))

    def set_headline_from(self, group: GroupId, verbatim: VerbatimId) -> None:
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
                raise DryRunEnds
        except (DryRunEnds, AsksFirst):
            return None
        except Refusal as refusal:
            return refusal

    def split(self, card: CardId, verbatims: Sequence[VerbatimId]) -> CardId:
        """Some of a card's words become a card of their own, beside it."""
        place = self._place(card)
        with self._store.edit(self._title(_("Split {codes}"), [card])) as edit:
            new = Card(id=CardId(new_id()), code=edit.take_numbers("card"), first_round=place.round)
            edit.write(new)
            edit.write(replace(place, id=place_name(place.round, new.id), card=new.id))
            for verbatim in verbatims:
                edit.write(replace(self._store.get(Verbatim, verbatim), card=new.id))
        return new.id

    def join(self, cards: Sequence[CardId]) -> CardId:
        """The same thing said twice: all words go to the first card, the others are set aside."""
        first, *others = cards
        self._refuse_picked(others)
        with self._store.edit(self._title(_("Join {codes}"), cards)) as edit:
            for card in others:
                for verbatim in self._store.rows(Verbatim, card=card):
                    edit.write(replace(verbatim, card=first))
            self._change(edit, others, lambda place: replace(place, set_aside_on=self._today()))
            self._put_away_empty(edit)
        return first

    def _words_of(self, card: CardId) -> str:
        return headline(card_subject(self._store, card).headline[:200])
