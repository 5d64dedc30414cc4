"""What the room reads of an improvement that is told: nothing that nobody said, no empty line."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.content.values.wall import WallPoster
from tests.gui.wall.every_wall import misplaced
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.tokens import USUAL_PART

TOPIC = "Ringing back on the same day"


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


def read(quote: str = "Nobody rings back.", coming: str = "On Mon 21 Dec we ask you.") -> str:
    poster = WallPoster(
        team="Corner Bakery",
        month=date(2026, 11, 1),
        quote=quote,
        topic=TOPIC,
        lead="We are doing",
        ours="When you ring, we ring back on the same day.",
        now="",
        notice=0,
        answered=0,
        counted="",
        coming=coming,
    )
    words = []
    for size in ((1024, 768), (1920, 1080)):
        found = lay_out((poster,), WallFrame.of(*size, size[1] / USUAL_PART))
        assert [fault for page in found for fault in misplaced(page)] == []
        words.append(" ".join(" ".join(page.words.split()) for page in found))
    return words[-1]


def test_what_customers_said_what_we_do_and_what_comes():
    words = read()
    parts = ("You said", "Nobody rings back.", "We are doing", "You say now", "On Mon 21 Dec")
    assert [words.index(part) for part in parts] == sorted(words.index(part) for part in parts)
    assert TOPIC not in words


def test_our_own_headline_is_not_what_a_customer_said():
    words = read(quote="")
    assert "You said" not in words
    assert words.index(TOPIC) < words.index("We are doing")


def test_a_step_without_words_is_left_out():
    assert "You say now" not in read(coming="")
