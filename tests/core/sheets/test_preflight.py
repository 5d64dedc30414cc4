"""Checks before a print: likely names and missing letters; and the stock in the printer."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.sheets import PrintOptions, Sheet, jobs_for
from cxworkshop.sheets.job import PrintJob
from cxworkshop.sheets.preflight import Preflight, preflight, texts_in
from cxworkshop.sheets.stock import MAX_OFFSET, offset_of, stock_called, stocks
from cxworkshop.sheets.typesetting import fonts
from tests.core.sheets.sentences import SENTENCES
from tests.opened import new


@dataclass(frozen=True)
class Said:
    words: str
    said_by: str


@dataclass(frozen=True)
class Paper:
    team: str
    parts: tuple[Said, ...]
    more: dict[str, list[str]]
    count: int = 3
    day: date | None = None


EAST = Path(__file__).resolve().parents[2] / "files" / "fonts"
PAPER = Paper("Mr Team Name", (Said("Ask for Mrs Berg", "Zoe Quix, new"),), {"a": ["Zoe", "b"]})


def printed(content, *, quotes: bool = True) -> PrintJob:
    sheet = Sheet("x", 1, "X", lambda workshop, options: content, "", quotes=quotes)
    return PrintJob(sheet, content, PrintOptions(), "Corner Bakery", None, "en")


def test_every_text_of_a_sheet_is_found_however_deep_it_lies():
    found = list(texts_in(PAPER))
    assert found == ["Mr Team Name", "Ask for Mrs Berg", "Zoe Quix, new", "Zoe", "b"]
    assert list(texts_in(PAPER, frozenset({"team", "parts"}))) == ["Zoe", "b"]


def test_names_inside_what_was_said_are_found_not_those_that_were_asked_for():
    found = preflight([printed(PAPER)], known=["Zoe", "Zoe Quix"])
    assert found.names == ("Mrs Berg", "Zoe")


def test_a_name_that_breaks_over_two_lines_is_shown_on_one():
    values = Paper("", (Said("Ask for Mrs\nBerg", ""),), {})
    assert preflight([printed(values)]).names == ("Mrs Berg",)


def test_a_sheet_without_customers_words_has_no_likely_names():
    assert preflight([printed(PAPER, quotes=False)]).names == ()


def test_characters_without_a_letter_are_found_on_every_sheet():
    values = Paper("\U00013001", (Said("a\U00013000b", "\U00013001"),), {})
    assert preflight([printed(values, quotes=False)]).boxes == ("\U00013001", "\U00013000")
    assert preflight([printed(PAPER)]).boxes == ()


def test_of_1200_cards_all_words_are_looked_through(tmp_path):
    workshop = new(tmp_path / "many.cxw", "Team")
    with workshop.as_one("many"):
        talk = workshop.talk.begin(workshop.talk.next_customer(name="Zoltan").id)
        for number in range(1200):
            workshop.talk.say(f"thing {number}, said Zoltan", talk.id)
        ids = [card.id for card in workshop.big_list.board().cards]
        workshop.big_list.group(ids, "All", sure=True)
        workshop.pick.put(workshop.pick.subject("A"))
    jobs = jobs_for(workshop, ["action-plan"], PrintOptions())
    assert preflight(jobs, workshop.content.customers_names()).names == ("Zoltan",)


def test_an_offset_is_two_numbers_of_millimetres():
    assert offset_of("1.5,-2") == (1.5, -2.0)
    assert offset_of(f"{MAX_OFFSET},0") == (MAX_OFFSET, 0.0)


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "a,b", "nan,0", "0,inf", "20.1,0", "0,-21"])
def test_what_is_no_offset_is_refused_in_a_sentence(text):
    with pytest.raises(BadWords, match=r"is no offset\. Write millimetres, like 1\.5,-2"):
        offset_of(text)


def test_plain_paper_is_always_there_and_unknown_labels_name_the_known():
    assert stock_called(" ") == ""
    with pytest.raises(BadWords, match="no cards or labels called “napkins”"):
        stock_called("napkins")
    for stock in stocks():
        assert stock_called(stock.slug.upper()) == stock.slug


def test_fonts_that_help_are_named_and_used_as_soon_as_they_lie_there(monkeypatch, tmp_path):
    monkeypatch.setenv("CXW_HOME", str(tmp_path))
    monkeypatch.delenv("CXW_FONTS", raising=False)
    fonts.rescan()
    said = Said(SENTENCES["japanese"], ""), Said(SENTENCES["chinese"] + "\U00013000", "")
    job = printed(Paper("", said, {}))
    found = preflight([job])
    assert found.fonts == ("CXWJP-Regular.ttf", "CXWSC-Regular.ttf")
    assert "cxworkshop-east-asia.cxwfonts" in found.notes[-1]
    shutil.copytree(EAST, tmp_path / "fonts")
    found = preflight([job])
    assert (found.fonts, found.boxes) == ((), ("\U00013000",))
    assert len(found.notes) == 1
    monkeypatch.undo()
    fonts.rescan()


def test_of_many_letters_that_no_font_has_some_are_shown():
    (_names, said) = Preflight(("Mrs Berg",), tuple(map(chr, range(0x13000, 0x13100)))).notes
    assert said.count(" \U00013000") == 1
    assert said.endswith("\U0001301d …")
