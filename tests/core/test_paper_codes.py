"""What the codes on paper say, and that nothing else is taken for one."""

from __future__ import annotations

import pytest

from cxworkshop.paper_codes import PaperCode, read_digits, short_identity

CARD = PaperCode("04711", "17")
HEADLINE = PaperCode("04711", "AB", 12)
VOTES = PaperCode("04711", "17", 3, 41), PaperCode("99999", "B", 999, 9999)


@pytest.mark.parametrize("code", [CARD, HEADLINE, *VOTES, PaperCode("00000", "999999")])
def test_what_is_printed_is_what_is_read(code):
    assert read_digits(code.digits) == code
    assert len(code.digits) == (24 if code.ballot else 16)


def test_a_digit_that_is_misread_is_noticed():
    for code in (CARD, HEADLINE, VOTES[0]):
        for place, digit in enumerate(code.digits):
            for other in "0123456789":
                wrong = code.digits[:place] + other + code.digits[place + 1 :]
                assert other == digit or read_digits(wrong) is None


@pytest.mark.parametrize("text", ["", "17", "4006381333931", "1" * 16, "9" * 24, "١" * 16])
def test_other_peoples_codes_say_nothing(text):
    assert read_digits(text) is None


def test_copies_of_a_workshop_have_one_short_identity_of_five_digits():
    assert short_identity("ff" * 16) == short_identity("ff" * 16) != short_identity("fe" * 16)
    assert short_identity("0" * 31 + "7") == "00007"
