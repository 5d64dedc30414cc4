"""Word documents and Markdown: what people said, under the questions that they were asked."""

from __future__ import annotations

import pytest

from cxworkshop.exchange import refusals
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.import_plan import ImportPlan, plan
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.table import Table
from tests.office_files import docx, packed, paragraph, run, word_table

STYLES = "T=Title;berschrift1=heading 1;berschrift2=heading 2;L=List Bullet;TOC1=toc 1"
BETTER, WELL = "What should we do better?", "What went well?"


def words(data: bytes) -> list[str]:
    """What stands in the last column, which is the only one of a list."""
    return [record.cells[-1] for record in read(data).body]


def asked(data: bytes) -> list[tuple[str, ...]]:
    return [record.cells for record in read(data).body]


def planned(table: Table) -> ImportPlan:
    return plan(table, choices(table))


def test_headings_are_questions_or_nobodys_words():
    table = read(
        docx(
            paragraph("Survey of October", "T")
            + paragraph("Contents 1", "TOC1")
            + paragraph(WELL, "berschrift1")
            + paragraph("Friendly staff", "L")
            + paragraph(BETTER, "berschrift1")
            + paragraph("Waiting", "berschrift2")
            + paragraph("Open the door earlier", is_item=True)
            + paragraph("Action items", "berschrift1")
            + paragraph("Buy chairs", is_item=True),
            STYLES,
        )
    )
    assert [record.cells for record in table.body] == [
        (WELL, "Friendly staff"),
        (BETTER, "Open the door earlier"),
        ("Action items", "Buy chairs"),
    ]
    found = planned(table)
    assert [card.answers[0].words for card in found.cards] == ["Open the door earlier"]
    assert [answer.words for answer in found.praise] == ["Friendly staff"]
    assert [aside.words for aside in found.aside] == ["Buy chairs"]


def test_headings_that_ask_nothing_are_named():
    data = docx(paragraph("Waiting", "berschrift1") + paragraph("Open earlier"), STYLES)
    assert words(data) == ["Open earlier"]
    assert read(data).notes == ("A heading is nobody’s answer and is left out: “Waiting”.",)


def test_a_line_in_bold_letters_is_a_heading_and_a_bold_word_is_not():
    bold = f"<w:p>{run('Waiting', '<w:b/>')}</w:p>"
    some = f"<w:p>{run('Open ', '')}{run('earlier', '<w:b/>')}</w:p>"
    assert words(docx(bold + some + paragraph("More chairs"))) == ["Open earlier", "More chairs"]
    assert words(docx(bold)) == ["Waiting"]


def test_a_question_right_above_a_list_is_asked_there():
    items = paragraph("Open earlier", is_item=True) + paragraph("More chairs", is_item=True)
    data = docx(paragraph("We were glad to hear you.") + paragraph(BETTER) + items)
    assert asked(data) == [
        ("", "We were glad to hear you."),
        (BETTER, "Open earlier"),
        (BETTER, "More chairs"),
    ]


def test_what_is_struck_remarked_or_hidden_is_not_what_people_said():
    said = (
        run("Open ")
        + f"<w:del>{run('never')}<w:r><w:delText>never</w:delText></w:r></w:del>"
        + f"<w:ins>{run('earlier')}</w:ins>"
        + f"<w:moveFrom>{run('moved')}</w:moveFrom>"
        + '<w:r><w:footnoteReference w:id="1"/><w:br/><w:t>please</w:t></w:r>'
        + run("secret", "<w:vanish/>")
        + '<w:r><w:instrText>PAGE</w:instrText><w:commentReference w:id="1"/></w:r>'
    )
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{paragraph('Click here')}</w:sdt>"
    assert words(docx(f"<w:p>{said}</w:p>{hint}")) == ["Open earlier\nplease"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('On a sticky note')}</w:txbxContent>"
    drawn = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert words(docx(drawn + paragraph("In the text"))) == ["On a sticky note", "In the text"]


def test_a_table_with_titles_is_a_table():
    rows = (("Id", BETTER), ("1", "Open the door earlier"), ("2", "More chairs in the hall"))
    table = read(
        docx(paragraph("October") + word_table(*rows) + word_table(("a", "b"), ("c", "d")))
    )
    assert [record.cells for record in table.records] == list(rows)
    assert table.header_rows == 1
    assert table.notes == (
        "1 paragraph beside the table is not read.",
        "The largest table is read; 1 other is not.",
    )


def test_a_box_around_a_text_is_no_table():
    assert words(docx(word_table(("Open earlier",)) + paragraph("More chairs"))) == [
        "Open earlier",
        "More chairs",
    ]


