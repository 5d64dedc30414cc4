"""One thing is counted as one thing, whichever command says so."""

from __future__ import annotations


def test_one_of_each_is_counted_in_the_singular(shell):
    today = "--today 2026-11-23"
    shell.ok(f"new w.cxw --team Team {today}")
    shell.ok("say w.cxw 'Nobody rings back' --kind regular")
    assert shell.ok("group w.cxw 'The phone: 1'") == "Group A, The phone: 1 customer, 1 card.\n"
    said = shell.ok("status w.cxw").splitlines()[1]
    assert said == "1 thing said by 1 customer; 1 card, 1 group"
    shell.ok("pick w.cxw A")
    assert shell.ok("criterion w.cxw 1 can yes") == "Slot 1: 1 of 4 is a yes.\n"
    assert "1 of 4 criteria is a yes" in shell.refused("lock w.cxw 1")
    refused = shell.refused("print w.cxw action-plan --slot 2 --slot 3 --to paper")
    assert refused.startswith("Nothing is picked in slots 2, 3.")
    began = shell.ok("next w.cxw --today 2026-12-23")
    assert began == "Round 2 has begun with 1 card on the list.\n"
