"""The team's own word for a customer, by command: said, printed, exported, imported and merged."""

from __future__ import annotations

import csv
import io
import shutil
import sys

import pytest

from tests.core.sheets.pdf_reading import text_of


@pytest.fixture
def patients(typed):
    typed.ok("team w.cxw --customer patient")
    return typed


def test_commands_say_the_word(patients):
    assert "said by 4 patients" in patients.ok("status w.cxw")
    assert patients.ok("say w.cxw 'I wait' --kind new") == "Card 5, said by patient 5.\n"
    assert patients.ok("undo w.cxw") == "Undone: Add what a patient said\n"
    said = patients.ok("team w.cxw --customer family --customers kinsfolk")
    assert "We call them: family, kinsfolk" in said
    assert "We call them: family, families" in patients.ok("team w.cxw --customers ''")
    assert "We call them: customer, customers" in patients.ok("team w.cxw --customer ''")
    assert "braces" in patients.refused("team w.cxw --customer {n}")
    patients.ok("verify w.cxw")


def test_a_batch_says_it_from_the_next_line_on(patients, monkeypatch):
    lines = "team w.cxw --customer guest\nsay w.cxw hello\nundo w.cxw\nundo w.cxw\nsay w.cxw hi\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
    said = patients.ok("batch w.cxw")
    assert "said by guest 5." in said
    assert "said by patient 5." in said


def test_our_own_list_is_known_again_whatever_the_word(patients):
    patients.ok("export w.cxw --to list.csv --names")
    text = (patients.folder / "list.csv").read_text("utf-8-sig")
    titles = next(csv.reader(text.splitlines()))
    assert "What the patient said,Patient,Patient kind" in ",".join(titles)
    assert titles[-1] == "Patient’s name"
    patients.ok("new other.cxw --team Others --customer guest")
    assert "4 become new cards" in patients.ok("import other.cxw list.csv --yes")
    found = patients.json("list other.cxw")
    assert [row["verbatims"] for row in found] == [
        row["verbatims"] for row in patients.json("list w.cxw")
    ]


def test_two_laptops_with_two_words_ask_which_it_is(patients):
    shutil.copy(patients.folder / "w.cxw", patients.folder / "anna.cxw")
    patients.ok("team w.cxw --customer guest --today 2026-11-24")
    patients.ok("team anna.cxw --customer visitor --today 2026-11-25")
    said = patients.ok("merge w.cxw anna.cxw --dry-run")
    assert "what we call a customer: here “guest”" in said
    patients.ok("merge w.cxw anna.cxw --ours 1")
    assert "We call them: guest, guests" in patients.ok("team w.cxw")
    patients.ok("verify w.cxw")


def test_what_is_rescued_keeps_its_word(patients):
    patients.ok("recover w.cxw --to back.cxw")
    assert "We call them: patient, patients" in patients.ok("team back.cxw")


PAPERS = (
    *("action-plan", "wall-sheet", "practice", "check-sheet", "staff-test", "stranger-trial"),
    *("weekly-look", "fridge-card", "round-book", "staff-page", "poster", "thank-you"),
)
PROMISE = "When a patient waits, we tell them how long."


def paper(shell, slug: str) -> str:
    return text_of(shell.folder / f"{slug}.pdf")


def test_every_paper_prints_the_promise_as_it_was_typed_whole(patients):
    """And says the word wherever it spoke of customers."""
    patients.ok("pick w.cxw 4")
    for criterion in ("can", "notice", "days", "stay"):
        patients.ok(f"criterion w.cxw 1 {criterion} yes")
    words = "--title 'Say how long' --promise 'When a patient waits, we tell them how long'"
    who = "--owner Mira --licence 'what it takes' --giver Helena --start 2026-11-24"
    patients.ok(f"plan w.cxw 1 {words} {who}")
    patients.ok("lock w.cxw 1")
    patients.ok(f"print w.cxw {' '.join(PAPERS)} --to .")
    said = {slug: paper(patients, slug) for slug in PAPERS}
    to_customers = {"poster", "thank-you"}
    wrong = [slug for slug in PAPERS if slug not in to_customers and PROMISE not in said[slug]]
    assert wrong == []
    for slug in to_customers:
        assert "When you wait, we tell you how long." in said[slug]
    assert [slug for slug in PAPERS if "customer" in said[slug].lower()] == []


def test_the_quote_of_a_locked_plan_is_chosen_by_command(patients):
    patients.ok("say w.cxw 'I waited an hour, and nobody said why'")
    patients.ok("pick w.cxw 5")
    for criterion in ("can", "notice", "days", "stay"):
        patients.ok(f"criterion w.cxw 1 {criterion} yes")
    patients.ok("plan w.cxw 1 --owner Mira --licence all --giver Helena --start 2026-11-24")
    patients.ok("plan w.cxw 1 --promise 'When a patient waits, we say why'")
    patients.ok("lock w.cxw 1")
    assert patients.ok("plan w.cxw 1 --quote 'nobody said why'") == ""
    patients.ok("print w.cxw poster --to .")
    assert "“… nobody said why”" in paper(patients, "poster").replace("\u00a0", " ")
    said = patients.refused("plan w.cxw 1 --quote 'nothing like it'")
    assert "No patient said “nothing like it” of it." in said
    patients.ok("plan w.cxw 1 --quote ''")
    patients.ok("print w.cxw poster --to .")
    assert "“I waited an hour, and nobody said why”" in paper(patients, "poster")


def test_the_poster_says_it_in_a_line_of_its_own(patients):
    patients.ok("pick w.cxw 4")
    patients.ok(
        "plan w.cxw 1 --promise 'When parents wait, we greet them' --poster 'We say hello.'"
    )
    patients.ok("print w.cxw poster staff-page --to .")
    assert "We say hello." in paper(patients, "poster")
    assert "When parents wait, we greet them." in paper(patients, "staff-page")
    patients.ok("plan w.cxw 1 --poster ''")
    patients.ok("print w.cxw poster --to .")
    assert "When parents wait, we greet them." in paper(patients, "poster")
