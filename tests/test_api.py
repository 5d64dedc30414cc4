"""The example of docs/api.md runs, and does what it says."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from cxworkshop.on_demand import Part
from cxworkshop.workshop import Workshop

LATER = (Part, cached_property)  # what is made when it is first asked for
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
        later = {name for name, found in vars(Workshop).items() if isinstance(found, LATER)}
        parts = later | {name for name in vars(workshop) if not name.startswith("_")}
    assert named == parts
