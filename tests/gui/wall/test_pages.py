"""R11: nothing on the Wall is smaller than the back-row size; what does not fit goes on a page."""

from __future__ import annotations

import pytest

from cxworkshop.content.values.wall import (
    WallAsk,
    WallBigList,
    WallLine,
    WallOpened,
    WallSaid,
    WallTalk,
)
from cxworkshop.workshop import Workshop
from tests.gui.surface_workshops import make
from tests.gui.wall.every_wall import SIZES, misplaced, pages, subjects, texts, too_small
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import text
from ui.wall.tokens import SMALLEST, USUAL_PART, WallStyle

LONG = "It rings and rings and then a voice says that nobody is there, " * 30
HUGE_PART = 15  # of the height: a very deep room


@pytest.fixture(scope="module")
def workshop(app, tmp_path_factory):
    Theme(app)  # which brings the fonts
    with Workshop.open(make("bakery", tmp_path_factory.mktemp("wall"))) as opened:
        yield opened


@pytest.mark.parametrize("size", SIZES[:3], ids=str)  # the soak: all four, bright and dark
def test_painted_letters_are_never_lower_than_the_back_row_can_read(workshop, size):
    smallest = size[1] / USUAL_PART
    for name, subject in subjects(workshop).items():
        (page, *_more) = pages(workshop, subject, WallFrame.of(*size, smallest))
        assert texts(page), name
        assert too_small(page, size, smallest, dark=False) == [], name


def test_the_measure_finds_text_that_is_a_tenth_too_small(app):
    frame = WallFrame.of(1280, 720, 720 / USUAL_PART)
    words = {px: text("Nobody rings back", WallStyle(px, 60), 900) for px in (SMALLEST, 36)}
    fine, small = (frame.page((block, 100, 100)) for block in words.values())
    assert too_small(fine, (1280, 720), 720 / USUAL_PART, dark=True) == []
    assert len(too_small(small, (1280, 720), 720 / USUAL_PART, dark=True)) == 1


@pytest.mark.parametrize("part", [USUAL_PART, HUGE_PART])
def test_nothing_is_cut_and_nothing_lies_over_anything(workshop, part):
    for size in SIZES[:3]:
        for name, subject in subjects(workshop).items():
            for page in pages(workshop, subject, WallFrame.of(*size, size[1] / part)):
                assert list(misplaced(page)) == [], (name, size)
                assert all(piece.style.px >= SMALLEST for piece in texts(page)), name


def all_words(found) -> str:
    """All that is written on pages but for their numbers, without the line breaks."""
    lines = "\n".join(page.words for page in found).split("\n")
    return " ".join(line for line in lines if not line.startswith("page "))


def test_words_that_are_longer_than_a_page_go_on_on_the_next(app):
    frame = WallFrame.of(1024, 768, 768 / USUAL_PART)
    card = WallSaid(code="17", headline="", said=(LONG,), customers=2)
    line = WallLine(words=LONG, said=False, customers=3)
    for content in (
        WallOpened(letter="A", headline="Waiting", customers=2, asked=9, cards=(card,)),
        WallOpened(letter="", headline="", customers=2, asked=9, cards=(card,)),
        WallAsk(lead="What we ask", question=LONG),
        WallOpened(letter="A", headline=LONG, customers=2, asked=9, cards=(card,)),
        WallBigList(lines=(line,), customers=9, things=12),
    ):
        found = lay_out((content,), frame)
        assert len(found) > 1
        assert all(list(misplaced(page)) == [] for page in found)
        read = all_words(found)
        assert all(read.count(word) >= LONG.count(word) for word in ("rings", "voice", "there,"))
        assert "…" not in read
        assert f"page 1 of {len(found)}" in found[0].words


def test_older_words_that_do_not_fit_whole_are_left_out(app):
    frame = WallFrame.of(1920, 1080, 40)
    said = ("The door is heavy.", LONG, "Short.")
    found = lay_out((WallTalk(said=said, things=3, customers=2, planned=0, silent=()),), frame)
    read = all_words(found)
    assert "“The door is heavy.”" in read
    assert "It rings" not in read
    assert "All ten ways have an answer." in read
