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
    PlanPage,
)
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.density import SMALL
from cxworkshop.sheets.layout.flow import Piece
from cxworkshop.sheets.share.parts import STRONG, BookParts


def pick_pieces(pick: BookPick, deciders: Sequence[str], parts: BookParts) -> Iterator[Piece]:
    """From its headline to its last staff test."""
    plan = pick.plan
    yield parts.part(f"{plan.slot}  {pick.told.title}", _code(plan))
    yield parts.label(pick.told.lead, gap=2.0)
    yield parts.text(pick.told.ours, STRONG)
    yield from _why(plan, deciders, parts)
    yield from _before(plan, parts)
    yield from _agreed(plan, parts)
    yield from _done(plan, parts)
    for check in pick.checks:
        yield from _check(check, parts)
    for test in pick.tests:
        yield from _test(test, parts)


def _code(plan: PlanPage) -> str:
    kind = _("card {code}") if plan.code.isdigit() else _("group {code}")
    return kind.format(code=plan.code) if plan.code else ""


def _why(plan: PlanPage, deciders: Sequence[str], parts: BookParts) -> Iterator[Piece]:
    """The four criteria, who decided, and what was decided all the same (R9, R10)."""
    yield parts.label(_("Why this one"))
    heads = (_("Criterion"), _("Answer"), _("Reason"))
    rows = [(reason.title, _answer(reason), reason.why) for reason in plan.reasons]
    yield from parts.table(heads, rows, (0.32, 0.2, 0.48))
    if deciders:
        yield parts.text(_("Decided by {names}.").format(names=", ".join(deciders)), gap=1.6)
    if plan.overrides:
        yield parts.label(_("Decided all the same, because"))
        yield from map(parts.item, plan.overrides)


def _answer(reason: CriterionReason) -> str:
    said = {"yes": _("yes"), "no": _("no"), "unsure": _("not sure")}
    return said.get(reason.answer, _("not asked yet"))


def _before(plan: PlanPage, parts: BookParts) -> Iterator[Piece]:
    """Their words as they were when it was agreed."""
    yield parts.label(_("What customers said before"))
    if plan.heard and plan.asked:
        text = ngettext(
            "{heard} of the {n} customer we talked to asked for something like this.",
            "{heard} of the {n} customers we talked to asked for something like this.",
            plan.asked,
        )
        yield parts.text(text.format(heard=plan.heard, n=plan.asked), keep=bool(plan.quotes))
    yield from map(parts.quote, plan.quotes)


def _agreed(plan: PlanPage, parts: BookParts) -> Iterator[Piece]:
    """The promise, who owns it, the licence, the dates."""
    if plan.pick.promise_we:
        yield parts.label(_("Our promise"))
        yield parts.text(_promised(plan))
    yield parts.label(_("Who owns it"))
    yield parts.text(plan.owner or _("nobody yet"))
    if plan.helpers:
        yield parts.text(_("with {names}").format(names=", ".join(plan.helpers)))
    yield parts.label(_("Our licence to do it"))
    yield from map(parts.text, _licence(plan))
    yield parts.label(_("Thirty days"))
    yield from map(parts.text, _dates(plan))


def _promised(plan: PlanPage) -> str:
    if not plan.pick.promise_when:
        return plan.pick.promise_we
    when, we = plan.pick.promise_when.rstrip(","), plan.pick.promise_we.rstrip(".")
    return _("When a customer {when}, we {we}.").format(when=when, we=we)


def _licence(plan: PlanPage) -> Iterator[str]:
    given = plan.licence
    if not given.may and not given.giver:
        yield _("nobody has given any")
        return
    if given.may:
        yield given.may
    if given.up_to:
        yield _("Up to: {what}").format(what=given.up_to)
    if given.giver:
        yield _("Given by {name}").format(name=given.giver)
    if given.until:
        yield _("Until {day}").format(day=days.full(given.until))


def _dates(plan: PlanPage) -> Iterator[str]:
    agreed = _("agreed {day}").format(day=days.full(plan.pick.locked_on))
    start = _("start {day}").format(day=days.full(plan.pick.start_on))
    check = _("customers asked {day}").format(day=days.full(plan.pick.check_on))
    dates = (plan.pick.locked_on, plan.pick.start_on, plan.pick.check_on)
    said = [text for text, day in zip((agreed, start, check), dates, strict=True) if day]
    yield "  ·  ".join(said) or _("no dates yet")
    if plan.pick.who_asks:
        yield _("Asked by {who}").format(who=plan.pick.who_asks)
    if plan.pick.expectation:
        yield _("What we expect: {words}").format(words=plan.pick.expectation)


def _done(plan: PlanPage, parts: BookParts) -> Iterator[Piece]:
    """First steps and blockers."""
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
        blockers = [(one.words, one.remover, _cleared(one)) for one in plan.blockers]
        titles = (_("What"), _("Who clears it"), _("Cleared"))
        yield from parts.table(titles, blockers, (0.5, 0.22, 0.28))


def _cleared(one: PlanBlocker) -> str:
    if one.removed_on is None:
        return "–"
    lost = ngettext("{n} day lost", "{n} days lost", one.days_lost).format(n=one.days_lost)
    day = days.short(one.removed_on)
    return f"{day}, {lost}" if one.days_lost else day


def _check(check: BookCheck, parts: BookParts) -> Iterator[Piece]:
    """What customers say now; the verdict with what it rests on."""
    title = _("30-day check, number {n}") if check.attempt > 1 else _("30-day check")
    yield parts.label(title.format(n=check.attempt))
    if check.done_on is None and not check.answers:
        yield parts.text(_("Customers are asked on {day}.").format(day=days.full(check.due_on)))
        return
    verdict = check.verdict or _("No verdict yet")
    day = days.full(check.done_on)
    yield parts.text(f"{verdict} ({day})" if day else verdict, STRONG)
    counts = "  ·  ".join(filter(None, (check.counted, check.others, check.few)))
    yield parts.text(counts, keep=bool(check.answers))
    for answer in check.answers:
        if answer.said.words:
            yield parts.quote(answer.said, answer.mark)
    if check.then:
        yield parts.text(_("Then: {what}").format(what=check.then), gap=1.6)
    if check.notes:
        yield parts.text(_("Our own view: {words}").format(words=check.notes), gap=1.6)


def _test(test: BookStaffTest, parts: BookParts) -> Iterator[Piece]:
    """Would it stay this good without us?"""
    title = _("Replace-the-staff test, attempt {n}").format(n=test.attempt)
    yield parts.label(title)
    said = {True: _("Sure"), False: _("Not sure"), None: _("Not answered yet")}[test.sure]
    of = _("asked {who}").format(who=test.asked_of) if test.asked_of else ""
    yield parts.text(", ".join(filter(None, (said, of, days.full(test.asked_on)))), STRONG)
    if test.answers:
        heads = (_("How it stays"), _("In which words"), _("Where to find it"))
        rows = [(one.heading, one.words, one.where) for one in test.answers]
        yield from parts.table(heads, rows, (0.28, 0.42, 0.3))
    for fix in test.fixes:
        done = _("done {day}").format(day=days.short(fix.done_on)) if fix.done_on else ""
        by = _("by {day}").format(day=days.short(fix.by_when))
        yield parts.text(_("To mend: {what}").format(what=fix.words), gap=1.6)
        yield parts.text("  ·  ".join(filter(None, (fix.who, by, done))), SMALL, gap=0.0)
