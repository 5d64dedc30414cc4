"""The printed ballots and the printed grid of the four criteria."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from cxworkshop import catalogue
from cxworkshop.model import Criterion, CriterionAnswer
from cxworkshop.sheets import SHEETS
from cxworkshop.sheets.needs import NotYet
from cxworkshop.sheets.paper import A4, LETTER, MM
from cxworkshop.sheets.pick.criteria_grid import MOST
from tests.core.sheets.pdf_reading import (
    WORKSHOPS,
    compact,
    little,
    outside,
    pages,
    printed,
    printed_anew,
    roles,
    taken_apart,
    text_of,
)
from tests.opened import kept_open, new, until_the_test_ends

ASKED = "Which should we do first?"
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
ALL = pytest.mark.parametrize("size", WORKSHOPS)


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    with kept_open({size: make(folder) for size, make in WORKSHOPS.items()}) as made:
        yield made


def dotted(path: Path, page: int = 0) -> int:
    with taken_apart(path) as opened:
        return sum(bool(line["dash"]) for line in opened.pages[page].lines)


def boxes(path: Path) -> list[int]:
    """The number of boxes to tick on each page."""
    with taken_apart(path) as opened:
        return [
            sum(abs(one["width"] / MM - 4.2) < 0.1 and abs(one["height"] / MM - 4.2) < 0.1
                for one in page.curves)
            for page in opened.pages
        ]  # fmt: skip


@PAPERS
def test_each_ballot_has_three_lines_and_the_whole_list(workshops, tmp_path, paper):
    workshop = workshops["normal"]
    path = printed(workshop, "ballots", tmp_path, paper=paper)
    for number, text in enumerate(pages(path)):
        ballots = text.split(ASKED)[1:]
        assert len(ballots) >= 2
        assert dotted(path, number) == 3 * len(ballots)
        assert text.count("number or letter") == 3 * len(ballots)
        for ballot in ballots:
            for one in workshop.pick.candidates():
                words = one.subject.headline
                assert re.search(
                    rf"{one.subject.code}“?{re.escape(compact(words))}”?{one.customers}",
                    compact(ballot),
                )
    everyone = sum(text.count(ASKED) for text in pages(path))
    assert everyone >= sum(person.has_say for person in workshop.people.all()) > 0


def test_what_stands_on_a_ballot_is_typed_back_as_it_is(workshops, tmp_path):
    workshop = until_the_test_ends(WORKSHOPS["normal"](tmp_path))
    ballot = pages(printed(workshop, "ballots", tmp_path))[0].split(ASKED)[1]
    codes = re.findall(r"(?:^| )([A-Z]{1,2}|\d+) (?=“|What we|Cake)", ballot)
    assert {"D", "L", "6"} <= {*codes}
    workshop.pick.ballots.record([f"{code}: 9" for code in codes])
    votes = {one.subject.code: one.votes for one in workshop.pick.candidates()}
    assert {votes[code] for code in codes} == {9}


@PAPERS
def test_a_list_too_long_for_a_ballot_hangs_apart_and_nobody_is_missing(workshops, tmp_path, paper):
    path = printed(workshops["much"], "ballots", tmp_path, paper=paper)
    first, *others = pages(path)
    assert first.count(ASKED) == 10
    assert dotted(path) == 30
    listed = compact(" ".join(others))
    assert "The list hangs on the wall." in first
    for one in workshops["much"].pick.candidates():
        assert compact(one.subject.headline[:60]) in listed
    rows = [role for role, _alt in roles(path)]
    assert rows.count("TR") >= len(workshops["much"].pick.candidates())


@ALL
@PAPERS
def test_nothing_on_a_ballot_is_cut_off(workshops, tmp_path, size, paper):
    path = printed(workshops[size], "ballots", tmp_path, paper=paper)
    assert outside(path, (4, 6, paper.width - 4, paper.height - 6)) == []


@ALL
@PAPERS
def test_the_grid_stays_within_its_margins(workshops, tmp_path, size, paper):
    on = paper.landscape
    path = printed(workshops[size], "criteria-grid", tmp_path, paper=paper)
    assert outside(path, (on.left, on.top, on.right, on.bottom)) == []
    (page, *_more) = pypdfium2.PdfDocument(path)
    assert page.get_width() > page.get_height()


@PAPERS
def test_the_grid_asks_four_questions_of_each_the_most_heard_first(workshops, tmp_path, paper):
    workshop = workshops["normal"]
    path = printed(workshop, "criteria-grid", tmp_path, paper=paper)
    text = compact(" ".join(pages(path)))
    shown = workshop.pick.candidates()[:MOST]
    words = [compact(one.subject.headline) for one in shown]
    assert sorted(words, key=text.find) == words
    for one in shown:
        assert compact(f"{one.customers} customer") in text
    for page in pages(path):
        for criterion in catalogue.criteria():
            assert compact(criterion.title) in compact(page)
    rows = sum(boxes(path)) // 12
    assert sum(boxes(path)) == 12 * rows
    assert rows >= len(shown)
    left_out = len(workshop.pick.candidates()) - MOST
    assert f"{left_out} more, heard from fewer customers" in pages(path)[0]


def test_rows_to_write_on_fill_the_page(workshops, tmp_path):
    path = printed(workshops["little"], "criteria-grid", tmp_path)
    (count,) = boxes(path)
    assert count == 12 * 7
    assert dotted(path) == 4 + 6 * (4 + 2)
    assert "more, heard" not in text_of(path)


def test_what_was_answered_already_is_ticked_with_its_reason(tmp_path):
    workshop = until_the_test_ends(little(tmp_path))
    workshop.pick.put(workshop.pick.candidates()[0].subject)
    workshop.pick.judge(1, Criterion.CAN, CriterionAnswer.YES)
    workshop.pick.judge(1, Criterion.NOTICE, CriterionAnswer.UNSURE, "only at noon")
    path = printed(workshop, "criteria-grid", tmp_path)
    with taken_apart(path) as opened:
        marks = [one for one in [*opened.pages[0].curves, *opened.pages[0].lines]
                 if abs(one["linewidth"] - 1.7) < 0.01]  # fmt: skip
        words = opened.pages[0].words
    yes, unsure = sorted(mark["x0"] for mark in marks)
    assert yes < words["yes"]["x0"]
    assert 0 < words["noon"]["x1"] - unsure < 200
    assert "only at noon" in text_of(path)
    assert [alt for role, alt in roles(path) if role == "Figure"] == ["ticked", "ticked"]


def test_with_nothing_to_pick_there_is_no_grid_and_ballots_are_blank(tmp_path):
    empty = new(tmp_path / "empty.cxw", "Us")
    assert not SHEETS["criteria-grid"].sensible(empty)
    with pytest.raises(NotYet):
        printed(empty, "criteria-grid", tmp_path)
    text = text_of(printed(empty, "ballots", tmp_path))
    assert text.count("Which should we do first?") == 10
    assert text.count("number or letter") == 30


@pytest.mark.parametrize("slug", ["ballots", "criteria-grid"])
@pytest.mark.parametrize("size", ["normal", "much"])
def test_the_same_bytes_twice_one_headline_at_the_top_and_no_name(workshops, tmp_path, slug, size):
    one, two = (printed_anew(workshops[size], slug, tmp_path / str(n), names=True) for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()
    found = [role for role, _alt in roles(one)]
    assert found.count("H1") == 1
    assert next(role for role in found if role.startswith("H")) == "H1"
    assert "Nym" not in text_of(one)


def test_a_card_that_was_only_agreed_to_has_no_empty_quote(tmp_path):
    workshop = until_the_test_ends(little(tmp_path))
    said = workshop.big_list.board().cards[0]
    workshop.talk.agree(said.id)
    workshop.talk.set_aside(said.verbatims[0].id)
    for slug in ("cards", "ballots", "criteria-grid", "everything-said"):
        text = text_of(printed(workshop, slug, tmp_path))
        assert "“”" not in text, slug
    assert dotted(tmp_path / "cards.pdf") >= 2
