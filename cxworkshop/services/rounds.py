"""Go from one round to the next: the list is carried over, without what was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cxworkshop import days
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    MAX_PICKS,
    AgendaLine,
    CardId,
    Left,
    NextStep,
    Pick,
    PickId,
    Question,
    QuestionId,
    Round,
    RoundId,
    Slot,
)
from cxworkshop.queries.places import place_of
from cxworkshop.queries.progress import latest_check
from cxworkshop.queries.quotes import best_said
from cxworkshop.queries.rounds import round_name, slot_name, slots
from cxworkshop.queries.stories import stories
from cxworkshop.queries.workdays import check_day
from cxworkshop.rules import refuse_unkept
from cxworkshop.stops.big_list.placement import Placement
from cxworkshop.stops.stop import Stop, headline
from cxworkshop.store.tables.edit import Edit


class Rounds(Stop):
    """The rounds of a workshop."""

    def current(self) -> Round:
        """The round that the team is in."""
        return self._round

    def all(self) -> list[Round]:
        """Every round, the first one first."""
        return self._store.rows(Round)

    def start_next(self, leave_out: Iterable[PickId] = ()) -> Round:
        """Start the next round today. The list goes on as it is, without what was kept.

        What was kept leaves the list anyway; `leave_out` raises NotKeptYet for anything else (R5).
        An unsure staff test delays nothing. What gets another 30 days has a new pick, which
        continues the old one (R14), in the first slots.
        """
        from cxworkshop.wishes import kept_on_list

        old = self._round
        if old.ended_on is not None:
            raise BadWords(_("Round {number} is over already.").format(number=old.number))
        _refuse_earlier(self._today(), old)
        for pick in leave_out:
            refuse_unkept(self._store, pick)
        number = old.number + 1
        new = replace(old, id=round_name(number), number=number, started_on=self._today())
        self._store.trim_history()
        leaving = kept_on_list(self._store)
        with self._store.edit(_("Start round {number}").format(number=number)) as edit:
            edit.write(replace(old, ended_on=self._today()))
            edit.write(new)
            self._carry_questions(edit, old, new)
            self._carry_agenda(edit, old, new)
            self._leave_out(edit, leaving)
            self._try_again(edit, new)
        return new

    def to_try_again(self) -> list[Pick]:
        """The picks of any round that get another 30 days and have no new pick yet."""
        return [
            pick
            for story in stories(self._store)
            if (pick := story[-1]) and self._is_to_try_again(pick)
        ]

    def _is_to_try_again(self, pick: Pick) -> bool:
        check = latest_check(self._store, pick.id)
        is_wanted = check is not None and check.after is NextStep.AGAIN
        return is_wanted and not self._store.rows(Pick, continues=pick.id)

    def cards_going_along(self) -> int:
        """How many cards the next round begins with: without those kept, and not raised again."""
        from cxworkshop.going_along import cards_going_along

        return cards_going_along(self._store)

    def _leave_out(self, edit: Edit, cards: Iterable[CardId]) -> None:
        placement = Placement(self._store, self._today)
        groups, words = placement.groups_of(cards), placement.headlines_from(cards)
        for card in sorted(cards):
            place = place_of(self._store, self._round.id, card)
            if place is not None and place.set_aside_on is None and place.left is None:
                self._write_place(edit, replace(place, left=Left.KEPT))
        placement.tidy_groups(edit, groups, words)

    def _try_again(self, edit: Edit, new: Round) -> None:
        from cxworkshop.stops.pick.continuing import continue_pick  # loads all of stop 4

        for number, old in enumerate(self.to_try_again()[:MAX_PICKS], start=1):
            pick = continue_pick(self._store, edit, old, new.id, self._today())
            start, check_on = new.started_on, check_day(self._store, new.started_on)
            edit.write(replace(pick, start_on=start, check_on=check_on))
            name = slot_name(new.id, number)
            edit.write(Slot(id=name, round=new.id, number=number, pick=pick.id))

    def _carry_questions(self, edit: Edit, old: Round, new: Round) -> None:
        """Carry the questions over, and ask of each pick whether it is still true."""
        again = [
            replace(row, id=QuestionId(new_id()), round=new.id)
            for row in self._store.rows(Question, round=old.id)
            if row.way is not None
        ]
        edit.insert_all(again)
        for pick_id in slots(self._store, old.id).values():
            said = best_said(self._store, self._store.get(Pick, pick_id))
            if said is not None:  # whole, so that forgetting whoever said it finds it
                edit.write(_still_true(said.words or "", new.id, len(again)))

    def _carry_agenda(self, edit: Edit, old: Round, new: Round) -> None:
        lines = self._store.rows(AgendaLine, round=old.id, set_aside_on=None)
        edit.insert_all(replace(line, id=new_id(), round=new.id) for line in lines)


def _still_true(said: str, round_id: RoundId, position: int) -> Question:
    words = _("Last time we heard: “{words}” What is it like now?")
    return Question(
        id=QuestionId(new_id()),
        round=round_id,
        way=None,
        words=headline(words.format(words=said[:300])),
        ticked=True,
        position=position,
    )


def _refuse_earlier(day: date, before: Round) -> None:
    if day < before.started_on:
        text = _("Round {number} began on {day}: the next one can’t begin before that.")
        raise BadWords(text.format(number=before.number, day=days.full(before.started_on)))
