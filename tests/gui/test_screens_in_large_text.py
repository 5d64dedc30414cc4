"""The eight stops and the start page with large text: all six checks of `surfaces`."""

from __future__ import annotations

import pytest

from tests.gui.surfaces import START, SURFACES, Screen, all_faults

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("workshop", ["bakery", "empty", "named", START])
def test_all_on_the_stops_can_be_read_reached_and_heard(window, tmp_path, until, workshop):
    mine = [s for s in SURFACES if s.workshop == workshop and s.dialog is None]
    assert mine
    assert all_faults(Screen(window, workshop, 200, tmp_path, until), mine) == {}


def test_the_months_after_the_first_can_be_read_reached_and_heard(window, tmp_path, until):
    """In one size of the window; the soak command looks at all."""
    mine = [s for s in SURFACES if s.workshop == "library" and s.dialog is None]
    assert mine
    screen = Screen(window, "library", 200, tmp_path, until, sizes=())
    assert all_faults(screen, mine) == {}
