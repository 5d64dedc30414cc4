"""What a person has, whatever it is called: it comes in, or a sentence says what to do."""

from __future__ import annotations

import pytest

from cxworkshop.exchange.readers.compound import compound_file
from tests.office_files import docx, packed, paragraph, workbook, xlsx

ROWS = (
    ("Id", "What should we do better?"),
    (1, "Open the door earlier"),
    (2, "=More chairs in the hall"),
)


@pytest.fixture
def team(shell):
    shell.ok("new w.cxw --team 'Corner Bakery' --today 2026-11-23")
    return shell


def test_a_workbook_comes_in_as_its_csv_does(team):
    (team.folder / "answers.csv").write_text(
        "Id,What should we do better?\n1,Open the door earlier\n2,=More chairs in the hall\n"
    )
    (team.folder / "download").write_bytes(xlsx(*ROWS))  # known by what is in it
    team.ok("import w.cxw answers.csv")
    said = team.ok("import w.cxw download --dry-run").splitlines()
    assert said[0] == "Sheet: “Answers”"
    assert said[-1] == "2 were imported before"


def test_another_sheet_is_chosen_by_its_name(team):
    data = workbook({"New shop": ROWS, "Old shop": [*ROWS, (3, "Answer the phone in the morning")]})
    (team.folder / "answers.xlsx").write_bytes(data)
    said = team.ok("import w.cxw answers.xlsx --dry-run")
    assert '“New shop”. Add --sheet "New shop" to change that.' in said
    assert "2 become new cards" in team.ok("import w.cxw answers.xlsx --sheet 'new shop'")
    assert "There is no sheet “3”" in team.refused("import w.cxw answers.xlsx --sheet 3")


def test_a_document_comes_in_by_its_questions(team):
    body = paragraph("What went well?", "H") + paragraph("Kind staff")
    body += paragraph("What should we do better?", "H") + paragraph("Open earlier")
    (team.folder / "notes.docx").write_bytes(docx(body, "H=heading 1"))
    said = team.ok("import w.cxw notes.docx").splitlines()
    assert said[1:3] == ["1 becomes a new card", "1 is praise, kept without a card"]


def test_our_own_list_in_markdown_comes_back_as_itself(team):
    for words in ("parking *here*\n  and there", "forms <b>", "=1+1", "12: they said"):
        team.ok(f"say w.cxw '{words}'")
    team.ok("group w.cxw 'Waiting: 1 2'")
    team.ok("export w.cxw --to list.md")
    assert team.ok("import w.cxw list.md --dry-run").splitlines()[-1] == "4 were imported before"
    text = (team.folder / "list.md").read_text("utf-8")
    (team.folder / "list.md").write_text(f"{text}- open earlier\n", "utf-8")
    assert "1 becomes a new card" in team.ok("import w.cxw list.md")


def test_our_own_workbook_comes_back_as_itself(team):
    team.ok("say w.cxw parking")
    team.ok("pick w.cxw 1")
    team.ok("export w.cxw --to all.xlsx")
    said = team.ok("import w.cxw all.xlsx --dry-run")
    assert "1 was imported before" in said
    assert "new card" not in said


PAGE = "<!DOCTYPE html><html><table><tr><td>Answer</td></tr></table></html>"
IWORK = {"Index/Document.iwa": b"", "Data/picture.png": b""}


@pytest.mark.parametrize(
    ("name", "data", "kind", "way_out"),
    [
        ("a.pdf", b"%PDF-1.7", "A PDF", "table or text it was made from"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "A picture", "paste them at stop 2"),
        ("a.xls", PAGE.encode(), "A web page", "save it as an Excel workbook"),
        ("a.xls", PAGE.encode("utf-16"), "A web page", "save it as an Excel workbook"),
        ("a.numbers", packed(IWORK), "A file of Numbers", "export it as Excel or Word"),
        ("a.pptx", packed({"ppt/presentation.xml": ""}), "A presentation", "Copy the words"),
        ("a.zip", packed({"answers.csv": "Answer"}), "A packed file", "Unpack it first"),
        ("a.rtf", b"{\\rtf1", "A rich text document", "save it as a Word document"),
        ("a.doc", compound_file("WordDocument", b""), "An old Word file", ".docx"),
        ("a.ppt", compound_file("PowerPoint Document", b""), "A presentation", "Copy the words"),
        ("a.xlsx", compound_file("EncryptedPackage", b""), "This file is locked", "password"),
        ("a.cxw", b"SQLite format 3\0", "A workshop", "is merged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(team, name, data, kind, way_out):
    (team.folder / name).write_bytes(data)
    said = team.refused(f"import w.cxw {name}")
    assert said.startswith(f"{kind}")
    assert way_out in said


def test_a_file_with_another_ending_than_its_own_is_read_as_what_it_is(team):
    (team.folder / "a.xlsx").write_text("Answer\nOpen earlier\nMore chairs\n")
    assert "2 become new cards" in team.ok("import w.cxw a.xlsx")
    (team.folder / "b.csv").write_bytes(docx(paragraph("Answer the phone")))
    assert "1 becomes a new card" in team.ok("import w.cxw b.csv")
    (team.folder / "c.xlsx").write_bytes(packed({"nothing": ""}))
    assert "damaged" in team.refused("import w.cxw c.xlsx")
