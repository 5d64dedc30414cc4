"""Gather what was put down while a round went on, with its written reasons (R13)."""

from __future__ import annotations

from cxworkshop.content.values import PutDownLine
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import (
    Blocker,
    DayCheck,
    FirstStep,
    Fix,
    LookAgain,
    PickId,
    PutDown,
    Round,
    StaffTest,
    Told,
    Verdict,
)
from cxworkshop.outcomes import outcome_of
from cxworkshop.store.tables.query import StoreReader

Described = tuple[str, PickId | None]  # what it was, and of which pick


def put_down_in(store: StoreReader, round_: Round) -> tuple[PutDownLine, ...]:
    """The earliest first. What was put down on the day on which a round ended is the next one's."""
    rows = [row for row in store.rows(PutDown) if _is_during(row, round_)]
    lines = [_line(store, row) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.day, line.title, line.words)))


def _is_during(row: PutDown, round_: Round) -> bool:
    begun = round_.number == 1 or row.put_down_on >= round_.started_on
    return begun and (round_.ended_on is None or row.put_down_on < round_.ended_on)


def _line(store: StoreReader, row: PutDown) -> PutDownLine:
    words, pick = _described(store, row)
    title = outcome_of(store, pick).title if pick else ""
    return PutDownLine(words=words, title=title, reason=row.reason, day=row.put_down_on)


def _described(store: StoreReader, row: PutDown) -> Described:
    """As it was among what is still open, whatever has become of it since."""
    if row.tbl == LookAgain.table:
        pick, _slash, months = row.row.rpartition("/look-")
        n = int(months)
        text = ngettext("Look again after {n} month", "Look again after {n} months", n)
        return text.format(n=n), PickId(pick)
    if row.tbl == FirstStep.table and (step := store.find(FirstStep, row.row)):
        return step.words, step.pick
    if row.tbl == Blocker.table and (blocker := store.find(Blocker, row.row)):
        return blocker.words, blocker.pick
    return _of_check_or_test(store, row)


def _of_check_or_test(store: StoreReader, row: PutDown) -> Described:
    if row.tbl == Fix.table and (fix := store.find(Fix, row.row)):
        return fix.words, store.get(StaffTest, fix.staff_test).pick
    if row.tbl == StaffTest.table and (test := store.find(StaffTest, row.row)):
        return _("Ask again whether it stays"), test.pick
    if row.tbl == DayCheck.table and (check := store.find(DayCheck, row.row)):
        return _of_check(check), check.pick
    if row.tbl == Told.table and (told := store.find(Told, row.row)):
        return _("Tell {who}").format(who=told.who), None
    return _("Something that is no longer here"), None


def _of_check(check: DayCheck) -> str:
    """What was left of it: to ask customers, to decide, or to ask whether it stays."""
    if check.verdict is None:
        return _("Ask {customers} what they notice")
    if check.verdict is not Verdict.NONE:
        return _("Ask whether it stays without us")
    if check.after is None:
        return _("Decide: another 30 days, or back to the list")
    return _("Give it the 30 days it was promised")
