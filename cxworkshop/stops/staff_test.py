"""Stop 7, the replace-the-staff test: would it still be this good if we had all moved on?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
from cxworkshop.queries.progress import latest_staff_test
from cxworkshop.stops.stop import Stop, fitting, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.suggest.names import holding

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
        known = (row.name for row in self._store.rows(Person))
        names = [part for name in known for part in (name, *name.split()) if len(part) > INITIAL]
        return next((name for name in names if _names(words, name)), "")

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

    def _decide(self, edit: Edit, pick: PickId, asked_of: str, *, sure: bool) -> StaffTest:
        test = replace(
            self._open(edit, pick), sure=sure, asked_on=self._today(), asked_of=fitting(asked_of)
        )
        edit.write(test)
        return test


def _names(words: str, name: str) -> bool:
    rule = holding([name])
    return rule is not None and rule.search(words) is not None
