"""What has become of each wish, as customers may be told.

A wish is a card that is on the list, or that left it; each has one of these answers, so that
nobody is left without one. What is claimed is decided by R6 (`outcomes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial

from cxworkshop import days
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.looks import kept_on
from cxworkshop.model import (
    Answer,
    CardId,
    Conversation,
    Customer,
    CustomerId,
    Left,
    Look,
    LookAgain,
    Pick,
    PickId,
    Verbatim,
)
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.places import left_as, place_of
from cxworkshop.queries.rounds import current_round, number_of
from cxworkshop.queries.stories import stories
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.rules import Claim
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import with_full_stop


class AnswerKind(StrEnum):
    """What becomes of a wish."""

    DID = "did"
    TRIED = "tried"
    DOING = "doing"
    LIST = "list"
    CANT = "cant"
    HANDED_ON = "handed-on"


ANSWER_WORDS = {
    AnswerKind.DID: n_("We did"),
    AnswerKind.TRIED: n_("We tried, and learned"),
    AnswerKind.DOING: n_("We are doing"),
    AnswerKind.LIST: n_("On the list"),
    AnswerKind.CANT: n_("We can’t"),
    AnswerKind.HANDED_ON: n_("Handed on"),
}
_BY_CLAIM = {
    Claim.WE_DID: AnswerKind.DID,
    Claim.WE_TRIED: AnswerKind.TRIED,
    Claim.ASKING: AnswerKind.DOING,
    Claim.DOING: AnswerKind.DOING,
}
_BY_ROW = {Left.CANT: AnswerKind.CANT, Left.HANDED_ON: AnswerKind.HANDED_ON}


@dataclass(frozen=True)
class Wish:
    """A card with its answer: of its latest pick, of the row that was written, or the list's."""

    card: BoardCard
    kind: AnswerKind
    since: int  # the number of the round in which it was first said
    outcome: Outcome | None = None
    answer: Answer | None = None

    @property
    def lead(self) -> str:
        """The beginning of the answer: "We did", "We can’t, because"."""
        match self.kind:
            case AnswerKind.LIST:
                return _("On the list, since round {number}").format(number=self.since)
            case AnswerKind.CANT:
                return _("We can’t, because") if self.answer else _("We can’t")
            case AnswerKind.HANDED_ON:
                return self._handed_on_to()
        assert self.outcome is not None  # the other answers are those of a pick
        return self.outcome.lead

    @property
    def sentences(self) -> tuple[str, ...]:
        """What follows the beginning, in short sentences."""
        tell = {
            AnswerKind.LIST: self._of_list,
            AnswerKind.CANT: self._of_cant,
            AnswerKind.HANDED_ON: self._of_handed_on,
        }
        return tuple(text for text in tell.get(self.kind, self._of_pick)() if text)

    @property
    def is_awaited(self) -> bool:
        """Whether it was handed on, and they have not answered yet."""
        return self.kind is AnswerKind.HANDED_ON and not (self.answer and self.answer.their_answer)

    def _of_pick(self) -> tuple[str, ...]:
        assert self.outcome is not None  # see `lead`
        learned = self.outcome.check.learned if self.outcome.check else ""
        words = with_full_stop(self.outcome.words)
        if self.kind is AnswerKind.TRIED:
            return with_full_stop(learned) or words, self.outcome.coming
        if self.kind is AnswerKind.DID:
            return words, self.outcome.counted
        return words, self.outcome.coming

    def _of_list(self) -> tuple[str, ...]:
        heard = len(self.card.customers)
        said = ngettext("{n} {customer} said so.", "{n} {customers} said so.", heard).format(
            n=heard
        )
        return said if heard else "", self._next_on_list()

    def _next_on_list(self) -> str:
        if self.outcome is None:
            return _("We choose from our list every month.")
        if self.outcome.claim is Claim.WE_DID:
            return _("We thought it was done. You say it is not, so it is back.")
        if self.outcome.pick.locked_on is None:
            return _("We have looked at it, and have not begun yet.")
        return _("We began, and put it down for now.")

    def _of_cant(self) -> tuple[str, ...]:
        if self.answer is None:
            return ()
        who = self.answer.who_can
        return (
            with_full_stop(self.answer.why),
            with_full_stop(_("Who can: {who}").format(who=who)) if who else "",
        )

    def _handed_on_to(self) -> str:
        if self.answer is None:
            return _("Handed on")
        return _("Handed on to {name}").format(name=self.answer.handed_to)

    def _of_handed_on(self) -> tuple[str, ...]:
        if self.answer is None:
            return ()
        day, words = days.short(self.answer.asked_on), self.answer.their_answer
        asked = _("We asked them on {day}.").format(day=day) if day else ""
        if words:
            return asked, _("They say: “{words}”").format(words=words)
        return asked, _("They have not answered yet. We tell you when they do.")


