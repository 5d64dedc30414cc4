"""How cards are put into groups and taken out again, whatever a person did to ask for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.ids import letters, new_id
from cxworkshop.model import Card, CardGroup, CardId, GroupId, Pick, Round, RoundCard
from cxworkshop.queries.places import (
    StandingGroup,
    cards_in,
    group_in,
    last_letter,
    latest_group,
    letter_counter,
    place_of,
)
from cxworkshop.queries.rounds import slots, team
from cxworkshop.queries.subjects import card_subject, group_subject, pick_subject
from cxworkshop.rules import ask_first, refuse_double, refuse_if_picked
from cxworkshop.stops.stop import StopPart, headline, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store


class _DryRunEnds(Exception):
    """Rolls an edit back."""


@contextmanager
def dry_run(store: Store) -> Iterator[Edit]:
    """An edit that is rolled back at its end; refusals are raised as in a real one."""
    with suppress(_DryRunEnds), store.edit("") as edit:
        yield edit
        raise _DryRunEnds


class Placement(StopPart):
    """Writes where the cards of the current round stand, and guards what that must not do."""

    @property
    def round(self) -> Round:
        """The round that the team is in."""
        return self._round

    def ask(self, cards: int, *, sure: bool) -> None:
        """Raise BadWords for no cards, and AsksFirst for many unless `sure` (R12)."""
        if not cards:
            raise BadWords(_("No card was chosen. Choose one or more first."))
        ask_first(team(self._store), cards, sure=sure)

    def title(self, title: str, cards: Sequence[CardId]) -> str:
        """An edit's title: `{codes}` stands for the cards, never for customers' words."""
        codes = [str(self._store.get(Card, card).code) for card in cards]
        if len(codes) > 6:
            text = ngettext("{n} card", "{n} cards", len(codes)).format(n=len(codes))
        else:
            text = ngettext("card {codes}", "cards {codes}", len(codes))
            text = text.format(codes=with_commas(codes))
        return title.format(codes=text)

    def place(self, card: CardId) -> RoundCard:
        """The card's row in this round; raises NotFound."""
        place = place_of(self._store, self.round.id, card)
        if place is None:
            code = self._store.get(Card, card).code
            raise NotFound(_("Card {code} is not on this round’s list.").format(code=code))
        return place

    def is_on_list(self, card: CardId) -> bool:
        """Whether a card is on this round's list: not set aside, and not gone with an answer."""
        place = self.place(card)
        return place.set_aside_on is None and place.left is None

    def add_group(self, edit: Edit, words: str) -> StandingGroup:
        """Write a new group with the next letter.

        Letters are never used twice in a round, and wait for groups that left and may come back.
        """
        round_id = self.round.id
        last = last_letter(self._store, round_id)
        number = edit.take_numbers(letter_counter(round_id), above=last)
        group = CardGroup(id=GroupId(new_id()), first_round=round_id, letter=letters(number))
        edit.write(group)
        new = StandingGroup(group.id, group.letter, headline(needed(words)), number, None)
        self.write_group(edit, new)
        return new

    def write_group(self, edit: Edit, group: StandingGroup) -> None:
        """Write how a group is from this round on."""
        self._write_group(edit, group)

    def group(self, group: GroupId) -> StandingGroup:
        """The group as it is in this round, or was last."""
        found = group_in(self._store, self.round.id, group)
        return found or latest_group(self._store, group)

    def change(
        self, edit: Edit, cards: Iterable[CardId], change: Callable[[RoundCard], RoundCard]
    ) -> None:
        """Write each card's row as `change` returns it."""
        for card in cards:
            self._write_place(edit, change(self.place(card)))

    def move(self, edit: Edit, cards: Sequence[CardId], group: GroupId | None) -> None:
        """Put cards into a group, or into none, and tidy up."""
        self.tidy_up(edit, self.put_in(edit, cards, group), self.headlines_from(cards))

    def put_in(self, edit: Edit, cards: Sequence[CardId], group: GroupId | None) -> set[GroupId]:
        """Put cards behind the others of a group; return the groups that they were in.

        With a place in a group a card is on the list, wherever it was before. `tidy_up` must
        follow in the same edit.
        """
        left = self.groups_of(cards)
        before = len(self._store.rows(RoundCard, card_group=group)) if group else 0
        for position, card in enumerate(cards, start=before):
            if group:
                self._put_on_list(edit, card)
            row = replace(self.place(card), card_group=group, set_aside_on=None)
            self._write_place(edit, replace(row, position=position) if group else row)
        return left

    def groups_of(self, cards: Iterable[CardId]) -> set[GroupId]:
        """The groups that these cards are in."""
        groups = {self.place(card).card_group for card in cards}
        return {group for group in groups if group is not None}

    def headline_from(self, card: CardId) -> str:
        """The headline that a group gets by itself: the words of its first card."""
        return headline(card_subject(self._store, card).headline[:200])

    def headlines_from(self, cards: Iterable[CardId]) -> set[str]:
        """The headlines that groups of these cards may have got by themselves."""
        return {self.headline_from(card) for card in cards}

    def tidy_up(self, edit: Edit, left: Iterable[GroupId], words: Collection[str]) -> None:
        """Set the groups aside that lost all cards; refuse a card picked alone and in its group.

        `words` are the headlines from the cards that left: no group keeps one of them.
        """
        self.tidy_groups(edit, left, words)
        self._refuse_doubles()

    def tidy_groups(self, edit: Edit, left: Iterable[GroupId], words: Collection[str]) -> None:
        """Set those of these groups aside that have no cards; refuse it for a picked one.

        A headline that came from a card that left goes with it, as nobody wrote it.
        """
        round_id = self.round.id
        for group_id in sorted(left):
            group = group_in(self._store, round_id, group_id)
            if group is None or group.set_aside_on:
                continue
            cards = cards_in(self._store, round_id, group_id)
            if cards:
                self._renew_headline(edit, group, cards, words)
                continue
            subject = group_subject(self._store, round_id, group_id)
            refuse_if_picked(self._store, round_id, subject)
            self.write_group(edit, replace(group, set_aside_on=self._today()))

    def _renew_headline(
        self, edit: Edit, group: StandingGroup, cards: Sequence[CardId], words: Collection[str]
    ) -> None:
        """Name a group after its first card if its headline was from one that left it."""
        if group.headline in words and group.headline not in self.headlines_from(cards):
            self.write_group(edit, replace(group, headline=self.headline_from(cards[0])))

    def refuse_picked(self, cards: Iterable[CardId]) -> None:
        """Raise PickedStays if one of them is in a slot."""
        for card in cards:
            refuse_if_picked(self._store, self.round.id, card_subject(self._store, card))

    def _refuse_doubles(self) -> None:
        """Grouping must not bring a picked card into a picked group."""
        for pick_id in slots(self._store, self.round.id).values():
            pick = self._store.get(Pick, pick_id)
            if pick.round == self.round.id:
                subject = pick_subject(self._store, pick)
                refuse_double(self._store, self.round.id, subject)
