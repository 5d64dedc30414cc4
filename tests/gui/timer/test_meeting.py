"""The first lines of a meeting, as tests/soak/meeting.py walks whole ones."""

from __future__ import annotations

import random

from tests.gui.timer.meeting import MeetingWalk
from tests.gui.timer.test_timer import CTRL, KEY, Clock, shown, start


def test_a_meeting_by_its_agenda_with_overruns_and_a_pause_on_both_screens(hands):
    clock = Clock(hands)
    walk = MeetingWalk(hands, clock, random.Random(4))
    walk.begin()
    walk.hold(3)
    assert walk.wrong == []
    following = hands.workshop.prepare.agenda.meeting(1).lines[3].line
    walk.end()
    start(hands, "5")  # something that is not on the agenda
    hands.click("Stop the timer")
    hands.key(KEY.Key_T, CTRL)
    hands.click(f"Start the next line: {following.title}")
    assert shown(hands)[0] == f"{following.minutes}:00"
    assert shown(hands)[2].startswith(following.title)
    hands.click("Stop the timer")