@dataclass(frozen=True)
class EverybodysAnswers:
    """All wishes by code, each with its answer."""

    wishes: tuple[Wish, ...]

    @property
    def counts(self) -> dict[AnswerKind, int]:
        """How many wishes have each answer, in the order of the answers."""
        counted = Counter(wish.kind for wish in self.wishes)
        return {kind: counted[kind] for kind in AnswerKind}

    @property
    def unanswered(self) -> int:
        """How many have no answer: none, for a wish that is nothing else is on the list."""
        return len(self.wishes) - sum(self.counts.values())

    @property
    def awaited(self) -> int:
        """How many were handed on, and wait for somebody else's answer."""
        return sum(wish.is_awaited for wish in self.wishes)

    def of(self, customer: CustomerId) -> tuple[Wish, ...]:
        """The wishes of one customer, those with which they only agreed among them."""
        return tuple(wish for wish in self.wishes if customer in wish.card.customers)


def answers_to_everybody(store: StoreReader) -> EverybodysAnswers:
    """What has become of every wish until now."""
    key = "wishes", store.today().isoformat()
    wishes = store.cached(key, lambda: _Answering(store).all())
    return EverybodysAnswers(tuple(wish for wish in wishes if not wish.card.is_bare))


def kept_on_list(store: StoreReader) -> set[CardId]:
    """The cards that are still on the list although what was done about them is kept (R5).

    It asks of cards that were picked alone: a list of 10,000 is not read for it.
    """
    round_id, find = current_round(store).id, cache(partial(outcome_of, store))
    gone = left_as(store, round_id, Left.KEPT)  # years of them
    return {
        card
        for card, pick in _latest_picks(store).items()
        if card not in gone
        and (place := place_of(store, round_id, card))
        and place.left is None
        and place.set_aside_on is None
        and find(pick).kept
        and not _raised_again(store, words_of(store, card), find(pick))
    }


def customers_to_hear(store: StoreReader) -> dict[Customer, tuple[Wish, ...]]:
    """The customers who want to hear and have a wish, by number, each with their wishes."""
    found = answers_to_everybody(store)
    wanting = sorted(store.rows(Customer, wants_to_hear=1), key=lambda row: row.number)
    wishes = {customer: found.of(customer.id) for customer in wanting}
    return {customer: own for customer, own in wishes.items() if own}


def open_answers(store: StoreReader) -> dict[CardId, Answer]:
    """The latest answer of each card that is not over, for nobody raised the wish again."""
    return {row.card: row for row in store.rows(Answer, raised_again_on=None)}


class _Answering:
    """Looks up what decides the answers, once for all cards."""

    def __init__(self, store: StoreReader) -> None:
        self._store, self._round = store, current_round(store)
        rows, until = store.rows(Answer), self._round.number
        by_round = sorted(rows, key=lambda row: number_of(row.round))  # later: not its own (R14)
        self._answers = {row.card: row for row in by_round if number_of(row.round) <= until}
        self._picks = _latest_picks(store)
        self._outcome = cache(partial(outcome_of, store))

    def all(self) -> tuple[Wish, ...]:
        """All cards but those set aside, by code, also those that say nothing."""
        list_ = board(self._store, self._round)
        cards = sorted((*list_.cards, *list_.left), key=lambda card: card.code)
        return tuple(self._wish(card) for card in cards)

    def _wish(self, card: BoardCard) -> Wish:
        since = card.since
        if card.left in _BY_ROW:
            answer = self._answers.get(card.id)
            mine = answer if answer and answer.left is card.left else None
            return Wish(card, _BY_ROW[card.left], since, answer=mine)
        pick = self._picks.get(card.id)
        outcome = self._outcome(pick) if pick else None
        if outcome is None or not self._still_holds(card, outcome):
            return Wish(card, AnswerKind.LIST, since, outcome)
        return Wish(card, _BY_CLAIM[outcome.claim], since, outcome)

    def _still_holds(self, card: BoardCard, outcome: Outcome) -> bool:
        """Whether the pick still answers the wish, and the list does not have it once more."""
        match outcome.claim:
            case Claim.WE_DID:
                kept = card.left is Left.KEPT
                return kept or not _raised_again(self._store, card.verbatims, outcome)
            case Claim.WE_TRIED:
                return True
        return outcome.pick.locked_on is not None and not outcome.is_put_down


def _raised_again(store: StoreReader, said: Iterable[Verbatim], outcome: Outcome) -> bool:
    """Whether customers said it again after it was kept, or a look found it gone."""
    looks = store.rows(LookAgain, pick=outcome.pick.id)
    if any(look.found in (Look.SLIPPING, Look.GONE) for look in looks):
        return True
    noticed = outcome.check.done_on if outcome.check else None
    since = kept_on(store, outcome.pick.id) or noticed
    talks = (store.get(Conversation, row.conversation) for row in said)
    return any(
        number_of(talk.round) > number_of(outcome.pick.round)
        and (talk.day is None or since is None or talk.day >= since)
        for talk in talks
    )


def _latest_picks(store: StoreReader) -> dict[CardId, PickId]:
    """The latest pick of each card, of its own or of a group that it was in then.

    One that was not begun yet changes nothing of what became of an earlier one.
    """
    found: dict[CardId, Pick] = {}
    for pick in sorted(_all_picks(store), key=lambda pick: number_of(pick.round)):
        for card in pick_subject(store, pick).cards:
            before = found.get(card)
            if pick.locked_on is not None or before is None or before.locked_on is None:
                found[card] = pick
    return {card: pick.id for card, pick in found.items()}


def _all_picks(store: StoreReader) -> Iterable[Pick]:
    return (pick for story in stories(store) for pick in story)
