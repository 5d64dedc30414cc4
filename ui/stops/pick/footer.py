"""The footer of stop 4: how many picks there are, and how sure they are."""

from __future__ import annotations

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CriterionAnswer
from cxworkshop.workshop import Workshop
from ui.widgets.footer import Footer


def footer_of(workshop: Workshop) -> Footer:
    """Count the picks, and the criteria that are a yes."""
    taken = workshop.pick.slots()
    given = [row for slot in taken for row in workshop.pick.judgements(slot).values()]
    yes = sum(row.answer is CriterionAnswer.YES for row in given)
    text = ngettext("1 picked", "{n} of 3 picked", len(taken))
    clear = ngettext(
        "{n} of {all} criteria is a clear yes", "{n} of {all} criteria are a clear yes", yes
    )
    if not taken:
        fine = _("One is fine. Three is the most.")
        return Footer(_("Nothing is picked yet"), fine, _("Make it better"))
    grey = clear.format(n=yes, all=4 * len(taken))
    return Footer(text.format(n=len(taken)), grey, _("Make it better"))
