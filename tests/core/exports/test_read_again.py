"""What we write comes back as itself: each answer is known, and plans are nobody's words."""

from __future__ import annotations

from functools import partial

import pytest

from cxworkshop.exchange.refusals import OwnPlans
from cxworkshop.exports import formats
from cxworkshop.services.importing import ImportFile

LISTS = {
    "csv": formats.list_table,
    "md": formats.list_text,
    "docx": formats.list_document,
    "names.docx": partial(formats.list_document, names=True),
    "xlsx": formats.workbook,
}
PLANS = {
    "md": formats.plans_text,
    "docx": formats.plans_document,
    "jira.csv": formats.jira_table,
    "azure.csv": formats.azure_table,
}


@pytest.mark.parametrize("kind", LISTS)
def test_each_answer_of_our_own_list_is_known(workshop, kind):
    found = workshop.importing.prepare(ImportFile(f"list.{kind}", LISTS[kind](workshop))).plan
    assert found.known >= 10
    assert found.taken == ()
    assert found.aside == ()


def test_a_line_that_was_added_to_our_document_comes_alone(workshop, tmp_path):
    import docx

    path = tmp_path / "list.docx"
    path.write_bytes(formats.list_document(workshop))
    document = docx.Document(path)
    document.add_paragraph("And open on Mondays, please")
    document.save(path)
    found = workshop.importing.prepare(ImportFile.read(path)).plan
    assert [answer.words for answer in found.taken] == ["And open on Mondays, please"]


@pytest.mark.parametrize("kind", PLANS)
def test_our_own_plans_are_refused(workshop, kind):
    with pytest.raises(OwnPlans):
        workshop.importing.prepare(ImportFile(f"plans.{kind}", PLANS[kind](workshop)))


def test_a_formula_in_full_width_is_guarded_and_known_again(workshop):
    words = "\uff1d1+1 is what Excel would reckon"
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say(words, talk.id)
    data = formats.list_table(workshop)
    assert f"'{words}" in data.decode("utf-8-sig")
    found = workshop.importing.prepare(ImportFile("list.csv", data)).plan
    assert (found.taken, found.aside) == ((), ())
