"""A paper is true on the day on which it is printed: no day that is over is still to come.

The plan is locked on 23 November; its check is due on Wed 23 December.
"""

from __future__ import annotations

import pytest

from tests.core.sheets.pdf_reading import text_of

BEFORE, ON_THE_DAY, LATE = "2026-12-14", "2026-12-23", "2027-01-04"


@pytest.fixture
def locked(typed):
    """Card 4, "phone", is locked in slot 1, with one first step."""
    typed.ok("pick w.cxw 4")
    typed.ok("plan w.cxw 1 --owner Mira --licence anything --giver Helena --start 2026-11-23")
    typed.ok("lock w.cxw 1 --reason 'we know it' --today 2026-11-23")
    return typed


@pytest.fixture
def paper(locked, tmp_path):
    """Prints a sheet on a day, and returns its words."""

    def paper(sheet: str, day: str) -> str:
        assert locked.run(f"print w.cxw {sheet} --to out --today {day}") == 0
        return text_of(tmp_path / "out" / f"{sheet}.pdf")

    return paper


def answer(shell, day: str) -> list[str]:
    """What card 4 is answered on a day."""
    wishes = shell.json(f"answers w.cxw --today {day}")["wishes"]
    return next(row["sentences"] for row in wishes if row["code"] == 4)


def test_customers_are_told_of_a_day_to_come_or_that_it_is_late(locked, paper):
    for day in (BEFORE, ON_THE_DAY):
        assert "On Wed 23 Dec we ask you what you notice." in paper("poster", day)
        assert "On Wed 23 Dec we ask you what you notice." in answer(locked, day)
    late = "We wanted to ask you on Wed 23 Dec. We are late, and still will."
    assert late in answer(locked, LATE)
    for sheet in ("poster", "thank-you", "answers"):
        words = paper(sheet, LATE)
        assert late in words
        assert "On Wed 23 Dec we ask" not in words


def test_once_some_have_answered_we_are_asking(locked, paper):
    locked.ok(f"heard w.cxw 1 'I see nothing' --mark no-difference --today {LATE}")
    words = paper("poster", LATE)
    assert "0 of 1 customer notices." in words
    assert "We are still asking." in words
    assert "23 Dec" not in words


def test_colleagues_read_that_asking_is_late(locked, paper):
    assert "phone: we ask customers on Wed 23 Dec." in paper("staff-page", BEFORE)
    late = "phone: we wanted to ask customers on Wed 23 Dec, and are late."
    assert late in paper("staff-page", LATE)
    assert "Customers are asked on Wed 23 Dec 2026." in paper("round-book", BEFORE)
    words = paper("round-book", LATE)
    assert "Customers were to be asked on Wed 23 Dec 2026. That is late." in words
    assert "customers asked Wed" not in words  # nobody was: it is what was planned
    assert "We ask customers on Wed 23 Dec 2026" in paper("fridge-card", BEFORE)
    assert "23 Dec" not in paper("fridge-card", LATE)


def test_a_check_that_was_put_down_is_not_promised(locked, paper):
    locked.ok(f"put-down w.cxw 1 --reason 'The shop is sold' --today {LATE}")
    for sheet in ("poster", "thank-you", "staff-page"):
        words = paper(sheet, LATE)
        assert "We began, and put it down" in words
        assert "ask you" not in words
        assert "ask customers" not in words
    assert "Put down: The shop is sold." in paper("round-book", LATE)