def test_merged_cells_keep_the_columns_in_place():
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("a") + "</w:tc>"
    table = word_table(("Id", "Kind", BETTER), ("1", "new", "Open the door earlier"))
    body = table.replace(
        "</w:tbl>", f"{wide}<w:tc>{paragraph('More chairs')}</w:tc></w:tr></w:tbl>"
    )
    assert read(docx(body)).records[-1].cells == ("a", "", "More chairs")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (docx(""), refusals.NothingInIt),
        (docx("<w:p>" * 400), refusals.BrokenFile),
        (docx(paragraph("x" * 100_001)), refusals.TooLongCell),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), refusals.BrokenFile),
        (packed({"word/document.xml": "<a>"}), refusals.BrokenFile),
        (packed({"word/document.xml": "<a/>".encode("utf-16")}), refusals.BrokenFile),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(data, refusal):
    with pytest.raises(refusal):
        read(data)


MARKDOWN = f"""---
title: October
---
# Results

Some **kind** words that
run on.

## {WELL}

- Friendly *staff*, [really](mailto:x)
- [x] The `phone` was answered,
  at once

  and by a person

## {BETTER}
1. Open earlier \\*please\\*
2) More chairs

> I waited an hour
> and nobody came

Action items
------------
* Buy chairs <!-- not yet -->
"""


def test_markdown_reads_as_it_is_shown():
    assert asked(MARKDOWN.encode()) == [
        ("", "Some kind words that run on."),
        (WELL, "Friendly staff, really"),
        (WELL, "The phone was answered, at once\nand by a person"),
        (BETTER, "Open earlier *please*"),
        (BETTER, "More chairs"),
        (BETTER, "I waited an hour and nobody came"),
        ("Action items", "Buy chairs"),
    ]


def test_a_markdown_table():
    data = f"# October\n\n| Id | {BETTER} |\n|---:|:--|\n| 1 | Open \\| close |\n| 2 | Mend it |\n"
    assert [record.cells for record in read(data.encode()).records] == [
        ("Id", BETTER),
        ("1", "Open | close"),
        ("2", "Mend it"),
    ]


def test_a_markdown_file_without_headings_is_known_by_its_name():
    data = b"Open *earlier*\n\nMore chairs\n"
    assert [r.cells for r in read(data, "notes.md").records] == [
        ("Open earlier",),
        ("More chairs",),
    ]
    assert read(data, "notes.txt").records[0].cells == ("Open *earlier*",)


def test_a_list_with_a_hash_in_it_stays_a_list():
    assert [r.cells for r in read(b"Open earlier\n# 3 is broken\n- more chairs\n").records] == [
        ("Open earlier",),
        ("# 3 is broken",),
        ("- more chairs",),
    ]


TALK = (
    ("Interviewer", "What went well?"),
    ("Customer 1", "The soup: very good"),
    ("Interviewer", "What should we do better?"),
    ("Customer 1", "Open the door earlier, please"),
    ("Customer 2", "More chairs, light, and tables"),
)
SPOKEN = "\n".join(f"{who}: {said}" for who, said in TALK)
TIMED = "\n".join(f"[00:01:09] {line}" for line in SPOKEN.splitlines())
BOLD = "<w:p>{}{}</w:p>"


@pytest.mark.parametrize("data", [
    SPOKEN.encode(),
    TIMED.replace("Interviewer", "I").replace("Customer ", "C").encode(),
    SPOKEN.replace("\n", "\n\n").replace("Interviewer", "Moderatorin").encode(),
    docx("".join(BOLD.format(run(f"{who}:", "<w:b/>"), run(f" {said}")) for who, said in TALK)),
], ids=["text", "letters and times", "german", "word"])  # fmt: skip
def test_in_a_transcript_the_interviewer_asks_and_each_speaker_is_one_customer(data):
    found = planned(read(data))
    assert [[a.words for a in card.answers] for card in found.cards] == [[TALK[3][1]], [TALK[4][1]]]
    assert [answer.words for answer in found.praise] == [TALK[1][1]]
    assert {card.answers[0].question for card in found.cards} == {BETTER}
    who = [card.answers[0].respondent for card in found.cards]
    assert who[0] == found.praise[0].respondent != who[1]


def test_customers_of_two_transcripts_are_not_one():
    both = [f"Q: {BETTER}\nA: {wish}\nA: Longer hours\nQ: What else?\nA: No\n" for wish in
            ("Open the door earlier", "More chairs in the hall")]  # fmt: skip
    keys = [planned(read(text.encode())).cards[1].answers[0].key for text in both]
    assert keys[0] != keys[1]


def test_a_person_may_say_that_each_line_of_a_transcript_is_an_answer():
    table = read_text(SPOKEN.encode(), delimiter="")
    assert [record.cells[0] for record in table.body] == SPOKEN.splitlines()


def test_lines_with_colons_are_no_transcript():
    lines = ["Parking: there is none", "Question: why so late?", "Queue: too long at noon"]
    assert words("\n".join(lines).encode()) == lines
