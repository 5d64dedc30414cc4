"""Gather the page with which a round ends and the next one starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.share import ShareGatherer
from cxworkshop.content.gather.shared import person_name
from cxworkshop.content.values import (
    KeptThing,
    OpenPromise,
    PlanContent,
    RoundStartContent,
    ThankedPerson,
    ToldLine,
)
from cxworkshop.going_along import cards_going_along
from cxworkshop.i18n import _
from cxworkshop.outcomes import Outcome
from cxworkshop.queries.progress import tellings
from cxworkshop.queries.rounds import current_round, number_of, team
from cxworkshop.still_open import promised
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.story_outcomes import kept_in_round


class RoundStartGatherer:
    """What was kept, what goes along, who was told, and customers' words then and now."""

    def __init__(
        self, store: StoreReader, make_better: MakeBetterGatherer, share: ShareGatherer
    ) -> None:
        self._store, self._make_better, self._share = store, make_better, share

    def round_start(self, today: date, *, names: bool = False) -> RoundStartContent:
        """The end of this round as it is today, or was on its last day.

        Customers' names only where turned on (R7).
        """
        round_ = current_round(self._store)
        told = tellings(self._store, round_.id)
        return RoundStartContent(
            team=team(self._store).team,
            round_number=round_.number,
            day=round_.ended_on or today,
            kept=tuple(map(self._kept_thing, kept_in_round(self._store, round_))),
            open=tuple(self._open(round_.number)),
            told=tuple(ToldLine(who=row.who, told_on=row.told_on, how=row.how) for row in told),
            improvements=self._share.posters(names=names),
            cards=cards_going_along(self._store),
        )

    def _kept_thing(self, outcome: Outcome) -> KeptThing:
        plan = self._make_better.plan(outcome.pick, 1, names=False)
        return KeptThing(
            title=outcome.title,
            round_number=number_of(outcome.pick.round),
            counted=outcome.counted,
            thanks=_thanks(plan),
        )

    def _open(self, number: int) -> Iterator[OpenPromise]:
        """What is open of this round and of those before it."""
        there = (thing for thing in promised(self._store) if thing.round_number <= number)
        for thing in there:
            yield OpenPromise(
                kind=thing.kind.value,
                words=thing.words,
                title=thing.title,
                round_number=thing.round_number,
                who=person_name(self._store, thing.who),
                due_on=thing.due_on,
                since=thing.since,
            )


def _thanks(plan: PlanContent) -> tuple[ThankedPerson, ...]:
    """Everybody who had a part in it, once, with all that they did."""
    did: dict[str, list[str]] = {}
    parts = [(plan.owner, _("led it")), *((name, _("helped")) for name in plan.helpers)]
    cleared = _("cleared: {what}")
    parts += [
        (blocker.remover, cleared.format(what=blocker.words))
        for blocker in plan.blockers
        if blocker.removed_on is not None
    ]
    parts.append((plan.licence.giver, _("gave the licence")))
    for name, what in parts:
        if name:
            did.setdefault(name, []).append(what)
    return tuple(ThankedPerson(name=name, did=tuple(what)) for name, what in did.items())
