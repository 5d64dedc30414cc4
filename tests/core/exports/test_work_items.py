"""Tables for Jira and Azure DevOps, read by Python's csv."""

from __future__ import annotations

import csv
import io

from cxworkshop.exchange.issues import LONGEST_TITLE, WorkItem, azure_table, jira_table
from cxworkshop.exports import formats


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_jira_gets_tasks_first_and_each_sub_task_names_its_task(workshop):
    task, *steps = rows(formats.jira_table(workshop))
    assert (task["Issue Type"], task["Issue ID"], task["Parent"]) == ("Task", "1", "")
    assert task["Summary"] == "A =HYPERLINK(1)"
    assert "answer =now()" in task["Description"]
    found = [(row["Issue Type"], row["Issue ID"], row["Parent"], row["Due Date"]) for row in steps]
    assert found == [("Sub-task", "2", "1", "2026-11-25"), ("Sub-task", "3", "1", "")]


def test_azure_devops_gets_children_by_their_title_in_the_second_column(workshop):
    issue, *steps = rows(formats.azure_table(workshop))
    assert (issue["Work Item Type"], issue["Title 2"]) == ("Issue", "")
    assert [(row["Work Item Type"], row["Title 1"], row["Title 2"]) for row in steps] == [
        ("Task", "", "'=2+2"),
        ("Task", "", "Ask; <then> do, it"),
    ]
    assert not {"ID", "State"} & issue.keys()


def test_several_tasks_come_before_all_their_parts():
    items = [WorkItem(name, parts=(WorkItem(f"{name}1"),)) for name in ("a", "b")]
    assert [(row["Summary"], row["Parent"]) for row in rows(jira_table(items))] == [
        *(("a", ""), ("b", "")),
        *(("a1", "1"), ("b1", "2")),
    ]


def test_titles_are_one_line_that_fits_and_markup_stays_text():
    (row,) = rows(azure_table([WorkItem("two\nlines " + "x" * 300, ("a <b> & c",))]))
    assert row["Title 1"].startswith("two lines x")
    assert len(row["Title 1"]) == LONGEST_TITLE
    assert row["Description"] == "<p>a &lt;b&gt; &amp; c</p>"
