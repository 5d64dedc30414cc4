"""The timer on the Desk, by key and mouse: it outlives whatever goes on around it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from cxworkshop import paths
from tests.gui.conftest import Hands
from tests.gui.wall.test_wall import open_wall, room, session, settle
from ui.theme.tokens import DARK, LIGHT
from ui.timer import chime as chimes
from ui.timer.bar import TimerBar
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp()


class Clock:
    """The clock on the wall and the one that nobody sets, moved by hand."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.now, self.of_day = hands, 1000.0, NOON
        hands.window.timer.clock = lambda: self.now
        hands.window.timer.time_of_day = lambda: self.of_day

    def go_on(self, seconds: float) -> None:
        """Let time pass, also while the laptop sleeps: its timers are late then."""
        self.now += seconds
        self.correct(seconds)

    def correct(self, seconds: float) -> None:
        """Set the time of day; nothing else passes."""
        self.of_day += seconds
        self.hands.window.timer.look()
        QApplication.processEvents()

    def show(self, hour: int, minute: int) -> None:
        """Let it be this time of the day."""
        noon = datetime.fromtimestamp(NOON, UTC).astimezone()
        self.of_day = noon.replace(hour=hour, minute=minute).timestamp()


@pytest.fixture
def clock(bakery) -> Clock:
    made = Clock(bakery)
    yield made
    bakery.window.timer.stop()


@pytest.fixture
def heard(monkeypatch) -> list[str]:
    """What is played on this computer."""
    sounds: list[str] = []
    monkeypatch.setattr("ui.timer.control.chime", lambda: sounds.append("chime"))
    return sounds


def bar(hands: Hands) -> TimerBar:
    return hands.find("Timer", TimerBar)


def shown(hands: Hands) -> list[str]:
    labels = bar(hands).findChildren(Label)
    return [one.text() for one in labels if one.isVisible() and one.text()]


def start(hands: Hands, typed: str = "") -> None:
    hands.window.activateWindow()
    hands.key(KEY.Key_T, CTRL)
    field = hands.find("How long the timer runs", QLineEdit)
    if typed:
        QTest.keyClicks(field, typed)
    QTest.keyClick(field, KEY.Key_Return)
    QApplication.processEvents()


