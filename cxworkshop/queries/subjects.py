"""Cards and groups by what is printed on paper: "17" or "B"."""

from __future__ import annotations

from collections.abc import Collection

from cxworkshop.errors import NotFound, NotPickedYet, quoted
from cxworkshop.i18n import _, n_
from cxworkshop.model import (
    Card,
    CardGroup,
    CardId,
    GroupId,
    Left,
    Pick,
    PickId,
    PrintedCode,
    Round,
    RoundCard,
    RoundId,
)
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.places import (
    StandingGroup,
    cards_in,
    group_in,
    latest_group,
    place_of,
)
from cxworkshop.queries.rounds import number_of, pick_name, slots
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import shortened
from cxworkshop.value_object import ValueObject

_LEFT = {
    Left.KEPT: n_("Card {code} is not on the list: it was done, and kept."),
    Left.CANT: n_("Card {code} is not on the list: the answer was that we can’t."),
    Left.HANDED_ON: n_("Card {code} is not on the list: it was handed on."),
}
MOST_DIGITS = 9  # of a typed code


class Subject(ValueObject):
    """What can be picked: one card, or a group with its cards."""

    code: str
    headline: str
    cards: tuple[CardId, ...]
    card: CardId | None = None
    card_group: GroupId | None = None

    @property
    def name(self) -> str:
        """As the beginning of a sentence: "Card 17", "Group B"."""
        text = _("Group {code}") if self.card_group else _("Card {code}")
        return text.format(code=self.code)

    @property
    def in_title(self) -> str:
        """As part of an edit's title: "card 17", "group B"."""
        text = _("group {code}") if self.card_group else _("card {code}")
        return text.format(code=self.code)

    def pick_id(self, round_id: RoundId) -> PickId:
        """The id of its pick in a round, whether it is picked or not."""
        subject = self.card or self.card_group
        assert subject is not None  # one of the two is what makes a subject
        return pick_name(round_id, subject)


def topic_of(pick: Pick, subject: Subject) -> str:
    """The headline that it had on the big list, short enough for a title."""
    return shortened(pick.frozen_headline or subject.headline)


def ballot_name(round_: Round, subject: Subject) -> str:
    """The id of a subject's only ballot in a round."""
    return f"{subject.pick_id(round_.id)}/ballot"


def headline_of(store: StoreReader, card: Card) -> str:
    """Our headline, or else the words of the customer who said it first."""
    if card.headline:
        return card.headline
    said = (verbatim.said for verbatim in words_of(store, card.id) if verbatim.said)
    return next(said, "")


def card_subject(store: StoreReader, card_id: CardId) -> Subject:
    """A card as something to pick."""
    card = store.get(Card, card_id)
    return Subject(str(card.code), headline_of(store, card), (card_id,), card=card_id)


def group_subject(store: StoreReader, round_id: RoundId, group_id: GroupId) -> Subject:
    """A group as something to pick, as it is in a round."""
    group = group_in(store, round_id, group_id) or latest_group(store, group_id)
    cards = cards_in(store, round_id, group_id)
    return Subject(group.letter, group.headline, cards, card_group=group_id)


def pick_subject(store: StoreReader, pick: Pick) -> Subject:
    """The card or the group that was picked, as it is in the pick's round."""
    if pick.card is not None:
        return card_subject(store, pick.card)
    assert pick.card_group is not None  # a pick is of one or the other
    return group_subject(store, pick.round, pick.card_group)


def card_with_code(store: StoreReader, code: int) -> Card:
    """The card with this code, also one printed before a merge; raises NotFound."""
    card = store.one(Card, code=code)
    if card is None:
        printed = store.one(PrintedCode, code=code)
        card = store.find(Card, printed.card) if printed else None
    if card is None:
        raise _no_card(code)
    return card


def card_on_list(store: StoreReader, round_id: RoundId, code: int) -> RoundCard:
    """The card's place in this round, set aside or not; raises NotFound.

    The number of a card that is set aside finds the one that it was joined with.
    """
    card = card_with_code(store, code)
    place = place_of(store, round_id, card.id)
    if place is not None and place.set_aside_on is not None:
        printed = store.one(PrintedCode, code=code)
        place = (printed and place_of(store, round_id, printed.card)) or place
    if place is None:
        raise NotFound(_("Card {code} is not on this round’s list.").format(code=code))
    return place


def subject_for_code(store: StoreReader, round_id: RoundId, code: str) -> Subject:
    """What "17" or "B" stands for on this round's list; raises NotFound."""
    subject = named_subject(store, round_id, code)
    if subject.card is not None:
        refuse_off_list(store, round_id, subject.card, tuple(Left))
    return subject


def named_subject(store: StoreReader, round_id: RoundId, code: str) -> Subject:
    """What "17" or "B" stands for, also a card that left the list; raises NotFound."""
    text = code.strip().removeprefix("#").upper()
    if text.isdecimal():
        place = card_on_list(store, round_id, _code(text))
        refuse_off_list(store, round_id, place.card, ())
        return card_subject(store, place.card)
    group = _group_with_letter(store, round_id, text)
    if group is None:
        raise NotFound(
            _(
                "There is no card or group “{code}”. Use a card’s number or a group’s letter."
            ).format(code=quoted(code))
        )
    return group_subject(store, round_id, group.id)


def refuse_off_list(
    store: StoreReader, round_id: RoundId, card: CardId, left: Collection[Left]
) -> RoundCard:
    """The card's place; raises NotFound where it is set aside, or left the list so."""
    code = store.get(Card, card).code
    place = place_of(store, round_id, card)
    if place is None:
        raise NotFound(_("Card {code} is not on this round’s list.").format(code=code))
    if place.set_aside_on is not None:
        raise NotFound(_("Card {code} is set aside. Bring it back first.").format(code=code))
    if place.left is not None and place.left in left:
        raise NotFound(_(_LEFT[place.left]).format(code=code))
    return place


def _group_with_letter(store: StoreReader, round_id: RoundId, letter: str) -> StandingGroup | None:
    groups = (group_in(store, round_id, row.id) for row in store.rows(CardGroup, letter=letter))
    return next((group for group in groups if group and group.set_aside_on is None), None)


def subject_for_story(store: StoreReader, code: str) -> tuple[CardId | None, GroupId | None]:
    """The card or the group with this code or letter, whether it is on the list or not.

    Of several groups that had the letter the newest. Raises NotFound.
    """
    text = code.strip().removeprefix("#").upper()
    if text.isdecimal():
        return card_with_code(store, _code(text)).id, None
    groups = store.rows(CardGroup, letter=text)
    if not groups:
        raise NotFound(_("There is no group {letter}.").format(letter=quoted(text)))
    return None, max(groups, key=lambda group: number_of(group.first_round)).id


def _code(digits: str) -> int:
    """Read a code; raises NotFound for a number that is too large for any card or the file."""
    if len(digits) > MOST_DIGITS:
        raise _no_card(digits)
    return int(digits)


def _no_card(code: int | str) -> NotFound:
    return NotFound(
        _("There is no card {code}. Look at its number again.").format(code=quoted(str(code)))
    )


def pick_in_slot(store: StoreReader, round_id: RoundId, slot: int) -> Pick:
    """The pick in this slot; raises NotPickedYet for a free slot, NotFound for another number."""
    if slot not in (1, 2, 3):
        raise NotFound(_("There are three slots: 1, 2 and 3."))
    pick = slots(store, round_id).get(slot)
    if pick is None:
        raise NotPickedYet(slot)
    return store.get(Pick, pick)
