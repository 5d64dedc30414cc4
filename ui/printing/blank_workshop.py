"""A workshop of nobody, for sheets that say nothing of a workshop."""

from __future__ import annotations

from cxworkshop import i18n
from cxworkshop.filenames import WORKSHOP, free
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.dialogs.new_defaults import NewDefaults, documents


def blank_workshop() -> Workshop:
    """One in memory, with the paper and the language of this laptop; it is never written.

    Its folder is where a PDF is offered to be saved.
    """
    workshop = Workshop.new(free(documents() / f"CX Workshop{WORKSHOP}"), _("CX Workshop"))
    workshop.prepare.choose_paper(NewDefaults.load().paper)
    workshop.prepare.choose_language(i18n.language())
    return workshop
