"""Word documents, read again by python-docx."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from cxworkshop.exports import formats
from cxworkshop.sheets.needs import NotYet
from tests.core.conftest import DAY_1
from tests.core.exports.conftest import HOSTILE
from tests.opened import new


def read(data: bytes):
    return docx.Document(io.BytesIO(data))


def in_style(document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_all_that_was_said_stands_below_the_headings_of_its_groups(workshop):
    document = read(formats.list_document(workshop))
    quotes = in_style(document, "Quote")
    assert len(quotes) == len(HOSTILE) + 1
    for words in HOSTILE:
        assert any(words.replace("\ufffe", "\ufffd") in quote for quote in quotes)
    assert in_style(document, "Heading 1") == ["A =HYPERLINK(1)", "Not grouped", "What was good"]
    assert in_style(document, "Heading 2") == [str(code) for code in range(1, 11)]
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert document.core_properties.author == "=Team & [Söhne]"


def test_its_total_says_of_how_many_customers_as_paper_does(workshop):
    workshop.talk.begin(workshop.talk.next_customer().id)  # who said nothing of it
    document = read(formats.list_document(workshop))
    total = "10 things said by 10 of the 11 customers we talked to"
    assert total in in_style(document, "Normal")


def test_arabic_runs_from_the_right_and_english_does_not(workshop):
    document = read(formats.list_document(workshop))
    arabic, english = (
        next(p for p in document.paragraphs if p.style.name == "Quote" and words in p.text)
        for words in ("الهاتف", "0049")
    )
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    assert arabic.runs[0].font.rtl
    assert english._p.pPr.find(qn("w:bidi")) is None
    assert not english.runs[0].font.rtl


def test_a_plan_has_its_promise_its_people_and_its_steps_in_a_table(workshop):
    document = read(formats.plans_document(workshop))
    assert in_style(document, "Heading 1") == ["A =HYPERLINK(1)"]
    words = "\n".join(in_style(document, "Normal"))
    assert "answer =now()" in words
    assert "Who: Mira leads" in words
    (steps,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in steps.rows]
    assert cells[1:] == [["=2+2", "Ben", "Wed 25 Nov", ""], ["Ask; <then> do, it", "", "", ""]]


def test_nothing_said_and_nothing_picked_is_refused_in_a_sentence(tmp_path):
    empty = new(tmp_path / "empty.cxw", "Bakery", DAY_1)
    with pytest.raises(NotYet, match="Talk to customers first"):
        formats.list_document(empty)
    with pytest.raises(NotYet, match="Pick one thing first"):
        formats.plans_document(empty)
