"""How cards come into groups and out of them: what all ways of doing it share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.i18n import _, ngettext
from cxworkshop.ids import letter_number, letters, new_id
from cxworkshop.model import Card, CardGroup, CardId, GroupId, Pick, RoundCard
from cxworkshop.queries.rounds import slots, team
from cxworkshop.queries.subjects import card_subject, group_subject, pick_subject, place_name
from cxworkshop.rules import ask_first, refuse_double, refuse_if_picked
from cxworkshop.stops.stop import Stop, headline, needed
from cxworkshop.store.tables.journal import Edit


class DryRunEnds(Exception):
    """Ends an edit that was only asked about."""


class Placing(Stop):
    """How cards are put into groups and out of them, and what that must not do."""

    def _ask(self, cards: int, *, sure: bool) -> None:
        if not cards:
            raise BadWords(_("No card was chosen. Choose one or more first."))
        ask_first(team(self._store), cards, sure=sure)

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
        number = edit.take_numbers(f"group/{round_id}", above=max(taken, default=0))
        group = CardGroup(
            id=GroupId(new_id()),
            round=round_id,
            letter=letters(number),
            headline=headline(needed(words)),
            position=number,
        )
        edit.write(group)
        return group

    def _place(self, card: CardId) -> RoundCard:
        name = place_name(self._round.id, card)
        place = self._store.find(RoundCard, name)
        if place is None:
            code = self._store.get(Card, card).code
            raise NotFound(_("Card {code} is not on this round’s list.").format(code=code))
        return place

    def _change(
        self, edit: Edit, cards: Iterable[CardId], change: Callable[[RoundCard], RoundCard]
    ) -> None:
        for card in cards:
            edit.write(change(self._place(card)))

    def _move(self, edit: Edit, cards: Sequence[CardId], group: GroupId | None) -> None:
        self._put_in(edit, cards, group)
        self._settle(edit)

    def _put_in(self, edit: Edit, cards: Sequence[CardId], group: GroupId | None) -> None:
        """Behind the others of the group. What that leaves behind, `_settle` looks at."""
        before = len(self._store.rows(RoundCard, card_group=group)) if group else 0
        for place, card in enumerate(cards, start=before):
            row = replace(self._place(card), card_group=group, set_aside_on=None)
            edit.write(replace(row, position=place) if group else row)

    def _settle(self, edit: Edit) -> None:
        self._put_away_empty(edit)
        self._refuse_doubles()

    def _put_away_empty(self, edit: Edit) -> None:
        """A group without cards is set aside, its letter spent; not one that is in a slot."""
        for group in self._store.rows(CardGroup, round=self._round.id, set_aside_on=None):
            subject = group_subject(self._store, group.id)
            if not subject.cards:
                refuse_if_picked(self._store, self._round.id, subject)
                edit.write(replace(group, set_aside_on=self._today()))

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
