"""Spreadsheets: a cell reads as a person reads it, and the sheet with the answers is found."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from cxworkshop.exchange import refusals
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.readers import read
from tests.office_files import SHEET, ods, ods_row, with_parts, workbook, xlsx

FILES = Path(__file__).parents[2] / "files" / "imports"
ASKED = ("Id", "What should we do better?")
WISHES = (ASKED, (1, "Open the door earlier"), (2, "More chairs in the hall"))


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [record.cells for record in read(data).records]


def sheet_with(fill) -> list[tuple[str, ...]]:
    return cells(workbook({"Answers": fill}))


def test_numbers_days_and_times_read_as_people_write_them():
    def fill(book, sheet):
        day, both = (book.add_format({"num_format": f}) for f in ("d mmm yyyy", "d/m/yy h:mm"))
        hour, long = (book.add_format({"num_format": f}) for f in ("hh:mm", "[h]:mm:ss"))
        sheet.write_row(0, 0, [3.0, 4.5, 0.1 + 0.2, -2, 12345678901234, True, False])
        sheet.write_datetime(1, 0, date(2026, 11, 3), day)
        sheet.write_datetime(1, 1, datetime(2026, 11, 3, 14, 5), both)  # noqa: DTZ001
        sheet.write_datetime(1, 2, datetime(2026, 11, 3), both)  # noqa: DTZ001
        sheet.write_datetime(1, 3, time(9, 30), hour)
        sheet.write_datetime(1, 4, timedelta(hours=30, minutes=5), long)

    numbers, days = sheet_with(fill)
    assert numbers == ("3", "4.5", "0.3", "-2", "12345678901234", "TRUE", "FALSE")
    assert days[:5] == ("2026-11-03", "2026-11-03 14:05", "2026-11-03", "09:30", "30:05")


def test_what_stands_in_a_cell_is_what_people_see():
    def fill(book, sheet):
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, "=NA()", None, "#N/A")
        sheet.write_string(0, 2, "=1+1 is what they said")
        sheet.write_url(0, 3, "internal:Answers!A1", None, "our page")
        sheet.write_rich_string(0, 4, "very ", book.add_format({"bold": True}), "late", " again")
        sheet.write_string(0, 5, "first line\nsecond line")
        sheet.write_formula(0, 6, '=""', None, "")

    assert sheet_with(fill) == [
        ("2", "", "=1+1 is what they said", "our page", "very late again",
         "first line\nsecond line"),
    ]  # fmt: skip


def test_empty_rows_and_columns_around_a_table_are_no_part_of_it():
    def fill(_book, sheet):
        for row, (number, words) in enumerate(WISHES, start=4):
            sheet.write(row, 2, number)
            sheet.write(row, 3, words)
        sheet.write_string(20, 9, "   ")

    table = read(workbook({"Answers": fill}))
    assert [record.cells for record in table.records] == [tuple(map(str, row)) for row in WISHES]
    assert [record.line for record in table.records] == [5, 6, 7]
    assert (table.titles, table.header_rows) == (ASKED, 1)


def test_a_hidden_row_is_read_and_said():
    table = read(
        xlsx(*WISHES, also=lambda _book, sheet: sheet.set_row(2, None, None, {"hidden": 1}))
    )
    assert len(table.body) == 2
    assert table.notes == ("A row that is hidden in the sheet is read too: row 3.",)


def test_a_merged_cell_holds_for_its_rows_but_words_were_said_once():
    def merge(_book, sheet):
        sheet.merge_range(1, 0, 2, 0, "K-1")
        sheet.merge_range(3, 1, 4, 1, "The line in front of the counter is far too long")

    rows = (ASKED, (None, "Open the door"), (None, "More chairs"), ("K-2", None), ("K-3", None))
    table = read(xlsx(*rows, also=merge))
    assert [record.cells[0] for record in table.body] == ["K-1", "K-1", "K-2", "K-3"]
    assert [bool(record.cells[1]) for record in table.body] == [True, True, True, False]


def test_the_sheet_with_the_most_answers_is_read_and_others_are_named():
    more = (*WISHES, (3, "Answer the phone when it rings"))
    data = workbook({"Notes": [("Asked in October",)], "Old": WISHES, "New": more, "Empty": []})
    table = read(data)
    assert (table.sheet, len(table.body), table.other_sheets) == ("New", 3, ("Old",))
    assert read(data, sheet=" old ").sheet == "Old"
    with pytest.raises(refusals.NoSuchSheet, match="“Notes”; “Old”; “New”; “Empty”"):
        read(data, sheet="Newer")


def test_a_hidden_sheet_is_read_only_where_no_other_has_answers():
    def hidden(book, sheet):
        for row, (number, words) in enumerate((*WISHES, (3, "Answer the phone"))):
            sheet.write(row, 0, number)
            sheet.write(row, 1, words)
        sheet.hide()

    table = read(workbook({"Answers": WISHES, "Archive": hidden}))
    assert (table.sheet, table.other_sheets) == ("Answers", ())
    assert (
        read(workbook({"Scores": [("Kind", "Score"), ("new", 1)], "Archive": hidden})).sheet
        == "Archive"
    )


def test_a_summary_is_passed_over_and_refused_where_it_is_all():
    text = (FILES / "maintainers-summary-only.csv").read_text("utf-8")
    counts = list(csv.reader(io.StringIO(text)))
    assert read(workbook({"Summary": counts, "Answers": WISHES})).sheet == "Answers"
    with pytest.raises(refusals.OnlyASummary):
        read(workbook({"Summary": counts}))


def test_a_real_survey_reads_from_a_workbook_as_from_csv():
    lines = (FILES / "maintainers-two-header-rows.csv").read_bytes().splitlines(keepends=True)
    plain = b"".join(lines[:22])
    rows = list(csv.reader(io.StringIO(plain.decode("utf-8-sig"), newline="")))
    before, after = read(plain), read(workbook({"Answers": rows}))
    assert (after.titles, after.header_rows) == (before.titles, before.header_rows)
    assert choices(after).answers == choices(before).answers
    assert after.records == before.records


def test_a_column_alone_is_a_list():
    table = read(xlsx(("- Open earlier",), ("- More chairs",), ("2",)))
    assert (table.delimiter, table.header_rows, len(table.body)) == ("", 0, 3)


def test_days_counted_from_1904_are_the_same_days():
    def fill(book, sheet):
        sheet.write_datetime(0, 0, date(2026, 11, 3), book.add_format({"num_format": "d/m/yy"}))

    def since_1904(part: bytes) -> bytes:
        return part.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')

    moved = with_parts(workbook({"A": fill}), {"xl/workbook.xml": since_1904})
    assert cells(moved) == [("2030-11-04",)]  # the same number, four years and a day later


def test_an_old_excel_file():
    table = read((FILES / "two-sheets.xls").read_bytes())
    assert (table.sheet, table.titles[3]) == ("Answers", "What should we do better?")
    assert [record.cells[1:] for record in table.body] == [
        ("2026-11-03", "new", "Open the door earlier in the morning", "3"),
        ("2026-11-04", "regular", "More chairs in the waiting room, please", "4.5"),
        ("2026-11-05", "new", "=Answer the phone – nobody does", "2"),
    ]


def test_an_opendocument_sheet():
    rows = "".join(
        (
            ods_row("Id", "Day", "Spent", "Yes", "What should we do better?"),
            ods_row(
                'office:value-type="float" office:value="3"|3,00',
                'office:value-type="date" office:date-value="2026-11-03T14:05:00"|3 Nov',
                'office:value-type="time" office:time-value="PT01H30M00S"|1.5',
                'office:value-type="boolean" office:boolean-value="true"|YES',
                "Open the door\nearlier<text:s text:c='2'/>please"
                "<office:annotation><text:p>a remark</text:p></office:annotation>",
            ),
            ods_row('table:number-columns-repeated="4"|', "=More chairs", attributes=""),
            ods_row('table:number-columns-repeated="16000"|'),
            ods_row('table:number-columns-repeated="1024"|').replace(
                "<table:table-row ", '<table:table-row table:number-rows-repeated="1048000" '
            ),
        )
    )
    assert cells(ods(rows))[1:] == [
        ("3", "2026-11-03 14:05", "01:30", "TRUE", "Open the door\nearlier  please"),
        ("", "", "", "", "=More chairs"),
    ]


def far(place: str) -> bytes:
    row = f'<row r="9"><c r="{place}"><v>1</v></c></row></sheetData>'.encode()
    return with_parts(xlsx(*WISHES), {SHEET: lambda xml: xml.replace(b"</sheetData>", row)})


def changed(part: str, old: bytes, new: bytes) -> bytes:
    return with_parts(xlsx(*WISHES), {part: lambda xml: xml.replace(old, new)})


def with_one_text_in_many_cells() -> bytes:
    data = xlsx(*WISHES, *([3, "same"] for _n in range(600)))
    return with_parts(
        data, {"xl/sharedStrings.xml": lambda xml: xml.replace(b"same", b"s" * 80_000)}
    )


REPEATED = 'office:value-type="string" table:number-columns-repeated="900"|x'
OLD = FILES / "two-sheets.xls"
REFUSED = {
    "a cell far below": (lambda: far("ZZ1048576"), refusals.CellsFarAway),
    "a cell far to the right": (lambda: far("XFD9"), refusals.TooManyColumns),
    "cells without places": (
        lambda: changed(SHEET, b"</sheetData>", b"<row>" + b"<c><v>1</v></c>" * 2000),
        refusals.TooManyColumns,
    ),
    "a row that no sheet has": (
        lambda: changed(SHEET, b"</sheetData>", b'<row r="4294967295"><c><v>1</v></c></row>'),
        refusals.BrokenFile,
    ),
    "a cell that no sheet has": (lambda: far("A4294967295"), refusals.BrokenFile),
    "one text in many cells": (with_one_text_in_many_cells, refusals.TooMuchInside),
    "zeros": (
        lambda: with_parts(xlsx(*WISHES), {SHEET: bytes(61_000_000)}),
        refusals.TooMuchInside,
    ),
    "entities": (
        lambda: changed(SHEET, b"<worksheet", b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet"),
        refusals.BrokenFile,
    ),
    "a place said twice": (
        lambda: changed(SHEET, b'r="A2"', b'r="A2" r="A9"'),
        refusals.BrokenFile,
    ),
    "parts": (
        lambda: with_parts(xlsx(*WISHES), {f"p{n}": b"" for n in range(2_100)}),
        refusals.TooManyParts,
    ),
    "an end too early": (lambda: xlsx(*WISHES)[:-200], refusals.BrokenFile),
    "rows that return": (
        lambda: ods(ods_row(REPEATED, attributes='table:number-rows-repeated="1048576"')),
        refusals.TooManyCells,
    ),
    "an old file cut short": (lambda: OLD.read_bytes()[:2_000], refusals.BrokenFile),
    "an old file that returns to itself": (
        lambda: OLD.read_bytes()[:512] + bytes(5_120),
        refusals.BrokenFile,
    ),
    "an empty sheet": (xlsx, refusals.NothingInIt),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_fill_the_memory_is_refused_before_it_is_laid_out(what):
    made, refusal = REFUSED[what]
    with pytest.raises(refusal):
        read(made())


def test_styled_cells_without_contents_do_not_count():
    row = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    data = with_parts(xlsx(*WISHES), {SHEET: lambda xml: xml.replace(b"</sheetData>", row)})
    assert len(read(data).body) == 2
