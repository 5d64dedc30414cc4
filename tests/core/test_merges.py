"""Random laptops merge without a loss, in any order; the soak tries 20,000 of them."""

from __future__ import annotations

from collections import Counter

import pytest

from cxworkshop.store.merging.rows import RowMerge
from tests.soak.merges import try_pair, try_triple


@pytest.mark.parametrize("seed", ["a", "b"])
def test_two_laptops_merged_both_ways_and_again_and_undone_lose_nothing(seed):
    assert try_pair(seed, Counter()) == ""


def test_three_laptops_end_the_same_in_all_six_orders():
    assert try_triple("a", Counter()) == ""


def test_a_merge_that_drops_what_the_other_wrote_is_noticed(monkeypatch):
    """The harness sees the fault that it is there for."""
    monkeypatch.setattr(RowMerge, "merged", lambda *_given: None)
    assert any(try_pair(f"fault {n}", Counter()) for n in range(12))
