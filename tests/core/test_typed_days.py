"""Days are read as people type them, and refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.i18n import speaking
from cxworkshop.typed_days import next_monday, read_day
from tests.translations import HEADER, translate

TODAY = date(2026, 11, 29)  # a Sunday


@pytest.mark.parametrize(
    "typed",
    ["4 Dec", "dec 4", "4. December", "4th of December", "4.12.", "4.12.26", "4. 12. 2026",
     "2026-12-04", "04-12-2026", "Fri 4 Dec", "Fri 4 Dec 2026", "Fri 4.12.", "Friday", "fr"],
)  # fmt: skip
def test_a_day_is_read_in_many_ways(typed):
    assert read_day(typed, TODAY) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2026, 11, 29)),
        ("Tomorrow", date(2026, 11, 30)),
        ("yesterday", date(2026, 11, 28)),
        ("sunday", date(2026, 12, 6)),
        ("10 Jan", date(2027, 1, 10)),
        ("10 Oct", date(2026, 10, 10)),
        ("13/12", date(2026, 12, 13)),
        ("12/13", date(2026, 12, 13)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_what_is_near_is_meant(typed, day):
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "“soon” is no day we can read. Try 6 Dec, 2026-12-06 or “tomorrow”."),
        ("4", "“4” is no day we can read. Try 6 Dec, 2026-12-06 or “tomorrow”."),
        ("ma 4", "“ma 4” is no day we can read. Try 6 Dec, 2026-12-06 or “tomorrow”."),
        ("4/12", "“4/12” can be read in two ways. Write the month as a word: 4 Dec."),
        ("31 Nov", "There is no such day in the calendar."),
        ("4 Dec 3000", "The year has to be between 1990 and 2199."),
    ],
)
def test_what_is_no_day_is_refused_in_words(typed, sentence):
    with pytest.raises(BadWords) as refused:
        read_day(typed, TODAY)
    assert str(refused.value) == sentence


def test_next_monday_is_never_today():
    assert next_monday(TODAY) == date(2026, 11, 30)
    assert next_monday(date(2026, 11, 30)) == date(2026, 12, 7)


def test_days_are_read_in_the_language_of_the_screen(tmp_path, monkeypatch):
    said = {"Dec": "Dez", "Friday": "Freitag", "tomorrow": "morgen"}
    po = HEADER + "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in said.items())
    assert translate(tmp_path, "de", po) == []
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    with speaking("de"):
        assert read_day("4. Dez", TODAY) == read_day("Freitag", TODAY) == date(2026, 12, 4)
        assert read_day("morgen", TODAY) == date(2026, 11, 30)
        assert read_day("4 December", TODAY) == date(2026, 12, 4)
