"""What goes on the sheets of stop 4."""

from __future__ import annotations

from cxworkshop import catalogue
from cxworkshop.content.values import BallotPaper, Contender, CriteriaGrid, CriterionReason
from cxworkshop.model import CardId, Decider, Person, Pick, PickId
from cxworkshop.queries.board import BoardCard, BoardGroup, board
from cxworkshop.queries.feedback import served_among
from cxworkshop.queries.progress import judgements
from cxworkshop.queries.rounds import slots, team
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.stops.stop import Stop

Answers = dict[tuple[CardId, ...], tuple[CriterionReason, ...]]


class PickPapers(Stop):
    """The values of the ballots and of the grid of criteria."""

    def ballot_paper(self) -> BallotPaper:
        """Everything that can be voted for, and for how many people."""
        return BallotPaper(
            team=team(self._store).team,
            round_number=self._round.number,
            contenders=self._contenders({}),
            voters=self._voters(),
        )

    def criteria_grid(self) -> CriteriaGrid:
        """Everything that can be picked, with what was answered of it already."""
        titles = tuple((criterion.title, criterion.help) for criterion in catalogue.criteria())
        return CriteriaGrid(
            team=team(self._store).team,
            round_number=self._round.number,
            contenders=self._contenders(self._answers()),
            criteria=titles,
        )

    def _contenders(self, answers: Answers) -> tuple[Contender, ...]:
        """Groups and loose cards, those that most customers said first."""
        list_ = board(self._store, self._round)
        found = [self._of_group(group, answers) for group in list_.groups]
        found += [self._of_card(card, answers) for card in list_.loose]
        return tuple(sorted(found, key=lambda contender: -contender.customers))

    def _of_group(self, group: BoardGroup, answers: Answers) -> Contender:
        return Contender(
            code=group.letter,
            words=group.headline,
            said=False,
            customers=len(group.customers),
            served=served_among(self._store, group.customers),
            answers=answers.get(tuple(card.id for card in group.cards), ()),
        )

    def _of_card(self, card: BoardCard, answers: Answers) -> Contender:
        return Contender(
            code=str(card.code),
            words=card.words,
            said=bool(card.words) and not card.headline,
            customers=len(card.customers),
            served=served_among(self._store, card.customers),
            answers=answers.get((card.id,), ()),
        )

    def _answers(self) -> Answers:
        """What was answered of each pick in a slot, by its cards: those of an older round go on."""
        taken = slots(self._store, self._round.id).values()
        picks = [self._store.get(Pick, pick) for pick in taken]
        return {pick_subject(self._store, pick).cards: self._judged(pick.id) for pick in picks}

    def _judged(self, pick: PickId) -> tuple[CriterionReason, ...]:
        given = {row.criterion.value: row for row in judgements(self._store, pick).values()}
        return tuple(
            CriterionReason(
                title=criterion.title,
                answer=given[criterion.key].answer.value if criterion.key in given else "",
                why=given[criterion.key].reason if criterion.key in given else "",
            )
            for criterion in catalogue.criteria()
        )

    def _voters(self) -> int:
        """Those who are ticked as deciding; else all who have a say."""
        deciders = self._store.count(Decider, round=self._round.id)
        return deciders or self._store.count(Person, has_say=True)
