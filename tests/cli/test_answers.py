"""Answers, opposites, steps and days off, typed as a person would."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMAS = Path(__file__).parents[2] / "docs" / "json"
TODAY = "--today 2026-12-01"


def described(shell, line: str, name: str):
    value = shell.json(line)
    jsonschema.validate(value, json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    return value


def states(shell) -> str:
    return " ".join(
        f"{row['code']}={row['state']}" for row in described(shell, "list w.cxw --all", "list")
    )


def test_cant_and_handed_on_are_told_and_leave_the_list(typed):
    said = typed.ok("answer w.cxw 1 cant --why 'the yard is not ours' --who-can 'the landlord'")
    assert said == "    1  We can’t, because: the yard is not ours. Who can: the landlord.\n"
    typed.ok(f"hand-on w.cxw 4 --to 'the phone company' --asked 2026-11-30 {TODAY}")
    assert states(typed) == "1=cant 2=list 3=list 4=handed-on"
    said = typed.ok(f"hand-on w.cxw 4 --to 'the phone company' --answer 'In May' {TODAY}")
    assert "We asked them on Mon 30 Nov. They say: “In May”" in said
    found = described(typed, "answers w.cxw", "answers")
    assert [wish["answer"] for wish in found["wishes"]] == ["cant", "list", "list", "handed-on"]
    assert "0 of 4 without an answer" in typed.ok("answers w.cxw")
    assert "1  -    1  cant       parking" in typed.ok("list w.cxw --all")
    typed.ok("export w.cxw --to all.csv")
    assert "handed-on" in (typed.folder / "all.csv").read_text("utf-8-sig")


def test_a_whole_group_is_answered_and_undone_as_one(typed):
    typed.ok("group w.cxw 'Waiting: 1 2 3'")
    typed.ok("answer w.cxw A cant --why 'there is no room'")
    assert states(typed) == "1=cant 2=cant 3=cant 4=list"
    assert "group A" in typed.ok("undo w.cxw")
    assert states(typed) == "1=list 2=list 3=list 4=list"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("answer w.cxw 1 cant", "There are no words in it"),
        ("answer w.cxw 1 maybe --why x", "“maybe” is not one of"),
        ("answer w.cxw 99 cant --why x", "There is no card 99"),
        ("answer w.cxw 2 cant --why x", "is in slot 1"),
        ("hand-on w.cxw 2 --to Ada", "is in slot 1"),
        ("hand-on w.cxw 1 --to ' '", "There are no words in it"),
        ("hand-on w.cxw 1 --to Ada --answer ' '", "There are no words in it"),
        (f"hand-on w.cxw 1 --to Ada --asked 2027-01-01 {TODAY}", "still to come"),
        ("hand-on w.cxw 1 --to Ada --asked soon", "is not a day"),
        ("opposite w.cxw 1 1", "Nothing is the opposite of itself"),
        ("opposite w.cxw 1 Z", "There is no card or group “Z”"),
        ("step w.cxw 1 1", "There is no step 1"),
        ("step w.cxw 1 first", "not a valid integer"),
        ("encounter w.cxw --step 3 --adds x", "There is no step 3"),
        ("holiday w.cxw christmas", "is not a day"),
        ("agenda w.cxw --starts soon", "“soon” is no time we can read. Try 9, 9:30 or 14.00."),
        ("agenda w.cxw --starts 9:60", "is no time we can read"),
        ("agenda w.cxw --day 2 --starts 9", "'2' is not one of '1', '30'"),
        ("idea w.cxw 57", "There is no idea “57”"),
        ("idea w.cxw --add Jam", "To which group"),
        ("idea w.cxw --add Jam --in cheap", "there are: person, easy"),
        ("idea w.cxw --set-aside", "Which idea?"),
        ("idea w.cxw 17 --reword ' '", "no words in it"),
        ("idea w.cxw 17 --set-aside --add Jam", "To which group"),
        ("holiday w.cxw 2026-12-25 --undo", "Fri 25 Dec 2026 is no day off."),
        ("holiday w.cxw --name x", "Which day?"),
    ],
)
def test_a_refusal_changes_nothing(typed, line, why):
    typed.ok("pick w.cxw 2")
    assert why in typed.refused(line)


def test_opposites_show_both_sides(typed):
    typed.ok("say w.cxw silence --kind tourist")
    said = typed.ok("opposite w.cxw 5 4 --decide 'for regulars'")
    one, other = (
        "Card 4: said by 1 customer, none of those",
        "Card 5: said by 1 customer, none of those",
    )
    assert one in said
    assert other in said
    typed.ok("opposite w.cxw 4 5")
    assert typed.ok("opposite w.cxw 4 5 --undo").endswith(" are no opposites any more.\n")


def test_words_stand_at_a_step(typed):
    typed.ok("encounter w.cxw --add 'Calls us' --adds 'A friendly voice'")
    typed.ok("encounter w.cxw --add 'Comes in' --worth-more 'A hello'")
    assert typed.ok("step w.cxw 4 1") == "Step 1: words of 1 card.\n"
    found = described(typed, "encounter w.cxw", "encounter")
    assert [(row["said"], row["customers"]) for row in found] == [(["phone"], 1), ([], 0)]
    assert [(row["adds"], row["worth_more"]) for row in found] == [
        ("A friendly voice", ""),
        ("", "A hello"),
    ]
    assert "Nobody spoke of it yet." in typed.ok("encounter w.cxw")
    typed.ok("step w.cxw 4 0")
    assert [row["customers"] for row in typed.json("encounter w.cxw")] == [0, 0]


def test_the_agenda_has_the_clocks_times_once_it_is_said_when_it_begins(typed):
    assert typed.ok("agenda w.cxw").splitlines()[1].startswith("  0:00 –  0:")
    assert described(typed, "agenda w.cxw", "agenda")[0]["starts"] == ""
    first = typed.ok("agenda w.cxw --starts 9.30").splitlines()
    assert first[1].startswith("  9:30 –  9:")
    typed.ok("agenda w.cxw --day 30 --starts '2 pm'")
    meetings = described(typed, "agenda w.cxw", "agenda")
    assert [one["starts"] for one in meetings] == ["9:30", "14:00"]
    for meeting in meetings:
        lines = meeting["lines"]
        assert [line["ends"] for line in lines[:-1]] == [line["begins"] for line in lines[1:]]
        assert (lines[0]["begins"], lines[-1]["ends"]) == (meeting["starts"], meeting["ends"])
    typed.ok("undo w.cxw")
    assert typed.json("agenda w.cxw")[1]["starts"] == ""
    typed.ok("agenda w.cxw --starts ''")
    assert typed.json("agenda w.cxw")[0]["starts"] == ""


def test_ideas_are_shown_changed_and_added_to(typed):
    assert len(described(typed, "idea w.cxw", "idea")) == 56
    assert typed.ok("idea w.cxw --add 'Jam on top' --in give").endswith("Jam on top  (our own)\n")
    typed.ok("idea w.cxw 17 --reword Patience")
    assert "17  Patience  (at first: " in typed.ok("idea w.cxw")
    typed.ok("idea w.cxw 1 --set-aside")
    last = described(typed, "idea w.cxw", "idea")[-1]
    assert (last["idea"], last["set_aside"]) == (1, True)
    assert "Ideas set aside\n   1  " in typed.ok("idea w.cxw")
    typed.ok("idea w.cxw 1 --bring-back")
    typed.ok("idea w.cxw 17 --restore")
    assert [row["idea"] for row in typed.json("idea w.cxw") if row["own"]] == [57]
    typed.ok("undo w.cxw")
    assert typed.json("idea w.cxw 17")[0]["words"] == "Patience"


def test_who_wants_to_hear_is_noted_with_what_they_say(typed):
    typed.ok("say w.cxw 'open later' --kind new --wants-to-hear")
    typed.ok("say w.cxw 'and earlier' --customer 5")
    found = described(typed, "answers w.cxw", "answers")
    assert found["want_to_hear"] == [{"customer": 5, "wishes": [5, 6]}]
    assert "1 customer wants to hear" in typed.ok("answers w.cxw")


def test_a_day_off_is_shown_named_otherwise_and_worked_after_all(typed):
    typed.ok("holiday w.cxw 2026-12-24 --name Eve")
    typed.ok("holiday w.cxw 2026-12-23")
    typed.ok("holiday w.cxw 2026-12-24")
    assert typed.ok("holiday w.cxw") == "2026-12-23\n2026-12-24  Eve\n"
    typed.ok("holiday w.cxw 2026-12-24 --name 'Christmas Eve'")
    assert typed.ok("holiday w.cxw 2026-12-23 --undo") == "1 day off is known.\n"
    assert typed.ok("holiday w.cxw") == "2026-12-24  Christmas Eve\n"


def test_days_off_move_the_check_and_the_team_says_what_it_is_good_at(typed):
    typed.ok("holiday w.cxw 2026-12-23 --name 'Long night'")
    assert typed.ok("holiday w.cxw 2026-12-24") == "2 days off are known.\n"
    typed.ok("pick w.cxw 1")
    typed.ok("plan w.cxw 1 --start 2026-11-23")
    assert typed.json("status w.cxw")["improvements"][0]["check_on"] == "2026-12-25"
    said = typed.ok("team w.cxw --good-at 'Rye bread'")
    assert "Corner Bakery is good at: Rye bread" in said
    assert "Rye bread" in typed.ok("team w.cxw --experience 'Home, for ten minutes'")
