"""What is learned, told and asked again in later rounds, typed as a person would."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

STATUS = Path(__file__).parents[2] / "docs" / "json" / "status.schema.json"


@pytest.fixture
def locked(typed):
    """Card 4, "phone", is locked in slot 1 on 23 November."""
    typed.ok("pick w.cxw 4")
    typed.ok("plan w.cxw 1 --owner Mira --licence anything --giver Helena --start 2026-11-23")
    typed.ok("lock w.cxw 1 --reason 'we know it' --today 2026-11-23")
    return typed


def test_days_lost_count_from_the_day_on_which_a_blocker_was_written_down(locked):
    said = "Blocker 1 of slot 1 is out of the way, {} lost.\n"
    locked.ok("block w.cxw 1 'no socket' --remover Jan --today 2026-11-23")
    out = locked.ok("unblock w.cxw 1 1 --today 2026-11-27")
    assert out == said.format("4 days")
    out = locked.ok("unblock w.cxw 1 1 --days-lost 1 --today 2026-11-27")
    assert out == said.format("1 day")


def test_an_idea_and_practising_become_steps(locked):
    locked.ok("plan w.cxw 1 --idea 17 --practise")
    assert locked.refused("plan w.cxw 1 --idea 57") == "There is no idea “57” in the deck."


def test_a_mark_without_words_wants_a_customer_and_stands_apart(locked):
    refused = locked.refused("heard w.cxw 1 '' --mark notices")
    assert refused.startswith("Whose mark is it?")
    assert locked.ok("heard w.cxw 1 '' --mark notices --customer 4") == (
        "Slot 1: 1 mark without words\n"
    )
    out = locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference")
    assert out == "Slot 1: No difference 1, 1 mark without words\n"


def test_a_verdict_of_an_earlier_round_says_what_was_learned(locked):
    locked.ok("next w.cxw --today 2026-12-28")
    locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference --round 1")
    refused = locked.refused("verdict w.cxw 1 some --learned 'They write' --round 1")
    assert refused.startswith("What we learned is for when customers don’t notice.")
    out = locked.ok("verdict w.cxw 1 none --round 1")
    assert out.startswith("Slot 1: they don’t notice, 0 of 1 noticed. Only 1 answered so far.")
    assert out.endswith("What did you learn? (--learned TEXT)\n")
    assert "learn?" not in locked.ok("verdict w.cxw 1 none --learned 'They write' --round 1")
    covered = locked.refused("verdict w.cxw 1 none --expected right --round 1")
    assert covered.startswith("What we expected is still covered.")


def test_stories_are_counted_not_picks(locked):
    locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference --today 2026-12-23")
    locked.ok("verdict w.cxw 1 none --after again --today 2026-12-23")
    locked.ok("next w.cxw --today 2026-12-28")
    locked.ok("lock w.cxw 1 --round 2 --reason 'once more' --today 2026-12-28")
    locked.ok("heard w.cxw 1 'You rang!' --mark notices --today 2027-01-27")
    out = locked.ok("verdict w.cxw 1 notice --today 2027-01-27")
    assert "0 of 1, then 1 of 1 noticed." in out
    locked.ok("sure w.cxw 1 yes --asked-of Ben --against 'we count calls' --today 2027-01-27")
    status = locked.json("status w.cxw")
    assert (status["stories"], len(status["improvements"])) == ({"picked": 1, "kept": 1}, 2)
    assert [row["kept"] for row in status["improvements"]] == [False, True]
    jsonschema.validate(status, json.loads(STATUS.read_text("utf-8")))


def test_what_gets_another_30_days_is_answered_by_what_was_learned(locked):
    locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference --today 2026-12-23")
    locked.ok("verdict w.cxw 1 none --learned 'They write' --after again --today 2026-12-23")
    locked.ok("next w.cxw --today 2026-12-28")
    answers = {row["code"]: row for row in locked.json("answers w.cxw")["wishes"]}
    assert answers[4]["answer"] == "tried"
    assert "4  We tried, and learned: They write." in locked.ok("answers w.cxw")
    locked.ok("lock w.cxw 1 --reason 'once more' --today 2026-12-28")
    assert "4  We are doing: phone. On" in locked.ok("answers w.cxw --today 2027-01-05")


def test_what_was_kept_late_is_hinted_taken_back_and_looked_at_again(locked):
    locked.ok("heard w.cxw 1 'You rang!' --mark notices --today 2026-12-23")
    locked.ok("verdict w.cxw 1 notice --today 2026-12-23")
    locked.ok("next w.cxw --today 2026-12-28")
    locked.ok("sure w.cxw 1 yes --round 1 --today 2027-01-20")
    locked.ok("answer w.cxw 2 cant --why 'we are two' --today 2027-01-20")
    locked.ok("next w.cxw --today 2027-01-28")
    said = locked.ok("say w.cxw Phone --kind regular --today 2027-01-28")
    assert said.splitlines()[1].startswith(
        "Card 4 says the same (kept in round 1: has it slipped?)"
    )
    locked.ok("undo w.cxw")
    assert locked.ok("say w.cxw greeting --card 2") == "Card 2, said by customer 6.\n"
    assert locked.json("list w.cxw")[1]["state"] == "list"
    assert locked.refused("look-again w.cxw 4").startswith("What do they say?")
    day = "--today 2027-04-21"
    assert locked.ok(f"look-again w.cxw 4 'It rings' {day}") == "After 3 months: 1 answer.\n"
    out = locked.ok(f"look-again w.cxw 4 --mark slipping {day}")
    assert out == "After 3 months: 1 answer, slipping, and on the list again.\n"
    assert locked.json("list w.cxw")[3]["state"] == "list"


def test_what_is_kept_late_leaves_the_list_though_it_was_picked_again(locked):
    locked.ok("next w.cxw --today 2026-12-10")
    locked.ok("pick w.cxw 4 --today 2026-12-10")
    locked.ok("heard w.cxw 1 'You rang!' --mark notices --round 1 --today 2026-12-23")
    locked.ok("verdict w.cxw 1 notice --round 1 --today 2026-12-23")
    locked.ok("sure w.cxw 1 yes --round 1 --today 2026-12-23")
    locked.ok("next w.cxw --today 2027-01-10")
    assert locked.json("list w.cxw --all")[3]["state"] == "kept"
    assert "4  We did: phone." in locked.ok("answers w.cxw")


def test_what_was_judged_is_not_rewritten_by_a_command(locked):
    locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference --today 2026-12-23")
    locked.ok("verdict w.cxw 1 none --learned 'They write' --after again --today 2026-12-23")
    locked.ok("next w.cxw --today 2026-12-28")
    for line in (
        "heard w.cxw 1 'Now I do' --mark notices --round 1",
        "verdict w.cxw 1 notice --round 1",
        "block w.cxw 1 'no key' --remover Jan --reason x --round 9",
        "lock w.cxw 1 --reason x --round 1",
        "plan w.cxw 1 --helper Ben --round 1",
    ):
        locked.refused(line)
    assert "stays as it was" in locked.refused("verdict w.cxw 1 notice --round 1")


def test_what_is_put_down_is_named(locked):
    out = locked.ok("put-down w.cxw 1 --reason 'they closed' --today 2026-12-25")
    assert out == "Put down: round 1: phone: Ask customers what they notice, 2 days late\n"


def test_people_are_told_with_how(typed):
    assert typed.ok("told w.cxw 'Mrs Berg' --how 'by letter'") == (
        "Mrs Berg was told. Now everybody has heard.\n"
    )
    assert "told w.cxw --help" not in typed.refused("told w.cxw ' '")
    assert typed.refused("told w.cxw Ana --round 7") == "There is no round 7 yet."


def test_an_import_brings_back_what_was_kept_as_the_same_card(locked):
    locked.ok("heard w.cxw 1 'they answer now' --mark notices")
    locked.ok("verdict w.cxw 1 notice")
    locked.ok("sure w.cxw 1 yes")
    locked.ok("next w.cxw --today 2026-12-28")
    assert 4 not in [row["code"] for row in locked.json("list w.cxw")]
    (locked.folder / "new.txt").write_text("Phone!\nPlease mend the door of the shop\n")
    out = locked.ok("import w.cxw new.txt")
    assert "1 says what a card said that had left the list: that card comes back." in out
    rows = {row["code"]: row for row in locked.json("list w.cxw")}
    assert (rows[4]["verbatims"], rows[4]["rounds"]) == (["phone", "Phone!"], 2)
    assert rows[max(rows)]["headline"] == "Please mend the door of the shop"
    locked.ok("undo w.cxw")
    assert 4 not in [row["code"] for row in locked.json("list w.cxw")]


def test_who_goes_on_with_what_was_put_down_has_promised_what_follows(locked):
    def still_open(day: str) -> list[str]:
        return [row["words"] for row in locked.json(f"still-open w.cxw --today {day}")]

    locked.ok("put-down w.cxw 1 --reason 'The shop is sold' --today 2027-01-04")
    assert still_open("2027-01-04") == []
    locked.ok("heard w.cxw 1 'You rang' --mark notices --today 2027-01-05")
    locked.ok("verdict w.cxw 1 notice --today 2027-01-05")
    assert still_open("2027-01-05") == ["Ask whether it stays without us"]
    locked.ok("put-down w.cxw 1 --reason 'We know it does' --today 2027-01-05")
    locked.ok("verdict w.cxw 1 none --today 2027-01-05")
    assert still_open("2027-01-05") == ["Decide: another 30 days, or back to the list"]
