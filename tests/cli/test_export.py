"""What is exported by command beside the list: the plans, and names where they are asked for."""

from __future__ import annotations


def test_plans_are_written_as_text(typed):
    typed.ok("pick w.cxw 4")
    plan = (
        "--promise 'When a customer rings, we answer' --owner Mira --step 'Ask for a second line'"
    )
    typed.ok(f"plan w.cxw 1 {plan}")
    typed.ok("export w.cxw --to plans.md --plans")
    written = (typed.folder / "plans.md").read_text("utf-8")
    assert "## 4 phone" in written
    assert "- Promise: When a customer rings, we answer." in written
    assert "- First step: Ask for a second line" in written
    assert "as .md only" in typed.refused("export w.cxw --to plans.csv --plans")


def test_names_are_written_only_where_they_are_asked_for(typed):
    typed.ok("export w.cxw --to list.csv")
    assert "name" not in (typed.folder / "list.csv").read_text("utf-8-sig").splitlines()[0]
    typed.ok("export w.cxw --to names.csv --names")
    assert "Customer’s name" in (typed.folder / "names.csv").read_text("utf-8-sig").splitlines()[0]
    assert "as .csv only" in typed.refused("export w.cxw --to list.md --names")
