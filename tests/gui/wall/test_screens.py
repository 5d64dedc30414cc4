"""Which screen the Wall goes to, on values alone."""

from __future__ import annotations

from dataclasses import replace

from ui.wall.screens import ScreenInfo, Screens, numbered

LAPTOP = ScreenInfo("eDP-1", (0, 0, 1366, 768), "BOE", "NV14", "1")
PROJECTOR = ScreenInfo("HDMI-1", (1366, 0, 1920, 1080), "Epson", "EB-X", "77")
MONITOR = ScreenInfo("DP-2", (-1280, 0, 1280, 1024), "Dell", "P24", "5")


def on_laptop(*others: ScreenInfo) -> Screens:
    return Screens((LAPTOP, *others), LAPTOP)


def test_the_largest_screen_that_is_not_the_desks_is_the_rooms():
    assert on_laptop(PROJECTOR).for_wall() == PROJECTOR
    assert on_laptop(MONITOR, PROJECTOR).for_wall() == PROJECTOR
    assert Screens((LAPTOP, PROJECTOR), PROJECTOR).for_wall() == LAPTOP


def test_it_comes_back_to_the_screen_it_was_on_in_whatever_socket_it_is_now():
    moved = replace(PROJECTOR, name="DP-4", area=(-1024, 0, 1024, 768))
    assert on_laptop(MONITOR, moved).for_wall(PROJECTOR.identity) == moved
    assert on_laptop(MONITOR).for_wall(PROJECTOR.identity) == MONITOR


def test_two_screens_without_serial_numbers_are_told_apart_by_their_plugs():
    one = ScreenInfo("HDMI-1", (1366, 0, 1024, 768), "Acme", "One", "")
    other = replace(one, name="HDMI-2", area=(2390, 0, 1024, 768))
    assert one.identity != other.identity
    assert on_laptop(one, other).for_wall(other.identity) == other
    assert ScreenInfo("VGA", (0, 0, 1, 1)).identity == "VGA"


def test_the_only_screen_is_never_covered_unless_somebody_chose_it_before():
    assert on_laptop().for_wall() is None
    assert on_laptop().for_wall(LAPTOP.identity) == LAPTOP
    assert on_laptop().is_only(LAPTOP)
    assert on_laptop(PROJECTOR).for_wall(LAPTOP.identity) == PROJECTOR


def test_a_mirrored_projector_is_no_other_screen():
    mirrored = replace(PROJECTOR, area=(0, 0, 1366, 768))
    assert on_laptop(mirrored).for_wall() is None
    assert on_laptop(mirrored).is_only(mirrored)


def test_a_set_of_screens_is_the_same_in_any_order():
    assert Screens((PROJECTOR, LAPTOP), LAPTOP).key == on_laptop(PROJECTOR).key
    assert on_laptop(PROJECTOR).key != on_laptop().key


def test_screens_are_counted_from_the_left():
    assert numbered((PROJECTOR, LAPTOP, MONITOR)) == {1: MONITOR, 2: LAPTOP, 3: PROJECTOR}


def test_a_screen_is_called_what_is_known_of_it():
    assert LAPTOP.title == "This laptop"
    assert PROJECTOR.title == "Projector, EB-X"
    assert MONITOR.title == "Dell P24"
    assert ScreenInfo("HDMI-1", (0, 0, 1920, 1080)).title == "HDMI-1"
    fine = replace(PROJECTOR, area=(1366, 0, 1920, 1080), scale=2.0)
    assert fine.resolution == "3840 × 2160"
