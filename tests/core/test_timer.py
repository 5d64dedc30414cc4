"""The timer as a value, and what an overrun costs the rest of the meeting."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from datetime import datetime

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.model import AgendaLine
from cxworkshop.queries.meeting_now import LineNow, MeetingNow, meeting_now
from cxworkshop.queries.meetings import Meeting, MeetingLine
from cxworkshop.steady_clock import steady_clock
from cxworkshop.timer import Timer, TimerPhase, read_length, read_note, timer_words

LIBRARY = (
    ("Served well: tell your neighbour", 10),
    ("Talk to customers", 20),
    ("Big list", 30),
    ("Break", 15),
    ("Pick up to three", 40),
    ("Make it better", 50),
)


def library(starts_at: int | None = 9 * 60 + 15) -> Meeting:
    lines, at = [], 0
    for n, (title, minutes) in enumerate(LIBRARY):
        row = AgendaLine(
            id=f"line{n}", round="r", day=1, stop="pick", title=title, minutes=minutes, position=n
        )
        lines.append(MeetingLine(line=row, begins=at, ends=at + minutes))
        at += minutes
    return Meeting(day=1, starts_at=starts_at, lines=tuple(lines))


def at(meeting: Meeting, n: int, began: int, lasts: int, over: int = 0) -> MeetingNow:
    now = LineNow(line=f"line{n}", began=began, lasts=lasts, over=over)
    found = meeting_now(meeting, now)
    assert found is not None
    return found


def test_a_timer_counts_down_and_then_over_and_says_how_near_the_end_is():
    timer = Timer(seconds=20 * 60, began=1000.0)
    phases = {at: timer.phase(1000.0 + at * 60) for at in (0, 15.9, 16, 18.9, 19, 19.9, 20, 26)}
    assert phases == {
        **dict.fromkeys((0, 15.9), TimerPhase.RUNNING),
        **dict.fromkeys((16, 18.9), TimerPhase.NEARLY_UP),
        **dict.fromkeys((19, 19.9), TimerPhase.ALMOST_UP),
        **dict.fromkeys((20, 26), TimerPhase.OVER),
    }
    assert [timer_words(timer.left(1000.0 + at)) for at in (0, 950, 1200, 1570)] == [
        "20:00", "4:10", "0:00", "+6:10",
    ]  # fmt: skip
    assert timer.share(1600.0) == 0.5
    assert timer.share(2800.0) == 1.5


def test_a_pause_stands_still_and_a_minute_more_turns_the_end_away():
    timer = Timer(seconds=60, began=0.0).pause(10.0)
    assert timer.pause(30.0) == timer
    assert timer.left(500.0) == 50
    on = timer.go_on(100.0)
    assert on.left(110.0) == 40
    assert on.go_on(200.0) == on
    assert on.phase(151.0) is TimerPhase.OVER
    assert on.add_minute().left(151.0) == 59
    assert on.add_minute().phase(151.0) is TimerPhase.RUNNING


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("5", 300),
        ("90 s", 90),
        ("45 seconds", 45),
        (" 12:30 ", 750),
        ("0:20", 20),
        ("90 min", 5400),
        ("600", 36000),
    ],
)
def test_a_length_is_read_as_it_is_typed(typed, seconds):
    assert read_length(typed) == seconds


@pytest.mark.parametrize("typed", ["", "0", "0:00", "soon", "5:75", "-5", "601", "1:00:00"])
def test_what_is_no_length_is_refused_with_how_to_type_one(typed):
    with pytest.raises(BadWords, match="12:30"):
        read_length(typed)


def test_an_overrun_moves_the_lines_after_it_and_the_last_long_one_can_give_it_back():
    now = at(library(), 2, 9 * 60 + 45, 36, over=6)
    assert [(row.at, row.was) for row in now.lines] == [
        ("9:15", ""), ("9:25", ""), ("9:45", ""),
        ("10:21", "10:15"), ("10:36", "10:30"), ("11:16", "11:10"),
    ]  # fmt: skip
    assert [row.is_passed for row in now.lines] == [True, True, False, False, False, False]
    assert [row.title for row in now.lines if row.is_here] == ["Big list"]
    assert f"{now.lead} {now.cost}" == (
        "6 minutes over. “Make it better” gets 44 minutes, or we end at 12:06."
    )
    assert now.until == "12:00"
    assert now.outlook == "Next: “Break” moves to 10:21."


def test_in_time_nothing_is_late_and_nothing_was_elsewhere():
    now = at(library(), 2, 9 * 60 + 40, 30)
    assert (now.late, now.lead, now.cost) == (0, "", "")
    assert [row.was for row in now.lines] == [""] * 6
    assert now.outlook == "Next: “Break” at 10:15."


def test_a_line_begun_late_is_late_before_it_is_over():
    now = at(library(), 2, 9 * 60 + 50, 30)
    assert now.lines[2].at == "9:50"
    assert now.lead == "5 minutes late."
    assert now.outlook == "Next: “Break” moves to 10:20."


def test_over_is_said_only_where_the_timer_says_the_same():
    begun_late = at(library(), 2, 9 * 60 + 47, 33, over=3)
    assert begun_late.lead == "5 minutes late."  # beside +3:20
    given_one_more = at(library(), 2, 9 * 60 + 45, 33, over=2)
    assert given_one_more.lead == "3 minutes late."


def test_what_was_begun_early_pays_for_an_overrun():
    now = at(library(), 2, 9 * 60 + 35, 36, over=6)
    assert (now.lead, now.cost, now.lines[2].at) == ("", "", "9:35")
    assert at(library(), 2, 9 * 60 + 43, 36, over=6).lead == "4 minutes late."


def test_a_meeting_that_goes_on_after_midnight_is_late_too():
    meeting = library(23 * 60 + 15)
    assert at(meeting, 3, 5 + 20, 15).late == 10
    assert at(meeting, 2, 23 * 60 + 55, 30).late == 10


def test_a_rehearsal_in_the_evening_counts_from_the_timer_alone():
    now = at(library(), 2, 20 * 60, 33, over=3)
    assert now.late == 3
    assert now.lines[3].at == "10:18"


def test_a_break_and_what_would_lose_more_than_half_is_not_the_price():
    meeting = library()
    short = Meeting(day=1, starts_at=meeting.starts_at, lines=meeting.lines[:4])
    assert at(short, 2, 9 * 60 + 45, 36).cost == "We end at 10:36."
    assert at(meeting, 2, 9 * 60 + 45, 30 + 26).cost == "We end at 12:26."
    assert at(meeting, 5, 11 * 60 + 10, 56, over=6).outlook == ""


def test_without_a_start_there_are_no_clock_times():
    now = at(library(None), 2, 600, 36, over=6)
    assert {row.at for row in now.lines} | {row.was for row in now.lines} == {""}
    assert now.cost == "“Make it better” gets 44 minutes, or we end later."
    assert now.outlook == "Next: “Break”."
    assert at(library(None), 5, 600, 56).cost == "We end later."


def test_a_timer_of_no_line_says_nothing_of_the_meeting():
    assert meeting_now(library(), None) is None
    assert meeting_now(library(), LineNow(line="gone", began=0, lasts=5)) is None


NOON = datetime(2026, 11, 23, 12).timestamp()  # noqa: DTZ001 - of this place


def test_what_was_written_down_goes_on_the_same_day_on_any_clock():
    timer = Timer(seconds=1200, began=100.0, title="Big list", line="line2")
    note = timer.on_clock(NOON - 100.0)._asdict()
    back = read_note(note, NOON + 600)
    assert back is not None
    assert (back.left(NOON + 600), back.title, back.line) == (600, "Big list", "line2")
    paused = timer.pause(160.0).on_clock(NOON - 100.0)
    assert read_note(paused._asdict(), NOON + 9000).left(NOON + 9000) == 1140
    assert read_note(note, NOON + 4700).left(NOON + 4700) == -3500
    assert read_note(note, NOON + 4900) is None  # over for more than an hour
    assert read_note(paused._asdict(), NOON + 13 * 3600) is None  # the next day
    assert read_note(note, NOON - 3600) is None  # it would begin in an hour


@pytest.mark.parametrize(
    "change",
    [
        {"seconds": 0},
        {"seconds": 10**12},
        {"seconds": "soon"},
        {"seconds": float("inf")},
        {"began": float("nan")},
        {"began": float("inf")},
        {"began": None},
        {"paused_at": NOON + 10**9},
        {"paused_at": "now"},
    ],
)
def test_a_note_that_somebody_changed_is_no_timer(change):
    note = Timer(seconds=1200, began=NOON)._asdict() | change
    with suppress(ValueError, TypeError, OverflowError):
        assert read_note(note, NOON + 60) is None
    with pytest.raises(KeyError):
        read_note({}, NOON)


def test_the_timer_counts_on_a_clock_that_nobody_sets_and_that_does_not_sleep(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 0.0)
    first = steady_clock()
    assert steady_clock() >= first > 0
    planted = {"CLOCK_BOOTTIME": 7.0, "CLOCK_MONOTONIC_RAW": 8.0}
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", "CLOCK_MONOTONIC_RAW", raising=False)
    monkeypatch.setattr(time, "clock_gettime", planted.__getitem__, raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: 9.0)
    asked = {}
    for platform in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        asked[platform] = steady_clock()
    assert asked == {"linux": 7.0, "darwin": 8.0, "win32": 9.0}
