"""Make the rows of one workshop, from what it tells everybody: no SQL, and nobody's words.

They are made of the file alone and not of the day, so that the same file gives the same rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from cxworkshop.model import CardId, Criterion, Mark, Pick, PickId, Round, StaffTest
from cxworkshop.office.rows import (
    NO_KIND,
    AnswerRow,
    DelayRow,
    Figures,
    KindRow,
    LookRow,
    OfTeam,
    PickRow,
    PromiseRow,
    RoundRow,
    TeamRow,
    WayRow,
)
from cxworkshop.outcomes import Outcome
from cxworkshop.queries.board import BoardCard
from cxworkshop.story_outcomes import StoryOutcome
from cxworkshop.suggest.names import likely_names
from cxworkshop.textual import clean
from cxworkshop.workshop import Workshop

_ALL = 10**9
_LONGEST_NAME = 200
Place = tuple[int, int]  # a round's number and a slot's


def figures_of(
    workshop: Workshop, *, programme: str, site: str = "", with_promises: bool = False
) -> Figures:
    """Everything that this workshop would send."""
    team = workshop.prepare.team()
    made = _Leaving(workshop)
    rows = [*made.rounds(), *made.picks(), *made.answers()]
    if with_promises:
        rows += made.promises()
    return Figures(
        team=TeamRow(
            workshop=team.identity,
            seq=workshop.seq,
            digest=f"{workshop.digest:016x}",
            programme=programme,
            site=site,
            team=clean(team.team[:_LONGEST_NAME]),
            made_up=team.made_up,
        ),
        rows=tuple(rows),
        withheld=made.withheld,
    )


class _Leaving:
    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._cards = {card.id: card for card in workshop.big_list.board().all_cards()}
        self._customers = workshop.talk.customers.all()
        self._known = tuple(row.name for row in self._customers if row.name)
        self._stories = workshop.share.stories()
        self._places = dict(self._all_places())
        self.withheld = 0

    def _all_places(self) -> Iterator[tuple[PickId, Place]]:
        for round_ in self._workshop.rounds.all():
            for slot, pick in self._workshop.pick.slots(round_.number).items():
                yield pick.id, (round_.number, slot)

    def rounds(self) -> Iterator[OfTeam]:
        """Each round, with the ways and the kinds of customers of its talks."""
        kinds = {row.number: self._kind(row.kind) for row in self._customers}
        for round_ in self._workshop.rounds.all():
            yield from self._round(round_, kinds)

    def _round(self, round_: Round, kinds: dict[int, str]) -> Iterator[OfTeam]:
        answers = self._workshop.in_round(round_.number).talk.answers
        said, customers = answers.counts()
        yield RoundRow(
            round=round_.number,
            started_on=round_.started_on,
            ended_on=round_.ended_on,
            customers=customers,
            said=said,
        )
        told = answers.latest(_ALL)
        ways = Counter(way for way, _who in {(one.verbatim.way, one.customer) for one in told})
        for way in sorted(filter(None, ways)):
            yield WayRow(round=round_.number, way=way, customers=ways[way])
        spoke = Counter(kinds[number] for number in {one.customer for one in told})
        for kind in sorted(spoke):
            yield KindRow(round=round_.number, kind=kind, customers=spoke[kind])

    def _kind(self, kind: str) -> str:
        """A kind of customer as the team calls it, unless that might be somebody's name."""
        plain = " ".join(kind.split())
        if len(plain) > _LONGEST_NAME or likely_names(plain, self._known):
            return NO_KIND
        return clean(plain.casefold())

    def picks(self) -> Iterator[OfTeam]:
        """Each pick by round and slot, with its blockers and the looks at what was kept."""
        told = [(outcome, story) for story in self._stories for outcome in story.outcomes]
        for outcome, story in sorted(told, key=lambda one: self._places[one[0].pick.id]):
            yield self._pick(outcome, story)
            yield from self._blockers(outcome.pick)
            yield from self._looks(outcome.pick, story)

    def _pick(self, outcome: Outcome, story: StoryOutcome) -> PickRow:
        pick, check, marks = outcome.pick, outcome.check, outcome.marks
        (number, slot), began = self._places[pick.id], self._places[story.picks[0].id]
        cards = self._cards_of(outcome)
        rows = self._workshop.in_round(number).pick.judgements(slot)
        judged = {criterion: row.answer for criterion, row in rows.items()}
        tests = [one for one in self._workshop.staff_test.attempts(pick.id) if one.sure is not None]
        return PickRow(
            round=number,
            slot=slot,
            story_round=began[0],
            story_slot=began[1],
            way=_way_of(cards),
            customers=len(frozenset().union(*(card.customers for card in cards))),
            can=judged.get(Criterion.CAN),
            notice=judged.get(Criterion.NOTICE),
            days=judged.get(Criterion.DAYS),
            stay=judged.get(Criterion.STAY),
            picked_on=pick.picked_on, start_on=pick.start_on, check_on=pick.check_on,
            locked_on=pick.locked_on,
            days_to_first_step=self._days_to_first_step(story) if (number, slot) == began else None,
            stage=outcome.stage,
            attempt=check.attempt if check else None,
            checked_on=check.done_on if check else None,
            verdict=check.verdict if check else None,
            notices=marks[Mark.NOTICES], no_difference=marks[Mark.NO_DIFFERENCE],
            worse=marks[Mark.WORSE], cannot_tell=marks[Mark.CANNOT_TELL],
            staff_tests=len(tests), sure=tests[-1].sure if tests else None,
            kept_on=_kept_on(outcome, tests),
        )  # fmt: skip

    def _cards_of(self, outcome: Outcome) -> list[BoardCard]:
        wanted: tuple[CardId, ...] = outcome.subject.cards
        return [self._cards[card] for card in wanted if card in self._cards]

    def _days_to_first_step(self, story: StoryOutcome) -> int | None:
        steps = (
            step.done_on
            for pick in story.picks
            for step in self._workshop.make_better.steps.of(pick.id)
        )
        done, picked = min(filter(None, steps), default=None), story.picks[0].picked_on
        return max(0, (done - picked).days) if done and picked else None

    def _blockers(self, pick: Pick) -> Iterator[DelayRow]:
        number, slot = self._places[pick.id]
        for place, row in enumerate(self._workshop.make_better.blockers.of(pick.id), 1):
            over = row.removed_on if row.came_up_on else None
            yield DelayRow(
                round=number,
                slot=slot,
                number=place,
                came_up_on=row.came_up_on,
                removed_on=row.removed_on,
                days_lost=max(0, (over - row.came_up_on).days)
                if over and row.came_up_on
                else row.days_lost,
            )

    def _looks(self, pick: Pick, story: StoryOutcome) -> Iterator[LookRow]:
        number, slot = self._places[pick.id]
        for look in story.looks:
            if look.pick == pick.id and look.found is not None:
                yield LookRow(
                    round=number,
                    slot=slot,
                    months=look.months,
                    asked_on=look.asked_on,
                    found=look.found,
                )

    def answers(self) -> Iterator[AnswerRow]:
        """What became of the wishes of each round until now."""
        wishes = self._workshop.answers.to_everybody().wishes
        for since, kind in sorted({(wish.since, wish.kind) for wish in wishes}):
            same = [wish for wish in wishes if (wish.since, wish.kind) == (since, kind)]
            heard = frozenset().union(*(wish.card.customers for wish in same))
            yield AnswerRow(
                round=since,
                answer=kind,
                wishes=len(same),
                awaited=sum(wish.is_awaited for wish in same),
                customers=len(heard),
            )

    def promises(self) -> Iterator[PromiseRow]:
        """Our own words, without those in which somebody might be named."""
        outcomes = (outcome for story in self._stories for outcome in story.outcomes)
        for outcome in sorted(outcomes, key=lambda one: self._places[one.pick.id]):
            number, slot = self._places[outcome.pick.id]
            headline, promise = self._ours(outcome.pick.title), self._ours(outcome.promise)
            if headline or promise:
                yield PromiseRow(round=number, slot=slot, headline=headline, promise=promise)

    def _ours(self, words: str) -> str:
        if words and likely_names(words, self._known):
            self.withheld += 1
            return ""
        return clean(words)


def _way_of(cards: list[BoardCard]) -> str | None:
    """The way of which most of these cards' customers speak; of equals the first by its key."""
    spoke: Counter[str] = Counter()
    for card in cards:
        if card.way:
            spoke[card.way] += len(card.customers)
    return min(spoke, key=lambda way: (-spoke[way], way), default=None)


def _kept_on(outcome: Outcome, tests: list[StaffTest]) -> date | None:
    """The day from which it counts as kept (R5)."""
    if not outcome.kept or outcome.check is None:
        return None
    days = (outcome.check.done_on, tests[-1].asked_on if tests else None)
    return max(filter(None, days), default=None)
