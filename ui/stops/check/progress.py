"""How far a check is: its tab's ring and note, and the footer of stop 6."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.i18n import _, ngettext, ordinal
from cxworkshop.model import DayCheck, NextStep, PickId
from cxworkshop.queries.counts_in_words import ENOUGH_ANSWERS
from cxworkshop.verdict_words import verdict_words
from cxworkshop.workshop import Workshop
from ui.stops.check.actions import latest_check
from ui.stops.check.told import listed, names_to_tell
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import TabFace

ANSWERS_SHARE = 0.75  # of a tab's ring; the verdict is the last quarter


def tab_face(workshop: Workshop, pick: PickId) -> TabFace:
    """Draw a tab's ring by the answers so far, and full once there is a verdict."""
    check = latest_check(workshop, pick)
    if check is None:
        return TabFace("thin", 0.0, _("not locked yet"))
    if check.verdict is not None:
        return TabFace("disc", 1.0, _verdict_note(check))
    n = len(workshop.check.answers(pick))
    if n == 0:
        return TabFace("thin", 0.0, _("no answer yet"))
    said = workshop.check.asked(pick)
    asked = sum(row.is_asked for row in said.rows)
    if asked:
        return TabFace("arc", asked / len(said.rows) * ANSWERS_SHARE, said.counted)
    note = ngettext("{n} answer", "{n} answers", n).format(n=n)
    return TabFace("arc", min(n / ENOUGH_ANSWERS, 1) * ANSWERS_SHARE, note)


def check_footer(workshop: Workshop, check: DayCheck | None) -> Footer:
    """Say which of the thirty days it is, and when customers are asked."""
    next_label = _("Replace-the-staff test")
    if check is None:
        return Footer(_("Nobody has asked {a_customer} yet"), "", next_label)
    if check.verdict is not None:
        return Footer(_("The answers are in"), _telling(workshop, check), next_label)
    left = len(workshop.check.to_ask(check.pick))
    bold = _day(workshop, check)
    if check.due_on <= workshop.today:
        more = ngettext("{n} more to ask", "{n} more to ask", left).format(n=left)
        return Footer(more if left else bold, _telling(workshop, check), next_label)
    grey = f"{days.customers_asked(check.due_on, workshop.today)}."
    if check.attempt > 1:
        again = _("Asked for the {nth} time.").format(nth=ordinal(check.attempt))
        grey = f"{grey} {again}"
    return Footer(bold, grey, next_label)


def _day(workshop: Workshop, check: DayCheck) -> str:
    start = workshop.make_better.plan(check.pick).start_on
    return days.of_thirty(start or workshop.today, workshop.today)


def _telling(workshop: Workshop, check: DayCheck) -> str:
    """Say who is told as soon as the answers are in, or now that they are."""
    whom = listed(names_to_tell(workshop, check))
    if not whom:
        return ""
    if check.verdict is not None:
        return _("Now tell {whom}.").format(whom=whom)
    return _("As soon as the answers are in, tell {whom}.").format(whom=whom)


def _verdict_note(check: DayCheck) -> str:
    if check.after is NextStep.AGAIN:
        return _("another 30 days")
    if check.after is NextStep.BACK:
        return _("back to the list")
    return verdict_words(check.verdict) if check.verdict else ""
