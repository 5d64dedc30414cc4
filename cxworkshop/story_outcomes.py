"""What may be said of a whole story: each thing that was picked, told once through its rounds."""

from __future__ import annotations

from cxworkshop.looks import kept_on
from cxworkshop.model import DayCheck, Expected, Left, Look, LookAgain, Pick, Round
from cxworkshop.outcomes import Outcome, count_of, in_order, outcome_of
from cxworkshop.queries.places import place_of
from cxworkshop.queries.rounds import number_of
from cxworkshop.queries.stories import looks_at, stories
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class StoryOutcome(ValueObject):
    """The outcomes of the picks that continue one another, with their checks and looks again.

    Counts of what was picked and kept are counts of these.
    """

    outcomes: tuple[Outcome, ...]
    checks: tuple[DayCheck, ...]
    looks: tuple[LookAgain, ...]
    counted: str  # "0 of 2, then 2 of 2": how many noticed, check after check

    @property
    def last(self) -> Outcome:
        """How it stands now."""
        return self.outcomes[-1]

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The picks, the oldest first."""
        return tuple(outcome.pick for outcome in self.outcomes)

    @property
    def kept(self) -> bool:
        """Whether it was kept in any round (R5). What slips later was kept all the same."""
        return any(outcome.kept for outcome in self.outcomes)

    @property
    def stayed(self) -> bool:
        """Whether it was kept, and customers have not said since that it slips or is gone."""
        found = [look.found for look in self.looks if look.found is not None]
        return self.last.kept and all(look is Look.NOTICED for look in found)

    def expected(self, *answers: Expected) -> int:
        """How often customers said what we had expected, in one of these ways."""
        return sum(check.expected in answers for check in self.checks)


def story_outcomes(store: StoreReader) -> list[StoryOutcome]:
    """All stories, in the order in which they began."""
    return [_story_outcome(store, story) for story in stories(store)]


def kept_in_round(store: StoreReader, round_: Round) -> list[Outcome]:
    """What was kept of a round's picks, and of earlier ones that were settled in it."""
    told = (outcome for story in story_outcomes(store) for outcome in story.outcomes)
    return [
        one
        for one in told
        if one.kept and (one.pick.round == round_.id or _is_settled_in(store, one.pick, round_))
    ]


def _is_settled_in(store: StoreReader, pick: Pick, round_: Round) -> bool:
    """Whether an earlier round's pick came to be kept while this one went on.

    What was kept on the day of the start, but before it, had left the list with the start.
    """
    day = kept_on(store, pick.id)
    is_over = day is not None and round_.ended_on is not None and day > round_.ended_on
    if day is None or day < round_.started_on or is_over or number_of(pick.round) > round_.number:
        return False
    places = (place_of(store, round_.id, card) for card in pick_subject(store, pick).cards)
    had_left = any(place is not None and place.left is Left.KEPT for place in places)
    return day > round_.started_on or not had_left


def _story_outcome(store: StoreReader, story: tuple[Pick, ...]) -> StoryOutcome:
    checks = [check for pick in story for check in store.rows(DayCheck, pick=pick.id)]
    return StoryOutcome(
        outcomes=tuple(outcome_of(store, pick.id) for pick in story),
        checks=tuple(checks),
        looks=tuple(look for pick in story for look in looks_at(store, pick)),
        counted=in_order(count_of(store, check) for check in checks),
    )
