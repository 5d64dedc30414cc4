"""Go from one round to the next: the list is carried over, without what was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.ids import identity_from, new_id
from cxworkshop.model import (
    AgendaLine,
    CardGroup,
    CardId,
    GroupId,
    NextStep,
    Pick,
    PickId,
    Question,
    QuestionId,
    Round,
    RoundCard,
    RoundId,
    Slot,
    Team,
    Way,
    WorkshopIdentity,
)
from cxworkshop.queries.progress import latest_check
from cxworkshop.queries.rounds import round_name, slot_name, slots
from cxworkshop.queries.subjects import pick_subject, place_name
from cxworkshop.queries.workdays import check_day
from cxworkshop.rules import refuse_unkept, why_not_kept
from cxworkshop.stops.stop import Stop, headline, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store


class Rounds(Stop):
    """The rounds of a workshop."""

    def current(self) -> Round:
        """The round that the team is in."""
        return self._round

    def all(self) -> list[Round]:
        """Every round, the first one first."""
        return self._store.rows(Round)

    def start_next(self, leave_out: Iterable[PickId] = ()) -> Round:
        """Start the next round today, and carry the list over.

        What was kept is left out anyway; `leave_out` raises NotKeptYet for anything else (R5). An
        unsure staff test delays nothing.
        """
        old = self._round
        for pick in leave_out:
            refuse_unkept(self._store, pick)
        number = old.number + 1
        new = Round(id=round_name(number), number=number, started_on=self._today())
        with self._store.edit(_("Start round {number}").format(number=number)) as edit:
            edit.write(replace(old, ended_on=self._today()))
            edit.write(new)
            self._carry_questions(edit, old, new)
            self._carry_agenda(edit, old, new)
            self._carry_cards(edit, old, new)
            self._carry_slots(edit, old, new)
        return new

    def kept_cards(self, round_: RoundId) -> set[CardId]:
        """Cards of this round's improvements that are kept (R5)."""
        kept: set[CardId] = set()
        for pick in slots(self._store, round_).values():
            if why_not_kept(self._store, pick) is None:
                kept.update(pick_subject(self._store, self._store.get(Pick, pick)).cards)
        return kept

    def _carry_cards(self, edit: Edit, old: Round, new: Round) -> None:
        """Place the same cards again, and copy their groups with letter and headline."""
        kept = self.kept_cards(old.id)
        places = self._store.rows(RoundCard, round=old.id, set_aside_on=None)
        carried = [place for place in places if place.card not in kept]
        groups = self._carry_groups(edit, {place.card_group for place in carried}, new)
        edit.insert_all(
            replace(
                place,
                id=place_name(new.id, place.card),
                round=new.id,
                card_group=groups.get(place.card_group) if place.card_group else None,
            )
            for place in carried
        )

    def _carry_groups(
        self, edit: Edit, groups: set[GroupId | None], new: Round
    ) -> dict[GroupId, GroupId]:
        copies: dict[GroupId, GroupId] = {}
        for group in self._store.rows(CardGroup):
            if group.id in groups:
                copies[group.id] = GroupId(new_id())
                edit.write(replace(group, id=copies[group.id], round=new.id))
        return copies

    def _carry_slots(self, edit: Edit, old: Round, new: Round) -> None:
        """Give improvements that get another 30 days a slot, with their plan unlocked."""
        number = 1
        for pick_id in slots(self._store, old.id).values():
            check = latest_check(self._store, pick_id)
            if check is None or check.after is not NextStep.AGAIN:
                continue
            start, check_on = new.started_on, check_day(self._store, new.started_on)
            again = replace(self._store.get(Pick, pick_id), locked_on=None)
            edit.write(replace(again, start_on=start, check_on=check_on))
            edit.write(
                Slot(id=slot_name(new.id, number), round=new.id, number=number, pick=pick_id)
            )
            number += 1

    def _carry_questions(self, edit: Edit, old: Round, new: Round) -> None:
        """Carry the questions over, and ask for each pick: what is it like now?"""
        again = [
            replace(row, id=QuestionId(new_id()), round=new.id)
            for row in self._store.rows(Question, round=old.id)
            if row.way is not None
        ]
        edit.insert_all(again)
        for pick_id in slots(self._store, old.id).values():
            subject = pick_subject(self._store, self._store.get(Pick, pick_id))
            words = _("Last time we heard: “{words}” What is it like now?")
            row = Question(
                id=QuestionId(new_id()),
                round=new.id,
                way=None,
                words=headline(words.format(words=subject.headline[:300])),
                ticked=True,
                position=len(again),
            )
            edit.write(row)

    def _carry_agenda(self, edit: Edit, old: Round, new: Round) -> None:
        lines = self._store.rows(AgendaLine, round=old.id, set_aside_on=None)
        edit.insert_all(replace(line, id=new_id(), round=new.id) for line in lines)


def create_first_round(store: Store, team: str, today: date) -> None:
    """Fill a new file: the team, its first round, the ways, the questions and the agenda."""
    first = Round(id=round_name(1), number=1, started_on=today)
    name = headline(needed(team))
    with store.first_edit(_("New workshop")) as edit:
        edit.write(Team(identity=WorkshopIdentity(identity_from(store.session)), team=name))
        edit.write(first)
        _add_ways(edit, first.id)
        for place, line in enumerate(catalogue.agenda()):
            edit.write(
                AgendaLine(
                    id=new_id(),
                    round=first.id,
                    day=line.day,
                    stop=line.stop,
                    title=line.title,
                    minutes=line.minutes,
                    position=place,
                )
            )


def _add_ways(edit: Edit, round_id: RoundId) -> None:
    place = 0
    for number, way in enumerate(catalogue.ways()):
        edit.write(Way(id=way.key, name=way.short, position=number))
        for nth, words in enumerate(way.questions):
            edit.write(
                Question(
                    id=QuestionId(new_id()),
                    round=round_id,
                    way=way.key,
                    words=words,
                    ticked=nth == 0,
                    position=place,
                )
            )
            place += 1
