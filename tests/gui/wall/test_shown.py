"""What the projector shows is the page of now, pixel by pixel, whatever happened before."""

from __future__ import annotations

import pytest

from tests.gui.plugs import USUAL, Plugs
from tests.gui.wall.random_wall import RandomWall, wall_on
from tests.gui.wall.settling import settle
from ui.theme.motion import let_move

pytestmark = pytest.mark.linux


@pytest.fixture
def plugs(app):
    made = Plugs()
    yield made
    let_move(on=False)
    made.set(USUAL)
    settle()


def test_after_whatever_happens_the_screen_shows_the_page_of_now(plugs, bakery):
    wall_on(bakery, plugs)
    it = RandomWall(bakery, plugs, seed=4)
    done: list[str] = []
    for _round in range(15):
        done += [it.do() for _step in range(3)]
        it.rest()
        assert it.difference().isNull(), (done[-6:], it.difference())
