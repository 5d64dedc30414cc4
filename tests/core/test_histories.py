"""Random histories of several rounds: R13 and R14 hold, and a planted fault is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxworkshop import still_open
from cxworkshop.model import Pick
from cxworkshop.services import rounds
from tests.soak import histories

pytestmark = pytest.mark.slow


def test_no_later_action_rewrites_a_finished_round():
    row = histories.rewriting(6, seed=1)
    assert row.wrong == 0, row.note


def test_nothing_promised_drops_out_of_sight():
    row = histories.dropping(5, seed=1)
    assert row.wrong == 0, row.note


def test_a_pick_that_is_overwritten_by_another_30_days_is_found(monkeypatch):
    def overwritten(store, edit, old, round_id, today):
        again = replace(old, locked_on=None, start_on=today)
        edit.write(again)
        return again

    monkeypatch.setattr(rounds, "continue_pick", overwritten)
    assert histories.rewriting(8, seed=1).wrong > 0


def test_checks_that_end_with_their_round_are_found(monkeypatch):
    def of_this_round_alone(store):
        newest = still_open.current_round(store).id
        for pick in store.rows(Pick, round=newest):
            yield from still_open._OfPick(
                store, pick, still_open.latest_check(store, pick.id)
            ).things()

    monkeypatch.setattr(still_open, "_of_picks", of_this_round_alone)
    assert histories.dropping(4, seed=1).wrong > 0
