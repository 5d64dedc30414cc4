"""The exported calendar over the rounds: each promise once, and always under the same name."""

from __future__ import annotations

import re

import pytest

ENTRY = re.compile(r"UID:(\S+)\nDTSTAMP:\S+\nDTSTART;VALUE=DATE:(\d+)\nDTEND\S+\nSUMMARY:(.+)\n")


@pytest.fixture
def entries(typed):
    """Exports the calendar on a day; its entries by title, with uid and day."""

    def read(day: str) -> dict[str, tuple[str, str]]:
        typed.ok(f"export w.cxw --to w.ics --today {day}")
        text = (typed.folder / "w.ics").read_bytes().decode().replace("\r\n ", "")
        found = ENTRY.findall(text.replace("\r\n", "\n"))
        assert len({title for _uid, _day, title in found}) == len(found), "something stands twice"
        assert len({uid for uid, _day, _title in found}) == len(found)
        return {title: (uid, day) for uid, day, title in found}

    return read


@pytest.fixture
def locked(typed):
    """Card 4, "phone", is locked in slot 1, with two steps."""
    typed.ok("pick w.cxw 4 --today 2026-11-23")
    typed.ok("plan w.cxw 1 --owner Mira --licence anything --giver Helena --start 2026-11-23")
    for step in ("ring back / Ben / 2026-11-27", "buy a phone / Mira / 2026-11-30"):
        typed.ok(f"plan w.cxw 1 --step '{step}'")
    typed.ok("lock w.cxw 1 --reason 'we know it' --today 2026-11-23")
    return typed


def test_another_30_days_are_a_thing_of_their_own(locked, entries):
    first = entries("2026-11-24")
    assert {title: day for title, (_uid, day) in first.items()} == {
        "ring back": "20261127", "buy a phone": "20261130", "Ask customers: phone": "20261223",
    }  # fmt: skip
    assert entries("2026-12-01") == first
    locked.ok("heard w.cxw 1 'I see nothing' --mark no-difference --today 2026-12-23")
    locked.ok("verdict w.cxw 1 none --after again --today 2026-12-23")
    assert "Ask customers: phone" not in entries("2026-12-23")
    locked.ok("next w.cxw --today 2026-12-28")
    locked.ok("plan w.cxw 1 --start 2026-12-28")
    locked.ok("lock w.cxw 1 --reason 'once more' --today 2026-12-28")
    again = entries("2026-12-28")
    assert again["Ask customers: phone"][0] != first["Ask customers: phone"][0]


def test_what_is_open_goes_along_under_its_name_until_it_is_done_or_put_down(locked, entries):
    first = entries("2026-11-24")
    locked.ok("next w.cxw --today 2026-12-28")
    later = entries("2026-12-28")
    assert later["Ask customers: phone"] == first["Ask customers: phone"]
    locked.ok("heard w.cxw 1 'You rang' --mark notices --round 1 --today 2026-12-29")
    locked.ok("verdict w.cxw 1 notice --round 1 --today 2026-12-29")
    locked.ok("sure w.cxw 1 no --fix 'write it down' --who Ben --by 2027-01-11 --round 1"
              " --today 2026-12-29")  # fmt: skip
    unsure = entries("2026-12-29")
    assert unsure["write it down"][1] == unsure["Ask again whether it stays: phone"][1]
    locked.ok("sure w.cxw 1 yes --round 1 --today 2027-01-12")
    kept = entries("2027-01-12")
    assert kept["Look again after 3 months: phone"][1] == "20270412"
    assert "Ask again whether it stays: phone" not in kept
    number = len(locked.ok("still-open w.cxw --today 2027-04-12").splitlines())
    for _nth in range(number):
        locked.ok("put-down w.cxw 1 --reason 'they have moved' --today 2027-04-12")
    assert entries("2027-04-12").keys() == {"Look again after 6 months: phone"}
