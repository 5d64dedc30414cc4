"""A new workshop on the Wall: every stop says something useful, and none counts noughts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cxworkshop.content.values.wall import WallSubject, subject_of_stop
from cxworkshop.workshop import Workshop
from tests.gui.wall.every_wall import misplaced, pages
from tests.opened import new
from ui.theme.theme import Theme
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.tokens import USUAL_PART

SIZES = ((1024, 768), (1280, 720), (1920, 1080))
STOPS = range(1, 9)


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


@pytest.fixture
def team(tmp_path) -> Workshop:
    return new(tmp_path / "team.cxw", "Corner Bakery", date(2026, 11, 23))


def wall(team: Workshop, subject: WallSubject, size: tuple[int, int]) -> list[WallPage]:
    found = pages(team, subject, WallFrame.of(*size, size[1] / USUAL_PART))
    assert [fault for page in found for fault in misplaced(page)] == []
    return found


def say(team: Workshop, words: str, name: str = "") -> None:
    who = team.talk.next_customer(kind="regular", name=name)
    team.talk.say(words, team.talk.begin(who.id).id)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("stop", STOPS)
def test_a_new_workshop_counts_no_noughts(team, stop, size):
    for page in wall(team, subject_of_stop(stop), size):
        words = " ".join(page.words.split())
        assert words
        assert not re.search(r"(?<![\d:])0 (?!min)|of 0\b", words), words


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("stop", STOPS)
def test_a_workshop_that_has_begun_fits_every_wall(team, stop, size):
    for words in ("The door is heavy.", "Nobody rings back.", "The bread was gone."):
        say(team, words)
    team.pick.put(team.pick.subject("1"))
    assert wall(team, subject_of_stop(stop), size)


def test_what_is_empty_is_said_in_the_middle_of_the_page(team):
    (page,) = wall(team, subject_of_stop(3), SIZES[-1])
    (said,) = (piece for piece in page.pieces if "Nothing on the list yet." in piece.words)
    assert page.height / 4 < said.box.center().y() < page.height * 3 / 4


def test_words_that_wait_are_not_said_to_be_missing(team):
    say(team, "Anna Schulz was rude to me.", name="Anna Schulz")
    for stop in (2, 3):
        words = " ".join(page.words for page in wall(team, subject_of_stop(stop), SIZES[-1]))
        assert "These words wait" in " ".join(words.split())
