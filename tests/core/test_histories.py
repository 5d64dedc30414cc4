"""Random histories of several rounds: R13 and R14 hold."""

from __future__ import annotations

import pytest

from tests.soak import histories

pytestmark = pytest.mark.slow


def test_no_later_action_rewrites_a_finished_round():
    row = histories.rewriting(6, seed=1)
    assert row.wrong == 0, row.note


def test_nothing_promised_drops_out_of_sight():
    row = histories.dropping(5, seed=1)
    assert row.wrong == 0, row.note
