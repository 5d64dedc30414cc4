"""A first meeting walked by its agenda: each line timed, with overruns and pauses, on both screens.

What the program says is compared with a reckoning of its own, in whole minutes.
"""

from __future__ import annotations

import random

from tests.gui.conftest import Hands
from tests.gui.timer.test_timer import KEY, Clock, bar, shown
from tests.gui.wall.settling import settle
from tests.gui.wall.test_wall import open_wall, room
from ui.widgets.labels import Label

STARTS = 9 * 60
STOPS = {"prepare": 1, "talk": 2, "big_list": 3, "pick": 4, "make_better": 5}


class MeetingWalk:
    """A new facilitator with an empty workshop; `wrong` says what was not as it should be."""

    def __init__(self, hands: Hands, clock: Clock, chance: random.Random) -> None:
        self._hands, self._clock, self._chance = hands, clock, chance
        self.wrong: list[str] = []
        self._minute = STARTS  # of the day

    def begin(self) -> None:
        """Say when the meeting begins, open the Wall, and start the first line from its row."""
        self._hands.go(1)
        self._hands.click("Agenda")
        self._hands.type_into("Day 1: begins at", "9:00")
        open_wall(self._hands)
        self._clock.show(9, 0)
        self._wait(self._chance.randrange(3))
        self._hands.click(f"Start the timer: {self._rows[0].line.title}")

    def hold(self, count: int) -> None:
        """So many lines, one after the other."""
        for n in range(count):
            if n:
                self._hands.click(f"Start the next line: {self._rows[n].line.title}")
            self._hands.go(STOPS[self._rows[n].line.stop])
            self._line(n)

    def _line(self, n: int) -> None:
        row = self._rows[n]
        takes = row.line.minutes + self._chance.choice((-2, 0, 3, 6))
        pause = self._chance.choice((0, 0, 4))
        begun = self._minute
        self._wait(max(1, takes // 2))
        if pause:
            self._hands.click("Pause")
            self._wait(pause)
            self._hands.click("Go on")
        self._wait(takes - max(1, takes // 2))
        over = takes - row.line.minutes
        self._check(
            n, "digits", f"{'+' if over > 0 else ''}{abs(over)}:00" == shown(self._hands)[0]
        )
        late = max(0, begun + pause + max(takes, row.line.minutes) - STARTS - row.ends)
        told = bar(self._hands).accessibleDescription()
        self._check(n, "its line in the bar", told.startswith(row.line.title))
        self._check(n, "late", bool(late) == (" late." in told or " over." in told))
        self._check(n, f"{late} late", not late or f"  ·  {late} minute" in told)
        self._check(n, "the Wall's figure", shown(self._hands)[0] in room(self._hands))
        self._look_at_agenda(n, late)

    def _look_at_agenda(self, n: int, late: int) -> None:
        """On the Desk and on the Wall: where we are, and when the next line begins."""
        self._hands.go(1)
        settle()
        seen = room(self._hands)
        self._check(n, "we are here", "we are here" in seen)
        following = self._rows[n + 1 : n + 2]
        if late and following:
            at = STARTS + following[0].begins + late
            moved = f"{at // 60}:{at % 60:02d}"
            self._check(n, "moved on the Wall", moved in seen)
            desk = [label.text() for label in self._hands.page.findChildren(Label)]
            self._check(n, "moved on the Desk", any(t.startswith(f"{moved}\nwas ") for t in desk))

    @property
    def _rows(self):
        return self._hands.workshop.prepare.agenda.meeting(1).lines

    def _wait(self, minutes: int) -> None:
        self._minute += minutes
        self._clock.go_on(minutes * 60)
        settle()

    def _check(self, n: int, what: str, is_so: bool) -> None:
        if not is_so:
            self.wrong.append(f"line {n + 1}: {what}: {shown(self._hands)}")

    def end(self) -> None:
        """Stop the timer and close the Wall."""
        self._hands.click("Stop the timer")
        self._hands.key(KEY.Key_F5)
        settle()
