"""Which reader takes a file: its first bytes decide, its name only helps."""

from __future__ import annotations

import io
import zipfile

import pytest

from cxworkshop.exchange import readers
from cxworkshop.exchange.readers.signatures import begins_with, zipped
from cxworkshop.exchange.refusals import OtherKind


def packed(*parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for part in parts:
            file.writestr(part, "<xml/>")
    return out.getvalue()


def test_a_signature_looks_at_the_first_bytes():
    assert begins_with(b"%PDF")(b"%PDF-1.7", "answers.csv")
    assert not begins_with(b"%PDF")(b"a %PDF", "answers.pdf")


def test_a_packed_file_is_known_by_a_part_inside_or_by_its_name():
    is_workbook = zipped(b"xl/", ".xlsx")
    assert is_workbook(packed("xl/workbook.xml"), "download")
    assert is_workbook(packed("anything"), "Answers.XLSX")
    assert not is_workbook(packed("word/document.xml"), "answers.docx")
    assert not is_workbook(b"Answer\nxl/\n", "answers.xlsx")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("xl/workbook.bin"), "A binary Excel file"),
        (packed("ppt/presentation.xml"), "A presentation"),
        (packed("notes.txt"), "A packed file"),
        (b"{\\rtf1}", "A rich text document"),
        (b"SQLite format 3\0", "A workshop or another database"),
    ],
)
def test_a_kind_that_cannot_be_read_is_named(data, kind):
    with pytest.raises(OtherKind, match=kind):
        readers.read(data)


def test_a_new_kind_is_one_entry_before_those_for_any_file(monkeypatch):
    def read_shouting(data: bytes, _sheet: str) -> readers.Table:
        return readers.read_text(data.removeprefix(b"SHOUT ").lower())

    entry = (begins_with(b"SHOUT "), read_shouting)
    monkeypatch.setattr(readers, "READERS", (entry, *readers.READERS))
    assert readers.read(b"SHOUT OPEN EARLIER").records[0].cells == ("open earlier",)
    assert readers.read(b"OPEN EARLIER").records[0].cells == ("OPEN EARLIER",)
