"""Many commands from one file of lines, on a workshop that is opened and saved once."""

from __future__ import annotations

import io
import sys

import pytest

from cxworkshop.cli import COMMANDS
from cxworkshop.commands.batch import NOT_HERE
from cxworkshop.stops.talk import Talk


@pytest.fixture
def batch(typed, monkeypatch):
    """Runs lines; returns the exit code."""

    def run(lines: str | bytes, options: str = "") -> int:
        data = lines.encode() if isinstance(lines, str) else lines
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        return typed.run(f"batch w.cxw {options}")

    return run


def titles(shell) -> list[str]:
    return [line[12:] for line in shell.ok("history w.cxw").splitlines()]


def test_fifty_commands_are_fifty_steps(typed, batch):
    before = len(titles(typed))
    said = "".join(f"say w.cxw 'The {n}. thing' --kind regular\n" for n in range(46))
    assert batch(f"{said}group w.cxw 'Waiting: 5 6 7'\npick w.cxw A\nundo w.cxw\nredo w.cxw\n") == 0
    assert typed.err == ""
    assert typed.out.splitlines()[0] == "Card 5, said by customer 5."
    assert typed.out.splitlines()[-1] == "Redone: Pick group A"
    assert len(titles(typed)) == before + 48
    assert typed.json("status w.cxw")["picks"] == ["A"]
    typed.ok("undo w.cxw")
    assert typed.json("status w.cxw")["picks"] == []
    typed.ok("undo w.cxw")
    assert typed.json("status w.cxw")["groups"] == 0


def test_the_first_line_that_is_refused_ends_it_and_what_came_before_stays(typed, batch):
    lines = "# up to three\n\n" + "".join(f"pick w.cxw {n}\n" for n in (1, 2, 3, 4)) + "undo w.cxw"
    assert batch(lines) == 2
    assert len(typed.out.splitlines()) == 3
    assert typed.err.startswith("Line 6: Three is the most for one round.")
    assert typed.err.endswith("(The 3 commands before it stay.)\n")
    assert len(typed.err.splitlines()) == 1
    assert typed.json("status w.cxw")["picks"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("pick w.cxw", "Line 1: Missing argument 'CARD'. See: cxworkshop pick --help"),
        ("peck w.cxw 1", "Line 1: No such command 'peck'."),
        ("say w.cxw 'half", "Line 1: A quotation mark or a backslash stands alone."),
        ("pick other.cxw 1", "Line 1: This batch is about w.cxw; other.cxw needs a batch of"),
        ("say w.cxw x --today soon", "Line 1: Invalid value for '--today': “soon” is not a day"),
        ("export w.cxw --to no/folder.csv", "Line 1: "),
        *(
            (f"{name} w.cxw", f"Line 1: “{name}” can’t stand in a batch.")
            for name in sorted(NOT_HERE)
        ),
    ],
)
def test_a_line_that_can_not_be_done_says_so_in_one_sentence(typed, batch, line, sentence):
    file = typed.folder / "w.cxw"
    before = file.read_bytes()
    assert batch(f"{line}\nundo w.cxw\n") == 2
    assert typed.err.startswith(sentence)
    assert typed.err.endswith("(Nothing was changed.)\n")
    assert len(typed.err.splitlines()) == 1
    assert file.read_bytes() == before


def test_lines_in_another_encoding_are_refused_before_the_first_is_done(typed, batch):
    assert batch(b"undo w.cxw\nsay w.cxw \xe9t\xe9\n") == 2
    assert typed.err == "Line 2 is not written in UTF-8. Nothing was changed.\n"
    assert batch("\ufeffsay w.cxw été\n") == 0
    assert titles(typed)[-1] == "Add what a customer said"


def test_each_line_may_have_a_day_of_its_own(typed, batch):
    lines = "next w.cxw\nnext w.cxw --today 2027-02-01\nsay w.cxw Bread\n"
    assert batch(lines, "--today 2027-01-04") == 0
    days = [line[:10] for line in typed.ok("history w.cxw").splitlines()]
    assert days[-3:] == ["2027-01-04", "2027-02-01", "2027-01-04"]


def test_what_is_looked_at_in_a_batch_has_the_lines_before_it(typed, batch):
    lines = "say w.cxw Bread\nlist w.cxw\nexport w.cxw --to list.csv\nprint w.cxw cards --to pdf\n"
    assert batch(lines) == 0
    assert "Bread" in typed.out
    assert "Bread" in (typed.folder / "list.csv").read_text("utf-8-sig")
    assert (typed.folder / "pdf" / "cards.pdf").is_file()


def test_a_failure_of_ours_names_its_line_and_keeps_what_came_before(typed, batch, monkeypatch):
    say = Talk.say

    def fails(self, words, *given, **named):
        if words == "Milk":
            raise RuntimeError(words)
        return say(self, words, *given, **named)

    monkeypatch.setattr(Talk, "say", fails)
    assert batch("say w.cxw Bread\nsay w.cxw Milk\n") == 1
    assert typed.err.startswith("Line 2: Something went wrong that should not have.")
    assert [row["headline"] for row in typed.json("list w.cxw")][-1] == "Bread"
    assert len(typed.json("list w.cxw")) == 5


def test_every_command_is_either_of_a_batch_or_not(typed, batch):
    """A command added later has to say whether it works on the workshop that is open already."""
    of_files = {"new", "sample", "fonts", "merge", "verify", "recover", "batch"}
    assert of_files == NOT_HERE - {"shot"}
    for name in sorted(set(COMMANDS) - of_files):
        assert batch(f"{name} other.cxw 1 yes no 1 --to x --add y") == 2


def test_its_help_says_how_lines_are_read(typed):
    assert "lines that begin with # are passed over" in " ".join(typed.ok("batch --help").split())
