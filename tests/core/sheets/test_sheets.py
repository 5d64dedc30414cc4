"""The list of sheets: which can be printed now, on which paper, under which name."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from inspect import signature

import pypdf
import pypdfium2
import pytest

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.sheets import SHEETS, PrintOptions, jobs_for, write_sheets
from cxworkshop.sheets.paper import A4, LETTER, MM, paper_called
from tests.core.sheets.pdf_reading import pages
from tests.opened import new


@pytest.fixture
def workshop(tmp_path):
    opened = new(tmp_path / "team.cxw", "Harbour Street Branch", date(2026, 11, 23))
    talk = opened.talk.begin(opened.talk.next_customer(kind="regular", name="Ada Nym").id)
    opened.talk.say("I took the morning off and nobody told me it had moved.", talk.id)
    return opened


def size(path):
    return tuple(side / MM for side in pypdfium2.PdfDocument(path)[0].get_size())


def pick(workshop):
    workshop.pick.put(workshop.pick.candidates()[0].subject)


def test_all_that_makes_sense_is_written_on_the_workshops_own_paper(workshop, tmp_path):
    pick(workshop)
    workshop.prepare.choose_paper("Letter")
    written = {path.name: path for path in write_sheets(workshop, (), tmp_path / "paper")}
    path = written["action-plan.pdf"]
    assert size(path) == pytest.approx((LETTER.width, LETTER.height), abs=0.01)
    assert "I took the morning off" in pages(path)[0]


def test_one_print_may_be_on_other_paper(workshop, tmp_path):
    pick(workshop)
    (path,) = write_sheets(workshop, ["action-plan"], tmp_path, PrintOptions())
    assert size(path) == pytest.approx((A4.width, A4.height), abs=0.01)


def test_large_print_is_half_as_large_again_on_the_same_paper(workshop, tmp_path):
    usual, large = (first_page(workshop, "interview-guide", tmp_path, large=on) for on in (0, 1))
    assert usual.mediabox == large.mediabox
    assert b"1.5 0 0 1.5 0 0 cm" in large.get_contents().get_data()
    assert b"1.5 0 0 1.5 0 0 cm" not in usual.get_contents().get_data()


def test_a_form_without_room_to_be_large_goes_onto_larger_paper(workshop, tmp_path):
    cards = first_page(workshop, "blank-cards", tmp_path, large=True, paper=LETTER)
    tabloid = [279.4, 431.8]
    assert [float(side) / MM for side in cards.mediabox[2:]] == pytest.approx(tabloid, abs=0.01)
    labels = {"large": True, "profile": "a4-99x38"}
    assert first_page(workshop, "blank-cards", tmp_path, **labels).mediabox[2] < 600


def first_page(workshop, slug, folder, **options):
    (path,) = write_sheets(workshop, [slug], folder, PrintOptions(**options))
    return pypdf.PdfReader(path).pages[0]


def test_the_foot_says_whether_customers_names_are_on_the_page(workshop, tmp_path):
    pick(workshop)
    without, with_ = (
        write_sheets(workshop, ["action-plan"], tmp_path / str(names), PrintOptions(names=names))[0]
        for names in (False, True)
    )
    assert "shown without names" in pages(without)[0]
    assert "shown without names" not in pages(with_)[0]
    assert "names are on this page" in pages(with_)[0]


@pytest.mark.parametrize("slug", ["poster", "thank-you", "fridge-card", "year-book"])
def test_what_customers_see_names_none_of_them_whatever_was_turned_on(workshop, tmp_path, slug):
    pick(workshop)
    (path,) = write_sheets(workshop, [slug], tmp_path, PrintOptions(names=True))
    text = pages(path)[0]
    assert "Nym" not in text
    assert "names are on this page" not in text


def test_with_nothing_picked_there_is_no_plan_to_print_yet(workshop):
    slugs = {job.sheet.slug for job in jobs_for(workshop, (), PrintOptions())}
    assert "cards" in slugs
    assert "action-plan" not in slugs


def test_an_unknown_sheet_and_an_unknown_paper_name_the_known_ones(workshop, tmp_path):
    with pytest.raises(NotFound, match="action-plan"):
        write_sheets(workshop, ["poster-of-dreams"], tmp_path)
    with pytest.raises(BadWords, match="A4, Letter"):
        paper_called("napkin")


def test_every_sheet_names_a_function_that_draws_it():
    named = [sheet.draw for sheet in SHEETS.values()]
    assert len(set(named)) == len(named)
    for sheet in SHEETS.values():
        content, options = list(signature(sheet.draw_function()).parameters)
        assert options == "options", (sheet.slug, content)


def test_the_list_of_sheets_needs_nothing_heavy():
    assert "action-plan" in SHEETS
    code = "import sys, cxworkshop.sheets; print(*({'reportlab', 'uharfbuzz'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
