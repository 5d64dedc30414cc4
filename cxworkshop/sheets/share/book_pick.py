"""One pick in the round's book: why it was picked, its plan, its checks, its staff tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxworkshop import days
from cxworkshop.content.values import (
    BookCheck,
    BookPick,
    BookStaffTest,
    CriterionReason,
    PlanBlocker,
    PlanContent,
)
from cxworkshop.i18n import _, ngettext, with_commas, with_dots
from cxworkshop.sheets.layout.density import SMALL
from cxworkshop.sheets.layout.flow import Piece
from cxworkshop.sheets.share.parts import STRONG, BookParts
from cxworkshop.textual import without_full_stop


def pick_pieces(pick: BookPick, deciders: Sequence[str], parts: BookParts) -> Iterator[Piece]:
    """Everything on one pick, from its title to its last staff test."""
    plan = pick.plan
    yield parts.part(f"{plan.slot}  {pick.poster.title}", _code(plan))
    yield parts.label(pick.poster.lead, gap=2.0)
    yield parts.text(pick.poster.ours_among_us, STRONG)
    yield from _criteria(plan, deciders, parts)
    yield from _quotes(plan, parts)
    yield from _plan(plan, parts)
    yield from _steps_and_blockers(plan, parts)
    for check in pick.checks:
        yield from _check(check, parts)
    for test in pick.tests:
        yield from _test(test, parts)


def _code(plan: PlanContent) -> str:
    kind = _("card {code}") if plan.code.isdigit() else _("group {code}")
    return kind.format(code=plan.code) if plan.code else ""


def _criteria(plan: PlanContent, deciders: Sequence[str], parts: BookParts) -> Iterator[Piece]:
    """The four criteria, who decided, and the reasons for going past a rule (R9, R10)."""
    yield parts.label(_("Why this one"))
    heads = (_("Criterion"), _("Answer"), _("Reason"))
    rows = [(reason.title, _answer(reason), reason.why) for reason in plan.reasons]
    yield from parts.table(heads, rows, (0.32, 0.2, 0.48))
    if deciders:
        yield parts.text(
            _("Decided by {names}.").format(names=without_full_stop(with_commas(deciders))), gap=1.6
        )
    if plan.overrides:
        yield parts.label(_("Decided all the same, because"))
        yield from map(parts.item, plan.overrides)


def _answer(reason: CriterionReason) -> str:
    words = {"yes": _("yes"), "no": _("no"), "unsure": _("not sure")}
    return words.get(reason.answer, _("not asked yet"))


def _quotes(plan: PlanContent, parts: BookParts) -> Iterator[Piece]:
    """Customers' words as they were when the plan was locked."""
    yield parts.label(_("What {customers} said before"))
    if plan.heard and plan.asked:
        yield parts.text(plan.heard_by, keep=bool(plan.quotes))
    yield from map(parts.quote, plan.quotes)


def _plan(plan: PlanContent, parts: BookParts) -> Iterator[Piece]:
    """The promise, its owner, the licence and the dates."""
    if plan.pick.promise_we:
        yield parts.label(_("Our promise"))
        yield parts.text(plan.promise)
    yield parts.label(_("Who owns it"))
    yield parts.text(plan.owner or _("nobody yet"))
    if plan.helpers:
        yield parts.text(plan.who_helps)
    yield parts.label(_("Our licence to do it"))
    yield from map(parts.text, _licence(plan))
    yield parts.label(_("Thirty days"))
    yield from map(parts.text, _dates(plan))


def _licence(plan: PlanContent) -> Iterator[str]:
    licence = plan.licence
    if not licence.may and not licence.giver:
        yield _("nobody has given any")
        return
    if licence.may:
        yield licence.may
    if licence.up_to:
        yield _("Up to: {what}").format(what=licence.up_to)
    if licence.giver:
        yield _("Given by {name}").format(name=licence.giver)
    if licence.until:
        yield _("Until {day}").format(day=days.full(licence.until))


