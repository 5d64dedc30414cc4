"""Enter is never dead in a field of a dialog: it goes on, takes what is typed, or adds it."""

from __future__ import annotations

import pytest

from tests.gui.checks.focus import dead_enters
from tests.gui.surfaces import START, SURFACES, Screen

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("workshop", ["named", START])
def test_enter_does_something_in_every_field_of_a_dialog(window, tmp_path, until, workshop):
    screen, dead = Screen(window, workshop, 100, tmp_path, until), {}
    for surface in SURFACES:
        if surface.workshop == workshop and surface.dialog is not None:
            with surface.show(screen) as shown:
                dead[surface.name] = dead_enters(shown)
    assert len(dead) > 3
    assert {name: fields for name, fields in dead.items() if fields} == {}
