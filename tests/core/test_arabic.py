"""What Arabic does differently from languages with Latin letters."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop import i18n
from cxworkshop.exchange.paper_lines import ballot_lines, pile_lines
from cxworkshop.kept_together import kept_together
from cxworkshop.looks import after_months
from cxworkshop.promise_words import leads, promise_of
from cxworkshop.typed_days import read_day

TODAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def arabic():
    i18n.set_language("ar")


def test_a_promise_is_whole_with_an_arabic_comma():
    whole = "عندما يتصل أحدهم، نردّ خلال دقيقة"
    for when, we in ((whole, ""), ("", whole)):
        assert promise_of(when, we).sentence == f"{whole}."
    assert promise_of("عندما يتصل أحدهم،", "نردّ خلال دقيقة").sentence == f"{whole}."
    assert leads(whole, whole) == ("", "")
    i18n.set_language("en")  # on English paper it is still their sentence
    assert promise_of("", whole).sentence == f"{whole}."


def test_numbers_from_paper_are_read_with_arabic_commas_and_a_joined_and():
    (line,) = pile_lines("الانتظار: 3، ١٧؛ 22 و41")
    assert (line.headline, line.codes, line.strange) == ("الانتظار", (3, 17, 22, 41), ())
    (ballot,) = ballot_lines("17، 9")
    assert (ballot.code, ballot.votes) == ("17", 9)


def test_a_day_is_read_with_an_arabic_comma():
    assert read_day("الجمعة، 4 ديسمبر", TODAY) == date(2026, 12, 4)


@pytest.mark.parametrize("n", [1, 2, 3, 12, 100])
def test_a_count_of_days_is_kept_together_in_each_of_its_forms(n):
    said = i18n.ngettext("{n} day", "{n} days", n).format(n=n)
    assert " " not in said or str(n) not in said or kept_together(f"بعد {said} من اليوم")


def test_a_list_has_arabic_commas_and_months_have_their_forms():
    assert i18n.with_commas(["خبز", "كعك"]) == "خبز، كعك"
    assert after_months(3) != after_months(12).replace("12", "3")
