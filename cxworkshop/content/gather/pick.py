"""Gather the content of the sheets of stop 4."""

from __future__ import annotations

from cxworkshop import catalogue
from cxworkshop.content.gather.shared import criterion_reasons
from cxworkshop.content.values import (
    BallotsContent,
    Contender,
    CriteriaGridContent,
    CriterionReason,
)
from cxworkshop.model import CardId, Decider, Person, Pick, PickId
from cxworkshop.paper_codes import short_identity
from cxworkshop.queries.board import BoardCard, BoardGroup, board
from cxworkshop.queries.feedback import served_among
from cxworkshop.queries.progress import judgements
from cxworkshop.queries.rounds import current_round, slots, team
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader

AnswersByCards = dict[tuple[CardId, ...], tuple[CriterionReason, ...]]


class PickGatherer:
    """Ballots, and the grid of the four criteria."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def ballots(self) -> BallotsContent:
        """Everything that can be voted for, and for how many people."""
        return BallotsContent(
            team=team(self._store).team,
            workshop=short_identity(team(self._store).identity),
            round_number=current_round(self._store).number,
            contenders=self._contenders({}),
            voters=self._voters(),
        )

    def criteria_grid(self) -> CriteriaGridContent:
        """Everything that can be picked, with the answers that were given already."""
        titles = tuple((criterion.title, criterion.help) for criterion in catalogue.criteria())
        return CriteriaGridContent(
            team=team(self._store).team,
            round_number=current_round(self._store).number,
            contenders=self._contenders(self._answers()),
            criteria=titles,
        )

    def _contenders(self, answers: AnswersByCards) -> tuple[Contender, ...]:
        """Groups and loose cards, those heard from most customers first."""
        big_list = board(self._store, current_round(self._store))
        contenders = [self._group(group, answers) for group in big_list.groups]
        contenders += [self._card(card, answers) for card in big_list.loose]
        return tuple(sorted(contenders, key=lambda contender: -contender.customers))

    def _group(self, group: BoardGroup, answers: AnswersByCards) -> Contender:
        return Contender(
            code=group.letter,
            words=group.headline,
            said=False,
            customers=len(group.customers),
            served=served_among(self._store, group.customers),
            answers=answers.get(tuple(card.id for card in group.cards), ()),
        )

    def _card(self, card: BoardCard, answers: AnswersByCards) -> Contender:
        return Contender(
            code=str(card.code),
            words=card.words,
            said=bool(card.words) and not card.headline,
            customers=len(card.customers),
            served=served_among(self._store, card.customers),
            answers=answers.get((card.id,), ()),
        )

    def _answers(self) -> AnswersByCards:
        """The answers for each pick in a slot, keyed by its cards.

        By cards, not by id: a pick that is carried over from an older round has another id.
        """
        taken = slots(self._store, current_round(self._store).id).values()
        picks = [self._store.get(Pick, pick) for pick in taken]
        return {pick_subject(self._store, pick).cards: self._reasons(pick.id) for pick in picks}

    def _reasons(self, pick: PickId) -> tuple[CriterionReason, ...]:
        return criterion_reasons(judgements(self._store, pick))

    def _voters(self) -> int:
        """How many deciders are ticked; without any, how many people have a say."""
        deciders = self._store.count(Decider, round=current_round(self._store).id)
        return deciders or self._store.count(Person, has_say=True)
