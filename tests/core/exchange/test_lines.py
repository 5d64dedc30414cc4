"""What is pasted: lines without bullets, and what is too much for it."""

from __future__ import annotations

import pytest

from cxworkshop.exchange.lines import (
    MOST_CHARACTERS,
    MOST_LINES,
    TooMuchToPaste,
    pasted_lines,
    refuse_whole_files,
)
from tests.opened import new


def test_bullets_and_empty_lines_are_taken_off():
    assert pasted_lines("- Ring me\n\n 2) Open at eight\r\n") == ["Ring me", "Open at eight"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\n" * (MOST_LINES + 1), "That is 1,001 lines, and 1,000 are the most"),
        ("a" * (MOST_CHARACTERS + 1), "That is 500,001 characters, and 500,000 are the most"),
    ],
)
def test_a_whole_file_is_not_pasted(text, words):
    with pytest.raises(TooMuchToPaste, match=words):
        refuse_whole_files(text)


def test_empty_lines_do_not_count():
    refuse_whole_files("a\n\n" * MOST_LINES)


def test_nobody_is_found_by_a_name_that_nobody_can_have(tmp_path):
    workshop = new(tmp_path / "w.cxw", "Team")
    workshop.talk.next_customer(name="Zoltana")
    assert workshop.talk.customers.find("Zoltana") is not None
    assert workshop.talk.customers.find("x" * 501) is None
    assert workshop.talk.customers.find(" ") is None
