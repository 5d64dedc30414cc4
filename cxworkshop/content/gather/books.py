"""Gather the content of the round's book and the year's book."""

from __future__ import annotations

from cxworkshop import catalogue, days
from cxworkshop.content.gather.aside import counted_aside
from cxworkshop.content.gather.big_list import BigListGatherer
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.put_down import put_down_in
from cxworkshop.content.gather.share import ShareGatherer
from cxworkshop.content.gather.shared import person_name, quote
from cxworkshop.content.values import (
    BookAnswer,
    BookCheck,
    BookFix,
    BookPick,
    BookStaffTest,
    BookStays,
    RoundBookContent,
    YearBookContent,
    YearRound,
)
from cxworkshop.i18n import _, n_
from cxworkshop.model import (
    DayCheck,
    Decider,
    Expected,
    Fix,
    Mark,
    NextStep,
    Pick,
    PickId,
    Round,
    Served,
    StaffTest,
    TestAnswer,
    Verbatim,
    Verdict,
)
from cxworkshop.outcomes import marks_of, marks_without_words
from cxworkshop.queries.counts_in_words import (
    few_answers,
    notice_count,
    others,
    without_words,
)
from cxworkshop.queries.progress import answers_of, put_down_of
from cxworkshop.queries.rounds import current_round, slots, team
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.story_outcomes import story_outcomes
from cxworkshop.textual import with_full_stop
from cxworkshop.verdict_words import mark_words

_VERDICTS = {
    Verdict.NOTICE: n_("{Customers} notice"),
    Verdict.SOME: n_("Some {customers} notice"),
    Verdict.NONE: n_("{Customers} don’t notice"),
}
_EXPECTED = {
    Expected.RIGHT: n_("We had expected that."),
    Expected.PARTLY: n_("We had expected a part of that."),
    Expected.WRONG: n_("We had expected something else."),
}
_NEXT_STEPS = {NextStep.AGAIN: n_("Another 30 days"), NextStep.BACK: n_("Back to the list")}


class BooksGatherer:
    """The round's book and the year's book; customers' names only where turned on (R7)."""

    def __init__(
        self,
        store: StoreReader,
        big_list: BigListGatherer,
        make_better: MakeBetterGatherer,
        share: ShareGatherer,
    ) -> None:
        self._store = store
        self._big_list, self._make_better, self._share = big_list, make_better, share

    def round_book(self, *, names: bool = False) -> RoundBookContent:
        """Everything of this round."""
        round_ = current_round(self._store)
        taken = slots(self._store, round_.id)
        deciders = self._store.rows(Decider, round=round_.id)
        said = self._big_list.said_in_round(names=names)
        ours = team(self._store)
        return RoundBookContent(
            team=ours.team,
            number=round_.number,
            started_on=round_.started_on,
            ended_on=round_.ended_on,
            good_at=ours.good_at,
            experience=ours.experience,
            serve=self._served(serve=True),
            not_please=self._served(serve=False),
            deciders=tuple(person_name(self._store, row.person) for row in deciders),
            said=said,
            picks=tuple(self._pick(taken[slot], slot, names=names) for slot in sorted(taken)),
            promises=self._share.promises(),
            aside=counted_aside(self._store, round_, said.answers_aside),
            put_down=put_down_in(self._store, round_),
        )

    def year_book(self, *, names: bool = False) -> YearBookContent:
        """All rounds with their picks as they may be told."""
        told = story_outcomes(self._store)
        return YearBookContent(
            team=team(self._store).team,
            rounds=tuple(
                YearRound(
                    number=row.number,
                    started_on=row.started_on,
                    picks=self._share.posters(names=names, round_number=row.number),
                )
                for row in self._store.rows(Round)
            ),
            picked=len(told),
            kept=sum(story.kept for story in told),
            stayed=tuple(story.last.title for story in told if story.stayed),
        )

    def has_picks(self) -> bool:
        """Whether anything was picked in any round."""
        return any(slots(self._store, row.id) for row in self._store.rows(Round))

    def _served(self, *, serve: bool) -> tuple[str, ...]:
        rows = self._store.rows(Served, serve=serve, set_aside_on=None)
        return tuple(row.words for row in rows)

    def _pick(self, pick_id: PickId, slot: int, *, names: bool) -> BookPick:
        pick = self._store.get(Pick, pick_id)
        checks = self._store.rows(DayCheck, pick=pick_id)
        tests = self._store.rows(StaffTest, pick=pick_id)
        return BookPick(
            plan=self._make_better.plan(pick, slot, names=names),
            poster=self._share.poster(pick_id, slot, names=names),
            checks=tuple(self._check(check, names=names) for check in checks),
            tests=tuple(map(self._staff_test, tests)),
        )

    def _check(self, check: DayCheck, *, names: bool) -> BookCheck:
        rows = answers_of(self._store, check)
        marks = marks_of(self._store, check)
        return BookCheck(
            attempt=check.attempt,
            asking=self._asking(check),
            done_on=check.done_on,
            counted=notice_count(marks[Mark.NOTICES], marks.total()) if marks else "",
            others=others(marks),
            answers=tuple(self._answer(row, names=names) for row in rows),
            few=few_answers(marks.total()) if rows else "",
            without_words=without_words(marks_without_words(self._store, check)),
            verdict=_(_VERDICTS[check.verdict]) if check.verdict else "",
            learned=check.learned,
            expected=_(_EXPECTED[check.expected]) if check.expected else "",
            next_step=_(_NEXT_STEPS[check.after]) if check.after else "",
            notes=check.notes,
        )

    def _asking(self, check: DayCheck) -> str:
        put_down = put_down_of(self._store, check)
        if put_down is not None:
            return with_full_stop(_("Put down: {reason}").format(reason=put_down.reason))
        text = _("{Customers} are asked on {day}.")
        if check.due_on < self._store.today():
            text = _("{Customers} were to be asked on {day}. That is late.")
        return text.format(day=days.full(check.due_on))

    def _answer(self, row: Verbatim, *, names: bool) -> BookAnswer:
        said = quote(self._store, row.said or "", row.conversation, names=names)
        return BookAnswer(said=said, mark=mark_words(row.notices) if row.notices else "")

    def _staff_test(self, test: StaffTest) -> BookStaffTest:
        titles = {heading.key: heading.title for heading in catalogue.headings()}
        answers = self._store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        return BookStaffTest(
            attempt=test.attempt,
            asked_on=test.asked_on,
            asked_of=test.asked_of,
            sure=test.sure,
            pulls_against=test.pulls_against,
            answers=tuple(
                BookStays(heading=titles[row.heading], words=row.words, where=row.where_to_find)
                for row in answers
            ),
            fixes=tuple(map(self._fix, self._store.rows(Fix, staff_test=test.id))),
        )

    def _fix(self, fix: Fix) -> BookFix:
        return BookFix(
            words=fix.words,
            who=person_name(self._store, fix.who),
            by_when=fix.by_when,
            done_on=fix.done_on,
        )
