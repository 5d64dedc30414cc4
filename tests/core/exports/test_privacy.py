"""Names are left out unless they are asked for, and what was forgotten is in no export (R7)."""

from __future__ import annotations

import pytest

from cxworkshop.exports import formats
from tests.core.exports.conftest import HOSTILE, everything_in

WITH_NAMES = {
    "csv": formats.list_table,
    "xlsx": formats.workbook,
    "docx": formats.list_document,
    "qdpx": formats.qda_project,
}
WITHOUT = {
    "md": formats.list_text,
    "plans.md": formats.plans_text,
    "plans.docx": formats.plans_document,
    "ics": formats.calendar_file,
    "json": formats.everything,
    "jira": formats.jira_table,
    "azure": formats.azure_table,
}


@pytest.mark.parametrize("write", WITH_NAMES.values(), ids=WITH_NAMES)
def test_names_are_off_until_they_are_asked_for(workshop, write):
    assert "Zoltana" not in everything_in(write(workshop))
    assert "Zoltana" in everything_in(write(workshop, names=True))


@pytest.mark.parametrize("write", WITHOUT.values(), ids=WITHOUT)
def test_nothing_else_has_names(workshop, write):
    assert "Zoltana" not in everything_in(write(workshop))


def test_who_was_forgotten_is_in_no_file(workshop):
    forgotten = workshop.talk.customers.with_number(4)
    workshop.privacy.forget(forgotten.id)
    for write in WITH_NAMES.values():
        assert HOSTILE[3] not in everything_in(write(workshop, names=True))
    for write in WITHOUT.values():
        assert HOSTILE[3] not in everything_in(write(workshop))
