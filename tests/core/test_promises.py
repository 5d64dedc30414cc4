"""The soak's harnesses, small: no promise about the file is broken.

They run large by `python tests/soak/run.py`, whose row `planted` shows that each of them finds a
fault that was planted for it.
"""

from __future__ import annotations

import pytest

from tests.soak import (
    damaged,
    faults,
    forged,
    forgetting,
    forgetting_steps,
    heavy_imports,
    hostile,
    hostile_notes,
    imports,
    injection,
    kills,
    long_kills,
    modes,
    odd_imports,
    old_pages,
    power_cuts,
    vanishing,
    window_imports,
)
from tests.soak.table import wrong

pytestmark = [pytest.mark.slow, pytest.mark.linux]


SEED = 7


@pytest.mark.parametrize("scenario", ["create", "edits", "resume", "commands", "forget"])
def test_no_power_cut_loses_what_was_promised(scenario):
    row = power_cuts.try_scenario(scenario, 6, SEED)
    assert (row.wrong, row.times > 3) == (0, True), row.note


def test_some_kills_lose_nothing_that_was_safe():
    assert wrong(kills.run(3, SEED)) == []


def test_of_a_long_change_that_is_killed_all_is_there_or_nothing():
    assert wrong(long_kills.run(2, SEED)) == []


def test_no_vanishing_data_folder_makes_a_promise_false():
    assert wrong(vanishing.run(3, SEED)) == []


def test_no_failing_disk_makes_a_promise_false():
    assert wrong(faults.run(2, SEED)) == []


def test_damaged_files_show_no_other_words():
    assert wrong(damaged.run(12, SEED)) == []


def test_forged_values_are_refused_or_harmless_at_every_door():
    assert wrong(forged.run(4, SEED)) == []


def test_hostile_files_get_their_sentence_and_are_not_touched():
    assert wrong(hostile.run(3, SEED, ["verify"])) == []


def test_hostile_notes_stop_nobody_and_lose_nothing():
    assert wrong(hostile_notes.run(2, SEED)) == []


def test_nobody_else_reads_what_is_kept_and_files_keep_their_modes():
    assert wrong(modes.run(2, SEED)) == []


def test_bad_imports_change_nothing_or_all():
    assert wrong(imports.run(6, SEED)) == []


def heavy_kinds() -> list[heavy_imports.Heavy]:
    """A few of all, and small; the soak command has them all."""
    return [*heavy_imports.of_places(), *heavy_imports.of_signs(20_000)][::32]


def test_imports_that_are_too_much_are_refused_or_taken():
    assert wrong([heavy_imports.try_all(heavy_kinds(), limits=heavy_imports.UNTIMED)]) == []


def odd_kinds() -> list[heavy_imports.Heavy]:
    return [*odd_imports.of_more_places(), *odd_imports.of_bytes()][::80]


def test_odd_imports_are_refused_or_taken_and_taken_back():
    kinds = odd_kinds()
    by_command = heavy_imports.try_all(kinds, "by the command", heavy_imports.UNTIMED)
    in_a_window = window_imports.in_the_window(kinds, limits=heavy_imports.UNTIMED)
    assert wrong([by_command, in_a_window]) == []


def test_hostile_words_are_harmless_wherever_they_are_written():
    assert wrong(injection.run(3, SEED)) == []


def test_not_a_byte_is_left_of_a_customer_who_was_forgotten():
    assert wrong(forgetting.run(2, SEED)) == []


def test_a_forgetting_that_is_killed_is_finished_at_the_next_opening():
    assert wrong(forgetting_steps.run(2, SEED)) == []


def test_no_page_from_before_a_forgetting_brings_anybody_back():
    assert wrong(old_pages.run(2, SEED)) == []
