"""How far a staff test is: its tab's ring and note, the attempts so far, and the footer."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop import days
from cxworkshop.i18n import _, ngettext, ordinal, with_commas
from cxworkshop.model import Fix, PickId, StaffTest
from cxworkshop.workshop import Workshop
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import TabFace


@dataclass(frozen=True)
class HistoryRow:
    """An attempt with its ring, or a fix: its id, and whether it is done; amber once it is due."""

    words: str
    ring: str = ""
    fix: str = ""
    done: bool = False
    is_due: bool = False


def tab_face(workshop: Workshop, pick: PickId) -> TabFace:
    """Draw a tab's ring by the last answer: a disc for sure, an open ring for not sure."""
    tests = workshop.staff_test
    decided = [test for test in tests.attempts(pick) if test.sure is not None]
    if not decided:
        return TabFace("thin", 0.0, _("not asked yet"))
    running = any(fix.done_on is None for fix in tests.fixes(pick))
    if decided[-1].sure and running:
        return TabFace("disc", 1.0, _("sure, a fix is running"))
    if decided[-1].sure:
        again = ngettext("sure, asked {n} time", "sure, asked {n} times", len(decided))
        return TabFace("disc", 1.0, again.format(n=len(decided)) if len(decided) > 1 else _("sure"))
    note = _("not sure, a fix is running") if running else _("fixed: ask again")
    return TabFace("open", 0.0, note)


def history(workshop: Workshop, pick: PickId) -> list[HistoryRow]:
    """Each attempt with its fixes below it, then the day on which it is asked again."""
    tests, rows = workshop.staff_test, list[HistoryRow]()
    fixes = tests.fixes(pick)
    for test in tests.attempts(pick):
        rows.append(_attempt(test))
        rows += [_fix(workshop, fix) for fix in fixes if fix.staff_test == test.id]
    again = tests.ask_again_on(pick)
    if again is not None and (not rows or rows[-1].ring != "thin"):
        when = days.due(again, workshop.today)
        text = _("Ask again {day}, {when}").format(day=days.short(again), when=when)
        rows.append(HistoryRow(text, ring="thin", is_due=again <= workshop.today))
    return rows or [HistoryRow(_("Not asked yet"), ring="thin")]


def who_else(workshop: Workshop, pick: PickId) -> str:
    """Say who was asked that did not do the work, or that somebody should be."""
    asked = workshop.staff_test.asked_of_others(pick)
    if not asked:
        return _("Ask one who did not do the work, too.")
    names = with_commas(dict.fromkeys(test.asked_of for test in asked))
    return _("Asked too, without having done the work: {names}").format(names=names)


def staff_test_footer(workshop: Workshop, pick: PickId | None) -> Footer:
    """Say whether the improvement is kept, why not, and how often it was asked."""
    next_label = _("Share and repeat")
    if pick is None:
        return Footer(_("Checked first, then this question"), "", next_label)
    outcome = workshop.share.outcome(pick)
    asked = sum(test.sure is not None for test in workshop.staff_test.attempts(pick))
    bold = _("Kept") if outcome.kept else _("Not kept yet")
    times = ngettext("Asked once.", "Asked {n} times.", asked).format(n=asked) if asked else ""
    why = outcome.why_not_kept or ""
    return Footer(bold, f"{why[:1].upper()}{why[1:]} {times}".strip(), next_label)


def _attempt(test: StaffTest) -> HistoryRow:
    if test.sure is None:
        text = _("Now, for the {nth} time").format(nth=ordinal(test.attempt))
        return HistoryRow(text, ring="thin")
    text = (_("{day}, sure") if test.sure else _("{day}, not sure")).format(
        day=days.short(test.asked_on)
    )
    if test.asked_of:
        text = _("{answer}: {who}").format(answer=text, who=test.asked_of)
    return HistoryRow(text, ring="disc" if test.sure else "open")


def _fix(workshop: Workshop, fix: Fix) -> HistoryRow:
    """Describe a fix: "The first-day list says it · Helena, Mon 11 Jan"."""
    who = workshop.people.name_of(fix.who)
    text = _("{words} · {who}, {day}").format(words=fix.words, who=who, day=days.short(fix.by_when))
    if fix.done_on is not None:
        done = _("done {day}").format(day=days.day_month(fix.done_on))
        text = f"{text} · {done}"
    return HistoryRow(text, fix=fix.id, done=fix.done_on is not None)
