"""Gather the Wall of the first meeting: the agenda, what customers say, the list, the sorting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cxworkshop import catalogue
from cxworkshop.content.gather.prepare import PrepareGatherer
from cxworkshop.content.gather.sorting import sorting_content
from cxworkshop.content.gather.wall.names import NameGuard
from cxworkshop.content.values.wall import (
    SilentWay,
    WallAgenda,
    WallAsk,
    WallBigList,
    WallLine,
    WallOpened,
    WallSaid,
    WallServed,
    WallSorting,
    WallTalk,
)
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId, PlannedTalk, Question, Served, Way
from cxworkshop.queries.board import Board, BoardCard, board
from cxworkshop.queries.feedback import asked_in, asked_until, said_in
from cxworkshop.queries.meeting_now import LineAsItGoes, LineNow, meeting_now
from cxworkshop.queries.meetings import Meeting, near_meeting
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.store.tables.query import StoreReader

MOST_SAID = 8  # of what was said last; no Wall has room for more
MOST_LINES = 60  # single cards: nobody turns more pages in a meeting


@dataclass(frozen=True)
class MeetingWall:
    """Stops 1 to 3."""

    store: StoreReader
    guard: NameGuard
    now: LineNow | None = None  # the line that the timer is for

    def agenda(self, today: date) -> WallAgenda:
        """The meeting that comes next, or that is held today."""
        round_ = current_round(self.store)
        meeting = near_meeting(self.store, round_, today)
        under_way = meeting_now(meeting, self.now)
        if under_way is None:
            lines = self._agenda_lines(meeting)
            return WallAgenda(lines=lines, until=meeting.clock(meeting.minutes))
        return WallAgenda(
            lines=tuple(
                replace(line, title=self.guard.ours(line.title)) for line in under_way.lines
            ),
            until=under_way.until,
            lead=under_way.lead,
            cost=self.guard.ours(under_way.cost),
            now=under_way.clock,
        )

    def _agenda_lines(self, meeting: Meeting) -> tuple[LineAsItGoes, ...]:
        return tuple(
            LineAsItGoes(
                title=self.guard.ours(row.line.title),
                minutes=row.line.minutes,
                at=meeting.clock(row.begins),
            )
            for row in meeting.lines
        )

    def served(self) -> WallServed:
        """Whom we serve, and what we want to offer."""
        rows, ours = self.store.rows(Served, set_aside_on=None), team(self.store)
        return WallServed(
            serve=tuple(self.guard.ours(row.words) for row in rows if row.serve),
            not_please=tuple(self.guard.ours(row.words) for row in rows if not row.serve),
            good_at=self.guard.ours(ours.good_at),
            experience=self.guard.ours(ours.experience),
        )

    def question(self) -> WallAsk:
        """What we ask customers first."""
        guide = PrepareGatherer(self.store).interview_guide()
        return WallAsk(lead=_("What we ask {customers}"), question=guide.questions[0].words)

    def talk(self) -> WallTalk:
        """What was said last in this round, how many said it, and which ways nobody spoke of."""
        round_ = current_round(self.store).id
        rows = said_in(self.store, round_)
        newest = [row.said for row in reversed(rows) if row.said]
        let = filter(None, map(self.guard.said, newest[:MOST_SAID]))
        return WallTalk(
            said=tuple(let),
            things=len(rows),
            customers=len(asked_in(self.store, round_)),
            planned=self.store.count(PlannedTalk, round=round_),
            silent=tuple(self._silent({row.way for row in rows})),
        )

    def _silent(self, spoken: set[str | None]) -> Iterable[SilentWay]:
        asked = self.store.rows(Question, round=current_round(self.store).id)
        texts = {text.key: text for text in catalogue.ways()}
        for way in self.store.rows(Way, hidden=False):
            if way.id not in spoken:
                ours = [row for row in asked if row.way == way.id]
                ours.sort(key=lambda row: not row.ticked)
                theirs = texts[way.id].questions if way.id in texts else ()
                words = next((row.words for row in ours), next(iter(theirs), ""))
                yield SilentWay(name=way.name, question=words)

    def big_list(self) -> WallBigList:
        """All groups and loose cards; what is held back is missing."""
        big_list = self._board
        lines = [
            WallLine(
                words=self.guard.ours(group.headline, group.letter),
                said=False,
                customers=len(group.customers),
            )
            for group in big_list.groups
        ]
        loose = sorted(big_list.loose, key=lambda card: -len(card.customers))
        lines += map(self._line, loose[:MOST_LINES])
        lines.sort(key=lambda line: -line.customers)
        return WallBigList(
            lines=tuple(line for line in lines if line.words),
            customers=self._asked,
            things=sum(len(card.verbatims) for card in big_list.cards),
            more=max(0, len(loose) - MOST_LINES),
        )

    def _line(self, card: BoardCard) -> WallLine:
        let = self.guard.ours if card.headline else self.guard.said
        return WallLine(
            words=let(card.words, card.code),
            said=not card.headline,
            customers=len(card.customers),
        )

    def group(self, group_id: GroupId) -> WallOpened | None:
        """One group with its cards; None when it is not there any more."""
        group = next((row for row in self._board.groups if row.id == group_id), None)
        if group is None:
            return None
        cards = map(self._said, group.cards[:MOST_LINES])
        return WallOpened(
            letter=group.letter,
            headline=self.guard.ours(group.headline, group.letter),
            customers=len(group.customers),
            asked=self._asked,
            cards=tuple(card for card in cards if card.said or card.headline),
            more=max(0, len(group.cards) - MOST_LINES),
        )

    def card(self, card_id: CardId) -> WallOpened | None:
        """One card alone; None when it is not on the list any more, or held back."""
        found = next((row for row in self._board.cards if row.id == card_id), None)
        if found is None:
            return None
        card = self._said(found)
        return WallOpened(
            letter="", headline="", customers=card.customers, asked=self._asked, cards=(card,)
        )

    def _said(self, card: BoardCard) -> WallSaid:
        words = dict.fromkeys(row.said for row in card.verbatims if row.said)
        return WallSaid(
            code=str(card.code),
            headline=self.guard.ours(card.headline, card.code),
            said=tuple(filter(None, (self.guard.said(one, card.code) for one in words))),
            customers=len(card.customers),
        )

    def sorting(self, queue: SortQueue) -> WallSorting:
        """The card whose turn it is, without words that are held back, and the groups."""
        content = sorting_content(self.store, self._board, queue, ())
        targets = tuple(
            replace(one, headline=self.guard.ours(one.headline, one.letter))
            for one in content.targets
        )
        card = content.card
        if card is not None:
            said = filter(None, (self.guard.said(words, card.code) for words in card.said))
            headline = self.guard.ours(card.headline, card.code)
            card = replace(card, headline=headline, said=tuple(said))
        return WallSorting(content=replace(content, card=card, targets=targets, last=None))

    @property
    def _asked(self) -> int:
        return len(asked_until(self.store, current_round(self.store)))

    @property
    def _board(self) -> Board:
        return board(self.store, current_round(self.store))
