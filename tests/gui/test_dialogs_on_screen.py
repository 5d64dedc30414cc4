"""Every dialog and the Print page at two sizes of text: the checks of `surfaces`."""

from __future__ import annotations

import pytest

from tests.gui.surfaces import SUITE, SURFACES, Screen, all_faults, dialogs_of_the_program

pytestmark = pytest.mark.slow

DIALOGS = [surface for surface in SURFACES if surface.dialog is not None]


@pytest.mark.parametrize("percent", SUITE)
@pytest.mark.parametrize("workshop", sorted({surface.workshop for surface in DIALOGS}))
def test_everything_in_dialogs_can_be_read_reached_and_heard(
    window, tmp_path, until, workshop, percent
):
    mine = [surface for surface in DIALOGS if surface.workshop == workshop]
    screen = Screen(window, workshop, percent, tmp_path, until)
    assert all_faults(screen, mine) == {}


def test_every_dialog_of_the_program_is_in_the_table():
    assert dialogs_of_the_program() == {surface.dialog for surface in DIALOGS}
