"""Stop 3, Big list: the cards of a round, put into groups or set aside, never thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cxworkshop.errors import AsksFirst, Refusal
from cxworkshop.i18n import _, with_commas
from cxworkshop.ids import new_id
from cxworkshop.model import (
    Card,
    CardGroup,
    CardId,
    GroupId,
    PrintedCode,
    Verbatim,
    VerbatimId,
)
from cxworkshop.on_demand import Part
from cxworkshop.queries.board import Board, board, state_of
from cxworkshop.queries.subjects import Subject, group_subject
from cxworkshop.stops.big_list.placement import Placement, dry_run
from cxworkshop.stops.stop import Stop, headline, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store

if TYPE_CHECKING:
    from cxworkshop.queries.gathering import Choice, Filter, Gathered, Gathering, Wanted
    from cxworkshop.stops.big_list.pairs import Pairs
    from cxworkshop.stops.big_list.piles import TypedPiles
    from cxworkshop.stops.big_list.sorting import Sorting


class BigList(Stop):
    """Groups and cards of the round that the team is in.

    `piles` takes what was typed as lines, `sorting` goes through the cards one by one, `pairs` are
    cards that look the same.
    With `sure`, 20 cards or more are changed without asking first (R12).
    """

    piles: Part[TypedPiles] = Part("cxworkshop.stops.big_list.piles:TypedPiles")
    sorting: Part[Sorting] = Part("cxworkshop.stops.big_list.sorting:Sorting", "add", "group")
    pairs: Part[Pairs] = Part("cxworkshop.stops.big_list.pairs:Pairs", "join")
    _gathering: Part[Gathering] = Part("cxworkshop.queries.gathering:Gathering")

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__(store, today)
        self._placement = Placement(store, today)

    def board(self) -> Board:
        """Everything on this round's list: groups, cards, and the drawer."""
        return board(self._store, self._round)

    def states(self) -> dict[CardId, str]:
        """ "picked", "list", "aside", or how it left ("kept"), for each card of this round."""
        return state_of(self._store, self.board())

    def card(self, card: CardId) -> Card:
        """The card itself, of whatever round."""
        return self._store.get(Card, card)

    def find(self, words: str) -> list[CardId]:
        """Find the cards with all these words, in the drawer too."""
        return self._gathering.search.cards(words)

    def prepare_search(self) -> None:
        """Get ready for a search, before its first letter is typed."""
        self._gathering.search.prepare()

    def gather(self, wanted: Wanted) -> Gathered:
        """Gather the cards on the list that are wanted."""
        return self._gathering.gather(self.board(), wanted)

    def choices(self, wanted: Wanted, filter_: Filter) -> list[Choice]:
        """What a filter can be set to, with how many of the cards found have it."""
        return self._gathering.choices(self.board(), wanted, filter_)

    def group(self, cards: Sequence[CardId], words: str = "", *, sure: bool = False) -> GroupId:
        """Put cards together in a new group. Groups that this empties are set aside.

        Raises AsksFirst from 20 cards on (R12) and AlreadyPicked.
        """
        self._placement.ask(len(cards), sure=sure)
        with self._store.edit(self._placement.title(_("Put {codes} together"), cards)) as edit:
            group = self._placement.add_group(
                edit, words or self._placement.headline_from(cards[0])
            )
            self._placement.move(edit, cards, group.id)
        return group.id

    def add(self, cards: Sequence[CardId], group: GroupId, *, sure: bool = False) -> None:
        """Put cards into an existing group."""
        self._placement.ask(len(cards), sure=sure)
        letter = self._store.get(CardGroup, group).letter
        title = _("Put {codes} into group {letter}").replace("{letter}", letter)
        with self._store.edit(self._placement.title(title, cards)) as edit:
            self._placement.move(edit, cards, group)

    def ungroup(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Take cards out of their groups; they stay on the list."""
        self._placement.ask(len(cards), sure=sure)
        with self._store.edit(self._placement.title(_("Ungroup {codes}"), cards)) as edit:
            self._placement.move(edit, cards, None)

    def dissolve(self, group: GroupId, *, sure: bool = False) -> None:
        """Take a whole group apart; its letter is not used again."""
        self.ungroup(self._subject(group).cards, sure=sure)

    def merge(self, groups: Sequence[GroupId], *, sure: bool = False) -> GroupId:
        """Put all cards into the first group, which keeps its headline and its letter."""
        first, *others = groups
        cards = [card for group in others for card in self._subject(group).cards]
        self._placement.ask(len(cards), sure=sure)
        codes = with_commas(self._subject(group).code for group in groups)
        with self._store.edit(_("Merge groups {codes}").format(codes=codes)) as edit:
            self._placement.move(edit, cards, first)
        return first

    def order_groups(self, groups: Sequence[GroupId]) -> None:
        """Put the groups of the list into this order; those left out come last, as they were."""
        standing = [group.id for group in self.board().groups]
        order = [*groups, *(group for group in standing if group not in groups)]
        letters = with_commas(self._placement.group(group).letter for group in order)
        with self._store.edit(_("Order the groups {letters}").format(letters=letters)) as edit:
            for position, group in enumerate(order, start=1):
                was = self._placement.group(group)
                if was.position != position:
                    self._placement.write_group(edit, replace(was, position=position))

    def rename(self, group: GroupId, words: str) -> None:
        """Give a group another headline."""
        was = self._placement.group(group)
        with self._store.edit(_("Name group {letter}").format(letter=was.letter)) as edit:
            self._placement.write_group(edit, replace(was, headline=headline(needed(words))))

    def set_card_headline(self, card: CardId, words: str) -> None:
        """Give a card a headline of ours; "" shows the customer's words at the top again."""
        was = self._store.get(Card, card)
        with self._store.edit(_("Name card {code}").format(code=was.code)) as edit:
            edit.write(replace(was, headline=headline(words)))

    def set_aside(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Put cards into the drawer; raises PickedStays for one that is in a slot."""
        self._placement.ask(len(cards), sure=sure)
        self._placement.refuse_picked(cards)
        words = self._placement.headlines_from(cards)
        with self._store.edit(self._placement.title(_("Set aside {codes}"), cards)) as edit:
            groups = self._placement.groups_of(cards)
            self._placement.change(
                edit, cards, lambda place: replace(place, set_aside_on=self._today())
            )
            self._placement.tidy_groups(edit, groups, words)

    def bring_back(self, cards: Sequence[CardId], *, sure: bool = False) -> None:
        """Put cards back on the list, into no group: out of the drawer, or raised again."""
        self._placement.ask(len(cards), sure=sure)
        words = self._placement.headlines_from(cards)
        with self._store.edit(self._placement.title(_("Bring back {codes}"), cards)) as edit:
            for card in cards:
                self._put_on_list(edit, card)
            groups = self._placement.groups_of(cards)
            self._placement.change(edit, cards, lambda place: replace(place, card_group=None))
            self._placement.tidy_groups(edit, groups, words)

    def why_not(self, action: Callable[[], object]) -> Refusal | None:
        """The refusal that an action on the list would raise, asked before a drop.

        The action is done in an edit that is rolled back, so that no rule is written twice. What
        only asks first (R12) is not a refusal.
        """
        try:
            with dry_run(self._store):
                action()
        except AsksFirst:
            return None
        except Refusal as refusal:
            return refusal
        return None

    def split(self, card: CardId, verbatims: Sequence[VerbatimId]) -> CardId:
        """Make a new card of some of a card's words, at the same place."""
        place = self._placement.place(card)
        with self._store.edit(self._placement.title(_("Split {codes}"), [card])) as edit:
            new = Card(
                id=CardId(new_id()), code=edit.take_numbers("card"), first_round=self._round.id
            )
            edit.write(new)
            self._write_place(edit, replace(place, card=new.id, left=None))
            for verbatim in verbatims:
                edit.write(replace(self._store.get(Verbatim, verbatim), card=new.id))
        return new.id

    def join(self, cards: Sequence[CardId]) -> CardId:
        """Move all words to the first card, for all say the same, and set the others aside.

        One that left the list comes back when another is still on it: it was raised again.
        """
        first, *others = cards
        self._placement.refuse_picked(others)
        words = self._placement.headlines_from(others)
        with self._store.edit(self._placement.title(_("Join {codes}"), cards)) as edit:
            if any(self._placement.is_on_list(card) for card in others):
                self._put_on_list(edit, first)
            for card in others:
                for verbatim in self._store.rows(Verbatim, card=card):
                    edit.write(replace(verbatim, card=first))
                self._let_code_find(edit, card, first)
            groups = self._placement.groups_of(others)
            self._placement.change(
                edit, others, lambda place: replace(place, set_aside_on=self._today())
            )
            self._placement.tidy_groups(edit, groups, words)
        return first

    def _let_code_find(self, edit: Edit, card: CardId, other: CardId) -> None:
        """Let a code that stands on paper find the card that its words are on now."""
        code = self._store.get(Card, card).code
        was = self._store.one(PrintedCode, code=code)
        row = PrintedCode(id=was.id if was else new_id(), code=code, card=other)
        edit.write(row)
        for printed in self._store.rows(PrintedCode, card=card):
            edit.write(replace(printed, card=other))

    def _subject(self, group: GroupId) -> Subject:
        return group_subject(self._store, self._round.id, group)
