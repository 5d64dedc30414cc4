"""The printed sheets of stops 6 and 7: check sheets and staff tests."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop import catalogue
from cxworkshop.errors import Refusal
from cxworkshop.model import Customer
from cxworkshop.sheets import PrintOptions, write_sheets
from cxworkshop.sheets.paper import A4, LETTER, MM
from tests.core.sheets.pdf_reading import taken_apart
from tests.crammed import LONG_NAME, crammed
from tests.opened import new

PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    with crammed(tmp_path_factory.mktemp("c") / "c.cxw") as workshop:
        yield workshop


def boxes(path, page: int) -> int:
    """The number of boxes to tick: only they are drawn with this line width."""
    with taken_apart(path) as opened:
        found = [one for one in opened.pages[page].curves if one["linewidth"] == pytest.approx(0.8)]
    return sum(4.0 < one["width"] / MM < 4.4 for one in found)


@PAPERS
def test_a_check_sheet_has_ten_numbered_rows_with_four_marks_on_one_page(
    shop, tmp_path, words_of, paper
):
    pages = words_of(shop, "check-sheet", paper=paper)
    assert len(pages) == len(shop.pick.slots())
    for number in range(len(pages)):
        assert boxes(tmp_path / "check-sheet.pdf", number) == 40
    for words in ("They notice", "No difference", "Worse", "Cannot tell", "In their words"):
        assert words in pages[0]
    assert catalogue.check_question() in pages[0]


def test_what_they_said_before_is_on_top_and_what_we_expect_is_covered(shop, words_of):
    pages = words_of(shop, "check-sheet")
    for slot, pick in shop.pick.slots().items():
        before = [words for row in shop.check.asked(pick.id).rows for words in row.before]
        assert any(words in pages[slot - 1] for words in before)
        assert pick.expectation
        assert pick.expectation[:25] not in pages[slot - 1]


def test_those_to_be_asked_stand_in_the_rows_by_number_and_more_of_them_get_more_rows(
    full, tmp_path, words_of
):
    pages = words_of(full, "check-sheet", slots=(1,))
    first = full.pick.slots()[1].id
    waiting = full.check.to_ask(first)
    assert len(waiting) > 10
    text = " ".join(pages)
    assert all(f"no. {customer.number}, " in text for customer in waiting)
    path = tmp_path / "check-sheet.pdf"
    assert sum(boxes(path, n) for n in range(len(pages))) == 4 * len(waiting)
    assert all("In their words" in page for page in pages)  # the head again on each page


def test_names_are_on_a_check_sheet_only_for_the_person_going_back(full, words_of):
    assert "Zebulon" not in " ".join(words_of(full, "check-sheet"))
    named = " ".join(words_of(full, "check-sheet", names=True))
    assert "Zebulon" in named
    assert "names are on this page" in named


@PAPERS
def test_the_staff_test_asks_its_question_under_six_headings(shop, words_of, paper):
    pages = words_of(shop, "staff-test", paper=paper)
    assert len(pages) == len(shop.pick.slots())
    question = catalogue.staff_question()
    for page in pages:
        assert question in page
        assert "Asking number 1" in page
        for heading in catalogue.headings():
            assert heading.title in page


def test_what_was_answered_and_what_is_mended_stand_on_the_staff_test(full, words_of, tmp_path):
    pick = full.pick.slots()[3].id
    full.staff_test.add_answer(pick, "written", "A card beside the till", "left of the till")
    ines = full.people.find_or_add("Ines")
    full.staff_test.mark_not_sure(pick, "Write the second card too", ines, date(2026, 12, 9))
    page = " ".join(words_of(full, "staff-test", slots=(3,)))
    for words in ("A card beside the till", "left of the till", "Write the second card too", "Ines",
                  "Wed 9 Dec"):  # fmt: skip
        assert words in page


@PAPERS
def test_a_stranger_begins_where_it_is_written_and_names_nobody_of_us(full, words_of, paper):
    page = " ".join(words_of(full, "stranger-trial", paper=paper, slots=(1,)))
    assert "in the green folder beside the till" in page
    assert "Ask nobody" in page
    assert f"Helper 1 {LONG_NAME}" not in page
    assert not [row.name for row in full._store.rows(Customer) if row.name and row.name in page]


@pytest.mark.parametrize("slug", ["check-sheet", "staff-test", "stranger-trial"])
def test_with_nothing_picked_each_says_so_and_writes_nothing(slug, tmp_path):
    empty = new(tmp_path / "e.cxw", "A team", date(2026, 11, 23))
    with pytest.raises(Refusal, match="Nothing is picked yet"):
        write_sheets(empty, [slug], tmp_path / "paper", PrintOptions())
    assert not (tmp_path / "paper").exists()
