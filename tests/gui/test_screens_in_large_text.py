"""The eight stops and the start page with large text: the checks of `surfaces`.

The soak command looks at an empty workshop and at the months after the first as well.
"""

from __future__ import annotations

import pytest

from tests.gui.surfaces import LARGE, START, SURFACES, Screen, all_faults

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("workshop", ["bakery", "named", START])
def test_all_on_the_stops_can_be_read_reached_and_heard(window, tmp_path, until, workshop):
    mine = [s for s in SURFACES if s.workshop == workshop and s.dialog is None]
    assert mine
    assert all_faults(Screen(window, workshop, LARGE, tmp_path, until), mine) == {}
