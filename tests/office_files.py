"""Small files as office programs write them, made in the test that reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
_WORD = '<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>{}</w:body></w:document>'
_ODS = (
    '<o:doc xmlns:o="urn:o" xmlns:style="urn:s" xmlns:table="urn:t" xmlns:text="urn:x"'
    ' xmlns:office="urn:f">{}</o:doc>'
)


def xlsx(*rows: Sequence[object], also: Callable[[Any, Any], None] | None = None) -> bytes:
    """A workbook with one sheet; `also` is given the workbook and the sheet."""

    def fill(book: Any, sheet: Any) -> None:
        write(book, sheet, rows)
        if also is not None:
            also(book, sheet)

    return workbook({"Answers": fill})


def write(book: Any, sheet: Any, rows: Sequence[Sequence[object]]) -> None:
    """Write rows as text, numbers and days; None leaves a cell empty."""
    day = book.add_format({"num_format": "d mmm yyyy"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, (bool, int, float)):
                sheet.write(number, column, value)
            elif value is not None:
                sheet.write_string(number, column, value)


def workbook(
    sheets: Mapping[str, Callable[[Any, Any], None] | Sequence[Sequence[object]]],
) -> bytes:
    """A workbook with these sheets, each filled by a function or with rows."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, filled in sheets.items():
        sheet = book.add_worksheet(name)
        if callable(filled):
            filled(book, sheet)
        else:
            write(book, sheet, filled)
    book.close()
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """A packed file with some parts changed or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in dict.fromkeys((*old.namelist(), *parts)):
            part = parts.get(name)
            if callable(part):
                part = part(old.read(name))
            new.writestr(name, old.read(name) if part is None else part)
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A packed file with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def docx(body: str, styles: str = "") -> bytes:
    """A Word document with this body; `styles` are pairs of id and name, "h1=heading 1"."""
    pairs = (pair.split("=") for pair in styles.split(";") if pair)
    listed = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in pairs
    )
    return packed(
        {
            "word/document.xml": _WORD.format(body),
            "word/styles.xml": f'<w:styles xmlns:w="urn:w">{listed}</w:styles>',
        }
    )


def paragraph(text: str, style: str = "", *, is_item: bool = False) -> str:
    """A paragraph of a Word document."""
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>' if is_item else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{item}</w:pPr>{run(text)}</w:p>'


def run(text: str, properties: str = "") -> str:
    """Letters of one kind in a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_table(*rows: Sequence[str]) -> str:
    """A table of a Word document."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def ods(rows: str, more: str = "") -> bytes:
    """An OpenDocument spreadsheet with these rows in its sheet "Answers"."""
    sheet = f'<table:table table:name="Answers">{rows}</table:table>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", kind)
        file.writestr("content.xml", _ODS.format(more + sheet))
    return out.getvalue()


def ods_row(*cells: str, attributes: str = "") -> str:
    """A row; a cell's text, or its attributes and its text with a bar between."""
    found = []
    for cell in cells:
        said, bar, text = cell.rpartition("|")
        said = said if bar else 'office:value-type="string"'
        lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n") if line)
        found.append(f"<table:table-cell {said}>{lines}</table:table-cell>")
    return f"<table:table-row {attributes}>{''.join(found)}</table:table-row>"