def painted_in(button: Button, colour: str) -> bool:
    """Whether a pixel of it has just this colour."""
    picture, wanted = button.grab().toImage(), QColor(colour).rgb()
    return any(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_by_keys_alone_it_starts_with_the_stops_minutes_pauses_and_counts_over(
    bakery, clock, heard
):
    bakery.go(3)
    start(bakery)
    assert shown(bakery)[:2] == ["30:00", "left of 30:00"]
    button = bakery.find("Timer", Button)
    assert (button.words, painted_in(button, LIGHT.amber)) == ("30:00", False)
    clock.go_on(24 * 60)
    assert (button.words, painted_in(button, LIGHT.amber)) == ("6:00", True)
    assert painted_in(button, LIGHT.amber_bg)
    bakery.window.theme.toggle_dark()
    assert painted_in(button, DARK.amber)
    assert not painted_in(button, LIGHT.amber)
    bakery.window.theme.toggle_dark()
    assert shown(bakery)[:2] == ["6:00", "left of 30:00\nnearly up"]
    bakery.key(KEY.Key_T, CTRL)
    bakery.key(KEY.Key_Space)
    clock.go_on(60)
    assert shown(bakery)[:2] == ["6:00", "left of 30:00\npaused"]
    bakery.key(KEY.Key_Space)
    clock.go_on(6 * 60 + 10)
    assert shown(bakery)[:2] == ["+0:10", "over 30:00\ntime is up"]
    assert (button.words, painted_in(button, LIGHT.red)) == ("+0:10", True)
    assert painted_in(button, LIGHT.red_bg)
    clock.go_on(60)
    assert heard == ["chime"]
    bakery.click("+ 1 minute")
    assert shown(bakery)[0] == "+0:10"
    assert bakery.window.desk.here == 3  # it never moves on
    bakery.click("Stop the timer")
    assert bakery.window.timer.timer is None
    assert not bakery.window.findChildren(TimerBar)[0].isVisible()


def test_a_length_is_typed_and_what_is_none_is_refused_in_place(bakery, clock):
    bakery.go(2)
    start(bakery, "soon")
    assert any("12:30" in words for words in shown(bakery))
    field = bakery.find("How long the timer runs", QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "12:30")
    bakery.click("Start the timer")
    assert shown(bakery)[0] == "12:30"


def test_escape_puts_the_question_away_and_leaves_a_timer_that_runs(bakery, clock):
    bakery.go(2)
    bakery.window.activateWindow()
    bakery.key(KEY.Key_T, CTRL)
    bakery.key(KEY.Key_Escape)
    assert not bakery.window.findChildren(TimerBar)[0].isVisible()
    start(bakery, "5")
    bakery.key(KEY.Key_T, CTRL)
    bakery.key(KEY.Key_Escape)
    assert shown(bakery)[0] == "5:00"


def test_a_line_of_the_agenda_starts_it_and_an_overrun_says_what_it_costs(bakery, clock, heard):
    bakery.workshop.prepare.agenda.set_start(1, 9 * 60)
    line = bakery.workshop.prepare.agenda.meeting(1).lines[3].line
    bakery.go(1)
    bakery.click("Agenda")
    bakery.click(f"Start the timer: {line.title}")
    assert shown(bakery)[2].startswith(f"{line.title}  ·  Next: ")
    clock.go_on((line.minutes + 6) * 60 + 10)
    assert shown(bakery)[0] == "+6:10"
    assert any("  ·  6 minutes over. " in words for words in shown(bakery))


def test_the_next_line_is_one_press_away_from_any_stop_and_never_begins_by_itself(
    bakery, clock, heard
):
    bakery.workshop.prepare.agenda.set_start(1, 9 * 60)
    lines = [row.line for row in bakery.workshop.prepare.agenda.meeting(1).lines]
    bakery.window.timer.start_line(lines[-2].id)
    bakery.go(3)
    clock.go_on(lines[-2].minutes * 60 + 5)
    assert shown(bakery)[0] == "+0:05"
    bakery.click(f"Start the next line: {lines[-1].title}")
    assert shown(bakery)[0] == f"{lines[-1].minutes}:00"
    assert not any(one.text() == "Next line" for one in visible_buttons(bakery))  # it is the last
    assert bakery.window.desk.here == 3


def visible_buttons(hands: Hands) -> list[QPushButton]:
    return [one for one in bar(hands).findChildren(QPushButton) if one.isVisible()]


def test_it_outlives_stops_themes_and_text_sizes_and_ends_with_the_workshop(bakery, clock):
    bakery.go(2)
    start(bakery, "20")
    clock.go_on(60)
    bakery.go(4)
    assert shown(bakery)[0] == "19:00"
    bakery.window.theme.toggle_dark()
    bakery.window.theme.resize(130)
    QApplication.processEvents()
    assert shown(bakery)[0] == "19:00"
    clock.go_on(60)
    assert shown(bakery)[0] == "18:00"
    bakery.window.theme.toggle_dark()
    bakery.window.theme.resize(100)
    QApplication.processEvents()
    bakery.window.close_workshop()
    assert bakery.window.timer.timer is None


def test_a_corrected_time_of_day_does_not_shift_it_but_the_agenda_follows(bakery, clock, heard):
    bakery.workshop.prepare.agenda.set_start(1, 9 * 60)
    line = bakery.workshop.prepare.agenda.meeting(1).lines[0].line
    clock.show(9, 0)
    bakery.window.timer.start_line(line.id)
    clock.go_on(120)
    left = shown(bakery)[0]
    for correction in (3600.0, -7200.0, 3600.0):
        clock.correct(correction)
        assert shown(bakery)[0] == left
    assert heard == []
    assert bakery.window.timer.meeting_now().clock == "9:02"
    assert bakery.window.timer.meeting_now().late == 0
    clock.correct(300)  # it was five minutes slow: so the meeting had begun late
    assert bakery.window.timer.meeting_now().late == 5
    clock.go_on(line.minutes * 60)  # the laptop sleeps: no tick in between
    assert (shown(bakery)[0], heard) == ("+2:00", ["chime"])


def test_a_pause_costs_the_later_lines_what_an_overrun_costs(bakery, clock):
    bakery.workshop.prepare.agenda.set_start(1, 9 * 60)
    lines = bakery.workshop.prepare.agenda.meeting(1).lines
    clock.show(9, 0)
    bakery.window.timer.start_line(lines[0].line.id)
    bakery.window.timer.pause()
    left = shown(bakery)[0]
    clock.go_on(7 * 60)
    assert shown(bakery)[0] == left
    assert any("  ·  7 minutes late. " in words for words in shown(bakery))


def test_it_comes_back_the_same_day_and_another_workshop_has_its_own(bakery, clock, tmp_path):
    path = bakery.workshop.path
    title = bakery.workshop.prepare.agenda.meeting(1).lines[3].line.title
    bakery.window.timer.start_line(bakery.workshop.prepare.agenda.meeting(1).lines[3].line.id)
    clock.go_on(60)
    left = shown(bakery)[0]
    bakery.window.close_workshop()
    assert bakery.window.timer.timer is None
    other = tmp_path / "other.cxw"
    shutil.copy(path, other)
    assert bakery.window.open(other)
    assert bakery.window.timer.timer is None
    clock.now += 500_000.0  # the computer was started anew
    assert bakery.window.open(path)
    assert shown(bakery)[0] == left
    assert bakery.window.timer.timer.title == title
    bakery.window.timer.pause()
    bakery.window.close_workshop()
    clock.go_on(600)
    assert bakery.window.open(path)
    assert shown(bakery)[:2] == [left, f"left of {shown(bakery)[1].split()[2]}\npaused"]
    bakery.window.close_workshop()
    clock.go_on(24 * 3600)
    assert bakery.window.open(path)
    assert bakery.window.timer.timer is None


def test_a_kill_of_the_program_does_not_lose_it(bakery, clock, tmp_path, until):
    path = bakery.workshop.path
    bakery.go(2)
    start(bakery, "20")
    file = bakery.window.bridge.whole.file
    bakery.window.workshops._drafts.save()
    until(lambda: '"timer"' in file.typed())
    killed = tmp_path / "killed"
    shutil.copytree(paths.data_folder(), killed)  # what is on the disk now
    bakery.click("Stop the timer")
    bakery.window.close_workshop()
    shutil.rmtree(paths.data_folder())
    shutil.copytree(killed, paths.data_folder())
    clock.go_on(60)
    assert bakery.window.open(path)
    assert shown(bakery)[0] == "19:00"


def test_a_computer_without_a_player_rings_its_bell_or_stays_silent(app, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chimes.sys, "platform", "linux")
    chimes.chime()
    assert not list(tmp_path.iterdir())


def test_a_player_is_started_with_our_sound_and_not_waited_for(app, monkeypatch, tmp_path, until):
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/played\n')
    player.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}")
    monkeypatch.setattr(chimes.sys, "platform", "linux")
    chimes.chime()
    until(lambda: (tmp_path / "played").exists() and (tmp_path / "played").read_text())
    assert (tmp_path / "played").read_text().strip().endswith("chime.wav")


