"""What goes into the round's book and the year's book."""

from __future__ import annotations

from cxworkshop import catalogue, days
from cxworkshop.content.gather.big_list import BigListPapers
from cxworkshop.content.gather.share import SharePapers
from cxworkshop.content.values import (
    BookAnswer,
    BookCheck,
    BookFix,
    BookPick,
    BookStaffTest,
    BookStays,
    RoundBook,
    SetAside,
    YearBook,
    YearRound,
)
from cxworkshop.i18n import _, n_
from cxworkshop.model import (
    BatchId,
    DayCheck,
    Decider,
    Fix,
    ImportAside,
    ImportBatch,
    Mark,
    Pick,
    PickId,
    Round,
    RoundCard,
    Served,
    StaffTest,
    TestAnswer,
    Verbatim,
    Verdict,
)
from cxworkshop.model import NextStep as Then
from cxworkshop.outcomes import few_answers, marks_of, notice_count, others
from cxworkshop.queries.board import board
from cxworkshop.queries.progress import answers_of
from cxworkshop.queries.rounds import slots, team

_MARKS = {
    Mark.NOTICES: n_("Notices"),
    Mark.NO_DIFFERENCE: n_("No difference"),
    Mark.WORSE: n_("Worse"),
    Mark.CANNOT_TELL: n_("Cannot tell"),
}
_VERDICTS = {
    Verdict.NOTICE: n_("Customers notice"),
    Verdict.SOME: n_("Some customers notice"),
    Verdict.NONE: n_("Customers don’t notice"),
}
_THEN = {Then.AGAIN: n_("Another 30 days"), Then.BACK: n_("Back to the list")}


class BookPapers(SharePapers, BigListPapers):
    """The values of the books: everything, and nobody's name unless it is turned on (R7)."""

    def round_book(self, *, names: bool = False) -> RoundBook:
        """Everything of this round."""
        round_ = self._round
        taken = slots(self._store, round_.id)
        deciders = self._store.rows(Decider, round=round_.id)
        return RoundBook(
            team=team(self._store).team,
            number=round_.number,
            started_on=round_.started_on,
            ended_on=round_.ended_on,
            serve=self._book_served(serve=True),
            not_please=self._book_served(serve=False),
            deciders=tuple(self._name(row.person) for row in deciders),
            said=self.everything_said(names=names),
            picks=tuple(
                self._book_pick(taken[slot], slot, len(taken), names=names)
                for slot in sorted(taken)
            ),
            deeds=self._deeds(),
            aside=(*self._cards_aside(round_), *self._imports_aside()),
            names_shown=names,
        )

    def year_book(self, *, names: bool = False) -> YearBook:
        """All rounds with what was picked, noticed and kept."""
        return YearBook(
            team=team(self._store).team,
            rounds=tuple(
                YearRound(
                    number=row.number,
                    started_on=row.started_on,
                    picks=self.posters(names=names, round_number=row.number),
                )
                for row in self._store.rows(Round)
            ),
            names_shown=names,
        )

    def has_picked_once(self) -> bool:
        """Whether any round has a pick to look back on."""
        return any(slots(self._store, row.id) for row in self._store.rows(Round))

    def _book_served(self, *, serve: bool) -> tuple[str, ...]:
        rows = self._store.rows(Served, serve=serve, set_aside_on=None)
        return tuple(row.words for row in rows)

    def _book_pick(self, pick_id: PickId, slot: int, of: int, *, names: bool) -> BookPick:
        checks = self._store.rows(DayCheck, pick=pick_id)
        tests = self._store.rows(StaffTest, pick=pick_id)
        return BookPick(
            plan=self._plan(self._store.get(Pick, pick_id), slot, of, names=names),
            told=self._poster(pick_id, slot, of, names=names),
            checks=tuple(self._book_check(check, names=names) for check in checks),
            tests=tuple(map(self._book_test, tests)),
        )

    def _book_check(self, check: DayCheck, *, names: bool) -> BookCheck:
        rows = answers_of(self._store, check)
        marks = marks_of(self._store, check)
        said = sum(row.said is not None for row in rows)
        return BookCheck(
            attempt=check.attempt,
            due_on=check.due_on,
            done_on=check.done_on,
            counted=notice_count(marks[Mark.NOTICES], marks.total()) if marks else "",
            others=others(marks),
            answers=tuple(self._book_answer(row, names=names) for row in rows),
            few=few_answers(said) if rows else "",
            verdict=_(_VERDICTS[check.verdict]) if check.verdict else "",
            then=_(_THEN[check.after]) if check.after else "",
            notes=check.notes,
        )

    def _book_answer(self, row: Verbatim, *, names: bool) -> BookAnswer:
        mark = _(_MARKS[row.notices]) if row.notices else ""
        return BookAnswer(said=self._quote_now(row, names=names), mark=mark)

    def _book_test(self, test: StaffTest) -> BookStaffTest:
        titles = {heading.key: heading.title for heading in catalogue.headings()}
        answers = self._store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        return BookStaffTest(
            attempt=test.attempt,
            asked_on=test.asked_on,
            asked_of=test.asked_of,
            sure=test.sure,
            answers=tuple(
                BookStays(heading=titles[row.heading], words=row.words, where=row.where_to_find)
                for row in answers
            ),
            fixes=tuple(
                BookFix(
                    words=row.words,
                    who=self._name(row.who),
                    by_when=row.by_when,
                    done_on=row.done_on,
                )
                for row in self._store.rows(Fix, staff_test=test.id)
            ),
        )

    def _cards_aside(self, round_: Round) -> list[SetAside]:
        """Cards that were put away; the day is all that is known of why."""
        places = {row.card: row for row in self._store.rows(RoundCard, round=round_.id)}
        return [
            SetAside(
                code=str(card.code),
                words=card.words,
                said=not card.headline,
                why=_("by us, on {day}").format(day=days.short(places[card.id].set_aside_on)),
            )
            for card in board(self._store, round_).aside
        ]

    def _imports_aside(self) -> list[SetAside]:
        """Pieces of files that did not become cards, and have not been brought back."""
        files = {row.id: row.file_name for row in self._store.rows(ImportBatch)}
        return [
            SetAside(code="", words=row.words, said=True, why=self._why_aside(row, files))
            for row in self._store.rows(ImportAside, brought_back=None)
        ]

    def _why_aside(self, row: ImportAside, files: dict[BatchId, str]) -> str:
        text = _("{why} ({file}, line {line})")
        return text.format(why=row.why, file=files.get(row.import_batch, ""), line=row.line)
