"""What can be taken out as a file: what it is for, what it is called, and what writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cxworkshop.exports import formats
from cxworkshop.i18n import n_
from cxworkshop.workshop import Workshop


class Export(NamedTuple):
    """One file to take out; `can_name` where customers' names can stand in it."""

    words: str
    about: str
    ending: str
    named: str
    write: Callable[..., bytes]
    can_name: bool = False

    def made(self, workshop: Workshop, *, names: bool) -> bytes:
        """The file; raises a Refusal where there is nothing to write yet."""
        return self.write(workshop, names=True) if names and self.can_name else self.write(workshop)


_EVERYTHING = (
    Export(
        n_("A workbook …"),
        n_("For Excel or LibreOffice: the list, the plans, first steps, answers, and the year."),
        "xlsx",
        n_("{name}"),
        formats.workbook,
        can_name=True,
    ),
)
_LIST = (
    Export(
        n_("The big list as a table …"),
        n_("For any spreadsheet, and for our own import: a line for each thing that was said."),
        "csv",
        n_("{name}, list"),
        formats.list_table,
        can_name=True,
    ),
    Export(
        n_("The big list as a document …"),
        n_("For Word: everything that {customers} said, group by group."),
        "docx",
        n_("{name}, list"),
        formats.list_document,
        can_name=True,
    ),
    Export(
        n_("The big list as text …"),
        n_("To read, or to put into a letter: what {customers} said, group by group."),
        "md",
        n_("{name}, list"),
        formats.list_text,
    ),
    Export(
        n_("For the analysis of texts …"),
        n_("For QualCoder, NVivo or MAXQDA: a text for each {customer}, groups and ways as codes."),
        "qdpx",
        n_("{name}"),
        formats.qda_project,
        can_name=True,
    ),
)
_PLANS = (
    Export(
        n_("The plans as a document …"),
        n_("For Word: each plan with {customers_s} words, promise, licence, steps and days."),
        "docx",
        n_("{name}, plans"),
        formats.plans_document,
        can_name=True,
    ),
    Export(
        n_("The plans as text …"),
        n_("Each promise with its people, licence, first steps and days."),
        "md",
        n_("{name}, plans"),
        formats.plans_text,
    ),
    Export(
        n_("The plans for Jira …"),
        n_("A table for its import: a task for each plan, its first steps as sub-tasks."),
        "csv",
        n_("{name}, Jira"),
        formats.jira_table,
    ),
    Export(
        n_("The plans for Azure DevOps …"),
        n_("A table for its import: an issue for each plan, its first steps as tasks below it."),
        "csv",
        n_("{name}, Azure DevOps"),
        formats.azure_table,
    ),
    Export(
        n_("The days for a calendar …"),
        n_("Steps, checks and looks again, with a reminder on the day before."),
        "ics",
        n_("{name}, days"),
        formats.calendar_file,
    ),
)
ABOUT = (
    (n_("Everything in one file"), _EVERYTHING),
    (n_("What {customers} said"), _LIST),
    (n_("What we do about it"), _PLANS),
)
