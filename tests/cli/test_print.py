"""The print command: which sheets, on what, and what is to be looked at first."""

from __future__ import annotations

import sys
from io import StringIO

import pypdfium2
import pytest

from cxworkshop.sheets import PACK, SHEETS, many_pages
from cxworkshop.sheets.stock import stocks
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import text_of


@pytest.fixture
def picked(typed):
    typed.ok("say w.cxw 'Ask for Mrs Quixberg \U00013000' --kind regular")
    typed.ok("pick w.cxw 5")
    return typed


def test_the_help_names_every_sheet_and_all_that_may_lie_in_the_printer(shell):
    said = shell.ok("print --help")
    for slug in [*SHEETS, PACK, *(stock.slug for stock in stocks())]:
        assert f"    {slug} " in said
    for option in (
        "--profile",
        "--offset X,Y",
        "--backs",
        "--link",
        "--paper",
        "--slot",
        "--names",
    ):
        assert option in said


def test_likely_names_and_letters_that_we_lack_are_said_beside_the_output(picked):
    assert picked.run("print w.cxw action-plan --to out") == 0
    assert picked.out.split() == ["out/action-plan.pdf"]
    assert picked.err.splitlines() == [
        "Before it goes on paper, look at what may be somebody’s name: Mrs Quixberg",
        "These characters have no letter in our fonts: \U00013000",
    ]


def test_where_there_is_nothing_to_look_at_nothing_is_said(typed):
    typed.ok("pick w.cxw 4")
    typed.ok("print w.cxw action-plan --to out")


def test_all_options_together_print(typed):
    typed.ok("pick w.cxw 4")
    options = "--offset=-1.5,2 --backs --link somewhere.invalid/more --paper letter --slot 1"
    typed.ok(f"print w.cxw action-plan {PACK} --to out {options}")
    page = pypdfium2.PdfDocument(typed.folder / "out" / "action-plan.pdf")[0]
    assert tuple(map(round, page.get_size())) == (612, 792)


class Terminal(StringIO):
    """Somebody sits there, and types this."""

    def isatty(self):
        return True


def test_before_many_pages_a_script_says_yes_beforehand_and_a_person_is_asked(typed, monkeypatch):
    monkeypatch.setattr(many_pages, "MANY", 4)
    order = "print w.cxw interview-guide --to out"
    sentence = "These are 4 pages. Choose fewer sheets, or say yes to all of them."
    assert typed.refused(order) == sentence
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert typed.run(order) == 2
    assert "These are 4 pages. Go on?" in typed.err
    assert "Nothing was printed." in typed.err
    assert not (typed.folder / "out").exists()
    typed.ok(f"{order} --yes")
    typed.ok("print w.cxw agenda --to out")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--offset 1", "“1” is no offset."),
        ("--offset 1,99", "“1,99” is no offset."),
        ("--profile napkins", "We know no cards or labels called “napkins”."),
    ],
)
def test_a_wrong_option_is_refused_before_anything_is_written(typed, options, sentence):
    typed.ok("pick w.cxw 4")
    assert typed.refused(f"print w.cxw --to out {options}").startswith(sentence)
    assert not (typed.folder / "out").exists()


def test_what_tells_others_is_noted_as_printed_once_for_its_own_round(shell):
    shell.ok("sample w.cxw --today 2026-11-23")
    shell.ok("print w.cxw poster-a3 staff-page action-plan --to out --today 2026-11-24")
    shell.ok("print w.cxw poster --to out --today 2026-11-25")
    shell.ok("print w.cxw answers --round 2 --to out --today 2026-11-25")
    noted = [line for line in shell.ok("history w.cxw").splitlines() if "was printed" in line]
    assert noted == ["2026-11-24  Note what was printed", "2026-11-25  Note what was printed"]
    assert shell.run("print w.cxw round-start --to out --today 2026-11-25") == 0
    text = text_of(shell.folder / "out" / "round-start.pdf")
    assert "The poster Tue 24 Nov · printed" in text
    assert "The page for all staff Tue 24 Nov · printed" in text
    assert "The answers" not in text


def test_a_print_that_cannot_be_noted_prints_all_the_same(shell):
    shell.ok("sample w.cxw --today 2026-11-23")
    held = Workshop.resume(shell.folder / "w.cxw", Holder.WINDOW)
    before = (shell.folder / "w.cxw").read_bytes()
    assert shell.run("print w.cxw poster --to out --today 2026-11-24") == 0
    held.file.leave()
    assert shell.out.split() == ["out/poster.pdf"]
    assert shell.err.startswith("It is not noted in the workshop that this was printed.")
    assert (shell.folder / "w.cxw").read_bytes() == before
