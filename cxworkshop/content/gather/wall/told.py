"""Gather the Wall of what may be told: posters, answers to everybody, the year, what is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from cxworkshop.content.gather.answers import AnswersGatherer
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.share import ShareGatherer
from cxworkshop.content.gather.shared import person_name
from cxworkshop.content.gather.wall.names import NameGuard
from cxworkshop.content.gather.year import YearGatherer
from cxworkshop.content.values import AnsweredWish, PosterContent, YearContent
from cxworkshop.content.values.wall import (
    WallAnswers,
    WallMonth,
    WallOpenLine,
    WallOpenRound,
    WallPoster,
    WallStillOpen,
    WallYear,
)
from cxworkshop.i18n import _
from cxworkshop.model import Told
from cxworkshop.open_thing import OpenThing
from cxworkshop.queries.rounds import current_round
from cxworkshop.stages import FREE, Stage
from cxworkshop.still_open import coming, names_in_short, on_lines, still_open
from cxworkshop.store.tables.query import StoreReader

MONTHS, SLOTS = 12, 3
MOST_WISHES = 100  # the printed list has all of them


@dataclass(frozen=True)
class ToldWall:
    """Stop 8, and what is still open. What is claimed is decided where paper decides it (R6)."""

    store: StoreReader
    guard: NameGuard

    def posters(self) -> tuple[WallPoster, ...]:
        """Each pick of the round, by slot."""
        better = MakeBetterGatherer(self.store)
        return tuple(map(self._poster, ShareGatherer(self.store, better).posters()))

    def _poster(self, told: PosterContent) -> WallPoster:
        answers = (self.guard.said(answer.words) for answer in told.answers)
        return WallPoster(
            team=told.team,
            month=told.month,
            quote=self.guard.said(told.quote.words) if told.quote else "",
            topic=self.guard.ours(told.topic),
            lead=told.lead,
            ours=self.guard.ours(told.ours),
            now=next(filter(None, answers), ""),
            notice=told.notice,
            answered=told.answered,
            counted=told.counted,
            coming=told.coming,
        )

    def answers(self) -> WallAnswers:
        """Every wish with its answer; what is held back is missing."""
        found = AnswersGatherer(self.store).to_everybody()
        wishes = map(self._wish, found.wishes[:MOST_WISHES])
        return WallAnswers(
            wishes=tuple(wish for wish in wishes if wish.words),
            unanswered=found.unanswered,
            total=len(found.wishes),
            more=max(0, len(found.wishes) - MOST_WISHES),
        )

    def _wish(self, wish: AnsweredWish) -> AnsweredWish:
        let = self.guard.said if wish.said else self.guard.ours
        return replace(
            wish,
            words=let(wish.words, wish.code),
            sentences=tuple(self.guard.ours(one, wish.code) for one in wish.sentences),
        )

    def year(self, today: date) -> WallYear:
        """The last twelve rounds, or the months to come after fewer."""
        year = YearGatherer(self.store).year(today)
        return WallYear(
            months=_months(year),
            picked=year.picked,
            kept=year.kept,
            notice=sum(ring.notice for ring in year.rings),
            answered=sum(ring.answered for ring in year.rings),
        )

    def still_open(self, today: date) -> WallStillOpen:
        """What is due or left of earlier rounds, and what is promised for later.

        Only the former is counted, line by line, as on the Desk.
        """
        now = current_round(self.store).number
        lines = on_lines(still_open(self.store, today), today)
        of_round = Counter(those[0].round_number for those in lines)
        return WallStillOpen(
            lines=tuple(self._open_line(those, today) for those in lines),
            rounds=tuple(
                WallOpenRound(number=number, open=of_round[number], is_running=number == now)
                for number in sorted({*of_round, now})
            ),
            coming=tuple(
                self._open_line(those, today)
                for those in on_lines(coming(self.store, today), today)
            ),
        )

    def _open_line(self, those: tuple[OpenThing, ...], today: date) -> WallOpenLine:
        thing = those[0]
        said = _("Tell {who}").format(who=self._told(those)) if len(those) > 1 else thing.words
        words = self.guard.ours(said)
        title = self.guard.ours(thing.title)
        return WallOpenLine(
            when=thing.when(today),
            is_late=_is_late(thing, today),
            words=words or title,
            who=person_name(self.store, thing.who),
            round_number=thing.round_number,
            of=title if words else "",
        )

    def _told(self, those: tuple[OpenThing, ...]) -> str:
        return names_in_short([self.store.get(Told, thing.row).who for thing in those])


def _is_late(thing: OpenThing, today: date) -> bool:
    blocked = thing.since is not None and thing.since < today
    return blocked or thing.days_late(today) > 0


def _months(year: YearContent) -> tuple[WallMonth, ...]:
    rounds = list(zip(year.rounds, year.started_on, strict=True))[-MONTHS:]
    found = [WallMonth(month=begun, stages=_stages(year, number)) for number, begun in rounds]
    while len(found) < MONTHS:
        last = found[-1].month
        after = date(last.year + last.month // 12, last.month % 12 + 1, 1)
        found.append(WallMonth(month=after, stages=()))
    return tuple(found)


def _stages(year: YearContent, number: int) -> tuple[Stage | str, ...]:
    """The stages of one round's slots, from the first."""
    rings = {ring.slot: ring.stage for ring in year.rings if ring.round_number == number}
    return tuple(rings.get(slot, FREE) for slot in range(1, SLOTS + 1))
