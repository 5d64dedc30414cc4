"""How far a staff test is: its tab's ring and note, the attempts so far, and the footer."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.i18n import _, ngettext, ordinal
from cxworkshop.model import PickId, StaffTest
from cxworkshop.workshop import Workshop
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import TabFace


def tab_face(workshop: Workshop, pick: PickId) -> TabFace:
    """Draw a tab's ring by the last answer: a disc for sure, an open ring for not sure."""
    tests = workshop.staff_test
    decided = [test for test in tests.attempts(pick) if test.sure is not None]
    if not decided:
        return TabFace("thin", 0.0, _("not asked yet"))
    if decided[-1].sure:
        again = _("sure, asked {n} times").format(n=len(decided))
        return TabFace("disc", 1.0, again if len(decided) > 1 else _("sure"))
    running = any(fix.done_on is None for fix in tests.fixes(pick))
    note = _("not sure, a fix is running") if running else _("fixed: ask again")
    return TabFace("open", 0.0, note)


def history(workshop: Workshop, pick: PickId) -> list[tuple[str, str]]:
    """Return a ring's state and words for each attempt, then for the day of the next one."""
    tests = workshop.staff_test.attempts(pick)
    lines = [_attempt(test) for test in tests]
    open_fixes = [fix.by_when for fix in workshop.staff_test.fixes(pick) if fix.done_on is None]
    if open_fixes and tests[-1].sure is False:
        lines.append(("thin", _("again {day}").format(day=days.short(max(open_fixes)))))
    return lines or [("thin", _("not asked yet"))]


def staff_test_footer(workshop: Workshop, pick: PickId | None) -> Footer:
    """Say whether the improvement is kept, why not, and how often it was asked."""
    next_label = _("Share and repeat")
    if pick is None:
        return Footer(_("Checked first, then this question"), "", next_label)
    outcome = workshop.share.outcome(pick)
    asked = sum(test.sure is not None for test in workshop.staff_test.attempts(pick))
    bold = _("Kept") if outcome.kept else _("Not kept yet")
    times = ngettext("Asked {n} time.", "Asked {n} times.", asked).format(n=asked)
    why = outcome.why_not_kept or ""
    return Footer(bold, f"{why[:1].upper()}{why[1:]} {times}".strip(), next_label)


def _attempt(test: StaffTest) -> tuple[str, str]:
    if test.sure is None:
        return "thin", _("now, for the {nth} time").format(nth=ordinal(test.attempt))
    text = _("{day}, sure") if test.sure else _("{day}, not sure")
    return "disc" if test.sure else "open", text.format(day=days.day_month(test.asked_on))
