"""Tables of work to do, with the columns that the importers of Jira and Azure DevOps know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from cxworkshop.exchange.writers import csv_table

_JIRA = ("Issue Type", "Issue ID", "Parent", "Summary", "Description", "Due Date")
_AZURE = ("Work Item Type", "Title 1", "Title 2", "Description", "Tags")
_TAG = "CX Workshop"
LONGEST_TITLE = 255  # characters, of a Jira summary and of an Azure DevOps title


@dataclass(frozen=True)
class WorkItem:
    """Something to do, with the smaller things that it is made of."""

    title: str
    notes: tuple[str, ...] = ()
    due_on: date | None = None
    parts: tuple[WorkItem, ...] = ()


def jira_table(items: Sequence[WorkItem]) -> bytes:
    """Tasks, and below all of them their sub-tasks: Jira must know a parent before its child.

    A sub-task names its task's "Issue ID" in "Parent". Nobody is assigned: our people are no
    accounts of Jira.
    """
    tasks, parts = [], []
    number = len(items)
    for task, item in enumerate(items, 1):
        tasks.append(("Task", task, "", *_jira(item)))
        for part in item.parts:
            number += 1
            parts.append(("Sub-task", number, task, *_jira(part)))
    return csv_table(_JIRA, [*tasks, *parts])


def azure_table(items: Sequence[WorkItem]) -> bytes:
    """Issues, each with its tasks below it: what stands in "Title 2" is a child of the row above.

    Work items of the Basic process. There is no ID and no state, which new ones may not have.
    """
    rows: list[tuple[str, ...]] = []
    for item in items:
        rows.append(("Issue", _title(item), "", _html(item), _TAG))
        rows += [("Task", "", _title(part), _html(part), _TAG) for part in item.parts]
    return csv_table(_AZURE, rows)


def _jira(item: WorkItem) -> tuple[str, str, str]:
    due = item.due_on.isoformat() if item.due_on else ""
    return _title(item), "\n".join(item.notes), due


def _html(item: WorkItem) -> str:
    return "".join(f"<p>{escape(note, quote=False)}</p>" for note in item.notes)


def _title(item: WorkItem) -> str:
    """One line that both take."""
    words = " ".join(item.title.split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"
