"""A computer whose clock has lost its battery, or was set to another century."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from cxworkshop.ids import go_on_behind, new_id


def set_clock(monkeypatch, year):
    seconds = datetime(year, 1, 1, 12, tzinfo=UTC).timestamp()
    monkeypatch.setattr(time, "time", lambda: seconds)
    monkeypatch.setattr(time, "time_ns", lambda: int(seconds) * 10**9)


@pytest.mark.parametrize("year", [1970, 2108])
def test_all_is_read_and_exported_on_an_odd_day(typed, monkeypatch, year):
    set_clock(monkeypatch, year)
    assert "phone" in typed.ok("list w.cxw")
    for name in ("said.docx", "said.qdpx", "all.xlsx"):
        assert typed.ok(f"export w.cxw --to {name}").strip() == name
    typed.ok("import w.cxw said.docx --dry-run")


def test_a_clock_that_no_date_can_follow_is_said_in_a_sentence(typed, monkeypatch):
    def too_late():
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    monkeypatch.setattr(time, "time", too_late)
    for line in ("list w.cxw", "say w.cxw words", "new x.cxw --team X"):
        assert "clock is set to an impossible date" in typed.refused(line)


@pytest.mark.parametrize("year", [1960, 2110, 2300])
def test_what_is_made_on_an_odd_day_sorts_behind_what_was_there(monkeypatch, year):
    before = new_id()
    set_clock(monkeypatch, year)
    go_on_behind([before])
    after = [new_id(), new_id()]
    assert [before, *after] == sorted({before, *after})