def _dates(plan: PlanContent) -> Iterator[str]:
    agreed = _("agreed {day}").format(day=days.full(plan.pick.locked_on))
    start = _("start {day}").format(day=days.full(plan.pick.start_on))
    check = _("ask {customers} {day}").format(day=days.full(plan.pick.check_on))
    dates = (plan.pick.locked_on, plan.pick.start_on, plan.pick.check_on)
    dated = [text for text, day in zip((agreed, start, check), dates, strict=True) if day]
    yield with_dots(dated) or _("no dates yet")
    if plan.pick.who_asks:
        yield _("Asked by {who}").format(who=plan.pick.who_asks)
    if plan.pick.expectation:
        yield _("What we expect: {words}").format(words=plan.pick.expectation)


def _steps_and_blockers(plan: PlanContent, parts: BookParts) -> Iterator[Piece]:
    """First steps and blockers, each as a table."""
    if plan.steps:
        yield parts.label(_("First steps"))
        steps = [
            (step.words, step.who, days.short(step.by_when), _("done") if step.done else "–")
            for step in plan.steps
        ]
        heads = (_("What"), _("Who"), _("By when"), _("Done"))
        yield from parts.table(heads, steps, (0.5, 0.22, 0.16, 0.12))
    if plan.blockers:
        yield parts.label(_("What was in the way"))
        blockers = [(row.words, row.remover, _removal(row)) for row in plan.blockers]
        titles = (_("What"), _("Who clears it"), _("Cleared"))
        yield from parts.table(titles, blockers, (0.5, 0.22, 0.28))


def _removal(blocker: PlanBlocker) -> str:
    if blocker.removed_on is None:
        return _("since {day}").format(day=days.short(blocker.since)) if blocker.since else "–"
    lost = ngettext("{n} day lost", "{n} days lost", blocker.days_lost).format(n=blocker.days_lost)
    day = days.short(blocker.removed_on)
    return with_commas((day, lost)) if blocker.days_lost else day


def _check(check: BookCheck, parts: BookParts) -> Iterator[Piece]:
    """One 30-day check: the verdict, the counts, and what customers say now."""
    title = _("30-day check, number {n}") if check.attempt > 1 else _("30-day check")
    yield parts.label(title.format(n=check.attempt))
    if check.done_on is None and not check.answers:
        yield parts.text(check.asking)
        return
    verdict = check.verdict or _("No verdict yet")
    day = days.full(check.done_on)
    yield parts.text(f"{verdict} ({day})" if day else verdict, STRONG)
    parts_of_count = (check.counted, check.others, check.without_words, check.few)
    counts = with_dots(filter(None, parts_of_count))
    yield parts.text(counts, keep=bool(check.answers))
    for answer in check.answers:
        if answer.said.words:
            yield parts.quote(answer.said, answer.mark)
    if check.learned:
        yield parts.text(_("We learned: {words}").format(words=check.learned), gap=1.6)
    if check.expected:
        yield parts.text(check.expected, gap=1.6)
    if check.next_step:
        yield parts.text(_("Then: {what}").format(what=check.next_step), gap=1.6)
    if check.notes:
        yield parts.text(_("Our own view: {words}").format(words=check.notes), gap=1.6)


def _test(test: BookStaffTest, parts: BookParts) -> Iterator[Piece]:
    """One replace-the-staff test with its answers and fixes."""
    title = _("Replace-the-staff test, attempt {n}").format(n=test.attempt)
    yield parts.label(title)
    verdict = {True: _("Sure"), False: _("Not sure"), None: _("Not answered yet")}[test.sure]
    of = _("asked {who}").format(who=test.asked_of) if test.asked_of else ""
    yield parts.text(with_commas(filter(None, (verdict, of, days.full(test.asked_on)))), STRONG)
    if test.answers:
        heads = (_("How it stays"), _("In which words"), _("Where to find it"))
        rows = [(row.heading, row.words, row.where) for row in test.answers]
        yield from parts.table(heads, rows, (0.28, 0.42, 0.3))
    if test.pulls_against:
        yield parts.text(_("It pulls against: {words}").format(words=test.pulls_against), gap=1.6)
    for fix in test.fixes:
        done = _("done {day}").format(day=days.short(fix.done_on)) if fix.done_on else ""
        by = _("by {day}").format(day=days.short(fix.by_when))
        yield parts.text(_("To mend: {what}").format(what=fix.words), gap=1.6)
        yield parts.text(with_dots(filter(None, (fix.who, by, done))), SMALL, gap=0.0)