def test_the_room_sees_it_on_every_stop_until_it_is_stopped(bakery, clock, heard):
    bakery.go(2)
    start(bakery, "20")
    open_wall(bakery)
    assert "20:00" in room(bakery)
    clock.go_on(17 * 60)
    assert "3:00\nnearly up" in room(bakery)
    bakery.go(4)
    assert "3:00" in room(bakery)
    bakery.key(KEY.Key_F6)
    clock.go_on(60)
    assert "3:00" in room(bakery)  # frozen
    bakery.key(KEY.Key_F6)
    assert "2:00" in room(bakery)
    bakery.key(KEY.Key_F5)
    settle()
    assert shown(bakery)[0] == "2:00"  # the Desk's goes on without a Wall
    open_wall(bakery)
    bakery.click("Stop the timer")
    assert "2:00" not in room(bakery)
    session(bakery).end()
    settle()


def test_in_a_small_window_each_line_of_the_agenda_keeps_its_timer_in_sight(bakery):
    bakery.workshop.prepare.agenda.set_start(1, 9 * 60)
    bakery.window.resize(1024, 640)
    bakery.go(1)
    bakery.click("Agenda")
    title = bakery.workshop.prepare.agenda.meeting(1).lines[0].line.title
    for name in ("Start the timer", "Leave out"):
        button = bakery.find(f"{name}: {title}")
        settle()
        assert button.visibleRegion().boundingRect().width() == button.width(), name
