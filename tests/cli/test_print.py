"""The print command: which sheets, on what, and what is to be looked at first."""

from __future__ import annotations

import pypdf
import pytest

from cxworkshop.sheets import PACK, SHEETS
from cxworkshop.sheets.stock import stocks


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
    page = pypdf.PdfReader(typed.folder / "out" / "action-plan.pdf").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


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
