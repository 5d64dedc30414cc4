"""The workshop as bytes for other programs: one function for each file that can be written.

What needs a library of its own is imported when it is asked for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cxworkshop.exchange.own_table import own_titles
from cxworkshop.exchange.writers import calendar, csv_table, markdown
from cxworkshop.exports.answers import exported_answers
from cxworkshop.exports.describe import big_list, status
from cxworkshop.exports.plans import plan_lines, work_items
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def list_table(workshop: Workshop, *, names: bool = False) -> bytes:
    """Every answer on the list as CSV; with `names`, the customers' names too (R7)."""
    rows = (answer.cells for answer in exported_answers(workshop, names=names))
    return csv_table(own_titles(names=names), rows)


def list_text(workshop: Workshop) -> bytes:
    """The list as Markdown: what was said, group by group."""
    board = workshop.big_list.board()
    groups = [(f"{group.letter} {group.headline}", group.cards) for group in board.groups]
    groups.append((_("Not grouped"), board.loose))
    said = [
        (heading, [f"{c.code}: {v.said}" for c in cards for v in c.verbatims if v.said])
        for heading, cards in groups
    ]
    return markdown(_title(workshop), [(heading, words) for heading, words in said if words])


def plans_text(workshop: Workshop) -> bytes:
    """The plans of this round as Markdown: promise, people, licence, steps and days."""
    plans = workshop.content.make_better.plans()
    groups = [(f"{plan.code} {plan.title}", plan_lines(plan)) for plan in plans]
    return markdown(_title(workshop), groups)


def _title(workshop: Workshop) -> str:
    return f"{workshop.prepare.team().team}, {workshop.rounds.current().number}"


def list_document(workshop: Workshop, *, names: bool = False) -> bytes:
    """Everything that was said as a Word document; raises NotYet where nothing was."""
    from cxworkshop.exports.documents import said_document

    return said_document(workshop, names=names)


def plans_document(workshop: Workshop, *, names: bool = False) -> bytes:
    """The plans of this round as a Word document; raises NotYet where nothing is picked."""
    from cxworkshop.exports import documents

    return documents.plans_document(workshop, names=names)


def workbook(workshop: Workshop, *, names: bool = False) -> bytes:
    """List, plans, answers and year as one workbook; with `names`, customers' names in the list."""
    from cxworkshop.exports.workbook import workbook_file

    return workbook_file(workshop, names=names)


def qda_project(workshop: Workshop, *, names: bool = False) -> bytes:
    """What customers said, sorted by group and way, for QualCoder, NVivo and MAXQDA."""
    from cxworkshop.exports.qda import qda_file

    return qda_file(workshop, names=names)


def jira_table(workshop: Workshop) -> bytes:
    """The plans of this round as tasks with their first steps, for Jira's import of CSV."""
    from cxworkshop.exchange import issues

    return issues.jira_table(work_items(workshop))


def azure_table(workshop: Workshop) -> bytes:
    """The same for the import of Azure DevOps."""
    from cxworkshop.exchange import issues

    return issues.azure_table(work_items(workshop))


def calendar_file(workshop: Workshop) -> bytes:
    """Every day that was promised, as an .ics file."""
    from cxworkshop.exports.appointments import appointments

    return calendar(appointments(workshop), workshop.today)


def everything(workshop: Workshop) -> bytes:
    """Status and list as JSON; see docs/json."""
    whole: dict[str, Any] = {"status": status(workshop), "list": big_list(workshop)}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
