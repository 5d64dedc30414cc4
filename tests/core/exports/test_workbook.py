"""The workbook, read again by calamine: text stays text, dates are dates."""

from __future__ import annotations

import io
from datetime import date
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from cxworkshop.exchange.workbook import (
    CELL_UNITS,
    WorkbookColumn,
    WorkbookTable,
    workbook,
)
from cxworkshop.exports import formats
from cxworkshop.model import Mark, Verdict
from tests.core.conftest import DAY_1
from tests.core.exports.conftest import HOSTILE, everything_in


def read(data: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def written(*tables: WorkbookTable, to_the_left: bool = False) -> bytes:
    return workbook(tables, "Title", DAY_1, to_the_left=to_the_left)


def table(title: str, *rows: tuple[object, ...]) -> WorkbookTable:
    return WorkbookTable(title, [WorkbookColumn("Words", 20), WorkbookColumn("Day", 12)], rows)


def test_every_word_is_the_word_that_was_said_and_no_formula(workshop):
    data = formats.workbook(workshop)
    said = [row[3] for row in read(data)["Big list"][1:]]
    assert said == [words.replace("\ufffe", "\ufffd") for words in HOSTILE]
    assert "<f>" not in everything_in(data)
    assert "hyperlink" not in everything_in(data).replace("=HYPERLINK(1)", "")


def test_plans_steps_answers_year_and_ways_have_sheets_and_dates_are_dates(workshop):
    sheets = read(formats.workbook(workshop))
    plan, step, *_more = sheets["Action plans"][1], *sheets["First steps"][1:]
    assert plan[:2] == ["A", "=HYPERLINK(1)"]
    assert "answer =now()" in plan[2]
    assert DAY_1 in plan
    assert step[2:5] == ["=2+2", "Ben", date(2026, 11, 25)]
    assert len(sheets["Answers"]) == 1 + len(HOSTILE)
    assert sheets["Year"][1][:2] == ["A", "=HYPERLINK(1)"]
    assert sheets["Ten ways"][1] == ["Quick", 1.0]


def test_we_did_stands_nowhere_where_customers_notice_nothing(board):
    board.say("phone")
    pick, check = board.locked("phone"), board.workshop.check
    check.record_answer(pick, "It rings as long as ever", Mark.NO_DIFFERENCE)
    check.give_verdict(pick, Verdict.NONE)
    check.conclusions.write_learned(pick, "Nobody looks up")
    sheets = read(formats.workbook(board.workshop))
    told = [*sheets["Answers"][1], *sheets["Year"][1]]
    assert "We tried, and learned" in told
    assert any("Nobody looks up" in str(cell) for cell in told)
    assert not any("We did" in str(cell) for cell in told)


def test_the_header_is_frozen_and_columns_are_wide_enough(workshop):
    with ZipFile(io.BytesIO(formats.workbook(workshop))) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    pane = sheet.find(".//{*}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert max(float(column.get("width")) for column in sheet.findall(".//{*}col")) > 60


def test_what_is_longer_than_a_cell_goes_on_below():
    long = "x" * (CELL_UNITS - 1) + "👍" + "y" * CELL_UNITS
    rows = read(written(table("Long", (long, DAY_1), ("", None), ("next", None))))["Long"][1:]
    assert "".join(row[0] for row in rows[:-1]) == long
    assert max(len(row[0].encode("utf-16-le")) // 2 for row in rows) <= CELL_UNITS
    assert [row[1] for row in rows] == [DAY_1, "", "", ""]
    assert rows[-1][0] == "next"


def test_titles_are_made_to_fit_and_told_apart():
    asked = ("A title of more than 31 letters: [one]", "A title of more than 31 letters: two")
    names = list(read(written(*map(table, (*asked, "History", "''", "🙂" * 20)))))
    assert names == [
        "A title of more than 31 letters",
        "A title of more than 31 lette 2",
        "History 2",
        "-",
        "🙂" * 15,
    ]


def test_arabic_columns_begin_at_the_right():
    with ZipFile(io.BytesIO(written(table("A"), to_the_left=True))) as archive:
        assert b'rightToLeft="1"' in archive.read("xl/worksheets/sheet1.xml")


def test_the_same_workshop_makes_the_same_file(workshop):
    assert formats.workbook(workshop) == formats.workbook(workshop)
