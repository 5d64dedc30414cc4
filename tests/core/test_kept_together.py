"""Days, counts and rounds are not parted where a line ends, in any language."""

from __future__ import annotations

import pytest

from cxworkshop import days, i18n
from cxworkshop.kept_together import kept_together, without_breaks
from cxworkshop.sheets.typesetting.text import Style, lines
from tests.translations import HEADER, translate

SAID = "Asked Fri 11 Dec 2026 and on 4 May 2027: 2 of 2 notice, 30 days after Round 3"
GERMAN = (
    '\nmsgid "{weekday} {day} {month}"\nmsgstr "{weekday}, {day}. {month}"\n'
    '\nmsgid "Fri"\nmsgstr "Fr"\n\nmsgid "Dec"\nmsgstr "Dez"\n'
    '\nmsgid "{n} of {all}"\nmsgstr "{n} von {all}"\n'
)


def kept(text: str) -> list[str]:
    return [text[start:end] for start, end in kept_together(text)]


def test_days_counts_and_rounds_stay_on_one_line():
    assert kept(SAID) == ["Fri 11 Dec 2026", "4 May 2027", "2 of 2", "30 days", "Round 3"]
    assert kept("We may 3 times") == []
    assert without_breaks("due Fri 11 Dec, in time") == "due Fri\u00a011\u00a0Dec, in time"


def test_in_another_language_its_own_way_to_write_them_counts(tmp_path, monkeypatch):
    translate(tmp_path, "de", HEADER + GERMAN)
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    with i18n.speaking("de"):
        day = days.short(days.date(2026, 12, 11))
        assert day == "Fr, 11. Dez"
        assert kept(f"Gefragt am {day}: 2 von 2, nicht 2 of 2") == [day, "2 von 2"]


@pytest.mark.parametrize("width", range(50, 260, 19))
def test_no_line_on_paper_ends_inside_of_a_day_unless_it_is_wider_than_the_line(width):
    whole = [lines(one, Style(), 500).widest for one in kept(SAID)]
    said = [SAID[line.start : line.end] for line in lines(SAID, Style(), width).lines]
    assert " ".join(said) == SAID
    for one, wide in zip(kept(SAID), whole, strict=True):
        assert any(one in line for line in said) is (wide <= width)
