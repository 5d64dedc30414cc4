"""The example of docs/api.md runs, and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

from cxworkshop.workshop import Workshop
from tests.opened import parts_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"


def test_the_example_goes_once_round(tmp_path, monkeypatch, capsys):
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    monkeypatch.chdir(tmp_path)
    exec(compile(example, str(PAGE), "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["1 of 1 customer notices. True", "['Waiting on the phone']"]
    assert list((tmp_path / "paper").glob("*.pdf"))


def test_every_part_that_the_page_names_is_there(tmp_path):
    table = PAGE.read_text("utf-8").partition("## The parts")[2].partition("## Opening")[0]
    named = {
        name
        for row in re.findall(r"^\| (`.*?) \|", table, re.M)
        for name in re.findall(r"`(\w+)`", row)
    }
    with Workshop.new(tmp_path / "team.cxw", "Bakery") as workshop:
        workshop.save()
        assert named == parts_of(workshop).keys()
