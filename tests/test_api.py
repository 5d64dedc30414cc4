"""The examples of docs/api.md run, and do what they say."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from python_calamine import load_workbook

from cxworkshop.store.refusals import FileRefusal
from cxworkshop.workshop import Workshop
from tests.opened import parts_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)


def run(example: str) -> None:
    exec(compile(example, str(PAGE), "exec"), {})


def test_the_example_goes_once_round(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    round_, _in_and_out, by_sqlite = EXAMPLES
    run(round_)
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["1 of 1 customer notices. True", "['Waiting on the phone']"]
    assert list((tmp_path / "paper").glob("*.pdf"))
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    run(by_sqlite)
    read = capsys.readouterr().out.splitlines()
    assert "(1, 'Nobody answers the phone at noon', 1, 'regular')" in read
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_every_table_that_the_page_names_is_in_the_file(tmp_path):
    rows = PAGE.read_text("utf-8").partition("| table | holds |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (.*?) \|", rows, re.M)))
    with Workshop.new(tmp_path / "team.cxw", "Bakery") as workshop:
        workshop.save()
    with closing(sqlite3.connect(tmp_path / "team.cxw")) as file:
        tables = {name for (name,) in file.execute("select name from sqlite_master")}
    assert len(named) > 20
    assert set(named) <= tables


def test_what_another_program_writes_into_the_file_is_refused(tmp_path):
    path = tmp_path / "team.cxw"
    for change in (
        "update person set name = 'Eve'",
        "create view names as select name from person",
    ):
        with Workshop.new(tmp_path / "new.cxw", "Bakery") as workshop:
            workshop.people.find_or_add("Mira")
            workshop.save()
        (tmp_path / "new.cxw").replace(path)
        with closing(sqlite3.connect(path)) as other, other:
            other.execute(change)
        with pytest.raises(FileRefusal):
            Workshop.open(path)


def test_the_example_imports_groups_and_exports(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(EXAMPLES[1])
    book = load_workbook(str(tmp_path / "all.xlsx"))
    said = [row[1:4] for row in book.get_sheet_by_name("Big list").to_python()[1:]]
    assert said == [
        ["A", "", "Nobody answers the phone"],
        ["A", "", "The phone rings and rings"],
    ]
    assert {path.name for path in tmp_path.iterdir()} >= {"said.docx", "said.qdpx", "plans.csv"}


def test_every_part_that_the_page_names_is_there(tmp_path):
    table = PAGE.read_text("utf-8").partition("## The parts")[2].partition("\n## ")[0]
    named = {
        name
        for row in re.findall(r"^\| (`.*?) \|", table, re.M)
        for name in re.findall(r"`(\w+)`", row)
    }
    with Workshop.new(tmp_path / "team.cxw", "Bakery") as workshop:
        workshop.save()
        assert named == parts_of(workshop).keys()
