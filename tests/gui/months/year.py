"""What happens in each month of the year that is walked, and on which day."""

from __future__ import annotations

from datetime import date

from tests.gui.months.figures import first_figures
from tests.gui.months.walk import NOTICES, SAME, Walk


def returns(walk: Walk, day: date) -> None:
    """Open the window on another day; the start page agrees, and its button leads on."""
    walk.comes_back(day)
    if not walk.is_by_keys:
        assert first_figures(walk).disagreements() == []
    walk.does_what_leads()


def january(walk):
    """A group and a card are picked; of two wishes, opposites are marked and one is not ours."""
    walk.hears("Nobody rings back", "The door is heavy", kind="regular")
    walk.hears("I was never rung back", "Music is too loud")
    walk.hears("More music please", "Bring it to my home", "The street is dark")
    walk.groups("Ringing back", 1, 3)
    walk.marks_opposites(4, 5)
    assert "Opposite: card 5, said by 1 customer" in walk.reads_beside("Music is too loud")
    walk.cannot(6, "we have no car", "the courier")
    walk.hands_on(7, "the council")
    for slot, title in enumerate(("Ringing back", "The door is heavy"), start=1):
        walk.picks(title, slot)
        walk.plans(title)
    walk.promises_step("Ringing back", "A list by the phone", "Ben", "12 Jan")
    walk.is_blocked("The door is heavy", "No screwdriver", "Jan")
    walk.locks("Ringing back")
    walk.locks("The door is heavy")


def february(walk):
    """One gets another 30 days; of the other nobody is sure, with a fix for April."""
    returns(walk, date(2026, 2, 5))
    walk.does_step("Ringing back", "A list by the phone")
    walk.clears("The door is heavy", "No screwdriver")
    walk.asks("Ringing back", SAME, SAME)
    walk.judges("Ringing back", "They don’t")
    walk.learns("Ringing back", "A list alone rings nobody", "Another 30 days")
    walk.asks("The door is heavy", NOTICES)
    walk.judges("The door is heavy", "Customers notice", right="Right")
    walk.is_not_sure("The door is heavy", "Oil it every month", "Ben", "1 Apr")
    walk.wants_to_tell("All staff", "The landlord")
    walk.tells("All staff")
    walk.starts_next_round()
    walk.hears("The bread is gone at four")
    walk.picks("Music is too loud", 2)
    for title in ("Ringing back", "Music is too loud"):
        walk.plans(title)
        walk.locks(title)


def march(walk):
    """What had another 30 days is kept; the other goes back to the list; the landlord is told."""
    returns(walk, date(2026, 3, 9))
    walk.runs_a_month("Ringing back", NOTICES, NOTICES, tells=("All staff",))
    walk.asks("Music is too loud", SAME)
    walk.judges("Music is too loud", "They don’t")
    walk.learns("Music is too loud", "It was not the volume", "Back to the list")
    walk.tells_of_earlier(1, "The landlord")
    walk.starts_next_round()
    walk.hears("The queue is slow")
    walk.picks("The queue is slow", 1)
    walk.plans("The queue is slow")
    walk.locks("The queue is slow")


def april(walk):
    """The door is fixed and stays, two rounds on; the queue is not asked about yet."""
    returns(walk, date(2026, 4, 8))
    walk.has_fixed("The door is heavy", "Oil it every month")
    walk.is_sure("The door is heavy", of_round=1)
    walk.starts_next_round()
    walk.begins("The bread is gone at four")


def may(walk):
    """What went back to the list is picked again later, and goes on with its old plan."""
    returns(walk, date(2026, 5, 11))
    walk.runs_a_month("The bread is gone at four", NOTICES)
    walk.starts_next_round()
    before = "round 2: tried, and learned: It was not the volume"
    assert before in walk.reads_beside("Music is too loud")
    walk.begins("Music is too loud")


def june(walk):
    """The queue's check is done 56 days late; what was kept in March is still noticed."""
    walk.comes_back(date(2026, 6, 3))
    assert walk.start_page_says("56 days late")
    walk.does_what_leads()
    walk.asks("The queue is slow", NOTICES, of_round=3)
    walk.judges("The queue is slow", "Some do", right="Partly", of_round=3)
    walk.is_sure("The queue is slow", of_round=3)
    returns(walk, date(2026, 6, 10))
    walk.looks_again("Ringing back", "Still noticed", months=3)
    walk.runs_a_month("Music is too loud", NOTICES)
    walk.starts_next_round()
    walk.hears("No chair to sit on")
    walk.begins("No chair to sit on")


def july(walk):
    returns(walk, date(2026, 7, 13))
    walk.looks_again("The door is heavy", "Still noticed", months=3)
    walk.goes_on("No chair to sit on", "The signs are small")


def august(walk):
    returns(walk, date(2026, 8, 12))
    walk.looks_again("The bread is gone at four", "Still noticed", months=3)
    walk.goes_on("The signs are small", "Nobody greets me")


def september(walk):
    """What was kept in March slips at six months: it is on the list again, and picked again."""
    returns(walk, date(2026, 9, 14))
    walk.looks_again("Ringing back", "Slipping", months=6)
    walk.runs_a_month("Nobody greets me", NOTICES)
    walk.starts_next_round()
    walk.begins("Ringing back")


def october(walk):
    returns(walk, date(2026, 10, 14))
    walk.runs_a_month("Ringing back", NOTICES, SAME)
    walk.looks_again("The queue is slow", "Still noticed", months=3)
    walk.starts_next_round()
    walk.hears("I pay twice")
    walk.begins("I pay twice")


def november(walk):
    returns(walk, date(2026, 11, 16))
    walk.goes_on("I pay twice", "Cups are too hot")


def december(walk):
    returns(walk, date(2026, 12, 16))
    walk.goes_on("Cups are too hot", "The toilet is dirty")


def january_again(walk):
    """The twelfth round is checked and told; a year is over."""
    returns(walk, date(2027, 1, 18))
    walk.runs_a_month("The toilet is dirty", NOTICES, tells=("All staff",))


def late_april(walk):
    """In place of March and April, for a short story: all is late, and is done on one day.

    What had another 30 days is kept, another goes back to the list and is picked again, and the
    door, of which nobody was sure, stays.
    """
    walk.comes_back(date(2026, 4, 20))
    if not walk.is_by_keys:
        assert first_figures(walk).disagreements() == []
    assert walk.start_page_says("42 days late")
    walk.does_what_leads()
    walk.runs_a_month("Ringing back", NOTICES, NOTICES, tells=("All staff",))
    walk.asks("Music is too loud", SAME)
    walk.judges("Music is too loud", "They don’t")
    walk.learns("Music is too loud", "It was not the volume", "Back to the list")
    walk.has_fixed("The door is heavy", "Oil it every month")
    walk.is_sure("The door is heavy", of_round=1)
    walk.tells_of_earlier(1, "The landlord")
    walk.starts_next_round()
    before = "round 2: tried, and learned: It was not the volume"
    assert before in walk.reads_beside("Music is too loud")
    walk.begins("Music is too loud")


YEAR = (
    *(january, february, march, april, may, june, july),
    *(august, september, october, november, december, january_again),
)
