"""Stop 7, the replace-the-staff test: would it still be this good if we had all moved on?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cxworkshop.errors import NeedsFix, NotLockedYet
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    Fix,
    Heading,
    Person,
    PersonId,
    Pick,
    PickId,
    StaffTest,
    StaffTestId,
    TestAnswer,
)
from cxworkshop.queries.progress import ask_again_on, doers_of, latest_staff_test
from cxworkshop.queries.workdays import working_day_from
from cxworkshop.stops.stop import Stop, fitting, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.textual import fold

ASK_AGAIN_DAYS = 14
INITIAL = 2  # letters; an initial such as "T." is no name


class StaffTests(Stop):
    """The staff tests of the improvements; every attempt is kept."""

    def attempts(self, pick: PickId) -> list[StaffTest]:
        """Return all attempts, an open one last."""
        return self._store.rows(StaffTest, pick=pick)

    def latest(self, pick: PickId) -> StaffTest | None:
        """The newest test with an answer; one that is still open decides nothing."""
        return latest_staff_test(self._store, pick)

    def add_answer(self, pick: PickId, heading: Heading, words: str, where: str) -> TestAnswer:
        """Answer under one of the six headings how it stays good, and where that is found."""
        with self._store.edit(_("Answer the replace-the-staff question")) as edit:
            row = TestAnswer(
                id=new_id(),
                staff_test=self._open(edit, pick).id,
                heading=heading,
                words=needed(words),
                where_to_find=needed(where),
            )
            edit.write(row)
        return row

    def answers(self, pick: PickId) -> list[TestAnswer]:
        """Return the answers of all attempts that are not set aside."""
        tests = self.attempts(pick)
        return [
            answer
            for test in tests
            for answer in self._store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        ]

    def person_in(self, words: str) -> str:
        """Return one of our people who is named in an answer; "" if there is none."""
        return next((name for name in self._names() if _names(words, name)), "")

    def names_in(self, words: str) -> tuple[tuple[int, int], ...]:
        """Return where our people are named in an answer: begin and end of each mention."""
        from cxworkshop.suggest.names import holding  # its patterns take a while to compile

        rule = holding(self._names())
        return tuple(match.span() for match in rule.finditer(words)) if rule else ()

    def _names(self) -> list[str]:
        """The full names of our people, and the parts of each; initials are no names."""
        known = (row.name for row in self._store.rows(Person))
        return [part for name in known for part in (name, *name.split()) if len(part) > INITIAL]

    def pulls_against(self, pick: PickId) -> str:
        """Return what we reward or measure that pulls against it, as it was said last."""
        said = (test.pulls_against for test in reversed(self.attempts(pick)))
        return next((words for words in said if words), "")

    def write_pulls_against(self, pick: PickId, words: str) -> StaffTest:
        """Write what we reward or measure that pulls against it.

        It belongs to the attempt that is open or was decided today, or else begins the next one.
        """
        with self._store.edit(_("Write what pulls against it")) as edit:
            row = replace(self._of_today(edit, pick), pulls_against=fitting(words))
            edit.write(row)
        return row

    def did_not_do_it(self, pick: PickId) -> list[Person]:
        """Return our people who neither own it nor help, nor have a step: to be asked as well."""
        doers = doers_of(self._store, pick)
        return [row for row in self._store.rows(Person) if row.id not in doers]

    def asked_of_others(self, pick: PickId) -> list[StaffTest]:
        """Return the attempts that were asked of somebody who did not do the work."""
        doers = [self._store.get(Person, who).name for who in doers_of(self._store, pick)]
        names = {fold(name) for name in doers}
        return [
            test
            for test in self.attempts(pick)
            if test.asked_of and test.sure is not None and fold(test.asked_of) not in names
        ]

    def ask_again_on(self, pick: PickId) -> date | None:
        """Return the day on which it is asked again: when the last fix of a "not sure" is due."""
        test = self.latest(pick)
        if test is None or test.sure:
            return None
        return ask_again_on(self._store, test)

    def day_to_propose(self) -> date:
        """Return a day for a fix, on which it is asked again: in two weeks, when the team works."""
        return working_day_from(self._store, self._today() + timedelta(days=ASK_AGAIN_DAYS))

    def set_aside(self, answer: str) -> None:
        """Set an answer aside."""
        was = self._store.get(TestAnswer, answer)
        with self._store.edit(_("Set an answer of the staff test aside")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))

    def mark_sure(self, pick: PickId, asked_of: str = "") -> StaffTest:
        """Record that we are sure that it stays; closes the attempt."""
        with self._store.edit(_("Sure that it stays")) as edit:
            return self._decide(edit, pick, asked_of, sure=True)

    def mark_not_sure(
        self, pick: PickId, fix: str, who: PersonId | None, by_when: date | None, asked_of: str = ""
    ) -> Fix:
        """Record that we are not sure, with a fix; raises NeedsFix if a part of it is missing."""
        words = fitting(fix)
        if not words or who is None or by_when is None:
            raise NeedsFix
        with self._store.edit(_("Not sure that it stays")) as edit:
            test = self._decide(edit, pick, asked_of, sure=False)
            row = Fix(id=new_id(), staff_test=test.id, words=words, who=who, by_when=by_when)
            edit.write(row)
        return row

    def fixes(self, pick: PickId) -> list[Fix]:
        """Return the fixes of all attempts."""
        tests = self.attempts(pick)
        return [fix for test in tests for fix in self._store.rows(Fix, staff_test=test.id)]

    def finish_fix(self, fix: str) -> None:
        """Mark a fix as done today."""
        was = self._store.get(Fix, fix)
        with self._store.edit(_("Finish a fix")) as edit:
            edit.write(replace(was, done_on=self._today()))

    def reopen_fix(self, fix: str) -> None:
        """Take back that a fix is done."""
        row = replace(self._store.get(Fix, fix), done_on=None)
        self._write_and_take_up(row, _("Take back that a fix is done"))

    def _open(self, edit: Edit, pick: PickId) -> StaffTest:
        """Return the open attempt, or begin the next; raises NotLockedYet for an unlocked pick."""
        if self._store.get(Pick, pick).locked_on is None:
            raise NotLockedYet
        tests = self.attempts(pick)
        if tests and tests[-1].sure is None:
            return tests[-1]
        attempt = tests[-1].attempt + 1 if tests else 1
        name = StaffTestId(f"{pick}/staff-test-{attempt}")
        test = StaffTest(id=name, pick=pick, attempt=attempt)
        edit.write(test)
        return test

    def _of_today(self, edit: Edit, pick: PickId) -> StaffTest:
        tests = self.attempts(pick)
        if tests and tests[-1].asked_on == self._today():
            return tests[-1]
        return self._open(edit, pick)

    def _decide(self, edit: Edit, pick: PickId, asked_of: str, *, sure: bool) -> StaffTest:
        test = replace(
            self._open(edit, pick), sure=sure, asked_on=self._today(), asked_of=fitting(asked_of)
        )
        edit.write(test)
        self._take_up_again(edit, test)
        return test


def _names(words: str, name: str) -> bool:
    from cxworkshop.suggest.names import holding

    rule = holding([name])
    return rule is not None and rule.search(words) is not None
