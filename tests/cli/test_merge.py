"""Other laptops' copies are put into a workshop by command."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture
def copies(typed):
    """The workshop and Anna's copy of it: both have gone on with the plan of card 3."""
    typed.ok("pick w.cxw 3 --today 2026-11-23")
    typed.ok("group w.cxw 'Waiting: 1 2'")
    shutil.copy(typed.folder / "w.cxw", typed.folder / "anna.cxw")
    typed.ok("plan w.cxw 1 --owner Mira --promise 'it is late, we call' --today 2026-11-24")
    typed.ok("say w.cxw hello --today 2026-11-24")
    typed.ok("plan anna.cxw 1 --owner Ben --start 2026-11-30 --today 2026-11-25")
    typed.ok("say anna.cxw bread --today 2026-11-25")
    typed.ok("pick anna.cxw 5 --today 2026-11-25")
    return typed


def owner(copies) -> str:
    return copies.json("status w.cxw")["improvements"][0]["owner"]


def test_both_laptops_work_is_there_and_what_they_disagree_on_is_told(copies):
    said = copies.ok("merge w.cxw anna.cxw --dry-run")
    assert "anna.cxw would bring 1 new card, 1 thing said, 1 new customer" in said
    assert "Their card 5 is card 6 here." in said
    assert "Their customer 5 is customer 6 here." in said
    assert len(copies.json("list w.cxw")) == 5  # nothing is changed yet
    (line,) = (line for line in said.splitlines() if line.startswith("  1. "))
    assert line == (
        "  1. Plan of card 3, owner: here “Mira” (Tue 24 Nov 2026), "
        "in anna.cxw “Ben” (Wed 25 Nov 2026). Theirs was taken."
    )
    copies.ok("merge w.cxw anna.cxw")
    cards = {row["code"]: row for row in copies.json("list w.cxw")}
    assert (cards[5]["verbatims"], cards[6]["verbatims"]) == (["hello"], ["bread"])
    first, second = copies.json("status w.cxw")["improvements"]
    assert (first["owner"], first["start"], second["card"]) == ("Ben", "2026-11-30", 6)
    assert copies.ok("merge w.cxw anna.cxw") == "anna.cxw: everything in it is here already.\n"
    copies.ok("verify w.cxw")
    assert copies.ok("undo w.cxw") == "Undone: Merge anna.cxw\n"
    assert (owner(copies), len(copies.json("list w.cxw"))) == ("Mira", 5)


def test_a_person_chooses_what_is_taken_and_is_not_asked_again(copies):
    assert "no disagreement 2" in copies.refused("merge w.cxw anna.cxw --ours 2")
    merged = copies.json("merge w.cxw anna.cxw --ours 1")
    assert [line["taken"] for line in merged[0]["conflicts"]] == ["ours"]
    assert owner(copies) == "Mira"
    copies.ok("merge w.cxw anna.cxw")
    copies.ok("merge anna.cxw w.cxw")  # and the choice reaches the other laptop
    assert copies.json("status anna.cxw")["improvements"][0]["owner"] == "Mira"


def test_several_copies_are_one_step_and_never_more_than_three_picks(copies):
    shutil.copy(copies.folder / "anna.cxw", copies.folder / "ben.cxw")
    for n, name in enumerate(("anna", "ben"), 1):
        copies.ok(f"say {name}.cxw wish-{n} --today 2026-11-26")
        copies.ok(f"pick {name}.cxw {n + 1 if n == 1 else 6} --swap 5 --today 2026-11-26")
        copies.ok(f"pick {name}.cxw 4 --today 2026-11-26")
    assert "one file at a time" in copies.refused("merge w.cxw anna.cxw ben.cxw --ours 1")
    said = copies.ok("merge w.cxw anna.cxw ben.cxw")
    assert "Three is the most for one round" in said
    assert len(copies.json("status w.cxw")["picks"]) == 3
    copies.ok("undo w.cxw")
    assert copies.json("status w.cxw")["picks"] == [3]


def test_a_customer_who_was_forgotten_on_one_laptop_is_forgotten_on_the_other(copies):
    from cxworkshop.services.files import Holder
    from cxworkshop.workshop import Workshop

    with Workshop.resume(copies.folder / "anna.cxw", Holder.COMMAND) as anna:
        (customer,) = (row for row, _said in anna.privacy.customers() if row.number == 4)
        anna.privacy.forget(customer.id)
        anna.save()
    assert "Customer 4 was forgotten on request" in copies.refused("merge w.cxw anna.cxw")
    copies.ok("merge w.cxw anna.cxw --yes")
    copies.ok("verify w.cxw")
    for way in ("w.cxw anna.cxw", "anna.cxw w.cxw"):
        copies.ok(f"merge {way} --yes")
    for name in ("w", "anna"):
        assert all(row["headline"] != "phone" for row in copies.json(f"list {name}.cxw"))
        assert b"phone" not in (copies.folder / f"{name}.cxw").read_bytes()


def test_another_teams_workshop_and_a_damaged_file_are_refused(copies):
    copies.ok("new x.cxw --team Other")
    assert "another team’s workshop" in copies.refused("merge w.cxw x.cxw")
    (copies.folder / "x.cxw").write_bytes(b"nonsense")
    copies.refused("merge w.cxw x.cxw")
