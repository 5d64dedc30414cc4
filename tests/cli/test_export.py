"""What is exported by command: each kind of file, and names only where they are asked for."""

from __future__ import annotations

from xml.etree import ElementTree

from PIL import Image


def test_plans_are_written_as_text(typed):
    typed.ok("pick w.cxw 4")
    plan = (
        "--promise 'When a customer rings, we answer' --owner Mira --step 'Ask for a second line'"
    )
    typed.ok(f"plan w.cxw 1 {plan}")
    typed.ok("export w.cxw --to plans.md --plans")
    written = (typed.folder / "plans.md").read_text("utf-8")
    assert "## 4 phone" in written
    assert "- Promise: When a customer rings, we answer." in written
    assert "- First step: Ask for a second line" in written


def test_names_are_written_only_where_they_are_asked_for(typed):
    typed.ok("export w.cxw --to list.csv")
    assert "name" not in (typed.folder / "list.csv").read_text("utf-8-sig").splitlines()[0]
    typed.ok("export w.cxw --to names.csv --names")
    assert "Customer’s name" in (typed.folder / "names.csv").read_text("utf-8-sig").splitlines()[0]


def test_each_ending_writes_its_own_kind_of_file(typed):
    typed.ok("pick w.cxw 4")
    begins = {
        "all.xlsx": b"PK",
        "said.docx": b"PK",
        "said.qdpx": b"PK",
        "days.ics": b"BEGIN:VCALENDAR",
        "all.json": b"{",
        "plans.docx --plans": b"PK",
        "plans.csv --for jira": b"\xef\xbb\xbfIssue Type,",
        "plans.csv --for azure-devops": b"\xef\xbb\xbfWork Item Type,",
    }
    for line, beginning in begins.items():
        name = line.split()[0]
        assert typed.ok(f"export w.cxw --to {line}").strip() == name
        assert (typed.folder / name).read_bytes().startswith(beginning)


def test_our_own_workbook_comes_back_as_itself(typed):
    typed.ok("export w.cxw --to all.xlsx")
    assert "4 were imported before" in typed.ok("import w.cxw all.xlsx --dry-run")


def test_a_sheet_is_a_picture_with_the_dots_that_were_asked_for(typed):
    typed.ok("export w.cxw --to pocket.png --sheet pocket-card --dpi 50")
    with Image.open(typed.folder / "pocket.png") as picture:
        assert picture.size == (414, 585)
        assert [round(dots) for dots in picture.info["dpi"]] == [50, 50]
        assert len(picture.getcolors(100_000)) > 10


def test_a_sheet_is_a_drawing_without_fonts_and_each_page_a_file(typed):
    out = typed.ok("export w.cxw --to guide.svg --sheet interview-guide").split()
    assert out == [f"guide-{n}.svg" for n in range(1, 5)]
    for name in out:
        drawing = ElementTree.parse(typed.folder / name).getroot()
        assert (drawing.get("width"), drawing.get("height")) == ("210mm", "297mm")
        assert drawing.findtext("{*}title").startswith("Interview")
        assert len(drawing.findall(".//{*}use")) > 100
        assert not drawing.findall(".//{*}text")


def test_what_may_be_a_name_is_said_beside_a_picture(typed):
    typed.ok("say w.cxw 'Mrs Zoltana Berg never rings back'")
    assert typed.run("export w.cxw --to said.svg --sheet everything-said") == 0
    assert "Zoltana Berg" in typed.err
